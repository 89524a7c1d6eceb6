//! `entente coincidence`

use entente_assessment::{CoincidenceRow, Note, Notes, Party, coincidence_rows, pairs};
use entente_evidence::{AsOf, RollCall, RollCallIssue, TableId, Vote};
use entente_measures::{IssueFilter, Period};

use crate::args::{CoincidenceArgs, EvidenceArgs, TableFormat};
use crate::failure::Failure;
use crate::output::{self, Envelope};

/// Numbers from here on are years; sessions will not reach it for a long time.
const FIRST_YEAR: u16 = 1946;

pub fn run(options: &CoincidenceArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let evidence = evidence.open()?;
    let date = match options.as_of {
        Some(date) => date,
        None => evidence.latest()?,
    };
    let as_of = evidence.as_of(date);
    let span = Span::of(options)?;
    let parties = parties(&options.states)?;
    let issues: Vec<IssueFilter> = match options.issue.as_slice() {
        [] => IssueFilter::every().collect(),
        chosen => chosen.iter().map(|i| i.0).collect(),
    };
    let mut rows = Vec::new();
    for pair in pairs(&parties) {
        rows.extend(coincidence_rows(
            &pair,
            &as_of,
            span.period_of(),
            |p| span.holds(p),
            &issues,
        )?);
    }
    if rows.is_empty() {
        return Err(
            Failure::failed(format!("no roll call on record {span}, as of {date}"))
                .help("`entente evidence list` shows what the record covers"),
        );
    }
    let written = match options.format {
        TableFormat::Json => {
            let envelope = Envelope {
                as_of: Some(date),
                evidence: vec![
                    as_of.table_use::<Vote>()?,
                    as_of.table_use::<RollCall>()?,
                    as_of.table_use::<RollCallIssue>()?,
                ],
                notes: notes(&as_of),
            };
            output::json(&envelope, "rows", &rows)?
        }
        TableFormat::Csv => output::csv(&rows)?,
        TableFormat::Table => table(&rows, &as_of).into_bytes(),
    };
    output::write(options.output.as_deref(), &written)
}

/// Votes are asked for over the whole record, so the states need not exist on the date.
fn parties(names: &[String]) -> Result<Vec<Party>, Failure> {
    let mut parties: Vec<Party> = Vec::new();
    for name in names {
        let party = Party::of(entente_states::system().resolve(name)?);
        if parties.iter().any(|p| p.ccode == party.ccode) {
            return Err(Failure::usage(format!("{} is given twice", party.name)));
        }
        parties.push(party);
    }
    if parties.len() < 2 {
        return Err(Failure::usage(
            "coincidence is of two or more states; one given",
        ));
    }
    Ok(parties)
}

/// The sessions or years asked for.
struct Span {
    years: bool,
    from: u16,
    to: u16,
}

impl Span {
    fn of(options: &CoincidenceArgs) -> Result<Self, Failure> {
        if let Some(session) = options.session {
            return Ok(Span {
                years: false,
                from: session,
                to: session,
            });
        }
        if let Some(year) = options.year {
            return Ok(Span {
                years: true,
                from: year,
                to: year,
            });
        }
        let years = options.from.or(options.to).is_some_and(|n| n >= FIRST_YEAR);
        let (from, to) = (options.from.unwrap_or(0), options.to.unwrap_or(u16::MAX));
        let mixed = options
            .from
            .zip(options.to)
            .is_some_and(|(a, b)| (a >= FIRST_YEAR) != (b >= FIRST_YEAR));
        if mixed {
            return Err(Failure::usage(format!(
                "--from {from} --to {to} mixes a session and a year"
            ))
            .help("give two sessions (1 to 74) or two years (1946 and above)"));
        }
        if from > to {
            return Err(Failure::usage(format!(
                "--from {from} lies after --to {to}"
            )));
        }
        Ok(Span { years, from, to })
    }

    fn period_of(&self) -> fn(&entente_evidence::RollCallView<'_>) -> Period {
        if self.years {
            Period::year_of
        } else {
            Period::session_of
        }
    }

    fn holds(&self, period: Period) -> bool {
        let (Period::Session(n) | Period::Year(n)) = period;
        (self.from..=self.to).contains(&n)
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let noun = if self.years { "year" } else { "session" };
        match (self.from, self.to) {
            (from, to) if from == to => write!(f, "in {noun} {from}"),
            (from, u16::MAX) => write!(f, "from {noun} {from}"),
            (from, to) => write!(f, "in {noun}s {from} to {to}"),
        }
    }
}

fn notes(as_of: &AsOf<'_>) -> Vec<Note> {
    let mut notes = Notes::default();
    notes.add(
        &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
        format!("recorded General Assembly roll calls known on {}, amendments and paragraphs included", as_of.date()),
        "voting coincidence (U.S. Department of State, reports on 2017-2020): (same + ½ partial) / both voted; `absent` counts roll calls on which at least one of the two cast no vote on record",
        "a roll call whose day is not recorded is known from the last day of its month.",
    );
    notes.finish()
}

fn table(rows: &[CoincidenceRow], as_of: &AsOf<'_>) -> String {
    let period = |row: &CoincidenceRow| row.session.or(row.year).unwrap_or(0).to_string();
    let noun = if rows.iter().any(|r| r.session.is_some()) {
        "session"
    } else {
        "year"
    };
    let cells = rows
        .iter()
        .map(|row| {
            let tally = row.coincidence.tally;
            vec![
                format!("{}-{}", row.pair.iso3_1, row.pair.iso3_2),
                period(row),
                row.issue.as_str().to_owned(),
                tally.same.to_string(),
                tally.partial.to_string(),
                tally.opposite.to_string(),
                tally.absent.to_string(),
                row.coincidence
                    .coincidence
                    .map_or("-".to_owned(), |c| format!("{c:.3}")),
            ]
        })
        .collect();
    let header = [
        "pair",
        noun,
        "issue",
        "same",
        "partial",
        "opposite",
        "absent",
        "coincidence",
    ];
    let body = output::table(&header, &[1, 3, 4, 5, 6, 7], cells);
    format!(
        "{body}\nVoting coincidence as of {}: (same + ½ partial) / both voted, as the U.S. Department of\nState counts it in its reports on 2017-2020. Source: Voeten, Strezhnev and Bailey.\n",
        as_of.date()
    )
}
