//! What the figures say, in sentences.

use entente_assessment::{Machinery, MechanismRow, OccasionKind, SeriesKind};
use entente_measures::contact::{ChangePoint, Status};
use jiff::civil::Date;

/// The summary that stands before the tables.
pub fn summary(machinery: &Machinery, date: Date) -> Vec<String> {
    let mut said = Vec::new();
    let declared: Vec<&MechanismRow> = machinery
        .mechanisms
        .iter()
        .filter(|m| m.series == SeriesKind::Mechanism)
        .collect();
    if !declared.is_empty() {
        said.push(by_status(&declared));
    }
    if machinery.contacts.on_record {
        said.extend(
            machinery
                .mechanisms
                .iter()
                .filter(|m| m.series == SeriesKind::Contact)
                .map(contact),
        );
        if let Some(change) = machinery.web.fraying.as_ref().filter(|c| c.meetings > 0) {
            said.push(format!(
                "The web as a whole, {} to {}: {}",
                change.from,
                change.to,
                fraying(change)
            ));
        }
    } else {
        said.push(
            "No series of contact: the record is the United States' own, and it is not one of the two. That is no record of no contact."
                .to_owned(),
        );
        said.push(together(machinery));
    }
    said.extend(record_ends(machinery, date));
    said
}

fn by_status(rows: &[&MechanismRow]) -> String {
    let of = |status: Status| {
        let names: Vec<&str> = rows
            .iter()
            .filter(|r| r.status == Some(status))
            .map(|r| r.name.as_str())
            .collect();
        (!names.is_empty())
            .then(|| format!("{} {}: {}", names.len(), status.as_str(), names.join(", ")))
    };
    let all: Vec<String> = [
        Status::OnCadence,
        Status::Late,
        Status::Lapsed,
        Status::Dormant,
        Status::NeverMet,
    ]
    .into_iter()
    .filter_map(of)
    .collect();
    format!("Of {} mechanisms declared, {}.", rows.len(), all.join("; "))
}

fn contact(row: &MechanismRow) -> String {
    let Some(last) = row.meetings.last() else {
        return format!("{}: none on record that counts.", row.name);
    };
    let what = last.occasions.first().map_or("", String::as_str);
    let status = match (row.status, row.gap_days) {
        (Some(status), Some(days)) => format!(
            "{}, {} after the last, which was on {}",
            status.as_str(),
            span(days),
            last.start
        ),
        _ => format!(
            "too few meetings for a cadence; the last was on {}",
            last.start
        ),
    };
    format!("{}: {status} ({}).", row.name, what.trim_end_matches('.'))
}

/// Whether a rate changed, and how.
pub fn fraying(change: &ChangePoint) -> String {
    let percent = |p: f64| match (100.0 * p).round() {
        r if r >= 100.0 => "over 99%".to_owned(),
        r if r < 1.0 => "under 1%".to_owned(),
        r => format!("{r:.0}%"),
    };
    let rate = |r: &entente_measures::contact::Rate| {
        let digits = if r.mean < 1.0 { 2 } else { 1 };
        format!(
            "{:.digits$} a year ({:.digits$} to {:.digits$})",
            r.mean, r.low, r.high
        )
    };
    format!(
        "probability of a decline {}, of a rise {}. If there was a change, most likely in {}: from {} to {}.",
        percent(change.probability_of_decline),
        percent(change.probability_of_rise),
        change.year,
        rate(&change.before),
        rate(&change.after)
    )
}

fn together(machinery: &Machinery) -> String {
    let times = machinery.contacts.together.len();
    match machinery.contacts.together.last() {
        Some(last) => format!(
            "Both leaders were at one gathering in the United States {times} times, last on {} ({}).",
            last.start,
            last.occasions
                .first()
                .map_or("", String::as_str)
                .trim_end_matches('.')
        ),
        None => "Nor were both leaders at one gathering in the United States on record.".to_owned(),
    }
}

fn record_ends(machinery: &Machinery, date: Date) -> Option<String> {
    let ended: Vec<String> = machinery
        .mechanisms
        .iter()
        .filter(|m| m.record_ends)
        .filter_map(|m| Some(format!("{} ({})", m.id, m.covered_to?)))
        .collect();
    (!ended.is_empty()).then(|| {
        format!(
            "The record ends before {date}, and gaps are counted to its end: {}.",
            ended.join(", ")
        )
    })
}

/// Days as years and months.
pub fn span(days: i64) -> String {
    let years = days as f64 / entente_measures::contact::YEAR_DAYS;
    match years {
        y if y >= 1.95 => format!("{y:.1} years"),
        _ if days >= 60 => format!("{:.0} months", years * 12.0),
        _ if days == 1 => "1 day".to_owned(),
        _ => format!("{days} days"),
    }
}

/// What the contact record shows besides what counts.
pub fn others(machinery: &Machinery) -> Vec<String> {
    let count = |kind: OccasionKind| {
        let all = machinery.contacts.others.iter();
        all.filter(|m| m.kind == kind).count()
    };
    let kinds: Vec<String> = [
        OccasionKind::Multilateral,
        OccasionKind::Ceremony,
        OccasionKind::Private,
        OccasionKind::Transit,
        OccasionKind::Unspecified,
    ]
    .into_iter()
    .filter(|kind| count(*kind) > 0)
    .map(|kind| format!("{} {}", count(kind), kind.as_str()))
    .collect();
    let mut said = Vec::new();
    if !kinds.is_empty() {
        said.push(format!(
            "Contacts that do not count as meetings of the two: {}.",
            kinds.join(", ")
        ));
    }
    if let Some(last) = machinery.contacts.third_places.last() {
        said.push(format!(
            "Meetings in third places: {} named in remarks, last on {} in {}. The record of these is thin.",
            machinery.contacts.third_places.len(),
            last.start,
            last.place
        ));
    }
    said
}
