//! The full record as a panel, as Bailey, Strezhnev and Voeten select it.

use std::collections::HashMap;

use entente_evidence::{Evidence, PublishedIdealPoint, Repeat};
use entente_measures::ideal_points::{Panel, convention};
use jiff::civil::date;

pub fn panel() -> Panel {
    let evidence = Evidence::embedded().expect("the embedded evidence opens");
    let as_of = evidence.as_of(date(2026, 6, 4));
    let repeats: Vec<(u32, u32)> = as_of
        .rows::<Repeat>()
        .expect("repeats")
        .map(|r| (r.rcid1, r.rcid2))
        .collect();
    Panel::new(
        as_of.votes().expect("votes"),
        as_of.roll_calls().expect("roll calls"),
        &repeats,
        convention::keeps,
        convention::leaves_out,
    )
}

/// The published means by session and COW number.
#[allow(dead_code, reason = "not every bench compares")]
pub fn published() -> HashMap<(u16, u16), f64> {
    let evidence = Evidence::embedded().expect("the embedded evidence opens");
    let as_of = evidence.as_of(date(2026, 6, 4));
    let rows = as_of.rows::<PublishedIdealPoint>().expect("published");
    rows.map(|p| ((p.session, p.ccode.0), p.ideal_point))
        .collect()
}
