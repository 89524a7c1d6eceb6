use std::sync::LazyLock;

use entente_evidence::Evidence;
use entente_measures::VotePlanes;
use entente_states::Ccode;
use jiff::civil::{Date, date};
use proptest::prelude::*;

use super::*;
use crate::agenda::{AgendaSection, Findings};
use crate::coincidence::CoincidenceSection;
use crate::contacts::ContactSection;
use crate::dossier::Dossier;
use crate::forecast::{Drivers, RecurringItem};
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

#[test]
fn coincidence_of_wants_by_hand() {
    for (one, other, value, expected) in [
        (Some(1.0), Some(0.5), None, Common::Shared),
        (Some(1.0), Some(0.5), Some(0.39), Common::Compatible),
        (Some(1.0), Some(-0.5), Some(0.9), Common::AtOdds),
        (Some(1.0), Some(0.25), Some(0.9), Common::Compatible),
        (Some(1.0), None, None, Common::Unknown),
        (Some(1.0), None, Some(0.6), Common::Shared),
        (None, None, Some(0.5), Common::Compatible),
        (None, Some(2.0), Some(0.39), Common::AtOdds),
    ] {
        assert_eq!(
            Common::of(one, other, value),
            expected,
            "{one:?} {other:?} {value:?}"
        );
    }
}

proptest! {
    /// What is shared, or at odds, is so both ways.
    #[test]
    fn wants_coincide_both_ways(
        a in prop::option::of(-2.0f64..2.0),
        b in prop::option::of(-2.0f64..2.0),
        value in prop::option::of(0.0f64..1.0),
    ) {
        prop_assert_eq!(Common::of(a, b, value), Common::of(b, a, value));
    }
}

/// Mexico puts two items high and is for a third; it is against the fourth, and its veto player rules
/// out the fifth.
#[test]
fn objectives_are_those_of_the_side() {
    let for_it: &[(&str, Option<f64>, Option<u8>)] =
        &[("USA", Some(1.5), None), ("MEX", Some(1.5), None)];
    let dossier = dossier(
        TWO,
        &[
            ("plain", for_it, ""),
            (
                "high",
                &[("USA", Some(1.5), Some(1)), ("MEX", Some(1.5), Some(3))],
                "next_step = \"Do it.\"",
            ),
            (
                "highest",
                &[("USA", Some(1.5), None), ("MEX", None, Some(4))],
                "",
            ),
            (
                "unwanted",
                &[("USA", Some(2.0), Some(4)), ("MEX", Some(-1.0), Some(4))],
                "",
            ),
            (
                "barred",
                &[("USA", Some(2.0), Some(4)), ("MEX", Some(2.0), Some(4))],
                "",
            ),
        ],
        &constraint("court", "MEX", -1.0, true, "barred"),
    );
    let found = sides(Some(&dossier), &["USA", "MEX"], &[]);
    let (us, mexico) = (&found[0], &found[1]);
    let order: Vec<&str> = mexico.objectives.iter().map(|o| o.item.as_str()).collect();
    assert_eq!(order, ["highest", "high", "plain"]);
    let high = item(mexico, "high").unwrap();
    assert_eq!(high.next_step.as_deref(), Some("Do it."));
    assert_eq!(
        high.priority.as_ref().map(|p| (p.party, p.level)),
        Some((MEXICO, 3))
    );
    assert_eq!(high.priority.as_ref().unwrap().sources, ["A paper"]);
    // Five items: places 1 and 2 are the first half.
    for objective in &mexico.objectives {
        assert_eq!(
            objective.aim == Aim::Obtain,
            objective.place <= 2,
            "{objective:?}"
        );
    }
    let avoided: Vec<&str> = mexico.avoided.iter().map(|a| a.item.as_str()).collect();
    assert!(
        avoided.contains(&"barred") && avoided.contains(&"unwanted"),
        "{avoided:?}"
    );
    let barred = mexico.avoided.iter().find(|a| a.item == "barred").unwrap();
    assert_eq!(barred.raised_by, [USA]);
    assert!(
        barred
            .reasons
            .iter()
            .any(|r| matches!(r, AvoidReason::OwnVeto { constraint } if constraint == "court"))
    );
    // For the United States it is not its own veto, but leaves no room either.
    let barred = us.avoided.iter().find(|a| a.item == "barred").unwrap();
    assert!(barred.reasons.iter().all(
        |r| matches!(r, AvoidReason::NoRoom { constraints, .. } if constraints[..] == ["court"])
    ));
}

#[test]
fn both_sides_mirror_each_other() {
    let dossier = dossier(
        TWO,
        &[
            (
                "shared",
                &[("USA", Some(1.5), Some(4)), ("MEX", Some(1.0), Some(3))],
                "",
            ),
            (
                "odds",
                &[("USA", Some(1.5), Some(3)), ("MEX", Some(-0.5), None)],
                "",
            ),
            (
                "silent",
                &[("USA", None, Some(3)), ("MEX", Some(0.5), Some(2))],
                "",
            ),
        ],
        "",
    );
    let found = sides(Some(&dossier), &["USA", "MEX"], &[]);
    let (us, mexico) = (&found[0], &found[1]);
    let theirs = |side: &SideSection| -> Vec<(String, Common)> {
        let objectives = side.theirs[0].objectives.iter();
        objectives.map(|o| (o.item.clone(), o.common)).collect()
    };
    let of_us = theirs(mexico);
    assert_eq!(mexico.theirs[0].party, USA);
    let of = |id: &str| {
        of_us
            .iter()
            .find(|(item, _)| item == id)
            .map(|found| found.1)
    };
    assert_eq!(of_us.len(), 3);
    assert_eq!(of_us[0].0, "shared", "the highest priority first");
    assert_eq!(of("shared"), Some(Common::Shared));
    assert_eq!(of("odds"), Some(Common::AtOdds));
    assert_eq!(of("silent"), Some(Common::Unknown));
    assert_eq!(theirs(us), [("shared".to_owned(), Common::Shared)]);
    // What one side puts high and can raise is what the other expects of it, at the same place.
    for (own, other) in [(us, mexico), (mexico, us)] {
        for objective in own
            .objectives
            .iter()
            .filter(|o| o.priority.as_ref().is_some_and(|p| p.level >= 3))
        {
            let expected = other.theirs[0]
                .objectives
                .iter()
                .find(|t| t.item == objective.item)
                .unwrap();
            assert_eq!(expected.place, objective.place);
            assert_eq!(expected.priority, objective.priority);
        }
    }
    assert_eq!(us.press, mexico.press);
    assert_eq!(us.press.shared, ["shared"]);
}

#[test]
fn responses_by_hand() {
    let with = |stance: Option<f64>| [("USA", stance, None), ("MEX", Some(1.0), Some(4))];
    let more = [
        constraint("lobby", "USA", -1.0, false, "lobbied"),
        constraint("senate", "USA", -0.5, true, "blocked"),
        constraint("court", "USA", 0.5, true, "welcome"),
        constraint("weary", "USA", -0.5, false, "").replace("items = [\"\"]\n", ""),
        circumstance("helps", "opportunity", "welcome", ""),
        circumstance("before", "precedent", "welcome", "until = 2012-11-30"),
        circumstance("earlier", "precedent", "lobbied", ""),
    ]
    .concat();
    let dossier = dossier(
        TWO,
        &[
            ("welcome", &with(Some(1.0)), ""),
            ("lobbied", &with(Some(1.0)), ""),
            ("neither", &with(Some(0.0)), "carriers = [\"UNGA\"]"),
            ("blocked", &with(Some(2.0)), ""),
            ("unknown", &with(None), ""),
            ("spare", &[], ""),
        ],
        &more,
    );
    let mexico = &sides(Some(&dossier), &["USA", "MEX"], &[])[1];
    let response = |id: &str| mexico.responses.iter().find(|r| r.item == id);
    let expected = |id: &str| response(id).map(|r| r.expected);
    // What bears on everything is told once, and colours no single response.
    assert_eq!(mexico.against_everything, ["weary"]);
    assert_eq!(expected("welcome"), Some(Expected::Welcome));
    assert_eq!(expected("lobbied"), Some(Expected::Reserved));
    assert_eq!(expected("unknown"), Some(Expected::Unknown));
    assert_eq!(response("welcome").unwrap().constraints, ["court"]);
    assert_eq!(response("lobbied").unwrap().constraints, ["lobby"]);
    assert_eq!(
        response("welcome").unwrap().answers,
        [Answer::Opportunity {
            circumstance: "helps".into()
        }]
    );
    assert_eq!(
        response("lobbied").unwrap().answers,
        [Answer::Precedent {
            circumstance: "earlier".into()
        }]
    );
    let case = mexico
        .cases
        .iter()
        .find(|c| c.item.as_deref() == Some("welcome"))
        .unwrap();
    let precedent = case
        .arguments
        .iter()
        .find(|a| matches!(a.reason, Reason::Precedent { .. }))
        .unwrap();
    assert_eq!(
        precedent.weakness,
        Some(ArgumentWeakness::Ended {
            day: date(2012, 11, 30)
        })
    );
    // Items on which both stand at 0, or a veto player against it, leave no room: they are not raised.
    for id in ["neither", "blocked"] {
        let avoided = mexico.avoided.iter().any(|a| a.item == id);
        assert_eq!(avoided, response(id).is_none(), "{id}");
    }
    if let Some(neither) = response("neither") {
        assert_eq!(neither.expected, Expected::Hesitant);
        assert!(
            matches!(&neither.answers[..], [Answer::TakeUp { carrier }] if carrier.id == "UNGA")
        );
    }
}

/// What was said before the present government came in (20 January 2021) is told to be weak; a vote that
/// both cast alike is an argument, one that they did not is a weakness.
#[test]
fn weak_points() {
    let text = |from: &str| {
        dossier(
            TWO,
            &[(
                "compact",
                &[("USA", Some(1.0), None), ("MEX", Some(1.0), Some(4))],
                "indicators = [{ votes = { symbols = [\"A/RES/73/195\", \"A/RES/74/169\"] } }]",
            )],
            &constraint("home", "MEX", -0.5, false, "compact"),
        )
        .with_from(from)
    };
    let case = |from: &str| {
        let mexico = &sides(Some(&text(from)), &["USA", "MEX"], &[])[1];
        mexico
            .cases
            .iter()
            .find(|c| c.item.is_some())
            .unwrap()
            .clone()
    };
    let position = |case: &Case| {
        let mut arguments = case.arguments.iter();
        arguments
            .find(|a| matches!(a.reason, Reason::TheirPosition(_)))
            .unwrap()
            .weakness
            .clone()
    };
    let late = case("2021-01-25");
    assert_eq!(position(&late), None);
    let since = date(2021, 1, 20);
    assert_eq!(
        position(&case("2019-01-25")),
        Some(ArgumentWeakness::EarlierGovernment { since })
    );
    let alike = late.arguments.iter().find_map(|a| match &a.reason {
        Reason::TheirVote(vote) => Some((vote.symbol.clone().unwrap(), vote.ours, vote.theirs)),
        _ => None,
    });
    assert_eq!(alike, Some(("A/RES/74/169".to_owned(), "yes", "yes")));
    assert!(
        late.weaknesses.iter().any(
            |w| matches!(w, CaseWeakness::VotedApart(v) if v.ours == "yes" && v.theirs == "no")
        )
    );
    assert!(
        late.weaknesses
            .iter()
            .any(|w| matches!(w, CaseWeakness::AtHome { constraint } if constraint == "home"))
    );
}

impl Dossier {
    /// The same, with every position declared on another day.
    fn with_from(mut self, from: &str) -> Self {
        for item in &mut self.items {
            for position in &mut item.positions {
                position.from = from.parse().unwrap();
            }
        }
        self
    }
}

#[test]
fn sure_possible_and_unlikely() {
    let dossier = dossier(
        TWO,
        &[
            (
                "both",
                &[("USA", Some(-1.0), Some(3)), ("MEX", Some(1.0), Some(4))],
                "",
            ),
            (
                "theirs",
                &[("USA", Some(-1.0), Some(3)), ("MEX", Some(1.0), Some(2))],
                "",
            ),
            (
                "ours",
                &[("USA", Some(-1.0), None), ("MEX", Some(1.0), Some(3))],
                "",
            ),
            (
                "good",
                &[("USA", Some(2.0), None), ("MEX", Some(2.0), None)],
                "carriers = [\"UNGA\"]",
            ),
            (
                "better",
                &[("USA", Some(2.0), None), ("MEX", Some(1.5), None)],
                "carriers = [\"UNGA\"]",
            ),
            (
                "poorer",
                &[("USA", Some(2.0), None), ("MEX", Some(-2.0), None)],
                "carriers = [\"CPTPP\"]",
            ),
        ],
        "",
    );
    let found = sides(Some(&dossier), &["USA", "MEX"], &[]);
    let told = |side: &SideSection, id: &str| {
        let arising = side.arising.iter().find(|a| a.item == id).unwrap();
        (arising.likelihood, arising.because.clone())
    };
    let mexico = &found[1];
    assert_eq!(
        told(mexico, "both"),
        (Likelihood::Sure, Some(ArisingReason::BothHigh))
    );
    let high = |party| {
        Some(ArisingReason::High {
            parties: vec![party],
        })
    };
    assert_eq!(told(mexico, "theirs"), (Likelihood::Possible, high(USA)));
    assert_eq!(told(mexico, "ours"), (Likelihood::Possible, high(MEXICO)));
    assert_eq!(
        told(mexico, "good"),
        (Likelihood::Possible, Some(ArisingReason::CouldMove))
    );
    assert_eq!(told(mexico, "poorer"), (Likelihood::Unlikely, None));
    for id in ["both", "theirs", "ours", "good", "poorer"] {
        assert_eq!(
            told(mexico, id),
            told(&found[0], id),
            "{id} for the other side"
        );
    }
}

/// Only our own unfriendly acts, and only of the last two years.
#[test]
fn acts_that_can_be_held_against_us() {
    let act = |day: &str, party: &str, weight: f64| {
        format!(
            "[[act]]\ndate = {day}\nparty = \"{party}\"\nweight = {weight:.1}\ntext = \"{day}\"\nsources = [\"paper\"]\n"
        )
    };
    let more = [
        act("2018-12-01", "MEX", -0.5),
        act("2019-03-01", "MEX", -0.5),
        act("2020-03-01", "MEX", 0.5),
        act("2020-04-01", "USA", -0.5),
    ]
    .concat();
    let dossier = dossier(TWO, &[("one", &[], "")], &more);
    let found = sides(Some(&dossier), &["USA", "MEX"], &[]);
    // The latest first: 2020-04-01, 2020-03-01, 2019-03-01, 2018-12-01.
    assert_eq!(found[1].own_acts, [2]);
    assert_eq!(found[0].own_acts, [0]);
}

#[test]
fn three_parties() {
    let dossier = dossier(
        "[\"USA\", \"MEX\", \"CAN\"]",
        &[
            (
                "all",
                &[
                    ("USA", Some(1.0), Some(3)),
                    ("MEX", Some(1.0), Some(3)),
                    ("CAN", Some(1.0), Some(3)),
                ],
                "",
            ),
            (
                "two",
                &[
                    ("USA", Some(1.0), Some(3)),
                    ("MEX", Some(1.0), Some(3)),
                    ("CAN", Some(1.0), None),
                ],
                "",
            ),
        ],
        "",
    );
    let mexico = &sides(Some(&dossier), &["USA", "MEX", "CAN"], &[])[1];
    let theirs: Vec<(Ccode, usize)> = mexico
        .theirs
        .iter()
        .map(|t| (t.party, t.objectives.len()))
        .collect();
    assert_eq!(theirs, [(USA, 2), (CANADA, 1)]);
    assert_eq!(mexico.responses.len(), 2 * mexico.objectives.len());
    assert_eq!(mexico.press.shared, ["all"]);
}

fn recurring(
    symbol: &str,
    returns: f64,
    vote_1: &'static str,
    vote_2: &'static str,
) -> RecurringItem {
    RecurringItem {
        symbol: Some(symbol.to_owned()),
        title: symbol.to_owned(),
        returns,
        vote_1,
        vote_2,
    }
}

/// Whoever abstained is one step from the other's vote, and is asked for it.
#[test]
fn without_a_dossier_the_votes_speak() {
    let names = ["USA".to_owned(), "MEX".to_owned()];
    let pair = pairs(&Party::resolve(&names, DAY).unwrap()).remove(0);
    let outlook = PairOutlook {
        pair: pair.clone(),
        forecasts: Vec::new(),
        last: Vec::new(),
        questions: Drivers {
            pair,
            gap: None,
            same: 1,
            partial: 2,
            opposite: 1,
            apart: vec![
                recurring("A", 0.9, "abstain", "yes"),
                recurring("B", 0.7, "no", "abstain"),
                recurring("C", 0.9, "no", "yes"),
            ],
            alike: vec![recurring("D", 0.8, "yes", "yes")],
        },
    };
    let found = sides(None, &["USA", "MEX"], &[outlook]);
    let told = |side: &SideSection| -> Vec<(String, Wish, &'static str, Likelihood)> {
        let questions = side.questions.iter();
        questions
            .map(|q| (q.symbol.clone().unwrap(), q.wish, q.ours, q.likelihood))
            .collect()
    };
    assert_eq!(
        told(&found[1]),
        [
            ("A".to_owned(), Wish::Them, "yes", Likelihood::Sure),
            ("B".to_owned(), Wish::Us, "abstain", Likelihood::Possible),
            ("D".to_owned(), Wish::Nobody, "yes", Likelihood::Sure),
        ]
    );
    assert_eq!(
        told(&found[0]),
        [
            ("B".to_owned(), Wish::Them, "no", Likelihood::Possible),
            ("A".to_owned(), Wish::Us, "abstain", Likelihood::Sure),
            ("D".to_owned(), Wish::Nobody, "yes", Likelihood::Sure),
        ]
    );
    assert!(
        found[1].objectives.is_empty() && found[1].theirs.iter().all(|t| t.objectives.is_empty())
    );
    let general = &found[1].cases[0];
    assert!(
        general
            .arguments
            .iter()
            .any(|a| matches!(a.reason, Reason::VotesAlike { party, .. } if party == USA))
    );
    assert!(
        general
            .arguments
            .iter()
            .any(|a| matches!(a.reason, Reason::Contact { day, .. } if day == date(2020, 7, 8)))
    );
    assert_eq!(found[1].press.last_meeting, Some(date(2020, 7, 8)));
}
