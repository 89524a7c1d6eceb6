//! The workings of a note give the figures of the assessment again, from their rows and by their
//! formulas.

mod arithmetic;
mod commitments;
mod side;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use entente_assessment::{
    Applied, Assessment, Cell, Dossier, Fits, HostedCount, Message, Question, WorkedTable,
    Workings, WorkingsError,
};
use entente_evidence::{ContactLevel, Evidence};
use entente_measures::Tally;
use entente_measures::contact::{Schedule, Years, change_point, traction};
use jiff::civil::{Date, date};

use arithmetic::value;

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());
static KEPT: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().unwrap());

fn fits() -> Fits {
    Fits::within(KEPT.path().to_owned())
}

struct Case {
    assessment: Assessment,
    dossier: Option<&'static Dossier>,
    date: Date,
}

impl Case {
    fn of(states: &[&str], date: Date) -> Self {
        let names: Vec<String> = states.iter().map(|s| (*s).to_owned()).collect();
        let (name, dossier) = &Dossier::shipped()[0];
        let dossier = (states == ["USA", "MEX"]).then_some(dossier);
        let question = Question::about(&names);
        let question = match dossier {
            Some(dossier) => question.with(name, dossier),
            None => question,
        };
        Case {
            assessment: Assessment::of(&question, &fits(), &EVIDENCE.as_of(date)).unwrap(),
            dossier,
            date,
        }
    }

    fn workings(&self, number: usize) -> Workings {
        let as_of = EVIDENCE.as_of(self.date);
        Workings::of(number, &self.assessment, self.dossier, &fits(), &as_of).unwrap()
    }

    /// The workings of a kind of note, which every assessment has.
    fn of_kind(&self, id: &str) -> Workings {
        let is_it = |m: &Message| m.id == id;
        let note = self.assessment.notes.iter();
        let note = note.clone().find(|n| n.message.as_ref().is_some_and(is_it));
        self.workings(note.unwrap().number)
    }
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let days = [date(2021, 2, 1), date(2012, 6, 1)];
    let groups: [&[&str]; 3] = [&["USA", "MEX"], &["MEX", "BRA"], &["USA", "MEX", "CAN"]];
    let cases = days
        .into_iter()
        .flat_map(|day| groups.map(|states| Case::of(states, day)));
    cases.collect()
});

/// A row by the names of its columns, keys among them.
struct Row<'t>(BTreeMap<&'static str, &'t Cell>);

impl Row<'_> {
    fn text(&self, column: &str) -> &str {
        match self.0[column] {
            Cell::Text(text) => text,
            Cell::Term(term) => term,
            Cell::Missing => "",
            other => panic!("{column} is {other:?}"),
        }
    }

    fn whole(&self, column: &str) -> Option<i64> {
        match self.0[column] {
            Cell::Whole(number) | Cell::Count(number) => Some(*number),
            Cell::Missing => None,
            other => panic!("{column} is {other:?}"),
        }
    }

    fn number(&self, column: &str) -> Option<f64> {
        match self.0[column] {
            Cell::Number(number, _) => Some(*number),
            Cell::Missing => None,
            other => panic!("{column} is {other:?}"),
        }
    }

    fn day(&self, column: &str) -> Option<Date> {
        match self.0[column] {
            Cell::Day(day) => Some(*day),
            Cell::Missing => None,
            other => panic!("{column} is {other:?}"),
        }
    }
}

fn rows<'t>(workings: &'t Workings, id: &str) -> Vec<Row<'t>> {
    let tables = workings.tables.iter().filter(|t| t.id == id);
    let found: Vec<&WorkedTable> = tables.collect();
    assert!(!found.is_empty(), "no table {id}");
    let row = |table: &&'t WorkedTable| {
        let table: &'t WorkedTable = table;
        table.rows.iter().map(move |cells| {
            let keys = table.keys.iter().map(|(name, cell)| (*name, cell));
            Row(keys
                .chain(table.columns.iter().copied().zip(cells))
                .collect())
        })
    };
    found.iter().flat_map(row).collect()
}

fn is_of(row: &Row<'_>, pair: &entente_assessment::Pair) -> bool {
    row.text("iso3_1") == pair.iso3_1 && row.text("iso3_2") == pair.iso3_2
}

#[test]
fn every_formula_comes_to_its_result() {
    let mut checked = 0;
    for case in CASES.iter() {
        for note in &case.assessment.notes {
            for worked in case.workings(note.number).formulas {
                let written = worked.substituted(|v| format!("{v}"));
                let found = value(&written);
                // The forecast is mixed in single precision.
                let exact = if worked.formula.id == "formula-expected" {
                    1e-5
                } else {
                    1e-9
                };
                let near = (found - worked.result).abs() <= exact * worked.result.abs().max(1.0);
                assert!(near, "{written} = {found}, not {}", worked.result);
                checked += 1;
            }
        }
    }
    assert!(checked > 1000, "{checked}");
}

#[test]
fn coincidence_from_its_roll_calls() {
    for case in CASES.iter() {
        let workings = case.of_kind("note-coincidence");
        let calls = rows(&workings, "roll-calls");
        let mut results = workings.formulas.iter();
        for pair in &case.assessment.coincidence.pairs {
            let own: Vec<&Row<'_>> = calls.iter().filter(|r| is_of(r, &pair.pair)).collect();
            for issue in &pair.issues {
                let last = i64::from(issue.session.unwrap());
                let periods = [
                    (last, last, &issue.latest),
                    (last - 4, last, &issue.recent),
                    (last - 14, last - 5, &issue.before),
                ];
                for (from, to, figure) in periods {
                    let taken = own.iter().filter(|row| {
                        let session = row.whole("session").unwrap();
                        let mut codes = row.text("issues").split(' ');
                        (from..=to).contains(&session) && codes.any(|c| c == issue.issue.as_str())
                    });
                    let mut tally = Tally::default();
                    for row in taken {
                        let class = of_votes(row.text("vote_1"), row.text("vote_2"));
                        assert_eq!(class, row.text("class"));
                        match class {
                            "same" => tally.same += 1,
                            "partial" => tally.partial += 1,
                            "opposite" => tally.opposite += 1,
                            _ => tally.absent += 1,
                        }
                    }
                    assert_eq!(tally.rated(), *figure);
                    if figure.coincidence.is_some() {
                        let told = results.next().map(|w| w.result);
                        assert_eq!(told, figure.coincidence);
                    }
                }
            }
        }
        assert!(results.next().is_none());
    }
}

fn of_votes(one: &str, other: &str) -> &'static str {
    match (one, other) {
        ("absent" | "not a member", _) | (_, "absent" | "not a member") => "absent",
        (a, b) if a == b => "same",
        ("abstain", _) | (_, "abstain") => "partial",
        _ => "opposite",
    }
}

#[test]
fn the_series_are_those_of_the_assessment() {
    for case in CASES.iter() {
        let workings = case.of_kind("note-coincidence");
        let sessions = rows(&workings, "sessions");
        let mut rows = sessions.iter();
        for pair in &case.assessment.coincidence.pairs {
            for point in pair.issues.iter().flat_map(|i| &i.series) {
                let row = rows.next().unwrap();
                let count = |name| u32::try_from(row.whole(name).unwrap()).unwrap();
                let tally = Tally {
                    same: count("same"),
                    partial: count("partial"),
                    opposite: count("opposite"),
                    absent: count("absent"),
                };
                assert_eq!(tally.rated(), point.coincidence);
                assert_eq!(row.number("coincidence"), point.coincidence.coincidence);
            }
        }
        assert!(rows.next().is_none());
    }
}

#[test]
fn the_world_from_its_tallies() {
    for case in CASES.iter() {
        let workings = case.of_kind("note-world");
        let calls = rows(&workings, "roll-calls").len();
        let states = rows(&workings, "states");
        let section = &case.assessment.world;
        assert_eq!(states.len(), section.rows.len());
        for (row, told) in states.iter().zip(&section.rows) {
            let count = |name| u32::try_from(row.whole(name).unwrap()).unwrap();
            let tally = Tally {
                same: count("same"),
                partial: count("partial"),
                opposite: count("opposite"),
                absent: count("absent"),
            };
            assert_eq!(tally.rated(), told.coincidence);
            assert_eq!((tally.joint() + tally.absent) as usize, calls);
        }
    }
}

#[test]
fn contacts_by_year_from_their_records() {
    for case in CASES.iter() {
        let workings = case.of_kind("note-contacts");
        let tables = workings.tables.iter().filter(|t| t.id == "contacts");
        assert_eq!(tables.count(), case.assessment.contacts.pairs.len());
        let records = rows(&workings, "contacts");
        for pair in &case.assessment.contacts.pairs {
            let own: Vec<&Row<'_>> = records.iter().filter(|r| is_of(r, &pair.pair)).collect();
            for level in [ContactLevel::Leader, ContactLevel::Minister] {
                let held = |year: i16| {
                    let it = own.iter().filter(|row| {
                        let start = row.day("start").unwrap();
                        start.year() == year && row.text("level") == level.as_str()
                    });
                    u32::try_from(it.count()).unwrap()
                };
                for year in 1850..=case.date.year() {
                    assert_eq!(held(year), pair.count(level, year..=year), "{year}");
                }
            }
            let last = own.iter().find(|r| r.text("level") == "leader");
            let last = last.map(|r| r.day("start").unwrap());
            assert_eq!(last, pair.last_leader.as_ref().map(|e| e.start));
        }
    }
}

#[test]
fn displacement_from_its_rows() {
    for case in CASES.iter() {
        let section = &case.assessment.displacement;
        let hosted = case.of_kind("note-hosted");
        let applied = case.of_kind("note-applications");
        let (hosted, applied) = (rows(&hosted, "population"), rows(&applied, "applications"));
        let between = |row: &Row<'_>, from: &str, to: &str| {
            row.text("origin") == from && row.text("asylum") == to
        };
        for exchange in &section.between {
            let (from, to) = (&exchange.origin_iso3, &exchange.asylum_iso3);
            let own: Vec<&Row<'_>> = hosted.iter().filter(|r| between(r, from, to)).collect();
            assert_eq!(own.is_empty(), exchange.hosted.is_none());
            if let [row] = own[..] {
                let count = |name| row.whole(name).map(|n| u32::try_from(n).unwrap());
                let told = HostedCount {
                    refugees: count("refugees"),
                    asylum_seekers: count("asylum_seekers"),
                    others_needing_protection: count("others_needing_protection"),
                    ..HostedCount::default()
                };
                assert_eq!(Some(told), exchange.hosted);
            }
            for told in &exchange.applications {
                let in_year = |r: &&Row<'_>| {
                    between(r, from, to) && r.whole("year") == Some(told.year.into())
                };
                let of_unit = |cases: bool| {
                    let own = applied.iter().filter(in_year);
                    let own = own.filter(|r| (r.text("unit") == "C") == cases);
                    own.filter_map(|r| r.whole("applied"))
                        .map(|n| u32::try_from(n).unwrap())
                        .reduce(|a, b| a + b)
                };
                let found = Applied {
                    persons: of_unit(false),
                    cases: of_unit(true),
                };
                assert_eq!(found, told.applied.unwrap_or_default());
            }
        }
        for origin in &section.through {
            for (party, told) in case.assessment.parties.iter().zip(&origin.hosted) {
                let own = hosted.iter();
                let own = own.filter(|r| between(r, origin.origin.as_str(), &party.iso3));
                let all = own.flat_map(|r| {
                    ["refugees", "asylum_seekers", "others_needing_protection"]
                        .map(|name| r.whole(name).unwrap_or(0))
                });
                assert_eq!(all.sum::<i64>(), i64::from(told.total()));
            }
        }
    }
}

#[test]
fn capabilities_from_their_components() {
    for case in CASES.iter() {
        let workings = case.of_kind("note-power");
        let published = rows(&workings, "cinc");
        let shares = rows(&workings, "components");
        let cinc = |iso3: &str, year: u16| {
            let is_it =
                |r: &&Row<'_>| r.text("iso3") == iso3 && r.whole("year") == Some(year.into());
            published.iter().find(is_it).and_then(|r| r.number("cinc"))
        };
        for pair in &case.assessment.power.pairs {
            let year = pair.year.unwrap();
            let two = (cinc(&pair.pair.iso3_1, year), cinc(&pair.pair.iso3_2, year));
            let (one, other) = (two.0.unwrap(), two.1.unwrap());
            assert_eq!(pair.ratio, Some(one.max(other) / one.min(other)));
        }
        for row in &published {
            let own = shares.iter().filter(|s| {
                s.text("iso3") == row.text("iso3") && s.whole("year") == row.whole("year")
            });
            let own: Vec<f64> = own.filter_map(|s| s.number("share")).collect();
            let mean = own.iter().sum::<f64>() / own.len() as f64;
            let told = row.number("cinc").unwrap();
            assert!((mean - told).abs() < 1e-4, "{mean} {told}");
        }
    }
}

#[test]
fn organisations_and_ranks_from_all_partners() {
    for case in CASES.iter() {
        let workings = case.of_kind("note-igos");
        let partners = rows(&workings, "organisations");
        for pair in &case.assessment.ties.pairs {
            let (one, two) = (pair.pair.iso3_1.as_str(), pair.pair.iso3_2.as_str());
            for (state, other, rank) in [(one, two, pair.rank_for_1), (two, one, pair.rank_for_2)] {
                let own = || {
                    let it = partners.iter().filter(|r| is_of(r, &pair.pair));
                    it.filter(move |r| r.text("iso3") == state)
                };
                let joint = own().find(|r| r.text("partner") == other);
                let joint = joint.and_then(|r| r.whole("organisations"));
                assert_eq!(joint, pair.joint_igos.map(i64::from));
                let more = own().filter(|r| r.whole("organisations") > joint).count();
                assert_eq!(rank, Some(u32::try_from(more + 1).unwrap()));
            }
        }
    }
}

#[test]
fn status_and_rates_from_the_days() {
    for case in CASES.iter() {
        let workings = case.of_kind("note-status");
        let (days, standing) = (rows(&workings, "days-met"), rows(&workings, "standing"));
        for pair in &case.assessment.machinery.pairs {
            for row in &pair.machinery.mechanisms {
                let is_it = |r: &&Row<'_>| is_of(r, &pair.pair) && r.text("series") == row.id;
                let stands = standing.iter().find(is_it).unwrap();
                let schedule = stands
                    .day("covered_from")
                    .zip(stands.number("cadence_days"));
                let found = schedule.map(|(since, cadence)| {
                    let own = days.iter().filter(is_it);
                    let held: Vec<Date> = own.map(|r| r.day("date").unwrap()).collect();
                    traction(
                        &held,
                        &Schedule {
                            since,
                            until: stands.day("covered_to").unwrap(),
                            cadence,
                        },
                    )
                });
                let status = row.status.or(row.status_then);
                assert_eq!(found.map(|f| f.status), status, "{}", row.id);
                assert_eq!(found.and_then(|f| f.last), row.last);
                assert_eq!(found.and_then(|f| f.due), row.due);
                assert_eq!(found.and_then(|f| f.recent_rate), row.recent_rate);
                assert_eq!(found.and_then(|f| f.history_rate), row.history_rate);
            }
        }
    }
}

#[test]
fn changes_from_the_years() {
    for case in CASES.iter() {
        let workings = case.of_kind("note-change");
        let years = rows(&workings, "years");
        for pair in &case.assessment.machinery.pairs {
            let machinery = &pair.machinery;
            let each = machinery.mechanisms.iter();
            let each = each.map(|row| (row.id.as_str(), row.fraying.as_ref()));
            for (id, told) in each.chain([("web", machinery.web.fraying.as_ref())]) {
                let own: Vec<&Row<'_>> = years
                    .iter()
                    .filter(|r| is_of(r, &pair.pair) && r.text("series") == id)
                    .collect();
                let first = own.first().and_then(|r| r.whole("year"));
                let counts = own.iter().map(|r| r.whole("meetings").unwrap());
                let found = first.and_then(|first| {
                    change_point(&Years {
                        first: i16::try_from(first).unwrap(),
                        counts: counts.map(|n| u32::try_from(n).unwrap()).collect(),
                        exposure: own.iter().map(|r| r.number("exposure").unwrap()).collect(),
                    })
                });
                assert_eq!(found.as_ref(), told, "{id}");
            }
        }
    }
}

#[test]
fn every_note_of_today_has_rows() {
    for case in CASES.iter() {
        for note in &case.assessment.notes {
            let workings = case.workings(note.number);
            assert_eq!(&workings.note, note);
            assert!(!workings.tables.is_empty(), "{:?}", note.message);
        }
    }
    let rich = &CASES[0];
    let silent: Vec<&str> = (rich.assessment.notes.iter())
        .filter(|n| rich.workings(n.number).main().all(|t| t.rows.is_empty()))
        .map(|n| n.message.as_ref().unwrap().id)
        .collect();
    assert!(silent.is_empty(), "{silent:?}");
}

#[test]
fn a_note_of_another_kind_says_that_it_has_no_rows() {
    let case = &CASES[0];
    let mut assessment = case.assessment.clone();
    assessment.notes[0].message = Some(Message::new("note-of-another-kind"));
    let as_of = EVIDENCE.as_of(case.date);
    let workings = Workings::of(1, &assessment, case.dossier, &fits(), &as_of).unwrap();
    assert!(workings.tables.is_empty() && workings.formulas.is_empty());
    let last = assessment.notes.len();
    for number in [0, last + 1] {
        let found = Workings::of(number, &assessment, None, &fits(), &as_of);
        let Err(WorkingsError::NoSuchNote { number: n, last: l }) = found else {
            panic!("{found:?}");
        };
        assert_eq!((n, l), (number, last));
    }
}
