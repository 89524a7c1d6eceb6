//! Claims about cycles of terms and seats.

use entente_states::{Ccode, council};
use jiff::ToSpan;
use jiff::civil::date;

use super::bench::{Bench, party, span};
use super::finding::{ClaimVerdict, Figure, Finding};
use crate::dossier::Years;
use crate::note::{Message, Value};
use crate::windows::{NEAR_MONTHS, PairCycles};

/// How far ahead terms that begin together are looked for, in years.
const AHEAD: i64 = 60;

/// Terms that begin together: the interval and the next year, by the rules known on the date.
pub(super) fn cycle(pair: [Ccode; 2], every: u16, next: u16, bench: &Bench<'_, '_>) -> Finding {
    let from = bench.as_of.date();
    let (Some(first), Some(second)) = (party(pair[0]), party(pair[1])) else {
        return Finding::silent("cycle", unruled(pair));
    };
    let until = from.saturating_add(AHEAD.years());
    let cycles = PairCycles::of(&first, &second, from, (from, until), NEAR_MONTHS);
    let Some(found) = cycles.every_years else {
        return Finding::silent("cycle", unruled(pair));
    };
    let Some(ahead) = cycles.together.first() else {
        let never = Message::new("claim-cycle-never").with("pair", Value::States(pair.to_vec()));
        return Finding::new("cycle", ClaimVerdict::Contradicted, never);
    };
    let starts = ahead.start_1.min(ahead.start_2);
    let message = Message::new("claim-cycle")
        .with("pair", Value::States(pair.to_vec()))
        .with_word("every", found)
        .with_word("next", ahead.years())
        .with("gap", Value::Count(ahead.gap_days.unsigned_abs()));
    let verdict = match (
        found == every,
        starts.year() == i16::try_from(next).unwrap_or(i16::MAX),
    ) {
        (true, true) => ClaimVerdict::Supported,
        (false, false) => ClaimVerdict::Contradicted,
        _ => ClaimVerdict::Mixed,
    };
    Finding::new("cycle", verdict, message)
        .figure(Figure::of(
            "years from one to the next",
            Some(f64::from(found)),
        ))
        .figure(Figure::of(
            "first year of the next",
            Some(f64::from(starts.year())),
        ))
        .figure(Figure::of(
            "days between the two beginnings",
            Some(f64::from(ahead.gap_days)),
        ))
}

fn unruled(pair: [Ccode; 2]) -> Message {
    Message::new("claim-no-rules").with("pair", Value::States(pair.to_vec()))
}

/// A seat on the Security Council in every one of some years, as known on the date.
pub(super) fn council(state: Ccode, years: Years, bench: &Bench<'_, '_>) -> Finding {
    let as_of = bench.as_of.date();
    let known: Vec<_> = (council::terms_of(state).into_iter())
        .filter_map(|t| t.as_of(as_of))
        .collect();
    let sat = |year: u16| {
        let day = date(i16::try_from(year).unwrap_or(i16::MAX), 7, 1);
        known.iter().any(|term| term.covers(day))
    };
    let all: Vec<u16> = (years[0]..=years[1]).collect();
    let held: Vec<u16> = all.iter().copied().filter(|year| sat(*year)).collect();
    let message = |id| {
        Message::new(id)
            .with("state", Value::State(state))
            .with_word("years", span(years))
            .with(
                "held",
                Value::Count(u32::try_from(held.len()).unwrap_or(u32::MAX)),
            )
            .with(
                "all",
                Value::Count(u32::try_from(all.len()).unwrap_or(u32::MAX)),
            )
    };
    // Who will sit is known once elected, in the year before.
    if held.is_empty() && i32::from(years[0]) > i32::from(as_of.year()) {
        return Finding::silent("council", message("claim-council-open"));
    }
    let verdict = match held.len() {
        n if n == all.len() => ClaimVerdict::Supported,
        0 => ClaimVerdict::Contradicted,
        _ => ClaimVerdict::Mixed,
    };
    let count = held.len() as f64;
    Finding::new("council", verdict, message("claim-council"))
        .figure(Figure::of("years on the Council", Some(count)))
}
