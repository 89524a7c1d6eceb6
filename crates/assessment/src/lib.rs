//! What the evidence says about two or more states on a date.
//!
//! [`Assessment::of`] makes the one value that every rendering shows. It holds no wording beyond its
//! notes and no layout; each section says by note number where its figures come from.

mod agenda;
mod agreement;
mod assessment;
mod ballots;
mod between;
mod bodies;
mod claims;
mod coincidence;
mod commitments;
mod contacts;
mod displacement;
mod dossier;
mod fits;
mod forecast;
mod governments;
mod ideal_points;
mod interdependence;
mod machinery;
mod moved;
mod movement;
mod note;
mod occasions;
mod outlook;
mod pack;
mod parties;
mod partners;
mod persons;
mod polls;
mod power;
mod quantiles;
mod question;
mod reach;
mod reconcile;
mod shortlist;
mod side;
mod slots;
mod starting;
mod status;
mod tenures;
mod ties;
mod windows;
mod workings;
mod world;

pub use agenda::{AgendaSection, ToldAct, ToldCircumstance, ToldConstraint};
pub use agreement::{Agreement, AgreementRow};
pub use assessment::{Assessment, AssessmentError};
pub use between::{
    BetweenNotes, BetweenSection, Mission, Naming, OrganisationsToday, PairBetween, PartnerShare,
};
pub use bodies::{
    BodyError, Bound, Coalition, GameError, Group, GroupAlone, Lacking, MemberPower, Position,
    Quorum, ShareHolder, Side, Threshold, Verdict, VotingBody,
};
pub use claims::{
    ClaimRow, ClaimVerdict, Figure, Finding, claims, claims_evidence, claims_need_ideal_points,
};
pub use coincidence::{CoincidencePoint, CoincidenceSection, IssueCoincidence, PairCoincidence};
pub use commitments::{
    ClosedAs, CommitmentPair, CommitmentRecord, CommitmentsSection, DueDayMoved, OpenCommitment,
    PartyCompliance, ScoreRecord, StandingScore,
};
pub use contacts::{ContactEntry, ContactSection, ContactYear, PairContacts};
pub use displacement::{AppliedYear, DisplacementSection, Exchange, Origin};
pub use dossier::{
    Act, AgendaItem, Among, Cadence, Carrier, Change, Circumstance, CircumstanceKind, Citation,
    Cited, Claim, Closeness, Constraint, Dossier, DossierError, EnteredAct, EnteredMeeting,
    EventClass, Indicator, Level, Mechanism, OccasionPattern, Priority, Reach, Series, Source,
    StatedPosition, Test, Translation, VoteSets, Years,
};
pub use fits::{Estimator, Fits, Watch};
pub use forecast::{
    Backtest, BacktestRow, Baseline, BaselineScore, Drivers, ForecastRow, Forecasts, GroupForecast,
    IdealPointGap, IntervalReliability, IssueScores, RecurringItem, Reliability,
    ResolutionForecast, SESSIONS_OF_ERRORS, SESSIONS_OF_LESSONS, Scores, SessionScores,
    StateVoteForecast, VoteBaseline, VoteReliability, VoteScores, backtest, drivers,
    session_forecast,
};
pub use governments::{CouncilSeat, CouncilSection, ElectionEntry, Government, GovernmentSection};
pub use ideal_points::{
    Comparison, IdealPointRow, Scope, SessionComparison, compare_with_published, ideal_point_rows,
};
pub use interdependence::{
    AsylumTie, EventTie, HostedTie, Latest, OrganisationTie, PactTie, PlaceTie, PowerTie, TiesRow,
    latest, ties_evidence, ties_notes, ties_rows,
};
pub use machinery::{
    Administration, ContactCount, Machinery, MachinerySection, MechanismRow, Meeting, PairContact,
    PairMachinery, Reading, SeriesKind, Web, readings,
};
pub use moved::{MovedFigure, figures_that_moved};
pub use movement::{MovementSection, PathPoint, StatePath};
pub use note::{Message, Note, Notes, Value};
pub use occasions::OccasionKind;
pub use outlook::{LastOnRecord, OutlookSection, PairOutlook};
pub use pack::{
    ConsultationRecord, Office, OutcomeRecord, PackEntry, PackItem, PackLeft, PackMeeting,
    PackPosition, PackRecord, PackSection,
};
pub use parties::{Pair, Party, PartyError, pairs};
pub use partners::{
    CandidatesError, Criterion, Gathered, Measured, PartnerRow, Partners, candidates, gather,
    partners_evidence, partners_notes,
};
pub use persons::{Applied, Few, HostedCount};
pub use power::{PairPower, PowerSection, StatePower};
pub use question::Question;
pub use reach::{DateOfReading, EvidenceReach, List, ListReach, VotesReach};
pub use reconcile::{Official, ReconciledRollCall, ReconciledSet, Reconciliation, Votes};
pub use shortlist::{
    Basis, CriterionValue, Horizon, ItemCriterion, ItemRow, Shortlist, ShortlistError,
    SuggestedCarrier, shortlist_evidence, shortlist_forecasts,
};
pub use side::{
    Aim, Answer, Argument, ArgumentWeakness, Arising, ArisingReason, AvoidReason, Avoided, Case,
    CaseWeakness, Common, Expected, Likelihood, Objective, Occasion, PartyFigures, Press, Reason,
    Response, SideSection, TheirObjective, Theirs, ToldPosition, ToldPriority, VoteOnItem,
    VoteQuestion, Wish,
};
pub use slots::{MOST_SLOTS, Series as SlotSeries, SeriesError, Slot, slots};
pub use starting::starting_dossier;
pub use status::{News, TableStatus, evidence_status};
pub use ties::{BodyInCommon, Obligations, PairTies, TiesSection};
pub use windows::{
    Certainty, Condition, NEAR_MONTHS, PairCycles, Together, Window, WindowKind, WindowsSection,
    meetings, windows, windows_evidence, windows_notes,
};
pub use workings::{Cell, Formula, Worked, WorkedTable, Workings, WorkingsError};
pub use world::{WorldRow, WorldSection};
