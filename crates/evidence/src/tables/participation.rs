//! Organisations and environmental agreements in which states take part, by the World Factbook, and informal
//! organisations.

use std::borrow::Cow;

use entente_states::Ccode;
use jiff::civil::Date;

use crate::cell::{Code, words};
use crate::import::factbook::state_of_page;
use crate::import::located::{Cell, ImportError};
use crate::import::readers::{ccode, code, day, last_day, optional_text, text, within, year};
use crate::known::end_of_year;
use crate::record::table;
use crate::snapshots::{self, CLOSED};
use crate::tables::geography::spell_of_years;

table! {
    /// An organisation in which a state took part, as the World Factbook listed it.
    ///
    /// When it joined is not told; who stood in the first snapshot was in before. A change of wording can look like
    /// joining or leaving. Peace operations of the United Nations stand among the organisations.
    pub struct Participation in participations {
        /// The Factbook's code of the state (GEC).
        gec: Code = "gec" as code,
        /// ISO 3166 alpha-3 code that was looked up for it; empty of Kosovo and the European Union.
        iso3: Option<String> = "iso3" as optional_text,
        /// State; empty where the page is of a territory or of no state.
        ccode: Option<Ccode> = "iso3" & "gec" as state_of_page,
        /// The organisation's abbreviation.
        organisation: String = "organisation" as text,
        /// In what standing: `observer`, `associate`, `partner` and others; empty for a member.
        status: Option<String> = "status" as optional_text,
        /// The first snapshot of the Factbook in which it stood; the list begins on 24 November 2020.
        first_seen: Date = "first_seen" as day,
        /// The last; empty where it stood in the last of all, of 22 January 2026.
        last_seen: Option<Date> = "last_seen" as last_day(first_seen, CLOSED),
    }
    import {
        word: "factbook-organisations",
        about: "Participation in organisations (World Factbook, gathered)",
        raw: "institutions/factbook_igo_participation.csv.gz",
    }
    key(p) -> (Code, String, Option<String>, Date) {
        (p.gec, p.organisation.clone(), p.status.clone(), p.first_seen)
    }
    known(p) = "from `first_seen`; that it is listed no more, from the snapshot after `last_seen`" { p.first_seen }
    on(p, day) { snapshots::on(p, p.first_seen, p.last_seen, day, |p, last| p.last_seen = last) }
    speaks_until(p, day) { snapshots::speaks_until(p.first_seen, p.last_seen, day) }
}

words! {
    /// How far a state went with an agreement.
    pub enum PartyStatus {
        /// It is a party.
        Party = "party",
        /// It signed and did not ratify.
        Signed = "signed",
    }
}

/// Party, or signed and not ratified.
fn status(cell: &Cell<'_>) -> Result<PartyStatus, ImportError> {
    match cell.required()? {
        "party" => Ok(PartyStatus::Party),
        "signed_not_ratified" => Ok(PartyStatus::Signed),
        _ => Err(cell.error("is neither `party` nor `signed_not_ratified`")),
    }
}

table! {
    /// An environmental agreement to which a state was a party, or which it had signed, as the World Factbook listed
    /// it.
    ///
    /// A selection of agreements. When a state joined is not told, and one that withdraws is taken off the list when
    /// the Factbook does so, which is not the day on which it was out.
    pub struct EnvironmentAgreement in environment_agreements {
        /// The Factbook's code of the state (GEC).
        gec: Code = "gec" as code,
        /// ISO 3166 alpha-3 code that was looked up for it; empty of the European Union.
        iso3: Option<String> = "iso3" as optional_text,
        /// State; empty where the page is of a territory or of no state.
        ccode: Option<Ccode> = "iso3" & "gec" as state_of_page,
        /// The agreement's short name.
        agreement: String = "agreement" as text,
        /// Party, or signed and not ratified.
        status: PartyStatus = "status" as status,
        /// The first snapshot of the Factbook in which it stood; the list begins on 23 May 2021.
        first_seen: Date = "first_seen" as day,
        /// The last; empty where it stood in the last of all, of 22 January 2026.
        last_seen: Option<Date> = "last_seen" as last_day(first_seen, CLOSED),
    }
    import {
        word: "factbook-environment",
        about: "Parties of environmental agreements (World Factbook, gathered)",
        raw: "institutions/factbook_environment_agreements.csv.gz",
    }
    key(e) -> (Code, String, PartyStatus, Date) { (e.gec, e.agreement.clone(), e.status, e.first_seen) }
    known(e) = "from `first_seen`; that it is listed no more, from the snapshot after `last_seen`" { e.first_seen }
    on(e, day) { snapshots::on(e, e.first_seen, e.last_seen, day, |e, last| e.last_seen = last) }
    speaks_until(e, day) { snapshots::speaks_until(e.first_seen, e.last_seen, day) }
}

table! {
    /// A spell of years in which a state was a member of an informal organisation (Roger, MIGO 3).
    ///
    /// The list ends in 2010: a last year of 2010 is no end. Years were folded into spells, which hides gaps.
    pub struct InformalMembership in informal_memberships {
        /// The publisher's identifier of the organisation.
        body: String = "igoID" as text,
        /// State.
        ccode: Ccode = "cowID" as ccode,
        /// 1 member; 2 and 3 lesser standings, which the copy does not explain.
        membership: u8 = "membership" as within(1..=3, "a kind of membership"),
        /// First year.
        first_year: u16 = "first_year" as year,
        /// Last year.
        last_year: u16 = "last_year" as year,
    }
    import {
        word: "migo",
        about: "Members of informal organisations (Roger, MIGO, from manyios)",
    }
    key(m) -> (String, Ccode, u16, u8) { (m.body.clone(), m.ccode, m.first_year, m.membership) }
    known(m) { end_of_year(m.first_year) }
    on(m, day) { spell_of_years(m.first_year, m.last_year, end_of_year, day).map(|last_year| {
        if last_year == m.last_year { Cow::Borrowed(m) } else { Cow::Owned(InformalMembership { last_year, ..m.clone() }) }
    }) }
    speaks_until(m, day) { end_of_year(m.last_year).min(day) }
}
