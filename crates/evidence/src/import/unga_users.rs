//! Files of General Assembly votes that users bring: the Harvard Dataverse and the UN Digital
//! Library. Both repeat the roll call on the row of every vote.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use entente_states::{Ccode, system};
use jiff::civil::Date;

use super::code_and_name::States;
use super::csv_table::{CsvTable, Row};
use super::intake::Named;
use super::unga::{
    Cast, corrected_session, day_known, important, part, roll_call_number, session, without_na,
};
use super::{Cell, ImportError};
use crate::record::Tables;
use crate::symbol::Symbol;
use crate::tables::{
    CodeBasis, Issue, RecordSource, RollCall, RollCallIssue, RollCallKind, Vote, VoteCast,
};

/// Reads the Dataverse's UNVotes CSV (Voeten, Strezhnev and Bailey).
///
/// Releases differ in their columns, so only those that every release has are needed. The file is
/// written by R, which writes `NA` where a value is missing: here, unlike in other files, it
/// counts as empty. (States stand as COW numbers, so Namibia is not at stake.) Rows with vote 9,
/// not a member, or without one, hold no vote.
///
/// # Errors
/// A value that cannot be read, a row that contradicts another on their roll call, or a second
/// vote of one state on one roll call.
pub fn dataverse(file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 12] = [
        "rcid", "ccode", "vote", "session", "date", "unres", "me", "nu", "di", "hr", "co", "ec",
    ];
    const OF_THE_ROLL_CALL: [&str; 14] = [
        "session",
        "date",
        "unres",
        "importantvote",
        "amend",
        "para",
        "short",
        "descr",
        "me",
        "nu",
        "di",
        "hr",
        "co",
        "ec",
    ];
    let table =
        CsvTable::open(file, bytes, b',', &NEEDED).map_err(|error| votes_alone(error, bytes))?;
    let mut declared = Declared::new(&OF_THE_ROLL_CALL, table.header());
    let mut cast = Cast::default();
    let mut tables = Tables::default();
    table.each(|row| {
        let rcid = roll_call_number(row.cell("rcid"))?;
        if !declared.knows(rcid, row)? {
            let call = dataverse_roll_call(rcid, row)?;
            let issues = dataverse_issues(rcid, row)?;
            declared.note(rcid, row);
            tables.roll_calls.push(call);
            tables.roll_call_issues.extend(issues);
        }
        let ccode = dataverse_state(row)?;
        if let Some(vote) = vote_code(without_na(row.cell("vote")))? {
            let vote = Vote {
                ccode,
                rcid,
                vote: vote as u8,
            };
            cast.insert(&vote, row, &format!("state {}", ccode.0))?;
            tables.votes.push(vote);
        }
        Ok(())
    })?;
    cast.settle(file, &mut tables.votes)?;
    Ok(tables)
}

/// An error about a missing column, of the deposit's file of votes without their roll calls.
fn votes_alone(error: ImportError, bytes: &[u8]) -> ImportError {
    let votes = CsvTable::open(error.file.as_str(), bytes, b',', &["rcid", "ccode", "vote"]);
    match votes.is_ok_and(|table| !table.has("date") && !table.has("unres")) {
        true => error.hint(
            "this file has votes without their resolutions and days: import UNVotes.csv of the same deposit",
        ),
        false => error,
    }
}

/// The state of a row: by its COW number, or where that is missing by the name beside.
fn dataverse_state(row: &Row<'_>) -> Result<Ccode, ImportError> {
    let code = row.cell("ccode");
    if without_na(code).optional().is_some() {
        return code.ccode();
    }
    let names = ["Countryname", "country", "Country"].map(|column| row.cell(column));
    let named = names.iter().find(|cell| !cell.text.is_empty());
    let state = named.and_then(|cell| system().resolve(cell.text).ok());
    state.map(|state| state.ccode).ok_or_else(|| {
        code.error("is missing, and no name beside it is a state's")
            .hint("a COW number, such as 2 for the United States")
    })
}

fn dataverse_roll_call(rcid: u32, row: &Row<'_>) -> Result<RollCall, ImportError> {
    let cell = |column| without_na(row.cell(column));
    let text = |column| cell(column).optional().map(str::to_owned);
    let date = row.cell("date").date()?;
    let published = session_of(row.cell("session"), date)?;
    let listed = cell("importantvote").optional_flag()?;
    Ok(RollCall {
        rcid,
        session: corrected_session(rcid, published),
        session_published: published,
        date,
        day_known: day_known(published, listed),
        symbol: text("unres"),
        symbol_published: text("unres"),
        kind: part(
            cell("amend").optional_flag()?,
            cell("para").optional_flag()?,
        ),
        important: important(published, listed),
        amendment: cell("amend").optional_flag()?,
        paragraph: cell("para").optional_flag()?,
        title: text("short"),
        description: text("descr"),
        coded: is_coded(row).then_some(CodeBasis::Published),
        source: RecordSource::Voeten,
    })
}

fn dataverse_issues(rcid: u32, row: &Row<'_>) -> Result<Vec<RollCallIssue>, ImportError> {
    let mut issues = Vec::new();
    for &issue in Issue::ALL {
        if without_na(row.cell(issue.as_str())).optional_flag()? == Some(true) {
            issues.push(RollCallIssue {
                rcid,
                issue,
                basis: CodeBasis::Published,
            });
        }
    }
    Ok(issues)
}

/// Whether somebody coded the issues of a roll call: one of its six cells is filled.
fn is_coded(row: &Row<'_>) -> bool {
    Issue::ALL
        .iter()
        .any(|issue| without_na(row.cell(issue.as_str())).optional().is_some())
}

/// A vote by the field's code; `None` for 9, not a member, and where there is none.
fn vote_code(cell: Cell<'_>) -> Result<Option<VoteCast>, ImportError> {
    if cell.text.is_empty() {
        return Ok(None);
    }
    let code = cell.number("a vote's code")?;
    match VoteCast::from_code(code) {
        None if code != 9 => Err(cell.error("is no vote's code").hint("1, 2, 3, 8 or 9")),
        vote => Ok(vote),
    }
}

/// Reads the UN Digital Library's voting data for the General Assembly.
///
/// The Library's record number serves as the roll call's. A member's vote is Y, N, A, or X for
/// one that did not vote (NV in the edition of September 2024); an empty one means that the state
/// was not a member, unless the totals count it among those that did not vote. Editions differ in
/// what they have beside: totals are held against the votes where they are there. The Library does
/// not say which votes were on amendments or paragraphs.
///
/// # Errors
/// A value that cannot be read, a row that contradicts another on their roll call, a second vote
/// of one state on one roll call, votes that do not add up to the roll call's totals, or one vote
/// under two records.
pub fn digital_library(file: &Named<'_>, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 8] = [
        "undl_id",
        "ms_code",
        "ms_name",
        "ms_vote",
        "date",
        "session",
        "resolution",
        "title",
    ];
    const OF_THE_ROLL_CALL: [&str; 10] = [
        "date",
        "session",
        "resolution",
        "title",
        "agenda_title",
        "total_yes",
        "total_no",
        "total_abstentions",
        "total_non_voting",
        "total_ms",
    ];
    let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
    let mut declared = Declared::new(&OF_THE_ROLL_CALL, table.header());
    let mut cast = Cast::default();
    let mut states = States::by_alpha3();
    let mut tallies = Tallies::default();
    let mut tables = Tables::default();
    table.each(|row| {
        let rcid = row.cell("undl_id").number("a record's number")?;
        let unread = |error, tallies: &mut Tallies| {
            tallies.unread(rcid);
            error
        };
        if !declared
            .knows(rcid, row)
            .map_err(|e| unread(e, &mut tallies))?
        {
            let call = library_roll_call(rcid, row).map_err(|e| unread(e, &mut tallies))?;
            tallies.expect(rcid, row)?;
            declared.note(rcid, row);
            tables.roll_calls.push(call);
        }
        let letter = vote_letter(row.cell("ms_vote")).map_err(|e| unread(e, &mut tallies))?;
        let name = row.cell("ms_name");
        let on = row.cell("date").date()?;
        let state = states.of_seat(row.cell("ms_code"), name, on);
        let Some(cast_vote) = letter else {
            tallies.blank(rcid, row.line, state);
            return Ok(());
        };
        let ccode = state.map_err(|e| unread(e, &mut tallies))?;
        let vote = Vote {
            ccode,
            rcid,
            vote: cast_vote as u8,
        };
        cast.insert(&vote, row, name.text)?;
        tallies.count(rcid, cast_vote);
        tables.votes.push(vote);
        Ok(())
    })?;
    for vote in cast.settle(file, &mut tables.votes)? {
        tallies.uncount(&vote);
    }
    tables.votes.extend(tallies.absent(file)?);
    let unsound = tallies.check(file)?;
    without(&mut tables, &unsound);
    let again = twice(file, &tables, &tallies)?;
    without(&mut tables, &again);
    Ok(tables)
}

/// Takes roll calls out, with their votes.
fn without(tables: &mut Tables, rcids: &BTreeSet<u32>) {
    if !rcids.is_empty() {
        tables.roll_calls.retain(|call| !rcids.contains(&call.rcid));
        tables.votes.retain(|vote| !rcids.contains(&vote.rcid));
    }
}

/// Records that have a vote of which an earlier one is: the same resolution, day and votes.
fn twice(
    file: &Named<'_>,
    tables: &Tables,
    tallies: &Tallies,
) -> Result<BTreeSet<u32>, ImportError> {
    let mut of: HashMap<(Symbol, Date), Vec<u32>> = HashMap::new();
    for call in &tables.roll_calls {
        if let Some(symbol) = call.symbol.as_deref().and_then(Symbol::parse) {
            of.entry((symbol, call.date)).or_default().push(call.rcid);
        }
    }
    of.retain(|_, records| records.len() > 1);
    let suspected: BTreeSet<u32> = of.values().flatten().copied().collect();
    let mut lists: HashMap<u32, BTreeSet<(Ccode, u8)>> = HashMap::new();
    for vote in tables.votes.iter().filter(|v| suspected.contains(&v.rcid)) {
        lists
            .entry(vote.rcid)
            .or_default()
            .insert((vote.ccode, vote.vote));
    }
    let mut again: BTreeMap<u64, (u32, u32)> = BTreeMap::new();
    for records in of.values() {
        for (place, later) in records.iter().enumerate().skip(1) {
            let list = lists.get(later);
            let earlier = records[..place].iter().find(|r| lists.get(r) == list);
            if let (Some(_), Some(earlier)) = (list, earlier) {
                again.insert(tallies.line(*later), (*later, *earlier));
            }
        }
    }
    let mut out = BTreeSet::new();
    for (line, (later, earlier)) in again {
        let problem = format!(
            "begins record {later}, which has the vote of record {earlier} again: the same resolution, day and \
             votes"
        );
        file.leave_out(
            ImportError {
                line,
                ..ImportError::whole(file, problem)
            }
            .hint("take one of the two records out"),
        )?;
        out.insert(later);
    }
    Ok(out)
}

fn library_roll_call(rcid: u32, row: &Row<'_>) -> Result<RollCall, ImportError> {
    let text = |column| row.cell(column).optional().map(str::to_owned);
    let date = row.cell("date").date()?;
    let session = session_of(row.cell("session"), date)?;
    Ok(RollCall {
        rcid,
        session,
        session_published: session,
        date,
        day_known: true,
        symbol: text("resolution"),
        symbol_published: text("resolution"),
        kind: RollCallKind::Final,
        important: None,
        // The Library lists adopted resolutions only.
        amendment: Some(false),
        paragraph: Some(false),
        title: text("title"),
        description: text("agenda_title"),
        coded: None,
        source: RecordSource::Library,
    })
}

/// The regular session of a roll call.
///
/// The Library and the Dataverse name special and emergency special sessions by their own numbers (`ES-11`,
/// `11emsp`, `S-30`, `30sp`, `75/emergency special sessions`); the record files their roll calls
/// under the regular session that opened last before them.
fn session_of(cell: Cell<'_>, on: Date) -> Result<u16, ImportError> {
    let text = cell.required()?.trim().to_ascii_lowercase();
    if text.bytes().all(|b| b.is_ascii_digit() || b == b'.') {
        return session(cell);
    }
    let special = ["es-", "s-"].iter().any(|p| text.starts_with(p))
        || ["emsp", "sp"].iter().any(|s| text.ends_with(s))
        || text.contains("special");
    if !(special && text.contains(|c: char| c.is_ascii_digit())) {
        return Err(cell
            .error("is not a session")
            .hint("such as 75, ES-11, 11emsp, S-30 or 30sp"));
    }
    Ok(session_on(on))
}

/// The regular session that opened last on or before a day: session n opens in September of
/// 1945 + n. The day of opening moves within the month, so all of September counts as after it.
/// The first session, of which the first part met in January 1946, has what comes before.
pub(super) fn session_on(day: Date) -> u16 {
    let opened = if day.month() >= 9 {
        day.year()
    } else {
        day.year() - 1
    };
    u16::try_from(opened - 1945).unwrap_or(1).max(1)
}

/// A vote by the Library's letter; `None` if empty.
pub(super) fn vote_letter(cell: Cell<'_>) -> Result<Option<VoteCast>, ImportError> {
    match cell.text.trim() {
        "" => Ok(None),
        "Y" => Ok(Some(VoteCast::Yes)),
        "N" => Ok(Some(VoteCast::No)),
        "A" => Ok(Some(VoteCast::Abstain)),
        "X" | "NV" => Ok(Some(VoteCast::Absent)),
        _ => Err(cell
            .error("is no vote")
            .hint("Y, N, A, X, or nothing for a state that was not a member")),
    }
}

/// What the first row of each roll call says of it, to hold the others to.
struct Declared {
    columns: Vec<&'static str>,
    first: HashMap<u32, (u64, Vec<String>)>,
}

impl Declared {
    fn new(columns: &[&'static str], header: &[String]) -> Self {
        let present = |c: &&'static str| header.iter().any(|h| h == c);
        Declared {
            columns: columns.iter().copied().filter(present).collect(),
            first: HashMap::new(),
        }
    }

    /// Whether the roll call of a row has been noted.
    ///
    /// # Errors
    /// If it has, and the row contradicts what was noted.
    fn knows(&self, rcid: u32, row: &Row<'_>) -> Result<bool, ImportError> {
        let Some((line, texts)) = self.first.get(&rcid) else {
            return Ok(false);
        };
        for (&column, first) in self.columns.iter().zip(texts) {
            let cell = row.cell(column);
            if cell.text != first {
                return Err(cell.error(format!(
                    "contradicts line {line}, where roll call {rcid} has {first:?}"
                )));
            }
        }
        Ok(true)
    }

    /// Notes what the first row of a roll call says.
    fn note(&mut self, rcid: u32, row: &Row<'_>) {
        let texts = self.columns.iter().map(|c| row.cell(c).text.to_owned());
        self.first.insert(rcid, (row.line, texts.collect()));
    }
}

/// The totals that roll calls state, with the votes counted.
#[derive(Default)]
struct Tallies {
    order: Vec<u32>,
    of: HashMap<u32, Tally>,
    /// Rows of a roll call that could not be read.
    unread: HashMap<u32, u32>,
    /// Rows without a vote: the line, and the state if it could be read.
    blank: HashMap<u32, Vec<Blank>>,
}

/// The line of a row without a vote, and the state if it could be read.
type Blank = (u64, Result<Ccode, Box<ImportError>>);

struct Tally {
    line: u64,
    stated: [Stated; 4],
    members: Stated,
    counted: [u32; 4],
}

/// A total as it stands in the file; without a number where the field is empty.
struct Stated {
    column: &'static str,
    text: String,
    number: Option<u32>,
}

impl Tallies {
    fn expect(&mut self, rcid: u32, row: &Row<'_>) -> Result<(), ImportError> {
        let tally = Tally {
            line: row.line,
            stated: [
                stated(row, "total_yes")?,
                stated(row, "total_no")?,
                stated(row, "total_abstentions")?,
                stated(row, "total_non_voting")?,
            ],
            members: stated(row, "total_ms")?,
            counted: [0; 4],
        };
        self.order.push(rcid);
        self.of.insert(rcid, tally);
        Ok(())
    }

    fn count(&mut self, rcid: u32, vote: VoteCast) {
        let place = match vote {
            VoteCast::Yes => 0,
            VoteCast::No => 1,
            VoteCast::Abstain => 2,
            VoteCast::Absent => 3,
        };
        if let Some(tally) = self.of.get_mut(&rcid) {
            tally.counted[place] += 1;
        }
    }

    fn uncount(&mut self, vote: &Vote) {
        let place = usize::from(vote.vote.min(4)) - 1;
        if let Some(tally) = self.of.get_mut(&vote.rcid) {
            // The codes are 1 yes, 2 abstain, 3 no, 8 absent; the totals stand in another order.
            let place = [0, 2, 1, 3][place];
            tally.counted[place] = tally.counted[place].saturating_sub(1);
        }
        self.unread(vote.rcid);
    }

    fn unread(&mut self, rcid: u32) {
        *self.unread.entry(rcid).or_default() += 1;
    }

    fn blank(&mut self, rcid: u32, line: u64, state: Result<Ccode, ImportError>) {
        let rows = self.blank.entry(rcid).or_default();
        rows.push((line, state.map_err(Box::new)));
    }

    /// The line on which a roll call begins.
    fn line(&self, rcid: u32) -> u64 {
        self.of.get(&rcid).map_or(0, |tally| tally.line)
    }

    /// The votes of states that did not vote and have an empty cell: those of roll calls whose totals count
    /// every empty cell so.
    ///
    /// # Errors
    /// The first of these states that cannot be read.
    fn absent(&mut self, file: &Named<'_>) -> Result<Vec<Vote>, ImportError> {
        let mut absent = Vec::new();
        for rcid in &self.order {
            let (Some(tally), Some(blank)) = (self.of.get_mut(rcid), self.blank.remove(rcid))
            else {
                continue;
            };
            let rows = u32::try_from(blank.len()).unwrap_or(u32::MAX);
            if !tally.counts_as_absent(rows) {
                continue;
            }
            for (_, state) in blank {
                match state {
                    Ok(ccode) => absent.push(Vote {
                        ccode,
                        rcid: *rcid,
                        vote: VoteCast::Absent as u8,
                    }),
                    Err(error) => file.leave_out(*error)?,
                }
            }
            tally.counted[3] += rows;
        }
        Ok(absent)
    }

    /// The roll calls whose votes do not add up to their totals.
    ///
    /// # Errors
    /// The first of them, where nothing may be left out.
    fn check(&self, file: &Named<'_>) -> Result<BTreeSet<u32>, ImportError> {
        let mut unsound = BTreeSet::new();
        for rcid in &self.order {
            let Some(tally) = self.of.get(rcid) else {
                continue;
            };
            let unread = self.unread.get(rcid).copied().unwrap_or(0);
            if let Some((stated, counted)) = tally.amiss(unread) {
                let problem =
                    format!("does not fit roll call {rcid}, of which the file has {counted}");
                let fault = ImportError::at(file, tally.line, stated.column, &stated.text, problem);
                file.leave_out(fault.hint(match file.leaves_out() {
                    true => "the roll call is left out, with its votes",
                    false => "is the file cut short?",
                }))?;
                unsound.insert(*rcid);
            }
        }
        Ok(unsound)
    }
}

impl Tally {
    /// Whether the totals say that so many members without a vote in the file did not vote.
    fn counts_as_absent(&self, rows: u32) -> bool {
        let voted: u32 = self.counted.iter().sum();
        let fits = |stated: &Stated, counted: u32| stated.number.map(|n| n == counted + rows);
        let (absent, members) = (
            fits(&self.stated[3], self.counted[3]),
            fits(&self.members, voted),
        );
        matches!(
            (absent, members),
            (Some(true), Some(true) | None) | (None, Some(true))
        )
    }

    /// A total to which the votes do not add up, with their number. Of rows that could not be read, as many may
    /// be missing.
    fn amiss(&self, unread: u32) -> Option<(&Stated, u32)> {
        let voted: u32 = self.counted.iter().sum();
        let totals = || self.stated.iter().zip(self.counted);
        let missing = |(stated, counted): (&Stated, u32)| {
            stated.number.map_or(0, |n| n.saturating_sub(counted))
        };
        let lacking: u32 = totals().map(missing).fold(0, u32::saturating_add);
        let wrong = |(stated, counted): &(&Stated, u32)| {
            stated
                .number
                .is_some_and(|n| n < *counted || (n > *counted && lacking > unread))
        };
        totals().find(wrong).or_else(|| {
            let all = (&self.members, voted);
            let off = self
                .members
                .number
                .is_some_and(|n| n < voted || n - voted > unread);
            off.then_some(all)
        })
    }
}

/// A total, which some editions write with a fraction: `193.0`.
fn stated(row: &Row<'_>, column: &'static str) -> Result<Stated, ImportError> {
    let cell = row.cell(column);
    let text = cell.text.trim();
    let number = match text.strip_suffix(".0").unwrap_or(text) {
        "" => None,
        digits => Some(
            digits
                .parse()
                .map_err(|_| cell.error("is not a count of members"))?,
        ),
    };
    Ok(Stated {
        column,
        text: cell.text.to_owned(),
        number,
    })
}
