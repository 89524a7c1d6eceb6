//! Agenda items.

use entente_evidence::Issue;
use entente_states::memberships::body;
use entente_states::summits::summits;
use schemars::JsonSchema;
use serde::Deserialize;

use super::super::told::{Day, Told, each, one_of, spell, state, suggestion, within, words};
use super::super::{AgendaItem, Carrier, DossierError, Indicator, Priority, Reach, StatedPosition};
use super::known::Known;

pub(super) const ISSUES: [(&str, Issue); 6] = [
    ("me", Issue::MiddleEast),
    ("nu", Issue::Nuclear),
    ("di", Issue::Disarmament),
    ("hr", Issue::HumanRights),
    ("co", Issue::Colonialism),
    ("ec", Issue::Economic),
];

/// Bodies that have summits and councils that sit all year: they can take a matter up on any day.
const SITTING: [&str; 3] = ["NATO", "AU", "ASEAN"];

/// Something that a consultation of the parties could take up.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredItem {
    /// A short name without blanks.
    id: Told<String>,
    /// In a few words.
    name: Told<String>,
    /// In a sentence or two.
    description: Told<String>,
    /// How far it reaches: bilateral, regional or global.
    level: Told<String>,
    /// From this day it has been on the agenda.
    from: Day,
    /// To this day.
    until: Option<Day>,
    /// Ids of bodies in which it is dealt with: UN, OAS, G20, APEC…
    #[serde(default)]
    fora: Vec<Told<String>>,
    /// What can carry it: ids of mechanisms, G20, G7, APEC, BRICS, SOA, IBERO, EU-CELAC, CHOGM for their
    /// summits, UNGA, UNSC, ids of bodies, leader-contact and minister-contact for a meeting of the
    /// parties' own.
    #[serde(default)]
    carriers: Vec<Told<String>>,
    /// How evidence speaks to it.
    #[serde(default)]
    indicators: Vec<DeclaredIndicator>,
    /// How high parties have said that they put it.
    #[serde(default)]
    priority: Vec<DeclaredPriority>,
    /// Where parties have said that they stand.
    #[serde(default)]
    position: Vec<DeclaredPosition>,
    /// What doing it would mean first.
    next_step: Option<String>,
    /// Ids of sources, with the place in them: "id" or "id: place".
    sources: Told<Vec<Told<String>>>,
}

/// One way in which evidence speaks to an agenda item.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum DeclaredIndicator {
    /// Roll calls with one of the coded issues, or one of the symbols, or one of the phrases.
    Votes(DeclaredVotes),
    /// Asylum applications of persons from some states, lodged with each party.
    Applications(DeclaredOrigins),
    /// Refugees and others of concern from some states, staying with each party.
    Refugees(DeclaredOrigins),
    /// Coded events of each party with other states.
    Events(DeclaredOthers),
    /// Visits and travels of each party's leaders and ministers.
    Contacts(DeclaredOthers),
}

/// Which roll calls.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeclaredVotes {
    /// Coded issues: me, nu, di, hr, co, ec.
    #[serde(default)]
    issues: Vec<Told<String>>,
    /// Resolution symbols, as A/RES/73/195.
    #[serde(default)]
    symbols: Vec<Told<String>>,
    /// Phrases of the title or description.
    #[serde(default)]
    titles: Vec<Told<String>>,
}

/// Where persons come from.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeclaredOrigins {
    /// States.
    origins: Told<Vec<Told<String>>>,
}

/// With whom.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeclaredOthers {
    /// States; the other parties where none is named.
    #[serde(default)]
    with: Vec<Told<String>>,
}

/// How high a party has said that it puts an agenda item.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeclaredPriority {
    /// The party.
    party: Told<String>,
    /// 0 none, 1 low, 2 middling, 3 high, 4 among the first.
    level: Told<f64>,
    /// What it said or did, in short.
    words: Told<String>,
    /// From this day.
    from: Day,
    /// To this day.
    until: Option<Day>,
    /// Ids of sources, with the place in them.
    sources: Told<Vec<Told<String>>>,
}

/// Where a party has said that it stands.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeclaredPosition {
    /// The party.
    party: Told<String>,
    /// From -2, strongly against, to 2, strongly for.
    stance: Told<f64>,
    /// What it said or did, in short.
    words: Told<String>,
    /// From this day.
    from: Day,
    /// To this day.
    until: Option<Day>,
    /// Ids of sources, with the place in them.
    sources: Told<Vec<Told<String>>>,
}

impl DeclaredItem {
    pub(super) fn item(self, known: &mut Known) -> Result<AgendaItem, DossierError> {
        let id = known.new_id("item", &self.id)?;
        known.items.push(id.clone());
        let (from, until) = spell(&self.from, self.until.as_ref())?;
        Ok(AgendaItem {
            id,
            name: words(self.name)?,
            description: words(self.description)?,
            reach: one_of(&self.level, "level", &Reach::WORDS)?,
            from,
            until,
            fora: each(self.fora, |told| forum(&told))?,
            carriers: each(self.carriers, |told| carrier(&told, known))?,
            indicators: each(self.indicators, DeclaredIndicator::indicator)?,
            priorities: each(self.priority, |p| p.priority(known))?,
            positions: each(self.position, |p| p.position(known))?,
            next_step: self.next_step,
            sources: known.sources(&self.sources)?,
        })
    }
}

fn forum(told: &Told<String>) -> Result<String, DossierError> {
    match body(told.get()) {
        Some(body) => Ok(body.id.clone()),
        None => Err(told
            .fault(format!("{:?} is no body", told.get()))
            .hint(suggestion(told.get(), &body_ids()))),
    }
}

fn body_ids() -> Vec<&'static str> {
    entente_states::memberships::bodies()
        .iter()
        .map(|b| b.id.as_str())
        .collect()
}

fn carrier(told: &Told<String>, known: &Known) -> Result<Carrier, DossierError> {
    let name = told.get();
    if known.mechanisms.contains(name) {
        return Ok(Carrier::Mechanism(name.clone()));
    }
    match name.as_str() {
        "UNGA" => Ok(Carrier::Assembly),
        "UNSC" => Ok(Carrier::Council),
        "leader-contact" => Ok(Carrier::Leaders),
        "minister-contact" => Ok(Carrier::Ministers),
        _ if SITTING.contains(&name.as_str()) => Ok(Carrier::Body(name.clone())),
        _ if summits().iter().any(|s| s.series == *name) => Ok(Carrier::Summit(name.clone())),
        _ if body(name).is_some() => Ok(Carrier::Body(name.clone())),
        _ => {
            let mut names: Vec<&str> = known.mechanisms.iter().map(String::as_str).collect();
            names.extend(["UNGA", "UNSC", "leader-contact", "minister-contact"]);
            names.extend(["SOA", "IBERO", "EU-CELAC", "CHOGM"]);
            names.extend(body_ids());
            Err(told
                .fault(format!("{name:?} is no mechanism, summit or body"))
                .hint(suggestion(name, &names)))
        }
    }
}

impl DeclaredIndicator {
    fn indicator(self) -> Result<Indicator, DossierError> {
        match self {
            DeclaredIndicator::Votes(votes) => votes.indicator(),
            DeclaredIndicator::Applications(from) => Ok(Indicator::Applications {
                origins: from.states()?,
            }),
            DeclaredIndicator::Refugees(from) => Ok(Indicator::Refugees {
                origins: from.states()?,
            }),
            DeclaredIndicator::Events(others) => Ok(Indicator::Events {
                with: each(others.with, |s| state(&s))?,
            }),
            DeclaredIndicator::Contacts(others) => Ok(Indicator::Contacts {
                with: each(others.with, |s| state(&s))?,
            }),
        }
    }
}

impl DeclaredVotes {
    fn indicator(self) -> Result<Indicator, DossierError> {
        Ok(Indicator::Votes {
            issues: each(self.issues, |code| one_of(&code, "coded issue", &ISSUES))?,
            symbols: each(self.symbols, words)?,
            titles: each(self.titles, words)?,
        })
    }
}

impl DeclaredOrigins {
    fn states(self) -> Result<Vec<entente_states::Ccode>, DossierError> {
        match self.origins.get().is_empty() {
            true => Err(self.origins.fault("no state named")),
            false => each(self.origins.into_inner(), |s| state(&s)),
        }
    }
}

impl DeclaredPriority {
    fn priority(self, known: &Known) -> Result<Priority, DossierError> {
        let (from, until) = spell(&self.from, self.until.as_ref())?;
        let level = within(&self.level, (0.0, 4.0), "priority")?;
        if level.fract() != 0.0 {
            return Err((self.level.fault(format!("{level} is no priority")))
                .hint("a whole number from 0 to 4"));
        }
        Ok(Priority {
            party: known.party(&self.party)?,
            level: level as u8,
            words: words(self.words)?,
            from,
            until,
            sources: known.sources(&self.sources)?,
        })
    }
}

impl DeclaredPosition {
    fn position(self, known: &Known) -> Result<StatedPosition, DossierError> {
        let (from, until) = spell(&self.from, self.until.as_ref())?;
        Ok(StatedPosition {
            party: known.party(&self.party)?,
            stance: within(&self.stance, (-2.0, 2.0), "stance")?,
            words: words(self.words)?,
            from,
            until,
            sources: known.sources(&self.sources)?,
        })
    }
}
