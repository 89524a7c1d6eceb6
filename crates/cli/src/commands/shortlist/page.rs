//! The shortlist for reading: the ranking, then why the first of it stand where they do.

use entente_assessment::{ItemRow, Shortlist};
use entente_brief::Lang;

use super::rows::words;
use crate::commands::dossier::Chosen;
use crate::output;

/// Items whose reasons are told one by one.
const TOLD: usize = 5;
/// Signs of a name in the table.
const NAME: usize = 38;

pub fn page(chosen: &Chosen, found: &Shortlist, lang: Lang) -> String {
    let mut page = format!(
        "{}: what could move, as of {}, looking ahead to {}\n\n",
        chosen.dossier.title, found.as_of, found.until
    );
    page.push_str(&table(found));
    page.push('\n');
    page.push_str(&output::wrapped(&season(found)));
    page.push_str(&output::wrapped(&format!(
        "- Rank: mean over {} draws of the criteria and of their weights, which nobody knows. Criteria run from 0 to 1: coincidence, the lesser party's stake, the likeliest carrier's probability, the window, the room that veto players leave. (?) is not known and drawn from anything.",
        found.draws
    )));
    for row in found.rows.iter().take(TOLD) {
        page.push('\n');
        page.push_str(&reasons(row, lang));
    }
    page
}

fn table(found: &Shortlist) -> String {
    let cells = found.rows.iter().map(|row| {
        let mut cells = vec![
            row.place.to_string(),
            output::shortened(&row.name, NAME),
            format!("{:.1}", row.expected_rank),
            format!("{}–{}", row.rank_q05, row.rank_q95),
            percent(row.top_three),
        ];
        cells.extend(row.criteria.iter().map(|c| match c.basis {
            entente_assessment::Basis::Nothing => "(?)".to_owned(),
            _ => format!("{:.2}", c.value),
        }));
        cells
    });
    let header = [
        "", "Item", "Rank", "90%", "Top 3", "Coin.", "Stake", "Carr.", "Wind.", "Acc.",
    ];
    output::table(&header, &[0, 2, 3, 4, 5, 6, 7, 8, 9], cells.collect())
}

fn season(found: &Shortlist) -> String {
    let open = match &found.opportunity {
        Some(why) => format!(" ({why})"),
        None => String::new(),
    };
    format!(
        "- The calendar: an opportunity is open on {} of the days ahead{open}; {} of them lie before a party's vote or in a transition.",
        percent(found.open),
        percent(found.closed)
    )
}

fn reasons(row: &ItemRow, lang: Lang) -> String {
    let reason = |criterion: Option<_>| {
        criterion.map_or_else(
            || "none stands out".to_owned(),
            |c| lang.words().criterion(c),
        )
    };
    let mut text = output::wrapped(&format!(
        "{}. {}  (for: {}; against: {})",
        row.place,
        row.name,
        reason(row.strongest),
        reason(row.weakest)
    ));
    for value in &row.criteria {
        text.push_str(&output::wrapped(&format!(
            "- {} {:.2} ({:.2} to {:.2}): {}.",
            value.criterion.as_str(),
            value.value,
            value.low,
            value.high,
            words(value, lang)
        )));
    }
    if let Some(step) = &row.next_step {
        text.push_str(&output::wrapped(&format!("- Next: {step}")));
    }
    text
}

fn percent(share: f64) -> String {
    format!("{:.0}%", 100.0 * share)
}
