//! One row: one pair, one year, every measure under a name of its own.

use entente_measures::interdependence::Directed;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::asylum::AsylumTie;
use super::events::EventTie;
use super::hosted::HostedTie;
use super::organisations::OrganisationTie;
use super::pacts::PactTie;
use super::place::PlaceTie;
use super::power::PowerTie;
use crate::parties::Pair;

/// Every measure of one pair in one year. Written, it is flat: `docs/src/methods/interdependence.md`
/// lists the fields.
#[derive(Clone, Debug, PartialEq)]
pub struct TiesRow {
    /// The pair.
    pub pair: Pair,
    /// The year.
    pub year: u16,
    /// Capabilities.
    pub power: PowerTie,
    /// Asylum applications of the second state's people in the first, then the other way.
    pub asylum: [AsylumTie; 2],
    /// Whom the two host.
    pub hosted: HostedTie,
    /// Joint memberships.
    pub organisations: OrganisationTie,
    /// What the first state is bound to, then what the second is.
    pub pacts: [Option<PactTie>; 2],
    /// Where they lie.
    pub place: PlaceTie,
    /// Events.
    pub events: EventTie,
    /// What the row lacks, and why, in words.
    pub missing: Vec<String>,
}

impl Serialize for TiesRow {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ccode1", &self.pair.ccode1)?;
        map.serialize_entry("iso3_1", &self.pair.iso3_1)?;
        map.serialize_entry("ccode2", &self.pair.ccode2)?;
        map.serialize_entry("iso3_2", &self.pair.iso3_2)?;
        map.serialize_entry("year", &self.year)?;
        map.serialize_entry("cinc_1", &self.power.cinc_1)?;
        map.serialize_entry("cinc_2", &self.power.cinc_2)?;
        map.serialize_entry("cinc_ratio", &self.power.ratio)?;
        map.serialize_entry("cinc_asymmetry", &self.power.asymmetry)?;
        for (tie, (origin, host)) in self.asylum.iter().zip([(2, 1), (1, 2)]) {
            asylum(&mut map, tie, origin, host)?;
        }
        hosted(&mut map, &self.hosted)?;
        let joint = &self.organisations;
        map.serialize_entry("joint_igos", &joint.joint)?;
        map.serialize_entry("joint_igos_rank_1", &joint.rank_for_1)?;
        map.serialize_entry("joint_igos_partners_1", &joint.partners_of_1)?;
        map.serialize_entry("joint_igos_rank_2", &joint.rank_for_2)?;
        map.serialize_entry("joint_igos_partners_2", &joint.partners_of_2)?;
        for (pact, way) in self.pacts.iter().zip(["1_to_2", "2_to_1"]) {
            for (kind, _) in PactTie::default().named() {
                let bound = pact.map(|p| p.named().into_iter().any(|(k, is)| k == kind && is));
                map.serialize_entry(&format!("{kind}_{way}"), &bound)?;
            }
        }
        map.serialize_entry("contiguity", &self.place.contiguity)?;
        map.serialize_entry("distance_km", &self.place.distance_km)?;
        events(&mut map, self.events.from_1.as_ref(), 1, 2)?;
        events(&mut map, self.events.from_2.as_ref(), 2, 1)?;
        map.serialize_entry("events_asymmetry", &self.events.asymmetry)?;
        map.serialize_entry("missing", &self.missing)?;
        map.end()
    }
}

fn asylum<M: SerializeMap>(
    map: &mut M,
    tie: &AsylumTie,
    origin: u8,
    host: u8,
) -> Result<(), M::Error> {
    let name = format!("asylum_from_{origin}_in_{host}");
    map.serialize_entry(&name, &tie.applications)?;
    map.serialize_entry(&format!("{name}_cases"), &tie.cases)?;
    map.serialize_entry(&format!("asylum_in_{host}"), &tie.host_total)?;
    map.serialize_entry(&format!("asylum_of_{origin}"), &tie.origin_total)?;
    let share = |of: u8| format!("asylum_from_{origin}_in_{host}_share_of_{of}");
    map.serialize_entry(&share(host), &tie.share_of_host)?;
    map.serialize_entry(&share(origin), &tie.share_of_origin)
}

fn hosted<M: SerializeMap>(map: &mut M, tie: &HostedTie) -> Result<(), M::Error> {
    map.serialize_entry("hosted_from_2_in_1", &tie.from_2_in_1)?;
    map.serialize_entry("hosted_from_1_in_2", &tie.from_1_in_2)?;
    map.serialize_entry("through_in_1", &tie.third_in_1)?;
    map.serialize_entry("through_in_2", &tie.third_in_2)?;
    map.serialize_entry("through_origins", &tie.origins)?;
    map.serialize_entry("through_shared", &tie.shared)?;
    map.serialize_entry("through_share_of_1", &tie.share_of_1)?;
    map.serialize_entry("through_share_of_2", &tie.share_of_2)?;
    map.serialize_entry("through_top", &tie.top)
}

fn events<M: SerializeMap>(
    map: &mut M,
    directed: Option<&Directed>,
    from: u8,
    to: u8,
) -> Result<(), M::Error> {
    map.serialize_entry(
        &format!("events_of_{from}"),
        &directed.map(|d| d.source_total),
    )?;
    let name = format!("events_{from}_to_{to}");
    map.serialize_entry(&name, &directed.map(|d| d.counts.total()))?;
    let attention = directed.and_then(Directed::attention);
    map.serialize_entry(&format!("{name}_share_of_{from}"), &attention)?;
    let classes = Directed::of(Default::default(), 0).counts.named();
    for (i, (class, _)) in classes.into_iter().enumerate() {
        let name = format!("{class}_{from}_to_{to}");
        map.serialize_entry(&name, &directed.map(|d| d.counts.named()[i].1))?;
        let of_source = directed.and_then(|d| d.of_source.named()[i].1);
        map.serialize_entry(&format!("{name}_share_of_{from}"), &of_source)?;
        let of_pair = directed.and_then(|d| d.of_pair.named()[i].1);
        map.serialize_entry(&format!("{name}_share_of_pair"), &of_pair)?;
    }
    Ok(())
}
