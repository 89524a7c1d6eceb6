//! The tables of the methods chapter on forecasts, from the embedded evidence.
//!
//! `cargo run --release -p entente-assessment --example forecast_tables docs/src/methods/tables` writes
//! three files into the directory.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use entente_assessment::{Baseline, backtest};
use entente_evidence::{AsOf, Evidence, Leader};
use entente_measures::forecast::{Record, Recurrence, Standing};
use entente_measures::{IssueFilter, Selector};
use entente_states::Ccode;
use jiff::civil::date;

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let directory = std::env::args().nth(1).ok_or("name a directory")?;
    let write = |name: &str, text: String| {
        std::fs::write(std::path::Path::new(&directory).join(name), text)
    };
    let evidence = Evidence::embedded()?;
    let as_of = evidence.as_of(evidence.latest()?);
    write("forecasts.md", scores(&as_of)?)?;
    let no_sets: &[IssueFilter] = &[];
    let record = Record::of(as_of.roll_calls()?, as_of.votes()?, no_sets, |_| true);
    write("forecasts-recurrence.md", recurrence(&record)?)?;
    write("forecasts-governments.md", governments(&record, &as_of)?)?;
    Ok(())
}

fn scores(as_of: &AsOf<'_>) -> Outcome<String> {
    let mut text = String::new();
    let sets: Vec<Selector> = IssueFilter::every().map(Selector::of_issue).collect();
    let found = backtest(55..=74, as_of, &sets, &|| {})?;
    let names: Vec<&str> = Baseline::ALL.iter().map(|b| b.title()).collect();
    writeln!(
        text,
        "| cells | number | forecast | CRPS | within 50% | within 90% | {} | gain |",
        names.join(" | ")
    )?;
    writeln!(text, "| --- |{}", " --- |".repeat(6 + names.len()))?;
    let number = |v: Option<f64>| v.map_or(String::new(), |v| format!("{v:.4}"));
    let percent = |v: Option<f64>| v.map_or(String::new(), |v| format!("{:.1}%", 100.0 * v));
    for row in &found.issues {
        let s = &row.scores;
        let baselines: Vec<String> = s
            .baselines
            .iter()
            .map(|b| format!("{:.4}", b.mae))
            .collect();
        writeln!(
            text,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            row.issue,
            s.cells,
            number(s.mae),
            number(s.crps),
            percent(s.coverage_50),
            percent(s.coverage_90),
            baselines.join(" | "),
            percent(s.gain)
        )?;
    }
    writeln!(
        text,
        "\n| single votes, {} of them | log loss | Brier score |\n| --- | --- | --- |",
        found.votes.votes
    )?;
    writeln!(
        text,
        "| forecast | {} | {} |",
        number(found.votes.log_loss),
        number(found.votes.brier)
    )?;
    for b in &found.votes.baselines {
        writeln!(
            text,
            "| {} | {} | {} |",
            b.baseline.replace('_', " "),
            number(b.log_loss),
            number(b.brier)
        )?;
    }
    Ok(text)
}

/// How often series came back, by the sessions in which they had come up.
fn recurrence(record: &Record) -> Outcome<String> {
    let mut text = String::new();
    let learned = Recurrence::learned(record);
    let mut standing: BTreeMap<u8, (usize, f64)> = BTreeMap::new();
    for one in Standing::before(75, record) {
        let own = standing.entry(one.past).or_default();
        own.0 += 1;
        own.1 += learned.probability(&one, record);
    }
    let mut standing: Vec<(u8, (usize, f64))> = standing.into_iter().collect();
    standing.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    writeln!(
        text,
        "| came up in sessions 69 to 74 | series | probability of session 75 |\n| --- | --- | --- |"
    )?;
    for (past, (count, sum)) in standing.iter().take(10) {
        let signs: String = (0..6)
            .rev()
            .map(|k| if past >> k & 1 == 1 { '●' } else { '·' })
            .collect();
        writeln!(text, "| {signs} | {count} | {:.2} |", sum / *count as f64)?;
    }
    Ok(text)
}

/// How often states change their votes on questions that come back, in the first session under a new
/// leader and in others.
fn governments(record: &Record, as_of: &AsOf<'_>) -> Outcome<String> {
    let mut text = String::new();
    let mut spells: BTreeMap<Ccode, Vec<Leader>> = BTreeMap::new();
    for leader in as_of.rows::<Leader>()? {
        spells
            .entry(leader.ccode)
            .or_default()
            .push(leader.into_owned());
    }
    let leader = |state: Ccode, year: i16| {
        let day = date(year, 11, 1);
        let own = spells.get(&state)?.iter().filter(|l| l.from <= day);
        own.max_by_key(|l| l.from).map(|l| l.leadid.clone())
    };
    // Per state: changed and all votes, under a new leader and others.
    let mut counts: BTreeMap<Ccode, [(u32, u32); 2]> = BTreeMap::new();
    for session in 45..=74u16 {
        let year = i16::try_from(session)? + 1945;
        let came: BTreeMap<u32, usize> = (record.within(session..session + 1))
            .map(|r| (record.series(r), r))
            .collect();
        let last_year: Vec<(usize, usize)> = Standing::before(session, record)
            .into_iter()
            .filter(|s| s.past & 1 == 1)
            .filter_map(|s| Some((s.latest(), *came.get(&s.series)?)))
            .collect();
        for (place, state) in record.states().iter().enumerate() {
            let (Some(now), Some(then)) = (leader(*state, year), leader(*state, year - 1)) else {
                continue;
            };
            let own = &mut counts.entry(*state).or_default()[usize::from(now == then)];
            for (before, after) in &last_year {
                let (before, after) = (record.votes(*before)[place], record.votes(*after)[place]);
                if before > 0 && after > 0 {
                    own.0 += u32::from(before != after);
                    own.1 += 1;
                }
            }
        }
    }
    let total = |k: usize| {
        counts
            .values()
            .fold((0, 0), |(c, n), own| (c + own[k].0, n + own[k].1))
    };
    writeln!(
        text,
        "| votes on questions of the year before, sessions 45 to 74 | votes | changed |\n| --- | --- | --- |"
    )?;
    for (k, name) in [
        (0, "first session under a new leader"),
        (1, "other sessions"),
    ] {
        let (changed, votes) = total(k);
        writeln!(
            text,
            "| {name} | {votes} | {:.2}% |",
            100.0 * f64::from(changed) / f64::from(votes)
        )?;
    }
    let mut differences: Vec<f64> = counts
        .values()
        .filter(|own| own.iter().all(|(_, votes)| *votes >= 100))
        .map(|own| own.map(|(changed, votes)| f64::from(changed) / f64::from(votes)))
        .map(|[new, old]| new - old)
        .collect();
    differences.sort_by(f64::total_cmp);
    let n = differences.len() as f64;
    let mean = differences.iter().sum::<f64>() / n;
    let sd = (differences.iter().map(|d| (d - mean).powi(2)).sum::<f64>() / (n - 1.0)).sqrt();
    writeln!(
        text,
        "\nWithin states ({n} with a hundred votes of each kind): {:+.2} percentage points under a new leader, standard error {:.2}.",
        100.0 * mean,
        100.0 * sd / n.sqrt()
    )?;
    Ok(text)
}
