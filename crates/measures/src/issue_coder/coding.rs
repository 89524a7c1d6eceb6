//! Ruling on the issues of roll calls, by namesake or by words.

use std::collections::{BTreeMap, BTreeSet};

use entente_evidence::Issue;

use super::believed::{has, is_coded, is_emergency_on_the_middle_east};
use super::fits::{Fits, opening};
use super::material::Material;
use super::record::Described;

/// At this probability or above, a roll call is on the issue.
const MORE_LIKELY_THAN_NOT: f64 = 0.5;

/// What a ruling rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// The latest roll call of an earlier day under the same title, on whose code of the issue one can rely.
    Series {
        /// Its number.
        like: u32,
    },
    /// The words of its title and agenda item, its committee and its subjects.
    Words,
    /// It is of the tenth emergency special session, which is on the Middle East.
    EmergencySession,
}

/// Whether a roll call is on one issue, by rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ruling {
    /// The issue.
    pub issue: Issue,
    /// Whether the roll call is on it.
    pub holds: bool,
    /// What that rests on.
    pub basis: Basis,
    /// The probability that it is on it, 0 to 1; only words give one.
    pub probability: Option<f64>,
}

/// The rulings on one roll call.
#[derive(Clone, Debug, PartialEq)]
pub struct Coded {
    /// The roll call.
    pub rcid: u32,
    /// One ruling for every issue on which no published code is believed and something can be said, in the order of
    /// [`Issue::ALL`].
    pub rulings: Vec<Ruling>,
}

impl Coded {
    /// The issues that it is on by rule, as the bits of [`Issue::bit`].
    pub fn issues(&self) -> u8 {
        let held = self.rulings.iter().filter(|r| r.holds);
        held.fold(0, |bits, r| bits | r.issue.bit())
    }

    /// The issues on which there is a ruling, for or against, as the bits of [`Issue::bit`].
    pub fn ruled(&self) -> u8 {
        self.rulings.iter().fold(0, |bits, r| bits | r.issue.bit())
    }
}

/// Rules on whatever is not coded by the publisher, or not so that it can be believed ([`super::believed()`]).
///
/// The record holds each roll call once, in any order; the result lies in the order of days and numbers and leaves
/// out roll calls without a ruling. A ruling on a roll call of a day rests on codes of earlier days only: taking
/// away or altering roll calls of that day and after, itself apart, changes nothing.
///
/// There is no ruling where neither a namesake nor ten roll calls with the issue and ten without it were coded
/// before, or where the roll call has no known word.
pub fn code(record: &[Described<'_>]) -> Vec<Coded> {
    let material = Material::of(record);
    let missing = asked(&material, |r, issue| !is_coded(r, issue));
    let mut coded: BTreeMap<usize, Vec<Ruling>> = BTreeMap::new();
    for (place, ruling) in rule(&material, &missing) {
        coded.entry(place).or_default().push(ruling);
    }
    coded
        .into_iter()
        .map(|(place, rulings)| Coded {
            rcid: material.roll_calls[place].rcid,
            rulings,
        })
        .collect()
}

/// Places of roll calls and issues that are asked for, in order.
pub(super) fn asked(
    material: &Material<'_>,
    wanted: impl Fn(&Described<'_>, Issue) -> bool,
) -> Vec<(usize, Issue)> {
    let mut asked = Vec::new();
    for (place, roll_call) in material.roll_calls.iter().enumerate() {
        let of_it = Issue::ALL.iter().copied();
        asked.extend(of_it.filter(|i| wanted(roll_call, *i)).map(|i| (place, i)));
    }
    asked
}

/// Rules on what is asked, in the order of asking; what nothing can be said of is left out.
pub(super) fn rule(material: &Material<'_>, asked: &[(usize, Issue)]) -> Vec<(usize, Ruling)> {
    let at_hand: Vec<Option<Ruling>> = asked
        .iter()
        .map(|&(place, issue)| without_words(material, &material.roll_calls[place], issue))
        .collect();
    let pairs = || asked.iter().zip(&at_hand);
    let left = pairs().filter(|(_, ruling)| ruling.is_none());
    let needed: BTreeSet<_> = left
        .map(|(&(place, issue), _)| (opening(material.roll_calls[place].date), issue))
        .collect();
    let fits = Fits::learn(material, needed);
    pairs()
        .filter_map(|(&(place, issue), ruling)| {
            let ruling = ruling.or_else(|| by_words(material, &fits, place, issue))?;
            Some((place, ruling))
        })
        .collect()
}

fn without_words(
    material: &Material<'_>,
    roll_call: &Described<'_>,
    issue: Issue,
) -> Option<Ruling> {
    let certain = |holds, basis| Ruling {
        issue,
        holds,
        basis,
        probability: None,
    };
    if issue == Issue::MiddleEast && is_emergency_on_the_middle_east(roll_call) {
        return Some(certain(true, Basis::EmergencySession));
    }
    let namesake = material.series.latest(roll_call, issue)?;
    let like = namesake.rcid;
    Some(certain(has(namesake, issue), Basis::Series { like }))
}

fn by_words(
    material: &Material<'_>,
    fits: &Fits<'_>,
    place: usize,
    issue: Issue,
) -> Option<Ruling> {
    let day = material.roll_calls[place].date;
    let probability = fits.probability(day, issue, &material.features[place])?;
    Some(Ruling {
        issue,
        holds: probability >= MORE_LIKELY_THAN_NOT,
        basis: Basis::Words,
        probability: Some(probability),
    })
}
