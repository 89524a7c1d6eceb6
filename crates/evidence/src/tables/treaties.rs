//! Treaties and their parties, mostly on the environment.

use entente_states::Ccode;
use jiff::civil::{Date, date};

use crate::import::dates::given;
use crate::import::readers::{optional_text, text};
use crate::import::state_codes::state;
use crate::partial_date::PartialDate;
use crate::record::table;
use crate::tables::dated::{self, earliest};

/// The day of the copies of the Global Governance Observatory's tables.
const COPY: Date = date(2025, 10, 5);

/// Three dates, any of which may be missing.
type Dates = (
    Option<PartialDate>,
    Option<PartialDate>,
    Option<PartialDate>,
);

table! {
    /// An agreement between states (Global Governance Observatory, GGO; from IEADB, ECOLEX and others).
    ///
    /// Four in five are on the environment: no general list of treaties. The minutes of the boundary commission of
    /// the United States and Mexico are among them. One identifier can stand for several agreements.
    pub struct Treaty in treaties {
        /// The publisher's identifier: parties, year, type.
        treaty: String = "treatyID" as text,
        /// Title.
        title: String = "Title" as text,
        /// Signature, or the day of which the agreement is.
        begun: Option<PartialDate> = "Begin" as given,
        /// Signature.
        signed: Option<PartialDate> = "Signature" as given,
        /// Entry into force; empty where it is not known, or lies ahead.
        in_force: Option<PartialDate> = "Force" as given,
        /// End; empty where none is known, or it lies ahead.
        until: Option<PartialDate> = "End" as given,
        /// Field: `Environment`, `Trade`, `Health` and others.
        domain: Option<String> = "TypeDomain" as optional_text,
        /// `Agreement`, `Protocol`, `Amendment` and others.
        kind: Option<String> = "TypeAgree" as optional_text,
        /// `Bilateral`, `Multilateral`, `Regional` and others.
        ambit: Option<String> = "TypeAmbit" as optional_text,
        /// Of what part of the world.
        geography: Option<String> = "TypeGeo" as optional_text,
        /// Subject.
        subject: Option<String> = "TypeSubject" as optional_text,
        /// Who keeps it.
        depository: Option<String> = "Depository" as optional_text,
        /// Where its text is.
        url: Option<String> = "TextURL" as optional_text,
    }
    import {
        word: "ggo-agreements",
        about: "Treaties (Global Governance Observatory, manytreaties, GGO)",
    }
    key(t) -> (String, String, Dates, Option<PartialDate>, Option<String>, Option<String>) {
        (t.treaty.clone(), t.title.clone(), (t.signed, t.in_force, t.until), t.begun, t.url.clone(), t.kind.clone())
    }
    known(t) = "from the first of its dates; each later date from its day (a month or a year from its last)" {
        earliest([t.begun, t.signed, t.in_force]).unwrap_or(COPY)
    }
    on(t, day) {
        dated::on(t, t.known_from(), [t.begun, t.signed, t.in_force, t.until], day, |t, come| {
            [t.begun, t.signed, t.in_force, t.until] = come;
        })
    }
    speaks_until(t, day) { dated::speaks_until(t.known_from(), [t.signed, t.in_force], day) }
}

table! {
    /// What one party did about a treaty (Global Governance Observatory, GGO).
    ///
    /// Seven rows of ten have no ratification. A party has several rows under one treaty, one for a pair of dates.
    /// The Paris Agreement has no row here; it is in [`EnvironmentTreatyParty`].
    pub struct TreatyParty in treaty_parties {
        /// The publisher's identifier of the treaty; 5,963 rows have one that is not in [`Treaty`].
        treaty: String = "treatyID" as text,
        /// The party's code, as written; mostly ISO 3166 alpha-3, organisations among them.
        party: String = "stateID" as text,
        /// The party, if it is a state.
        ccode: Option<Ccode> = "stateID" as state,
        /// Signature.
        signed: Option<PartialDate> = "StateSignature" as given,
        /// Ratification.
        ratified: Option<PartialDate> = "StateRatification" as given,
        /// Entry into force for the party.
        in_force: Option<PartialDate> = "StateForce" as given,
        /// End for the party; empty where none is known, or it lies ahead.
        until: Option<PartialDate> = "StateEnd" as given,
    }
    import {
        word: "ggo-parties",
        about: "Parties of treaties (Global Governance Observatory, manytreaties, GGO)",
        repeats: once,
    }
    key(p) -> (String, String, Dates, Option<PartialDate>) {
        (p.treaty.clone(), p.party.clone(), (p.signed, p.ratified, p.in_force), p.until)
    }
    known(p) = "from the first of its dates, or 5 October 2025, the day of the copy, where there is none; each later date from its day (a month or a year from its last)" {
        earliest([p.signed, p.ratified, p.in_force]).unwrap_or(COPY)
    }
    on(p, day) {
        dated::on(p, p.known_from(), [p.signed, p.ratified, p.in_force, p.until], day, |p, come| {
            [p.signed, p.ratified, p.in_force, p.until] = come;
        })
    }
    speaks_until(p, day) {
        dated::speaks_until(p.known_from(), [p.signed, p.ratified, p.in_force], day)
    }
}

table! {
    /// What one party did about an international environmental agreement (Mitchell, IEADB).
    ///
    /// The list ends in 2020 and has no withdrawal from the Paris Agreement. Two states in one row (`KOR - PRK`) are
    /// kept as written, with no number.
    pub struct EnvironmentTreatyParty in environment_treaty_parties {
        /// The Global Governance Observatory's identifier of the agreement.
        treaty: String = "treatyID" as text,
        /// Title.
        title: String = "Title" as text,
        /// The publisher's number of the agreement, as written.
        number: String = "ieadbID" as text,
        /// The party's code, as written; mostly ISO 3166 alpha-3.
        party: String = "stateID" as text,
        /// The party, if it is a state.
        ccode: Option<Ccode> = "stateID" as state,
        /// Signature of the agreement.
        agreement_signed: Option<PartialDate> = "Signature" as given,
        /// Signature by the party.
        signed: Option<PartialDate> = "StateSignature" as given,
        /// Ratification.
        ratified: Option<PartialDate> = "StateRatification" as given,
        /// Entry into force for the party; empty where it is not in force.
        in_force: Option<PartialDate> = "StateForce" as given,
        /// End for the party; empty where none is known, or it lies ahead.
        until: Option<PartialDate> = "StateEnd" as given,
    }
    import {
        word: "ieadb-parties",
        about: "Parties of environmental agreements (IEADB, from manytreaties)",
        repeats: once,
    }
    key(p) -> (String, String, String, String, Dates, Option<PartialDate>, Option<PartialDate>) {
        (
            p.treaty.clone(),
            p.title.clone(),
            p.number.clone(),
            p.party.clone(),
            (p.signed, p.ratified, p.in_force),
            p.until,
            p.agreement_signed,
        )
    }
    known(p) = "from the first date of the party's own, or the agreement's signature where there is none; each later date from its day" {
        earliest([p.signed, p.ratified, p.in_force])
            .or(p.agreement_signed.map(PartialDate::last))
            .unwrap_or(COPY)
    }
    on(p, day) {
        dated::on(p, p.known_from(), p.dates(), day, |p, come| {
            [p.agreement_signed, p.signed, p.ratified, p.in_force, p.until] = come;
        })
    }
    speaks_until(p, day) {
        dated::speaks_until(p.known_from(), [p.signed, p.ratified, p.in_force], day)
    }
}

impl EnvironmentTreatyParty {
    fn dates(&self) -> [Option<PartialDate>; 5] {
        let (agreement, state) = (self.agreement_signed, self.signed);
        [agreement, state, self.ratified, self.in_force, self.until]
    }
}
