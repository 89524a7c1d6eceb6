//! Resolutions of the General Assembly.

use entente_states::memberships::members_on;

use super::super::ImportError;
use super::super::unga_users::session_on;
use super::ballot::{self, Ballot};
use super::day;
use super::line::{At, Line, text};
use super::sponsors::{self, Unread};
use crate::record::Tables;
use crate::symbol::Symbol;
use crate::tables::{Adoption, Organ, RecordSource, Resolution, RollCall, RollCallKind, Vote};

/// Adds a resolution, its sponsors and its roll call.
///
/// # Errors
/// A symbol, a date or a name that cannot be read.
pub(super) fn resolution(
    at: At<'_>,
    line: &Line,
    tables: &mut Tables,
    unread: &mut Unread,
) -> Result<(), ImportError> {
    let parsed = Symbol::parse(&line.symbol).ok_or_else(|| {
        at.error("symbol", &line.symbol, "is no resolution's symbol")
            .hint("such as A/RES/80/12, A/RES/ES-11/8 or S/RES/2822 (2026)")
    })?;
    let symbol = text(&line.symbol).unwrap_or_default();
    let date = day::read(at, &line.adoption_date)?;
    let session = match parsed.is_of_a_regular_session() {
        true => parsed.session(),
        false => session_on(date),
    };
    let adoption = adoption(&line.adoption_type);
    let mut resolution = Resolution {
        symbol: symbol.clone(),
        organ: Organ::Assembly,
        date,
        session: Some(session),
        title: text(&line.title),
        agenda_item: text(&line.agenda_item).map(item_number),
        agenda_title: text(&line.agenda_item_name),
        committee: text(&line.committee).map(committee_name),
        subjects: subjects(&line.subjects),
        adoption,
        in_favour: None,
        against: None,
        abstaining: None,
        chapter_vii: None,
        draft: text(&line.originating_document),
        meeting: text(&line.pv).filter(|pv| pv.starts_with("A/")),
        rcid: None,
        source: RecordSource::Unxml,
    };
    if adoption == Adoption::Recorded {
        let totals = ballot::stated(at, line)?;
        [
            resolution.in_favour,
            resolution.against,
            resolution.abstaining,
        ] = totals;
        resolution.rcid = roll_call(at, line, &parsed, &resolution, tables)?;
    }
    let sponsors = sponsors::of(at, line, &symbol, date, unread);
    tables.sponsors.extend(sponsors);
    tables.resolutions.push(resolution);
    Ok(())
}

/// Adds the roll call and its votes, if the lists can be trusted; returns its number.
fn roll_call(
    at: At<'_>,
    line: &Line,
    parsed: &Symbol,
    resolution: &Resolution,
    tables: &mut Tables,
) -> Result<Option<u32>, ImportError> {
    let ballot = Ballot::read(at, line, &mut tables.repairs)?;
    let members = members_on("UN", resolution.date);
    let totals = [
        resolution.in_favour,
        resolution.against,
        resolution.abstaining,
    ];
    let fault = ballot
        .fault(&members)
        .or_else(|| short(totals, ballot.counts()));
    if let Some(fault) = fault {
        tables.repairs.push(at.repair(
            &resolution.symbol,
            format!("{fault}; the votes are left out, the resolution is kept"),
        ));
        return Ok(None);
    }
    let rcid = parsed.roll_call_number().ok_or_else(|| {
        at.error("symbol", &line.symbol, "gives its roll call no number")
            .hint("a session below 1000, a number below 10000, and a part of one letter")
    })?;
    let votes = ballot.votes(&members).into_iter();
    tables
        .votes
        .extend(votes.map(|(ccode, vote)| Vote { ccode, rcid, vote }));
    tables.roll_calls.push(described(rcid, resolution));
    Ok(Some(rcid))
}

fn described(rcid: u32, resolution: &Resolution) -> RollCall {
    let session = resolution.session.unwrap_or_default();
    RollCall {
        symbol: Some(resolution.symbol.clone()),
        symbol_published: Some(resolution.symbol.clone()),
        kind: RollCallKind::Final,
        amendment: Some(false),
        paragraph: Some(false),
        title: resolution.title.clone(),
        description: resolution.agenda_title.clone(),
        source: RecordSource::Unxml,
        ..RollCall::plain(rcid, session, resolution.date)
    }
}

/// What the totals say that the lists do not.
fn short(stated: [Option<u16>; 3], listed: [u16; 3]) -> Option<String> {
    let words = ["in favour", "against", "abstaining"];
    (0..3)
        .find(|&i| stated[i].unwrap_or(0) != listed[i])
        .map(|i| {
            let total = stated[i].unwrap_or(0);
            format!("{total} are counted {} and {} listed", words[i], listed[i])
        })
}

fn adoption(raw: &str) -> Adoption {
    match raw.trim().to_lowercase().as_str() {
        "without a vote" | "by acclamation" | "by consensus" => Adoption::WithoutVote,
        "by a recorded vote" => Adoption::Recorded,
        _ => Adoption::NotStated,
    }
}

/// `Agenda item 123` and `Agenda items 13 and 117`: the numbers.
fn item_number(text: String) -> String {
    let number = text
        .strip_prefix("Agenda items ")
        .or(text.strip_prefix("Agenda item "));
    number.map_or(text.clone(), str::to_owned)
}

/// `#fifthCommittee` is the publisher's own reference, left unresolved: the Fifth Committee.
fn committee_name(text: String) -> String {
    let Some(reference) = text.strip_prefix('#') else {
        return text;
    };
    let mut name = String::new();
    for c in reference.chars() {
        if c.is_ascii_uppercase() {
            name.push(' ');
        }
        match name.is_empty() {
            true => name.push(c.to_ascii_uppercase()),
            false => name.push(c),
        }
    }
    name
}

/// The terms of the thesaurus, then the names of the Library's authority file, each once.
pub(super) fn subjects(raw: &[Vec<String>]) -> Option<String> {
    let mut terms: Vec<String> = Vec::new();
    for list in ["UNBIS Thesaurus", "DHLAUTH"] {
        for entry in raw {
            let [term, of] = entry.as_slice() else {
                continue;
            };
            if of == list
                && let Some(term) = text(term)
                && !terms.contains(&term)
            {
                terms.push(term);
            }
        }
    }
    (!terms.is_empty()).then(|| terms.join(" | "))
}
