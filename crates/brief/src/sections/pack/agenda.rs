//! What is taken up, with what the assessment and the ledger say of it, and the delegation's position.

use entente_assessment::{ItemRow, OpenCommitment, PackItem, PackPosition};

use super::{of, office};
use crate::brief::Brief;
use crate::document::Block;
use crate::sections::{commitments, shortlist};
use crate::sentence::Sentence;
use crate::words::say;

/// Commitments that are told of an entry; the annex has them all.
const OWED: usize = 6;

/// Every entry in order.
pub(crate) fn blocks(brief: &Brief<'_>) -> Vec<Block> {
    let Some(pack) = of(brief) else {
        return Vec::new();
    };
    if pack.agenda.is_empty() {
        let none = say!(brief.words, "pack-no-agenda");
        return vec![Block::Paragraph(vec![Sentence::new(none, &pack.notes)])];
    }
    (pack.agenda.iter())
        .flat_map(|it| entry(it, brief))
        .collect()
}

fn entry(it: &PackItem, brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let mut blocks = vec![Block::Subheading(say!(
        words,
        "pack-entry",
        place = it.place.to_string(),
        name = &it.name,
        carried = if it.carried { "yes" } else { "no" }
    ))];
    let mut told = Vec::new();
    if !it.leads.is_empty() {
        let leads: Vec<String> = it.leads.iter().map(|lead| office(lead, brief)).collect();
        told.push(say!(words, "pack-leads", leads = words.clauses(&leads)));
    }
    if let Some(note) = &it.note {
        told.push(say!(words, "stopped", words = note.trim_end_matches('.')));
    }
    let row = row(it, brief);
    told.extend(row.map(|row| shortlist::item(row, words)));
    if !told.is_empty() {
        let notes = brief.assessment.agenda.as_ref().filter(|_| row.is_some());
        let notes: &[usize] = notes.map_or(&[], |agenda| &agenda.shortlist_notes);
        let told = told.into_iter().map(|text| Sentence::new(text, notes));
        blocks.push(Block::Paragraph(told.collect()));
    }
    if let Some(row) = row {
        blocks.push(Block::List(shortlist::criteria(row, words)));
    }
    blocks.extend(owed(it, brief));
    if let Some(position) = &it.position {
        blocks.extend(own(position, brief));
    }
    blocks
}

/// Where it stands in the shortlist.
fn row<'a>(it: &PackItem, brief: &Brief<'a>) -> Option<&'a ItemRow> {
    let id = it.of_dossier.as_deref()?;
    let shortlist = brief.assessment.agenda.as_ref()?.shortlist.as_ref()?;
    shortlist.rows.iter().find(|row| row.id == id)
}

/// What is owed on it.
fn owed(it: &PackItem, brief: &Brief<'_>) -> Vec<Block> {
    let section = brief.assessment.commitments.as_ref();
    let Some((section, item)) = section.zip(it.item.as_deref()) else {
        return Vec::new();
    };
    let owed: Vec<&OpenCommitment> = section.serving(item).collect();
    if owed.is_empty() {
        return Vec::new();
    }
    let told = (owed.iter().take(OWED))
        .map(|it| Sentence::new(commitments::line(it, None, brief), &[]))
        .collect();
    let lead = say!(
        brief.words,
        "pack-owed",
        owed = owed.len(),
        more = if owed.len() > OWED { "yes" } else { "no" },
        told = OWED
    );
    let lead = Sentence::new(lead, &section.notes);
    vec![Block::Paragraph(vec![lead]), Block::List(told)]
}

/// The delegation's own position, marked as such.
fn own(position: &PackPosition, brief: &Brief<'_>) -> Vec<Block> {
    let words = brief.words;
    let delegation = of(brief).and_then(|pack| pack.delegation);
    let whose = delegation.map(|state| words.of_code(state));
    let whose = whose.unwrap_or_else(|| words.named("", ""));
    let lead = say!(words, "pack-own", state = whose);
    let parts = [
        ("aim", Some(&position.aim)),
        ("fallback", position.fallback.as_ref()),
        ("red-line", position.red_line.as_ref()),
        ("note", position.note.as_ref()),
    ];
    let told = parts.into_iter().filter_map(|(part, text)| {
        let text = text?.trim_end_matches('.');
        let told = say!(words, "pack-position", part = part, text = text);
        Some(Sentence::new(told, &[]))
    });
    let told = told.collect();
    vec![
        Block::Paragraph(vec![Sentence::new(lead, &[])]),
        Block::List(told),
    ]
}

/// What the last meeting did not reach, and this one does not take up.
pub(crate) fn left(brief: &Brief<'_>) -> Vec<Block> {
    let Some(pack) = of(brief).filter(|pack| !pack.left.is_empty()) else {
        return Vec::new();
    };
    let lead = Sentence::new(say!(brief.words, "pack-left"), &pack.notes);
    let told = pack.left.iter().map(|it| {
        let text = say!(
            brief.words,
            "stopped",
            words = it.name.trim_end_matches('.')
        );
        Sentence::new(text, &[])
    });
    vec![Block::Paragraph(vec![lead]), Block::List(told.collect())]
}
