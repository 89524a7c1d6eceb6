//! The machinery's chart from the machinery itself.

use entente_assessment::{Level, Machinery, MechanismRow, Meeting, Party, SeriesKind};
use entente_evidence::TableId;
use jiff::civil::Date;

use super::super::strips::{Strip, StripSpan};
use super::super::{ChartError, Told};
use super::{
    ContactBars, ContactYearCount, MechanismLine, MeetingMark, MeetingWords, Meetings, meetings,
};

/// Years shown, the last ones.
const YEARS: i16 = 40;

/// What the chart of a machinery says, in the reader's language.
pub struct MachineryWords<'w> {
    /// For readers who do not see it.
    pub told: Told,
    /// The names of the two states, in the order of the pair.
    pub names: [String; 2],
    /// "Leaders".
    pub leaders: String,
    /// "Foreign ministers".
    pub ministers: String,
    /// What the bars count: "a year".
    pub unit: String,
    /// What the marks mean.
    pub marks: MeetingWords,
    /// How a mechanism stands, in a word or two; empty if nothing can be said.
    pub status: &'w dyn Fn(&MechanismRow) -> String,
    /// The name of a leader, as the reader knows it.
    pub leader: &'w dyn Fn(&str) -> String,
}

impl Meetings {
    /// The chart of the machinery between two states in the forty years up to a date, without a heading
    /// and a footnote.
    pub fn of(
        [first, second]: [&Party; 2],
        date: Date,
        machinery: &Machinery,
        words: &MachineryWords<'_>,
    ) -> Self {
        let years = (date.year() - YEARS + 1, date.year());
        let strips = [first, second]
            .into_iter()
            .zip(&words.names)
            .map(|(party, name)| {
                let own = || {
                    machinery
                        .administrations
                        .iter()
                        .filter(|a| a.ccode == party.ccode)
                };
                Strip {
                    label: name.clone(),
                    spans: own()
                        .map(|a| StripSpan {
                            label: (words.leader)(&a.leader),
                            from: a.from,
                            until: a.until.or(a.record_ends),
                        })
                        .collect(),
                    record_ends: own().find_map(|a| a.record_ends),
                }
            });
        let levels = [
            (Level::Leader, &words.leaders),
            (Level::Minister, &words.ministers),
        ];
        Meetings {
            told: words.told.clone(),
            heading: String::new(),
            years,
            as_of: date,
            words: words.marks.clone(),
            strips: strips.collect(),
            bars: levels
                .into_iter()
                .map(|(level, label)| contacts(machinery, level, label, &words.unit))
                .collect(),
            rows: machinery
                .mechanisms
                .iter()
                .filter(|m| m.series == SeriesKind::Mechanism)
                .map(|row| line(row, date, words))
                .collect(),
            footnote: String::new(),
        }
    }
}

fn contacts(machinery: &Machinery, level: Level, label: &str, unit: &str) -> ContactBars {
    let row = || {
        let all = machinery.mechanisms.iter();
        all.filter(move |m| m.series == SeriesKind::Contact && m.level == level)
    };
    let mut years: Vec<ContactYearCount> = Vec::new();
    let mut count = |meeting: &Meeting, met: bool| {
        let year = meeting.end.year();
        let place = match years.iter().position(|y| y.year == year) {
            Some(place) => place,
            None => {
                years.push(ContactYearCount {
                    year,
                    met: 0,
                    other: 0,
                });
                years.len() - 1
            }
        };
        if met {
            years[place].met += 1;
        } else {
            years[place].other += 1;
        }
    };
    row().flat_map(|m| &m.meetings).for_each(|m| count(m, true));
    let others = machinery.contacts.others.iter();
    others
        .filter(|m| m.level == level)
        .for_each(|m| count(m, false));
    years.sort_by_key(|y| y.year);
    ContactBars {
        label: label.to_owned(),
        unit: unit.to_owned(),
        years,
        covered_to: row().find_map(|m| m.covered_to),
    }
}

fn line(row: &MechanismRow, date: Date, words: &MachineryWords<'_>) -> MechanismLine {
    MechanismLine {
        label: row.name.clone(),
        founded: row.founded,
        ended: row.ended,
        covered_to: Some(row.covered_to.unwrap_or(date)),
        meetings: row
            .meetings
            .iter()
            .map(|m| MeetingMark {
                day: m.start,
                found: m.found,
            })
            .collect(),
        status: (words.status)(row),
        weak: row.status.is_some() && row.missed.is_some_and(|missed| missed > 1),
    }
}

/// The chart as a file by itself, in English, with its heading and what a reader must know of the record.
///
/// # Errors
/// If the drawing library refuses, which it does not when writing to memory.
pub fn timeline(
    first: &Party,
    second: &Party,
    date: Date,
    machinery: &Machinery,
) -> Result<String, ChartError> {
    let title = format!(
        "{} and {}: contacts and meetings, as of {date}",
        first.name, second.name
    );
    let told = Told {
        title: title.clone(),
        description: description(machinery),
    };
    let words = MachineryWords {
        told,
        names: [first.name.clone(), second.name.clone()],
        leaders: "Leaders".to_owned(),
        ministers: "Foreign ministers".to_owned(),
        unit: "a year".to_owned(),
        marks: MeetingWords {
            met: "the two met as two".to_owned(),
            other: "gathering, ceremony, private visit, stop".to_owned(),
            found: "meeting of a mechanism, in the contact record".to_owned(),
            entered: "entered from another source".to_owned(),
            silent: "not covered by the record".to_owned(),
            no_record: "no record".to_owned(),
        },
        status: &|row| standing(row).unwrap_or_default(),
        leader: &str::to_owned,
    };
    let mut chart = Meetings::of([first, second], date, machinery, &words);
    chart.heading = title;
    chart.footnote = footnote(machinery, chart.years.0);
    meetings(&chart)
}

fn description(machinery: &Machinery) -> String {
    let lines = machinery.mechanisms.iter().map(|row| {
        let status = standing(row).unwrap_or_else(|| "no cadence to judge by".to_owned());
        let last = row
            .last
            .map_or("none on record".to_owned(), |day| day.to_string());
        format!("{}: {status}, last meeting {last}", row.name)
    });
    format!("{}.", lines.collect::<Vec<_>>().join("; "))
}

/// How a series stands on the date.
fn standing(row: &MechanismRow) -> Option<String> {
    let unknown = row
        .not_known_since
        .map(|day| format!("not known since {day}"));
    unknown.or_else(|| row.status.map(|s| s.as_str().to_owned()))
}

fn footnote(machinery: &Machinery, first: i16) -> String {
    let contact = machinery
        .mechanisms
        .iter()
        .filter(|m| m.series == SeriesKind::Contact);
    let earlier = contact
        .flat_map(|m| &m.meetings)
        .filter(|m| m.end.year() < first)
        .count();
    let before = match earlier {
        0 => String::new(),
        1 => format!(" 1 meeting before {first} is not shown."),
        n => format!(" {n} meetings before {first} are not shown."),
    };
    let leaders = match machinery.administrations.iter().find_map(|a| a.record_ends) {
        Some(day) => format!(" The list of leaders ends on {day}."),
        None => String::new(),
    };
    let publisher = |table| {
        let used = machinery.evidence.iter().find(|t| t.table == table);
        used.map_or("not stated", |t| t.publisher.as_str())
    };
    format!(
        "Contacts: {}; of foreign ministers, the secretary of state's journeys only. Leaders: {}.{leaders}{before}",
        publisher(TableId::Contact),
        publisher(TableId::Leader)
    )
}
