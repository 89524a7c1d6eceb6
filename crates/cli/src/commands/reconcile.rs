//! `entente reconcile`

use entente_assessment::{
    Note, Notes, Pair, Party, ReconciledRollCall, ReconciledSet, Reconciliation,
};
use entente_evidence::{AsOf, Issue, RollCall, RollCallIssue, TableId, Vote};
use entente_measures::{Formula, Period};
use serde_json::Value;

use crate::args::{EvidenceArgs, ReconcileArgs, SelectionArgs, TableFormat};
use crate::failure::Failure;
use crate::output::{self, Envelope};

/// Characters of a title that fit beside the rest.
const TITLE: usize = 38;

pub fn run(options: &ReconcileArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let pair = pair(&options.states)?;
    let selection = SelectionArgs {
        baskets: options.baskets.clone(),
        ..SelectionArgs::default()
    };
    let baskets = selection.all_baskets()?;
    let evidence = evidence.open()?;
    let date = match options.as_of {
        Some(date) => date,
        None => evidence.latest()?,
    };
    let as_of = evidence.as_of(date);
    let period = match (options.session, options.year) {
        (Some(session), _) => Period::Session(session),
        (None, year) => Period::Year(year.unwrap_or(0)),
    };
    let found = Reconciliation::of(&pair, period, &baskets, &as_of)?;
    if found.roll_calls.is_empty() {
        let (Period::Session(n) | Period::Year(n)) = period;
        let noun = noun(period);
        return Err(Failure::failed(format!(
            "no roll call on record in {noun} {n}, as of {date}"
        ))
        .help("`entente evidence list` shows what the record covers"));
    }
    let written = match options.format {
        TableFormat::Json => json(&found, &as_of)?,
        TableFormat::Csv if options.roll_calls => output::csv(&found.roll_calls)?,
        TableFormat::Csv => output::csv(&found.sets)?,
        TableFormat::Table => page(&found, &pair, period, options.every_roll_call).into_bytes(),
    };
    output::write(options.output.as_deref(), &written)
}

fn pair(names: &[String]) -> Result<Pair, Failure> {
    let parties = names
        .iter()
        .map(|name| Ok(Party::of(entente_states::system().resolve(name)?)))
        .collect::<Result<Vec<_>, Failure>>()?;
    match parties.as_slice() {
        [a, b] if a.ccode != b.ccode => Ok(Pair::of(a, b)),
        _ => Err(Failure::usage("reconcile is of two different states")),
    }
}

fn noun(period: Period) -> &'static str {
    match period {
        Period::Session(_) => "session",
        Period::Year(_) => "year",
    }
}

fn json(found: &Reconciliation, as_of: &AsOf<'_>) -> Result<Vec<u8>, Failure> {
    let envelope = Envelope {
        as_of: Some(as_of.date()),
        evidence: vec![
            as_of.table_use::<Vote>()?,
            as_of.table_use::<RollCall>()?,
            as_of.table_use::<RollCallIssue>()?,
        ],
        notes: notes(as_of),
    };
    let mut text = output::json(&envelope, "rows", &found.sets)?;
    let Value::Object(mut object) = serde_json::from_slice(&text)? else {
        return Ok(text);
    };
    object.insert(
        "roll_calls".to_owned(),
        serde_json::to_value(&found.roll_calls)?,
    );
    text = serde_json::to_vec_pretty(&Value::Object(object))?;
    text.push(b'\n');
    Ok(text)
}

fn notes(as_of: &AsOf<'_>) -> Vec<Note> {
    let mut notes = Notes::default();
    notes.add(
        &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue],
        format!("recorded General Assembly roll calls known on {}", as_of.date()),
        "voting coincidence by each formula that the U.S. Department of State has used, over each set; per roll call 1 same, ½ partial, 0 opposite, empty left out",
        "`official` marks the formula and set of the Department's report on the period: to 2016 every plenary vote of a session, from 2017 final votes of a calendar year. Its table may still differ where it counts a vote that this record misses or a late correction. A vote that nobody flagged as amendment or paragraph counts as final.",
    );
    notes.finish()
}

/// The grid, then why it differs, then the roll calls.
fn page(found: &Reconciliation, pair: &Pair, period: Period, every: bool) -> String {
    let (Period::Session(n) | Period::Year(n)) = period;
    let mut text = format!(
        "Voting coincidence of {} and {}, {} {n}, by formula (columns) and set of roll calls (rows)\n\n",
        pair.iso3_1,
        pair.iso3_2,
        noun(period)
    );
    text.push_str(&grid(&found.sets));
    text.push_str(&official(&found.sets, period));
    text.push_str("\nWhy they differ\n");
    for reason in reasons(found) {
        text.push_str(&output::wrapped(&format!("- {reason}")));
    }
    text.push('\n');
    text.push_str(&roll_calls(&found.roll_calls, every));
    text
}

fn number(value: Option<f64>) -> String {
    value.map_or("-".to_owned(), |v| format!("{v:.3}"))
}

fn grid(sets: &[ReconciledSet]) -> String {
    let lines = sets.iter().map(|set| {
        let cell = |formula: Formula, value: Option<f64>| {
            let mark = if set.official == Some(formula) {
                "*"
            } else {
                " "
            };
            format!("{}{mark}", number(value))
        };
        vec![
            set.issue.clone(),
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
    });
    let header = [
        "set",
        "roll calls",
        "same",
        "partial",
        "opposite",
        "absent",
        "to 2016 ",
        "2017-20 ",
        "2021 ",
        "2022-23 ",
    ];
    output::table(&header, &[1, 2, 3, 4, 5, 6, 7, 8, 9], lines.collect())
}

fn official(sets: &[ReconciledSet], period: Period) -> String {
    let marked = sets.iter().any(|s| s.official.is_some());
    let said = match (marked, period) {
        (true, _) => "* the formula and set of the Department of State's report on this period.",
        (false, Period::Year(_)) => {
            "The Department's reports on years to 2016 follow the session: give --session."
        }
        (false, Period::Session(_)) => {
            "The Department's reports from 2017 follow the calendar year: give --year."
        }
    };
    format!("{said}\n")
}

/// What each formula and each set does to the number, by counts.
fn reasons(found: &Reconciliation) -> Vec<String> {
    let Some(all) = found.sets.first() else {
        return Vec::new();
    };
    let count =
        |f: &dyn Fn(&&ReconciledRollCall) -> bool| found.roll_calls.iter().filter(f).count();
    let both_abstain = count(&|r| r.vote_1 == "abstain" && r.vote_2 == "abstain");
    let missed = count(&|r| (r.vote_1 == "absent") != (r.vote_2 == "absent") && r.y2022.is_some());
    let neither = count(&|r| r.vote_1 == "absent" && r.vote_2 == "absent");
    let mut reasons = Vec::new();
    if all.partial as usize + both_abstain > 0 {
        reasons.push(format!(
            "to 2016, votes with an abstention were left out: {} with one abstention, which score ½ since 2017, and {both_abstain} with two, which score 1.",
            all.partial
        ));
    }
    reasons.push(match (missed, neither) {
        (0, 0) => "neither missed a vote, so that 2017, 2021 and 2022 give the same.".to_owned(),
        _ => format!(
            "{missed} votes that one of the two missed are left out to 2020, are abstentions by the text of 2021, and score ½ in 2022-23; {neither} that both missed are left out throughout."
        ),
    });
    let unflagged = count(&|r| r.amendment.is_none() && r.paragraph.is_none());
    for set in found.sets.iter().filter(|s| s.left_out > 0) {
        let what = match set.issue.as_str() {
            "final" => "amendments and paragraphs",
            "contested" => "unanimous votes",
            "all-without-me" => "votes coded as Middle East",
            _ => continue,
        };
        reasons.push(format!(
            "{} leaves out {} {what}, on which the two coincide {} (formula of 2017).",
            set.issue,
            set.left_out,
            number(set.coincidence_of_left_out)
        ));
    }
    if unflagged > 0 {
        reasons.push(format!(
            "{unflagged} of {} roll calls carry no flag for amendments and paragraphs in the record; they count as final.",
            all.roll_calls
        ));
    }
    reasons
}

fn roll_calls(roll_calls: &[ReconciledRollCall], every: bool) -> String {
    let shown: Vec<&ReconciledRollCall> = roll_calls
        .iter()
        .filter(|r| every || r.makes_a_difference())
        .collect();
    let lines = shown.iter().map(|r| {
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
            r.symbol.clone().unwrap_or_default(),
            format!("{}/{}", r.vote_1, r.vote_2),
            flags(r),
            score(r.votes_only),
            score(r.y2017),
            score(r.y2021),
            score(r.y2022),
            shortened(r.title.as_deref().unwrap_or_default()),
        ]
    });
    let header = [
        "date", "symbol", "votes", "flags", "to 16", "17-20", "21", "22-23", "title",
    ];
    let title = if every {
        format!("All {} roll calls\n", roll_calls.len())
    } else {
        format!(
            "The {} of {} roll calls over which formulas or the usual sets part (--every-roll-call shows all)\n",
            shown.len(),
            roll_calls.len()
        )
    };
    let legend =
        "· left out; a amendment, p paragraph, i important, u unanimous; then coded issues\n";
    title + &output::table(&header, &[4, 5, 6, 7], lines.collect()) + legend
}

fn flags(r: &ReconciledRollCall) -> String {
    let marks = [
        (r.amendment == Some(true), "a"),
        (r.paragraph == Some(true), "p"),
        (r.important == Some(true), "i"),
        (!r.contested, "u"),
    ];
    let mut flags: Vec<&str> = vec![];
    let marked: String = marks.iter().filter(|m| m.0).map(|m| m.1).collect();
    if !marked.is_empty() {
        flags.push(&marked);
    }
    flags.extend(r.issues.iter().map(|i: &Issue| i.as_str()));
    flags.join(" ")
}

fn shortened(title: &str) -> String {
    let title = title.split(" : resolution").next().unwrap_or(title);
    if title.chars().count() <= TITLE {
        return title.to_owned();
    }
    let cut: String = title.chars().take(TITLE - 1).collect();
    format!("{}…", cut.trim_end())
}
