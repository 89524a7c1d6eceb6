//! What a dossier declares, and what follows from it on the date: the shortlist, the claims tested, and
//! what stands in the way or helps.

use entente_evidence::{AsOf, EvidenceError, TableId, TableUse};
use entente_measures::ideal_points::Estimates;
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use crate::claims::{ClaimRow, claims, claims_evidence};
use crate::dossier::{CircumstanceKind, Citation, Dossier, Source};
use crate::forecast::Forecasts;
use crate::note::{Message, Notes, Value};
use crate::question::Question;
use crate::shortlist::{Shortlist, ShortlistError};

/// The declared part of an assessment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgendaSection {
    /// The dossier's name: of one that ships, or of its file.
    pub name: String,
    /// Its title.
    pub title: String,
    /// The note on the shortlist.
    pub shortlist_notes: Vec<usize>,
    /// The note on the claims.
    pub claim_notes: Vec<usize>,
    /// The note on constraints, circumstances and acts.
    pub declared_notes: Vec<usize>,
    /// Agenda items in the order in which they could move; empty where none was on the agenda by the
    /// date.
    pub shortlist: Option<Shortlist>,
    /// What sources claim, tested.
    pub claims: Vec<ClaimRow>,
    /// What stands in the way at home, or helps.
    pub constraints: Vec<ToldConstraint>,
    /// Risks, opportunities and precedents.
    pub circumstances: Vec<ToldCircumstance>,
    /// Goodwill and unfriendly acts, the latest first.
    pub acts: Vec<ToldAct>,
    /// The sources that could be read on the date.
    pub sources: Vec<Source>,
}

/// A domestic constraint in force.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldConstraint {
    /// Its id in the dossier.
    pub id: String,
    /// On whose side.
    pub party: Ccode,
    /// Who.
    pub actor: String,
    /// By what means.
    pub instrument: String,
    /// From −2, strongly against, to 2, strongly for.
    pub stance: f64,
    /// Whether nothing passes without this actor.
    pub veto: bool,
    /// Ids of the agenda items that it bears on; empty for all of them.
    pub items: Vec<String>,
    /// What a reader must know.
    pub note: Option<String>,
    /// Where it is from.
    pub sources: Vec<String>,
}

/// A risk, an opportunity or a precedent.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldCircumstance {
    /// Its id in the dossier.
    pub id: String,
    /// What it is.
    pub kind: CircumstanceKind,
    /// On whose side; empty where on both or neither.
    pub party: Option<Ccode>,
    /// In a sentence.
    pub text: String,
    /// Ids of the agenda items that it bears on; empty for all of them.
    pub items: Vec<String>,
    /// From this day.
    pub from: Date,
    /// To this day.
    pub until: Option<Date>,
    /// Whose judgement it is.
    pub sources: Vec<String>,
}

/// A goodwill or an unfriendly act.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ToldAct {
    /// The day.
    pub date: Date,
    /// Whose act.
    pub party: Ccode,
    /// From −1, most unfriendly, to 1, most friendly.
    pub weight: f64,
    /// What was done, in a sentence.
    pub text: String,
    /// Where it is from.
    pub sources: Vec<String>,
}

/// What is worked out from a dossier: apart from the section that tells it, because it takes long and can
/// be worked out beside other sections.
pub(crate) struct Findings {
    shortlist: Option<Shortlist>,
    claims: Vec<ClaimRow>,
}

impl Findings {
    /// `estimates` and `forecasts` as for [`claims`] and [`Shortlist::of`].
    pub(crate) fn of<'e>(
        question: &Question<'_>,
        dossier: &Dossier,
        estimates: Option<&Estimates>,
        forecasts: Option<&Forecasts<'e>>,
        as_of: &AsOf<'e>,
    ) -> Result<Self, ShortlistError> {
        let (horizon, weights) = (question.horizon, question.weights);
        let (shortlist, claims) = rayon::join(
            || Shortlist::of(dossier, horizon, weights, forecasts, as_of),
            || claims(dossier, estimates, as_of),
        );
        let shortlist = match shortlist {
            Ok(found) => Some(found),
            Err(ShortlistError::NoItem(_)) => None,
            Err(other) => return Err(other),
        };
        Ok(Findings {
            shortlist,
            claims: claims?,
        })
    }
}

impl AgendaSection {
    pub(crate) fn of(
        (name, dossier): (&str, &Dossier),
        findings: Findings,
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let known = dossier.as_of(as_of.date());
        let Findings { shortlist, claims } = findings;
        let numbers = Numbers::add(&known, shortlist.as_ref(), &claims, as_of, notes)?;
        let cited = |citations: &[Citation]| citations.iter().map(|c| known.cite(c)).collect();
        let mut acts: Vec<ToldAct> = (known.acts.iter())
            .map(|a| ToldAct {
                date: a.date,
                party: a.party,
                weight: a.weight,
                text: a.text.clone(),
                sources: cited(&a.sources),
            })
            .collect();
        acts.sort_by_key(|a| std::cmp::Reverse(a.date));
        Ok(AgendaSection {
            name: name.to_owned(),
            title: known.title.clone(),
            shortlist_notes: numbers.shortlist,
            claim_notes: numbers.claims,
            declared_notes: numbers.declared,
            shortlist,
            claims,
            constraints: (known.constraints.iter())
                .map(|c| ToldConstraint {
                    id: c.id.clone(),
                    party: c.party,
                    actor: c.actor.clone(),
                    instrument: c.instrument.clone(),
                    stance: c.stance,
                    veto: c.veto,
                    items: c.items.clone(),
                    note: c.note.clone(),
                    sources: cited(&c.sources),
                })
                .collect(),
            circumstances: (known.circumstances.iter())
                .map(|c| ToldCircumstance {
                    id: c.id.clone(),
                    kind: c.kind,
                    party: c.party,
                    text: c.text.clone(),
                    items: c.items.clone(),
                    from: c.from,
                    until: c.until,
                    sources: cited(&c.sources),
                })
                .collect(),
            acts,
            sources: known.sources.clone(),
        })
    }

    /// The tables behind the claims.
    pub(crate) fn evidence(&self, as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
        claims_evidence(&self.claims, as_of)
    }
}

/// The notes of the section.
struct Numbers {
    shortlist: Vec<usize>,
    claims: Vec<usize>,
    declared: Vec<usize>,
}

impl Numbers {
    fn add(
        dossier: &Dossier,
        shortlist: Option<&Shortlist>,
        claims: &[ClaimRow],
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let title = &dossier.title;
        let of_shortlist = shortlist.map(|found| {
            let number = notes.add(
                &[
                    TableId::Vote,
                    TableId::RollCall,
                    TableId::Contact,
                    TableId::Population,
                    TableId::AsylumApplication,
                    TableId::EventCount,
                    TableId::Leader,
                    TableId::OfficeHolder,
                    TableId::Election,
                    TableId::ElectionNotice,
                ],
                format!("{} agenda items of the dossier “{title}”, looking ahead to {}", found.rows.len(), found.until.strftime("%-d %B %Y")),
                format!("five criteria from 0 to 1, each drawn from what is known of it: coincidence of votes and declared positions, the lesser party's stake, the likeliest carrier's probability, the window, the room that veto players leave; ranked over {},{:03} draws of criteria and of weights, uniform over all weights that are not excluded (SMAA-2, Lahdelma and Salminen 2001)", found.draws / 1000, found.draws % 1000),
                "stances, priorities and acts are the dossier's reading of its sources, and acceptance at home with them decides most of the order. An item of which little is known is drawn from anything, so its rank is broad rather than low.",
            );
            notes.last_is(
                Message::new("note-shortlist")
                    .with_word("title", title)
                    .with("items", Value::Count(count(found.rows.len())))
                    .with("until", Value::Day(found.until))
                    .with("draws", Value::Count(count(found.draws))),
            );
            number
        });
        let of_claims = (!claims.is_empty()).then(|| claims_evidence(claims, as_of));
        let of_claims = match of_claims {
            Some(used) => {
                let tables: Vec<TableId> = used?.iter().map(|t| t.table).collect();
                let number = notes.add(
                    &tables,
                    format!("{} claims in the sources of the dossier “{title}” published by the date", claims.len()),
                    "each claim is put to tests that the dossier declares; it holds if all of them do, and is mixed if some do or one is too close to tell",
                    "a claim is its author's. The verdict is on the test, and a test can be narrower than the sentence.",
                );
                notes.last_is(
                    Message::new("note-claims")
                        .with_word("title", title)
                        .with("claims", Value::Count(count(claims.len()))),
                );
                vec![number]
            }
            None => Vec::new(),
        };
        let declared = notes.add(
            &[],
            format!("what the dossier “{title}” declares and could be read on the date"),
            "",
            "stances and weights are the dossier's reading of its sources, which stand beside each entry.",
        );
        notes.last_is(Message::new("note-declared").with_word("title", title));
        Ok(Numbers {
            shortlist: of_shortlist.into_iter().collect(),
            claims: of_claims,
            declared: vec![declared],
        })
    }
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}
