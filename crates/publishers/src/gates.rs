//! What speaks against taking a file in: it is smaller than what it replaces, something is gone from it, a vote
//! that is known reads otherwise, its totals are not those of its lists, or it brings more than it can.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use entente_evidence::identity::Conflict;
use entente_evidence::{
    Added, AsOf, CouncilVote, EvidenceError, ForEachTable, Record, RecordSource, RollCall, Symbol,
    TableId, Tables, VoteCast,
};
use entente_states::{Ccode, Lang, system};
use jiff::civil::Date;
use serde::Serialize;

use crate::difference::by_symbol;
use crate::list::{Growth, Publication};

/// How many names a refusal gives.
const NAMED: usize = 5;

/// Something that speaks against a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Refusal {
    /// The publication.
    pub publication: String,
    /// The file.
    pub file: String,
    /// What it is.
    #[serde(flatten)]
    pub fault: Fault,
}

/// What speaks against a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "fault")]
pub enum Fault {
    /// It has fewer records than what it replaces.
    Smaller {
        /// The records of what it replaces.
        before: usize,
        /// Its own.
        now: usize,
    },
    /// Resolutions that are on record are not in it.
    Gone {
        /// The resolutions on record of its session or year.
        before: usize,
        /// Its own.
        now: usize,
        /// Their symbols.
        symbols: Vec<String>,
    },
    /// A vote on record reads otherwise in it.
    Vote {
        /// The resolution.
        symbol: String,
        /// The day of the vote.
        date: Date,
        /// What each state is said to have done.
        votes: Vec<ChangedVote>,
    },
    /// The votes on record of a resolution are not given, or not in a form that can be trusted.
    Votes {
        /// The resolution.
        symbol: String,
    },
    /// The lists of a roll call do not have the totals that are stated.
    Totals {
        /// The resolution.
        symbol: String,
        /// In favour, against, abstaining, as stated.
        stated: [usize; 3],
        /// As listed.
        listed: [usize; 3],
    },
    /// It brings more new records than a file of its kind can.
    TooMany {
        /// The new records.
        new: usize,
        /// The most that are believed.
        most: usize,
    },
}

/// A vote that reads otherwise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChangedVote {
    /// The state's number.
    pub ccode: u16,
    /// The state.
    pub state: String,
    /// What is on record.
    pub before: &'static str,
    /// What the file says.
    pub now: &'static str,
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}, {}: {}", self.publication, self.file, self.fault)
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Fault::Smaller { before, now } => {
                write!(f, "it has {now} records, and what it replaces has {before}")
            }
            Fault::Gone {
                before,
                now,
                symbols,
            } => {
                write!(
                    f,
                    "it has {now} resolutions, and {before} are on record; not in it: "
                )?;
                f.write_str(&some_of(symbols))
            }
            Fault::Vote {
                symbol,
                date,
                votes,
            } => {
                let said: Vec<String> = votes
                    .iter()
                    .map(|v| format!("{} {} on record, {} in the file", v.state, v.before, v.now))
                    .collect();
                write!(
                    f,
                    "votes on {symbol} ({date}) read otherwise: {}",
                    some_of(&said)
                )
            }
            Fault::Votes { symbol } => {
                write!(
                    f,
                    "the votes on {symbol} are on record, and the file gives none that can be trusted"
                )
            }
            Fault::Totals {
                symbol,
                stated: [yes, no, abstain],
                listed: [y, n, a],
            } => write!(
                f,
                "{symbol} states {yes} in favour, {no} against, {abstain} abstaining, and lists {y}, {n}, {a}"
            ),
            Fault::TooMany { new, most } => {
                write!(
                    f,
                    "it brings {new} new records; more than {most} in one file are not believed"
                )
            }
        }
    }
}

/// The first few of some names, and how many more there are.
fn some_of(names: &[String]) -> String {
    let first = names
        .iter()
        .take(NAMED)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => first,
        more => format!("{first} and {more} more"),
    }
}

/// What somebody has looked at and accepts: symbols of resolutions, or names of files.
#[derive(Clone, Debug, Default)]
pub struct Accepted {
    words: BTreeSet<String>,
    symbols: BTreeSet<Symbol>,
}

impl Accepted {
    /// What some words name.
    pub fn of(words: &[String]) -> Self {
        Accepted {
            words: words.iter().map(|w| w.trim().to_owned()).collect(),
            symbols: words.iter().filter_map(|w| Symbol::parse(w)).collect(),
        }
    }

    /// Whether a symbol or a file is among it.
    pub fn has(&self, name: &str) -> bool {
        self.words.contains(name) || Symbol::parse(name).is_some_and(|s| self.symbols.contains(&s))
    }
}

/// A file that was tried.
pub struct Tried<'t> {
    /// The publication.
    pub publication: &'t Publication,
    /// The file's name.
    pub file: &'t str,
    /// What was read from it.
    pub fresh: &'t Tables,
    /// What became of that in the trial.
    pub added: &'t Added,
    /// The records of the version that it replaces, where that is known.
    pub records_before: Option<usize>,
}

impl Tried<'_> {
    /// What speaks against it, given the evidence before.
    ///
    /// # Errors
    /// If the evidence cannot be read.
    pub fn refusals(
        &self,
        before: &AsOf<'_>,
        accepted: &Accepted,
    ) -> Result<Vec<Refusal>, EvidenceError> {
        let mut faults = Vec::new();
        let new = match self.fresh.resolutions.is_empty() {
            true => self.size(&mut faults),
            false => self.resolutions(before, accepted, &mut faults)?,
        };
        faults.extend(self.assembly_votes(accepted));
        faults.extend(self.council_votes(before, accepted)?);
        faults.extend(self.totals());
        if let Some(most) = self.publication.most_new.filter(|most| new > *most) {
            faults.push(Fault::TooMany { new, most });
        }
        if accepted.has(self.file) {
            faults.retain(|fault| !matches!(fault, Fault::Smaller { .. } | Fault::TooMany { .. }));
        }
        let refusal = |fault| Refusal {
            publication: self.publication.name.clone(),
            file: self.file.to_owned(),
            fault,
        };
        Ok(faults.into_iter().map(refusal).collect())
    }

    /// The records of the file against those of the version that it replaces; returns how many are new.
    fn size(&self, faults: &mut Vec<Fault>) -> usize {
        let now = records(self.fresh, self.publication.tables[0]);
        let before = self.records_before.unwrap_or(0);
        if now < before {
            faults.push(Fault::Smaller { before, now });
        }
        now.saturating_sub(before)
    }

    /// The resolutions of the file against those on record of its sessions and years; returns how many are
    /// new.
    fn resolutions(
        &self,
        before: &AsOf<'_>,
        accepted: &Accepted,
        faults: &mut Vec<Fault>,
    ) -> Result<usize, EvidenceError> {
        let fresh: HashMap<&str, _> = (self.fresh.resolutions.iter())
            .map(|r| (r.symbol.as_str(), r))
            .collect();
        let series_of_file: BTreeSet<&str> = fresh.keys().map(|symbol| series(symbol)).collect();
        let on_record = by_symbol(before)?;
        let calls: HashMap<u32, &RollCall> = (before.roll_calls()?.iter())
            .map(|view| (view.roll_call.rcid, view.roll_call))
            .collect();
        let (mut gone, mut lost, mut replaced) = (Vec::new(), Vec::new(), 0);
        for (symbol, known) in &on_record {
            if known.source != RecordSource::Unxml || !series_of_file.contains(series(symbol)) {
                continue;
            }
            replaced += 1;
            match fresh.get(symbol.as_str()) {
                None => gone.push(symbol.clone()),
                Some(now) => {
                    let call = known.rcid.and_then(|rcid| calls.get(&rcid));
                    let own = call.is_some_and(|call| call.source == RecordSource::Unxml);
                    if own && now.rcid.is_none() {
                        lost.push(symbol.clone());
                    }
                }
            }
        }
        gone.retain(|symbol| !accepted.has(symbol));
        lost.retain(|symbol| !accepted.has(symbol));
        gone.sort();
        lost.sort();
        if !gone.is_empty() && self.publication.growth == Growth::Adds {
            faults.push(Fault::Gone {
                before: replaced,
                now: fresh.len(),
                symbols: gone,
            });
        }
        faults.extend(lost.into_iter().map(|symbol| Fault::Votes { symbol }));
        Ok(fresh
            .keys()
            .filter(|symbol| !on_record.contains_key(**symbol))
            .count())
    }

    /// Votes of the General Assembly that read otherwise.
    fn assembly_votes(&self, accepted: &Accepted) -> Vec<Fault> {
        let mut by_call: BTreeMap<u32, Vec<&Conflict>> = BTreeMap::new();
        for conflict in self.added.identity.iter().flat_map(|i| &i.conflicts) {
            by_call.entry(conflict.rcid).or_default().push(conflict);
        }
        let fault = |conflicts: Vec<&Conflict>| {
            let first = conflicts.first()?;
            let symbol = first
                .symbol
                .clone()
                .unwrap_or_else(|| first.rcid.to_string());
            (!accepted.has(&symbol)).then(|| Fault::Vote {
                symbol,
                date: first.date,
                votes: (conflicts.iter())
                    .map(|c| ChangedVote::of(c.ccode, Some(c.kept), Some(c.other)))
                    .collect(),
            })
        };
        by_call.into_values().filter_map(fault).collect()
    }

    /// Votes of the Security Council that read otherwise.
    fn council_votes(
        &self,
        before: &AsOf<'_>,
        accepted: &Accepted,
    ) -> Result<Vec<Fault>, EvidenceError> {
        let fresh: BTreeMap<(&str, Ccode), &CouncilVote> = (self.fresh.council_votes.iter())
            .map(|v| ((v.symbol.as_str(), v.ccode), v))
            .collect();
        let told: BTreeSet<&str> = self
            .fresh
            .resolutions
            .iter()
            .map(|r| r.symbol.as_str())
            .collect();
        let listed: BTreeSet<&str> = fresh.keys().map(|(symbol, _)| *symbol).collect();
        let mut changed: BTreeMap<String, (Date, Vec<ChangedVote>)> = BTreeMap::new();
        let mut lost: BTreeSet<String> = BTreeSet::new();
        let mut known: BTreeMap<String, BTreeSet<Ccode>> = BTreeMap::new();
        for vote in before.rows::<CouncilVote>()? {
            let symbol = vote.symbol.as_str();
            if !told.contains(symbol) || accepted.has(symbol) {
                continue;
            }
            if !listed.contains(symbol) {
                lost.insert(symbol.to_owned());
                continue;
            }
            known
                .entry(symbol.to_owned())
                .or_default()
                .insert(vote.ccode);
            let now = fresh.get(&(symbol, vote.ccode)).map(|v| v.vote);
            if now != Some(vote.vote) {
                let votes = changed
                    .entry(symbol.to_owned())
                    .or_insert((vote.date, Vec::new()));
                votes
                    .1
                    .push(ChangedVote::of(vote.ccode, Some(vote.vote), now));
            }
        }
        for ((symbol, ccode), vote) in fresh {
            if known
                .get(symbol)
                .is_some_and(|states| !states.contains(&ccode))
            {
                let votes = changed
                    .entry(symbol.to_owned())
                    .or_insert((vote.date, Vec::new()));
                votes.1.push(ChangedVote::of(ccode, None, Some(vote.vote)));
            }
        }
        let lost = lost.into_iter().map(|symbol| Fault::Votes { symbol });
        let changed = (changed.into_iter()).map(|(symbol, (date, votes))| Fault::Vote {
            symbol,
            date,
            votes,
        });
        Ok(lost.chain(changed).collect())
    }

    /// Roll calls whose lists do not have the totals that are stated.
    fn totals(&self) -> Vec<Fault> {
        let mut listed: HashMap<u32, [usize; 3]> = HashMap::new();
        for vote in &self.fresh.votes {
            let place = match VoteCast::from_code(vote.vote) {
                Some(VoteCast::Yes) => 0,
                Some(VoteCast::No) => 1,
                Some(VoteCast::Abstain) => 2,
                Some(VoteCast::Absent) | None => continue,
            };
            listed.entry(vote.rcid).or_default()[place] += 1;
        }
        let fault = |resolution: &entente_evidence::Resolution| {
            let listed = *listed.get(&resolution.rcid?)?;
            let stated = [
                resolution.in_favour?,
                resolution.against?,
                resolution.abstaining?,
            ];
            let stated = stated.map(usize::from);
            (stated != listed).then(|| Fault::Totals {
                symbol: resolution.symbol.clone(),
                stated,
                listed,
            })
        };
        self.fresh.resolutions.iter().filter_map(fault).collect()
    }
}

impl ChangedVote {
    fn of(ccode: Ccode, before: Option<u8>, now: Option<u8>) -> Self {
        let word = |code: Option<u8>| {
            code.and_then(VoteCast::from_code)
                .map_or("no vote", VoteCast::as_str)
        };
        ChangedVote {
            ccode: ccode.0,
            state: system()
                .get(ccode)
                .map_or_else(|| ccode.0.to_string(), |s| s.name(Lang::En).to_owned()),
            before: word(before),
            now: word(now),
        }
    }
}

/// The session or the year of a symbol: `A/RES/80`, `(2026)`.
pub(crate) fn series(symbol: &str) -> &str {
    match (symbol.find(" ("), symbol.rfind('/')) {
        (Some(year), _) => &symbol[year + 1..],
        (None, Some(number)) => &symbol[..number],
        (None, None) => symbol,
    }
}

/// How many rows a table has in a set of tables.
pub fn records(tables: &Tables, table: TableId) -> usize {
    struct Count<'t> {
        tables: &'t Tables,
        rows: usize,
    }
    impl ForEachTable for Count<'_> {
        type Error = std::convert::Infallible;
        fn table<R: Record>(&mut self) -> Result<(), Self::Error> {
            self.rows = R::of(self.tables).len();
            Ok(())
        }
    }
    let mut count = Count { tables, rows: 0 };
    let Ok(()) = count.only(table);
    count.rows
}

#[cfg(test)]
mod tests {
    use entente_evidence::Evidence;
    use entente_evidence::import::{Kind, read};

    use super::*;
    use crate::list::Publishers;

    #[test]
    fn a_series_is_a_session_or_a_year() {
        for (symbol, of) in [
            ("A/RES/80/4", "A/RES/80"),
            ("A/RES/ES-11/1", "A/RES/ES-11"),
            ("S/RES/2722 (2024)", "(2024)"),
            ("S/2024/1", "S/2024"),
            ("x", "x"),
        ] {
            assert_eq!(series(symbol), of);
        }
        assert_eq!(series("A/RES/75/290 A"), "A/RES/75");
    }

    #[test]
    fn what_is_accepted_is_named_in_any_form() {
        let accepted = Accepted::of(&["80/4".to_owned(), "2026.json".to_owned()]);
        assert_eq!(accepted.has("A/RES/80/4"), Symbol::parse("80/4").is_some());
        assert!(accepted.has("2026.json") && !accepted.has("A/RES/80/5"));
        assert!(Accepted::of(&["A/RES/80/4".to_owned()]).has("A/RES/80/4"));
        assert!(!Accepted::default().has("A/RES/80/4"));
    }

    /// The lines of the fixture, of which the importer leaves no vote whose totals are wrong.
    fn fixture() -> Tables {
        let bytes = include_bytes!("../../evidence/tests/fixtures/unxml/assembly.jsonl");
        read(Kind::Unxml, "assembly.jsonl", bytes).unwrap()
    }

    #[test]
    fn totals_are_those_of_the_lists() {
        let publishers = Publishers::shipped().unwrap();
        let mut fresh = fixture();
        let faults = |fresh: &Tables| {
            let tried = Tried {
                publication: &publishers.publications[0],
                file: "80.json",
                fresh,
                added: &Added::default(),
                records_before: None,
            };
            tried.totals()
        };
        assert_eq!(faults(&fresh), []);
        let mut resolutions = fresh.resolutions.iter_mut();
        let embargo = resolutions.find(|r| r.symbol == "A/RES/80/4").unwrap();
        embargo.in_favour = Some(166);
        let fault = Fault::Totals {
            symbol: "A/RES/80/4".to_owned(),
            stated: [166, 7, 12],
            listed: [165, 7, 12],
        };
        assert_eq!(
            fault.to_string(),
            "A/RES/80/4 states 166 in favour, 7 against, 12 abstaining, and lists 165, 7, 12"
        );
        assert_eq!(faults(&fresh), [fault]);
    }

    #[test]
    fn a_file_that_is_smaller_or_too_large_is_told_unless_it_is_accepted() {
        let publishers = Publishers::shipped().unwrap();
        let fresh = Tables {
            votes: fixture().votes,
            ..Tables::default()
        };
        let now = fresh.votes.len();
        let evidence = Evidence::from_tables(Tables::default());
        let before = evidence.as_of(Date::MAX);
        let faults = |records_before, accepted: &[&str]| {
            let publication = Publication {
                most_new: Some(100),
                ..publishers.publications[0].clone()
            };
            let tried = Tried {
                publication: &publication,
                file: "80.json",
                fresh: &fresh,
                added: &Added::default(),
                records_before: Some(records_before),
            };
            let accepted: Vec<String> = accepted.iter().map(|w| (*w).to_owned()).collect();
            let refusals = tried.refusals(&before, &Accepted::of(&accepted)).unwrap();
            refusals.into_iter().map(|r| r.fault).collect::<Vec<_>>()
        };
        assert_eq!(faults(now, &[]), []);
        assert_eq!(faults(now - 100, &[]), []);
        let before = now + 1;
        assert_eq!(faults(before, &[]), [Fault::Smaller { before, now }]);
        let most = 100;
        assert_eq!(faults(now - 101, &[]), [Fault::TooMany { new: 101, most }]);
        for records_before in [before, now - 101] {
            assert_eq!(faults(records_before, &["80.json"]), []);
        }
    }

    #[test]
    fn names_that_come_many_are_counted() {
        let names: Vec<String> = (1..=7).map(|n| n.to_string()).collect();
        assert_eq!(some_of(&names), "1, 2, 3, 4, 5 and 2 more");
        assert_eq!(some_of(&names[..2]), "1, 2");
    }
}
