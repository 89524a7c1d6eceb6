//! Claims of a source, and the tests that put them to the evidence.

use entente_evidence::{ContactLevel, Issue, VoteCast};
use entente_measures::contact::Status;
use entente_states::Ccode;
use jiff::civil::Date;

use super::Citation;

/// Something that a source says and that evidence could support or contradict.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// A short name without blanks, unique in the dossier.
    pub id: String,
    /// What is claimed, in the dossier's own words.
    pub text: String,
    /// Who says so, and where.
    pub source: Citation,
    /// How it is put to the evidence: all must hold.
    pub tests: Vec<Test>,
}

/// Two calendar years, both included.
pub type Years = [u16; 2];

/// Which way a second period is claimed to differ from a first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The second is higher.
    Higher,
    /// The second is lower.
    Lower,
}

/// A measure of closeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closeness {
    /// Voting coincidence.
    Coincidence,
    /// Distance of ideal points.
    IdealPoint,
}

/// Which series of meetings a test reads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Series {
    /// Contact of leaders or of ministers.
    Contact(ContactLevel),
    /// A mechanism of the dossier.
    Mechanism(String),
    /// All mechanisms and contacts as one.
    Web,
}

/// Which set of roll calls a comparison is made on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VoteSets {
    /// All roll calls.
    All,
    /// Each coded issue by itself: the claim holds if it does on most.
    Each,
    /// Each of some coded issues.
    Of(Vec<Issue>),
}

/// Which way events point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventClass {
    /// Verbal and material cooperation.
    Cooperation,
    /// Verbal and material conflict.
    Conflict,
}

/// One way to put a claim to the evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Voting coincidence of a pair in two periods.
    Coincidence {
        /// The pair.
        pair: [Ccode; 2],
        /// On which roll calls.
        on: VoteSets,
        /// First period.
        first: Years,
        /// Second period.
        second: Years,
        /// How the second differs.
        expect: Change,
    },
    /// A state is nearer to another than some states are.
    Nearer {
        /// The state that is near.
        state: Ccode,
        /// To whom.
        to: Ccode,
        /// Than these.
        than: Vec<Ccode>,
        /// In which years.
        years: Years,
        /// By which measure.
        by: Closeness,
    },
    /// A state's place among some, the nearest first.
    Rank {
        /// The state.
        state: Ccode,
        /// To whom.
        to: Ccode,
        /// Among these: a region, a body or states.
        among: Among,
        /// In which years.
        years: Years,
        /// By which measure.
        by: Closeness,
        /// It is at this place or a better one.
        at_most: usize,
    },
    /// A vote on a resolution.
    Vote {
        /// Its symbol.
        resolution: String,
        /// The state.
        state: Ccode,
        /// How it voted.
        cast: VoteCast,
    },
    /// Terms of two states that begin together at a steady interval.
    Cycle {
        /// The states.
        pair: [Ccode; 2],
        /// Every so many years.
        every: u16,
        /// Next in this year.
        next: u16,
    },
    /// A seat on the Security Council in some years.
    Council {
        /// The state.
        state: Ccode,
        /// The years.
        years: Years,
    },
    /// Two states that touch on land.
    Contiguous {
        /// The states.
        pair: [Ccode; 2],
    },
    /// Rate of contact in two periods.
    Contact {
        /// The states.
        pair: [Ccode; 2],
        /// At which level.
        level: ContactLevel,
        /// First period.
        first: Years,
        /// Second period.
        second: Years,
        /// How the second differs.
        expect: Change,
    },
    /// No contact between two days.
    NoContact {
        /// The states.
        pair: [Ccode; 2],
        /// At which level.
        level: ContactLevel,
        /// First day.
        from: Date,
        /// Last day.
        until: Date,
    },
    /// A change point downwards in a series of meetings.
    Decline {
        /// The states.
        pair: [Ccode; 2],
        /// Of which series.
        series: Series,
        /// The change falls in these years.
        years: Years,
    },
    /// How a mechanism stands against its cadence.
    Standing {
        /// Its id.
        mechanism: String,
        /// One of these.
        status: Vec<Status>,
    },
    /// Number of meetings of a mechanism in some years.
    Meetings {
        /// Its id.
        mechanism: String,
        /// The years.
        years: Years,
        /// At least so many.
        at_least: Option<u32>,
        /// At most so many.
        at_most: Option<u32>,
    },
    /// Growth of asylum applications between two years.
    Applications {
        /// Where the applicants come from.
        origins: Vec<Ccode>,
        /// Where they applied.
        host: Ccode,
        /// First and last year.
        years: Years,
        /// At least so many times as many.
        times: f64,
    },
    /// Material capabilities of one state against another's.
    Asymmetry {
        /// The stronger and the weaker.
        pair: [Ccode; 2],
        /// At least so many times as much.
        times: f64,
    },
    /// States that are members of a body.
    Members {
        /// The body's id.
        body: String,
        /// The states.
        states: Vec<Ccode>,
    },
    /// Coded events from one state towards another in two periods, as a share of all between them.
    Events {
        /// From whom, to whom.
        pair: [Ccode; 2],
        /// Which.
        class: EventClass,
        /// First period.
        first: Years,
        /// Second period.
        second: Years,
        /// How the second differs.
        expect: Change,
    },
    /// Nothing in the evidence can decide it.
    Untestable {
        /// Why not.
        why: String,
    },
}

/// A set of states to rank among.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Among {
    /// As declared.
    pub told: Vec<String>,
    /// The states, by number; states that are gone on the date of reading are left out then.
    pub states: Vec<Ccode>,
}
