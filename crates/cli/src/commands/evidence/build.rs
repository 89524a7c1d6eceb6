//! `entente evidence build`: the bundle from the publishers' files.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use entente_doors::text::shown_on_a_line;
use entente_evidence::identity::{Identity, MatchedBy};
use entente_evidence::import::issue_codes::PublishedCodes;
use entente_evidence::import::{self, Kind, library};
use entente_evidence::{
    EvidenceError, Joined, RawFile, Sources, TableId, Tables, join_assembly, join_council,
};
use indicatif::{ProgressBar, ProgressStyle};

use super::{issues, raw_file, read_file, waiting};
use crate::failure::Failure;
use crate::output;

/// Where the publishers' files lie under the directory of raw data, of the formats with an importer of their own.
const RAW: &[(Kind, &str)] = &[
    (Kind::UnvotesVotes, "unga/un_votes.csv.gz"),
    (Kind::UnvotesRollCalls, "unga/un_roll_calls.csv.gz"),
    (Kind::UnvotesIssues, "unga/un_roll_call_issues.csv.gz"),
    (Kind::Matches, "unga/matches.csv"),
    (Kind::IdealPoints, "unga/ideal_points_all_jun2024.csv.gz"),
    (Kind::Unxml, "unga/unxml"),
    (Kind::Unxml, "unsc/unxml"),
    (
        Kind::CouncilResolutions,
        "unsc/sc_resolutions_1946-2026.csv.gz",
    ),
    (Kind::CouncilVotes, "unsc/sc_votes_1946-2026.csv.gz"),
    (
        Kind::CouncilNotAdopted,
        "unsc/sc_not_adopted_2023-2025.csv.gz",
    ),
    (Kind::CouncilVetoes, "unsc/sc_vetoes_1946-2022.csv.gz"),
    (Kind::Visits, "contacts/visits"),
    (Kind::Travels, "contacts/travels/president"),
    (Kind::Travels, "contacts/travels/secretary"),
    (Kind::Icews, "events/icews_dyad_year.csv.gz"),
];

/// Where the others lie: the declaration of their table says it.
fn declared_raw() -> impl Iterator<Item = (Kind, &'static str)> {
    Kind::ALL.iter().filter_map(|kind| {
        let (_, format) = kind.declared()?;
        Some((*kind, format.raw?))
    })
}

/// The Library's record of the General Assembly, as gathered.
const LIBRARY: [&str; 2] = [
    "unga/undl_ga_resolutions_1946-2025.csv.gz",
    "unga/undl_ga_votes_1946-2025.csv.gz",
];

/// The codes of Bailey, Strezhnev and Voeten for sessions 75 to 78, joined to a gathered list of roll calls.
const CODES: &str = "unga/ga_roll_calls_2019-2026.csv.gz";

/// The word under which the Library's gathered record is described, and left out with `--without`.
const UNDL: &str = "undl";

/// Files of one kind, apart from what is joined to the record by other rules.
#[derive(Default)]
struct Parts {
    plain: Tables,
    assembly: Tables,
    council: Tables,
    library: Tables,
    codes: PublishedCodes,
    raw: Vec<(TableId, &'static str, RawFile)>,
}

pub fn run(from: &Path, into: &Path, without: &[String]) -> Result<(), Failure> {
    known_sources(without)?;
    let files = raw_files(from, without)?;
    let progress = ProgressBar::new(files.len() as u64 + 3).with_style(
        ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")
            .unwrap_or_else(|_| ProgressStyle::default_bar()),
    );
    let mut parts = Parts::default();
    for (kind, path) in &files {
        progress.set_message(shown_on_a_line(&path.to_string_lossy()).into_owned());
        parts.read(*kind, path)?;
        progress.inc(1);
    }
    if !without.iter().any(|w| w == UNDL) {
        progress.set_message(UNDL);
        parts.read_library(from)?;
    }
    progress.inc(1);
    parts.read_codes(from)?;
    progress.set_message("joining the record");
    let mut tables = parts.plain;
    let library = std::mem::take(&mut parts.library.resolutions);
    let joined = join_assembly(&mut tables, parts.assembly, parts.library);
    join_council(&mut tables, parts.council);
    progress.inc(1);
    progress.set_message("coding issues");
    parts.codes.add_to(&mut tables);
    issues::code_bundle(&mut tables, &library);
    progress.inc(1);
    progress.set_message("writing");
    let unresolved = tables.unresolved_places();
    let sources = entente_evidence::write_tables(into, &mut tables, &parts.raw, || waiting(into))?;
    progress.finish_and_clear();
    report(into, &sources, &joined, tables.repairs.len(), &unresolved)
}

/// The word of the source that a kind is from, for `--without`.
fn source(kind: Kind) -> &'static str {
    match kind {
        Kind::CouncilResolutions | Kind::CouncilVotes => UNDL,
        Kind::CouncilVetoes => "wpdl",
        kind => kind.as_str(),
    }
}

fn known_sources(without: &[String]) -> Result<(), Failure> {
    let known: Vec<&str> = RAW
        .iter()
        .map(|(kind, _)| source(*kind))
        .chain([UNDL])
        .collect();
    match without.iter().find(|w| !known.contains(&w.as_str())) {
        None => Ok(()),
        Some(word) => {
            let mut known = known;
            known.sort_unstable();
            known.dedup();
            let failure = Failure::usage(format!("--without {word}: no such source"));
            Err(failure.help(format!("there are: {}", known.join(", "))))
        }
    }
}

impl Parts {
    fn read(&mut self, kind: Kind, path: &Path) -> Result<(), Failure> {
        let bytes = read_file(path)?;
        let fresh = import::read(kind, &path.display().to_string(), &bytes)?;
        let raw = raw_file(path, &bytes);
        let (part, format) = match kind {
            Kind::Unxml => (&mut self.assembly, kind.as_str()),
            Kind::CouncilResolutions | Kind::CouncilVotes => (&mut self.council, "undl-gathered"),
            kind => (&mut self.plain, kind.as_str()),
        };
        for table in part.append(fresh) {
            self.raw.push((table, format, raw.clone()));
        }
        Ok(())
    }

    /// Reads the codes that were published after session 74.
    fn read_codes(&mut self, from: &Path) -> Result<(), Failure> {
        let path = from.join(CODES);
        let bytes = read_file(&path)?;
        self.codes = PublishedCodes::read(&path.display().to_string(), &bytes)?;
        let raw = raw_file(&path, &bytes);
        self.raw.push((TableId::RollCallIssue, "codes-2024", raw));
        Ok(())
    }

    /// Reads the Library's two files; the days of its roll calls say who held a seat.
    fn read_library(&mut self, from: &Path) -> Result<(), Failure> {
        let [resolutions, votes] = LIBRARY.map(|file| from.join(file));
        let bytes = read_file(&resolutions)?;
        let calls = library::resolutions(&resolutions.display().to_string(), &bytes)?;
        let days: HashMap<_, _> = calls.roll_calls.iter().map(|r| (r.rcid, r.date)).collect();
        self.raw.push((
            TableId::RollCall,
            "undl-gathered",
            raw_file(&resolutions, &bytes),
        ));
        let bytes = read_file(&votes)?;
        let cast = library::votes(&votes.display().to_string(), &bytes, &days)?;
        self.raw
            .push((TableId::Vote, "undl-gathered", raw_file(&votes, &bytes)));
        self.library.append(calls);
        self.library.append(cast);
        Ok(())
    }
}

fn raw_files(from: &Path, without: &[String]) -> Result<Vec<(Kind, PathBuf)>, Failure> {
    let mut files = Vec::new();
    let wanted = |(kind, _): &(Kind, &str)| !without.iter().any(|w| *w == source(*kind));
    for (kind, relative) in RAW.iter().copied().chain(declared_raw()).filter(wanted) {
        let path = from.join(relative);
        if !path.is_dir() {
            files.push((kind, path));
            continue;
        }
        let entries = std::fs::read_dir(&path)
            .map_err(|e| Failure::failed(format!("cannot read {}: {e}", path.display())))?;
        let mut inside: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        inside.sort();
        files.extend(inside.into_iter().map(|path| (kind, path)));
    }
    Ok(files)
}

fn report(
    into: &Path,
    sources: &Sources,
    joined: &Joined,
    repairs: usize,
    unresolved: &[(String, String, usize)],
) -> Result<(), Failure> {
    let mut total = 0;
    let mut text = String::new();
    for source in &sources.tables {
        let file = into.join(format!("{}.parquet", source.name));
        let size = std::fs::metadata(&file)
            .map(|m| m.len())
            .map_err(|source| {
                Failure::from(EvidenceError::File {
                    path: file.clone(),
                    source,
                })
            })?;
        total += size;
        text += &format!(
            "{:24} {:>9} rows {:>10} bytes\n",
            source.name, source.rows, size
        );
    }
    text += &format!("{:24} {:>14} {:>10} bytes\n", "together", "", total);
    text += &format!(
        "\nUNxml: {}\nUN Digital Library: {}\n{} roll calls are the Library's alone: {}\n\
         {} roll calls of the first sessions got the number of their resolution.\n\
         {repairs} repairs of the publisher's slips in UNxml.\n",
        found(&joined.unxml),
        found(&joined.library),
        joined.from_library.len(),
        joined.from_library.join(", "),
        joined.renamed,
    );
    text += "\ncontacts with places that are no state, kept with their names:\n";
    for (_, place, records) in unresolved {
        text += &format!("  {place} ({records})\n");
    }
    output::write(None, &output::page(text))
}

fn found(identity: &Identity) -> String {
    format!(
        "{} roll calls known by symbol, {} by date and votes, {} not known; {} votes differ",
        identity.matched(MatchedBy::Symbol),
        identity.matched(MatchedBy::Votes),
        identity.new.len(),
        identity.conflicts.len(),
    )
}
