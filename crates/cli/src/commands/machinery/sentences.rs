//! What the figures say, in sentences.

use entente_assessment::{Machinery, MechanismRow, Message, OccasionKind, SeriesKind, Value};
use entente_brief::Words;
use entente_measures::contact::{ChangePoint, Rate, Status};
use jiff::civil::Date;

/// The summary that stands before the tables.
pub fn summary(machinery: &Machinery, date: Date, words: &Words) -> Vec<String> {
    let mut said = Vec::new();
    let of_kind = |kind| {
        machinery
            .mechanisms
            .iter()
            .filter(move |m| m.series == kind)
    };
    let declared: Vec<&MechanismRow> = of_kind(SeriesKind::Mechanism).collect();
    if !declared.is_empty() {
        said.push(by_status(&declared, words));
    }
    if machinery.contacts.on_record {
        said.extend(of_kind(SeriesKind::Contact).map(|row| contact(row, words)));
        if let Some(change) = machinery.web.fraying.as_ref().filter(|c| c.meetings > 0) {
            let told = Message::new("page-machinery-web")
                .with_word("from", change.from)
                .with_word("to", change.to)
                .with_word("change", fraying(change, words));
            said.push(words.told(&told));
        }
    } else {
        said.push(words.told(&Message::new("page-machinery-no-series")));
        said.push(together(machinery, words));
    }
    said.extend(record_ends(machinery, date, words));
    said
}

/// What a series is called: declared, or contact of leaders or ministers.
pub fn name(row: &MechanismRow, words: &Words) -> String {
    match row.series {
        SeriesKind::Mechanism => row.name.clone(),
        SeriesKind::Contact => {
            words.told(&Message::new("machinery-contact-name").with_word("level", &row.id))
        }
    }
}

fn by_status(rows: &[&MechanismRow], words: &Words) -> String {
    let of = |status: Status| {
        let names = rows.iter().filter(|r| r.status == Some(status));
        let names: Vec<&str> = names.map(|r| r.name.as_str()).collect();
        let told = Message::new("page-machinery-status")
            .with("count", counted(names.len()))
            .with_word("status", status.as_str().replace(' ', "-"))
            .with_word("names", names.join(", "));
        (!names.is_empty()).then(|| words.told(&told))
    };
    let all = [
        Status::OnCadence,
        Status::Late,
        Status::Lapsed,
        Status::Dormant,
        Status::NeverMet,
    ];
    let mut all: Vec<String> = all.into_iter().filter_map(of).collect();
    let unknown = rows.iter().filter(|r| r.not_known_since.is_some());
    let unknown: Vec<&str> = unknown.map(|r| r.name.as_str()).collect();
    if !unknown.is_empty() {
        let told = Message::new("page-machinery-not-known")
            .with("count", counted(unknown.len()))
            .with_word("names", unknown.join(", "));
        all.push(words.told(&told));
    }
    let told = Message::new("page-machinery-declared")
        .with("count", counted(rows.len()))
        .with_word("statuses", all.join("; "));
    words.told(&told)
}

fn contact(row: &MechanismRow, words: &Words) -> String {
    let name = name(row, words);
    let Some(last) = row.meetings.last() else {
        return words.told(&Message::new("page-machinery-none").with_word("name", name));
    };
    if row.not_known_since.is_some() {
        let told = Message::new("page-machinery-contact-not-known")
            .with_word("name", name)
            .with_word("standing", words.standing(row).unwrap_or_default())
            .with_word("last", last.start)
            .with_word("occasion", occasion(last.occasions.first()));
        return words.told(&told);
    }
    let standing = row.status.zip(row.gap_days);
    let told = Message::new("page-machinery-contact")
        .with_word("name", name)
        .with_word("known", if standing.is_some() { "yes" } else { "no" })
        .with_word(
            "status",
            row.status.map(|s| words.status(s)).unwrap_or_default(),
        )
        .with_word(
            "gap",
            row.gap_days.map(|d| span(d, words)).unwrap_or_default(),
        )
        .with_word("last", last.start)
        .with_word("occasion", occasion(last.occasions.first()));
    words.told(&told)
}

/// What a meeting was for, without its full stop.
fn occasion(told: Option<&String>) -> &str {
    told.map_or("", |words| words.trim_end_matches('.'))
}

/// Whether a rate changed, and how.
pub fn fraying(change: &ChangePoint, words: &Words) -> String {
    let rate = |r: &Rate| {
        let decimals = if r.mean < 1.0 { 2 } else { 1 };
        let told = Message::new("machinery-rate")
            .with("mean", Value::Number(r.mean, decimals))
            .with("low", Value::Number(r.low, decimals))
            .with("high", Value::Number(r.high, decimals));
        words.told(&told)
    };
    let told = Message::new("page-machinery-change")
        .with("decline", Value::Chance(change.probability_of_decline))
        .with("rise", Value::Chance(change.probability_of_rise))
        .with_word("year", change.year)
        .with_word("before", rate(&change.before))
        .with_word("after", rate(&change.after));
    words.told(&told)
}

fn together(machinery: &Machinery, words: &Words) -> String {
    let gatherings = &machinery.contacts.together;
    words.told(&match gatherings.last() {
        Some(last) => Message::new("page-machinery-together")
            .with("times", counted(gatherings.len()))
            .with_word("last", last.start)
            .with_word("occasion", occasion(last.occasions.first())),
        None => Message::new("page-machinery-never-together"),
    })
}

fn record_ends(machinery: &Machinery, date: Date, words: &Words) -> Option<String> {
    let ended = machinery.mechanisms.iter().filter(|m| m.record_ends);
    let ended: Vec<String> = ended
        .filter_map(|m| Some(format!("{} ({})", m.id, m.covered_to?)))
        .collect();
    let told = Message::new("page-machinery-record-ends")
        .with_word("date", date)
        .with_word("series", ended.join(", "));
    (!ended.is_empty()).then(|| words.told(&told))
}

/// Days as years and months.
pub fn span(days: i64, words: &Words) -> String {
    let years = days as f64 / entente_measures::contact::YEAR_DAYS;
    let told = match years {
        y if y >= 1.95 => Message::new("page-span-years").with("n", Value::Number(y, 1)),
        _ if days >= 60 => {
            Message::new("page-span-months").with("n", Value::Number(years * 12.0, 0))
        }
        _ => {
            Message::new("page-span-days").with("n", Value::Count(u32::try_from(days).unwrap_or(0)))
        }
    };
    words.told(&told)
}

/// What the contact record shows besides what counts.
pub fn others(machinery: &Machinery, words: &Words) -> Vec<String> {
    let kind_told = |kind: OccasionKind| {
        let all = machinery.contacts.others.iter();
        let count = all.filter(|m| m.kind == kind).count();
        let told = Message::new("page-machinery-kind")
            .with("count", counted(count))
            .with_word("kind", kind.as_str().replace(' ', "-"));
        (count > 0).then(|| words.told(&told))
    };
    let kinds = [
        OccasionKind::Multilateral,
        OccasionKind::Ceremony,
        OccasionKind::Private,
        OccasionKind::Transit,
        OccasionKind::Unspecified,
    ];
    let kinds: Vec<String> = kinds.into_iter().filter_map(kind_told).collect();
    let mut said = Vec::new();
    if !kinds.is_empty() {
        let told = Message::new("page-machinery-others").with_word("kinds", kinds.join(", "));
        said.push(words.told(&told));
    }
    let third = &machinery.contacts.third_places;
    if let Some(last) = third.last() {
        let told = Message::new("page-machinery-third")
            .with("count", counted(third.len()))
            .with_word("last", last.start)
            .with_word("place", &last.place);
        said.push(words.told(&told));
    }
    said
}

fn counted(n: usize) -> Value {
    Value::Count(u32::try_from(n).unwrap_or(u32::MAX))
}
