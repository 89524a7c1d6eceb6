//! Resolutions of the General Assembly and the Security Council, who sponsored them, and the Council's votes.

use entente_states::Ccode;
use jiff::civil::Date;

use crate::cell::words;
use crate::record::table;

words! {
    /// Whose record a roll call or a resolution stands in.
    pub enum RecordSource {
        /// Voeten, Strezhnev and Bailey.
        Voeten = "voeten",
        /// The United Nations' machine-readable resolutions (UNxml).
        Unxml = "unxml",
        /// The Dag Hammarskjöld Library (UN Digital Library).
        Library = "undl",
        /// The World Politics Data Lab's list of vetoes.
        Vetoes = "wpdl",
    }
}

words! {
    /// The organ that dealt with a text.
    pub enum Organ {
        /// The General Assembly.
        Assembly = "ga",
        /// The Security Council.
        Council = "sc",
    }
}

words! {
    /// What became of a draft, and how.
    pub enum Adoption {
        /// Adopted without a vote: by consensus or by acclamation.
        WithoutVote = "without vote",
        /// Adopted by a recorded vote.
        Recorded = "recorded vote",
        /// Adopted; the source does not say how.
        NotStated = "not stated",
        /// Not adopted: too few votes in favour.
        Failed = "failed",
        /// Not adopted: a permanent member voted against.
        Vetoed = "vetoed",
    }
}

table! {
    /// A resolution of the General Assembly or the Security Council, or a draft that was put to the vote
    /// in the Council and failed.
    pub struct Resolution in resolutions {
        /// Symbol: the resolution's, or the draft's where it was not adopted.
        symbol: String,
        /// The organ.
        organ: Organ,
        /// The day of adoption, or of the vote.
        date: Date,
        /// Regular session of the General Assembly; special sessions count with the regular session that
        /// opened last before them. Empty for the Council.
        session: Option<u16>,
        /// Title.
        title: Option<String>,
        /// Number of the agenda item in that session; empty for the Council.
        agenda_item: Option<String>,
        /// Title of the agenda item.
        agenda_title: Option<String>,
        /// Main Committee that reported; empty for the Council.
        committee: Option<String>,
        /// Subject terms, joined by ` | `: the UNBIS thesaurus's first, then names.
        subjects: Option<String>,
        /// How it was adopted, or that it was not.
        adoption: Adoption,
        /// Votes in favour; empty without a recorded vote.
        in_favour: Option<u16>,
        /// Votes against.
        against: Option<u16>,
        /// Abstentions.
        abstaining: Option<u16>,
        /// Whether the Council acted under Chapter VII of the Charter, by the source's word; empty where it
        /// does not say.
        chapter_vii: Option<bool>,
        /// Symbol of the draft.
        draft: Option<String>,
        /// Symbol of the meeting's record.
        meeting: Option<String>,
        /// The roll call of its adoption; empty without one, and for the Council.
        rcid: Option<u32>,
        /// Whose record it stands in.
        source: RecordSource,
    }
    key(r) -> String { r.symbol.clone() }
    known(r) { r.date }
}

table! {
    /// A state that sponsored the draft of an adopted resolution.
    pub struct Sponsor in sponsors {
        /// Symbol of the resolution.
        symbol: String,
        /// The state.
        ccode: Ccode,
        /// The day of adoption.
        date: Date,
        /// Whether it joined after the draft was issued.
        additional: bool,
        /// The group for which it acted, as the source writes it; empty where it acted for itself.
        on_behalf_of: Option<String>,
    }
    key(s) -> (String, Ccode) { (s.symbol.clone(), s.ccode) }
    known(s) { s.date }
}

table! {
    /// One vote of one member of the Security Council.
    pub struct CouncilVote in council_votes {
        /// Symbol of the resolution, or of the draft where it was not adopted.
        symbol: String,
        /// The member.
        ccode: Ccode,
        /// The day of the vote.
        date: Date,
        /// 1 yes, 2 abstain, 3 no, 8 did not take part.
        vote: u8,
    }
    key(v) -> (String, Ccode) { (v.symbol.clone(), v.ccode) }
    known(v) { v.date }
}

table! {
    /// A permanent member's vote against that kept the Security Council from adopting a draft.
    pub struct Veto in vetoes {
        /// Number of the veto on that day, from 1: several votes of one day may bear the symbol of one
        /// meeting's record.
        number: u16,
        /// The day of the vote.
        date: Date,
        /// The permanent member.
        ccode: Ccode,
        /// Symbol of the draft, or of the meeting's record where no draft was issued.
        draft: String,
        /// Agenda item.
        agenda: Option<String>,
        /// What the question was about, in the publisher's words; empty where it does not say.
        topic: Option<String>,
        /// Whose record it stands in.
        source: RecordSource,
    }
    key(v) -> (Date, u16, Ccode) { (v.date, v.number, v.ccode) }
    known(v) { v.date }
}
