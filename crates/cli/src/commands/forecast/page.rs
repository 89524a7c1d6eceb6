//! Forecasts for reading.

use entente_assessment::{
    Drivers, ForecastRow, Forecasts, IdealPointGap, Pair, Party, RecurringItem, ResolutionForecast,
};
use entente_evidence::AsOf;

use super::{silence, titles};
use crate::failure::Failure;
use crate::output;

/// Questions that are listed of each kind.
const MOST_ITEMS: usize = 6;

/// A page per pair, and one line on the group if there are more than two.
pub fn pairs(
    parties: &[Party],
    pairs: &[Pair],
    forecasts: &Forecasts<'_>,
    told: &[Drivers],
    as_of: &AsOf<'_>,
) -> Result<String, Failure> {
    let mut text = String::new();
    for (pair, drivers) in pairs.iter().zip(told) {
        let name = |code| {
            let party = parties.iter().find(|p| p.ccode == code);
            party.map_or("", |p| p.name.as_str())
        };
        let (one, other) = (name(pair.ccode1), name(pair.ccode2));
        text.push_str(&heading(
            &format!("{one} and {other}"),
            forecasts.session(),
            as_of,
        ));
        let rows = forecasts.of_pair(pair);
        text.push_str(&output::wrapped(&lead(&rows[0])));
        text.push('\n');
        text.push_str(&grid(pair, &rows, forecasts)?);
        text.push_str(&without_votes(&rows));
        text.push('\n');
        for sentence in sentences(pair, drivers) {
            text.push_str(&output::wrapped(&format!("- {sentence}")));
        }
        text.push_str(&items(
            pair,
            "Likely to come back, and they part",
            &drivers.apart,
        ));
        text.push_str(&items(
            pair,
            "Likely to come back, and they vote alike while others part",
            &drivers.alike,
        ));
        text.push('\n');
    }
    if pairs.len() > 1 {
        text.push_str(&group(pairs, forecasts));
    }
    text.push_str(&footer(forecasts.session(), as_of)?);
    Ok(text)
}

fn heading(who: &str, session: u16, as_of: &AsOf<'_>) -> String {
    let year = session + 1945;
    format!(
        "{who}: voting coincidence expected in session {session} ({year}-{:02}), as of {}\n\n",
        (year + 1) % 100,
        as_of.date()
    )
}

fn lead(row: &ForecastRow) -> String {
    let Some(expected) = row.expected else {
        return format!("Nothing on record tells of {}.", row.issue);
    };
    let sure = match (row.q05, row.q25, row.q75, row.q95) {
        (Some(q05), Some(q25), Some(q75), Some(q95)) => format!(
            ": as likely as not within {q25:.2} and {q75:.2}, nine times in ten within {q05:.2} and {q95:.2}"
        ),
        _ => String::new(),
    };
    let over = match row.issue.as_str() {
        "all" => "all roll calls".to_owned(),
        issue => format!("the roll calls of {issue}"),
    };
    format!(
        "Over {over} they are expected to coincide {expected:.2}{sure}. Recorded votes to expect: {}.",
        count(row.roll_calls)
    )
}

/// A number of roll calls: whole, but for less than two.
fn count(roll_calls: f64) -> String {
    if roll_calls < 2.0 {
        format!("{roll_calls:.1}")
    } else {
        format!("{roll_calls:.0}")
    }
}

fn grid(pair: &Pair, rows: &[ForecastRow], forecasts: &Forecasts<'_>) -> Result<String, Failure> {
    let number = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v:.2}"));
    let range = |low: Option<f64>, high: Option<f64>| match low.zip(high) {
        Some((low, high)) => format!("{low:.2}-{high:.2}"),
        None => "-".to_owned(),
    };
    let lines = rows
        .iter()
        .zip(titles(forecasts.sets()))
        .enumerate()
        .filter(|(_, (row, _))| row.expects_votes())
        .map(|(set, (row, title))| {
            let last = forecasts.last(set, pair);
            vec![
                row.issue.clone(),
                number(row.expected),
                range(row.q25, row.q75),
                range(row.q05, row.q95),
                count(row.roll_calls),
                last.map_or("-".to_owned(), |(session, value)| {
                    format!("{value:.2} ({session})")
                }),
                if title == row.issue {
                    String::new()
                } else {
                    title
                },
            ]
        });
    let header = ["issue", "expected", "50%", "90%", "votes", "last", ""];
    Ok(output::table(&header, &[1, 2, 3, 4, 5], lines.collect()))
}

/// The sets on which no vote is to be expected, which have no row.
fn without_votes(rows: &[ForecastRow]) -> String {
    let silent = rows.iter().filter(|row| !row.expects_votes());
    let silent: Vec<&str> = silent.map(|row| row.issue.as_str()).collect();
    match silent.is_empty() {
        true => String::new(),
        false => output::wrapped(&format!(
            "No recorded vote is to be expected on: {}. What is on record of the last sessions has none.",
            silent.join(", ")
        )),
    }
}

fn sentences(pair: &Pair, drivers: &Drivers) -> Vec<String> {
    let (one, other) = (&pair.iso3_1, &pair.iso3_2);
    let mut sentences: Vec<String> = drivers.gap.as_ref().map(gap).into_iter().collect();
    let all = drivers.same + drivers.partial + drivers.opposite;
    sentences.push(match all {
        0 => format!("No question likely to come back has votes of both {one} and {other}."),
        _ => format!(
            "Questions more likely than not to come back: {all}. They last voted alike on {}, with one abstaining on {}, against each other on {}.",
            drivers.same, drivers.partial, drivers.opposite
        ),
    });
    sentences
}

fn gap(gap: &IdealPointGap) -> String {
    let now = format!(
        "Their ideal points lay {:.2} apart in session {}",
        gap.gap, gap.session
    );
    match (gap.earlier_session, gap.earlier_gap) {
        (Some(session), Some(earlier)) => {
            let trend = match gap.gap - earlier {
                d if d > 0.1 => "drawing apart",
                d if d < -0.1 => "drawing nearer",
                _ => "about as before",
            };
            format!("{now}, {earlier:.2} in session {session}: {trend}.")
        }
        _ => format!("{now}."),
    }
}

fn items(pair: &Pair, title: &str, items: &[RecurringItem]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let lines = items.iter().take(MOST_ITEMS).map(|item| {
        vec![
            format!("{:.0}%", 100.0 * item.returns),
            format!("{}/{}", item.vote_1, item.vote_2),
            item.symbol.clone().unwrap_or_default(),
            output::shortened(&item.title, 52),
        ]
    });
    let votes = format!("{}/{}", pair.iso3_1, pair.iso3_2);
    let header = ["back", votes.as_str(), "last", "question"];
    let more = items.len().saturating_sub(MOST_ITEMS);
    let more = match more {
        0 => String::new(),
        more => format!("… and {more} more; --format json has all\n"),
    };
    format!(
        "\n{title}\n{}{more}",
        output::table(&header, &[0], lines.collect())
    )
}

fn group(pairs: &[Pair], forecasts: &Forecasts<'_>) -> String {
    let rows = forecasts.of_group(pairs);
    let expected = pairs
        .first()
        .map_or_else(Vec::new, |pair| forecasts.of_pair(pair));
    let told = rows
        .iter()
        .zip(&expected)
        .filter(|(_, row)| row.expects_votes());
    let lines = told.map(|(row, _)| {
        let number = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v:.2}"));
        vec![
            row.issue.clone(),
            number(row.expected),
            format!("{}-{}", number(row.q05), number(row.q95)),
        ]
    });
    let table = output::table(&["issue", "expected", "90%"], &[1, 2], lines.collect());
    let how = output::wrapped(
        "Mean over the group's pairs; the interval is the mean of theirs, as if all missed alike, and so rather wide.",
    );
    format!("The group\n\n{table}{how}\n")
}

/// Every partner, those who are expected to coincide most first, over the first set.
pub fn partners(
    party: &Party,
    rows: &[ForecastRow],
    forecasts: &Forecasts<'_>,
    as_of: &AsOf<'_>,
) -> Result<String, Failure> {
    let Some(issue) = rows.first().map(|r| r.issue.as_str()) else {
        return Ok("No partner on the date.\n".to_owned());
    };
    let mut rows: Vec<&ForecastRow> = rows.iter().filter(|r| r.issue == issue).collect();
    rows.sort_by(|a, b| {
        b.expected
            .unwrap_or(-1.0)
            .total_cmp(&a.expected.unwrap_or(-1.0))
    });
    let number = |value: Option<f64>| value.map_or("-".to_owned(), |v| format!("{v:.2}"));
    let lines = rows.iter().map(|row| {
        vec![
            row.iso3_2.clone(),
            entente_states::system()
                .get(row.ccode2)
                .map_or(String::new(), |s| s.name_en.clone()),
            number(row.expected),
            format!("{}-{}", number(row.q25), number(row.q75)),
            format!("{}-{}", number(row.q05), number(row.q95)),
        ]
    });
    let header = ["", "partner", "expected", "50%", "90%"];
    Ok(format!(
        "{}{}\n{}",
        heading(
            &format!("{} and every other member, {issue}", party.name),
            forecasts.session(),
            as_of
        ),
        output::table(&header, &[2, 3, 4], lines.collect()),
        footer(forecasts.session(), as_of)?
    ))
}

pub fn resolution(
    found: &ResolutionForecast,
    session: u16,
    as_of: &AsOf<'_>,
) -> Result<String, Failure> {
    let percent = |p: Option<f64>| p.map_or("-".to_owned(), |p| format!("{:.0}%", 100.0 * p));
    let lines = found.states.iter().map(|state| {
        vec![
            state.iso3.clone(),
            percent(state.yes),
            percent(state.abstain),
            percent(state.no),
            state
                .last_vote
                .zip(state.last_session)
                .map_or("none in six sessions".to_owned(), |(vote, session)| {
                    format!("{vote} ({session})")
                }),
        ]
    });
    let table = output::table(
        &["", "yes", "abstain", "no", "last vote"],
        &[1, 2, 3],
        lines.collect(),
    );
    let latest = match &found.latest {
        Some(latest)
            if entente_evidence::Symbol::parse(latest).map(|s| s.to_string())
                != Some(found.asked.clone()) =>
        {
            format!(", last as {latest}")
        }
        _ => String::new(),
    };
    let sessions: Vec<String> = found.sessions.iter().rev().map(u16::to_string).collect();
    let how = output::wrapped(&format!(
        "It came to a vote in {} {} of the six before session {session}{latest}; such series came back the next session {:.0} times in a hundred. The probabilities are of a state's vote if it comes back and the state votes.",
        if sessions.len() == 1 {
            "session"
        } else {
            "sessions"
        },
        sessions.join(", "),
        100.0 * found.returns
    ));
    Ok(format!(
        "{}: {}\nSession {session}, as of {}\n\n{table}\n{how}{}",
        found.asked,
        found.title,
        as_of.date(),
        silence(session, as_of)?.map_or(String::new(), |s| output::wrapped(&s))
    ))
}

fn footer(session: u16, as_of: &AsOf<'_>) -> Result<String, Failure> {
    let silent = silence(session, as_of)?;
    Ok(output::wrapped(&format!(
        "Recorded votes only, by the formula of 2017. Intervals: how far such forecasts missed the ten sessions before. {}",
        silent.unwrap_or_default()
    )))
}
