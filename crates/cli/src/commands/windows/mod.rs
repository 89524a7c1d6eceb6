//! `entente windows`

mod cycles;
mod ics;
mod page;
mod words;

pub use words::filled;

use entente_assessment::{
    Message, PairCycles, Party, Window, WindowKind, meetings, windows, windows_evidence,
    windows_notes,
};
use entente_brief::Words;
use entente_evidence::AsOf;
use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use crate::args::{EvidenceArgs, WindowsArgs, WindowsFormat};
use crate::commands::{dossier, ledger};
use crate::failure::Failure;
use crate::output::{self, Envelope, Head};
use crate::reading::Reading;

pub fn run(options: &WindowsArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let parties = parties(&options.states, date)?;
    let span = span(options, date)?;
    let answer = match options.cycles {
        true => Answer::cycles(&parties, span, date, options.within),
        false => {
            let found = dossier::find(options.dossier.as_deref(), &parties, options.lang)?;
            let meetings = match ledger::fed(found, options.database.as_deref())? {
                Some(chosen) => meetings(&parties, &chosen.dossier, &as_of)?,
                None => Vec::new(),
            };
            Answer::windows(&parties, span, &as_of, meetings)?
        }
    };
    let words = options.lang.words();
    // Cycles of terms follow from rules: no list is read for them.
    let lists = match options.cycles {
        true => Vec::new(),
        false => windows_evidence(&as_of)?,
    };
    let head = Head::of(reading, lists, &as_of, words)?;
    if options.format == WindowsFormat::Csv {
        head.beside();
    }
    let written = match options.format {
        WindowsFormat::Table => head.page(answer.page(&as_of, words)?),
        WindowsFormat::Csv => answer.csv()?,
        WindowsFormat::Json => answer.json(&head)?,
        WindowsFormat::Ics => {
            let described = ics::described(head.description(), &answer.windows, words);
            let named = (answer.title(words), described);
            ics::calendar(&answer.windows, named, date, words).into_bytes()
        }
    };
    output::write(options.output.as_deref(), &written)
}

/// What was found, for whom and when.
struct Answer<'p> {
    parties: &'p [Party],
    span: (Date, Date),
    date: Date,
    windows: Vec<Window>,
    /// How cycles come round, pair by pair, if that was asked.
    cycles: Option<Vec<PairCycles>>,
}

/// The envelope with the arithmetic of cycles beside it.
#[derive(Serialize)]
struct WithCycles<'c> {
    #[serde(flatten)]
    envelope: Envelope,
    #[serde(skip_serializing_if = "Option::is_none")]
    cycles: Option<&'c [PairCycles]>,
}

impl<'p> Answer<'p> {
    fn windows(
        parties: &'p [Party],
        span: (Date, Date),
        as_of: &AsOf<'_>,
        meetings: Vec<Window>,
    ) -> Result<Self, Failure> {
        Ok(Answer {
            parties,
            span,
            date: as_of.date(),
            windows: windows(parties, span, as_of, meetings)?,
            cycles: None,
        })
    }

    fn cycles(parties: &'p [Party], span: (Date, Date), date: Date, months: u8) -> Self {
        let mut cycles = Vec::new();
        for (i, first) in parties.iter().enumerate() {
            for second in &parties[i + 1..] {
                cycles.push(PairCycles::of(first, second, date, span, months));
            }
        }
        let windows = cycles.iter().flat_map(|c| c.windows(parties)).collect();
        Answer {
            parties,
            span,
            date,
            windows,
            cycles: Some(cycles),
        }
    }

    fn title(&self, words: &Words) -> String {
        let names: Vec<String> = self.parties.iter().map(|p| words.with_code(p)).collect();
        let (from, until) = self.span;
        let cycles = if self.cycles.is_some() { "yes" } else { "no" };
        let title = Message::new("page-windows-title")
            .with_word("cycles", cycles)
            .with_word("parties", words.listed(&names))
            .with_word("from", from)
            .with_word("until", until)
            .with_word("date", self.date);
        words.told(&title)
    }

    fn page(&self, as_of: &AsOf<'_>, words: &Words) -> Result<String, Failure> {
        let title = self.title(words);
        Ok(match &self.cycles {
            Some(cycles) => cycles::page(&title, cycles, words),
            None => {
                let lists = windows_evidence(as_of)?;
                let read = (self.date, &lists[..]);
                page::page(&title, &self.windows, self.parties, read, words)
            }
        })
    }

    fn json(&self, head: &Head) -> Result<Vec<u8>, Failure> {
        let head = WithCycles {
            envelope: head.envelope(windows_notes()),
            cycles: self.cycles.as_deref(),
        };
        output::json(&head, "windows", &self.windows)
    }

    /// The header stands even where there is no window.
    fn csv(&self) -> Result<Vec<u8>, Failure> {
        if self.windows.is_empty() {
            return Ok(
                b"ccodes,iso3,id,kind,start,end,year,title,certainty,conditions,note,sources\n"
                    .to_vec(),
            );
        }
        output::csv(&self.windows)
    }
}

fn span(options: &WindowsArgs, date: Date) -> Result<(Date, Date), Failure> {
    let years = |from: Date, years: i64| from.saturating_add(years.years());
    let from = options.from.unwrap_or(match options.cycles {
        true => years(date, -50),
        false => date,
    });
    let until = options.until.unwrap_or(match options.cycles {
        true => years(date, 25).max(from),
        false => years(from, 2),
    });
    if from > until {
        return Err(Failure::usage(format!(
            "--from {from} lies after --until {until}"
        )));
    }
    if from.year() < 1900 || until.year() > 2200 {
        return Err(Failure::usage("windows are computed from 1900 to 2200"));
    }
    Ok((from, until))
}

fn parties(names: &[String], date: Date) -> Result<Vec<Party>, Failure> {
    let mut parties: Vec<Party> = Vec::new();
    for name in names {
        let party = Party::named(name, date)?;
        if parties.iter().any(|p| p.ccode == party.ccode) {
            return Err(Failure::usage(format!("{} is given twice", party.name)));
        }
        parties.push(party);
    }
    if parties.len() < 2 {
        return Err(Failure::usage(
            "windows are between two or more states; one given",
        ));
    }
    Ok(parties)
}

/// Opportunities before the rest.
fn opportunities(windows: &[Window]) -> (Vec<&Window>, Vec<&Window>) {
    windows
        .iter()
        .partition(|w| w.kind == WindowKind::Opportunity)
}
