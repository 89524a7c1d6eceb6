//! How far the evidence reaches on a date, and whether it lies far behind it.
//!
//! Everything here is read from rows as known on the date, so that later records change nothing of it.

use entente_evidence::{AsOf, ContactLevel, EvidenceError, TableId, TableUse};
use entente_measures::forecast::session_on;
use jiff::civil::Date;
use serde::Serialize;

use crate::machinery::ContactLists;

/// Sessions without votes on record from which on the votes lie far behind a date. One is usual: votes of
/// a session come from September to December, and publishers bring them out after it.
const SESSIONS_FAR_BEHIND: u16 = 2;
/// Days without an entry after which a list counts as ended. Since 1950 neither the leaders nor the
/// elections of the world have been silent for more than 99 days (REIGN, to February 2021).
pub(crate) const SILENT_DAYS: i32 = 100;

/// How the date of reading came about, where a reader must be told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum DateOfReading {
    /// It was asked for and does not lie ahead, or it is today.
    #[default]
    AskedFor,
    /// No date was asked for: the last day on record is read, and it is not today.
    LastOnRecord,
    /// It was asked for, and lies after today.
    Ahead,
}

/// How far the evidence that was used reaches, against the date of reading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EvidenceReach {
    /// The date of reading.
    pub date: Date,
    /// How that date came about.
    pub reading: DateOfReading,
    /// How far votes reach; empty where none were read.
    pub votes: Option<VotesReach>,
    /// Lists that grow as things happen, among the tables read.
    pub lists: Vec<ListReach>,
    /// Of the tables read that have figures by year, the last year of the one that ends first, and of the
    /// one that ends last; empty where none were read, or none has a year by the date.
    pub years: Option<[i16; 2]>,
    /// Whether a reader must be warned: votes two sessions or more behind, a list that has ended, or a date
    /// that lies ahead.
    pub warning: bool,
}

/// How far the votes of the General Assembly reach.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct VotesReach {
    /// The day of the last roll call known on the date; empty if there is none.
    pub last: Option<Date>,
    /// Its session.
    pub session: Option<u16>,
    /// The regular session under way on the date; empty before the first opened.
    pub under_way: Option<u16>,
    /// How many sessions lie between the two, the one under way included; all of them without a vote.
    pub behind: u16,
}

/// A list that grows as things happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ListReach {
    /// Which.
    pub list: List,
    /// The last day of which it tells; empty if it tells of none by the date.
    pub last: Option<Date>,
    /// Whether it has ended: it tells of no day of the last hundred before the date.
    pub ended: bool,
}

/// The lists that grow as things happen, in the order in which they are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum List {
    /// Leaders in office.
    Leaders,
    /// National elections.
    Elections,
    /// Visits of leaders to the United States, and journeys of its presidents.
    LeaderMeetings,
    /// Journeys of the secretaries of state of the United States.
    MinisterMeetings,
}

impl List {
    /// Its name in messages and in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            List::Leaders => "leaders",
            List::Elections => "elections",
            List::LeaderMeetings => "leader-meetings",
            List::MinisterMeetings => "minister-meetings",
        }
    }
}

impl EvidenceReach {
    /// How far some tables reach that were read as of a date.
    ///
    /// # Errors
    /// If roll calls or contacts cannot be read.
    pub fn of(
        tables: &[TableUse],
        reading: DateOfReading,
        as_of: &AsOf<'_>,
    ) -> Result<Self, EvidenceError> {
        let date = as_of.date();
        let votes = match tables.iter().any(|t| t.table == TableId::Vote) {
            true => Some(VotesReach::on(as_of)?),
            false => None,
        };
        let mut lists = Vec::new();
        let horizon_of = |id| {
            let table = tables.iter().find(|t| t.table == id);
            table.and_then(|t| t.horizon)
        };
        for table in tables {
            match table.table {
                // The World Factbook takes up where REIGN ends: the later of the two tells how far a list reaches.
                TableId::Leader => {
                    let ends = table.horizon.max(horizon_of(TableId::OfficeHolder));
                    lists.push(ListReach::of(List::Leaders, ends, date));
                }
                TableId::Election => {
                    let ends = table.horizon.max(horizon_of(TableId::ElectionNotice));
                    lists.push(ListReach::of(List::Elections, ends, date));
                }
                TableId::Contact => lists.extend(contacts(as_of)?),
                _ => {}
            }
        }
        lists.sort_by_key(|l| l.list);
        let years = (tables.iter())
            .filter(|t| is_yearly(t.table))
            .filter_map(|t| t.horizon.map(Date::year));
        let far = votes.is_some_and(|v| v.behind >= SESSIONS_FAR_BEHIND);
        Ok(EvidenceReach {
            date,
            reading,
            votes,
            years: years.clone().min().zip(years.max()).map(|(a, b)| [a, b]),
            warning: far || reading == DateOfReading::Ahead || lists.iter().any(|l| l.ended),
            lists,
        })
    }

    /// Whether the votes lie two sessions or more behind.
    pub fn votes_far_behind(&self) -> Option<&VotesReach> {
        let votes = self.votes.as_ref();
        votes.filter(|v| v.behind >= SESSIONS_FAR_BEHIND)
    }
}

impl VotesReach {
    /// How far the votes reach that are known on a date.
    ///
    /// # Errors
    /// If roll calls cannot be read.
    pub fn on(as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let calls = as_of.roll_calls()?.iter().map(|v| v.roll_call);
        let session = calls.clone().map(|r| r.session).max();
        let under_way = session_on(as_of.date());
        Ok(VotesReach {
            last: calls.map(entente_evidence::Record::known_from).max(),
            session,
            under_way,
            behind: under_way.unwrap_or(0).saturating_sub(session.unwrap_or(0)),
        })
    }
}

impl ListReach {
    fn of(list: List, last: Option<Date>, date: Date) -> Self {
        let silent = last.map(|last| (date - last).get_days());
        ListReach {
            list,
            last,
            ended: silent.is_some_and(|days| days > SILENT_DAYS),
        }
    }
}

/// The contact record is of several lists, each with an end of its own.
fn contacts(as_of: &AsOf<'_>) -> Result<Vec<ListReach>, EvidenceError> {
    let read = ContactLists::read(as_of)?;
    let lists = [
        (List::LeaderMeetings, ContactLevel::Leader),
        (List::MinisterMeetings, ContactLevel::Minister),
    ];
    let told = lists.into_iter().filter_map(|(list, level)| {
        let covered = read.covered(level)?;
        Some(ListReach::of(list, Some(covered.to), as_of.date()))
    });
    Ok(told.collect())
}

/// Tables with a figure for each year.
fn is_yearly(table: TableId) -> bool {
    matches!(
        table,
        TableId::Population
            | TableId::Flow
            | TableId::AsylumApplication
            | TableId::AsylumDecision
            | TableId::Solution
            | TableId::Capability
            | TableId::Trade
            | TableId::JointIgo
            | TableId::Alliance
            | TableId::EventCount
            | TableId::EventPanel
    )
}

#[cfg(test)]
mod tests {
    use entente_evidence::{Evidence, Leader, RollCall, Tables, Vote};
    use entente_states::Ccode;
    use jiff::civil::date;

    use super::*;

    /// Votes to session 80, in June 2026, and a list of leaders to February 2021.
    fn record() -> Evidence {
        let call = |rcid, session, day| RollCall {
            rcid,
            session,
            date: day,
            day_known: true,
            ..calls_of_the_bundle()
        };
        Evidence::from_tables(Tables {
            roll_calls: vec![
                call(1, 74, date(2020, 1, 14)),
                call(2, 80, date(2026, 6, 4)),
            ],
            votes: vec![Vote {
                rcid: 1,
                ccode: Ccode(2),
                vote: 1,
            }],
            leaders: vec![Leader {
                ccode: Ccode(2),
                leadid: "a".to_owned(),
                leader: "A".to_owned(),
                from: date(2021, 1, 20),
                until_month: None,
                birth_year: None,
                man: None,
                military_career: None,
                election_month: None,
                election_year: None,
            }],
            ..Tables::default()
        })
    }

    fn calls_of_the_bundle() -> RollCall {
        let evidence = Evidence::embedded().unwrap();
        let as_of = evidence.as_of(date(1946, 12, 31));
        as_of.roll_calls().unwrap()[0].roll_call.clone()
    }

    fn on(evidence: &Evidence, day: Date) -> EvidenceReach {
        let as_of = evidence.as_of(day);
        let tables = [
            as_of.table_use::<Vote>().unwrap(),
            as_of.table_use::<Leader>().unwrap(),
        ];
        EvidenceReach::of(&tables, DateOfReading::AskedFor, &as_of).unwrap()
    }

    /// Session 81 opened on 8 September 2026; session 75 on 15 September 2020, session 76 on 14 September 2021.
    #[test]
    fn how_many_sessions_the_votes_lie_behind() {
        let evidence = record();
        for (day, session, behind) in [
            (date(2020, 9, 14), 74, 0),
            (date(2020, 9, 15), 74, 1),
            (date(2021, 2, 1), 74, 1),
            (date(2021, 9, 14), 74, 2),
            (date(2026, 6, 3), 74, 6),
            (date(2026, 6, 4), 80, 0),
            (date(2026, 11, 29), 80, 1),
        ] {
            let votes = on(&evidence, day).votes.unwrap();
            assert_eq!(
                (votes.session, votes.behind),
                (Some(session), behind),
                "{day}"
            );
        }
    }

    #[test]
    fn two_sessions_or_an_ended_list_are_a_warning() {
        let evidence = record();
        // Nobody came or went after January 2021: ended a hundred days after its last day.
        for (day, ended, warning) in [
            (date(2021, 2, 1), false, false),
            (date(2021, 5, 11), false, false),
            (date(2021, 5, 12), true, true),
        ] {
            let reach = on(&evidence, day);
            assert_eq!(reach.lists[0].ended, ended, "{day}");
            assert_eq!(reach.warning, warning, "{day}");
        }
        assert!(on(&evidence, date(2026, 6, 3)).votes_far_behind().is_some());
        assert!(on(&evidence, date(2026, 6, 4)).votes_far_behind().is_none());
    }

    #[test]
    fn a_day_ahead_is_a_warning_whatever_is_on_record() {
        let evidence = record();
        let as_of = evidence.as_of(date(2026, 6, 4));
        let reach = |reading| EvidenceReach::of(&[], reading, &as_of).unwrap();
        assert!(reach(DateOfReading::Ahead).warning);
        assert!(!reach(DateOfReading::LastOnRecord).warning);
    }

    /// The bundle of today, on the date of the first page of the guide: what is usual is no warning.
    #[test]
    fn the_usual_lag_is_no_warning() {
        let evidence = Evidence::embedded().unwrap();
        let as_of = evidence.as_of(date(2021, 2, 1));
        let tables = [
            as_of.table_use::<Vote>().unwrap(),
            as_of.table_use::<Leader>().unwrap(),
            as_of.table_use::<entente_evidence::Contact>().unwrap(),
            as_of.table_use::<entente_evidence::Election>().unwrap(),
        ];
        let reach = EvidenceReach::of(&tables, DateOfReading::AskedFor, &as_of).unwrap();
        assert!(!reach.warning, "{reach:?}");
        assert_eq!(reach.lists.len(), 4);
    }
}
