//! What a dossier declares, and what was computed from it.

use super::{Asked, Cell, Formula, Parts, Worked, WorkedTable, code};
use crate::agenda::AgendaSection;
use crate::claims::ClaimRow;
use crate::note::Message;
use crate::shortlist::{Basis, ItemRow, SEED, Shortlist};

const TOP_THREE: Formula = Formula {
    id: "formula-top-three",
    text: "b1 + b2 + b3",
};

/// Item by item and criterion by criterion, then the probability of every rank.
pub(super) fn shortlist(asked: &Asked<'_, '_>) -> Parts {
    let found = asked.assessment.agenda.as_ref();
    let Some(found) = found.and_then(|a| a.shortlist.as_ref()) else {
        return Parts::default();
    };
    Parts {
        formulas: found.rows.iter().map(top_three).collect(),
        tables: vec![criteria(found), ranks(found), settings(found)],
    }
}

fn top_three(row: &ItemRow) -> Worked {
    let rank = |at: usize| row.ranks.get(at).copied().unwrap_or(0.0);
    Worked {
        what: Message::new("worked-item")
            .with_word("place", row.place)
            .with_word("name", &row.name),
        formula: TOP_THREE,
        terms: vec![("b1", rank(0)), ("b2", rank(1)), ("b3", rank(2))],
        result: row.top_three,
    }
}

fn criteria(found: &Shortlist) -> WorkedTable {
    let columns = [
        "place",
        "id",
        "criterion",
        "value",
        "low",
        "high",
        "basis",
        "words",
        "sources",
    ];
    let rows = found.rows.iter().flat_map(|row| {
        row.criteria.iter().map(|own| {
            vec![
                Cell::count(i64::try_from(row.place).ok()),
                Cell::text(&row.id),
                Cell::Term(own.criterion.as_str()),
                Cell::Number(own.value, 3),
                Cell::Number(own.low, 3),
                Cell::Number(own.high, 3),
                Cell::Term(basis(own.basis)),
                Cell::Told(own.message.clone()),
                Cell::list(&row.sources),
            ]
        })
    });
    let title = Message::new("rows-criteria");
    WorkedTable::new("criteria", title, &columns).rows(rows)
}

pub(super) fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Forecast => "forecast",
        Basis::Votes => "votes",
        Basis::Declared => "declared",
        Basis::VotesAndDeclared => "votes-and-declared",
        Basis::Evidence => "evidence",
        Basis::Nothing => "nothing",
    }
}

fn ranks(found: &Shortlist) -> WorkedTable {
    let columns = [
        "place",
        "id",
        "expected_rank",
        "q05",
        "q95",
        "overlap",
        "rank",
        "probability",
    ];
    let rows = found.rows.iter().flat_map(|row| {
        (1i64..).zip(&row.ranks).map(|(rank, probability)| {
            vec![
                Cell::count(i64::try_from(row.place).ok()),
                Cell::text(&row.id),
                Cell::Number(row.expected_rank, 2),
                Cell::count(i64::try_from(row.rank_q05).ok()),
                Cell::count(i64::try_from(row.rank_q95).ok()),
                Cell::Number(row.overlap, 3),
                Cell::Whole(rank),
                Cell::Number(*probability, 4),
            ]
        })
    });
    let title = Message::new("rows-ranks");
    WorkedTable::new("ranks", title, &columns).rows(rows)
}

/// How the draws were made.
fn settings(found: &Shortlist) -> WorkedTable {
    let weights = match found.weights.as_str() {
        "" => Cell::Missing,
        words => Cell::text(words),
    };
    let row = vec![
        Cell::count(i64::try_from(found.draws).ok()),
        Cell::count(i64::try_from(SEED).ok()),
        weights,
        Cell::Day(found.until),
        Cell::Number(found.open, 3),
        Cell::Number(found.closed, 3),
    ];
    let columns = ["draws", "seed", "weights", "until", "open", "closed"];
    let title = Message::new("rows-settings");
    WorkedTable::new("settings", title, &columns).rows([row])
}

/// Every test of every claim with its figures.
pub(super) fn claims(asked: &Asked<'_, '_>) -> Parts {
    let rows = asked.assessment.agenda.iter().flat_map(|a| &a.claims);
    let tested = rows.clone().flat_map(tests);
    let figures = rows.flat_map(figures);
    let columns = [
        "id", "verdict", "test", "finding", "tables", "words", "text", "source",
    ];
    let title = Message::new("rows-tests");
    let tested = WorkedTable::new("tests", title, &columns).rows(tested);
    let columns = ["id", "test", "figure", "value", "low", "high", "count"];
    let title = Message::new("rows-figures");
    let figures = WorkedTable::new("figures", title, &columns).rows(figures);
    Parts {
        formulas: Vec::new(),
        tables: vec![tested, figures],
    }
}

fn tests(claim: &ClaimRow) -> Vec<Vec<Cell>> {
    let rows = claim.findings.iter().map(|finding| {
        let tables: Vec<&str> = finding.tables.iter().map(|t| t.as_str()).collect();
        let source = match &claim.place {
            Some(place) => format!("{}, {place}", claim.source),
            None => claim.source.clone(),
        };
        vec![
            Cell::text(&claim.id),
            Cell::Term(claim.verdict.as_str()),
            Cell::text(finding.test),
            Cell::Term(finding.verdict.as_str()),
            Cell::list(&tables),
            Cell::Told(finding.message.clone()),
            Cell::text(&claim.text),
            Cell::text(source),
        ]
    });
    rows.collect()
}

fn figures(claim: &ClaimRow) -> Vec<Vec<Cell>> {
    let number = |value: Option<f64>| Cell::maybe(value, |v| Cell::Number(v, 3));
    let of_findings = claim.findings.iter().flat_map(|finding| {
        finding.figures.iter().map(move |figure| {
            vec![
                Cell::text(&claim.id),
                Cell::text(finding.test),
                Cell::text(&figure.name),
                number(figure.value),
                number(figure.low),
                number(figure.high),
                Cell::count(figure.count),
            ]
        })
    });
    of_findings.collect()
}

/// Every declared entry with its sources.
pub(super) fn declared(asked: &Asked<'_, '_>) -> Parts {
    let Some(agenda) = &asked.assessment.agenda else {
        return Parts::default();
    };
    Parts {
        formulas: Vec::new(),
        tables: vec![
            constraints(agenda),
            circumstances(agenda),
            acts(agenda),
            sources(agenda),
        ],
    }
}

fn constraints(agenda: &AgendaSection) -> WorkedTable {
    let columns = [
        "id",
        "iso3",
        "stance",
        "veto",
        "actor",
        "instrument",
        "items",
        "note",
        "sources",
    ];
    let rows = agenda.constraints.iter().map(|c| {
        vec![
            Cell::text(&c.id),
            Cell::text(code(c.party)),
            Cell::Number(c.stance, 1),
            Cell::yes_or_no(c.veto),
            Cell::text(&c.actor),
            Cell::text(&c.instrument),
            Cell::list(&c.items),
            Cell::text_or_missing(c.note.as_ref()),
            Cell::list(&c.sources),
        ]
    });
    let title = Message::new("rows-constraints");
    WorkedTable::new("constraints", title, &columns).rows(rows)
}

fn circumstances(agenda: &AgendaSection) -> WorkedTable {
    let columns = [
        "id", "kind", "iso3", "from", "until", "text", "items", "sources",
    ];
    let rows = agenda.circumstances.iter().map(|c| {
        vec![
            Cell::text(&c.id),
            Cell::Term(c.kind.as_str()),
            Cell::maybe(c.party, |p| Cell::text(code(p))),
            Cell::Day(c.from),
            Cell::day(c.until),
            Cell::text(&c.text),
            Cell::list(&c.items),
            Cell::list(&c.sources),
        ]
    });
    let title = Message::new("rows-circumstances");
    WorkedTable::new("circumstances", title, &columns).rows(rows)
}

fn acts(agenda: &AgendaSection) -> WorkedTable {
    let columns = ["date", "iso3", "weight", "text", "sources"];
    let rows = agenda.acts.iter().map(|act| {
        vec![
            Cell::Day(act.date),
            Cell::text(code(act.party)),
            Cell::Number(act.weight, 2),
            Cell::text(&act.text),
            Cell::list(&act.sources),
        ]
    });
    WorkedTable::new("acts", Message::new("rows-acts"), &columns).rows(rows)
}

fn sources(agenda: &AgendaSection) -> WorkedTable {
    let columns = ["id", "published", "citation", "address", "note"];
    let rows = agenda.sources.iter().map(|source| {
        vec![
            Cell::text(&source.id),
            Cell::text(&source.published),
            Cell::text(&source.citation),
            Cell::text_or_missing(source.address.as_ref()),
            Cell::text_or_missing(source.note.as_ref()),
        ]
    });
    WorkedTable::new("sources", Message::new("rows-sources"), &columns).rows(rows)
}
