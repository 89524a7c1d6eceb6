//! One page on a pair: the latest figure of each measure beside that of ten years before.

use entente_assessment::{Pair, TiesRow, latest};
use entente_measures::interdependence::{Directed, Quad};

use super::sentences::sentences;
use super::words::{count, item, missing, or_none, percent, times};
use crate::output;

pub fn page(title: &str, pair: &Pair, rows: &[TiesRow]) -> String {
    let Some(last) = rows.last() else {
        return format!("{title}\n\nNo year on record of both.\n");
    };
    let mut page = format!("{title}\n\n{}\n", figures(pair, rows));
    for sentence in sentences(pair, rows) {
        page.push_str(&item(&sentence));
    }
    let lacking = missing(std::slice::from_ref(last));
    if !lacking.is_empty() {
        let text = format!("Missing for {}: {}.", last.year, lacking.join("; "));
        page.push_str(&item(&text));
    }
    page.push_str(&item(
        "Trade between the two: in no table here. Every year, field and source: --format csv or json.",
    ));
    page
}

/// Both figures of a measure, that of the first state before that of the second.
type Both = (Option<f64>, Option<f64>);

fn figures(pair: &Pair, rows: &[TiesRow]) -> String {
    let mut lines = vec![
        line(
            pair,
            rows,
            "Capabilities, share of the world",
            percent,
            |r| (r.power.cinc_1, r.power.cinc_2),
        ),
        line(
            pair,
            rows,
            "Asylum applications from the other",
            whole,
            |r| {
                (
                    r.asylum[0].applications.map(|n| n as f64),
                    r.asylum[1].applications.map(|n| n as f64),
                )
            },
        ),
    ];
    lines.push(line(
        pair,
        rows,
        "  share of all lodged in it",
        percent,
        |r| (r.asylum[0].share_of_host, r.asylum[1].share_of_host),
    ));
    lines.push(line(
        pair,
        rows,
        "  share of all by the other's people",
        percent,
        |r| (r.asylum[0].share_of_origin, r.asylum[1].share_of_origin),
    ));
    lines.push(line(
        pair,
        rows,
        "People from the other hosted",
        whole,
        |r| {
            (
                r.hosted.from_2_in_1.map(|n| n as f64),
                r.hosted.from_1_in_2.map(|n| n as f64),
            )
        },
    ));
    lines.push(line(
        pair,
        rows,
        "Events towards the other, of all",
        percent,
        |r| {
            (
                r.events.from_1.as_ref().and_then(Directed::attention),
                r.events.from_2.as_ref().and_then(Directed::attention),
            )
        },
    ));
    let classes = Quad::<u32>::default().named().map(|(name, _)| name);
    lines.extend(classes.iter().enumerate().map(|(i, class)| {
        let of = |d: Option<Directed>| d.and_then(|d| d.of_source.named()[i].1);
        let name = format!("  {}", class.replace('_', " "));
        line(pair, rows, &name, percent, |r| {
            (of(r.events.from_1), of(r.events.from_2))
        })
    }));
    let before = |iso3: &str| format!("10 yrs before:\n{iso3}");
    let header = [
        "",
        "\nyear",
        &format!("\n{}", pair.iso3_1),
        &format!("\n{}", pair.iso3_2),
        "\nlarger",
        &before(&pair.iso3_1),
        &format!("\n{}", pair.iso3_2),
    ];
    output::table(
        &header,
        &[1, 2, 3, 5, 6],
        lines.into_iter().flatten().collect(),
    )
}

fn whole(n: f64) -> String {
    count(n.round() as u64)
}

/// A line of the table: the last year that has a figure of either, beside ten years before; none
/// where no year has.
fn line(
    pair: &Pair,
    rows: &[TiesRow],
    name: &str,
    written: impl Fn(f64) -> String,
    both: impl Fn(&TiesRow) -> Both,
) -> Option<Vec<String>> {
    let some = |row: &TiesRow| Some(both(row)).filter(|(a, b)| a.is_some() || b.is_some());
    let found = latest(rows, some)?;
    let cell = |figure: Option<f64>| or_none(figure.map(&written));
    let (first, second) = found.now;
    let (first_before, second_before) = found.before.unwrap_or_default();
    Some(vec![
        name.to_owned(),
        found.year.to_string(),
        cell(first),
        cell(second),
        or_none(larger(pair, first, second)),
        cell(first_before),
        cell(second_before),
    ])
}

fn larger(pair: &Pair, first: Option<f64>, second: Option<f64>) -> Option<String> {
    let (first, second) = (first?, second?);
    let (iso3, over, under) = match first.total_cmp(&second) {
        std::cmp::Ordering::Equal => return Some("equal".to_owned()),
        std::cmp::Ordering::Greater => (&pair.iso3_1, first, second),
        std::cmp::Ordering::Less => (&pair.iso3_2, second, first),
    };
    Some(match under > 0.0 {
        true => format!("{iso3} {}", times(over / under)),
        false => iso3.clone(),
    })
}
