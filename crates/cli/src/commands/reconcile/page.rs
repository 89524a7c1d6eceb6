//! The page for reading: the grid, why it differs, the roll calls.

use entente_assessment::{Official, Pair, ReconciledSet, Reconciliation, Votes};
use entente_measures::{Formula, Period};

use super::{calls, noun, reasons};
use crate::output;

/// The grid, then why it differs, then the roll calls.
pub fn page(found: &Reconciliation, pair: &Pair, period: Period, every: bool) -> String {
    let (Period::Session(n) | Period::Year(n)) = period;
    let mut text = format!(
        "Voting coincidence of {} and {}, {} {n}, by formula (columns) and set of roll calls (rows)\n\n",
        pair.iso3_1,
        pair.iso3_2,
        noun(period)
    );
    text.push_str(&grid(&found.sets));
    text.push_str(&output::wrapped(&official(found.official)));
    text.push_str("\nWhy they differ\n");
    for reason in reasons::of(found, pair, period) {
        text.push_str(&output::wrapped(&format!("- {reason}")));
    }
    text.push('\n');
    text.push_str(&calls::table(&found.roll_calls, every));
    text
}

/// A coincidence to three places.
pub fn number(value: Option<f64>) -> String {
    value.map_or("-".to_owned(), |v| format!("{v:.3}"))
}

/// The votes taken of all issues, then each issue and basket of all votes.
fn grid(sets: &[ReconciledSet]) -> String {
    let whole = sets.iter().filter(|s| s.issue == "all");
    let names = Votes::EVERY.map(Votes::as_str);
    let parts = sets
        .iter()
        .filter(|s| s.votes == Votes::All && !names.contains(&s.issue.as_str()));
    let lines = whole
        .map(|s| line(s.votes.as_str(), s))
        .chain(parts.map(|s| line(&s.issue, s)));
    let header = [
        "set", "calls", "same", "partial", "opposite", "absent", "to 2016 ", "2017-20 ", "2021 ",
        "2022-23 ",
    ];
    output::table(&header, &[1, 2, 3, 4, 5, 6, 7, 8, 9], lines.collect())
}

fn line(name: &str, set: &ReconciledSet) -> Vec<String> {
    let cell = |formula: Formula, value: Option<f64>| {
        let official = set.official == Some(formula);
        format!("{}{}", number(value), if official { "*" } else { " " })
    };
    vec![
        name.to_owned(),
        set.roll_calls.to_string(),
        set.same.to_string(),
        set.partial.to_string(),
        set.opposite.to_string(),
        set.absent.to_string(),
        cell(Formula::VotesOnly, set.coincidence_votes_only),
        cell(Formula::Y2017, set.coincidence_2017),
        cell(Formula::Y2021, set.coincidence_2021),
        cell(Formula::Y2022, set.coincidence_2022),
    ]
}

fn official(official: Official) -> String {
    match official {
        Official::Is(..) => {
            "* the formula and set of the Department of State's report on this period.".to_owned()
        }
        Official::OtherPair => {
            "No official figure: the Department of State compares with the United States only."
                .to_owned()
        }
        Official::BeforeReports => {
            "No official figure: the Department of State's reports begin with session 38 (1983)."
                .to_owned()
        }
        Official::By(Period::Session(session)) => format!(
            "The Department of State's reports to 2016 follow the session: see --session {session}."
        ),
        Official::By(Period::Year(year)) => format!(
            "The Department of State's reports from 2017 follow the calendar year: see --year {year}."
        ),
    }
}
