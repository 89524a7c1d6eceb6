//! Both sides of small dossiers, worked by hand, on the evidence that ships.

mod aims;
mod parties;
mod response;
mod risk;
mod votes;

use std::sync::LazyLock;

use entente_evidence::Evidence;
use entente_measures::VotePlanes;
use entente_states::Ccode;
use jiff::civil::{Date, date};

use super::*;
use crate::agenda::{AgendaSection, Findings};
use crate::coincidence::CoincidenceSection;
use crate::contacts::ContactSection;
use crate::dossier::Dossier;
use crate::governments::GovernmentSection;
use crate::outlook::{OutlookSection, PairOutlook};
use crate::parties::pairs;
use crate::question::Question;
use crate::windows::WindowsSection;

const DAY: Date = date(2021, 2, 1);
const USA: Ccode = Ccode(2);
const MEXICO: Ccode = Ccode(70);
const CANADA: Ccode = Ccode(20);

static EVIDENCE: LazyLock<Evidence> = LazyLock::new(|| Evidence::embedded().unwrap());

/// Both sides' parts of what a dossier declares, without fits: nothing here needs a forecast.
fn sides(dossier: Option<&Dossier>, states: &[&str], outlook: &[PairOutlook]) -> Vec<SideSection> {
    let as_of = EVIDENCE.as_of(DAY);
    let names: Vec<String> = states.iter().map(|s| (*s).to_owned()).collect();
    let parties = Party::resolve(&names, DAY).unwrap();
    let pairs = pairs(&parties);
    let mut notes = Notes::default();
    let calls = as_of.roll_calls().unwrap();
    let planes = VotePlanes::new(as_of.votes().unwrap(), calls);
    let question = Question::about(&names);
    let agenda = dossier.map(|d| {
        let findings = Findings::of(&question, d, None, None, &as_of).unwrap();
        AgendaSection::of(("tests", d), findings, &as_of, &mut notes).unwrap()
    });
    let known = dossier.map(|d| d.as_of(DAY));
    let coincidence = CoincidenceSection::of(&pairs, &planes, &as_of, &mut notes).unwrap();
    let contacts = ContactSection::of(&pairs, &as_of, &mut notes).unwrap();
    let governments = GovernmentSection::of(&parties, &as_of, &mut notes).unwrap();
    let mut empty = OutlookSection::of(&pairs, None, None, &mut notes).unwrap();
    empty.pairs = outlook.to_vec();
    let windows = WindowsSection::of(&parties, dossier, &as_of, &mut notes).unwrap();
    let side = |party: &Party| {
        let desk = Desk {
            date: DAY,
            party: party.ccode,
            parties: &parties,
            dossier: known.as_ref(),
            agenda: agenda.as_ref(),
            calls,
            planes: &planes,
            coincidence: &coincidence,
            contacts: &contacts,
            governments: &governments,
            outlook: &empty,
            windows: &windows,
        };
        SideSection::of(party, &desk, &mut Notes::default())
    };
    parties.iter().map(side).collect()
}

/// An item: its id, each party's stance and priority, and further lines.
type Declared<'d> = (&'d str, &'d [(&'d str, Option<f64>, Option<u8>)], &'d str);

/// A dossier of some items, each with positions and priorities `(party, stance, level)`.
fn dossier(parties: &str, items: &[Declared<'_>], more: &str) -> Dossier {
    let mut text = format!(
        "title = \"Tests of a side\"\nparties = {parties}\n[[source]]\nid = \"paper\"\ncitation = \"A paper\"\npublished = 2000-01-01\n"
    );
    let rest = "from = 2021-01-25, sources = [\"paper\"]";
    for (id, told, keys) in items {
        let stances: Vec<String> = told
            .iter()
            .filter_map(|(party, stance, _)| {
                Some(format!(
                    "{{ party = \"{party}\", stance = {:.2}, words = \"stands so\", {rest} }}",
                    (*stance)?
                ))
            })
            .collect();
        let levels: Vec<String> = told
            .iter()
            .filter_map(|(party, _, level)| {
                Some(format!(
                    "{{ party = \"{party}\", level = {}, words = \"wants it\", {rest} }}",
                    (*level)?
                ))
            })
            .collect();
        text += &format!(
            "[[item]]\nid = \"{id}\"\nname = \"{id}\"\ndescription = \"{id}.\"\nlevel = \"global\"\nfrom = 2000-01-01\nsources = [\"paper\"]\nposition = [{}]\npriority = [{}]\n{keys}\n",
            stances.join(", "),
            levels.join(", "),
        );
    }
    text += more;
    Dossier::read(&text).unwrap_or_else(|e| panic!("{e}\n{text}"))
}

const TWO: &str = "[\"USA\", \"MEX\"]";

fn constraint(id: &str, party: &str, stance: f64, veto: bool, item: &str) -> String {
    format!(
        "[[constraint]]\nid = \"{id}\"\nparty = \"{party}\"\nactor = \"{id}\"\ninstrument = \"law\"\nstance = {stance:.1}\nveto = {veto}\nitems = [\"{item}\"]\nfrom = 2000-01-01\nsources = [\"paper\"]\n"
    )
}

fn circumstance(id: &str, kind: &str, item: &str, until: &str) -> String {
    format!(
        "[[circumstance]]\nid = \"{id}\"\nkind = \"{kind}\"\ntext = \"{id}.\"\nitems = [\"{item}\"]\nfrom = 2010-01-01\n{until}\nsources = [\"paper\"]\n"
    )
}

fn item<'s>(side: &'s SideSection, id: &str) -> Option<&'s Objective> {
    side.objectives.iter().find(|o| o.item == id)
}
