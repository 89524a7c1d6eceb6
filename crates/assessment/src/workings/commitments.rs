//! What was promised between the parties, pair by pair of a commitment and a party.

use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable};
use crate::commitments::{CommitmentPair, CommitmentsSection, OpenCommitment};
use crate::note::{Message, Value};

const MEAN: Formula = Formula {
    id: "formula-compliance",
    text: "s / n",
};

/// G20 Research Group.
const PERCENT: Formula = Formula {
    id: "formula-compliance-percent",
    text: "50·(S + 1)",
};

/// Every pair with its score, then every score that stands, then what is open.
pub(super) fn of(asked: &Asked<'_, '_>) -> Parts {
    let Some(section) = &asked.assessment.commitments else {
        return Parts::default();
    };
    let mut formulas = Vec::new();
    for party in &section.by_party {
        let own = section.pairs.iter().filter(|p| p.ccode == party.ccode);
        let what = Message::new("worked-state").with("state", Value::State(party.ccode));
        let scores: Vec<f64> = own.filter_map(|p| p.score).collect();
        formulas.extend(worked(&scores, &what));
    }
    let all: Vec<f64> = section.pairs.iter().filter_map(|p| p.score).collect();
    formulas.extend(worked(&all, &Message::new("worked-all-parties")));
    Parts {
        formulas,
        tables: vec![pairs(section), scores(section), open(section)],
    }
}

/// The mean of some scores and its percentage; nothing without scores.
fn worked(scores: &[f64], what: &Message) -> Vec<Worked> {
    if scores.is_empty() {
        return Vec::new();
    }
    let sum: f64 = scores.iter().sum();
    let mean = sum / scores.len() as f64;
    let of_mean = Worked {
        what: what.clone(),
        formula: MEAN,
        terms: vec![("s", sum), ("n", scores.len() as f64)],
        result: mean,
    };
    let of_percent = Worked {
        what: what.clone(),
        formula: PERCENT,
        terms: vec![("S", mean)],
        result: entente_measures::compliance::percent(mean),
    };
    vec![of_mean, of_percent]
}

fn pairs(section: &CommitmentsSection) -> WorkedTable {
    let row = |it: &CommitmentPair| {
        vec![
            Cell::text(&it.commitment),
            Cell::Day(it.made),
            Cell::text(&it.iso3),
            Cell::maybe(it.score, |s| Cell::Number(s, 2)),
        ]
    };
    let columns = ["commitment", "made", "iso3", "score"];
    let title = Message::new("rows-commitments");
    WorkedTable::new("commitments", title, &columns).rows(section.pairs.iter().map(row))
}

fn scores(section: &CommitmentsSection) -> WorkedTable {
    let rows = section.pairs.iter().flat_map(|pair| {
        pair.scores.iter().map(|it| {
            vec![
                Cell::text(&pair.commitment),
                Cell::text(&it.iso3),
                Cell::Whole(it.score.into()),
                Cell::Term(if it.last_word { "final" } else { "interim" }),
                Cell::text(&it.assessor),
                Cell::Day(it.date),
                Cell::text(&it.evidence),
                Cell::text(&it.address),
            ]
        })
    });
    let columns = [
        "commitment",
        "iso3",
        "score",
        "stage",
        "assessor",
        "date",
        "evidence",
        "address",
    ];
    WorkedTable::new("scores", Message::new("rows-scores"), &columns).rows(rows)
}

fn open(section: &CommitmentsSection) -> WorkedTable {
    let row = |it: &OpenCommitment| {
        vec![
            Cell::text(&it.id),
            Cell::list(&it.iso3),
            Cell::Day(it.made),
            Cell::maybe(it.due, Cell::Day),
            Cell::text(&it.text),
            Cell::text(&it.source),
            Cell::maybe(it.address.as_ref(), Cell::text),
        ]
    };
    let columns = [
        "commitment",
        "iso3",
        "made",
        "due",
        "text",
        "source",
        "address",
    ];
    let title = Message::new("rows-open-commitments");
    WorkedTable::new("open-commitments", title, &columns).rows(section.open.iter().map(row))
}
