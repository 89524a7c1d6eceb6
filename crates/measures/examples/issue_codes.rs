//! The tables of the methods chapter on issue codes.
//!
//! ```sh
//! cargo run --release -p entente-measures --example issue_codes \
//!     undl_ga_resolutions_1946-2025.csv.gz ga_roll_calls_2019-2026.csv.gz docs/src/methods/tables
//! ```
//!
//! Roll calls of sessions 1 to 73 and their codes are those embedded, with titles and subjects of the Library's list
//! (first file) where it has the resolution; later ones are read from the second file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use entente_evidence::import::ImportError;
use entente_evidence::import::csv_table::{CsvTable, Row};
use entente_evidence::{Evidence, Issue, RollCallView, Symbol, end_of_month};
use entente_measures::issue_coder::{
    Basis, Cell, Coded, Confusion, Described, Evaluation, Means, code, evaluate,
};
use jiff::civil::{Date, date};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

/// From this session on the second file has the roll calls.
const SECOND_FILE_FROM: u16 = 74;
/// Numbers of roll calls that have none yet begin here.
const NUMBERS_FROM: u32 = 1_000_000_000;
/// Sessions over which rules are measured.
const MEASURED: std::ops::RangeInclusive<u16> = 50..=78;
/// Codes for economic development are measured to this session, as those for colonialism are: session 73 is the last
/// before they are copies of another issue's, and lacks the one.
const LAST_OF_ECONOMIC: u16 = 72;

const BANDS: [(u16, u16); 3] = [(50, 60), (61, 72), (73, 78)];

/// What is known of a roll call, as texts of its own.
#[derive(Default)]
struct Gathered {
    rcid: u32,
    date: Date,
    session: u16,
    symbol: Option<String>,
    title: Option<String>,
    description: Option<String>,
    agenda: Option<String>,
    subjects: Option<String>,
    committee: Option<String>,
    published: Option<u8>,
}

impl Gathered {
    fn described(&self) -> Described<'_> {
        Described {
            rcid: self.rcid,
            date: self.date,
            session: self.session,
            symbol: self.symbol.as_deref(),
            title: self.title.as_deref(),
            description: self.description.as_deref(),
            agenda: self.agenda.as_deref(),
            subjects: self.subjects.as_deref(),
            committee: self.committee.as_deref(),
            published: self.published,
        }
    }
}

fn main() -> Outcome {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [resolutions, later, directory] = arguments.as_slice() else {
        return Err("name the list of resolutions, the later roll calls and a directory".into());
    };
    let mut gathered = earlier_roll_calls(&library_texts(resolutions)?)?;
    gathered.extend(later_roll_calls(later)?);
    let record: Vec<Described<'_>> = gathered.iter().map(Gathered::described).collect();
    let write = |name: &str, text: String| std::fs::write(Path::new(directory).join(name), text);
    let mut found = evaluate(&record, MEASURED);
    let is_measured = |c: &Cell| c.issue != Issue::Economic || c.session <= LAST_OF_ECONOMIC;
    found.cells.retain(is_measured);
    eprintln!("codes without a ruling: {}", found.unruled);
    write("issue-codes.md", by_means(&found)?)?;
    write("issue-codes-bands.md", by_band(&found)?)?;
    write("issue-codes-sessions.md", by_session(&found)?)?;
    write("issue-codes-ruled.md", ruled(&record, &code(&record))?)?;
    Ok(())
}

/// Title and subjects of every resolution in the Library's list.
type Texts = BTreeMap<Symbol, (Option<String>, Option<String>)>;

fn library_texts(path: &str) -> Outcome<Texts> {
    let bytes = std::fs::read(path)?;
    let table = CsvTable::open(path, &bytes, b',', &["resolution", "title", "subjects"])?;
    let mut texts = Texts::new();
    table.each(|row| {
        if let Some(symbol) = Symbol::parse(row.cell("resolution").text) {
            texts
                .entry(symbol)
                .or_insert_with(|| (text(row, "title"), text(row, "subjects")));
        }
        Ok(())
    })?;
    Ok(texts)
}

fn text<'a>(row: &Row<'a>, column: &'a str) -> Option<String> {
    row.cell(column).optional().map(str::to_owned)
}

fn earlier_roll_calls(texts: &Texts) -> Outcome<Vec<Gathered>> {
    let evidence = Evidence::embedded()?;
    let as_of = evidence.as_of(evidence.latest()?);
    let roll_calls = as_of.roll_calls()?.iter();
    let earlier = roll_calls.filter(|v| v.roll_call.session < SECOND_FILE_FROM);
    Ok(earlier.map(|view| earlier_roll_call(view, texts)).collect())
}

fn earlier_roll_call(view: &RollCallView<'_>, texts: &Texts) -> Gathered {
    let roll_call = view.roll_call;
    let symbol = roll_call.symbol.as_deref().and_then(Symbol::parse);
    let library = symbol.and_then(|s| texts.get(&s).cloned());
    let (title, subjects) = library.unwrap_or_default();
    Gathered {
        rcid: roll_call.rcid,
        date: match roll_call.day_known {
            true => roll_call.date,
            false => end_of_month(roll_call.date),
        },
        session: roll_call.session,
        symbol: roll_call.symbol.clone(),
        title: title.or_else(|| roll_call.title.clone()),
        description: roll_call.description.clone(),
        subjects,
        published: Some(view.issues),
        ..Gathered::default()
    }
}

fn later_roll_calls(path: &str) -> Outcome<Vec<Gathered>> {
    let bytes = std::fs::read(path)?;
    let needed = ["date", "session", "resolution", "title", "rcid_voeten"];
    let table = CsvTable::open(path, &bytes, b',', &needed)?;
    let mut gathered = Vec::new();
    table.each(|row| {
        gathered.push(later_roll_call(row)?);
        Ok(())
    })?;
    Ok(gathered)
}

fn later_roll_call(row: &Row<'_>) -> Result<Gathered, ImportError> {
    let day = row.cell("date").date()?;
    let number = row.cell("rcid_voeten").optional_number("roll call")?;
    let line = u32::try_from(row.line).map_err(|_| row.error("stands too far down"))?;
    Ok(Gathered {
        rcid: number.unwrap_or(NUMBERS_FROM + line),
        date: day,
        session: session(row, day)?,
        symbol: text(row, "resolution"),
        title: text(row, "title"),
        description: None,
        agenda: text(row, "agenda_title"),
        subjects: text(row, "subjects"),
        committee: text(row, "committee"),
        published: published(row)?,
    })
}

/// The regular session that the file gives; for an emergency special session, that of the day.
fn session(row: &Row<'_>, day: Date) -> Result<u16, ImportError> {
    let cell = row.cell("session");
    match cell.text.starts_with("ES-") {
        true => Ok(session_of(day)),
        false => cell.number("session"),
    }
}

/// The regular session of a day: session 74 opened in September 2019.
fn session_of(day: Date) -> u16 {
    let years = day.year() - 1946 + i16::from(day.month() >= 9);
    u16::try_from(years).unwrap_or(0)
}

fn published(row: &Row<'_>) -> Result<Option<u8>, ImportError> {
    let mut bits = None;
    for issue in Issue::ALL {
        if let Some(coded) = row.cell(issue.as_str()).optional_flag()? {
            let bit = if coded { issue.bit() } else { 0 };
            bits = Some(bits.unwrap_or(0) | bit);
        }
    }
    Ok(bits)
}

const COUNTS: &str = "roll calls | both | rule only | publisher only | neither | precision | recall | \
     accuracy | no to all |";

fn counts(confusion: &Confusion) -> String {
    let percent = |v: Option<f64>| v.map_or(String::new(), |v| format!("{:.1}%", 100.0 * v));
    format!(
        "{} | {} | {} | {} | {} | {} | {} | {} | {} |",
        confusion.count(),
        confusion.true_positives,
        confusion.false_positives,
        confusion.false_negatives,
        confusion.true_negatives,
        percent(confusion.precision()),
        percent(confusion.recall()),
        percent(confusion.accuracy()),
        percent(confusion.accuracy_of_no()),
    )
}

fn header(first: &str, columns: &str) -> String {
    let width = columns.matches('|').count();
    format!(
        "| {first} | {columns}\n| --- | --- |{}\n",
        " ---: |".repeat(width - 1)
    )
}

/// A test of cells, by name.
type Kind = (&'static str, fn(&Cell) -> bool);

fn by_means(found: &Evaluation) -> Outcome<String> {
    let mut out = header("issue", &format!("by | {COUNTS}"));
    let kinds: [Kind; 3] = [
        ("series", |c| c.means == Means::Series),
        ("words", |c| c.means == Means::Words),
        ("all", |_| true),
    ];
    for &issue in Issue::ALL {
        for (name, of_kind) in kinds {
            let confusion = found.total(|c| c.issue == issue && of_kind(c));
            writeln!(out, "| {issue} | {name} | {}", counts(&confusion))?;
        }
    }
    Ok(out)
}

fn by_band(found: &Evaluation) -> Outcome<String> {
    let mut out = header("issue", &format!("sessions | {COUNTS}"));
    for &issue in Issue::ALL {
        for (from, to) in BANDS {
            let of_band = |c: &Cell| c.issue == issue && (from..=to).contains(&c.session);
            let confusion = found.total(of_band);
            if confusion.count() > 0 {
                writeln!(out, "| {issue} | {from}-{to} | {}", counts(&confusion))?;
            }
        }
    }
    Ok(out)
}

/// Accuracy in every session: each issue, by series and by words together.
fn by_session(found: &Evaluation) -> Outcome<String> {
    let names: Vec<&str> = Issue::ALL.iter().map(|i| i.as_str()).collect();
    let mut out = format!("| session | roll calls | {} |\n|", names.join(" | "));
    out.push_str(&" ---: |".repeat(2 + names.len()));
    out.push('\n');
    for session in MEASURED {
        let of = |issue: Issue| found.total(|c| c.session == session && c.issue == issue);
        let shares: Vec<String> = Issue::ALL
            .iter()
            .map(|i| {
                of(*i)
                    .accuracy()
                    .map_or(String::new(), |a| format!("{:.1}%", 100.0 * a))
            })
            .collect();
        let number = of(Issue::Nuclear).count();
        writeln!(out, "| {session} | {number} | {} |", shares.join(" | "))?;
    }
    Ok(out)
}

/// How many roll calls of each session have a ruling, on what it rests, and how many it finds on each issue.
fn ruled(record: &[Described<'_>], coded: &[Coded]) -> Outcome<String> {
    let mut out = "| session | issue | not coded | by series | by words | by emergency session | on it by rule |\n\
         | ---: | --- | ---: | ---: | ---: | ---: | ---: |\n"
        .to_owned();
    let by_number: BTreeMap<u32, &Coded> = coded.iter().map(|c| (c.rcid, c)).collect();
    let first = date(2018, 9, 1);
    for session in session_of(first)..=80 {
        for &issue in Issue::ALL {
            let of_session = record.iter().filter(|r| r.session == session);
            let rulings: Vec<_> = of_session
                .filter_map(|r| by_number.get(&r.rcid))
                .flat_map(|c| c.rulings.iter().filter(|r| r.issue == issue))
                .collect();
            if rulings.is_empty() {
                continue;
            }
            let count = |of: fn(Basis) -> bool| rulings.iter().filter(|r| of(r.basis)).count();
            writeln!(
                out,
                "| {session} | {issue} | {} | {} | {} | {} | {} |",
                rulings.len(),
                count(|b| matches!(b, Basis::Series { .. })),
                count(|b| b == Basis::Words),
                count(|b| b == Basis::EmergencySession),
                rulings.iter().filter(|r| r.holds).count(),
            )?;
        }
    }
    Ok(out)
}
