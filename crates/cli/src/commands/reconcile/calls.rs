//! The roll calls one by one.

use entente_assessment::ReconciledRollCall;
use entente_evidence::Issue;

use crate::output;

/// Characters of a line; titles get what the rest leaves of them, but never less than the other.
const LINE: usize = 100;
const SHORTEST_TITLE: usize = 20;

/// The place of the title in a line.
const TITLE: usize = 8;

/// The roll calls that make a difference, or every one.
pub fn table(roll_calls: &[ReconciledRollCall], every: bool) -> String {
    let shown: Vec<&ReconciledRollCall> = roll_calls
        .iter()
        .filter(|r| every || r.makes_a_difference())
        .collect();
    let title = if every {
        format!("All {} roll calls\n", roll_calls.len())
    } else if shown.is_empty() {
        return format!(
            "None of the {} roll calls is scored or left out differently (--every-roll-call shows all)\n",
            roll_calls.len()
        );
    } else {
        format!(
            "The {} of {} roll calls that make a difference (--every-roll-call shows all)\n",
            shown.len(),
            roll_calls.len()
        )
    };
    let header = [
        "date", "symbol", "votes", "flags", "-16", "-20", "21", "22-", "title",
    ];
    let lines = titled(shown.into_iter().map(line).collect());
    let legend = output::wrapped(
        "Scores by the formulas to 2016, 2017-20, 2021 and 2022-23; · left out. Flags: a amendment, p paragraph, i important, u unanimous; then coded issues.",
    );
    title + &output::table(&header, &[4, 5, 6, 7], lines) + &legend
}

fn line(r: &ReconciledRollCall) -> Vec<String> {
    let score = |value: Option<f64>| match value {
        Some(0.5) => "½".to_owned(),
        Some(v) => format!("{v:.0}"),
        None => "·".to_owned(),
    };
    vec![
        if r.day_known {
            r.date.to_string()
        } else {
            r.date.strftime("%Y-%m").to_string()
        },
        r.symbol.as_deref().map(symbol).unwrap_or_default(),
        format!("{}/{}", r.vote_1, r.vote_2),
        flags(r),
        score(r.votes_only),
        score(r.y2017),
        score(r.y2021),
        score(r.y2022),
        r.title.clone().unwrap_or_default(),
    ]
}

/// Without what only says that it is a resolution of the Assembly; the record has it both ways.
fn symbol(published: &str) -> String {
    let short = published
        .strip_prefix("A/RES/")
        .or_else(|| published.strip_prefix("R/"));
    short.unwrap_or(published).to_owned()
}

fn flags(r: &ReconciledRollCall) -> String {
    let marks = [
        (r.amendment == Some(true), "a"),
        (r.paragraph == Some(true), "p"),
        (r.important == Some(true), "i"),
        (!r.contested, "u"),
    ];
    let marked: String = marks.iter().filter(|m| m.0).map(|m| m.1).collect();
    let mut flags: Vec<&str> = Vec::new();
    if !marked.is_empty() {
        flags.push(&marked);
    }
    flags.extend(r.issues.iter().map(|i: &Issue| i.as_str()));
    flags.join(" ")
}

/// The lines with their titles cut to what is left of the width.
fn titled(mut lines: Vec<Vec<String>>) -> Vec<Vec<String>> {
    let width = |column: usize| {
        let widths = lines.iter().map(|l| l[column].chars().count());
        widths.max().unwrap_or(0).max(3) + 2
    };
    let rest: usize = (0..TITLE).map(width).sum();
    let room = LINE.saturating_sub(rest + 1).max(SHORTEST_TITLE);
    for line in &mut lines {
        let title = line[TITLE].split(" : resolution").next();
        line[TITLE] = output::shortened(title.unwrap_or_default(), room);
    }
    lines
}
