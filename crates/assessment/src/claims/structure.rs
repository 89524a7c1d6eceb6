//! Claims about what does not change by the day: borders, memberships, capabilities.

use entente_evidence::{Capability, Contiguity, EvidenceError, TableId};
use entente_states::Ccode;
use entente_states::memberships::members_on;

use super::bench::{Bench, iso3};
use super::finding::{ClaimVerdict, Figure, Finding};
use crate::note::{Message, Value};

/// Two states that touch on land or on a river.
pub(super) fn contiguous(
    pair: [Ccode; 2],
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let between =
        |row: &Contiguity| [row.ccode1, row.ccode2] == pair || [row.ccode2, row.ccode1] == pair;
    let last = bench
        .as_of
        .select::<Contiguity>(between)?
        .max_by_key(|row| row.from);
    let touching = last
        .as_ref()
        .is_some_and(|row| row.conttype == 1 && row.until.is_none());
    let message = Message::new("claim-contiguous")
        .with("pair", Value::States(pair.to_vec()))
        .with_word("touch", if touching { "yes" } else { "no" });
    let kind = last.map_or(0, |row| row.conttype);
    Ok(
        Finding::new("contiguous", ClaimVerdict::plain(touching), message)
            .from(&[TableId::Contiguity])
            .figure(Figure::of(
                "kind of contiguity: 1 land or river, 0 none",
                Some(f64::from(kind)),
            )),
    )
}

/// Members of a body on the date.
pub(super) fn members(body: &str, states: &[Ccode], bench: &Bench<'_, '_>) -> Finding {
    let members = members_on(body, bench.as_of.date());
    let (inside, outside): (Vec<Ccode>, Vec<Ccode>) = states
        .iter()
        .copied()
        .partition(|state| members.contains(state));
    let message = Message::new("claim-members")
        .with("body", Value::Body(body.to_owned()))
        .with("inside", Value::States(inside.clone()))
        .with(
            "members",
            Value::Count(u32::try_from(inside.len()).unwrap_or(u32::MAX)),
        )
        .with("outside", Value::States(outside.clone()))
        .with(
            "others",
            Value::Count(u32::try_from(outside.len()).unwrap_or(u32::MAX)),
        );
    let verdict = match (inside.is_empty(), outside.is_empty()) {
        (false, true) => ClaimVerdict::Supported,
        (true, _) => ClaimVerdict::Contradicted,
        (false, false) => ClaimVerdict::Mixed,
    };
    states.iter().fold(
        Finding::new("members", verdict, message),
        |finding, state| {
            let member = f64::from(u8::from(members.contains(state)));
            finding.figure(Figure::of(
                format!("{} is a member", iso3(*state)),
                Some(member),
            ))
        },
    )
}

/// Composite capability of the first over that of the second, in the last year with both.
pub(super) fn asymmetry(
    pair: [Ccode; 2],
    times: f64,
    bench: &Bench<'_, '_>,
) -> Result<Finding, EvidenceError> {
    let rows: Vec<(u16, Ccode, f64)> = (bench.as_of)
        .select::<Capability>(|c| pair.contains(&c.ccode))?
        .filter_map(|c| Some((c.year, c.ccode, c.cinc?)))
        .collect();
    let of = |state: Ccode, year: u16| {
        rows.iter()
            .find(|r| r.0 == year && r.1 == state)
            .map(|r| r.2)
    };
    let mut years: Vec<u16> = rows.iter().map(|r| r.0).collect();
    years.sort_unstable();
    let found = years.into_iter().rev().find_map(|year| {
        let [a, b] = [of(pair[0], year)?, of(pair[1], year)?];
        (b > 0.0).then_some((year, a, b))
    });
    let Some((year, stronger, weaker)) = found else {
        let silent =
            Message::new("claim-no-capabilities").with("pair", Value::States(pair.to_vec()));
        return Ok(Finding::silent("asymmetry", silent).from(&[TableId::Capability]));
    };
    let ratio = stronger / weaker;
    let message = Message::new("claim-asymmetry")
        .with("first", Value::State(pair[0]))
        .with("second", Value::State(pair[1]))
        .with("times", Value::Number(ratio, 1))
        .with_word("year", year);
    Ok(
        Finding::new("asymmetry", ClaimVerdict::plain(ratio >= times), message)
            .from(&[TableId::Capability])
            .figure(Figure::of(
                format!("CINC of {}, {year}", iso3(pair[0])),
                Some(stronger),
            ))
            .figure(Figure::of(
                format!("CINC of {}, {year}", iso3(pair[1])),
                Some(weaker),
            ))
            .figure(Figure::of("ratio", Some(ratio))),
    )
}
