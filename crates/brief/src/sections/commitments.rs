//! What was promised, and what is owed.

use entente_assessment::{CommitmentsSection, OpenCommitment, PartyCompliance, StandingScore};

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::sentence::Sentence;
use crate::words::{Words, say};

/// Commitments on the first pages.
const FIRST: usize = 5;

/// How much was promised, how far it was kept, and what is owed first.
pub(crate) fn first(brief: &Brief<'_>) -> Vec<Block> {
    let Some(section) = &brief.assessment.commitments else {
        return Vec::new();
    };
    let words = brief.words;
    if section.counted == 0 {
        let none = say!(words, "commitments-none", date = brief.as_of());
        let none = Sentence::new(none, &section.notes);
        return vec![Block::Paragraph(vec![none])];
    }
    let mut lead = vec![say!(
        words,
        "commitments-lead",
        counted = section.counted,
        done = section.done,
        open = section.open.len(),
        late = section.late
    )];
    lead.push(kept(section, brief));
    let lead = lead
        .into_iter()
        .map(|text| Sentence::new(text, &section.notes));
    let mut blocks = vec![Block::Paragraph(lead.collect())];
    let told = foremost(section, brief);
    if !told.is_empty() {
        let owed = say!(words, "commitments-first");
        blocks.push(Block::Paragraph(vec![Sentence::new(owed, &[])]));
        let line = |it| Sentence::new(line(it, item(it, brief).map(|(_, name)| name), brief), &[]);
        let told = told.into_iter().map(line);
        blocks.push(Block::List(told.collect()));
    }
    blocks
}

/// "Of 140 promises of a party 61 were assessed: 68% kept…", and party by party.
fn kept(section: &CommitmentsSection, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let all = &section.compliance;
    let Some(percent) = all.percent else {
        return say!(words, "commitments-unassessed", pairs = all.pairs);
    };
    let of_party = |it: &PartyCompliance| {
        let percent = it.compliance.percent?;
        Some(say!(
            words,
            "commitments-party",
            state = brief.name(it.ccode),
            percent = words.chance(percent / 100.0),
            assessed = it.compliance.assessed
        ))
    };
    let parties: Vec<String> = section.by_party.iter().filter_map(of_party).collect();
    say!(
        words,
        "commitments-kept",
        pairs = all.pairs,
        assessed = all.assessed,
        percent = words.chance(percent / 100.0),
        parties = words.listed(&parties)
    )
}

/// What has a day before what has none; of these what serves the first items of the shortlist, then what is
/// due the longest.
fn foremost<'s>(section: &'s CommitmentsSection, brief: &Brief<'_>) -> Vec<&'s OpenCommitment> {
    let mut told: Vec<&OpenCommitment> = section.open.iter().collect();
    told.sort_by_key(|it| (it.due.is_none(), place(it, brief).unwrap_or(usize::MAX)));
    told.truncate(FIRST);
    told
}

/// The place of its item in the shortlist.
fn place(it: &OpenCommitment, brief: &Brief<'_>) -> Option<usize> {
    item(it, brief).map(|(place, _)| place)
}

fn item<'a>(it: &OpenCommitment, brief: &Brief<'a>) -> Option<(usize, &'a str)> {
    let agenda = brief.assessment.agenda.as_ref()?;
    let id = it
        .item
        .as_deref()?
        .strip_prefix(&agenda.name)?
        .strip_prefix('/')?;
    let mut rows = agenda.shortlist.as_ref()?.rows.iter();
    let row = rows.find(|row| row.id == id)?;
    Some((row.place, row.name.as_str()))
}

/// "Due by 31 December 2025 and late: half of the power… (Canada, Mexico; Mexico −1). Serves: energy."
///
/// `serves` is the item that is named as the one that it serves.
pub(super) fn line(it: &OpenCommitment, serves: Option<&str>, brief: &Brief<'_>) -> String {
    let words = brief.words;
    let who: Vec<_> = it
        .ccodes
        .iter()
        .map(|state| words.of_code(*state))
        .collect();
    say!(
        words,
        "commitments-line",
        standing = standing(it),
        due = it.due.map_or_else(String::new, |due| words.date(due)),
        made = words.date(it.made),
        text = it.text.trim_end_matches('.'),
        who = words.names(&who),
        scores = scores(it, words),
        served = if serves.is_some() { "yes" } else { "no" },
        item = serves.unwrap_or_default()
    )
}

/// How it stands to its day, as a selector.
fn standing(it: &OpenCommitment) -> &'static str {
    match it.days_late {
        None => "undated",
        Some(days) if days > 0 => "late",
        Some(_) => "ahead",
    }
}

/// "Mexico −1 and United States 0 (interim)".
fn scores(it: &OpenCommitment, words: &Words) -> String {
    let told = it
        .scores
        .iter()
        .map(|s| score(s, &words.of_code(s.ccode).bare, words));
    let told: Vec<String> = told.collect();
    match told.is_empty() {
        true => say!(words, "commitments-not-assessed"),
        false => words.listed(&told),
    }
}

fn score(it: &StandingScore, whose: &str, words: &Words) -> String {
    say!(
        words,
        "commitments-score",
        state = whose,
        score = words.signed(it.score.into(), 0),
        stage = if it.last_word { "final" } else { "interim" }
    )
}

/// How far each party kept what it promised, and everything that is owed.
pub(crate) fn all(brief: &Brief<'_>) -> Vec<Block> {
    let Some(section) = (brief.assessment.commitments.as_ref()).filter(|s| s.counted > 0) else {
        return Vec::new();
    };
    let mut blocks = vec![Block::Table(by_party(section, brief))];
    if !section.open.is_empty() {
        blocks.push(Block::Table(open(section, brief)));
    }
    blocks
}

fn by_party(section: &CommitmentsSection, brief: &Brief<'_>) -> Table {
    let words = brief.words;
    let row = |it: &PartyCompliance| {
        let kept = &it.compliance;
        let count = |number: usize| Cell::new(words.thousands(number as u64));
        let unassessed = say!(words, "commitments-not-assessed");
        vec![
            Cell::new(brief.name(it.ccode)),
            count(kept.pairs),
            count(kept.assessed),
            count(kept.full),
            count(kept.partial),
            count(kept.none),
            Cell::or_missing(kept.score.map(|s| words.signed(s, 2)), &unassessed),
            Cell::or_missing(kept.percent.map(|p| words.chance(p / 100.0)), &unassessed),
        ]
    };
    let heads = [
        "made", "assessed", "full", "partial", "none", "mean", "percent",
    ];
    let mut columns = vec![Column::words(say!(words, "commitments-party-head"))];
    for head in heads {
        columns.push(Column::number(say!(words, "commitments-head", of = head)));
    }
    Table {
        caption: say!(words, "commitments-kept-caption"),
        notes: section.notes.clone(),
        columns,
        rows: section.by_party.iter().map(row).collect(),
    }
}

fn open(section: &CommitmentsSection, brief: &Brief<'_>) -> Table {
    let words = brief.words;
    let row = |it: &OpenCommitment| {
        let no_day = say!(words, "commitments-no-day");
        let unassessed = say!(words, "commitments-not-assessed");
        let scores = it.scores.iter().map(|s| score(s, &s.iso3, words));
        let scores: Vec<String> = scores.collect();
        vec![
            Cell::or_missing(it.due.map(|due| words.date(due)), no_day),
            Cell::new(it.iso3.join(" ")),
            Cell::new(&it.text),
            Cell::or_missing((!scores.is_empty()).then(|| scores.join(", ")), unassessed),
        ]
    };
    Table {
        caption: say!(words, "commitments-open-caption", date = brief.as_of()),
        notes: section.notes.clone(),
        columns: vec![
            Column::words(say!(words, "commitments-due")),
            Column::words(say!(words, "commitments-by")),
            Column::words(say!(words, "commitments-what")),
            Column::words(say!(words, "commitments-scores")),
        ],
        rows: section.open.iter().map(row).collect(),
    }
}
