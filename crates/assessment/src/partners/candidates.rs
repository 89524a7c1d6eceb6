//! Among whom: a region, a body, or states by name.

use entente_states::memberships::{body, members_on};
use entente_states::{Lang, UnGroup, Unresolved, system};
use jiff::civil::Date;

use crate::parties::Party;

/// Why there are no candidates.
#[derive(Debug, thiserror::Error)]
pub enum CandidatesError {
    /// Neither a region, a body nor a state.
    #[error(transparent)]
    Unresolved(#[from] Unresolved),
    /// Fewer than two besides the state itself.
    #[error("a ranking is of two or more candidates; {0} found")]
    TooFew(usize),
}

/// Everyday names of the regional groups.
const NAMES: [(&str, UnGroup); 7] = [
    ("latin america", UnGroup::LatinAmericaCaribbean),
    (
        "latin america and the caribbean",
        UnGroup::LatinAmericaCaribbean,
    ),
    ("africa", UnGroup::Africa),
    ("asia", UnGroup::AsiaPacific),
    ("asia-pacific", UnGroup::AsiaPacific),
    ("eastern europe", UnGroup::EasternEurope),
    ("western europe", UnGroup::WesternEuropeOthers),
];

/// The candidates that a word stands for, on a date, without the state itself, by number: a regional
/// group of the United Nations, a body by its short name, or states with commas between.
///
/// # Errors
/// If the word is none of these, or leaves fewer than two.
pub fn candidates(among: &str, state: &Party, date: Date) -> Result<Vec<Party>, CandidatesError> {
    let word = among.trim().to_lowercase();
    let named = NAMES
        .iter()
        .find(|(name, _)| *name == word)
        .map(|(_, g)| *g);
    let group = named.or_else(|| {
        UnGroup::ALL
            .into_iter()
            .find(|g| g.id().to_lowercase() == word || g.name(Lang::En).to_lowercase() == word)
    });
    let mut found: Vec<Party> = if let Some(group) = group {
        let members = members_on("UN", date)
            .into_iter()
            .filter_map(|c| system().get(c));
        members
            .filter(|s| s.un_group == Some(group))
            .map(|s| Party::on(s, date))
            .collect()
    } else if let Some(body) = body(among.trim()) {
        let members = members_on(&body.id, date)
            .into_iter()
            .filter_map(|c| system().get(c));
        members.map(|s| Party::on(s, date)).collect()
    } else {
        let names = among.split(',').map(str::trim).filter(|n| !n.is_empty());
        names
            .map(|name| Ok(Party::on(system().resolve_on(name, date)?, date)))
            .collect::<Result<_, Unresolved>>()?
    };
    found.sort_by_key(|p| p.ccode);
    found.dedup_by_key(|p| p.ccode);
    found.retain(|p| p.ccode != state.ccode);
    match found.len() {
        0 | 1 => Err(CandidatesError::TooFew(found.len())),
        _ => Ok(found),
    }
}
