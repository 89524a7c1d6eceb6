//! Roll calls of the General Assembly and the votes cast on them.

use entente_states::Ccode;
use jiff::civil::Date;

use super::resolutions::RecordSource;
use crate::cell::words;
use crate::known::end_of_month;
use crate::record::table;

words! {
    /// The coded issues of Bailey, Strezhnev and Voeten; a roll call has several, one or none.
    pub enum Issue {
        /// The Palestinian conflict.
        MiddleEast = "me",
        /// Nuclear weapons and nuclear material.
        Nuclear = "nu",
        /// Arms control and disarmament.
        Disarmament = "di",
        /// Human rights.
        HumanRights = "hr",
        /// Colonialism.
        Colonialism = "co",
        /// Economic development.
        Economic = "ec",
    }
}

impl Issue {
    /// The issue's name in plain words.
    pub fn title(self) -> &'static str {
        match self {
            Issue::MiddleEast => "Middle East (Palestinian conflict)",
            Issue::Nuclear => "Nuclear weapons and material",
            Issue::Disarmament => "Arms control and disarmament",
            Issue::HumanRights => "Human rights",
            Issue::Colonialism => "Colonialism",
            Issue::Economic => "Economic development",
        }
    }

    /// The issue's place in a set of flags: bit 0 to 5.
    pub fn bit(self) -> u8 {
        1 << self as u8
    }
}

words! {
    /// What a roll call of the General Assembly was on, as far as its source and its votes say.
    pub enum RollCallKind {
        /// A draft resolution or decision as a whole, adopted.
        Final = "final",
        /// A paragraph, section or other part of a text, voted on by itself.
        Paragraph = "paragraph",
        /// An amendment.
        Amendment = "amendment",
        /// A proposal as a whole that had no more votes in favour than against (rules 85 and 95 of
        /// the rules of procedure). One that missed a two-thirds majority only reads as final: the
        /// record does not say which questions needed it.
        Failed = "failed",
    }
}

words! {
    /// Who says that a roll call is about an issue.
    pub enum CodeBasis {
        /// The publisher's coders.
        Published = "published",
        /// A rule of this program, learned from the publisher's codes of earlier roll calls.
        Rule = "rule",
    }
}

/// What a state did on a roll call, with the codes the field uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum VoteCast {
    /// In favour.
    Yes = 1,
    /// Abstained.
    Abstain = 2,
    /// Against.
    No = 3,
    /// A member that did not vote, where a source says so.
    Absent = 8,
}

impl VoteCast {
    /// Reads the field's code: 1 yes, 2 abstain, 3 no, 8 absent. Code 9 (not a member) is no vote.
    pub fn from_code(code: u8) -> Option<Self> {
        match code {
            1 => Some(VoteCast::Yes),
            2 => Some(VoteCast::Abstain),
            3 => Some(VoteCast::No),
            8 => Some(VoteCast::Absent),
            _ => None,
        }
    }

    /// The word for it.
    pub fn as_str(self) -> &'static str {
        match self {
            VoteCast::Yes => "yes",
            VoteCast::Abstain => "abstain",
            VoteCast::No => "no",
            VoteCast::Absent => "absent",
        }
    }
}

table! {
    /// One vote of one state.
    ///
    /// Its day is its roll call's: [`crate::AsOf`] shows a vote when it shows the roll call.
    pub struct Vote in votes {
        /// COW number of the state.
        ccode: Ccode,
        /// The roll call.
        rcid: u32,
        /// 1 yes, 2 abstain, 3 no, 8 absent (only where the source records absence).
        vote: u8,
    }
    key(v) -> (Ccode, u32) { (v.ccode, v.rcid) }
    known(_v) { Date::MIN }
    roll_calls(v) { [v.rcid, v.rcid] }
}

table! {
    /// One recorded vote of the General Assembly.
    pub struct RollCall in roll_calls {
        /// Identifier: the field's `rcid`, the UN Digital Library's record number, or, where the
        /// publisher numbers by symbol alone, a number made of the symbol (`Symbol::roll_call_number`).
        rcid: u32,
        /// Regular session, corrected where the publisher's is wrong (see the codebook).
        session: u16,
        /// Regular session as the publisher files it.
        session_published: u16,
        /// Date as published; where `day_known` is false only its year and month mean anything.
        date: Date,
        /// Whether the day of `date` is a day.
        day_known: bool,
        /// Resolution symbol: the United Nations' own where it is known, otherwise the publisher's.
        symbol: Option<String>,
        /// Resolution symbol as published; in the first sessions many are pages of the official record.
        symbol_published: Option<String>,
        /// What the vote was on.
        kind: RollCallKind,
        /// Whether the State Department listed the vote as important; empty where nobody said.
        important: Option<bool>,
        /// Whether the vote was on an amendment; empty where nobody said.
        amendment: Option<bool>,
        /// Whether the vote was on a paragraph; empty where nobody said.
        paragraph: Option<bool>,
        /// Short title as published.
        title: Option<String>,
        /// Description as published.
        description: Option<String>,
        /// Who coded its issues: the publisher, or, on one issue at least, a rule; empty where nobody did, and
        /// then the absence of an issue says nothing.
        coded: Option<CodeBasis>,
        /// Whose record it stands in.
        source: RecordSource,
    }
    key(r) -> u32 { r.rcid }
    known(r) { if r.day_known { r.date } else { end_of_month(r.date) } }
}

table! {
    /// One coded issue of one roll call.
    pub struct RollCallIssue in roll_call_issues {
        /// The roll call.
        rcid: u32,
        /// The issue.
        issue: Issue,
        /// Who says so.
        basis: CodeBasis,
    }
    key(i) -> (u32, Issue) { (i.rcid, i.issue) }
    known(_i) { Date::MIN }
    roll_calls(i) { [i.rcid, i.rcid] }
}

table! {
    /// Two roll calls, in different sessions, on the same text.
    pub struct Repeat in repeats {
        /// The one.
        rcid1: u32,
        /// The other.
        rcid2: u32,
    }
    key(r) -> (u32, u32) { (r.rcid1, r.rcid2) }
    known(_r) { Date::MIN }
    roll_calls(r) { [r.rcid1, r.rcid2] }
}

impl RollCall {
    /// Whether the vote was on a paragraph, an amendment or another part, not on a text as a whole.
    pub fn is_on_a_part(&self) -> bool {
        matches!(self.kind, RollCallKind::Paragraph | RollCallKind::Amendment)
    }

    /// A vote of a regular session, adopted, of which nothing more is known.
    pub fn plain(rcid: u32, session: u16, date: Date) -> Self {
        RollCall {
            rcid,
            session,
            session_published: session,
            date,
            day_known: true,
            symbol: None,
            symbol_published: None,
            kind: RollCallKind::Final,
            important: None,
            amendment: None,
            paragraph: None,
            title: None,
            description: None,
            coded: None,
            source: RecordSource::Voeten,
        }
    }
}
