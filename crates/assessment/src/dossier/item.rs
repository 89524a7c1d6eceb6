//! Agenda items as a dossier declares them.

use entente_evidence::Issue;
use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use super::Citation;

/// How far an agenda item reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// Between the parties.
    Bilateral,
    /// In their region.
    Regional,
    /// In the world.
    Global,
}

/// Something that a consultation of the parties could take up.
#[derive(Clone, Debug, PartialEq)]
pub struct AgendaItem {
    /// A short name without blanks, unique in the dossier.
    pub id: String,
    /// In a few words.
    pub name: String,
    /// In a sentence or two.
    pub description: String,
    /// How far it reaches.
    pub reach: Reach,
    /// From this day it has been on the agenda.
    pub from: Date,
    /// To this day.
    pub until: Option<Date>,
    /// Bodies in which it is dealt with, by their ids.
    pub fora: Vec<String>,
    /// What can carry it.
    pub carriers: Vec<Carrier>,
    /// How evidence speaks to it.
    pub indicators: Vec<Indicator>,
    /// How high parties have said that they put it.
    pub priorities: Vec<Priority>,
    /// Where parties have said that they stand.
    pub positions: Vec<StatedPosition>,
    /// What doing it would mean first, if it was agreed.
    pub next_step: Option<String>,
    /// Where it is from.
    pub sources: Vec<Citation>,
}

/// What can carry an agenda item.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carrier {
    /// A mechanism of the dossier, by its id.
    Mechanism(String),
    /// Summits of a series: G20, G7, APEC, BRICS, SOA for the Summit of the Americas, IBERO, EU-CELAC or
    /// CHOGM.
    Summit(String),
    /// The General Assembly.
    Assembly,
    /// The Security Council.
    Council,
    /// A body in which it can be taken up at any time, by its id.
    Body(String),
    /// A meeting of the parties' leaders, whatever for.
    Leaders,
    /// A meeting of their ministers, whatever for.
    Ministers,
}

impl Carrier {
    /// Its short name, as declared.
    pub fn id(&self) -> &str {
        match self {
            Carrier::Mechanism(id) | Carrier::Summit(id) | Carrier::Body(id) => id,
            Carrier::Assembly => "UNGA",
            Carrier::Council => "UNSC",
            Carrier::Leaders => "leader-contact",
            Carrier::Ministers => "minister-contact",
        }
    }
}

/// How evidence speaks to an agenda item.
#[derive(Clone, Debug, PartialEq)]
pub enum Indicator {
    /// Roll calls: those coded with one of the issues, and those with one of the symbols or with one
    /// of the phrases in title or description.
    Votes {
        /// Coded issues.
        issues: Vec<Issue>,
        /// Resolution symbols, written as the record writes them or as the United Nations do.
        symbols: Vec<String>,
        /// Phrases, whatever their case.
        titles: Vec<String>,
    },
    /// Asylum applications of persons from some states, lodged with each party.
    Applications {
        /// Where the applicants come from.
        origins: Vec<Ccode>,
    },
    /// Refugees and others of concern from some states, with each party at the end of the year.
    Refugees {
        /// Where they come from.
        origins: Vec<Ccode>,
    },
    /// Coded events of each party with other states, as a share of all its events.
    Events {
        /// The others; the other parties where none is named.
        with: Vec<Ccode>,
    },
    /// Visits and travels of each party's leaders and ministers with other states.
    Contacts {
        /// The others.
        with: Vec<Ccode>,
    },
}

/// How high a party has said that it puts an agenda item.
#[derive(Clone, Debug, PartialEq)]
pub struct Priority {
    /// The party.
    pub party: Ccode,
    /// 0 none, 1 low, 2 middling, 3 high, 4 among the first.
    pub level: u8,
    /// What it said or did, in short.
    pub words: String,
    /// From this day.
    pub from: Date,
    /// To this day.
    pub until: Option<Date>,
    /// Who said it, where.
    pub sources: Vec<Citation>,
}

/// Where a party has said that it stands on an agenda item.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedPosition {
    /// The party.
    pub party: Ccode,
    /// From −2, strongly against, to 2, strongly for.
    pub stance: f64,
    /// What it said or did, in short.
    pub words: String,
    /// From this day.
    pub from: Date,
    /// To this day.
    pub until: Option<Date>,
    /// Who said it, where.
    pub sources: Vec<Citation>,
}

impl Reach {
    pub(super) const WORDS: [(&'static str, Reach); 3] = [
        ("bilateral", Reach::Bilateral),
        ("regional", Reach::Regional),
        ("global", Reach::Global),
    ];

    /// Its name.
    pub fn as_str(self) -> &'static str {
        match self {
            Reach::Bilateral => "bilateral",
            Reach::Regional => "regional",
            Reach::Global => "global",
        }
    }
}
