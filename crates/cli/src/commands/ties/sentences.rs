//! What a pair has in common, in sentences.

use entente_assessment::{HostedTie, Latest, PactTie, Pair, TiesRow, latest};

use super::words::{count, ordinal, percent};

/// The sentences of a page, in order.
pub fn sentences(pair: &Pair, rows: &[TiesRow]) -> Vec<String> {
    let mut sentences = vec![
        organisations(pair, rows),
        pacts(pair, rows),
        place(rows),
        through(pair, rows),
    ];
    sentences.extend(in_cases(pair, rows));
    sentences
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
            count(found.now.round() as u64),
            found.year
        ),
        None => "distance not on record".to_owned(),
    };
    format!("{contiguity}; {distance}.")
}

fn through(pair: &Pair, rows: &[TiesRow]) -> String {
    let both = |r: &TiesRow| r.hosted.origins.map(|origins| (origins, r.hosted.clone()));
    let Some(found) = latest(rows, both) else {
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
