//! Resolutions of the Security Council.

use entente_states::Ccode;
use entente_states::council::members_on;
use jiff::civil::Date;

use super::super::ImportError;
use super::assembly::subjects;
use super::ballot::{self, Ballot};
use super::day;
use super::line::{At, Line, text};
use super::sponsors::{self, Unread};
use crate::record::Tables;
use crate::tables::{Adoption, CouncilVote, Organ, RecordSource, Resolution};

/// Adds a resolution, its sponsors and the members' votes.
///
/// # Errors
/// A symbol, a date or a name that cannot be read.
pub(super) fn resolution(
    at: At<'_>,
    line: &Line,
    tables: &mut Tables,
    unread: &mut Unread,
) -> Result<(), ImportError> {
    let (symbol, year) = symbol(at, &line.symbol)?;
    let date = dated(at, line, &symbol, year, tables)?;
    let ballot = Ballot::read(at, line, &mut tables.repairs)?;
    let members: Vec<Ccode> = members_on(date).iter().map(|term| term.ccode).collect();
    let said = said(&line.adoption_type, members.len());
    let stated = ballot::stated(at, line)?;
    let settled = settle(ballot, &members, said, stated);
    if let Settled {
        note: Some(note), ..
    } = &settled
    {
        tables.repairs.push(at.repair(&symbol, note.clone()));
    }
    if let Some(ballot) = &settled.ballot {
        let votes = ballot.votes(&members).into_iter();
        tables
            .council_votes
            .extend(votes.map(|(ccode, vote)| CouncilVote {
                symbol: symbol.clone(),
                ccode,
                date,
                vote,
            }));
    }
    let [in_favour, against, abstaining] = settled.totals.map_or([None; 3], |t| t.map(Some));
    tables.resolutions.push(Resolution {
        symbol: symbol.clone(),
        organ: Organ::Council,
        date,
        session: None,
        title: text(&line.resolution_title).or_else(|| text(&line.title)),
        agenda_item: None,
        agenda_title: text(&line.agenda_item_name),
        committee: None,
        subjects: subjects(&line.subjects),
        adoption: adoption(&line.adoption_type),
        in_favour,
        against,
        abstaining,
        chapter_vii: chapter_vii(&line.chapter_vii),
        draft: text(&line.draft_resolution),
        meeting: text(&line.outcome_letter),
        rcid: None,
        source: RecordSource::Unxml,
    });
    let sponsors = sponsors::of(at, line, &symbol, date, unread);
    tables.sponsors.extend(sponsors);
    Ok(())
}

/// `S/RES/2722 (2024)`, with or without the space: one form, and the year.
fn symbol(at: At<'_>, raw: &str) -> Result<(String, i16), ImportError> {
    read_symbol(raw).ok_or_else(|| {
        at.error("symbol", raw, "is no resolution's symbol")
            .hint("such as S/RES/2822 (2026)")
    })
}

/// A resolution of the Council in one form, `S/RES/2722 (2024)`, and its year.
pub(super) fn read_symbol(raw: &str) -> Option<(String, i16)> {
    let tidy: String = raw.split_whitespace().collect();
    let (number, year) = tidy.strip_prefix("S/RES/")?.split_once('(')?;
    let number: u16 = number.parse().ok().filter(|n| *n > 0)?;
    let year: i16 = year.strip_suffix(')')?.parse().ok()?;
    (1946..3000)
        .contains(&year)
        .then(|| (format!("S/RES/{number} ({year})"), year))
}

/// The day of adoption. The symbol carries the year; where the date has another, the symbol's stands.
fn dated(
    at: At<'_>,
    line: &Line,
    symbol: &str,
    year: i16,
    tables: &mut Tables,
) -> Result<Date, ImportError> {
    let date = day::read(at, &line.adoption_date)?;
    if date.year() == year {
        return Ok(date);
    }
    let right = Date::new(year, date.month(), date.day()).map_err(|_| {
        at.error(
            "adoption_date",
            &line.adoption_date,
            "is not of the symbol's year",
        )
    })?;
    tables.repairs.push(at.repair(
        symbol,
        format!("is dated {date}; the year of its symbol stands"),
    ));
    Ok(right)
}

/// Lists that can be trusted, totals, and what was put right.
struct Settled {
    ballot: Option<Ballot>,
    totals: Option<[u16; 3]>,
    note: Option<String>,
}

/// Holds the lists to the totals in the text of adoption and in the counts.
///
/// Lists that fit either are kept, and those that can be filled ([`filled`]).
fn settle(
    mut ballot: Ballot,
    members: &[Ccode],
    said: Option<[u16; 3]>,
    stated: [Option<u16>; 3],
) -> Settled {
    let stated = stated
        .iter()
        .any(Option::is_some)
        .then(|| stated.map(Option::unwrap_or_default));
    let totals = said.or(stated);
    let listed = ballot.counts();
    let dropped = |why: String| Settled {
        ballot: None,
        totals,
        note: Some(format!(
            "{why}; the votes are left out, the resolution is kept"
        )),
    };
    if let Some(fault) = ballot.fault(members) {
        return dropped(fault);
    }
    if said.is_none_or(|said| said == listed) || stated == Some(listed) {
        let differs = stated
            .filter(|stated| *stated != listed)
            .map(|s| format!("is counted {}, and listed {}", shown(s), shown(listed)));
        let said_else = said.filter(|said| *said != listed).map(|s| {
            format!(
                "was adopted {}, and {} are counted and listed",
                shown(s),
                shown(listed)
            )
        });
        return Settled {
            ballot: Some(ballot),
            totals: Some(listed),
            note: differs.or(said_else),
        };
    }
    let fills = |said: [u16; 3]| filled(&ballot, members, said);
    if let Some((list, missing)) = said.and_then(fills) {
        let said = said.unwrap_or_default();
        let note = format!(
            "was adopted {}, and {} are listed; {} in no list are counted where they lack",
            shown(said),
            shown(listed),
            missing.len()
        );
        ballot.lists[list].extend(missing);
        return Settled {
            ballot: Some(ballot),
            totals: Some(said),
            note: Some(note),
        };
    }
    let said = said.unwrap_or_default();
    dropped(format!(
        "was adopted {}, and {} are listed",
        shown(said),
        shown(listed)
    ))
}

/// The one list that is too short, and who is missing in it: where the totals account for every member, and
/// only one list falls short of them, the members in no list can only belong there.
fn filled(ballot: &Ballot, members: &[Ccode], said: [u16; 3]) -> Option<(usize, Vec<Ccode>)> {
    let listed = ballot.counts();
    let all = said.iter().map(|n| usize::from(*n)).sum::<usize>() == members.len();
    let lacking: Vec<usize> = (0..3).filter(|&i| said[i] != listed[i]).collect();
    match lacking.as_slice() {
        [list] if all && said[*list] > listed[*list] => Some((*list, ballot.unlisted(members))),
        _ => None,
    }
}

fn shown([yes, no, abstaining]: [u16; 3]) -> String {
    format!("{yes}-{no}-{abstaining}")
}

/// The totals in a text such as `Adopted 13-0-2, 9569th meeting` or `Adopted unanimously, 5028th meeting`.
fn said(raw: &str, members: usize) -> Option<[u16; 3]> {
    let lower = raw.to_lowercase();
    // The publisher also writes `unanimoulsy` and `unanimouly`.
    if lower.contains("unanimou") && !lower.contains("non-unanimou") {
        return Some([u16::try_from(members).ok()?, 0, 0]);
    }
    let figures = raw
        .split(|c: char| !(c.is_ascii_digit() || c == '-'))
        .find(|part| part.matches('-').count() == 2)?;
    let mut numbers = figures.split('-').map(str::parse::<u16>);
    let mut next = || numbers.next()?.ok();
    Some([next()?, next()?, next()?])
}

fn adoption(raw: &str) -> Adoption {
    let lower = raw.to_lowercase();
    if lower.contains("without vote")
        || lower.contains("without a vote")
        || lower.contains("acclamation")
    {
        return Adoption::WithoutVote;
    }
    match raw.trim().is_empty() {
        true => Adoption::NotStated,
        false => Adoption::Recorded,
    }
}

/// `Chapter VII`, nothing where the Council did not act under it, `N.A.` where nobody said.
fn chapter_vii(raw: &str) -> Option<bool> {
    match raw.trim() {
        "N.A." => None,
        said => Some(said == "Chapter VII"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn totals_in_the_text_of_adoption() {
        for (text, totals) in [
            ("Adopted 13-0-2, 9569th meeting", Some([13, 0, 2])),
            ("Adopted 12-0-3; voting by mail", Some([12, 0, 3])),
            (
                "Adopted (14-0-0, 1 absent), 4761st meeting",
                Some([14, 0, 0]),
            ),
            ("Adopted unanimoulsy, 5028th meeting", Some([15, 0, 0])),
            ("Adopted non-unanimously", None),
            ("Adopted without vote, 8193rd meeting", None),
            ("", None),
        ] {
            assert_eq!(said(text, 15), totals, "{text}");
        }
    }

    #[test]
    fn a_symbol_in_one_form() {
        let one = Some(("S/RES/2722 (2024)".to_owned(), 2024));
        assert_eq!(read_symbol("S/RES/2722(2024)"), one);
        assert_eq!(read_symbol("S/RES/2722 (2024)"), one);
        for text in [
            "S/RES/0 (2024)",
            "S/RES/2722",
            "S/RES/2722 (24)",
            "A/RES/80/1",
        ] {
            assert_eq!(read_symbol(text), None, "{text}");
        }
    }

    fn states(numbers: &[u16]) -> Vec<Ccode> {
        numbers.iter().map(|n| Ccode(*n)).collect()
    }

    #[test]
    fn lists_are_held_to_what_is_said() {
        let members = states(&[2, 20, 70]);
        let ballot = |yes: &[u16], abstaining: &[u16]| Ballot {
            lists: [states(yes), Vec::new(), states(abstaining)],
        };
        // All three in favour, none listed: all are.
        let empty = settle(
            ballot(&[], &[]),
            &members,
            Some([3, 0, 0]),
            [Some(3), None, None],
        );
        assert_eq!(
            empty.ballot.map(|b| b.lists[0].clone()),
            Some(members.clone())
        );
        // One of three did not take part.
        let absent = settle(
            ballot(&[2, 20], &[]),
            &members,
            Some([2, 0, 0]),
            [Some(2), None, None],
        );
        assert!(absent.note.is_none());
        assert_eq!(
            absent.ballot.map(|b| b.unlisted(&members)),
            Some(states(&[70]))
        );
        // The text has an abstention, the list has none: nobody knows whose.
        let wrong = settle(
            ballot(&[2, 20, 70], &[]),
            &members,
            Some([2, 0, 1]),
            [Some(2), None, None],
        );
        assert!(wrong.ballot.is_none());
        assert_eq!(
            wrong.note.as_deref(),
            Some(
                "was adopted 2-0-1, and 3-0-0 are listed; the votes are left out, the resolution is kept"
            )
        );
        // The counts are wrong, list and text agree.
        let miscounted = settle(
            ballot(&[2, 20], &[70]),
            &members,
            Some([2, 0, 1]),
            [Some(3), Some(0), Some(0)],
        );
        assert_eq!(
            miscounted.note.as_deref(),
            Some("is counted 3-0-0, and listed 2-0-1")
        );
        assert_eq!(miscounted.totals, Some([2, 0, 1]));
    }
}
