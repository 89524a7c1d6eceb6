//! Arguments, each with what it rests on and where it is weak.

use entente_evidence::ContactLevel;
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use super::desk::Desk;
use super::stand::{Point, ToldPosition, ToldPriority};
use crate::dossier::{Carrier, CircumstanceKind};
use crate::forecast::{question, word};
use crate::note::{Message, Value};
use crate::shortlist::{ItemCriterion, OnItem};
use crate::windows::WindowKind;

/// Sessions whose roll calls speak of the present.
const RECENT_SESSIONS: u16 = 5;
/// Figures older than this many years are told to be old.
const OLD_YEARS: i16 = 2;
/// Words of a stake that are figures of the evidence, not declarations.
const FIGURES: [&str; 4] = [
    "item-applications",
    "item-hosted",
    "item-events",
    "item-meetings",
];

/// An argument.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Argument {
    /// What it is and rests on.
    pub reason: Reason,
    /// Where it is weak, if it is.
    pub weakness: Option<ArgumentWeakness>,
}

/// What an argument rests on.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reason {
    /// They have declared themselves for it.
    TheirPosition(ToldPosition),
    /// They put it high.
    TheirPriority(ToldPriority),
    /// They voted as we did.
    TheirVote(VoteOnItem),
    /// It was done before; the precedent's id in the dossier.
    Precedent {
        /// The id.
        circumstance: String,
    },
    /// What is at stake for each, in figures of the evidence.
    Stakes {
        /// Party by party, as far as there are figures.
        parties: Vec<PartyFigures>,
    },
    /// Something is open until a day.
    Window {
        /// Id of the window.
        window: String,
        /// Its last day.
        until: Date,
    },
    /// A vote is coming, before which little is decided.
    Election {
        /// Id of the window.
        window: String,
        /// Its first day.
        day: Date,
    },
    /// The coded issue on which both voted most alike in the last five sessions.
    VotesAlike {
        /// The other party.
        party: Ccode,
        /// The issue.
        issue: String,
        /// Voting coincidence, 0 to 1.
        share: f64,
        /// Roll calls on which both voted.
        calls: u32,
    },
    /// The last contact.
    Contact {
        /// The other party.
        party: Ccode,
        /// Who met.
        level: ContactLevel,
        /// The last day.
        day: Date,
    },
}

/// Figures of what one party has at stake.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartyFigures {
    /// The party.
    pub party: Ccode,
    /// The figures, to be told in words.
    pub figures: Vec<Message>,
}

/// A roll call that speaks of an item.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VoteOnItem {
    /// The other party.
    pub party: Ccode,
    /// Resolution symbol.
    pub symbol: Option<String>,
    /// What it was on.
    pub title: String,
    /// The day, or the last of the month where none is on record.
    pub day: Date,
    /// Our vote.
    pub ours: &'static str,
    /// Theirs.
    pub theirs: &'static str,
}

/// Where an argument is weak.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum ArgumentWeakness {
    /// It was said or voted under a government that has left.
    EarlierGovernment {
        /// Since this day another one governs.
        since: Date,
    },
    /// What it points to ended.
    Ended {
        /// The last day.
        day: Date,
    },
    /// Some of the figures are old.
    OldFigures {
        /// Their last year.
        year: i16,
    },
}

/// The arguments for an item.
pub(super) fn of(point: &Point<'_>, desk: &Desk<'_, '_>) -> Vec<Argument> {
    let mut found: Vec<Argument> = Vec::new();
    for party in desk.others() {
        found.extend(declared(point, party, desk));
        found.extend(voted(point, party, desk, true).map(|vote| {
            let weakness = earlier(vote.day, party, desk);
            argued(Reason::TheirVote(vote), weakness)
        }));
    }
    found.extend(stakes(point, desk));
    let precedents = desk.circumstances(CircumstanceKind::Precedent, &point.item.id);
    found.extend(precedents.map(|c| Argument {
        reason: Reason::Precedent {
            circumstance: c.id.clone(),
        },
        weakness: c.until.map(|day| ArgumentWeakness::Ended { day }),
    }));
    found.extend(council(point, desk));
    found
}

fn argued(reason: Reason, weakness: Option<ArgumentWeakness>) -> Argument {
    Argument { reason, weakness }
}

/// Their own position if they are for it, else their priority if they put it high and are not against it.
fn declared(point: &Point<'_>, party: Ccode, desk: &Desk<'_, '_>) -> Option<Argument> {
    let leans = point.leans(party);
    if let Some(position) = point.told_position(party).filter(|_| leans > 0) {
        let weakness = earlier(position.from, party, desk);
        return Some(argued(Reason::TheirPosition(position), weakness));
    }
    let high = point.is_high_for(party) && leans == 0;
    let priority = point.told_priority(party).filter(|_| high)?;
    let weakness = earlier(priority.from, party, desk);
    Some(argued(Reason::TheirPriority(priority), weakness))
}

fn earlier(day: Date, party: Ccode, desk: &Desk<'_, '_>) -> Option<ArgumentWeakness> {
    let since = desk.governed_since(party).filter(|since| day < *since)?;
    Some(ArgumentWeakness::EarlierGovernment { since })
}

/// The latest roll call named by the item on which both voted alike, or did not.
pub(super) fn voted(
    point: &Point<'_>,
    party: Ccode,
    desk: &Desk<'_, '_>,
    alike: bool,
) -> Option<VoteOnItem> {
    let on = OnItem::of(point.item).filter(OnItem::names_some)?;
    let last = desk.calls.iter().map(|v| v.roll_call.session).max()?;
    let (own, other) = (desk.planes.place(desk.party)?, desk.planes.place(party)?);
    let votes = (0..desk.calls.len()).filter_map(|place| {
        let view = &desk.calls[place];
        let recent = view.roll_call.session + RECENT_SESSIONS > last;
        let (ours, theirs) = (
            desk.planes.vote(own, place)?,
            desk.planes.vote(other, place)?,
        );
        let wanted = recent && (ours == theirs) == alike && on.admits(view);
        wanted.then_some((view.roll_call, ours, theirs))
    });
    let (call, ours, theirs) = votes.max_by_key(|(call, _, _)| (call.date, call.rcid))?;
    Some(VoteOnItem {
        party,
        symbol: call.symbol.clone(),
        title: question(call),
        day: call.date,
        ours: word(ours),
        theirs: word(theirs),
    })
}

/// What the evidence has on the stake of each party.
fn stakes(point: &Point<'_>, desk: &Desk<'_, '_>) -> Option<Argument> {
    let message = &point.row.by(ItemCriterion::Stake)?.message;
    let told = parts(message);
    let of_party = |party: Ccode| {
        let own = told.iter().find(|m| is_of(m, party))?;
        let figures: Vec<Message> = (parts(own).iter())
            .filter(|m| FIGURES.contains(&m.id))
            .cloned()
            .collect();
        (!figures.is_empty()).then_some(PartyFigures { party, figures })
    };
    let parties: Vec<PartyFigures> = (desk.parties.iter())
        .filter_map(|p| of_party(p.ccode))
        .collect();
    let oldest = parties.iter().flat_map(|p| &p.figures).filter_map(year);
    let old = oldest
        .min()
        .filter(|year| *year < desk.date.year() - OLD_YEARS);
    (!parties.is_empty()).then_some(Argument {
        reason: Reason::Stakes { parties },
        weakness: old.map(|year| ArgumentWeakness::OldFigures { year }),
    })
}

fn parts(message: &Message) -> &[Message] {
    let value = message.args.iter().find(|(name, _)| *name == "parts");
    match value {
        Some((_, Value::Messages(parts))) => parts,
        _ => &[],
    }
}

fn is_of(message: &Message, party: Ccode) -> bool {
    message.args.contains(&("state", Value::State(party)))
}

/// The last year of a figure.
fn year(message: &Message) -> Option<i16> {
    let named = |wanted: &str| message.args.iter().find(|(name, _)| *name == wanted);
    match named("to").or_else(|| named("year"))? {
        (_, Value::Word(year)) => year.parse().ok(),
        _ => None,
    }
}

/// An elected seat on the Security Council that ends, for items that the Council can take up.
fn council(point: &Point<'_>, desk: &Desk<'_, '_>) -> Option<Argument> {
    let carried = point.item.carriers.contains(&Carrier::Council);
    let mut windows = desk.windows.windows.iter();
    let seat = windows.find(|w| w.kind == WindowKind::Council && w.end.is_some())?;
    let until = seat.end?;
    carried.then_some(Argument {
        reason: Reason::Window {
            window: seat.id.clone(),
            until,
        },
        weakness: None,
    })
}
