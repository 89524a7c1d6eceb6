//! One page on a pair: the latest figure of each measure beside that of ten years before.

use entente_assessment::{HostedTie, Latest, PactTie, Pair, TiesRow, latest};
use entente_measures::interdependence::{Directed, Quad};

use super::words::{count, item, missing, or_none, ordinal, percent, times};
use crate::output;

pub fn page(title: &str, pair: &Pair, rows: &[TiesRow]) -> String {
    let Some(last) = rows.last() else {
        return format!("{title}\n\nNo year on record of both.\n");
    };
    let mut page = format!("{title}\n\n{}\n", figures(pair, rows));
    for sentence in [
        organisations(pair, rows),
        pacts(pair, rows),
        place(rows),
        through(pair, rows),
    ]
    .into_iter()
    .chain(in_cases(pair, rows))
    {
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
    let shares: [(&str, fn(&TiesRow) -> Both); 2] = [
        ("  share of all lodged in it", |r| {
            (r.asylum[0].share_of_host, r.asylum[1].share_of_host)
        }),
        ("  share of all the other's lodge", |r| {
            (r.asylum[0].share_of_origin, r.asylum[1].share_of_origin)
        }),
    ];
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
    lines.extend(shares.map(|(name, both)| line(pair, rows, name, percent, both)));
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

/// How many of the applications in the table are cases, if any are.
fn in_cases(pair: &Pair, rows: &[TiesRow]) -> Option<String> {
    let ties = |r: &TiesRow| {
        r.asylum
            .iter()
            .any(|t| t.applications.is_some())
            .then_some(r.asylum)
    };
    let found = latest(rows, ties)?;
    let years = [
        (found.year - 10, found.before),
        (found.year, Some(found.now)),
    ];
    let mut told = Vec::new();
    for (year, asylum) in years {
        for (tie, host) in asylum.iter().flatten().zip([&pair.iso3_1, &pair.iso3_2]) {
            if let (Some(cases @ 1..), Some(all)) = (tie.cases, tie.applications) {
                told.push(format!(
                    "{} of {} in {host} in {year}",
                    count(cases),
                    count(all)
                ));
            }
        }
    }
    (!told.is_empty()).then(|| {
        format!(
            "Applications count as lodged; some are cases, of one or more persons: {}.",
            told.join(", ")
        )
    })
}

fn organisations(pair: &Pair, rows: &[TiesRow]) -> String {
    let found = latest(rows, |r| {
        r.organisations.joint.map(|n| (n, r.organisations))
    });
    let Some(Latest {
        year,
        now: (joint, tie),
        before,
    }) = found
    else {
        return "Joint memberships of intergovernmental organisations: none on record.".to_owned();
    };
    let before = before.map_or(String::new(), |(n, _)| format!(" ({n} in {})", year - 10));
    let rank = |rank: Option<u32>, of: Option<u32>, partner: &str, state: &str| {
        let (rank, of) = rank.zip(of)?;
        Some(format!(
            "{partner} is {} among the {of} partners of {state}",
            ordinal(rank)
        ))
    };
    let ranks: Vec<String> = [
        rank(
            tie.rank_for_1,
            tie.partners_of_1,
            &pair.iso3_2,
            &pair.iso3_1,
        ),
        rank(
            tie.rank_for_2,
            tie.partners_of_2,
            &pair.iso3_1,
            &pair.iso3_2,
        ),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!(
        "Joint members of {joint} intergovernmental organisations in {year}{before}: {}.",
        ranks.join(", ")
    )
}

fn pacts(pair: &Pair, rows: &[TiesRow]) -> String {
    let found = latest(rows, |r| r.pacts[0].zip(r.pacts[1]));
    let Some(Latest {
        year,
        now: (first, second),
        before,
    }) = found
    else {
        return "Alliance and consultation pacts: none on record, for no year of both is."
            .to_owned();
    };
    let changed = match before {
        Some(then) if then != (first, second) => {
            let (a, b) = then;
            format!("; in {}: {}", year - 10, bound(pair, a, b))
        }
        Some(_) => format!("; the same in {}", year - 10),
        None => String::new(),
    };
    format!("Pacts in {year}: {}{changed}.", bound(pair, first, second))
}

fn bound(pair: &Pair, first: PactTie, second: PactTie) -> String {
    let kinds = |tie: PactTie| {
        let kinds: Vec<&str> = tie
            .named()
            .into_iter()
            .filter_map(|(kind, is)| is.then_some(kind))
            .collect();
        match kinds.is_empty() {
            true => "nothing".to_owned(),
            false => kinds.join(", "),
        }
    };
    let none = PactTie::default();
    match (first, second) {
        (a, b) if a == none && b == none => "none between the two".to_owned(),
        (a, b) if a == b => format!("each is bound to the other: {}", kinds(a)),
        (a, b) => format!(
            "{} is bound to {}; {} is bound to {}",
            pair.iso3_1,
            kinds(a),
            pair.iso3_2,
            kinds(b)
        ),
    }
}

fn place(rows: &[TiesRow]) -> String {
    let across = |miles| format!("Contiguous across up to {miles} miles of water");
    let contiguity = match latest(rows, |r| r.place.contiguity) {
        Some(found) => {
            let kind = match found.now {
                0 => "Not contiguous".to_owned(),
                1 => "Contiguous by land or river".to_owned(),
                2 => across(12),
                3 => across(24),
                4 => across(150),
                _ => across(400),
            };
            format!("{kind} ({})", found.year)
        }
        None => "Contiguity not on record".to_owned(),
    };
    let distance = match latest(rows, |r| r.place.distance_km) {
        Some(found) if found.now <= 0.0 => format!("borders touching ({})", found.year),
        Some(found) => format!(
            "{} km apart at the nearest ({})",
            whole(found.now),
            found.year
        ),
        None => "distance not on record".to_owned(),
    };
    format!("{contiguity}; {distance}.")
}

fn through(pair: &Pair, rows: &[TiesRow]) -> String {
    let whole = |r: &TiesRow| r.hosted.origins.map(|origins| (origins, r.hosted.clone()));
    let Some(found) = latest(rows, whole) else {
        return "Displacement through both: not on record.".to_owned();
    };
    let (origins, tie) = found.now;
    if origins == 0 {
        return format!(
            "Displacement through both: no origin whose people both hosted at the end of {}.",
            found.year
        );
    }
    let names = tie.top.as_deref().unwrap_or_default().join(", ");
    let before = found.before.map_or(String::new(), |(origins, tie)| {
        format!(
            " In {}: {origins} origins, {}.",
            found.year - 10,
            shared(pair, &tie)
        )
    });
    format!(
        "Displacement through both: at the end of {} both hosted people of {origins} other origins, {}. Most: {names}.{before}",
        found.year,
        shared(pair, &tie)
    )
}

fn shared(pair: &Pair, tie: &HostedTie) -> String {
    let share =
        |share: Option<f64>, iso3: &str| share.map(|s| format!("{} of {iso3}'s", percent(s)));
    let shares: Vec<String> = [
        share(tie.share_of_1, &pair.iso3_1),
        share(tie.share_of_2, &pair.iso3_2),
    ]
    .into_iter()
    .flatten()
    .collect();
    format!(
        "{} persons in common ({})",
        count(tie.shared.unwrap_or(0)),
        shares.join(", ")
    )
}
