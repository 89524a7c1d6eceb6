//! Claims about who is nearer to whom.

use entente_evidence::TableId;
use entente_measures::{Difference, Mask};
use entente_states::Ccode;

use super::bench::{Bench, iso3, span};
use super::finding::{ClaimVerdict, Figure, Finding};
use crate::dossier::{Among, Closeness, Years};
use crate::note::{Message, Value};

const TABLES: [TableId; 2] = [TableId::Vote, TableId::RollCall];
/// The standard normal's 0.975 quantile.
const Z: f64 = 1.959_963_984_540_054;

/// How much nearer one state is to a third than another is: above zero, nearer.
struct Lead {
    other: Ccode,
    difference: Difference,
}

impl Lead {
    fn verdict(&self) -> ClaimVerdict {
        match (
            self.difference.surely_above(),
            self.difference.surely_below(),
        ) {
            (true, _) => ClaimVerdict::Supported,
            (_, true) => ClaimVerdict::Contradicted,
            _ => ClaimVerdict::Mixed,
        }
    }
}

fn lead(
    state: Ccode,
    other: Ccode,
    to: Ccode,
    years: Years,
    by: Closeness,
    bench: &Bench<'_, '_>,
) -> Option<Lead> {
    let difference = match by {
        Closeness::Coincidence => by_votes(state, other, to, years, bench),
        Closeness::IdealPoint => by_points(state, other, to, years, bench),
    };
    difference.map(|difference| Lead { other, difference })
}

/// Roll call by roll call on which all three voted: the first's coincidence with the third less the
/// second's.
fn by_votes(
    state: Ccode,
    other: Ccode,
    to: Ccode,
    years: Years,
    bench: &Bench<'_, '_>,
) -> Option<Difference> {
    let planes = &bench.planes;
    let [a, b, c] = [
        planes.place(state)?,
        planes.place(other)?,
        planes.place(to)?,
    ];
    let mask: Mask = bench.mask(years, |_| true);
    let score = |one: u8, other: u8| 1.0 - f64::from(one.abs_diff(other)) / 2.0;
    let differences: Vec<f64> = (0..bench.calls.len())
        .filter(|place| mask.holds(*place))
        .filter_map(|place| {
            let [x, y, z] = [
                planes.vote(a, place)?,
                planes.vote(b, place)?,
                planes.vote(c, place)?,
            ];
            Some(score(x, z) - score(y, z))
        })
        .collect();
    Difference::paired(&differences)
}

/// The mean over the sessions that opened in the years of the second's distance less the first's; the
/// errors of single sessions are taken as independent.
fn by_points(
    state: Ccode,
    other: Ccode,
    to: Ccode,
    years: Years,
    bench: &Bench<'_, '_>,
) -> Option<Difference> {
    let [from, until] = years.map(|y| y.saturating_sub(1945));
    let mut differences = Vec::new();
    let mut variance = 0.0;
    for session in from..=until {
        let of = |code: Ccode| {
            let points = bench.estimates?.points.iter();
            points
                .into_iter()
                .find(|p| p.at.state == code && p.at.session == session)
        };
        if let (Some(a), Some(b), Some(c)) = (of(state), of(other), of(to)) {
            let apart = |p: f64| (p - c.ideal_point).abs();
            differences.push(apart(b.ideal_point) - apart(a.ideal_point));
            variance += a.sd.powi(2) + b.sd.powi(2);
        }
    }
    let n = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / n;
    let half = Z * variance.sqrt() / n;
    (n > 0.0).then_some(Difference {
        estimate: mean,
        low: Some(mean - half),
        high: Some(mean + half),
    })
}

fn measure(by: Closeness) -> &'static str {
    match by {
        Closeness::Coincidence => "coincidence",
        Closeness::IdealPoint => "ideal-point",
    }
}

/// A state is nearer to another than each of some states is.
pub(super) fn nearer(
    state: Ccode,
    to: Ccode,
    than: &[Ccode],
    years: Years,
    by: Closeness,
    bench: &Bench<'_, '_>,
) -> Finding {
    let about = |id| {
        Message::new(id)
            .with("state", Value::State(state))
            .with("to", Value::State(to))
            .with_word("years", span(years))
            .with_word("by", measure(by))
    };
    let leads: Vec<Lead> = than
        .iter()
        .filter_map(|other| lead(state, *other, to, years, by, bench))
        .collect();
    if leads.is_empty() {
        return Finding::silent("nearer", about("claim-nowhere")).from(&TABLES);
    }
    let of = |verdict| {
        let such = leads.iter().filter(move |l| l.verdict() == verdict);
        such.map(|l| l.other).collect::<Vec<_>>()
    };
    let (ahead, behind) = (of(ClaimVerdict::Supported), of(ClaimVerdict::Contradicted));
    let verdict = match (ahead.len(), behind.len()) {
        (n, _) if n == than.len() => ClaimVerdict::Supported,
        (_, n) if n == than.len() => ClaimVerdict::Contradicted,
        _ => ClaimVerdict::Mixed,
    };
    let told = |lead: &Lead| {
        Message::new("claim-lead")
            .with("other", Value::State(lead.other))
            .with("lead", Value::Number(lead.difference.estimate.abs(), 2))
            .with_word(
                "way",
                match lead.verdict() {
                    ClaimVerdict::Supported => "nearer",
                    ClaimVerdict::Contradicted => "farther",
                    _ => "alike",
                },
            )
    };
    let message =
        about("claim-nearer").with("leads", Value::Messages(leads.iter().map(told).collect()));
    leads.iter().fold(
        Finding::new("nearer", verdict, message).from(&TABLES),
        |finding, lead| {
            let name = format!("{} nearer than {} by", iso3(state), iso3(lead.other));
            let d = lead.difference;
            finding.figure(Figure::of(name, Some(d.estimate)).between(d.low, d.high))
        },
    )
}

/// A state's place among some, the nearest first. Places from the one it would have if all that lie too
/// close to tell were farther, to the one if all of them were nearer.
pub(super) fn rank(
    state: Ccode,
    to: Ccode,
    among: &Among,
    years: Years,
    by: Closeness,
    at_most: usize,
    bench: &Bench<'_, '_>,
) -> Finding {
    let others = among
        .states
        .iter()
        .copied()
        .filter(|other| *other != state && *other != to);
    let leads: Vec<Lead> = others
        .filter_map(|other| lead(state, other, to, years, by, bench))
        .collect();
    let about = |id| {
        Message::new(id)
            .with("state", Value::State(state))
            .with("to", Value::State(to))
            .with_word("years", span(years))
            .with_word("by", measure(by))
            .with_word("among", among.told.join(", "))
            .with_word("at-most", at_most)
    };
    if leads.is_empty() {
        return Finding::silent("rank", about("claim-nowhere")).from(&TABLES);
    }
    let count = |holds: &dyn Fn(&Lead) -> bool| 1 + leads.iter().filter(|l| holds(l)).count();
    let place = count(&|l| l.difference.estimate < 0.0);
    let best = count(&|l| l.difference.surely_below());
    let worst = count(&|l| !l.difference.surely_above());
    let verdict = match (worst <= at_most, best > at_most) {
        (true, _) => ClaimVerdict::Supported,
        (_, true) => ClaimVerdict::Contradicted,
        _ => ClaimVerdict::Mixed,
    };
    let message = about("claim-rank")
        .with_word("place", place)
        .with_word("best", best)
        .with_word("worst", worst)
        .with_word("of", leads.len() + 1);
    let figure = Figure::of(format!("place of {}", iso3(state)), Some(place as f64))
        .between(Some(best as f64), Some(worst as f64))
        .on(u32::try_from(leads.len() + 1).unwrap_or(u32::MAX));
    Finding::new("rank", verdict, message)
        .from(&TABLES)
        .figure(figure)
}
