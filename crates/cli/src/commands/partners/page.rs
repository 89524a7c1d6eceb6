//! One page: the ranking, and what speaks for and against each.

use entente_assessment::Partners;
use jiff::civil::Date;

use super::words::{explanations, left_out};
use crate::output;

pub fn page(partners: &Partners, among: &str, date: Date) -> String {
    let state = &partners.state;
    let mut page = format!(
        "Partners of {} ({}) among {among}, as of {date}\n\n",
        state.name, state.iso3
    );
    let cells = partners.rows.iter().map(|row| {
        vec![
            row.place.to_string(),
            format!("{} ({})", row.name, row.iso3),
            format!("{:.1}", row.expected_rank),
            format!("{} to {}", row.rank_low, row.rank_high),
            percent(row.first),
            percent(row.top_three),
            row.confidence.map_or("never first".to_owned(), percent),
            row.strongest.map_or("", |c| c.as_str()).to_owned(),
            row.weakest.map_or("", |c| c.as_str()).to_owned(),
        ]
    });
    let header = [
        "",
        "State",
        "Rank",
        "90 per cent",
        "First",
        "First three",
        "If favoured",
        "For",
        "Against",
    ];
    page.push_str(&output::table(&header, &[0, 2, 4, 5, 6], cells.collect()));
    page.push('\n');
    for sentence in explanations(partners) {
        page.push_str(&output::wrapped(&format!("- {sentence}")));
    }
    if let Some(sentence) = left_out(partners) {
        page.push_str(&output::wrapped(&format!("- {sentence}")));
    }
    page.push_str(&output::wrapped(
        "- Rank: mean over draws of the criteria and of their weights, which nobody knows. If favoured: how often it comes first with the weights that suit it best. A rank is no advice: it says what these criteria bear.",
    ));
    page
}

fn percent(share: f64) -> String {
    match share {
        s if s > 0.0 && s < 0.005 => "<1%".to_owned(),
        s => format!("{:.0}%", 100.0 * s),
    }
}
