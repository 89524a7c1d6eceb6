//! Files of General Assembly votes that users bring: the Harvard Dataverse and the UN Digital
//! Library. Both repeat the roll call on the row of every vote.

use std::collections::HashMap;

use jiff::civil::Date;

use super::code_and_name::States;
use super::csv_table::{CsvTable, Row};
use super::unga::{
    Once, corrected_session, day_known, important, part, roll_call_number, second_vote, session,
};
use super::{Cell, ImportError};
use crate::record::Tables;
use crate::tables::{
    CodeBasis, Issue, RecordSource, RollCall, RollCallIssue, RollCallKind, Vote, VoteCast,
};

/// Reads the Dataverse's UNVotes CSV (Voeten, Strezhnev and Bailey).
///
/// Releases differ in their columns, so only those that every release has are needed. The file is
/// written by R, which writes `NA` where a value is missing: here, unlike in other files, it
/// counts as empty. (States stand as COW numbers, so Namibia is not at stake.) Rows with vote 9,
/// not a member, hold no vote.
///
/// # Errors
/// A value that cannot be read, a row that contradicts another on their roll call, or a second
/// vote of one state on one roll call.
pub fn dataverse(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
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
    let table = CsvTable::open(file, bytes, b',', &NEEDED)?;
    let mut declared = Declared::new(&OF_THE_ROLL_CALL, table.header());
    let mut seen = Once::default();
    let mut tables = Tables::default();
    table.each(|row| {
        let rcid = roll_call_number(row.cell("rcid"))?;
        if declared.is_new(rcid, row)? {
            tables.roll_calls.push(dataverse_roll_call(rcid, row)?);
            tables.roll_call_issues.extend(dataverse_issues(rcid, row)?);
        }
        let ccode = row.cell("ccode").ccode()?;
        if let Some(vote) = vote_code(row.cell("vote"))? {
            seen.insert((rcid, ccode), row, || {
                second_vote(&format!("state {}", ccode.0), rcid)
            })?;
            tables.votes.push(Vote {
                ccode,
                rcid,
                vote: vote as u8,
            });
        }
        Ok(())
    })?;
    Ok(tables)
}

fn dataverse_roll_call(rcid: u32, row: &Row<'_>) -> Result<RollCall, ImportError> {
    let cell = |column| without_na(row.cell(column));
    let text = |column| cell(column).optional().map(str::to_owned);
    let published = session(row.cell("session"))?;
    let listed = cell("importantvote").optional_flag()?;
    Ok(RollCall {
        rcid,
        session: corrected_session(rcid, published),
        session_published: published,
        date: row.cell("date").date()?,
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

fn without_na(mut cell: Cell<'_>) -> Cell<'_> {
    if cell.text == "NA" {
        cell.text = "";
    }
    cell
}

/// A vote by the field's code; `None` for 9, not a member.
fn vote_code(cell: Cell<'_>) -> Result<Option<VoteCast>, ImportError> {
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
/// was not a member. The Library does not say which votes were on amendments or paragraphs.
///
/// # Errors
/// A value that cannot be read, a row that contradicts another on their roll call, a second vote
/// of one state on one roll call, or votes that do not add up to the roll call's totals.
pub fn digital_library(file: &str, bytes: &[u8]) -> Result<Tables, ImportError> {
    const NEEDED: [&str; 14] = [
        "undl_id",
        "ms_code",
        "ms_name",
        "ms_vote",
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
    let mut seen = Once::default();
    let mut states = States::by_alpha3();
    let mut tallies = Tallies::default();
    let mut tables = Tables::default();
    table.each(|row| {
        let rcid = row.cell("undl_id").number("a record's number")?;
        if declared.is_new(rcid, row)? {
            let roll_call = library_roll_call(rcid, row)?;
            tallies.expect(rcid, row)?;
            tables.roll_calls.push(roll_call);
        }
        if let Some(vote) = vote_letter(row.cell("ms_vote"))? {
            let on = row.cell("date").date()?;
            let name = row.cell("ms_name");
            let ccode = states.of_seat(row.cell("ms_code"), name, on)?;
            seen.insert((rcid, ccode), row, || second_vote(name.text, rcid))?;
            tallies.count(rcid, vote);
            tables.votes.push(Vote {
                ccode,
                rcid,
                vote: vote as u8,
            });
        }
        Ok(())
    })?;
    tallies.check(file)?;
    Ok(tables)
}

fn library_roll_call(rcid: u32, row: &Row<'_>) -> Result<RollCall, ImportError> {
    let text = |column| row.cell(column).optional().map(str::to_owned);
    let date = row.cell("date").date()?;
    let session = library_session(row.cell("session"), date)?;
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
/// The Library names special and emergency special sessions by their own numbers (`ES-11`,
/// `11emsp`, `S-30`, `30sp`, `75/emergency special sessions`); the record files their roll calls
/// under the regular session that opened last before them.
fn library_session(cell: Cell<'_>, on: Date) -> Result<u16, ImportError> {
    let text = cell.required()?.trim().to_ascii_lowercase();
    if text.bytes().all(|b| b.is_ascii_digit()) {
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

/// A vote by the Library's letter; `None` if empty, for a state that was not a member.
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

    /// Whether a row is the first of its roll call.
    ///
    /// # Errors
    /// If it is not, and contradicts the first.
    fn is_new(&mut self, rcid: u32, row: &Row<'_>) -> Result<bool, ImportError> {
        let Some((line, texts)) = self.first.get(&rcid) else {
            let texts = self
                .columns
                .iter()
                .map(|c| row.cell(c).text.to_owned())
                .collect();
            self.first.insert(rcid, (row.line, texts));
            return Ok(true);
        };
        for (&column, first) in self.columns.iter().zip(texts) {
            let cell = row.cell(column);
            if cell.text != first {
                return Err(cell.error(format!(
                    "contradicts line {line}, where roll call {rcid} has {first:?}"
                )));
            }
        }
        Ok(false)
    }
}

/// The totals that roll calls state, with the votes counted.
#[derive(Default)]
struct Tallies {
    order: Vec<u32>,
    of: HashMap<u32, Tally>,
}

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

    fn check(&self, file: &str) -> Result<(), ImportError> {
        for (rcid, tally) in self
            .order
            .iter()
            .filter_map(|rcid| Some((rcid, self.of.get(rcid)?)))
        {
            let members = tally.counted.iter().sum();
            let pairs = tally
                .stated
                .iter()
                .zip(tally.counted)
                .chain([(&tally.members, members)]);
            for (stated, counted) in pairs {
                if stated.number.is_some_and(|n| n != counted) {
                    let problem =
                        format!("does not fit roll call {rcid}, of which the file has {counted}");
                    return Err(ImportError::at(
                        file,
                        tally.line,
                        stated.column,
                        &stated.text,
                        problem,
                    )
                    .hint("is the file cut short?"));
                }
            }
        }
        Ok(())
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
