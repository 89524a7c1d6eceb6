//! Meetings, and how status, rates and changes come of them.

use std::collections::BTreeSet;

use entente_evidence::{Contact, EvidenceError};
use entente_measures::contact::{Schedule, Turns, YEAR_DAYS, Years};
use jiff::civil::Date;

use super::contacts::{RECORD, record};
use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable};
use crate::machinery::{
    Covered, MechanismRow, Meeting, PairMachinery, SeriesKind, days, held, years_of,
};
use crate::note::{Message, Value};

const MISSED: Formula = Formula {
    id: "formula-missed",
    text: "max(0, floor(g / c − ½))",
};
const CADENCE: Formula = Formula {
    id: "formula-cadence",
    text: "max(365.25 / 2, L / k)",
};
/// Diggle (1985), one-sided, corrected for the edge.
const RECENT: Formula = Formula {
    id: "formula-recent",
    text: "365.25 · W / (h / ln(2) · (1 − 2^(−D / h)))",
};
const HISTORY: Formula = Formula {
    id: "formula-history",
    text: "365.25 · n / D",
};
/// Raftery and Akman (1986).
const CHANGED: Formula = Formula {
    id: "formula-changed",
    text: "C / (C + U)",
};
const DECLINED: Formula = Formula {
    id: "formula-declined",
    text: "K / (C + U)",
};
const RATE: Formula = Formula {
    id: "formula-rate",
    text: "(1 + n) / (E / (N + ½) + e)",
};

const MEETING: [&str; 10] = [
    "start",
    "end",
    "level",
    "kind",
    "entered",
    "series",
    "sources",
    "place",
    "participants",
    "occasions",
];

fn meeting(series: &str, meeting: &Meeting) -> Vec<Cell> {
    vec![
        Cell::Day(meeting.start),
        Cell::Day(meeting.end),
        Cell::Term(meeting.level.as_str()),
        Cell::Term(meeting.kind.as_str()),
        Cell::yes_or_no(meeting.entered),
        match series {
            "" => Cell::Missing,
            series => Cell::text(series),
        },
        Cell::list(&meeting.sources),
        Cell::text(&meeting.place),
        Cell::list(&meeting.participants),
        Cell::list(&meeting.occasions),
    ]
}

/// Every meeting of every series, and the records that they were merged from.
pub(super) fn meetings(asked: &Asked<'_, '_>) -> Result<Parts, EvidenceError> {
    let pairs = &asked.assessment.machinery.pairs;
    let mut tables = Vec::new();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    for pair in pairs {
        let mechanisms = &pair.machinery.mechanisms;
        let of_series = mechanisms.iter().flat_map(|row| {
            let own = row.meetings.iter();
            own.map(|m| meeting(&row.id, m))
        });
        let others = &pair.machinery.contacts.others;
        let rows = of_series.chain(others.iter().map(|m| meeting("", m)));
        let title = Message::new("rows-meetings");
        let table = WorkedTable::new("meetings", title, &MEETING).of_pair(&pair.pair);
        tables.push(table.rows(rows));
        let all = mechanisms
            .iter()
            .flat_map(|row| &row.meetings)
            .chain(others);
        named.extend(all.flat_map(|m| m.sources.iter().map(String::as_str)));
    }
    tables.push(records(&named, asked)?);
    Ok(Parts {
        formulas: Vec::new(),
        tables,
    })
}

/// The records that meetings name.
fn records(named: &BTreeSet<&str>, asked: &Asked<'_, '_>) -> Result<WorkedTable, EvidenceError> {
    let is_named = |c: &Contact| {
        let name = format!("{} {}", c.source.as_str(), c.id);
        named.contains(name.as_str())
    };
    let rows = asked.as_of.select::<Contact>(is_named)?;
    let mut rows: Vec<Contact> = rows.map(std::borrow::Cow::into_owned).collect();
    rows.sort_by_key(|c| (c.start, c.end, c.source, c.id));
    let title = Message::new("rows-records");
    Ok(WorkedTable::new("records", title, &RECORD).rows(rows.iter().map(record)))
}

/// Meetings on the ground of a third state, and both leaders at one gathering.
pub(super) fn third_places(asked: &Asked<'_, '_>) -> Parts {
    let tables = asked.assessment.machinery.pairs.iter().map(|pair| {
        let contacts = &pair.machinery.contacts;
        let there = contacts.third_places.iter().map(|m| meeting("", m));
        let together = contacts.together.iter().map(|m| meeting("", m));
        let title = Message::new("rows-third-places");
        WorkedTable::new("third-places", title, &MEETING)
            .of_pair(&pair.pair)
            .rows(there.chain(together))
    });
    Parts {
        formulas: Vec::new(),
        tables: tables.collect(),
    }
}

fn covered(row: &MechanismRow) -> Option<Covered> {
    let (from, to) = row.covered_from.zip(row.covered_to)?;
    Some(Covered { from, to })
}

fn schedule(row: &MechanismRow) -> Option<Schedule> {
    let covered = covered(row)?;
    Some(Schedule {
        since: covered.from,
        until: covered.to,
        cadence: row.cadence_days?,
    })
}

/// Gaps against cadences, and rates.
pub(super) fn status(asked: &Asked<'_, '_>) -> Parts {
    let mut parts = Parts::default();
    let mut standing = Vec::new();
    for pair in &asked.assessment.machinery.pairs {
        let mut rows = Vec::new();
        for row in &pair.machinery.mechanisms {
            let Some(schedule) = schedule(row) else {
                continue;
            };
            let within = schedule.since..=schedule.until;
            let mut held = days(&row.meetings);
            held.retain(|day| within.contains(day));
            held.sort_unstable();
            parts.formulas.extend(rates(pair, row, &schedule, &held));
            rows.extend(held.iter().enumerate().map(|(at, day)| {
                let before = at.checked_sub(1).map(|b| gap(held[b], *day));
                vec![
                    Cell::text(&row.id),
                    Cell::Day(*day),
                    Cell::count(before),
                    Cell::Whole(gap(*day, schedule.until)),
                    Cell::Number(schedule.weight(*day), 4),
                ]
            }));
        }
        let title = Message::new("rows-days-met");
        let columns = ["series", "date", "interval", "age", "weight"];
        let table = WorkedTable::new("days-met", title, &columns).of_pair(&pair.pair);
        parts.tables.push(table.rows(rows));
        standing.push(stands(pair));
    }
    parts.tables.extend(standing);
    parts
}

fn gap(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}

/// How each series stands.
fn stands(pair: &PairMachinery) -> WorkedTable {
    let columns = [
        "series",
        "status",
        "cadence_days",
        "covered_from",
        "covered_to",
        "not_known_since",
        "last",
        "gap_days",
        "due",
        "expected_next",
    ];
    let rows = pair.machinery.mechanisms.iter().map(|row| {
        vec![
            Cell::text(&row.id),
            Cell::maybe(row.status.or(row.status_then), |s| Cell::Term(s.as_str())),
            Cell::maybe(row.cadence_days, |d| Cell::Number(d, 1)),
            Cell::day(row.covered_from),
            Cell::day(row.covered_to),
            Cell::day(row.not_known_since),
            Cell::day(row.last),
            Cell::count(row.gap_days),
            Cell::day(row.due),
            Cell::day(row.expected_next),
        ]
    });
    let title = Message::new("rows-standing");
    WorkedTable::new("standing", title, &columns)
        .of_pair(&pair.pair)
        .rows(rows)
}

fn rates(
    pair: &PairMachinery,
    row: &MechanismRow,
    schedule: &Schedule,
    held: &[Date],
) -> Vec<Worked> {
    let what = || named(pair, row);
    let (covered, half_life) = (schedule.days(), schedule.half_life());
    let mut worked = Vec::new();
    if row.series == SeriesKind::Contact {
        let mut apart = held.to_vec();
        apart.dedup();
        let intervals = apart.len().saturating_sub(1).min(10);
        if let Some(last) = apart.last().filter(|_| intervals >= 3) {
            let first = apart[apart.len() - 1 - intervals];
            worked.push(Worked {
                what: what(),
                formula: CADENCE,
                terms: vec![("L", gap(first, *last) as f64), ("k", intervals as f64)],
                result: schedule.cadence,
            });
        }
    }
    worked.extend(row.missed.zip(row.gap_days).map(|(missed, gap)| Worked {
        what: what(),
        formula: MISSED,
        terms: vec![("g", gap as f64), ("c", schedule.cadence)],
        result: missed.into(),
    }));
    worked.extend(row.recent_rate.map(|rate| Worked {
        what: what(),
        formula: RECENT,
        terms: vec![
            (
                "W",
                held.iter().map(|day| schedule.weight(*day)).sum::<f64>() + 0.0,
            ),
            ("h", half_life),
            ("D", covered),
        ],
        result: rate,
    }));
    worked.extend(row.history_rate.map(|rate| Worked {
        what: what(),
        formula: HISTORY,
        terms: vec![("n", held.len() as f64), ("D", covered)],
        result: rate,
    }));
    debug_assert_eq!(YEAR_DAYS, 365.25, "the formulas say so");
    worked
}

fn named(pair: &PairMachinery, row: &MechanismRow) -> Message {
    Message::new("worked-series")
        .with_word("name", &row.name)
        .with_word("series", &row.id)
        .with("pair", super::table::of(&pair.pair))
}

/// Meetings by year, and what speaks for a change at each turn of the year.
pub(super) fn change(asked: &Asked<'_, '_>) -> Parts {
    let mut parts = Parts::default();
    let mut by_turn = Vec::new();
    for pair in &asked.assessment.machinery.pairs {
        let (mut counts, mut turns) = (Vec::new(), Vec::new());
        for (id, what, years) in series(pair) {
            counts.extend(counted(&id, &years));
            if let Some(found) = Turns::of(&years) {
                parts.formulas.extend(odds(&what, &found));
                turns.extend(turned(&id, &found));
            }
        }
        let title = Message::new("rows-years");
        let columns = ["series", "year", "meetings", "exposure"];
        let table = WorkedTable::new("years", title, &columns).of_pair(&pair.pair);
        parts.tables.push(table.rows(counts));
        let title = Message::new("rows-turns");
        let columns = [
            "series",
            "year",
            "before",
            "years_before",
            "after",
            "years_after",
            "weight",
            "decline",
        ];
        let table = WorkedTable::new("turns", title, &columns).of_pair(&pair.pair);
        by_turn.push(table.rows(turns));
    }
    parts.tables.extend(by_turn);
    parts
}

/// The series in which a change is looked for: all meetings together, and each by itself.
fn series(pair: &PairMachinery) -> Vec<(String, Message, Years)> {
    let machinery = &pair.machinery;
    let web = machinery.web.covered_from.zip(machinery.web.covered_to);
    let web = web.and_then(|(from, to)| {
        let covered = Covered { from, to };
        let years = years_of(&held(&machinery.mechanisms, Some(covered)), covered)?;
        let what = Message::new("worked-web").with("pair", super::table::of(&pair.pair));
        Some(("web".to_owned(), what, years))
    });
    let each = machinery.mechanisms.iter().filter_map(|row| {
        let years = years_of(&days(&row.meetings), covered(row)?)?;
        Some((row.id.clone(), named(pair, row), years))
    });
    web.into_iter().chain(each).collect()
}

fn counted(id: &str, years: &Years) -> Vec<Vec<Cell>> {
    let counts = years.counts.iter().zip(&years.exposure);
    (years.first..)
        .zip(counts)
        .map(|(year, (count, exposure))| {
            vec![
                Cell::text(id),
                Cell::Whole(year.into()),
                Cell::Whole((*count).into()),
                Cell::Number(*exposure, 3),
            ]
        })
        .collect()
}

fn turned(id: &str, turns: &Turns) -> Vec<Vec<Cell>> {
    let rows = turns.every.iter().map(|turn| {
        vec![
            Cell::text(id),
            Cell::Whole(turn.year.into()),
            Cell::Whole(turn.before.meetings as i64),
            Cell::Number(turn.before.years, 3),
            Cell::Whole(turn.after.meetings as i64),
            Cell::Number(turn.after.years, 3),
            Cell::Number(turn.weight, 5),
            Cell::Number(turn.decline, 4),
        ]
    });
    rows.collect()
}

/// The probabilities of a change and of a decline, and the rates on both sides of the likeliest turn.
fn odds(what: &Message, turns: &Turns) -> Vec<Worked> {
    let changed: f64 = turns.every.iter().map(|t| t.weight).sum();
    let declined: f64 = turns.every.iter().map(|t| t.weight * t.decline).sum();
    let evidence = changed + turns.unchanged;
    let mut worked = vec![
        Worked {
            what: what.clone(),
            formula: CHANGED,
            terms: vec![("C", changed), ("U", turns.unchanged)],
            result: changed / evidence,
        },
        Worked {
            what: what.clone(),
            formula: DECLINED,
            terms: vec![("K", declined), ("C", changed), ("U", turns.unchanged)],
            result: declined / evidence,
        },
    ];
    if let Some(likely) = turns.likeliest() {
        for (id, stretch) in [("before", likely.before), ("after", likely.after)] {
            worked.push(Worked {
                what: Message::new("worked-side")
                    .with("what", Value::Messages(vec![what.clone()]))
                    .with_word("side", id)
                    .with_word("year", likely.year),
                formula: RATE,
                terms: vec![
                    ("n", stretch.meetings),
                    ("e", stretch.years),
                    ("N", turns.total.meetings),
                    ("E", turns.total.years),
                ],
                result: (1.0 + stretch.meetings) / (turns.prior_rate + stretch.years),
            });
        }
    }
    worked
}

/// What the dossier declares of each mechanism, and its meetings.
pub(super) fn declared(asked: &Asked<'_, '_>) -> Parts {
    let mut told: Vec<&MechanismRow> = Vec::new();
    for pair in &asked.assessment.machinery.pairs {
        let rows = pair.machinery.mechanisms.iter();
        for row in rows.filter(|r| r.series == SeriesKind::Mechanism) {
            if told.iter().all(|other| other.id != row.id) {
                told.push(row);
            }
        }
    }
    let mechanisms = told.iter().map(|row| {
        let words = asked.dossier.as_ref().and_then(|d| d.mechanism(&row.id));
        let words = words.iter().flat_map(|m| &m.occasions);
        let words: Vec<&str> = words
            .flat_map(|o| o.words.iter().map(String::as_str))
            .collect();
        vec![
            Cell::text(&row.id),
            Cell::text(&row.name),
            Cell::list(&row.parties),
            Cell::Term(row.level.as_str()),
            Cell::text_or_missing(row.cadence.as_ref()),
            Cell::day(row.founded),
            Cell::day(row.ended),
            Cell::list(&words),
            Cell::list(&row.sources),
        ]
    });
    let columns = [
        "id", "name", "parties", "level", "cadence", "founded", "ended", "words", "sources",
    ];
    let title = Message::new("rows-mechanisms");
    let declared = WorkedTable::new("mechanisms", title, &columns).rows(mechanisms);
    let own = told.iter().flat_map(|row| {
        let meetings = row.meetings.iter();
        meetings.map(|m| meeting(&row.id, m))
    });
    let title = Message::new("rows-mechanism-meetings");
    let met = WorkedTable::new("meetings", title, &MEETING).rows(own);
    Parts {
        formulas: Vec::new(),
        tables: vec![declared, met],
    }
}
