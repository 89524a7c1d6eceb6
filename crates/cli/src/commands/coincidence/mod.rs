//! `entente coincidence`

mod frame;
mod span;

use std::collections::BTreeSet;
use std::time::Duration;

use entente_assessment::{Agreement, AgreementRow, Note, Notes, Party, pairs};
use entente_brief::Lang;
use entente_evidence::{AsOf, CodeBasis, RollCall, RollCallIssue, RollCallView, TableId, Vote};
use entente_measures::{Admits, Formula, Index, IssueFilter, Selector};
use indicatif::{ProgressBar, ProgressStyle};

use crate::args::{CoincidenceArgs, EvidenceArgs, FrameFormat};
use crate::failure::Failure;
use crate::named;
use crate::output::{self, Envelope, FrameWriter, Head, RowsWriter};
use crate::reading::Reading;
use span::Span;

/// Rows that a terminal table shows of all pairs.
const MOST_ROWS: usize = 400;

pub fn run(options: &CoincidenceArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let span = Span::of(options)?;
    let parties = parties(options)?;
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let every: Vec<IssueFilter> = IssueFilter::every().collect();
    let sets = options.selection.selectors(&every)?;
    options.selection.check(&sets, &as_of)?;
    let agreement = Agreement::new(
        &as_of,
        span.period_of(),
        |p| span.holds(p),
        &sets,
        options.formula,
    )?;
    if agreement.cells() == 0 {
        return Err(
            Failure::failed(format!("no roll call on record {span}, as of {date}"))
                .help("`entente evidence list` shows what the record covers"),
        );
    }
    let tables = vec![
        as_of.table_use::<Vote>()?,
        as_of.table_use::<RollCall>()?,
        as_of.table_use::<RollCallIssue>()?,
    ];
    let head = Head::of(reading, tables, &as_of, Lang::default().words())?;
    if matches!(options.format, FrameFormat::Csv | FrameFormat::Parquet) {
        head.beside();
    }
    let question = Question {
        options,
        as_of: &as_of,
        head: &head,
        sets: &sets,
    };
    if options.all {
        return question.all(&agreement, parties.first());
    }
    let mut rows = Vec::new();
    for pair in pairs(&parties) {
        let own = agreement.of_pair(&pair);
        if options.directed {
            rows.extend(own.into_iter().flat_map(|row| {
                let turned = turned(&row);
                [row, turned]
            }));
        } else {
            rows.extend(own);
        }
    }
    question.write(&rows)
}

/// Votes are asked for over the whole record, so the states need not exist on the date.
fn parties(options: &CoincidenceArgs) -> Result<Vec<Party>, Failure> {
    let mut parties: Vec<Party> = Vec::new();
    for name in &options.states {
        let party = named::over_the_record(name)?;
        if parties.iter().any(|p| p.ccode == party.ccode) {
            return Err(Failure::usage(format!("{} is given twice", party.name)));
        }
        parties.push(party);
    }
    match (options.all, parties.len()) {
        (false, 0 | 1) => Err(
            Failure::usage("coincidence is of two or more states; one given")
                .help("--all gives every partner of one state"),
        ),
        (true, 2..) => Err(Failure::usage("--all is of every pair, or of one state's")
            .help("leave out --all, or give one state")),
        _ => Ok(parties),
    }
}

/// Every index is symmetric, and so are the counts of a row.
fn turned<'a>(row: &AgreementRow<'a>) -> AgreementRow<'a> {
    AgreementRow {
        ccode1: row.ccode2,
        iso3_1: row.iso3_2,
        ccode2: row.ccode1,
        iso3_2: row.iso3_1,
        ..row.clone()
    }
}

/// Progress on a terminal; nothing elsewhere.
fn bar(cells: usize) -> ProgressBar {
    let bar = ProgressBar::new(cells as u64);
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} cells, {eta} left") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(100));
    bar
}

struct Question<'q> {
    options: &'q CoincidenceArgs,
    as_of: &'q AsOf<'q>,
    head: &'q Head,
    sets: &'q [Selector],
}

impl Question<'_> {
    /// Every pair, cell by cell, so that the whole record needs little memory.
    fn all(&self, agreement: &Agreement<'_>, of: Option<&Party>) -> Result<(), Failure> {
        let (of, directed) = (of.map(|p| p.ccode), self.options.directed);
        let to = self.options.output.as_deref();
        let bar = bar(agreement.cells());
        match self.options.format {
            FrameFormat::Csv | FrameFormat::Parquet => {
                let columnar = self.options.format == FrameFormat::Parquet;
                let mut writer = FrameWriter::new(to, columnar)?;
                agreement.of_all(of, directed, frame::frame, |piece| {
                    bar.inc(1);
                    writer.write(&piece)
                })?;
                bar.finish_and_clear();
                writer.finish()
            }
            FrameFormat::Json => {
                let mut writer = RowsWriter::new(to, &self.envelope()?, "rows")?;
                agreement.of_all(of, directed, <[_]>::to_vec, |rows| {
                    bar.inc(1);
                    rows.iter().try_for_each(|row| writer.write(row))
                })?;
                bar.finish_and_clear();
                writer.finish()
            }
            FrameFormat::Table => {
                let (mut rows, mut more) = (Vec::new(), 0);
                agreement.of_all(of, directed, <[_]>::to_vec, |mut next| {
                    bar.inc(1);
                    let kept = next.len().min(MOST_ROWS - rows.len());
                    more += next.len() - kept;
                    next.truncate(kept);
                    rows.append(&mut next);
                    Ok::<(), Failure>(())
                })?;
                bar.finish_and_clear();
                output::write(to, &self.head.page(self.table(&rows, more)))
            }
        }
    }

    fn envelope(&self) -> Result<Envelope, Failure> {
        Ok(self.head.envelope(self.notes()?))
    }

    fn write(&self, rows: &[AgreementRow<'_>]) -> Result<(), Failure> {
        let written = match self.options.format {
            FrameFormat::Json => output::json(&self.envelope()?, "rows", rows)?,
            FrameFormat::Csv => frame::frame(rows).csv()?,
            FrameFormat::Parquet => frame::frame(rows).parquet()?,
            FrameFormat::Table => self.head.page(self.table(rows, 0)),
        };
        output::write(self.options.output.as_deref(), &written)
    }

    fn notes(&self) -> Result<Vec<Note>, Failure> {
        let date = self.as_of.date();
        let mut notes = Notes::default();
        let parts = if self.options.selection.adopted_only {
            "amendments and paragraphs left out where the record tells them"
        } else {
            "amendments and paragraphs included"
        };
        notes.add(
            &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
            format!("recorded General Assembly roll calls known on {date}, {parts}"),
            format!(
                "coincidence: {}; `absent` counts roll calls on which a member cast no vote on record, `not_members` those on which one of the two was no member",
                self.options.formula.index().title()
            ),
            "a year's official figure needs that year's formula, and final plenary votes of the calendar year since 2017; `entente reconcile` lays them side by side. A roll call whose day is not recorded is known from the last day of its month. Issues are coded by rule, not by the publisher, after 4 June 2024, for economic development from 2019 and for colonialism from session 73.",
        );
        for set in self.sets {
            let unknown = self.unflagged(set)?;
            notes.add(
                &[TableId::RollCall],
                format!("{}: {}", set.name(), set.title()),
                "roll calls of the set",
                unknown.unwrap_or_default(),
            );
        }
        Ok(notes.finish())
    }

    /// What is to be said of issues that a rule coded, if a row is about an issue in a session that has such.
    fn coded_by_rule(&self, rows: &[AgreementRow<'_>]) -> Option<String> {
        let by_rule = |view: &RollCallView<'_>| view.roll_call.coded == Some(CodeBasis::Rule);
        let calls = self.as_of.roll_calls().ok()?;
        let sessions: BTreeSet<u16> = calls
            .iter()
            .filter(|view| by_rule(view))
            .flat_map(|view| {
                let year = u16::try_from(view.roll_call.date.year()).unwrap_or(0);
                [view.roll_call.session, year]
            })
            .collect();
        let about = |row: &AgreementRow<'_>| {
            let period = row.session.or(row.year).unwrap_or(0);
            row.issue != "all" && sessions.contains(&period)
        };
        rows.iter().any(about).then(|| {
            "Issues are coded by rule, not by the publisher, where roll calls came after 4 June 2024, for \
             economic development from 2019 and for colonialism from session 73."
                .to_owned()
        })
    }

    /// How many roll calls of a set nobody flagged, if a flag was asked for.
    fn unflagged(&self, set: &Selector) -> Result<Option<String>, Failure> {
        let selection = &self.options.selection;
        if !selection.important && !selection.adopted_only {
            return Ok(None);
        }
        let own: Vec<_> = self
            .as_of
            .roll_calls()?
            .iter()
            .filter(|view| set.admits(view))
            .collect();
        let parts = own
            .iter()
            .filter(|v| v.roll_call.amendment.is_none() && v.roll_call.paragraph.is_none());
        Ok(Some(format!(
            "of {} roll calls {} are not flagged as amendment or paragraph either way and count as final; a roll call without a flag of importance counts as not important.",
            own.len(),
            parts.count()
        )))
    }

    /// The rows; `more` of them are left out.
    fn table(&self, rows: &[AgreementRow<'_>], more: usize) -> String {
        let years = rows.iter().any(|r| r.year.is_some());
        let noun = if years { "year" } else { "session" };
        let mut header = vec![
            "pair",
            noun,
            "issue",
            "same",
            "partial",
            "opposite",
            "absent",
            "coincidence",
        ];
        let shown: Vec<Index> = self.options.indices.clone();
        header.extend(shown.iter().map(|i| i.as_str()));
        let number = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v:.3}"));
        let lines = rows.iter().map(|row| {
            let mut line = vec![
                format!("{}-{}", row.iso3_1, row.iso3_2),
                row.session.or(row.year).unwrap_or(0).to_string(),
                row.issue.to_owned(),
                row.same.to_string(),
                row.partial.to_string(),
                row.opposite.to_string(),
                row.absent.to_string(),
                number(row.coincidence),
            ];
            line.extend(shown.iter().map(|index| number(row.indices.get(*index))));
            line
        });
        let right: Vec<usize> = [1].into_iter().chain(3..header.len()).collect();
        let mut text = output::table(&header, &right, lines.collect());
        if more > 0 {
            text.push_str(&format!("… {more} rows more; --format csv has all\n"));
        }
        let formula = self.options.formula;
        let prose = match formula {
            Formula::Y2017 => "(same + ½ partial) / both voted, as the U.S. Department of State counts it in its reports on 2017-2020".to_owned(),
            other => other.index().title().to_owned(),
        };
        text.push('\n');
        text.push_str(&output::wrapped(&format!(
            "Voting coincidence as of {}: {prose}. Source: {}.",
            self.as_of.date(),
            self.head.sources()
        )));
        if let Some(said) = self.coded_by_rule(rows) {
            text.push_str(&output::wrapped(&said));
        }
        text
    }
}
