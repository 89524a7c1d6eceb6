//! Every index on real cells, beside an independent computation.
//!
//! `data/agreement_reference.csv` is the output of `data/agreement_reference.py`, which says how it
//! was made.

use entente_evidence::Evidence;
use entente_measures::{Index, IssueFilter, Period, Selection, VotePlanes};
use entente_states::Ccode;
use jiff::civil::date;

/// One line of the reference.
struct Reference {
    pair: (Ccode, Ccode),
    session: Period,
    issue: String,
    voted: u32,
    seated: u32,
    values: Vec<Option<f64>>,
}

fn references() -> Vec<Reference> {
    let mut lines = include_str!("data/agreement_reference.csv").lines();
    let words = Index::ALL.map(Index::as_str).join(",");
    assert_eq!(
        lines.next(),
        Some(format!("ccode1,ccode2,session,issue,voted,seated,{words}").as_str())
    );
    lines.map(reference).collect()
}

fn reference(line: &str) -> Reference {
    let fields: Vec<&str> = line.split(',').collect();
    let number = |i: usize| fields[i].parse::<u32>().unwrap();
    Reference {
        pair: (Ccode(number(0) as u16), Ccode(number(1) as u16)),
        session: Period::Session(number(2) as u16),
        issue: fields[3].to_owned(),
        voted: number(4),
        seated: number(5),
        values: fields[6..]
            .iter()
            .map(|field| (!field.is_empty()).then(|| field.parse().unwrap()))
            .collect(),
    }
}

/// Codes for colonialism from session 73 on and for economic development in session 74 are by rule today; the
/// reference has the publisher's.
fn coded_by_the_publisher(reference: &Reference) -> bool {
    let first_by_rule = match reference.issue.as_str() {
        "co" => 73,
        "ec" => 74,
        _ => return true,
    };
    matches!(reference.session, Period::Session(n) if n < first_by_rule)
}

#[test]
fn every_index_as_computed_elsewhere() {
    let evidence = Evidence::embedded().unwrap();
    // The reference was computed on the record as it stood then.
    let as_of = evidence.as_of(date(2020, 2, 1));
    let roll_calls = as_of.roll_calls().unwrap();
    let planes = VotePlanes::new(as_of.votes().unwrap(), roll_calls);
    let issues: Vec<IssueFilter> = IssueFilter::every().collect();
    let cells = Selection::cells(roll_calls, Period::session_of, |_| true, &issues);

    let references = references();
    assert!(references.len() > 400);
    for reference in references.into_iter().filter(coded_by_the_publisher) {
        let (first, second) = reference.pair;
        let cell = cells
            .iter()
            .find(|cell| {
                cell.period == reference.session && issues[cell.set].as_str() == reference.issue
            })
            .unwrap();
        let [a, b] = [first, second].map(|state| planes.place(state).unwrap());
        let counts = planes.counts(a, b, &cell.mask);
        let at = format!("{first} {second} {:?} {}", cell.period, reference.issue);
        assert_eq!(counts.joint.voted(), reference.voted, "voted: {at}");
        assert_eq!(counts.joint.seated(), reference.seated, "seated: {at}");
        for (index, expected) in Index::ALL.into_iter().zip(reference.values) {
            let found = index.of(&counts);
            let agree = match (found, expected) {
                (Some(found), Some(expected)) => (found - expected).abs() < 1e-9,
                (found, expected) => found == expected,
            };
            assert!(
                agree,
                "{} of {at}: {found:?}, expected {expected:?}",
                index.as_str()
            );
        }
    }
}

/// The one pass over all pairs counts what is counted pair by pair.
#[test]
fn all_pairs_as_pair_by_pair() {
    let evidence = Evidence::embedded().unwrap();
    // The reference was computed on the record as it stood then.
    let as_of = evidence.as_of(date(2020, 2, 1));
    let roll_calls = as_of.roll_calls().unwrap();
    let planes = VotePlanes::new(as_of.votes().unwrap(), roll_calls);
    let issues: Vec<IssueFilter> = IssueFilter::every().collect();
    let wanted = [1, 15, 29, 46, 66, 74].map(Period::Session);
    let sessions = |period| wanted.contains(&period);
    let cells = Selection::cells(roll_calls, Period::session_of, sessions, &issues);

    let mut next = cells.iter();
    let taken: Result<(), String> = planes.all_pairs(
        &cells,
        |pairs| (pairs.cell().clone(), pairs.rows().collect::<Vec<_>>()),
        |(cell, rows)| {
            assert_eq!(Some(&cell), next.next());
            let mut rows = rows.into_iter().peekable();
            for first in 0..planes.states().len() {
                for second in first + 1..planes.states().len() {
                    let counts = planes.counts(first, second, &cell.mask);
                    let row = rows.next_if(|row| (row.first, row.second) == (first, second));
                    let expected = (counts.joint.seated() > 0).then_some(counts);
                    if row.map(|row| row.counts) != expected {
                        return Err(format!("{first} {second} {:?}: {row:?}", cell.period));
                    }
                }
            }
            rows.next().map_or(Ok(()), |row| Err(format!("{row:?}")))
        },
    );
    assert_eq!(taken, Ok(()));
    assert_eq!(next.next(), None);
}
