//! What speaks for and against a candidate, in words.

use entente_assessment::{Criterion, PartnerRow, Partners};

/// So many are explained in words.
const EXPLAINED: usize = 10;

/// A sentence on each of the first ten.
pub fn explanations(partners: &Partners) -> Vec<String> {
    partners
        .rows
        .iter()
        .take(EXPLAINED)
        .map(explanation)
        .collect()
}

fn explanation(row: &PartnerRow) -> String {
    let reason = |criterion: Option<Criterion>| {
        criterion
            .and_then(|c| told(row, c))
            .unwrap_or_else(|| "nothing beyond the middle of the candidates".to_owned())
    };
    let missing: Vec<&str> = row
        .values
        .iter()
        .filter(|v| v.missing.is_some())
        .map(|v| v.criterion.as_str())
        .collect();
    let lacking = match missing.is_empty() {
        true => String::new(),
        false => format!(" Missing: {}.", missing.join(", ")),
    };
    format!(
        "{}. {} ({}). For: {}. Against: {}.{lacking}",
        row.place,
        row.name,
        row.iso3,
        reason(row.strongest),
        reason(row.weakest)
    )
}

/// The figure, and that in the middle of the candidates.
fn told(row: &PartnerRow, criterion: Criterion) -> Option<String> {
    let value = row.values.iter().find(|v| v.criterion == criterion)?;
    let (own, middle) = (value.value?, value.middle?);
    let name = name(criterion);
    let interval = match (value.low, value.high) {
        (Some(low), Some(high)) if high > low => {
            format!(
                " ({} to {})",
                figure(criterion, low),
                figure(criterion, high)
            )
        }
        _ => String::new(),
    };
    Some(format!(
        "{name} {}{interval}, in the middle of the candidates {}",
        figure(criterion, own),
        figure(criterion, middle)
    ))
}

fn name(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Coincidence => "voting coincidence expected",
        Criterion::Gap => "distance of ideal points",
        Criterion::Contact => "meetings of leaders and ministers a year",
        Criterion::Organisations => "organisations in common",
        Criterion::Distance => "kilometres apart",
        Criterion::Asylum => "asylum applications of its people",
        Criterion::Capability => "share of the world's capabilities",
        Criterion::Council => "of the coming year on the Security Council",
        Criterion::Fora => "bodies and agreements in common",
        Criterion::NewGovernment => "of the coming year in a government's first",
    }
}

fn figure(criterion: Criterion, value: f64) -> String {
    match criterion {
        Criterion::Coincidence | Criterion::Gap => format!("{value:.2}"),
        Criterion::Contact => format!("{value:.1}"),
        Criterion::Capability => format!("{:.2}%", 100.0 * value),
        Criterion::Council | Criterion::NewGovernment => format!("{:.0}%", 100.0 * value),
        Criterion::Organisations | Criterion::Distance | Criterion::Asylum | Criterion::Fora => {
            format!("{value:.0}")
        }
    }
}

/// Which criteria do not tell the candidates apart.
pub fn left_out(partners: &Partners) -> Option<String> {
    let names: Vec<&str> = partners.left_out.iter().map(|c| c.as_str()).collect();
    (!names.is_empty()).then(|| {
        format!(
            "Left out, since the candidates are alike in it or none is on record: {}.",
            names.join(", ")
        )
    })
}
