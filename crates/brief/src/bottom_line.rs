//! The bottom line: a few sentences, each filled in from the figures and left out where there are none.

use entente_assessment::{
    Assessment, ContactEntry, CouncilSeat, IssueCoincidence, PairCoincidence, PairContacts,
};

use crate::dates;
use crate::names::Names;
use crate::numbers::{counted, in_words, percent, points, share, thousands, times};
use crate::sections::{THIN, in_prose, journey};
use crate::sentence::{Sentence, capital, listed};

/// Longer occasions are left to the section.
const SHORT_OCCASION: usize = 120;

/// Three to five sentences with the gist of an assessment and the notes behind their figures.
///
/// Every clause is generated from a figure of the assessment, and says by words where the evidence is
/// thin or absent.
pub fn bottom_line(assessment: &Assessment) -> Vec<Sentence> {
    let names = Names::of(assessment);
    let sentences = [
        overall(assessment, &names),
        issues(assessment, &names),
        Some(contacts(assessment, &names)),
        power(assessment, &names),
        Some(council(assessment, &names)),
    ];
    sentences.into_iter().flatten().collect()
}

fn all_roll_calls(pair: &PairCoincidence) -> Option<&IssueCoincidence> {
    pair.issues.iter().find(|i| i.issue.as_str() == "all")
}

/// "0.29 over 94 roll calls", thin ones named as such.
fn over(value: f64, joint: u32) -> String {
    let calls = counted(joint, "roll call");
    if joint < THIN {
        format!("{} (thin: {calls})", share(value))
    } else {
        format!("{} over {calls}", share(value))
    }
}

fn overall(assessment: &Assessment, names: &Names<'_>) -> Option<Sentence> {
    let notes = &assessment.coincidence.notes;
    let mut rated: Vec<(&PairCoincidence, &IssueCoincidence, f64)> = Vec::new();
    for pair in &assessment.coincidence.pairs {
        if let Some(all) = all_roll_calls(pair) {
            rated.extend(all.recent.coincidence.map(|c| (pair, all, c)));
        }
    }
    if let [pair] = assessment.coincidence.pairs.as_slice() {
        let words = match rated.first() {
            Some((_, all, recent)) => of_one_pair(pair, all, *recent, names),
            None => format!(
                "No roll call of the General Assembly on which both {} voted is on record by {}",
                names.the_pair(&pair.pair),
                dates::long(assessment.as_of)
            ),
        };
        return Some(Sentence::new(words + ".", notes));
    }
    rated.sort_by(|a, b| b.2.total_cmp(&a.2));
    let (closest, furthest) = (rated.first()?, rated.last()?);
    let one = |(pair, all, value): &(&PairCoincidence, &IssueCoincidence, f64)| {
        format!(
            "{} ({})",
            names.the_pair(&pair.pair),
            over(*value, all.recent.tally.joint())
        )
    };
    let words = if rated.len() == 1 {
        format!(
            "In the General Assembly only {} both voted on record: last five sessions pooled",
            one(closest)
        )
    } else {
        format!(
            "In the General Assembly, over the last five sessions on record for each pair, {} coincided most and {} least",
            one(closest),
            one(furthest)
        )
    };
    Some(Sentence::new(words + ".", notes))
}

fn of_one_pair(
    pair: &PairCoincidence,
    all: &IssueCoincidence,
    recent: f64,
    names: &Names<'_>,
) -> String {
    let session = all.session.unwrap_or(0);
    let latest = all.latest.coincidence.unwrap_or(recent);
    let mut words = format!(
        "In the General Assembly the voting coincidence of {} was {} in session {session} (opened {}), the latest on record",
        names.the_pair(&pair.pair),
        over(latest, all.latest.tally.joint()),
        u32::from(session) + 1945
    );
    if all.recent.tally.joint() > all.latest.tally.joint() {
        let pooled = over(recent, all.recent.tally.joint());
        words += &format!(", and {pooled} in the five sessions up to it");
        let firm = all.before.tally.joint() >= THIN && all.recent.tally.joint() >= THIN;
        if let Some(before) = all.before.coincidence.filter(|_| firm) {
            let moved = points(recent, before);
            let size = counted(moved.unsigned_abs(), "point");
            words += &match moved {
                0 => ", level with the ten sessions before".to_owned(),
                1.. => format!(", {size} above the ten sessions before"),
                _ => format!(", {size} below the ten sessions before"),
            };
        }
    }
    words
}

/// Where some pair stood closest, and some pair furthest apart, on a coded issue.
fn issues(assessment: &Assessment, names: &Names<'_>) -> Option<Sentence> {
    let mut rated: Vec<(f64, &PairCoincidence, &IssueCoincidence)> = Vec::new();
    for pair in &assessment.coincidence.pairs {
        for issue in pair.issues.iter().filter(|i| i.issue.as_str() != "all") {
            if issue.recent.tally.joint() >= THIN {
                rated.extend(issue.recent.coincidence.map(|c| (c, pair, issue)));
            }
        }
    }
    rated.sort_by(|a, b| b.0.total_cmp(&a.0));
    let [closest, .., furthest] = rated.as_slice() else {
        return None;
    };
    if share(closest.0) == share(furthest.0) {
        return None;
    }
    let one = |(value, pair, issue): &(f64, &PairCoincidence, &IssueCoincidence)| {
        let who = if names.several_pairs() {
            format!("{} on ", names.the_pair(&pair.pair))
        } else {
            "on ".to_owned()
        };
        format!(
            "{who}{} ({})",
            in_prose(issue),
            over(*value, issue.recent.tally.joint())
        )
    };
    let words = format!(
        "By issue, over the last five sessions with roll calls on it, coincidence was greatest {} and least {}.",
        between(names, &one(closest)),
        between(names, &one(furthest))
    );
    Some(Sentence::new(words, &assessment.coincidence.notes))
}

fn between(names: &Names<'_>, words: &str) -> String {
    if names.several_pairs() {
        format!("between {words}")
    } else {
        words.to_owned()
    }
}

fn contacts(assessment: &Assessment, names: &Names<'_>) -> Sentence {
    let pairs = &assessment.contacts.pairs;
    let silent: Vec<String> = pairs
        .iter()
        .filter(|p| !p.on_record)
        .map(|p| names.the_pair(&p.pair))
        .collect();
    let last: Option<(&PairContacts, &ContactEntry)> = pairs
        .iter()
        .filter_map(|p| p.last_leader.as_ref().map(|entry| (p, entry)))
        .max_by_key(|(_, entry)| (entry.start, entry.end));
    let mut words = match last {
        Some((pair, entry)) => {
            let occasion = entry
                .occasion
                .as_deref()
                .map(|o| o.trim().trim_end_matches('.'));
            let about = occasion
                .filter(|o| !o.is_empty() && o.chars().count() <= SHORT_OCCASION)
                .map(|o| format!(" (“{o}”)"))
                .unwrap_or_default();
            format!(
                "The last contact of leaders on record is {}{about}",
                journey(entry, pair, names)
            )
        }
        None if silent.len() == pairs.len() => {
            return Sentence::new(
                format!(
                    "The record of contacts is the United States' own and is silent on {}, which is not a record of no contact.",
                    if pairs.len() == 1 {
                        silent.concat()
                    } else {
                        "these pairs".to_owned()
                    }
                ),
                &assessment.contacts.notes,
            );
        }
        None => "No contact of leaders is on record between them".to_owned(),
    };
    if !silent.is_empty() {
        let whom = match silent.as_slice() {
            [pair] => pair.clone(),
            pairs => format!(
                "the {} pairs without the United States",
                in_words(pairs.len())
            ),
        };
        words += &format!("; the record is silent on {whom}, which is not a record of no contact");
    }
    Sentence::new(words + ".", &assessment.contacts.notes)
}

fn power(assessment: &Assessment, names: &Names<'_>) -> Option<Sentence> {
    let section = &assessment.power;
    let greatest = section
        .pairs
        .iter()
        .filter_map(|p| Some((p, p.ratio?, p.stronger?, p.year?)))
        .max_by(|a, b| a.1.total_cmp(&b.1))?;
    let (pair, ratio, stronger, year) = greatest;
    let weaker = if stronger == pair.pair.ccode1 {
        pair.pair.ccode2
    } else {
        pair.pair.ccode1
    };
    let cinc = |state| {
        section
            .states
            .iter()
            .find(|s| s.ccode == state && s.year == Some(year))
            .and_then(|s| s.cinc)
    };
    let shares = match (cinc(stronger), cinc(weaker)) {
        (Some(a), Some(b)) => format!(" ({} and {} of the world's)", percent(a), percent(b)),
        _ => String::new(),
    };
    let words = format!(
        "By material capabilities (CINC) {} had {} times the share of {} in {year}{shares}.",
        names.the(stronger),
        times(ratio),
        names.the(weaker)
    );
    Some(Sentence::new(words, &section.notes))
}

/// Seats on the Council, which are windows; where there are none, who hosts whom, or that there are none.
fn council(assessment: &Assessment, names: &Names<'_>) -> Sentence {
    let section = &assessment.council;
    if section.now_and_ahead.is_empty() {
        return displacement(assessment, names).unwrap_or_else(|| {
            Sentence::new(
                "No party holds a seat on the Security Council, or is on record as elected to one.",
                &section.notes,
            )
        });
    }
    let seat = |seat: &CouncilSeat| {
        let who = names.the(seat.ccode);
        let until = seat.until.map(dates::long);
        match until {
            None => format!("{who} sits"),
            Some(until) if seat.from > assessment.as_of => {
                format!(
                    "{who} is elected from {} to {until}",
                    dates::long(seat.from)
                )
            }
            Some(until) => format!("{who} sits until {until}"),
        }
    };
    let (permanent, elected): (Vec<&CouncilSeat>, Vec<&CouncilSeat>) = section
        .now_and_ahead
        .iter()
        .partition(|seat| seat.permanent);
    let mut seats: Vec<String> = elected.into_iter().map(seat).collect();
    let permanent: Vec<String> = permanent.iter().map(|seat| names.the(seat.ccode)).collect();
    match permanent.len() {
        0 => {}
        1 => seats.push(format!("{} has a permanent seat", permanent.concat())),
        _ => seats.push(format!("{} have permanent seats", listed(&permanent))),
    }
    Sentence::new(
        format!("On the Security Council {}.", listed(&seats)),
        &section.notes,
    )
}

fn displacement(assessment: &Assessment, names: &Names<'_>) -> Option<Sentence> {
    let section = &assessment.displacement;
    let year = section.year?;
    let most = section
        .between
        .iter()
        .filter_map(|e| e.hosted.as_ref().map(|h| (e, h.total())))
        .max_by_key(|(_, total)| *total)
        .filter(|(_, total)| *total > 0)?;
    let (exchange, total) = most;
    let words = format!(
        "{} hosted {} refugees, asylum-seekers and others in need of protection from {} at the end of {year}{}.",
        capital(&names.the(exchange.asylum)),
        thousands(total.into()),
        names.the(exchange.origin),
        match section
            .between
            .iter()
            .filter(|e| e.hosted.is_some())
            .count()
        {
            0 | 1 => String::new(),
            n => format!(
                ", the most of {} such figures between the parties",
                in_words(n)
            ),
        }
    );
    Some(Sentence::new(
        words,
        section.notes.get(..1).unwrap_or_default(),
    ))
}
