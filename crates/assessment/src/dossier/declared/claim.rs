//! Claims and their tests.

use entente_evidence::{ContactLevel, VoteCast};
use entente_measures::contact::Status;
use entente_states::memberships::body;
use schemars::JsonSchema;
use serde::Deserialize;

use super::super::told::{
    Day, Told, after, each, one_of, pair, state, suggestion, within, words, years,
};
use super::super::{
    Among, Change, Claim, Closeness, DossierError, EventClass, Series, Test, VoteSets,
};
use super::item::ISSUES;
use super::known::Known;

const CHANGES: [(&str, Change); 2] = [("higher", Change::Higher), ("lower", Change::Lower)];
const MEASURES: [(&str, Closeness); 2] = [
    ("coincidence", Closeness::Coincidence),
    ("ideal-point", Closeness::IdealPoint),
];
const LEVELS: [(&str, ContactLevel); 2] = [
    ("leader", ContactLevel::Leader),
    ("minister", ContactLevel::Minister),
];
const CASTS: [(&str, VoteCast); 4] = [
    ("yes", VoteCast::Yes),
    ("abstain", VoteCast::Abstain),
    ("no", VoteCast::No),
    ("absent", VoteCast::Absent),
];
const STATUSES: [(&str, Status); 5] = [
    ("on-cadence", Status::OnCadence),
    ("late", Status::Late),
    ("lapsed", Status::Lapsed),
    ("dormant", Status::Dormant),
    ("never-met", Status::NeverMet),
];
const CLASSES: [(&str, EventClass); 2] = [
    ("cooperation", EventClass::Cooperation),
    ("conflict", EventClass::Conflict),
];

/// Something that a source says and that evidence could support or contradict.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredClaim {
    /// A short name without blanks.
    id: Told<String>,
    /// What is claimed, in the dossier's own words.
    text: Told<String>,
    /// Id of the source and the place in it: "id: place".
    source: Told<String>,
    /// How it is put to the evidence: all must hold.
    tests: Told<Vec<DeclaredTest>>,
}

/// One way to put a claim to the evidence.
#[derive(Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum DeclaredTest {
    /// Voting coincidence of a pair in two periods.
    Coincidence(CoincidenceTest),
    /// A state is nearer to another than some states are.
    Nearer(NearerTest),
    /// A state's place among some, the nearest first.
    Rank(RankTest),
    /// A vote on a resolution.
    Vote(VoteTest),
    /// Terms of two states that begin together at a steady interval.
    Cycle(CycleTest),
    /// A seat on the Security Council.
    Council(CouncilTest),
    /// Two states that touch on land.
    Contiguous(PairTest),
    /// Rate of contact in two periods.
    Contact(ContactTest),
    /// No contact between two days.
    NoContact(NoContactTest),
    /// A change point downwards in a series of meetings.
    Decline(DeclineTest),
    /// How a mechanism stands against its cadence.
    Standing(StandingTest),
    /// Number of meetings of a mechanism.
    Meetings(MeetingsTest),
    /// Growth of asylum applications between two years.
    Applications(ApplicationsTest),
    /// Material capabilities of one state against another's.
    Asymmetry(AsymmetryTest),
    /// Membership of a body.
    Members(MembersTest),
    /// Share of conflict or cooperation in the events between two states, in two periods.
    Events(EventsTest),
    /// Nothing in the evidence can decide it, and why.
    Untestable(UntestableTest),
}

/// Voting coincidence of a pair in two periods.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CoincidenceTest {
    /// Two states.
    pair: Told<Vec<Told<String>>>,
    /// "all", "each" coded issue (most must hold), or coded issues.
    on: Vec<Told<String>>,
    /// First period, in years.
    first: Told<[u16; 2]>,
    /// Second period, in years.
    second: Told<[u16; 2]>,
    /// Whether the second is higher or lower.
    expect: Told<String>,
}

/// A state is nearer to another than some states are.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NearerTest {
    /// The state that is near.
    state: Told<String>,
    /// To whom.
    to: Told<String>,
    /// Than these.
    than: Vec<Told<String>>,
    /// First and last year.
    years: Told<[u16; 2]>,
    /// coincidence or ideal-point.
    by: Told<String>,
}

/// A state's place among some, the nearest first.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RankTest {
    /// The state.
    state: Told<String>,
    /// To whom.
    to: Told<String>,
    /// Among these: regions, bodies or states.
    among: Told<Vec<Told<String>>>,
    /// First and last year.
    years: Told<[u16; 2]>,
    /// coincidence or ideal-point.
    by: Told<String>,
    /// At this place or a better one.
    at_most: Told<usize>,
}

/// A vote on a resolution.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct VoteTest {
    /// Its symbol, as A/RES/73/195.
    resolution: Told<String>,
    /// The state.
    state: Told<String>,
    /// yes, abstain, no or absent.
    cast: Told<String>,
}

/// Terms of two states that begin together at a steady interval.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CycleTest {
    /// Two states.
    pair: Told<Vec<Told<String>>>,
    /// Every so many years.
    every: u16,
    /// Next in this year.
    next: u16,
}

/// A seat on the Security Council.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CouncilTest {
    /// The state.
    state: Told<String>,
    /// First and last year.
    years: Told<[u16; 2]>,
}

/// Two states.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct PairTest {
    /// Two states.
    pair: Told<Vec<Told<String>>>,
}

/// Rate of contact in two periods.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ContactTest {
    /// Two states.
    pair: Told<Vec<Told<String>>>,
    /// leader or minister.
    level: Told<String>,
    /// First period, in years.
    first: Told<[u16; 2]>,
    /// Second period, in years.
    second: Told<[u16; 2]>,
    /// Whether the second is higher or lower.
    expect: Told<String>,
}

/// No contact between two days.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NoContactTest {
    /// Two states.
    pair: Told<Vec<Told<String>>>,
    /// leader or minister.
    level: Told<String>,
    /// First day.
    from: Day,
    /// Last day.
    until: Day,
}

/// A change point downwards in a series of meetings.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeclineTest {
    /// Two states.
    pair: Told<Vec<Told<String>>>,
    /// leader, minister, web (all of it), or the id of a mechanism.
    series: Told<String>,
    /// The change falls in these years.
    years: Told<[u16; 2]>,
}

/// How a mechanism stands against its cadence.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StandingTest {
    /// Its id.
    mechanism: Told<String>,
    /// One of on-cadence, late, lapsed, dormant, never-met.
    status: Vec<Told<String>>,
}

/// Number of meetings of a mechanism.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MeetingsTest {
    /// Its id.
    mechanism: Told<String>,
    /// First and last year.
    years: Told<[u16; 2]>,
    /// At least so many.
    at_least: Option<u32>,
    /// At most so many.
    at_most: Option<u32>,
}

/// Growth of asylum applications between two years.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ApplicationsTest {
    /// Where the applicants come from.
    origins: Vec<Told<String>>,
    /// Where they applied.
    host: Told<String>,
    /// First and last year.
    years: Told<[u16; 2]>,
    /// At least so many times as many.
    times: Told<f64>,
}

/// Material capabilities of one state against another's.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AsymmetryTest {
    /// The stronger and the weaker.
    pair: Told<Vec<Told<String>>>,
    /// At least so many times as much.
    times: Told<f64>,
}

/// Membership of a body.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct MembersTest {
    /// Its id.
    body: Told<String>,
    /// States.
    states: Vec<Told<String>>,
}

/// Share of conflict or cooperation in the events between two states, in two periods.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct EventsTest {
    /// From whom, to whom.
    pair: Told<Vec<Told<String>>>,
    /// cooperation or conflict.
    class: Told<String>,
    /// First period, in years.
    first: Told<[u16; 2]>,
    /// Second period, in years.
    second: Told<[u16; 2]>,
    /// Whether the second is higher or lower.
    expect: Told<String>,
}

/// Nothing in the evidence can decide it.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct UntestableTest {
    /// Why not.
    why: Told<String>,
}

impl DeclaredClaim {
    pub(super) fn claim(self, known: &mut Known) -> Result<Claim, DossierError> {
        let source = known.citation(&self.source)?;
        if source.place.is_none() {
            return Err((self.source.fault("no place in the source"))
                .hint("as \"id: page 2, second paragraph\""));
        }
        if self.tests.get().is_empty() {
            return Err((self.tests.fault("no test"))
                .hint("what nothing can decide is `{ untestable = { why = \"…\" } }`"));
        }
        Ok(Claim {
            id: known.new_id("claim", &self.id)?,
            text: words(self.text)?,
            source,
            tests: each(self.tests.into_inner(), |t| t.test(known))?,
        })
    }
}

impl DeclaredTest {
    fn test(self, known: &Known) -> Result<Test, DossierError> {
        Ok(match self {
            DeclaredTest::Coincidence(t) => Test::Coincidence {
                pair: pair(t.pair)?,
                on: vote_sets(t.on)?,
                first: years(&t.first)?,
                second: years(&t.second)?,
                expect: one_of(&t.expect, "change", &CHANGES)?,
            },
            DeclaredTest::Nearer(t) => Test::Nearer {
                state: state(&t.state)?,
                to: state(&t.to)?,
                than: each(t.than, |s| state(&s))?,
                years: years(&t.years)?,
                by: one_of(&t.by, "measure of closeness", &MEASURES)?,
            },
            DeclaredTest::Rank(t) => Test::Rank {
                state: state(&t.state)?,
                to: state(&t.to)?,
                among: among(t.among)?,
                years: years(&t.years)?,
                by: one_of(&t.by, "measure of closeness", &MEASURES)?,
                at_most: *t.at_most.get(),
            },
            DeclaredTest::Vote(t) => Test::Vote {
                resolution: words(t.resolution)?,
                state: state(&t.state)?,
                cast: one_of(&t.cast, "vote", &CASTS)?,
            },
            DeclaredTest::Cycle(t) => Test::Cycle {
                pair: pair(t.pair)?,
                every: t.every,
                next: t.next,
            },
            DeclaredTest::Council(t) => Test::Council {
                state: state(&t.state)?,
                years: years(&t.years)?,
            },
            DeclaredTest::Contiguous(t) => Test::Contiguous {
                pair: pair(t.pair)?,
            },
            DeclaredTest::Contact(t) => Test::Contact {
                pair: pair(t.pair)?,
                level: one_of(&t.level, "level of contact", &LEVELS)?,
                first: years(&t.first)?,
                second: years(&t.second)?,
                expect: one_of(&t.expect, "change", &CHANGES)?,
            },
            DeclaredTest::NoContact(t) => {
                let from = t.from.read()?;
                Test::NoContact {
                    pair: pair(t.pair)?,
                    level: one_of(&t.level, "level of contact", &LEVELS)?,
                    until: after(Some(&t.until), from, "it begins")?.unwrap_or(from),
                    from,
                }
            }
            DeclaredTest::Decline(t) => Test::Decline {
                pair: pair(t.pair)?,
                series: series(&t.series, known)?,
                years: years(&t.years)?,
            },
            DeclaredTest::Standing(t) => Test::Standing {
                mechanism: known.mechanism(&t.mechanism)?,
                status: each(t.status, |s| one_of(&s, "status", &STATUSES))?,
            },
            DeclaredTest::Meetings(t) => Test::Meetings {
                mechanism: known.mechanism(&t.mechanism)?,
                years: years(&t.years)?,
                at_least: t.at_least,
                at_most: t.at_most,
            },
            DeclaredTest::Applications(t) => Test::Applications {
                origins: each(t.origins, |s| state(&s))?,
                host: state(&t.host)?,
                years: years(&t.years)?,
                times: within(&t.times, (0.0, 1e6), "number of times")?,
            },
            DeclaredTest::Asymmetry(t) => Test::Asymmetry {
                pair: pair(t.pair)?,
                times: within(&t.times, (0.0, 1e6), "number of times")?,
            },
            DeclaredTest::Members(t) => Test::Members {
                body: body_id(&t.body)?,
                states: each(t.states, |s| state(&s))?,
            },
            DeclaredTest::Events(t) => Test::Events {
                pair: pair(t.pair)?,
                class: one_of(&t.class, "class of events", &CLASSES)?,
                first: years(&t.first)?,
                second: years(&t.second)?,
                expect: one_of(&t.expect, "change", &CHANGES)?,
            },
            DeclaredTest::Untestable(t) => Test::Untestable { why: words(t.why)? },
        })
    }
}

fn vote_sets(on: Vec<Told<String>>) -> Result<VoteSets, DossierError> {
    match on.as_slice() {
        [one] if one.get() == "all" => Ok(VoteSets::All),
        [one] if one.get() == "each" => Ok(VoteSets::Each),
        _ => {
            let issue = |told: Told<String>| {
                one_of(&told, "coded issue", &ISSUES).map_err(|fault| {
                    fault.hint("[\"all\"], [\"each\"], or coded issues: me, nu, di, hr, co, ec")
                })
            };
            Ok(VoteSets::Of(each(on, issue)?))
        }
    }
}

fn series(told: &Told<String>, known: &Known) -> Result<Series, DossierError> {
    match told.get().as_str() {
        "web" => Ok(Series::Web),
        "leader" => Ok(Series::Contact(ContactLevel::Leader)),
        "minister" => Ok(Series::Contact(ContactLevel::Minister)),
        _ => known.mechanism(told).map(Series::Mechanism),
    }
}

fn body_id(told: &Told<String>) -> Result<String, DossierError> {
    match body(told.get()) {
        Some(body) => Ok(body.id.clone()),
        None => {
            let bodies = entente_states::memberships::bodies();
            let names: Vec<&str> = bodies.iter().map(|b| b.id.as_str()).collect();
            Err(told
                .fault(format!("{:?} is no body", told.get()))
                .hint(suggestion(told.get(), &names)))
        }
    }
}

fn among(told: Told<Vec<Told<String>>>) -> Result<Among, DossierError> {
    let names = told.get().iter().map(|n| n.get().clone()).collect();
    let states = each(told.into_inner(), |name| {
        super::super::among::states(name.get()).ok_or_else(|| {
            name.fault(format!("{:?} is no region, body or state", name.get()))
                .hint("a region as the United Nations name it (Latin America and the Caribbean, Western Europe), a body (OAS), or a state")
        })
    })?;
    Ok(Among {
        told: names,
        states: states.into_iter().flatten().collect(),
    })
}
