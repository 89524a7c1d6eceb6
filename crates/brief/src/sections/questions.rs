//! Questions of the Assembly that are likely to come back: on which the parties could come together, and
//! on which they already stand together.

use entente_assessment::{PairOutlook, RecurringItem};

use crate::brief::Brief;
use crate::document::{Block, Cell, Column, Table};
use crate::sentence::Sentence;
use crate::words::{Words, say};

/// Questions of each kind on the first pages, of one pair and of each of several.
const FIRST: [usize; 2] = [2, 1];
/// Questions of each kind and pair in the annex.
const WHOLE: usize = 10;

/// A kind of question: its messages, and those of a pair that are of it.
struct Kind {
    lead: &'static str,
    none: &'static str,
    caption: &'static str,
    of: fn(&PairOutlook) -> Vec<&RecurringItem>,
}

const KINDS: [Kind; 2] = [
    Kind {
        lead: "questions-apart",
        none: "questions-apart-none",
        caption: "questions-apart-caption",
        of: |pair| {
            pair.questions
                .apart
                .iter()
                .filter(|q| one_step(q))
                .collect()
        },
    },
    Kind {
        lead: "questions-alike",
        none: "questions-alike-none",
        caption: "questions-alike-caption",
        of: |pair| pair.questions.alike.iter().collect(),
    },
];

/// The likeliest of each kind.
pub(crate) fn first(brief: &Brief<'_>) -> Vec<Block> {
    let section = &brief.assessment.outlook;
    let mut blocks = Vec::new();
    for kind in KINDS.iter().filter(|_| !section.pairs.is_empty()) {
        let named = FIRST[usize::from(brief.several_pairs())];
        let lines = section.pairs.iter().flat_map(|pair| {
            let items = (kind.of)(pair).into_iter().take(named);
            items.map(|item| Sentence::new(line(item, pair, brief), &[]))
        });
        let lines: Vec<Sentence> = lines.collect();
        let lead = if lines.is_empty() {
            kind.none
        } else {
            kind.lead
        };
        let lead = say!(brief.words, lead);
        blocks.push(Block::Paragraph(vec![Sentence::new(lead, &section.notes)]));
        if !lines.is_empty() {
            blocks.push(Block::List(lines));
        }
    }
    blocks
}

/// Those of each kind and pair in a table.
pub(crate) fn whole(brief: &Brief<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for pair in &brief.assessment.outlook.pairs {
        let tables = KINDS.iter().filter_map(|kind| table(kind, pair, brief));
        let tables: Vec<Block> = tables.map(Block::Table).collect();
        if brief.several_pairs() && !tables.is_empty() {
            blocks.push(Block::Subheading(brief.heading(&pair.pair)));
        }
        blocks.extend(tables);
    }
    blocks
}

fn table(kind: &Kind, pair: &PairOutlook, brief: &Brief<'_>) -> Option<Table> {
    let words = brief.words;
    let items = (kind.of)(pair);
    let row = |item: &&RecurringItem| {
        vec![
            Cell::new(&item.title),
            Cell::or_missing(item.symbol.clone(), "–"),
            Cell::new(vote(item.vote_1, words)),
            Cell::new(vote(item.vote_2, words)),
            Cell::new(words.chance(item.returns)),
        ]
    };
    (!items.is_empty()).then(|| Table {
        caption: say!(
            words,
            kind.caption,
            shown = items.len().min(WHOLE),
            count = items.len()
        ),
        notes: brief.assessment.outlook.notes.clone(),
        columns: vec![
            Column::words(say!(words, "questions-question")),
            Column::words(say!(words, "questions-symbol")),
            Column::words(brief.name(pair.pair.ccode1)),
            Column::words(brief.name(pair.pair.ccode2)),
            Column::number(say!(words, "questions-returns")),
        ],
        rows: items.iter().take(WHOLE).map(row).collect(),
    })
}

/// A difference of one step, where one abstains, is nearer to being mended than opposite votes.
fn one_step(item: &RecurringItem) -> bool {
    item.vote_1 == "abstain" || item.vote_2 == "abstain"
}

fn line(item: &RecurringItem, pair: &PairOutlook, brief: &Brief<'_>) -> String {
    let words = brief.words;
    say!(
        words,
        "questions-line",
        symbol = item.symbol.as_deref().unwrap_or("–"),
        title = &item.title,
        first = brief.name(pair.pair.ccode1),
        vote_1 = vote(item.vote_1, words),
        second = brief.name(pair.pair.ccode2),
        vote_2 = vote(item.vote_2, words),
        returns = words.chance(item.returns)
    )
}

pub(super) fn vote(word: &str, words: &Words) -> String {
    match word {
        "yes" => say!(words, "vote-yes"),
        "no" => say!(words, "vote-no"),
        _ => say!(words, "vote-abstain"),
    }
}
