//! The tables of the methods chapter on ideal points, from the embedded evidence.
//!
//! `cargo run --release -p entente-assessment --example methods_tables > docs/src/methods/tables/ideal-points.md`
//! takes some minutes, most of them the sampler's.

use std::time::Instant;

use entente_assessment::{Comparison, Estimator, Fits, Scope, compare_with_published};
use entente_evidence::{AsOf, Evidence, Issue};
use entente_measures::ideal_points::{
    EmOptions, Ending, Estimates, GibbsOptions, Panel, Prior, convention,
};
use jiff::civil::date;

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

fn main() -> Outcome<()> {
    let evidence = Evidence::embedded()?;
    let as_of = evidence.as_of(date(2026, 6, 4));
    let panel = scope(None).panel(&as_of)?;
    println!(
        "{} votes on {} items by {} state-sessions.\n",
        panel.vote_count(),
        panel.items().len(),
        panel.state_sessions().len()
    );
    let (by_em, by_gibbs) = estimators(&panel, &as_of)?;
    errors(&by_em, &by_gibbs);
    sessions(&by_em, &by_gibbs, &as_of)?;
    priors(&panel, &as_of)?;
    issues(&as_of)
}

fn scope(issue: Option<Issue>) -> Scope<'static> {
    // Functions of one issue each: what a scope borrows must outlive it.
    fn of(issue: Issue) -> &'static dyn Fn(&entente_evidence::RollCallView<'_>) -> bool {
        match issue {
            Issue::MiddleEast => &|v| v.has(Issue::MiddleEast),
            Issue::Nuclear => &|v| v.has(Issue::Nuclear),
            Issue::Disarmament => &|v| v.has(Issue::Disarmament),
            Issue::HumanRights => &|v| v.has(Issue::HumanRights),
            Issue::Colonialism => &|v| v.has(Issue::Colonialism),
            Issue::Economic => &|v| v.has(Issue::Economic),
        }
    }
    Scope {
        sessions: 0..=u16::MAX,
        admits: issue.map_or(&|_| true, of),
        issue,
        every_roll_call: false,
    }
}

fn fit(panel: &Panel, prior: &Prior, estimator: Estimator) -> Outcome<Estimates> {
    Ok(Fits::nowhere().estimates(panel, prior, &estimator, &())?)
}

fn compared(estimates: &Estimates, as_of: &AsOf<'_>) -> Outcome<Comparison> {
    Ok(compare_with_published(estimates, as_of)?.ok_or("nothing is published yet")?)
}

fn worst(c: &Comparison) -> String {
    c.sessions.first().map_or(String::new(), |s| {
        format!("{:.4} (session {})", s.correlation, s.session)
    })
}

/// Both estimators against the published estimates.
fn estimators(panel: &Panel, as_of: &AsOf<'_>) -> Outcome<(Estimates, Estimates)> {
    println!(
        "| estimator | within sessions, median | without the United States | lowest | over all | published means in the 90% interval | sd, here / published | how it ended |"
    );
    println!("| --- | --- | --- | --- | --- | --- | --- | --- |");
    let mut found = Vec::new();
    for (name, estimator) in [
        ("EM", Estimator::Em(EmOptions::default())),
        ("Gibbs", Estimator::Gibbs(GibbsOptions::default())),
    ] {
        let begun = Instant::now();
        let estimates = fit(panel, &Prior::default(), estimator)?;
        eprintln!("{name}: {:.1} s", begun.elapsed().as_secs_f64());
        let c = compared(&estimates, as_of)?;
        let ended = match &estimates.ending {
            Ending::Em { steps, .. } => format!("{steps} steps"),
            Ending::Gibbs {
                chains,
                draws,
                r_hat_above,
                ess_min,
                ess_median,
                ..
            } => format!(
                "{chains} chains of {draws} draws; R-hat above 1.01 for {:.1}% of positions; effective draws at least {ess_min:.0}, median {ess_median:.0}",
                100.0 * r_hat_above
            ),
        };
        println!(
            "| {name} | {:.5} | {:.5} | {} | {:.4} | {:.1}% | {:.3} | {ended} |",
            c.median,
            c.median_without_usa,
            worst(&c),
            c.pooled,
            100.0 * c.coverage,
            c.sd_ratio
        );
        found.push(estimates);
    }
    let by_gibbs = found.pop().ok_or("two estimators")?;
    let by_em = found.pop().ok_or("two estimators")?;
    Ok((by_em, by_gibbs))
}

/// How far EM's standard errors and means are from the sampler's.
fn errors(by_em: &Estimates, by_gibbs: &Estimates) {
    let pairs = || by_em.points.iter().zip(&by_gibbs.points);
    let quantiles = |mut values: Vec<f64>| {
        values.sort_by(f64::total_cmp);
        [0.05, 0.5, 0.95].map(|p| values[(p * (values.len() - 1) as f64).round() as usize])
    };
    let ratio = quantiles(pairs().map(|(e, g)| e.sd / g.sd).collect());
    let apart = quantiles(
        pairs()
            .map(|(e, g)| (e.ideal_point - g.ideal_point).abs() / g.sd)
            .collect(),
    );
    println!("\n| over state-sessions | 5% | median | 95% |\n| --- | --- | --- | --- |");
    println!(
        "| standard error of EM / standard deviation of Gibbs | {:.3} | {:.3} | {:.3} |",
        ratio[0], ratio[1], ratio[2]
    );
    println!(
        "| distance of EM's mean from Gibbs', in standard deviations | {:.3} | {:.3} | {:.3} |",
        apart[0], apart[1], apart[2]
    );
}

/// The sessions in which estimates and published ones are least alike.
fn sessions(by_em: &Estimates, by_gibbs: &Estimates, as_of: &AsOf<'_>) -> Outcome<()> {
    println!("\n| estimator | the five sessions least like the published |\n| --- | --- |");
    for (name, estimates) in [("EM", by_em), ("Gibbs", by_gibbs)] {
        let c = compared(estimates, as_of)?;
        let five: Vec<String> = c
            .sessions
            .iter()
            .take(5)
            .map(|s| format!("{} ({} states): {:.4}", s.session, s.states, s.correlation))
            .collect();
        println!("| {name} | {} |", five.join("; "));
    }
    Ok(())
}

/// What the prior does.
fn priors(panel: &Panel, as_of: &AsOf<'_>) -> Outcome<()> {
    println!(
        "\n| drift | pull a vote | within sessions, median | lowest | over all | sd, here / published |\n| --- | --- | --- | --- | --- | --- |"
    );
    let default = Prior::default();
    let drifts = [0.02, 0.1, 0.25, default.drift, 0.5, 1.0].map(|drift| Prior { drift, ..default });
    let pulls = [0.005, 0.01, 0.03, 0.05].map(|pull| Prior { pull, ..default });
    for prior in drifts.into_iter().chain(pulls) {
        let estimates = fit(panel, &prior, Estimator::Em(EmOptions::default()))?;
        let c = compared(&estimates, as_of)?;
        let mark = if prior == default { " (default)" } else { "" };
        println!(
            "| {}{mark} | {} | {:.5} | {} | {:.4} | {:.3} |",
            prior.drift,
            prior.pull,
            c.median,
            worst(&c),
            c.pooled,
            c.sd_ratio
        );
    }
    Ok(())
}

/// Each coded issue by itself.
fn issues(as_of: &AsOf<'_>) -> Outcome<()> {
    println!(
        "\n| issue | from session | votes | items | state-sessions | steps |\n| --- | --- | --- | --- | --- | --- |"
    );
    for issue in Issue::ALL {
        let panel = scope(Some(*issue)).panel(as_of)?;
        let estimates = fit(
            &panel,
            &Prior::default(),
            Estimator::Em(EmOptions::default()),
        )?;
        let steps = match estimates.ending {
            Ending::Em {
                steps, converged, ..
            } => {
                format!("{steps}{}", if converged { "" } else { ", not converged" })
            }
            Ending::Gibbs { .. } => String::new(),
        };
        println!(
            "| {} | {} | {} | {} | {} | {steps} |",
            issue.title(),
            convention::first_session(*issue),
            panel.vote_count(),
            panel.items().len(),
            panel.state_sessions().len()
        );
    }
    Ok(())
}
