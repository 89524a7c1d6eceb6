//! Coded events, and the published ideal points kept for comparison.

use entente_states::Ccode;
use jiff::civil::Date;

use crate::cell::Place;
use crate::import::dates::first_of_month;
use crate::import::readers::{amount, place, within};
use crate::import::state_codes::state;
use crate::known::{end_of_month, end_of_year};
use crate::record::table;

table! {
    /// Events from one state towards another in a year (ICEWS; Boschee et al. 2015), counts.
    ///
    /// Only pairs with an event have a row. A pair of states that are both in [`EventPanel`] for a
    /// year and have no row had none; a state outside the panel is not covered.
    pub struct EventCount in event_counts {
        /// The state that acts.
        ccode1: Ccode,
        /// The state acted upon.
        ccode2: Ccode,
        /// Year.
        year: u16,
        /// Verbal cooperation.
        verbal_cooperation: u32,
        /// Material cooperation.
        material_cooperation: u32,
        /// Verbal conflict.
        verbal_conflict: u32,
        /// Material conflict.
        material_conflict: u32,
    }
    key(e) -> (Ccode, Ccode, u16) { (e.ccode1, e.ccode2, e.year) }
    known(e) { end_of_year(e.year) }
}

table! {
    /// A state that the event counts cover in a year, with what the publisher set beside it.
    pub struct EventPanel in event_panel {
        /// State.
        ccode: Ccode,
        /// Year.
        year: u16,
        /// Gross domestic product; the unit is not stated, the levels are those of constant 2015 US dollars.
        gdp: Option<f64>,
        /// Population, persons.
        population: Option<f64>,
        /// Polity score, −10 to 10.
        polity: Option<i8>,
    }
    key(p) -> (Ccode, u16) { (p.ccode, p.year) }
    known(p) { end_of_year(p.year) }
}

table! {
    /// One coded event (GDELT 2.0), with the columns that a count or a sum of scores needs.
    ///
    /// Known from the day it was added, not from the day it is said to have happened.
    pub struct Event in events {
        /// The publisher's identifier.
        id: u32,
        /// The day the event is said to have happened.
        date: Date,
        /// The day the record was added.
        added: Date,
        /// CAMEO code of the first actor.
        actor1: Option<String>,
        /// Its CAMEO country code.
        actor1_country: Option<String>,
        /// CAMEO code of the second actor.
        actor2: Option<String>,
        /// Its CAMEO country code.
        actor2_country: Option<String>,
        /// Whether the event is the root of its article.
        is_root: bool,
        /// CAMEO event code, with its leading zeros.
        code: String,
        /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
        quad_class: u8,
        /// Goldstein score of the code, −10 to 10.
        goldstein: Option<f64>,
        /// Mentions in the first update.
        mentions: u32,
        /// Sources in the first update.
        sources: u32,
        /// Articles in the first update.
        articles: u32,
        /// Address of the article.
        url: Option<String>,
    }
    key(e) -> u32 { e.id }
    known(e) { e.added }
}

table! {
    /// The score of two states in a month, summed over the events between them (GDELT 2.0, scored by G. Zemo).
    ///
    /// A composite, not a count: of each event its Goldstein score, with a little for sources, articles and tone. It
    /// follows the volume of news, which halved in April 2020 and doubled in July 2023: compare signs, and ranks
    /// within a month, never amounts of two months. Who acted is lost.
    pub struct PairScore in pair_scores {
        /// The one's ISO 3166 alpha-3 code, the first of the two in the alphabet.
        one: Place = "iso3_a" as place,
        /// The one, if it is a state.
        ccode1: Option<Ccode> = "iso3_a" as state,
        /// The other's code.
        other: Place = "iso3_b" as place,
        /// The other, if it is a state.
        ccode2: Option<Ccode> = "iso3_b" as state,
        /// First day of the month.
        month: Date = "month" as first_of_month,
        /// Days of the month that the source has.
        days_covered: u8 = "days_covered" as within(1..=31, "a number of days"),
        /// Days with a score that is not zero; pairs with one have no row.
        days_with_events: u8 = "days_with_events" as within(1..=31, "a number of days"),
        /// Sum of daily scores; above zero is cooperation.
        score: f64 = "net_score" as amount,
    }
    import {
        word: "gdelt-pair-months",
        about: "Scores of pairs by month (GDELT, gdelt-graph-data, summed)",
    }
    key(s) -> (Place, Place, Date) { (s.one, s.other, s.month) }
    known(s) = "from the last day of `month`" { end_of_month(s.month) }
}

table! {
    /// The published ideal point of a state in a session (Bailey, Strezhnev and Voeten 2017, edition of June 2024).
    ///
    /// A reference to compare with, not evidence: it was estimated from the record up to 2024, so
    /// no reading as of an earlier date may show it.
    pub struct PublishedIdealPoint in published_ideal_points {
        /// State.
        ccode: Ccode,
        /// Session.
        session: u16,
        /// Votes of the state in the session.
        votes: u16,
        /// Posterior mean.
        ideal_point: f64,
        /// Posterior quantile 0.05.
        q05: f64,
        /// Posterior quantile 0.10.
        q10: f64,
        /// Posterior median.
        q50: f64,
        /// Posterior quantile 0.90.
        q90: f64,
        /// Posterior quantile 0.95.
        q95: f64,
    }
    key(p) -> (Ccode, u16) { (p.ccode, p.session) }
    known(_p) = "from 30 June 2024, the last day of the month of its edition" { jiff::civil::date(2024, 6, 30) }
}
