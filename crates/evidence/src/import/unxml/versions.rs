//! A resolution that stands several times in a file: the later version, which adds sponsors.

use std::collections::HashMap;

use entente_states::Ccode;

use super::super::ImportError;
use super::line::{At, Line, Repair, text};
use super::names::{Named, named};

/// The lines with each resolution once, in the order in which they first stand: the last version that has
/// votes, or the last.
///
/// # Errors
/// If two versions have votes, and these differ.
pub(super) fn one_of_each<'f>(
    file: &str,
    lines: Vec<(At<'f>, Line)>,
    repairs: &mut Vec<Repair>,
) -> Result<Vec<(At<'f>, Line)>, ImportError> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut kept: Vec<(At<'f>, Line)> = Vec::new();
    for (at, line) in lines {
        let symbol = text(&line.symbol).unwrap_or_default().replace(' ', "");
        let Some(&place) = places.get(&symbol) else {
            places.insert(symbol, kept.len());
            kept.push((at, line));
            continue;
        };
        let (before, first) = &kept[place];
        if first.has_votes() && line.has_votes() && votes(first) != votes(&line) {
            return Err(at
                .error(
                    "symbol",
                    &line.symbol,
                    format!("stands on line {} with other votes", before.line),
                )
                .hint("ask the publisher which is right"));
        }
        repairs.push(at.repair(
            &line.symbol,
            format!("stands on line {} of {file} too; the version with votes, or the later one, is kept", before.line),
        ));
        if line.has_votes() || !first.has_votes() {
            kept[place] = (at, line);
        }
    }
    Ok(kept)
}

/// The lists of votes, each in one order and each state once; two versions may spell a state differently.
fn votes(line: &Line) -> [Vec<Ccode>; 3] {
    line.lists().map(|list| {
        let states = list.iter().filter_map(|name| match named(name) {
            Named::State(ccode) => Some(ccode),
            Named::Fragment | Named::Unknown => None,
        });
        let mut states: Vec<Ccode> = states.collect();
        states.sort_unstable();
        states.dedup();
        states
    })
}
