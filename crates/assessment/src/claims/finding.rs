//! What a test found.

use entente_evidence::TableId;
use serde::Serialize;

use crate::note::Message;

/// What the evidence says of a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClaimVerdict {
    /// It bears it out.
    Supported,
    /// Part of it, or too close to tell.
    Mixed,
    /// It says otherwise.
    Contradicted,
    /// It does not speak of it.
    NotTestable,
}

impl ClaimVerdict {
    /// Every verdict.
    pub const ALL: [ClaimVerdict; 4] = [
        ClaimVerdict::Supported,
        ClaimVerdict::Mixed,
        ClaimVerdict::Contradicted,
        ClaimVerdict::NotTestable,
    ];

    /// Its name, as in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            ClaimVerdict::Supported => "supported",
            ClaimVerdict::Mixed => "mixed",
            ClaimVerdict::Contradicted => "contradicted",
            ClaimVerdict::NotTestable => "not-testable",
        }
    }

    /// The verdict on a claim from those of its tests, all of which must hold: what they agree on, and
    /// mixed where they do not.
    pub(super) fn of_all(findings: &[Finding]) -> Self {
        let mut verdicts = findings.iter().map(|f| f.verdict);
        match verdicts.next() {
            None => ClaimVerdict::NotTestable,
            Some(first) if verdicts.all(|v| v == first) => first,
            Some(_) => ClaimVerdict::Mixed,
        }
    }

    pub(super) fn plain(holds: bool) -> Self {
        match holds {
            true => ClaimVerdict::Supported,
            false => ClaimVerdict::Contradicted,
        }
    }

    /// From the probability that it is so: nine in ten supports it, one in ten contradicts it.
    pub(super) fn probable(probability: f64) -> Self {
        match probability {
            p if p >= 0.9 => ClaimVerdict::Supported,
            p if p <= 0.1 => ClaimVerdict::Contradicted,
            _ => ClaimVerdict::Mixed,
        }
    }
}

/// A figure behind a finding.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figure {
    /// What it is: a period, a state, a difference.
    pub name: String,
    /// The value; empty where there is none on record.
    pub value: Option<f64>,
    /// Lower end of its 95% interval, where it has one.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// How many roll calls, meetings or rows it rests on, where it is of many.
    pub count: Option<u32>,
}

/// What one test of a claim found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Finding {
    /// The kind of test, as the dossier calls it.
    pub test: &'static str,
    /// What the evidence says.
    pub verdict: ClaimVerdict,
    /// The figures behind it.
    pub figures: Vec<Figure>,
    /// The tables they come from.
    pub tables: Vec<TableId>,
    /// The same to be told in words.
    pub message: Message,
}

impl Finding {
    pub(super) fn new(test: &'static str, verdict: ClaimVerdict, message: Message) -> Self {
        Finding {
            test,
            verdict,
            figures: Vec::new(),
            tables: Vec::new(),
            message,
        }
    }

    /// Not testable, for a reason that is told by a message of its own.
    pub(super) fn silent(test: &'static str, message: Message) -> Self {
        Finding::new(test, ClaimVerdict::NotTestable, message)
    }

    /// Not testable, for a reason in the dossier's words.
    pub(super) fn told(test: &'static str, why: &str) -> Self {
        Finding::silent(test, Message::new("claim-told").with_word("why", why))
    }

    pub(super) fn from(mut self, tables: &[TableId]) -> Self {
        self.tables = tables.to_vec();
        self
    }

    pub(super) fn figure(mut self, figure: Figure) -> Self {
        self.figures.push(figure);
        self
    }
}

impl Figure {
    pub(super) fn of(name: impl Into<String>, value: Option<f64>) -> Self {
        Figure {
            name: name.into(),
            value,
            low: None,
            high: None,
            count: None,
        }
    }

    pub(super) fn between(mut self, low: Option<f64>, high: Option<f64>) -> Self {
        (self.low, self.high) = (low, high);
        self
    }

    pub(super) fn on(mut self, count: u32) -> Self {
        self.count = Some(count);
        self
    }
}
