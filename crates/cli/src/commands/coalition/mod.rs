//! `entente coalition`

mod page;
mod sentences;

use std::path::Path;

use entente_assessment::{BodyError, Coalition, Position, VotingBody};
use serde::Serialize;

use crate::args::{CoalitionArgs, TableFormat};
use crate::clock;
use crate::failure::Failure;
use crate::input;
use crate::output::{self, Envelope};

pub fn run(options: &CoalitionArgs) -> Result<(), Failure> {
    let mut body = find(&options.body)?;
    take(&mut body, &options.side_for, Position::For)?;
    take(&mut body, &options.against, Position::Against)?;
    if let Some(both) = named_twice(&body, options) {
        return Err(Failure::usage(format!("{both} is both for and against")));
    }
    let coalition =
        Coalition::of(&body).map_err(|e| Failure::usage(format!("{}: {e}", options.body)))?;
    let written = match options.format {
        TableFormat::Json => {
            let envelope = Envelope {
                as_of: body.as_of,
                ..Envelope::default()
            };
            let answer = Answer {
                body: &body.title,
                decision: &body.decision,
                explanation: sentences::sentences(&body, &coalition),
                sources: body.sources.iter().map(|(_, text)| text.as_str()).collect(),
                coalition: &coalition,
            };
            output::json_object(&envelope, &answer)?
        }
        TableFormat::Csv => output::csv(&coalition.members)?,
        TableFormat::Table => output::page(page::page(&body, &coalition)),
    };
    output::write(options.output.as_deref(), &written)
}

#[derive(Serialize)]
struct Answer<'a> {
    body: &'a str,
    decision: &'a str,
    explanation: Vec<String>,
    sources: Vec<&'a str>,
    #[serde(flatten)]
    coalition: &'a Coalition,
}

fn find(asked: &str) -> Result<VotingBody, Failure> {
    if let Some((_, body)) = VotingBody::shipped()
        .iter()
        .find(|(name, _)| *name == asked)
    {
        return Ok(body.clone());
    }
    let path = Path::new(asked);
    let text = input::text(path).map_err(|e| {
        let names: Vec<&str> = VotingBody::shipped()
            .iter()
            .map(|(name, _)| *name)
            .collect();
        Failure::usage(format!("cannot read the body {asked}: {e}")).help(format!(
            "a file of shares (.toml or .csv), or one that comes with the program: {}",
            names.join(", ")
        ))
    })?;
    let csv = path
        .extension()
        .is_some_and(|e| e.eq_ignore_ascii_case("csv"));
    let read = match csv {
        true => VotingBody::read_csv(&text, asked),
        false => VotingBody::read(&text),
    };
    read.map_err(
        |BodyError {
             message,
             span,
             hint,
         }| Failure::in_text(path, text, span, message, hint),
    )
}

/// Gives a position to each member that is named, or is of a group that is.
fn take(body: &mut VotingBody, names: &[String], position: Position) -> Result<(), Failure> {
    for name in names.iter().map(|n| n.trim()).filter(|n| !n.is_empty()) {
        for place in places(body, name)? {
            body.members[place].position = Some(position);
        }
    }
    Ok(())
}

/// The members that a word stands for.
fn places(body: &VotingBody, name: &str) -> Result<Vec<usize>, Failure> {
    let group = body
        .groups
        .iter()
        .position(|g| g.id.eq_ignore_ascii_case(name) || g.name.eq_ignore_ascii_case(name));
    if let Some(group) = group {
        let of = |p: &usize| body.members[*p].group == group;
        return Ok((0..body.members.len()).filter(of).collect());
    }
    let groups: Vec<&str> = body.groups.iter().map(|g| g.id.as_str()).collect();
    let state = entente_states::system()
        .resolve_on(name, clock::today())
        .map_err(|e| {
            Failure::from(e).help(format!("a state, or a group: {}", groups.join(", ")))
        })?;
    let place = body.members.iter().position(|m| m.ccode == state.ccode);
    place.map(|p| vec![p]).ok_or_else(|| {
        Failure::usage(format!("{name} is no member of {}", body.title))
            .help(format!("its groups are: {}", groups.join(", ")))
    })
}

/// A member named on both sides.
fn named_twice(body: &VotingBody, options: &CoalitionArgs) -> Option<String> {
    let all = |names: &[String]| -> Vec<usize> {
        let found = names.iter().filter_map(|n| places(body, n.trim()).ok());
        found.flatten().collect()
    };
    let (ours, theirs) = (all(&options.side_for), all(&options.against));
    let both = ours.into_iter().find(|p| theirs.contains(p))?;
    Some(body.members[both].name.clone())
}
