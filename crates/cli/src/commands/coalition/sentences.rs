//! What a vote by shares comes to, in words.

use entente_assessment::{Coalition, GroupAlone, Lacking, Quorum, Side, Verdict, VotingBody};

/// Codes that are named before the rest is counted.
const NAMED: usize = 6;

pub fn sentences(body: &VotingBody, found: &Coalition) -> Vec<String> {
    let places = places(body);
    let mut said = vec![rule(body, found, places)];
    if !found.side_for.states.is_empty() || !found.side_against.states.is_empty() {
        said.push(sides(found, places));
        said.push(outcome(found, places));
        said.extend(minimal(found));
    }
    let alone = found.groups.iter().filter(|g| g.members > 0);
    said.extend(alone.map(|group| by_itself(group, found, places)));
    let counted = &body.rule.counted_name;
    said.extend(
        found
            .quorum
            .as_ref()
            .map(|q| presence(q, found, counted, places)),
    );
    said.extend(unknown(body, places));
    said
}

/// Decimal places of a share.
pub fn places(body: &VotingBody) -> usize {
    body.places as usize
}

fn rule(body: &VotingBody, found: &Coalition, places: usize) -> String {
    let counted = found.counted_needed.map_or(String::new(), |(least, all)| {
        format!(" and {least} of {all} {}", body.rule.counted_name)
    });
    format!(
        "It takes {:.places$} of {:.places$} per cent{counted}.",
        found.share_needed, found.total
    )
}

fn sides(found: &Coalition, places: usize) -> String {
    format!(
        "For: {}. Against: {}. Undecided: {}.",
        side(&found.side_for, found, places),
        side(&found.side_against, found, places),
        side(&found.undecided, found, places)
    )
}

fn side(side: &Side, found: &Coalition, places: usize) -> String {
    if side.states.is_empty() {
        return "nobody".to_owned();
    }
    let counted = match found.counted_needed {
        Some(_) => format!(", {} counted", side.counted),
        None => String::new(),
    };
    let members = side.states.len();
    format!(
        "{members} with {} per cent{counted}",
        between(side.share, places)
    )
}

fn between((low, high): (f64, f64), places: usize) -> String {
    match (high - low).abs() < 1e-9 {
        true => format!("{low:.places$}"),
        false => format!("{low:.places$} to {high:.places$}"),
    }
}

fn outcome(found: &Coalition, places: usize) -> String {
    match found.verdict {
        Verdict::Elects => "Those who are for elect.".to_owned(),
        Verdict::CannotElect => {
            "Those who are for cannot elect, even with all who are undecided.".to_owned()
        }
        Verdict::DependsOnUnknownShares => format!(
            "Whether those who are for elect turns on shares that are not known{}.",
            match &found.need {
                Some(need) if need.fewest.is_empty() => "; split evenly, they do",
                _ => "; split evenly, they do not yet",
            }
        ),
        Verdict::Open => match &found.need {
            Some(need) => format!("Those who are for lack {}.", lacking(need, places)),
            None => {
                "Whether those who are for can elect turns on shares that are not known.".to_owned()
            }
        },
    }
}

fn lacking(need: &Lacking, places: usize) -> String {
    let mut lack = Vec::new();
    if need.share > 0.0 {
        lack.push(format!("{:.places$} per cent", need.share));
    }
    if need.counted > 0 {
        lack.push(format!("{} counted members", need.counted));
    }
    format!(
        "{}. {} would do, and none do with less than {:.places$} per cent",
        lack.join(" and "),
        named(&need.fewest),
        need.least_share
    )
}

fn minimal(found: &Coalition) -> Option<String> {
    let listed: Vec<String> = found.minimal.iter().map(|c| c.join("+")).collect();
    (!listed.is_empty()).then(|| {
        format!(
            "The smallest coalitions of undecided members that would do, none of them to spare: {}.",
            listed.join(", ")
        )
    })
}

fn by_itself(group: &GroupAlone, found: &Coalition, places: usize) -> String {
    let holds = format!(
        "{} ({} members) hold {:.places$} per cent",
        capital(&group.name),
        group.members,
        group.share
    );
    if !group.elects {
        let blocks = match group.blocks {
            true => "they cannot elect alone, but nobody is elected without them",
            false => "they can neither elect alone nor keep the others from electing",
        };
        let lack = match group.margin < 0.0 {
            true => format!(", {:.places$} short", -group.margin),
            false => String::new(),
        };
        return format!("{holds}{lack}: {blocks}.");
    }
    let spare = match (group.cannot_spare.len() as u64, group.unknown) {
        (0, 0) => "They can spare any one of them.".to_owned(),
        (all, 0) if all == group.members => "They can spare none of them.".to_owned(),
        (_, 0) => format!("They cannot spare {}.", named(&group.cannot_spare)),
        (0, open) => format!("The shares of {open} are not known."),
        (_, open) => format!(
            "They can spare none whose share is above that, as those of {} all are; {open} are not known.",
            named(&group.cannot_spare)
        ),
    };
    let others = match found.groups.len() {
        1 => String::new(),
        _ => " without any other".to_owned(),
    };
    format!(
        "{holds}, {:.places$} above what is needed: together they elect{others}. {spare}",
        group.margin
    )
}

fn presence(quorum: &Quorum, found: &Coalition, counted_name: &str, places: usize) -> String {
    let mut said = format!(
        "Presence of {:.places$} per cent makes a quorum; {:.places$} that stay away deny it",
        quorum.share_needed, quorum.denied_by
    );
    let nobody_against = found.side_against.states.is_empty();
    if nobody_against && !quorum.fewest.is_empty() {
        said.push_str(&format!(" (as {} could)", named(&quorum.fewest)));
    }
    if let Some(counted) = quorum.denied_by_counted {
        said.push_str(&format!(", or {counted} {counted_name}"));
    }
    if let Some(members) = quorum.denied_by_members {
        said.push_str(&format!(", or {members} members"));
    }
    if !nobody_against {
        said.push_str(match quorum.against_deny {
            Verdict::Elects => ". Those who are against can deny it",
            Verdict::DependsOnUnknownShares => {
                ". Whether those who are against can turns on shares that are not known"
            }
            _ => "",
        });
        if quorum.against_deny == Verdict::Open {
            said.push_str(&format!(
                ". Those who are against cannot alone: {:.places$} more would have to stay away",
                quorum.against_lack
            ));
        }
    }
    said + "."
}

fn unknown(body: &VotingBody, places: usize) -> Vec<String> {
    let open = |group: usize| -> Vec<String> {
        let of = body
            .members
            .iter()
            .filter(|m| m.group == group && m.share.is_none());
        of.map(|m| m.iso3.clone()).collect()
    };
    (0..body.groups.len())
        .filter(|group| !open(*group).is_empty())
        .map(|group| {
            format!(
                "Shares not found: {}. Together they hold {:.places$} per cent, what the published total of {} leaves.",
                open(group).join(", "),
                body.remainder(group) as f64 / f64::from(10_u32.pow(body.places)),
                body.groups[group].name
            )
        })
        .collect()
}

fn named(codes: &[String]) -> String {
    match codes.len() {
        0 => "nobody".to_owned(),
        n if n <= NAMED => codes.join(", "),
        n => format!("{} and {} others", codes[..NAMED].join(", "), n - NAMED),
    }
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map_or(String::new(), |first| {
        first.to_uppercase().chain(letters).collect()
    })
}
