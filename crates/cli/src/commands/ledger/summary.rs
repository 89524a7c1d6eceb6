//! An entry on one line.

use entente_ledger::{
    Act, AgendaEntry, Commitment, Compliance, Consultation, Days, Document, Entry, Outcome,
    Position, Score, Stage, Versioned,
};
use jiff::civil::Date;
use serde::Serialize;

use super::names::{code, codes, item};
use crate::output;

/// What is told of every entry in a list.
#[derive(Debug, Serialize)]
pub struct Summary {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: i64,
    /// The day that counts: of a meeting its first, of a commitment that on which it is due.
    pub day: Option<Date>,
    /// The last day, if there are several.
    pub until: Option<Date>,
    /// Three-letter codes.
    pub parties: Vec<String>,
    /// What became of it, or how it is scored.
    pub status: String,
    /// In a line.
    pub text: String,
}

/// An entry that can be told on one line.
pub trait Told: Entry {
    fn summary(&self) -> Summary;
}

pub fn of<T: Told>(versioned: &Versioned<T>) -> Summary {
    Summary {
        version: versioned.version,
        ..versioned.entry.summary()
    }
}

/// Lines for the terminal.
pub fn table(summaries: &[Summary], room: usize) -> String {
    let rows = summaries
        .iter()
        .map(|it| {
            vec![
                it.id.clone(),
                days(it),
                it.parties.join(" "),
                it.status.clone(),
                output::shortened(&it.text, room),
            ]
        })
        .collect();
    output::table(&["id", "day", "parties", "status", ""], &[], rows)
}

/// "2016-06-29", or "2023-01-09/10" for several days of one month.
fn days(it: &Summary) -> String {
    let Some(day) = it.day else {
        return "-".to_owned();
    };
    match it.until {
        None => day.to_string(),
        Some(end) if end.first_of_month() == day.first_of_month() => {
            format!("{day}/{:02}", end.day())
        }
        Some(end) => format!("{day}/{end}"),
    }
}

fn or_withdrawn(withdrawn: Option<&String>, status: &str) -> String {
    match withdrawn {
        Some(_) => "withdrawn".to_owned(),
        None => status.to_owned(),
    }
}

impl Told for Consultation {
    fn summary(&self) -> Summary {
        let last = |days: Days| (days.start != days.end).then_some(days.end);
        Summary {
            id: self.id.clone(),
            version: 0,
            day: self.day(),
            parties: codes(&self.parties),
            status: status_of(self).to_owned(),
            until: self.actual.or(self.planned).and_then(last),
            text: self.title.clone(),
        }
    }
}

/// A score with its sign, which 0 has not.
pub fn signed(score: Compliance) -> String {
    match i8::from(score) {
        0 => "0".to_owned(),
        number => format!("{number:+}"),
    }
}

/// The word for what became of a consultation.
pub fn status_of(consultation: &Consultation) -> &'static str {
    use entente_ledger::ConsultationStatus::{Cancelled, Held, Planned, Postponed};
    match consultation.status {
        Planned => "planned",
        Held => "held",
        Postponed => "postponed",
        Cancelled => "cancelled",
    }
}

impl Told for AgendaEntry {
    fn summary(&self) -> Summary {
        let reached = match self.reached {
            Some(true) => "reached",
            Some(false) => "not reached",
            None => "open",
        };
        let title = self.title.clone();
        let named = || self.item.as_ref().map(|link| item(&link.to_string()));
        Summary {
            id: self.id.clone(),
            version: 0,
            until: None,
            day: None,
            parties: codes(&self.leads.iter().map(|lead| lead.party).collect::<Vec<_>>()),
            status: or_withdrawn(self.withdrawn.as_ref(), reached),
            text: format!(
                "{}. {}",
                self.order,
                title.or_else(named).unwrap_or_default()
            ),
        }
    }
}

impl Told for Position {
    fn summary(&self) -> Summary {
        Summary {
            id: self.id.clone(),
            version: 0,
            until: None,
            day: None,
            parties: vec![code(self.party)],
            status: or_withdrawn(self.withdrawn.as_ref(), "own"),
            text: format!("{}: {}", self.entry, self.aim),
        }
    }
}

impl Told for Outcome {
    fn summary(&self) -> Summary {
        Summary {
            id: self.id.clone(),
            version: 0,
            until: None,
            day: None,
            parties: Vec::new(),
            status: or_withdrawn(self.withdrawn.as_ref(), "stands"),
            text: self.text.clone(),
        }
    }
}

impl Told for Commitment {
    fn summary(&self) -> Summary {
        Summary {
            id: self.id.clone(),
            version: 0,
            until: None,
            day: self.due,
            parties: codes(&self.by),
            status: self.status.as_str().to_owned(),
            text: self.text.clone(),
        }
    }
}

impl Told for Score {
    fn summary(&self) -> Summary {
        let stage = match self.stage {
            Stage::Interim => "interim",
            Stage::Final => "final",
        };
        Summary {
            id: self.id.clone(),
            version: 0,
            until: None,
            day: Some(self.date),
            parties: vec![code(self.party)],
            status: or_withdrawn(
                self.withdrawn.as_ref(),
                &format!("{} {stage}", signed(self.score)),
            ),
            text: format!("{}: {}", self.assessor, self.evidence),
        }
    }
}

impl Told for Act {
    fn summary(&self) -> Summary {
        Summary {
            id: self.id.clone(),
            version: 0,
            until: None,
            day: Some(self.date),
            parties: vec![code(self.party)],
            status: or_withdrawn(self.withdrawn.as_ref(), &format!("{:+}", self.weight)),
            text: self.text.clone(),
        }
    }
}

impl Told for Document {
    fn summary(&self) -> Summary {
        let status = match self.delegation {
            Some(_) => "own",
            None => "joint",
        };
        Summary {
            id: self.id.clone(),
            version: 0,
            until: None,
            day: None,
            parties: self.delegation.map(code).into_iter().collect(),
            status: or_withdrawn(self.withdrawn.as_ref(), status),
            text: format!("{} ({}, {} bytes)", self.name, self.media_type, self.size),
        }
    }
}
