//! What binds the parties: organisations, alliances, bodies in common, and where they lie.

use std::borrow::Cow;

use entente_evidence::{Alliance, AsOf, Contiguity, Distance, EvidenceError, TableId};
use entente_states::{Ccode, memberships};
use serde::Serialize;

use crate::interdependence::Organisations;
use crate::note::{Message, Notes};
use crate::parties::{Pair, Party};

/// What binds the parties.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TiesSection {
    /// Notes that hold for all of it.
    pub notes: Vec<usize>,
    /// Bodies of which all parties are members on the date.
    pub bodies: Vec<BodyInCommon>,
    /// Pair by pair.
    pub pairs: Vec<PairTies>,
}

/// A body of which all parties are members.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BodyInCommon {
    /// Its short name.
    pub id: String,
    /// Its name in English.
    pub name: String,
    /// Its name in Spanish.
    pub name_es: String,
    /// Its name in French.
    pub name_fr: String,
}

/// What binds one pair.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PairTies {
    /// The pair.
    #[serde(flatten)]
    pub pair: Pair,
    /// The last year on record of joint memberships.
    pub igo_year: Option<u16>,
    /// Intergovernmental organisations of which both are full members in that year.
    pub joint_igos: Option<u16>,
    /// The place of the pair among all of the first state's partners by that count, 1 being the most.
    pub rank_for_1: Option<u32>,
    /// The same for the second state.
    pub rank_for_2: Option<u32>,
    /// The last year that the record of alliances covers, up to the date.
    pub alliance_year: Option<u16>,
    /// Obligations of either to the other in that year; empty if there are none.
    pub alliances: Vec<Obligations>,
    /// Contiguity: 1 land or river, 2-5 across up to 12, 24, 150 or 400 miles of water; empty if none.
    pub contiguity: Option<u8>,
    /// Minimum distance in kilometres in the last year on record; 0 means touching.
    pub distance_km: Option<f64>,
    /// That year.
    pub distance_year: Option<u16>,
}

/// Obligations of one state to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Obligations {
    /// The state that is bound.
    pub from: Ccode,
    /// The state to which it is bound.
    pub to: Ccode,
    /// First year of the present terms.
    pub since: u16,
    /// To what: defence, offence, neutrality, nonaggression, consultation.
    pub kinds: Vec<String>,
}

impl TiesSection {
    pub(crate) fn of(
        parties: &[Party],
        pairs: &[Pair],
        as_of: &AsOf<'_>,
        notes: &mut Notes,
    ) -> Result<Self, EvidenceError> {
        let igo = notes.add(
            &[TableId::JointIgo],
            "the last year on record by the date",
            "number of organisations of which both are full members (COW IGO 3); rank among all partners of each",
            "the record ends in 2014; a later date reads that year.",
        );
        notes.last_is(Message::new("note-igos"));
        let pacts = notes.add(
            &[TableId::Alliance],
            "the last year on record by the date (the record ends in 2018)",
            "obligations in force between the two, in either direction (ATOP 5)",
            "none listed means none in force in that year, within the record.",
        );
        notes.last_is(Message::new("note-pacts"));
        let place = notes.add(
            &[TableId::Contiguity, TableId::Distance],
            "the spells that hold the date, or the last on record (contiguity to 2016, distance to 2019)",
            "direct contiguity and the minimum distance between borders",
            "",
        );
        notes.last_is(Message::new("note-place"));
        let compiled = memberships::bodies().len();
        let bodies_note = notes.add(
            &[],
            format!(
                "{compiled} bodies and agreements whose lists of members are compiled in the program, each from its own public record",
            ),
            "members on the date",
            "where a list gives only the year of entry, membership is read from 1 January of it.",
        );
        notes.last_is(Message::new("note-bodies").with_word("bodies", compiled));
        let codes: Vec<Ccode> = parties.iter().map(|p| p.ccode).collect();
        let bodies = memberships::in_common(&codes, as_of.date())
            .into_iter()
            .map(|body| BodyInCommon {
                id: body.id.clone(),
                name: body.name_en.clone(),
                name_es: body.name_es.clone(),
                name_fr: body.name_fr.clone(),
            })
            .collect();
        let mut ties = Vec::new();
        for pair in pairs {
            ties.push(PairTies::of(pair, as_of)?);
        }
        Ok(TiesSection {
            notes: vec![igo, pacts, place, bodies_note],
            bodies,
            pairs: ties,
        })
    }
}

impl PairTies {
    fn of(pair: &Pair, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let organisations = Organisations::read(pair, as_of)?;
        let igo_year = organisations.last_year();
        let igos = igo_year
            .map(|year| organisations.of_year(pair, year))
            .unwrap_or_default();
        let (alliance_year, mut alliances) = pacts(pair, as_of)?;
        alliances.retain(|row| Some(row.last_year) == alliance_year);
        let contiguity = contiguities(pair, as_of)?
            .filter(|c| c.until.is_none() && c.conttype > 0)
            .map(|c| c.conttype)
            .min();
        let distance = distances(pair, as_of)?.max_by_key(|d| d.last_year);
        Ok(PairTies {
            pair: pair.clone(),
            igo_year,
            joint_igos: igos.joint,
            rank_for_1: igos.rank_for_1,
            rank_for_2: igos.rank_for_2,
            alliance_year,
            alliances: alliances.iter().map(Obligations::of).collect(),
            contiguity,
            distance_km: distance.as_ref().map(|d| d.km),
            distance_year: distance.as_ref().map(|d| d.last_year),
        })
    }
}

/// The last year that the record of alliances covers, and every spell of obligations of either of a
/// pair to the other.
pub(crate) fn pacts(
    pair: &Pair,
    as_of: &AsOf<'_>,
) -> Result<(Option<u16>, Vec<Alliance>), EvidenceError> {
    let mut last = None;
    let mut between = Vec::new();
    for row in as_of.rows::<Alliance>()? {
        last = last.max(Some(row.last_year));
        if pair.holds(row.ccode1) && pair.holds(row.ccode2) {
            between.push(row.into_owned());
        }
    }
    Ok((last, between))
}

/// Spells of contiguity of a pair, in the direction in which it is told.
pub(crate) fn contiguities<'e>(
    pair: &Pair,
    as_of: &AsOf<'e>,
) -> Result<impl Iterator<Item = Cow<'e, Contiguity>>, EvidenceError> {
    let (one, other) = (pair.ccode1, pair.ccode2);
    as_of.select::<Contiguity>(move |c| c.ccode1 == one && c.ccode2 == other)
}

/// Spells of the minimum distance of a pair.
pub(crate) fn distances<'e>(
    pair: &Pair,
    as_of: &AsOf<'e>,
) -> Result<impl Iterator<Item = Cow<'e, Distance>>, EvidenceError> {
    let (one, other) = (pair.ccode1, pair.ccode2);
    as_of.select::<Distance>(move |d| d.ccode1 == one && d.ccode2 == other)
}

impl Obligations {
    fn of(row: &Alliance) -> Self {
        let kinds = [
            (row.defense, "defence"),
            (row.offense, "offence"),
            (row.neutrality, "neutrality"),
            (row.nonaggression, "nonaggression"),
            (row.consultation, "consultation"),
        ];
        Obligations {
            from: row.ccode1,
            to: row.ccode2,
            since: row.first_year,
            kinds: kinds
                .iter()
                .filter(|(is, _)| *is)
                .map(|(_, name)| (*name).to_owned())
                .collect(),
        }
    }
}
