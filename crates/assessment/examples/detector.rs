//! Scores the status rule and the change point as detectors of known lapses and revivals
//! (`data/ruptures.csv`), and prints the table of the methods chapter.
//!
//! ```sh
//! cargo run --release -p entente-assessment --example detector > docs/src/methods/tables/detector.md
//! ```

use std::collections::BTreeMap;

use entente_assessment::{Dossier, Machinery, Pair, Party, readings};
use entente_evidence::Evidence;
use entente_measures::contact::{ChangePoint, Status};
use entente_states::{Ccode, system};
use jiff::civil::date;

/// Years as of whose last day is read.
const YEARS: std::ops::RangeInclusive<i16> = 1950..=2024;
/// An alarm is right if it comes from a year before the event, since a visit often comes before the
/// formal act, to so many years after it.
const WINDOW: std::ops::RangeInclusive<i16> = -1..=5;
/// A pair has a long record with so many meetings by the end.
const LONG: usize = 10;

/// Why there is no alarm for an event.
const NO_ALARM: [&str; 4] = [
    "record too short",
    "no cadence yet",
    "silent before",
    "missed",
];

type Fault = Box<dyn std::error::Error>;
/// A pair by the other state, or a mechanism of the United States and Mexico by its id.
type Series = (Ccode, String);
/// What was said of every series, year after year.
type History = BTreeMap<Series, Vec<Said>>;

type Detector = fn(&[Said]) -> Vec<Alarm>;

const DETECTORS: [(&str, Detector); 4] = [
    ("status rule, lapsed", by_status),
    ("status rule, dormant", by_dormancy),
    ("change point, 0.5", |said| by_change(said, 0.5)),
    ("change point, 0.9", |said| by_change(said, 0.9)),
];

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Lapse,
    Revival,
}

struct Event {
    series: Series,
    kind: Kind,
    year: i16,
    name: String,
}

/// What was said of a series at the end of one year.
struct Said {
    year: i16,
    status: Option<Status>,
    change: Option<ChangePoint>,
}

struct Alarm {
    kind: Kind,
    year: i16,
}

fn main() -> Result<(), Fault> {
    let events = events()?;
    let (history, meetings) = history()?;
    let long =
        |series: &Series| !series.1.is_empty() || meetings.get(series).is_some_and(|n| *n >= LONG);
    let told = |series: &Series| events.iter().any(|e| e.series == *series);
    let table = |wanted: &dyn Fn(&Series) -> bool| {
        println!(
            "| detector | of | events | found | recall | alarms | right | precision | median delay, years |"
        );
        println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (name, detector) in DETECTORS {
            for kind in [Kind::Lapse, Kind::Revival] {
                let score = score(&events, &history, detector, kind, wanted);
                println!("| {name} | {} | {} |", of(kind), score.row());
            }
        }
        println!();
    };
    println!("Held-out half: pairs and mechanisms of states with an odd COW number.\n");
    table(&|s| long(s) && told(s) && held_out(s));
    println!("Development half, on which the cadence of contact was chosen.\n");
    table(&|s| long(s) && told(s) && !held_out(s));
    println!(
        "All {} pairs and mechanisms with a long record. Here an alarm without a listed event counts as wrong, although the list is not complete: precision is a lower bound.\n",
        history.keys().filter(|s| long(s)).count()
    );
    table(&long);
    let verdict = |event: &Event, detector: Detector| match history.get(&event.series) {
        None => NO_ALARM[0].to_owned(),
        Some(_) if !long(&event.series) => NO_ALARM[0].to_owned(),
        Some(said) => detector(said)
            .iter()
            .find(|a| a.kind == event.kind && WINDOW.contains(&(a.year - event.year)))
            .map_or_else(|| without_alarm(event, said), |a| a.year.to_string()),
    };
    let verdicts: Vec<String> = events.iter().map(|e| verdict(e, by_status)).collect();
    let count = |word: &str| verdicts.iter().filter(|v| *v == word).count();
    let [short, young, silent, missed] = NO_ALARM.map(count);
    println!(
        "Of the {} events the status rule cannot speak of {short}, where the pair has fewer than {LONG} meetings in all, nor of {young}, where it had too few for a cadence; {silent} befell pairs that were silent before. Of the other {} it finds {}.\n",
        events.len(),
        events.len() - short - young - silent,
        events.len() - short - young - silent - missed,
    );
    println!("| event | status rule | change point, 0.9 |\n| --- | --- | --- |");
    for event in &events {
        println!(
            "| {} | {} | {} |",
            event.name,
            verdict(event, by_status),
            verdict(event, |s| by_change(s, 0.9))
        );
    }
    Ok(())
}

/// A pair is wholly in one half.
fn held_out(series: &Series) -> bool {
    series.0.0 % 2 == 1
}

fn of(kind: Kind) -> &'static str {
    match kind {
        Kind::Lapse => "lapses",
        Kind::Revival => "revivals",
    }
}

fn events() -> Result<Vec<Event>, Fault> {
    let mut reader =
        csv::Reader::from_reader(include_str!("../../../data/ruptures.csv").as_bytes());
    let mut events = Vec::new();
    for row in reader.records() {
        let row = row?;
        let other = system().resolve(&row[1])?;
        let kind = match &row[3] {
            "lapse" => Kind::Lapse,
            "revival" => Kind::Revival,
            word => return Err(format!("{word} is neither a lapse nor a revival").into()),
        };
        let what = if row[2].is_empty() {
            other.name_en.clone()
        } else {
            row[2].to_owned()
        };
        events.push(Event {
            series: (other.ccode, row[2].to_owned()),
            kind,
            year: row[4].parse()?,
            name: format!("{what}, {} {}", &row[3], &row[4]),
        });
    }
    Ok(events)
}

/// What was said of every series at the end of every year, each reading made as of that day; and how
/// many meetings each pair had by the last.
fn history() -> Result<(History, BTreeMap<Series, usize>), Fault> {
    let evidence = Evidence::embedded()?;
    let mexico = Pair::of(
        &Party::of(system().resolve("USA")?),
        &Party::of(system().resolve("MEX")?),
    );
    let dossier = Dossier::shipped()
        .iter()
        .find(|(name, _)| *name == "usa-mexico")
        .map(|(_, d)| d);
    let mut history = History::new();
    let mut meetings = BTreeMap::new();
    for year in YEARS {
        let as_of = evidence.as_of(date(year, 12, 31));
        for reading in readings(&as_of)? {
            let series = (reading.ccode, String::new());
            meetings.insert(series.clone(), reading.meetings);
            history.entry(series).or_default().push(Said {
                year,
                status: reading.status,
                change: reading.fraying,
            });
        }
        for row in Machinery::of(&mexico, dossier, &as_of)?.mechanisms {
            if row.founded.is_some() {
                history
                    .entry((mexico.ccode2, row.id.clone()))
                    .or_default()
                    .push(Said {
                        year,
                        status: row.status,
                        change: row.fraying.clone(),
                    });
            }
        }
    }
    Ok((history, meetings))
}

/// Why there was no alarm: the pair had too few meetings for a cadence, or was silent before.
fn without_alarm(event: &Event, said: &[Said]) -> String {
    let before = said.iter().find(|s| s.year == event.year - 1);
    match before.and_then(|s| s.status) {
        None => NO_ALARM[1],
        Some(status) if event.kind == Kind::Lapse && status <= Status::Lapsed => NO_ALARM[2],
        Some(_) => NO_ALARM[3],
    }
    .to_owned()
}

/// A lapse when the status falls to lapsed or dormant, a revival when it rises from there.
fn by_status(said: &[Said]) -> Vec<Alarm> {
    let silent = |s: &Said| s.status.map(|s| s <= Status::Lapsed);
    turns(said, silent, Kind::Lapse, Kind::Revival)
}

/// The same of dormant alone.
fn by_dormancy(said: &[Said]) -> Vec<Alarm> {
    let silent = |s: &Said| s.status.map(|s| s <= Status::Dormant);
    turns(said, silent, Kind::Lapse, Kind::Revival)
}

/// A lapse when a decline becomes as probable as that, a revival when a rise does.
fn by_change(said: &[Said], threshold: f64) -> Vec<Alarm> {
    let declined = |s: &Said| {
        s.change
            .as_ref()
            .map(|c| c.probability_of_decline >= threshold)
    };
    let risen = |s: &Said| {
        s.change
            .as_ref()
            .map(|c| c.probability_of_rise >= threshold)
    };
    let mut alarms = onsets(said, declined, Kind::Lapse);
    alarms.extend(onsets(said, risen, Kind::Revival));
    alarms.sort_by_key(|a| a.year);
    alarms
}

fn turns(said: &[Said], holds: impl Fn(&Said) -> Option<bool>, on: Kind, off: Kind) -> Vec<Alarm> {
    let turn = |pair: &[Said]| {
        let kind = match (holds(&pair[0])?, holds(&pair[1])?) {
            (false, true) => on,
            (true, false) => off,
            _ => return None,
        };
        Some(Alarm {
            kind,
            year: pair[1].year,
        })
    };
    said.windows(2).filter_map(turn).collect()
}

fn onsets(said: &[Said], holds: impl Fn(&Said) -> Option<bool>, kind: Kind) -> Vec<Alarm> {
    let mut alarms = turns(said, holds, kind, kind);
    // Every other turn is the end of what the one before began.
    let mut begins = false;
    alarms.retain(|_| {
        begins = !begins;
        begins
    });
    alarms
}

#[derive(Default)]
struct Score {
    events: usize,
    found: usize,
    alarms: usize,
    right: usize,
    delays: Vec<i16>,
}

impl Score {
    fn row(mut self) -> String {
        let share = |part: usize, all: usize| match all {
            0 => "-".to_owned(),
            _ => format!("{:.2}", part as f64 / all as f64),
        };
        self.delays.sort_unstable();
        let delay = self.delays.get(self.delays.len() / 2);
        format!(
            "{} | {} | {} | {} | {} | {} | {}",
            self.events,
            self.found,
            share(self.found, self.events),
            self.alarms,
            self.right,
            share(self.right, self.alarms),
            delay.map_or("-".to_owned(), |d| d.to_string())
        )
    }
}

/// One alarm answers for one event: the earliest of its kind in the window.
fn score(
    events: &[Event],
    history: &History,
    detector: Detector,
    kind: Kind,
    wanted: &dyn Fn(&Series) -> bool,
) -> Score {
    let mut score = Score::default();
    for (series, said) in history.iter().filter(|(series, _)| wanted(series)) {
        let mut alarms: Vec<Alarm> = detector(said)
            .into_iter()
            .filter(|a| a.kind == kind)
            .collect();
        score.alarms += alarms.len();
        for event in events
            .iter()
            .filter(|e| e.series == *series && e.kind == kind)
        {
            score.events += 1;
            let answer = alarms
                .iter()
                .position(|a| WINDOW.contains(&(a.year - event.year)));
            if let Some(at) = answer {
                score.delays.push(alarms.remove(at).year - event.year);
                score.found += 1;
                score.right += 1;
            }
        }
    }
    score
}
