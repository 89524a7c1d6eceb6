//! The Security Council's record as gathered from the UN Digital Library and UNxml, one CSV of each kind:
//! resolutions and members' votes since 1946, drafts that were not adopted, vetoes.

use std::collections::{BTreeMap, HashSet};

use entente_states::Ccode;
use jiff::civil::Date;

use super::csv_table::{CsvTable, Row};
use super::library::Members;
use super::unga::Once;
use super::unga_users::vote_letter;
use super::unxml::council_symbol;
use super::{Cell, ImportError};
use crate::record::Tables;
use crate::seats;
use crate::tables::{Adoption, CouncilVote, Organ, RecordSource, Resolution, Veto, VoteCast};

/// Reads `sc_resolutions`: every adopted resolution.
///
/// # Errors
/// A value that cannot be read, or a resolution that stands twice.
pub fn resolutions(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 12] = [
        "resolution",
        "date",
        "meeting",
        "draft",
        "title",
        "agenda",
        "chapter_vii",
        "adoption",
        "subjects",
        "total_yes",
        "total_no",
        "total_abstentions",
    ];
    let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
    let mut seen = Once::default();
    let mut resolutions = Vec::new();
    table.each(|row| {
        let resolution = resolution(row)?;
        seen.insert(resolution.symbol.clone(), row, || resolution.symbol.clone())?;
        resolutions.push(resolution);
        Ok(())
    })?;
    Ok(Tables {
        resolutions,
        ..Tables::default()
    })
}

fn resolution(row: &Row<'_>) -> Result<Resolution, ImportError> {
    let text = |column| row.cell(column).optional().map(str::to_owned);
    let total = |column| row.cell(column).optional_number("a count of members");
    let said = row.cell("adoption").text.to_lowercase();
    let without = ["without", "acclamation"].iter().any(|w| said.contains(w));
    Ok(Resolution {
        symbol: symbol(row.cell("resolution"))?,
        organ: Organ::Council,
        date: row.cell("date").date()?,
        session: None,
        title: text("title"),
        agenda_item: None,
        agenda_title: text("agenda"),
        committee: None,
        subjects: text("subjects").map(|s| s.replace('|', " | ")),
        adoption: match without {
            true => Adoption::WithoutVote,
            false => Adoption::Recorded,
        },
        in_favour: total("total_yes")?,
        against: total("total_no")?,
        abstaining: total("total_abstentions")?,
        chapter_vii: row.cell("chapter_vii").optional_flag()?,
        draft: text("draft"),
        meeting: text("meeting"),
        rcid: None,
        source: source(row.cell("source"))?,
    })
}

/// Reads `sc_votes`: each member's vote on each adopted resolution.
///
/// # Errors
/// A value that cannot be read, or a second vote of one member on one resolution.
pub fn votes(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 4] = ["resolution", "date", "ms_code", "ms_vote"];
    let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
    let mut seen = Once::default();
    let mut members = Members::default();
    let mut council_votes = Vec::new();
    table.each(|row| {
        let symbol = symbol(row.cell("resolution"))?;
        if let Some(vote) = vote(row, symbol, &mut members)? {
            let what = || format!("the vote of state {} on {}", vote.ccode.0, vote.symbol);
            seen.insert((vote.symbol.clone(), vote.ccode), row, what)?;
            council_votes.push(vote);
        }
        Ok(())
    })?;
    Ok(Tables {
        council_votes,
        ..Tables::default()
    })
}

fn vote(
    row: &Row<'_>,
    symbol: String,
    members: &mut Members,
) -> Result<Option<CouncilVote>, ImportError> {
    let date = row.cell("date").date()?;
    let Some(vote) = vote_letter(row.cell("ms_vote"))? else {
        return Ok(None);
    };
    Ok(Some(CouncilVote {
        symbol,
        ccode: members.of(row.cell("ms_code"), row.cell("ms_name"), date)?,
        date,
        vote: vote as u8,
    }))
}

/// Reads `sc_not_adopted`: drafts that failed, with each member's vote, fifteen rows each.
///
/// # Errors
/// A value that cannot be read, or a second vote of one member on one draft.
pub fn not_adopted(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 10] = [
        "draft",
        "date",
        "outcome",
        "meeting",
        "title",
        "total_yes",
        "total_no",
        "total_abstentions",
        "ms_code",
        "ms_vote",
    ];
    let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
    let mut seen = Once::default();
    let mut members = Members::default();
    let mut drafts = HashSet::new();
    let mut numbers: BTreeMap<Date, u16> = BTreeMap::new();
    let mut tables = Tables::default();
    table.each(|row| {
        let draft = row.cell("draft").required()?.to_owned();
        let failed = failed(row, &draft)?;
        let vetoed = failed.adoption == Adoption::Vetoed;
        if drafts.insert(draft.clone()) {
            *numbers.entry(failed.date).or_default() += u16::from(vetoed);
            tables.resolutions.push(failed);
        }
        let Some(vote) = vote(row, draft, &mut members)? else {
            return Ok(());
        };
        let what = || format!("the vote of state {} on {}", vote.ccode.0, vote.symbol);
        seen.insert((vote.symbol.clone(), vote.ccode), row, what)?;
        if vetoed && vote.vote == VoteCast::No as u8 && PERMANENT.contains(&vote.ccode) {
            tables.vetoes.push(Veto {
                number: numbers.get(&vote.date).copied().unwrap_or(1),
                date: vote.date,
                ccode: vote.ccode,
                draft: vote.symbol.clone(),
                agenda: row.cell("title").optional().map(str::to_owned),
                topic: None,
                source: RecordSource::Unxml,
            });
        }
        tables.council_votes.push(vote);
        Ok(())
    })?;
    Ok(tables)
}

/// The permanent members since 1971: the United States, the United Kingdom, France, Russia, China.
const PERMANENT: [Ccode; 5] = [Ccode(2), Ccode(200), Ccode(220), Ccode(365), Ccode(710)];

fn failed(row: &Row<'_>, draft: &str) -> Result<Resolution, ImportError> {
    let text = |column| row.cell(column).optional().map(str::to_owned);
    let total = |column| row.cell(column).optional_number("a count of members");
    let outcome = row.cell("outcome");
    Ok(Resolution {
        symbol: draft.to_owned(),
        organ: Organ::Council,
        date: row.cell("date").date()?,
        session: None,
        title: text("title"),
        agenda_item: None,
        agenda_title: None,
        committee: None,
        subjects: None,
        adoption: match outcome.required()? {
            "veto" => Adoption::Vetoed,
            "notAdopted" => Adoption::Failed,
            _ => return Err(outcome.error("is no outcome").hint("veto or notAdopted")),
        },
        in_favour: total("total_yes")?,
        against: total("total_no")?,
        abstaining: total("total_abstentions")?,
        chapter_vii: None,
        draft: Some(draft.to_owned()),
        meeting: text("meeting"),
        rcid: None,
        source: RecordSource::Unxml,
    })
}

/// The permanent members as the list of vetoes names them.
const VETOING: [(&str, Ccode); 6] = [
    ("China", Ccode(710)),
    ("France", Ccode(220)),
    ("Russia", Ccode(365)),
    ("USSR", Ccode(365)),
    ("USA", Ccode(2)),
    ("UK", Ccode(200)),
];

/// Reads the list of vetoes of the World Politics Data Lab: a row a vetoed draft, with the names of those who
/// voted against. (The flags beside the names lack 26 of them, and are not read.)
///
/// # Errors
/// A value that cannot be read, or a row in which nobody cast a veto.
pub fn vetoes(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 7] = [
        "date",
        "draft",
        "agenda_item",
        "crisis_topic",
        "member_veto1",
        "member_veto2",
        "member_veto3",
    ];
    let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
    let mut numbers: BTreeMap<Date, u16> = BTreeMap::new();
    let mut vetoes = Vec::new();
    table.each(|row| {
        let date = american_date(row.cell("date"))?;
        let number = numbers.entry(date).or_default();
        *number += 1;
        row.cell("member_veto1").required()?;
        for column in &NEEDED[4..] {
            let cell = row.cell(column);
            let Some(name) = cell.optional() else {
                continue;
            };
            let (_, ccode) = VETOING
                .iter()
                .find(|(known, _)| *known == name)
                .ok_or_else(|| {
                    cell.error("is no permanent member")
                        .hint("China, France, Russia, USSR, USA or UK")
                })?;
            vetoes.push(Veto {
                number: *number,
                date,
                ccode: seats::holder(*ccode, date),
                draft: row.cell("draft").required()?.to_owned(),
                agenda: row.cell("agenda_item").optional().map(str::to_owned),
                topic: row.cell("crisis_topic").optional().map(str::to_owned),
                source: RecordSource::Vetoes,
            });
        }
        Ok(())
    })?;
    Ok(Tables {
        vetoes,
        ..Tables::default()
    })
}

/// A date with the month first: `2/16/1946`.
fn american_date(cell: Cell<'_>) -> Result<Date, ImportError> {
    let mut parts = cell.required()?.split('/').map(str::parse::<i16>);
    let mut next = || parts.next()?.ok();
    let date = match (next(), next(), next(), next()) {
        (Some(month), Some(day), Some(year), None) => {
            let small = |n: i16| i8::try_from(n).ok();
            small(month)
                .zip(small(day))
                .and_then(|(month, day)| Date::new(year, month, day).ok())
        }
        _ => None,
    };
    date.filter(|d| (1946..3000).contains(&d.year()))
        .ok_or_else(|| cell.error("is not a date of the form M/D/YYYY"))
}

fn symbol(cell: Cell<'_>) -> Result<String, ImportError> {
    council_symbol(cell.required()?).ok_or_else(|| {
        cell.error("is no resolution's symbol")
            .hint("such as S/RES/2822(2026)")
    })
}

/// Whose record a row is from; without a word, the Library's.
fn source(cell: Cell<'_>) -> Result<RecordSource, ImportError> {
    match cell.text {
        "" | "UNDL" => Ok(RecordSource::Library),
        "UNxml" => Ok(RecordSource::Unxml),
        _ => Err(cell.error("is no source").hint("UNDL or UNxml")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_veto_belongs_to_who_held_the_seat() {
        let head = "date,draft,agenda_item,crisis_topic,member_veto1,member_veto2,member_veto3\n";
        let read = |rows: &str| vetoes("v", format!("{head}{rows}").as_bytes());
        let tables = read(
            "12/13/1955,S/3502,Admission,Mongolia,China,,\n\
             12/13/1955,S/3509,Admission,,USSR,,\n\
             10/4/2011,S/2011/612,Syria,,China,Russia,\n",
        )
        .unwrap();
        let who: Vec<(u16, u16)> = tables
            .vetoes
            .iter()
            .map(|v| (v.number, v.ccode.0))
            .collect();
        assert_eq!(who, [(1, 713), (2, 365), (1, 710), (1, 365)]);
        for (row, place) in [
            (
                "13/1/1955,S/1,A,,China,,",
                "column `date`, value \"13/1/1955\"",
            ),
            ("1/1/1955,S/1,A,,,,", "column `member_veto1`"),
            (
                "1/1/1955,S/1,A,,UK,Spain,",
                "column `member_veto2`, value \"Spain\"",
            ),
        ] {
            let said = read(row).unwrap_err().to_string();
            assert!(said.starts_with(&format!("v:2: {place}")), "{said}");
        }
    }
}
