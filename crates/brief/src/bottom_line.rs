//! The bottom line: a few sentences, each filled in from the figures and left out where there are none.

use std::collections::BTreeMap;

use entente_assessment::{
    Assessment, ContactEntry, CouncilSeat, IssueCoincidence, PairCoincidence, PairContacts,
    WindowKind,
};
use entente_measures::contact::Status;

use crate::brief::Brief;
use crate::sections::{THIN, declared, in_prose, journey, note, side_bottom_line};
use crate::sentence::{Sentence, capital};
use crate::words::points;
use crate::words::{Lang, Named, Words, say};

/// Longer occasions are left to the section.
const SHORT_OCCASION: usize = 120;

/// Three to five sentences with the gist of an assessment and the notes behind their figures.
///
/// Every clause is generated from a figure of the assessment, and says by words where the evidence is
/// thin or absent.
pub fn bottom_line(assessment: &Assessment, lang: Lang) -> Vec<Sentence> {
    of(&Brief {
        assessment,
        words: lang.words(),
        draws: false,
    })
}

pub(crate) fn of(brief: &Brief<'_>) -> Vec<Sentence> {
    if let Some(mut own) = side_bottom_line(brief) {
        let items = own.len() > 1;
        own.extend((!items).then(|| overall(brief)).flatten());
        own.extend(window(brief));
        own.extend(machinery(brief));
        return own;
    }
    let sentences = match shortlist(brief) {
        Some(shortlist) => vec![
            Some(shortlist),
            overall(brief),
            machinery(brief),
            window(brief),
            commitments(brief).or_else(|| power(brief)),
        ],
        None => vec![
            overall(brief),
            issues(brief),
            Some(contacts(brief)),
            commitments(brief).or_else(|| power(brief)),
            Some(council(brief)),
        ],
    };
    sentences.into_iter().flatten().collect()
}

/// What could move soonest, and through what.
fn shortlist(brief: &Brief<'_>) -> Option<Sentence> {
    /// Items that are named.
    const NAMED: usize = 3;
    let words = brief.words;
    let agenda = brief.assessment.agenda.as_ref()?;
    let found = agenda.shortlist.as_ref()?;
    let named: Vec<String> = (found.rows.iter().take(NAMED))
        .map(|row| {
            let chance = words.chance(row.top_three);
            say!(words, "bottom-item", name = &row.name, chance = chance)
        })
        .collect();
    let text = say!(
        words,
        "bottom-shortlist",
        items = words.listed(&named),
        until = words.date(found.until)
    );
    Some(Sentence::new(text, &agenda.shortlist_notes))
}

/// How many mechanisms still meet, and when the leaders last met.
fn machinery(brief: &Brief<'_>) -> Option<Sentence> {
    let words = brief.words;
    let section = &brief.assessment.machinery;
    // A mechanism of which the date knows no more has none.
    let mut statuses: BTreeMap<&str, Option<Status>> = BTreeMap::new();
    for row in section.pairs.iter().flat_map(declared) {
        if row.status.is_some() || row.not_known_since.is_some() {
            statuses.insert(row.id.as_str(), row.status);
        }
    }
    if statuses.is_empty() {
        return Some(contacts(brief));
    }
    let known = || statuses.values().flatten();
    let count = |wanted: &[Status]| known().filter(|s| wanted.contains(s)).count();
    let met = section.pairs.iter().filter_map(|pair| {
        let mut rows = pair.machinery.mechanisms.iter();
        rows.find(|m| m.id == "leader-contact")?.last
    });
    let text = say!(
        words,
        "bottom-machinery",
        mechanisms = statuses.len(),
        alive = count(&[Status::OnCadence, Status::Late]),
        lapsed = count(&[Status::Lapsed, Status::Dormant]),
        never = count(&[Status::NeverMet]),
        known = known().count(),
        unknown = statuses.len() - known().count(),
        met = if met.clone().max().is_some() {
            "yes"
        } else {
            "no"
        },
        last = met.max().map(|day| words.date(day)).unwrap_or_default()
    );
    Some(Sentence::new(text, note(&section.notes, 2)))
}

/// What is open now and until when; else what opens next.
fn window(brief: &Brief<'_>) -> Option<Sentence> {
    let words = brief.words;
    let section = &brief.assessment.windows;
    let date = brief.assessment.as_of;
    let mut chances = (section.windows.iter()).filter(|w| w.kind == WindowKind::Opportunity);
    let Some(first) = chances.next() else {
        return Some(council(brief));
    };
    let why = words.told(&first.message);
    let best = chances.max_by_key(|w| w.conditions.len());
    let best = best.filter(|w| w.conditions.len() > first.conditions.len());
    let then = best.map(|w| {
        say!(
            words,
            "bottom-window-then",
            when = words.range(w.start, w.end.unwrap_or(w.start)),
            why = words.told(&w.message)
        )
    });
    let text = match first.start <= date {
        true => say!(
            words,
            "bottom-window-open",
            why = why,
            until = words.date(first.end.unwrap_or(section.until)),
            more = if then.is_some() { "yes" } else { "no" },
            then = then.unwrap_or_default()
        ),
        false => say!(
            words,
            "bottom-window-ahead",
            when = words.range(first.start, first.end.unwrap_or(first.start)),
            why = why
        ),
    };
    Some(Sentence::new(text, note(&section.notes, 4)))
}

fn all_roll_calls(pair: &PairCoincidence) -> Option<&IssueCoincidence> {
    pair.issues.iter().find(|i| i.issue.as_str() == "all")
}

/// "0.29 over 94 roll calls", thin ones named as such.
fn over(value: f64, joint: u32, words: &Words) -> String {
    let value = words.share(value);
    if joint < THIN {
        say!(words, "share-thin", share = value, calls = joint)
    } else {
        say!(words, "share-over", share = value, calls = joint)
    }
}

fn overall(brief: &Brief<'_>) -> Option<Sentence> {
    let words = brief.words;
    let section = &brief.assessment.coincidence;
    let mut rated: Vec<(&PairCoincidence, &IssueCoincidence, f64)> = Vec::new();
    for pair in &section.pairs {
        if let Some(all) = all_roll_calls(pair) {
            rated.extend(all.recent.coincidence.map(|c| (pair, all, c)));
        }
    }
    if let [pair] = section.pairs.as_slice() {
        let text = match rated.first() {
            Some((_, all, recent)) => of_one_pair(pair, all, *recent, brief),
            None => say!(
                words,
                "bottom-no-votes",
                pair = brief.both(&pair.pair),
                date = brief.as_of()
            ),
        };
        return Some(Sentence::new(text, &section.notes));
    }
    rated.sort_by(|a, b| b.2.total_cmp(&a.2));
    let (closest, furthest) = (rated.first()?, rated.last()?);
    let figure = |(_, all, value): &(&PairCoincidence, &IssueCoincidence, f64)| {
        over(*value, all.recent.tally.joint(), words)
    };
    let text = if rated.len() == 1 {
        say!(
            words,
            "bottom-only-pair",
            pair = brief.both(&closest.0.pair),
            share = figure(closest)
        )
    } else {
        say!(
            words,
            "bottom-pairs",
            closest = brief.both(&closest.0.pair),
            most = figure(closest),
            furthest = brief.both(&furthest.0.pair),
            least = figure(furthest)
        )
    };
    Some(Sentence::new(text, &section.notes))
}

fn of_one_pair(
    pair: &PairCoincidence,
    all: &IssueCoincidence,
    recent: f64,
    brief: &Brief<'_>,
) -> String {
    let words = brief.words;
    let session = all.session.unwrap_or(0);
    let latest = all.latest.coincidence.unwrap_or(recent);
    let latest = over(latest, all.latest.tally.joint(), words);
    if all.recent.tally.joint() <= all.latest.tally.joint() {
        return say!(
            words,
            "bottom-pair-latest",
            pair = brief.both(&pair.pair),
            latest = latest,
            session = session,
            opened = session + 1945
        );
    }
    let firm = all.before.tally.joint() >= THIN && all.recent.tally.joint() >= THIN;
    let moved = all
        .before
        .coincidence
        .filter(|_| firm)
        .map(|b| points(recent, b));
    let direction = match moved {
        None => "unknown",
        Some(0) => "level",
        Some(1..) => "above",
        Some(_) => "below",
    };
    say!(
        words,
        "bottom-pair",
        pair = brief.both(&pair.pair),
        latest = latest,
        session = session,
        opened = session + 1945,
        pooled = over(recent, all.recent.tally.joint(), words),
        direction = direction,
        points = moved.unwrap_or(0).unsigned_abs()
    )
}

/// Where some pair stood closest, and some pair furthest apart, on a coded issue.
fn issues(brief: &Brief<'_>) -> Option<Sentence> {
    let words = brief.words;
    let section = &brief.assessment.coincidence;
    let mut rated: Vec<(f64, &PairCoincidence, &IssueCoincidence)> = Vec::new();
    for pair in &section.pairs {
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
    if words.share(closest.0) == words.share(furthest.0) {
        return None;
    }
    let figure = |(value, _, issue): &(f64, &PairCoincidence, &IssueCoincidence)| {
        over(*value, issue.recent.tally.joint(), words)
    };
    let text = if brief.several_pairs() {
        say!(
            words,
            "bottom-issues-pairs",
            closest = brief.both(&closest.1.pair),
            closest_issue = in_prose(closest.2, words),
            most = figure(closest),
            furthest = brief.both(&furthest.1.pair),
            furthest_issue = in_prose(furthest.2, words),
            least = figure(furthest)
        )
    } else {
        say!(
            words,
            "bottom-issues",
            closest_issue = in_prose(closest.2, words),
            most = figure(closest),
            furthest_issue = in_prose(furthest.2, words),
            least = figure(furthest)
        )
    };
    Some(Sentence::new(text, &section.notes))
}

fn contacts(brief: &Brief<'_>) -> Sentence {
    let words = brief.words;
    let section = &brief.assessment.contacts;
    let pairs = &section.pairs;
    let silent: Vec<&PairContacts> = pairs.iter().filter(|p| !p.on_record).collect();
    let last: Option<(&PairContacts, &ContactEntry)> = pairs
        .iter()
        .filter_map(|p| p.last_leader.as_ref().map(|entry| (p, entry)))
        .max_by_key(|(_, entry)| (entry.start, entry.end));
    let first = match last {
        Some((pair, entry)) => {
            let occasion = entry
                .occasion
                .as_deref()
                .map(|o| o.trim().trim_end_matches('.'))
                .filter(|o| !o.is_empty() && o.chars().count() <= SHORT_OCCASION);
            let visit = journey(entry, pair, brief);
            match occasion {
                Some(occasion) => {
                    say!(
                        words,
                        "bottom-contact-occasion",
                        journey = visit,
                        occasion = occasion
                    )
                }
                None => say!(words, "bottom-contact", journey = visit),
            }
        }
        None if silent.len() == pairs.len() => {
            let text = match pairs.as_slice() {
                [pair] => say!(words, "bottom-silent-pair", pair = brief.both(&pair.pair)),
                _ => say!(words, "bottom-silent-pairs"),
            };
            return Sentence::new(text, &section.notes);
        }
        None => say!(words, "bottom-no-contact"),
    };
    let text = match silent.as_slice() {
        [] => say!(words, "stopped", words = first),
        [pair] => say!(
            words,
            "bottom-contact-silent-pair",
            contact = first,
            pair = brief.both(&pair.pair)
        ),
        pairs => say!(
            words,
            "bottom-contact-silent-pairs",
            contact = first,
            pairs = pairs.len()
        ),
    };
    Sentence::new(text, &section.notes)
}

/// What is owed between them, and how far it was kept.
fn commitments(brief: &Brief<'_>) -> Option<Sentence> {
    let words = brief.words;
    let section = (brief.assessment.commitments.as_ref()).filter(|s| s.counted > 0)?;
    let kept = section.compliance.percent;
    let text = say!(
        words,
        "bottom-commitments",
        counted = section.counted,
        open = section.open.len(),
        late = section.late,
        assessed = if kept.is_some() { "yes" } else { "no" },
        percent = kept.map_or_else(String::new, |p| words.chance(p / 100.0))
    );
    Some(Sentence::new(text, &section.notes))
}

fn power(brief: &Brief<'_>) -> Option<Sentence> {
    let words = brief.words;
    let section = &brief.assessment.power;
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
    let (stronger_name, weaker_name) = (brief.state(stronger), brief.state(weaker));
    let text = match (cinc(stronger), cinc(weaker)) {
        (Some(a), Some(b)) => say!(
            words,
            "bottom-power-shares",
            stronger = stronger_name,
            weaker = weaker_name,
            times = words.times(ratio),
            year = year,
            stronger_share = words.percent(a),
            weaker_share = words.percent(b)
        ),
        _ => say!(
            words,
            "bottom-power",
            stronger = stronger_name,
            weaker = weaker_name,
            times = words.times(ratio),
            year = year
        ),
    };
    Some(Sentence::new(text, &section.notes))
}

/// Seats on the Council, which are windows; where there are none, who hosts whom, or that there are none.
fn council(brief: &Brief<'_>) -> Sentence {
    let words = brief.words;
    let section = &brief.assessment.council;
    if section.now_and_ahead.is_empty() {
        return displacement(brief)
            .unwrap_or_else(|| Sentence::new(say!(words, "bottom-no-seat"), &section.notes));
    }
    let seat = |seat: &CouncilSeat| {
        let who = brief.state(seat.ccode);
        match seat.until.map(|u| words.date(u)) {
            None => say!(words, "bottom-seat-open", state = who),
            Some(until) if seat.from > brief.assessment.as_of => say!(
                words,
                "bottom-seat-ahead",
                state = who,
                from = words.date(seat.from),
                until = until
            ),
            Some(until) => say!(words, "bottom-seat-now", state = who, until = until),
        }
    };
    let (permanent, elected): (Vec<&CouncilSeat>, Vec<&CouncilSeat>) = section
        .now_and_ahead
        .iter()
        .partition(|seat| seat.permanent);
    let mut seats: Vec<String> = elected.into_iter().map(seat).collect();
    let permanent: Vec<Named> = permanent.iter().map(|s| brief.state(s.ccode)).collect();
    if !permanent.is_empty() {
        seats.push(say!(
            words,
            "bottom-seats-permanent",
            states = words.names(&permanent),
            count = permanent.len()
        ));
    }
    Sentence::new(
        say!(words, "bottom-seats", seats = words.listed(&seats)),
        &section.notes,
    )
}

fn displacement(brief: &Brief<'_>) -> Option<Sentence> {
    let words = brief.words;
    let section = &brief.assessment.displacement;
    let year = section.year?;
    let (exchange, total) = section
        .between
        .iter()
        .filter_map(|e| e.hosted.as_ref().map(|h| (e, h.total())))
        .max_by_key(|(_, total)| *total)
        .filter(|(_, total)| *total > 0)?;
    let figures = section
        .between
        .iter()
        .filter(|e| e.hosted.is_some())
        .count();
    let text = say!(
        words,
        "bottom-hosted",
        asylum = brief.state(exchange.asylum),
        origin = brief.state(exchange.origin),
        persons = total,
        year = year,
        figures = figures
    );
    Some(Sentence::new(
        capital(&text),
        section.notes.get(..1).unwrap_or_default(),
    ))
}
