//! Claims about flows from year to year: asylum applications, coded events.

use entente_evidence::{EventCount, EventPanel, EvidenceError, TableId};
use entente_states::Ccode;

use super::bench::{Bench, iso3, span};
use super::finding::{ClaimVerdict, Figure, Finding};
use crate::dossier::{Change, EventClass, Years};
use crate::note::{Message, Value};
use crate::persons::applications_lodged;

/// New asylum applications of some origins in the last year against the first.
pub(super) fn applications(
    origins: &[Ccode],
    host: Ccode,
    [from, to]: Years,
    times: f64,
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let tables = [TableId::AsylumApplication];
    let lodged = applications_lodged(origins, host, bench.as_of)?;
    let of = |year: u16| lodged.get(&year).copied().map(f64::from);
    let about = |id| {
        Message::new(id)
            .with("origins", Value::States(origins.to_vec()))
            .with("host", Value::State(host))
            .with_word("from", from)
            .with_word("to", to)
    };
    let (Some(before), Some(after)) = (of(from), of(to)) else {
        return Ok(Finding::silent("applications", about("claim-no-applications")).from(&tables));
    };
    // From none to some is more than any number of times as many.
    let holds = after >= times * before && after > 0.0;
    let message = about("claim-applications")
        .with("before", Value::Number(before, 0))
        .with("after", Value::Number(after, 0))
        .with("times", Value::Number(after / before.max(1.0), 1));
    Ok(
        Finding::new("applications", ClaimVerdict::plain(holds), message)
            .from(&tables)
            .figure(Figure::of(format!("applications in {from}"), Some(before)))
            .figure(Figure::of(format!("applications in {to}"), Some(after)))
            .figure(Figure::of("ratio", (before > 0.0).then(|| after / before))),
    )
}

/// The share of conflict or of cooperation in all events from the first state towards the second, in
/// two periods. A year counts if both are covered in it.
pub(super) fn events(
    pair: [Ccode; 2],
    class: EventClass,
    periods: [Years; 2],
    expect: Change,
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let tables = [TableId::EventCount, TableId::EventPanel];
    let mut covered: Vec<(u16, Ccode)> = (bench.as_of.rows::<EventPanel>()?)
        .filter(|row| pair.contains(&row.ccode))
        .map(|row| (row.year, row.ccode))
        .collect();
    covered.sort_unstable();
    let both = |year: u16| {
        pair.iter()
            .all(|state| covered.binary_search(&(year, *state)).is_ok())
    };
    let mut sums = [(0_u32, 0_u32); 2];
    for row in bench
        .as_of
        .select::<EventCount>(|e| [e.ccode1, e.ccode2] == pair)?
    {
        for (period, sum) in periods.iter().zip(&mut sums) {
            if (period[0]..=period[1]).contains(&row.year) && both(row.year) {
                let cooperation = row.verbal_cooperation + row.material_cooperation;
                let conflict = row.verbal_conflict + row.material_conflict;
                sum.1 += cooperation + conflict;
                sum.0 += match class {
                    EventClass::Cooperation => cooperation,
                    EventClass::Conflict => conflict,
                };
            }
        }
    }
    let about = |id| {
        Message::new(id)
            .with("from", Value::State(pair[0]))
            .with("to", Value::State(pair[1]))
            .with_word("first", span(periods[0]))
            .with_word("second", span(periods[1]))
    };
    if sums.iter().any(|(_, all)| *all == 0) {
        return Ok(Finding::silent("events", about("claim-no-events")).from(&tables));
    }
    let [before, after] = sums.map(|(some, all)| Proportion::of(some, all));
    let (rose, fell) = (after.low > before.high, after.high < before.low);
    let verdict = match (expect, rose, fell) {
        (Change::Higher, true, _) | (Change::Lower, _, true) => ClaimVerdict::Supported,
        (Change::Higher, _, true) | (Change::Lower, true, _) => ClaimVerdict::Contradicted,
        _ => ClaimVerdict::Mixed,
    };
    let message = about("claim-events")
        .with_word(
            "class",
            match class {
                EventClass::Cooperation => "cooperation",
                EventClass::Conflict => "conflict",
            },
        )
        .with("before", Value::Share(before.share))
        .with("after", Value::Share(after.share));
    let mut finding = Finding::new("events", verdict, message).from(&tables);
    for (period, found) in periods.iter().zip([before, after]) {
        let name = format!("share of events from {}, {}", iso3(pair[0]), span(*period));
        let figure = Figure::of(name, Some(found.share)).between(Some(found.low), Some(found.high));
        finding = finding.figure(figure.on(found.all));
    }
    Ok(finding)
}

/// A share of a count with its 95% interval (Wilson 1927).
#[derive(Clone, Copy)]
struct Proportion {
    share: f64,
    low: f64,
    high: f64,
    all: u32,
}

impl Proportion {
    fn of(some: u32, all: u32) -> Self {
        const Z: f64 = 1.959_963_984_540_054;
        let (n, p) = (f64::from(all), f64::from(some) / f64::from(all));
        let spread = Z * (p * (1.0 - p) / n + Z * Z / (4.0 * n * n)).sqrt();
        let (middle, scale) = (p + Z * Z / (2.0 * n), 1.0 + Z * Z / n);
        Proportion {
            share: p,
            low: (middle - spread) / scale,
            high: (middle + spread) / scale,
            all,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 4 of 10: (0.4 + 0.19207 ± 1.95996 · √(0.024 + 0.0096036)) / 1.38415 = 0.16818 and 0.68733.
    #[test]
    fn wilson_by_hand() {
        let found = Proportion::of(4, 10);
        assert!((found.low - 0.168_18).abs() < 1e-5, "{}", found.low);
        assert!((found.high - 0.687_33).abs() < 1e-5, "{}", found.high);
    }
}
