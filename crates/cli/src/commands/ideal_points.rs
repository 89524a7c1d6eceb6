//! `entente ideal-points`

use std::collections::BTreeSet;
use std::time::Duration;

use entente_assessment::{
    Comparison, Estimator, Fits, IdealPointRow, Note, Notes, Party, Scope, Watch,
    compare_with_published, ideal_point_rows,
};
use entente_brief::Lang;
use entente_evidence::{
    AsOf, EvidenceError, PublishedIdealPoint, Repeat, RollCall, RollCallIssue, TableId, TableUse,
    Vote,
};
use entente_measures::ideal_points::{
    Draws, EmOptions, Ending, Estimates, GibbsOptions, Orientation, Panel, Prior,
};
use entente_measures::{Admits, IssueFilter};
use entente_states::Ccode;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::{EvidenceArgs, FrameFormat, IdealPointsArgs, Method};
use crate::failure::Failure;
use crate::fits;
use crate::named;
use crate::output::{self, Column, Frame, Head};
use crate::reading::Reading;

/// As many states as a table has columns for.
const MOST_COLUMNS: usize = 6;

pub fn run(options: &IdealPointsArgs, evidence: &EvidenceArgs) -> Result<(), Failure> {
    let states = states(&options.states)?;
    let settings = Settings::of(options)?;
    let evidence = evidence.open()?;
    let reading = Reading::of(options.as_of, &evidence)?;
    let date = reading.date;
    let as_of = evidence.as_of(date);
    let fits = match options.no_cache {
        true => Fits::nowhere(),
        false => fits::kept(),
    };
    let mut found = Vec::new();
    let sets = options.selection.selectors(&[IssueFilter::All])?;
    options.selection.check(&sets, &as_of)?;
    for selector in &sets {
        let scope = Scope {
            sessions: options.from.unwrap_or(0)..=options.to.unwrap_or(u16::MAX),
            admits: &|view| selector.admits(view),
            issue: selector.issue(),
            every_roll_call: options.every_roll_call,
        };
        let panel = scope.panel(&as_of)?;
        let fitted = settings.fit(&fits, &panel).map_err(|thin| {
            let name = selector.name();
            Failure::failed(format!("no ideal points of {name} as of {date}: {thin}"))
                .help("a wider selection of roll calls or sessions has more votes")
        })?;
        if let (Some(file), Some(draws)) = (&options.sampler.draws, &fitted.draws) {
            let columns = draw_columns(&panel, draws, |c| shown(&states, c));
            output::write(Some(file), &columns.parquet()?)?;
        }
        found.push((selector.name().to_owned(), fitted.estimates));
    }
    if options.compare {
        return compare(options, reading, &as_of, &found);
    }
    let rows: Vec<IdealPointRow> = found
        .iter()
        .flat_map(|(name, e)| ideal_point_rows(e, name, |c| shown(&states, c)))
        .collect();
    if rows.is_empty() {
        return Err(Failure::failed(
            "the states asked for cast no vote that divides on these roll calls",
        ));
    }
    let words = Lang::default().words();
    let head = Head::of(reading, tables(&as_of)?, &as_of, words)?;
    if matches!(options.format, FrameFormat::Csv | FrameFormat::Parquet) {
        head.beside();
    }
    let written = match options.format {
        FrameFormat::Csv => frame(&rows).csv()?,
        FrameFormat::Parquet => frame(&rows).parquet()?,
        FrameFormat::Json => output::json(
            &head.envelope(notes(&as_of, options, &found)),
            "rows",
            &rows,
        )?,
        FrameFormat::Table => {
            let mut text = table(&rows, &states);
            text.push_str(&footer(&as_of, &found));
            head.page(text)
        }
    };
    output::write(options.output.as_deref(), &written)
}

fn shown(states: &[Party], state: Ccode) -> bool {
    states.is_empty() || states.iter().any(|p| p.ccode == state)
}

fn states(names: &[String]) -> Result<Vec<Party>, Failure> {
    names
        .iter()
        .map(|name| named::over_the_record(name))
        .collect()
}

/// What is estimated, and by what.
struct Settings {
    prior: Prior,
    estimator: Estimator,
    with_draws: bool,
}

struct Fitted {
    estimates: Estimates,
    draws: Option<Draws>,
}

impl Settings {
    fn of(options: &IdealPointsArgs) -> Result<Self, Failure> {
        let sampler = &options.sampler;
        if let (Some(from), Some(to)) = (options.from, options.to)
            && from > to
        {
            return Err(Failure::usage(format!(
                "--from {from} lies after --to {to}"
            )));
        }
        let with_draws = sampler.draws.is_some();
        if with_draws && options.method == Method::Em {
            return Err(Failure::usage("--draws are of the sampler").help("add --method gibbs"));
        }
        if with_draws && options.selection.issue.len() > 1 {
            return Err(Failure::usage("--draws are of one selection of roll calls")
                .help("give one --issue, or none"));
        }
        if sampler.sweeps / sampler.thin < 8 {
            return Err(Failure::usage(format!(
                "--sweeps {} with --thin {} keeps fewer than 8 draws of a chain",
                sampler.sweeps, sampler.thin
            )));
        }
        let estimator = match options.method {
            Method::Em => Estimator::Em(EmOptions::default()),
            Method::Gibbs => Estimator::Gibbs(GibbsOptions {
                chains: usize::from(sampler.chains),
                warmup: sampler.warmup as usize,
                sweeps: sampler.sweeps as usize,
                thin: sampler.thin as usize,
                seed: sampler.seed,
            }),
        };
        Ok(Settings {
            prior: Prior {
                drift: options.drift,
                ..Prior::default()
            },
            estimator,
            with_draws,
        })
    }

    fn fit(
        &self,
        fits: &Fits,
        panel: &Panel,
    ) -> Result<Fitted, entente_measures::ideal_points::TooThin> {
        let bar = Bar::of(&self.estimator);
        let fitted = match self.estimator {
            Estimator::Gibbs(sampler) if self.with_draws => fits
                .draws(panel, &self.prior, &sampler, &bar)
                .map(|(estimates, draws)| Fitted {
                    estimates,
                    draws: Some(draws),
                }),
            _ => fits
                .estimates(panel, &self.prior, &self.estimator, &bar)
                .map(|estimates| Fitted {
                    estimates,
                    draws: None,
                }),
        };
        bar.0.finish_and_clear();
        fitted
    }
}

/// Progress on a terminal; it appears when the first step is done.
struct Bar(ProgressBar);

impl Bar {
    fn of(estimator: &Estimator) -> Self {
        let bar = match estimator {
            Estimator::Em(_) => ProgressBar::with_draw_target(None, ProgressDrawTarget::stderr()),
            Estimator::Gibbs(o) => ProgressBar::with_draw_target(
                Some((o.chains * (o.warmup + o.sweeps)) as u64),
                ProgressDrawTarget::stderr(),
            ),
        };
        let template = match estimator {
            Estimator::Em(_) => "{spinner} step {pos}: {msg}",
            Estimator::Gibbs(_) => "{bar:30} {pos}/{len} sweeps, {eta} left",
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(100));
        Bar(bar)
    }
}

impl Watch for Bar {
    fn step(&self, number: usize, change: f64) {
        self.0.set_position(number as u64);
        self.0.set_message(format!("positions move by {change:.5}"));
    }

    fn sweep(&self) {
        self.0.inc(1);
    }
}

fn frame(rows: &[IdealPointRow]) -> Frame {
    Frame::default()
        .with(
            "ccode",
            Column::integers(rows.iter().map(|r| i64::from(r.ccode.0))),
        )
        .with("iso3", Column::texts(rows.iter().map(|r| r.iso3)))
        .with(
            "session",
            Column::integers(rows.iter().map(|r| i64::from(r.session))),
        )
        .with(
            "year",
            Column::integers(rows.iter().map(|r| i64::from(r.year))),
        )
        .with(
            "issue",
            Column::texts(rows.iter().map(|r| r.issue.as_str())),
        )
        .with(
            "votes",
            Column::integers(rows.iter().map(|r| r.votes as i64)),
        )
        .with(
            "ideal_point",
            Column::numbers(rows.iter().map(|r| r.ideal_point)),
        )
        .with("sd", Column::numbers(rows.iter().map(|r| r.sd)))
        .with("q05", Column::numbers(rows.iter().map(|r| r.q05)))
        .with("q95", Column::numbers(rows.iter().map(|r| r.q95)))
}

/// One row a draw and state-session.
fn draw_columns(panel: &Panel, draws: &Draws, wanted: impl Fn(Ccode) -> bool) -> Frame {
    let system = entente_states::system();
    let knots: Vec<(usize, Ccode, u16)> = panel
        .state_sessions()
        .iter()
        .enumerate()
        .filter(|(_, k)| wanted(k.state))
        .map(|(place, k)| (place, k.state, k.session))
        .collect();
    let every = || {
        draws.chains.iter().enumerate().flat_map(|(c, chain)| {
            let chain = chain.iter().enumerate();
            chain.map(move |(d, positions)| (c, d, positions))
        })
    };
    let each = || every().flat_map(|(c, d, p)| knots.iter().map(move |k| (c, d, p, k)));
    Frame::default()
        .with(
            "ccode",
            Column::integers(each().map(|(_, _, _, k)| i64::from(k.1.0))),
        )
        .with(
            "iso3",
            Column::texts(each().map(|(_, _, _, k)| system.get(k.1).map_or("", |s| s.key3()))),
        )
        .with(
            "session",
            Column::integers(each().map(|(_, _, _, k)| i64::from(k.2))),
        )
        .with(
            "chain",
            Column::integers(each().map(|(c, ..)| c as i64 + 1)),
        )
        .with(
            "draw",
            Column::integers(each().map(|(_, d, ..)| d as i64 + 1)),
        )
        .with(
            "ideal_point",
            Column::numbers(each().map(|(_, _, p, k)| f64::from(p[k.0]))),
        )
}

fn tables(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(vec![
        as_of.table_use::<Vote>()?,
        as_of.table_use::<RollCall>()?,
        as_of.table_use::<RollCallIssue>()?,
        as_of.table_use::<Repeat>()?,
    ])
}

fn notes(as_of: &AsOf<'_>, options: &IdealPointsArgs, found: &[(String, Estimates)]) -> Vec<Note> {
    let votes = if options.every_roll_call {
        "every recorded roll call of the selection that divides those who voted"
    } else {
        "recorded roll calls of the selection that divide those who voted, without amendments and paragraphs after 1989, session 19, Zanzibar, and South Africa's lone vote of session 48; an issue from the session at which Bailey, Strezhnev and Voeten begin it"
    };
    let mut notes = Notes::default();
    for (name, estimates) in found {
        notes.add(
            &[TableId::Vote, TableId::RollCall, TableId::RollCallIssue, TableId::Repeat],
            format!("{name}: {votes}, known on {}", as_of.date()),
            format!(
                "dynamic ordinal spatial model (Bailey, Strezhnev and Voeten 2017), drift {}; {}; {}",
                options.drift,
                ended(&estimates.ending),
                upward(estimates.orientation),
            ),
            "positions are relative: mean 0 and variance 1 over the state-sessions of this fit. Fits of different selections or dates are not on one scale.",
        );
    }
    notes.finish()
}

fn ended(ending: &Ending) -> String {
    match ending {
        Ending::Em {
            steps,
            change,
            converged: true,
        } => format!(
            "expectation-maximisation, converged in {steps} steps (no position moved more than {change:.0e} in the last)"
        ),
        Ending::Em {
            steps,
            change,
            converged: false,
        } => format!(
            "expectation-maximisation, NOT converged in {steps} steps (positions still moved by {change:.0e})"
        ),
        Ending::Gibbs {
            chains,
            draws,
            r_hat_max,
            r_hat_above,
            ess_min,
            ess_median,
            ..
        } => format!(
            "Gibbs sampler, {chains} chains of {draws} draws; R-hat at most {r_hat_max:.3}, above 1.01 for {:.1}% of positions; effective sample size at least {ess_min:.0}, median {ess_median:.0}",
            100.0 * r_hat_above
        ),
    }
}

fn upward(orientation: Orientation) -> &'static str {
    match orientation {
        Orientation::UnitedStatesAboveRussia => {
            "the United States above the Soviet Union and Russia"
        }
        Orientation::UnitedStatesAboveMean => "the United States above the mean",
        Orientation::RussiaBelowMean => "Russia below the mean",
        Orientation::Arbitrary => {
            "the sign means nothing: neither the United States nor Russia voted"
        }
    }
}

/// A column a state for a few; otherwise the latest session, from one end to the other.
fn table(rows: &[IdealPointRow], states: &[Party]) -> String {
    let issues: BTreeSet<&str> = rows.iter().map(|r| r.issue.as_str()).collect();
    let mut text = String::new();
    for issue in issues {
        let own: Vec<&IdealPointRow> = rows.iter().filter(|r| r.issue == issue).collect();
        if states.is_empty() || states.len() > MOST_COLUMNS {
            text.push_str(&ranking(issue, &own));
        } else {
            text.push_str(&series(issue, &own, states));
        }
        text.push('\n');
    }
    text
}

fn series(issue: &str, rows: &[&IdealPointRow], states: &[Party]) -> String {
    let mut header = vec!["session", "year"];
    header.extend(states.iter().map(|p| p.iso3.as_str()));
    let sessions: BTreeSet<(u16, u16)> = rows.iter().map(|r| (r.session, r.year)).collect();
    let lines = sessions.iter().map(|(session, year)| {
        let mut line = vec![session.to_string(), year.to_string()];
        line.extend(states.iter().map(|party| {
            let cell = rows
                .iter()
                .find(|r| r.session == *session && r.ccode == party.ccode);
            cell.map_or("-".to_owned(), |r| {
                format!("{:+.2} ±{:.2}", r.ideal_point, r.sd)
            })
        }));
        line
    });
    let right: Vec<usize> = (0..header.len()).collect();
    let title = format!("Ideal points, {issue}: posterior mean ± standard deviation\n");
    title + &output::table(&header, &right, lines.collect())
}

fn ranking(issue: &str, rows: &[&IdealPointRow]) -> String {
    let Some(latest) = rows.iter().map(|r| r.session).max() else {
        return String::new();
    };
    let mut own: Vec<&&IdealPointRow> = rows.iter().filter(|r| r.session == latest).collect();
    own.sort_by(|a, b| b.ideal_point.total_cmp(&a.ideal_point));
    let lines = own.iter().zip(1..).map(|(r, rank): (_, usize)| {
        vec![
            rank.to_string(),
            r.iso3.to_owned(),
            r.votes.to_string(),
            format!("{:+.2}", r.ideal_point),
            format!("{:.2}", r.sd),
            format!("{:+.2} to {:+.2}", r.q05, r.q95),
        ]
    });
    let title = format!(
        "Ideal points, {issue}, session {latest} ({}); --states or --format csv show all sessions\n",
        latest + 1945
    );
    let header = ["rank", "state", "votes", "ideal point", "sd", "90%"];
    title + &output::table(&header, &[0, 2, 3, 4, 5], lines.collect())
}

fn footer(as_of: &AsOf<'_>, found: &[(String, Estimates)]) -> String {
    let mut text = format!(
        "Dynamic ordinal spatial model (Bailey, Strezhnev and Voeten 2017), as of {}; mean 0 and variance 1\nover all state-sessions.\n",
        as_of.date()
    );
    for (name, estimates) in found {
        let line = format!(
            "{name}: {}; {}.",
            ended(&estimates.ending),
            upward(estimates.orientation)
        );
        text.push_str(&output::wrapped(&line));
    }
    text
}

fn compare(
    options: &IdealPointsArgs,
    reading: Reading,
    as_of: &AsOf<'_>,
    found: &[(String, Estimates)],
) -> Result<(), Failure> {
    let mut compared: Vec<(&str, Comparison)> = Vec::new();
    for (name, estimates) in found {
        let comparison = compare_with_published(estimates, as_of)?.ok_or_else(|| {
            Failure::failed(format!(
                "no published ideal points are known on {}",
                as_of.date()
            ))
            .help("they are of June 2024; give --as-of 2024-06-30 or later")
        })?;
        compared.push((name, comparison));
    }
    let sessions: Vec<_> = compared.iter().flat_map(|(_, c)| &c.sessions).collect();
    let mut tables = tables(as_of)?;
    tables.push(as_of.table_use::<PublishedIdealPoint>()?);
    let head = Head::of(reading, tables, as_of, Lang::default().words())?;
    if matches!(options.format, FrameFormat::Csv | FrameFormat::Parquet) {
        head.beside();
    }
    let written = match options.format {
        FrameFormat::Json => {
            let rows: Vec<&Comparison> = compared.iter().map(|(_, c)| c).collect();
            output::json(&head.envelope(notes(as_of, options, found)), "rows", &rows)?
        }
        FrameFormat::Table => {
            let tables = (compared.iter()).map(|(name, c)| comparison_table(name, c));
            let parts: Vec<String> = tables.chain([footer(as_of, found)]).collect();
            head.page(parts.join("\n"))
        }
        FrameFormat::Csv | FrameFormat::Parquet => {
            let frame = Frame::default()
                .with(
                    "session",
                    Column::integers(sessions.iter().map(|s| i64::from(s.session))),
                )
                .with(
                    "states",
                    Column::integers(sessions.iter().map(|s| s.states as i64)),
                )
                .with(
                    "correlation",
                    Column::numbers(sessions.iter().map(|s| s.correlation)),
                );
            if options.format == FrameFormat::Csv {
                frame.csv()?
            } else {
                frame.parquet()?
            }
        }
    };
    output::write(options.output.as_deref(), &written)
}

fn comparison_table(name: &str, c: &Comparison) -> String {
    let worst = c.sessions.iter().take(5);
    let lines = vec![
        vec!["state-sessions in both".to_owned(), c.shared.to_string()],
        vec![
            "only here, only published".to_owned(),
            format!("{}, {}", c.only_here, c.only_published),
        ],
        vec![
            format!(
                "correlation within sessions, median of {}",
                c.sessions.len()
            ),
            format!("{:.5}", c.median),
        ],
        vec![
            "the same without the United States".to_owned(),
            format!("{:.5}", c.median_without_usa),
        ],
        vec![
            "the five lowest (session)".to_owned(),
            worst
                .map(|s| format!("{:.4} ({})", s.correlation, s.session))
                .collect::<Vec<_>>()
                .join(", "),
        ],
        vec![
            "correlation over all".to_owned(),
            format!("{:.4}", c.pooled),
        ],
        vec![
            "published means within the 90% intervals here".to_owned(),
            format!("{:.1}%", 100.0 * c.coverage),
        ],
        vec![
            "standard deviation, here / published, median".to_owned(),
            format!("{:.3}", c.sd_ratio),
        ],
    ];
    output::table(
        &[
            &format!("{name}, against Bailey, Strezhnev and Voeten, June 2024"),
            "",
        ],
        &[],
        lines,
    )
}
