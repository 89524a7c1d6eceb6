//! One side's brief, in the order that foreign ministries use.

mod arguments;
mod background;
mod bottom;
mod limits;
mod objectives;
mod press;
mod responses;
mod theirs;

use entente_assessment::{
    AgendaSection, ItemRow, SideSection, ToldCircumstance, ToldConstraint, ToldPosition,
    ToldPriority,
};

use super::constraints::stance;
use crate::brief::Brief;
use crate::words::say;

pub(crate) use arguments::blocks as arguments;
pub(crate) use background::blocks as background;
pub(crate) use bottom::sentences as bottom_line;
pub(crate) use limits::{arising, avoided};
pub(crate) use objectives::blocks as objectives;
pub(crate) use press::blocks as press;
pub(crate) use responses::blocks as responses;
pub(crate) use theirs::blocks as theirs;

/// The side and the dossier's agenda, if it has one.
fn of<'a>(brief: &Brief<'a>) -> Option<(&'a SideSection, Option<&'a AgendaSection>)> {
    let assessment = brief.assessment;
    Some((assessment.side.as_ref()?, assessment.agenda.as_ref()))
}

/// An item of the shortlist.
fn row<'a>(brief: &Brief<'a>, item: &str) -> Option<&'a ItemRow> {
    let shortlist = brief.assessment.agenda.as_ref()?.shortlist.as_ref()?;
    shortlist.rows.iter().find(|row| row.id == item)
}

/// Its name.
fn name<'a>(brief: &Brief<'a>, item: &str) -> &'a str {
    row(brief, item).map_or("", |row| row.name.as_str())
}

/// The number of an objective, counted from 1, and its name.
fn numbered(brief: &Brief<'_>, side: &SideSection, item: &str) -> String {
    let place = side.objectives.iter().position(|o| o.item == item);
    let number = place.map_or_else(String::new, |p| (p + 1).to_string());
    say!(
        brief.words,
        "shortlist-place",
        place = number,
        name = name(brief, item)
    )
}

fn constraint<'a>(brief: &Brief<'a>, id: &str) -> Option<&'a ToldConstraint> {
    let agenda = brief.assessment.agenda.as_ref()?;
    agenda.constraints.iter().find(|c| c.id == id)
}

fn circumstance<'a>(brief: &Brief<'a>, id: &str) -> Option<&'a ToldCircumstance> {
    let agenda = brief.assessment.agenda.as_ref()?;
    agenda.circumstances.iter().find(|c| c.id == id)
}

/// "Senate, through filibuster: against".
fn actor(told: &ToldConstraint, brief: &Brief<'_>) -> String {
    say!(
        brief.words,
        "side-actor",
        actor = &told.actor,
        instrument = &told.instrument,
        stance = stance(told.stance),
        veto = if told.veto { "yes" } else { "no" }
    )
}

fn priority(told: &ToldPriority, brief: &Brief<'_>) -> String {
    say!(
        brief.words,
        "side-priority",
        level = told.level.to_string(),
        words = told.words.trim_end_matches('.'),
        sources = brief.cite(&told.sources)
    )
}

fn position(told: &ToldPosition, brief: &Brief<'_>) -> String {
    say!(
        brief.words,
        "side-position",
        stance = brief.words.signed(told.stance, 1),
        words = told.words.trim_end_matches('.'),
        sources = brief.cite(&told.sources)
    )
}

/// Whether there is something to say, as a selector.
fn yes_if(some: bool) -> &'static str {
    if some { "yes" } else { "no" }
}
