//! The forecast of a session, as rows.

use entente_evidence::{AsOf, EvidenceError, RollCall, RollCallView, Symbol};
use entente_measures::Selector;
use entente_measures::forecast::{
    Example, Interval, Item, Likeness, Mix, Outlook, PairOutlook, PairSums, Record,
};
use entente_states::{Ccode, system};
use serde::Serialize;

use super::sitting::{eve, record_before, vote_model};
use super::taught::{Taught, taught};
use crate::fits::Fits;
use crate::parties::{Pair, Party};

/// The forecast of one pair in one set of roll calls.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ForecastRow {
    /// COW number of the first state.
    pub ccode1: Ccode,
    /// ISO 3166 alpha-3, or the COW abbreviation where ISO has no code.
    pub iso3_1: String,
    /// COW number of the second state.
    pub ccode2: Ccode,
    /// Its three-letter code.
    pub iso3_2: String,
    /// The set of roll calls: `all`, a coded issue, or a basket.
    pub issue: String,
    /// Expected voting coincidence, 0 to 1, by the formula of 2017; empty if nothing of the set is on
    /// record.
    pub expected: Option<f64>,
    /// Quantile 0.05; empty if no past session tells how far forecasts of the set miss.
    pub q05: Option<f64>,
    /// Quantile 0.25.
    pub q25: Option<f64>,
    /// Quantile 0.75.
    pub q75: Option<f64>,
    /// Quantile 0.95.
    pub q95: Option<f64>,
    /// Roll calls expected in the set, whoever votes on them.
    pub roll_calls: f64,
}

impl ForecastRow {
    /// Whether a recorded vote is to be expected at all, to one decimal.
    pub fn expects_votes(&self) -> bool {
        self.roll_calls >= 0.05
    }
}

/// The forecast of a group in one set of roll calls: the mean over its pairs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GroupForecast {
    /// The set of roll calls.
    pub issue: String,
    /// How many pairs.
    pub pairs: usize,
    /// Mean expected voting coincidence, 0 to 1.
    pub expected: Option<f64>,
    /// Mean of the quantiles 0.05.
    pub q05: Option<f64>,
    /// Mean of the quantiles 0.25.
    pub q25: Option<f64>,
    /// Mean of the quantiles 0.75.
    pub q75: Option<f64>,
    /// Mean of the quantiles 0.95.
    pub q95: Option<f64>,
}

/// The forecast of one session.
pub struct Forecasts<'e> {
    session: u16,
    /// The evidence on the day before the session opens, or on the date of reading.
    eve: AsOf<'e>,
    sets: Vec<Selector>,
    record: Record,
    outlook: Outlook,
    taught: Vec<Taught>,
}

impl<'e> Forecasts<'e> {
    /// Of a session, from what was known on a date and before the session opened; what past sessions
    /// teach is kept among the fits.
    ///
    /// # Errors
    /// If the evidence cannot be read.
    pub fn of(
        session: u16,
        as_of: &AsOf<'e>,
        sets: &[Selector],
        fits: &Fits,
    ) -> Result<Self, EvidenceError> {
        let eve = as_of.earlier(eve(session));
        let record = record_before(session, &eve, &eve, sets)?;
        let (outlook, taught) = rayon::join(
            || Outlook::on(session, &record),
            || taught(session, &eve, sets, fits),
        );
        Ok(Forecasts {
            session,
            sets: sets.to_vec(),
            outlook,
            taught: taught?,
            record,
            eve,
        })
    }

    /// Of a session's single votes only: no set of roll calls.
    ///
    /// # Errors
    /// If the evidence cannot be read.
    pub fn of_votes(session: u16, as_of: &AsOf<'e>) -> Result<Self, EvidenceError> {
        let eve = as_of.earlier(eve(session));
        let record = record_before(session, &eve, &eve, &[] as &[Selector])?;
        Ok(Forecasts {
            session,
            sets: Vec::new(),
            outlook: Outlook::on(session, &record),
            taught: Vec::new(),
            record,
            eve,
        })
    }

    /// The sets of roll calls.
    pub fn sets(&self) -> &[Selector] {
        &self.sets
    }

    /// The session.
    pub fn session(&self) -> u16 {
        self.session
    }

    /// Rows of a pair, one per set.
    pub fn of_pair(&self, pair: &Pair) -> Vec<ForecastRow> {
        (0..self.sets.len())
            .map(|set| self.row(set, pair))
            .collect()
    }

    /// Rows of one state with every other that is a member of the United Nations on the date of
    /// reading; the state comes first.
    pub fn of_partners(&self, party: &Party, as_of: &AsOf<'_>) -> Vec<ForecastRow> {
        let members = entente_states::memberships::members_on("UN", as_of.date());
        let mut partners: Vec<Party> = members
            .iter()
            .filter(|code| **code != party.ccode)
            .filter_map(|code| system().get(*code))
            .map(Party::of)
            .collect();
        partners.sort_by_key(|p| p.ccode);
        let directed = |other: &Party| Pair {
            ccode1: party.ccode,
            iso3_1: party.iso3.clone(),
            ccode2: other.ccode,
            iso3_2: other.iso3.clone(),
        };
        partners
            .iter()
            .flat_map(|other| self.of_pair(&directed(other)))
            .collect()
    }

    /// The mean over the pairs of a group, one row per set. The interval is the mean of the pairs', as if
    /// all missed alike: it is not too narrow.
    pub fn of_group(&self, pairs: &[Pair]) -> Vec<GroupForecast> {
        (0..self.sets.len())
            .map(|set| {
                let rows: Vec<ForecastRow> = pairs.iter().map(|p| self.row(set, p)).collect();
                let mean = |of: fn(&ForecastRow) -> Option<f64>| {
                    let values: Option<Vec<f64>> = rows.iter().map(of).collect();
                    let values = values.filter(|v| !v.is_empty())?;
                    Some(values.iter().sum::<f64>() / values.len() as f64)
                };
                GroupForecast {
                    issue: self.sets[set].name().to_owned(),
                    pairs: pairs.len(),
                    expected: mean(|r| r.expected),
                    q05: mean(|r| r.q05),
                    q25: mean(|r| r.q25),
                    q75: mean(|r| r.q75),
                    q95: mean(|r| r.q95),
                }
            })
            .collect()
    }

    /// The last session on record in which a pair both voted on roll calls of a set, and its coincidence.
    pub fn last(&self, set: usize, pair: &Pair) -> Option<(u16, f64)> {
        let (session, roll_calls) = self.last_roll_calls(set, pair)?;
        let apart = roll_calls.iter().map(|r| {
            let (one, other) = (self.vote(pair.ccode1, *r), self.vote(pair.ccode2, *r));
            f64::from(one.abs_diff(other)) / 2.0
        });
        Some((session, 1.0 - apart.sum::<f64>() / roll_calls.len() as f64))
    }

    /// That session, and the roll calls of the set in it on which both voted.
    pub(crate) fn last_roll_calls(&self, set: usize, pair: &Pair) -> Option<(u16, Vec<usize>)> {
        let both = |r: &usize| {
            self.record.in_set(set, *r)
                && self.vote(pair.ccode1, *r) > 0
                && self.vote(pair.ccode2, *r) > 0
        };
        let last = (0..self.record.roll_calls()).rev().find(both)?;
        let session = self.record.session(last);
        let within = self.record.within(session..session + 1);
        Some((session, within.filter(both).collect()))
    }

    /// What a forecast of a pair in a set is mixed of.
    pub(crate) fn mixed(&self, set: usize, pair: &Pair) -> Mixed {
        let Taught { mix, margins } = self.taught[set];
        let (one, other) = (pair.ccode1, pair.ccode2);
        let sums = self.outlook.sums(set, one, other);
        Mixed {
            sums,
            mix,
            outlook: PairOutlook::mixed(&sums, mix),
            margins: margins.map(|m| m.quantiles()),
        }
    }

    fn row(&self, set: usize, pair: &Pair) -> ForecastRow {
        let outlook = self
            .outlook
            .of(set, pair.ccode1, pair.ccode2, self.taught[set].mix);
        let interval = self.interval(set, &outlook);
        let finite = |value: f32| value.is_finite().then(|| f64::from(value));
        ForecastRow {
            ccode1: pair.ccode1,
            iso3_1: pair.iso3_1.clone(),
            ccode2: pair.ccode2,
            iso3_2: pair.iso3_2.clone(),
            issue: self.sets[set].name().to_owned(),
            expected: finite(outlook.expected),
            q05: interval.map(|i| i.q05),
            q25: interval.map(|i| i.q25),
            q75: interval.map(|i| i.q75),
            q95: interval.map(|i| i.q95),
            roll_calls: self.outlook.roll_calls[set],
        }
    }

    fn interval(&self, set: usize, outlook: &PairOutlook) -> Option<Interval> {
        let margins = self.taught[set].margins;
        margins
            .filter(|_| outlook.expected.is_finite())
            .map(|m| m.interval(outlook))
    }

    pub(super) fn outlook(&self) -> &Outlook {
        &self.outlook
    }

    pub(crate) fn record(&self) -> &Record {
        &self.record
    }

    /// The roll call of a number in the record.
    pub(crate) fn view(&self, roll_call: usize) -> Result<&RollCallView<'e>, EvidenceError> {
        Ok(&self.eve.roll_calls()?[self.record.place(roll_call)])
    }

    /// A roll call's vote of a state: 1 yes, 2 abstain, 3 no, 0 none.
    pub(crate) fn vote(&self, state: Ccode, roll_call: usize) -> u8 {
        let place = self.record.states().binary_search(&state);
        place.map_or(0, |place| self.record.votes(roll_call)[place])
    }

    /// The series of a resolution, if it came up in the six sessions before.
    fn series(&self, symbol: &Symbol) -> Result<Option<&Item>, EvidenceError> {
        let mut found = Vec::new();
        for roll_call in 0..self.record.roll_calls() {
            let own = self.view(roll_call)?.roll_call.symbol.as_deref();
            if own.and_then(Symbol::parse).as_ref() == Some(symbol) {
                found.push(roll_call);
            }
        }
        // The vote on the whole comes last, after those on amendments and paragraphs.
        let whole = found.iter().rev().find(|r| !self.record.is_part(**r));
        let series = whole.or(found.last()).map(|r| self.record.series(*r));
        let items = self.outlook.items.iter();
        Ok(series.and_then(|series| items.into_iter().find(|i| i.standing.series == series)))
    }

    /// How states will vote when a resolution comes back; `None` if nothing like it came up in the six
    /// sessions before.
    ///
    /// # Errors
    /// If the evidence cannot be read.
    pub fn of_resolution(
        &self,
        symbol: &Symbol,
        parties: &[Party],
        as_of: &AsOf<'_>,
    ) -> Result<Option<ResolutionForecast>, EvidenceError> {
        let Some(item) = self.series(symbol)? else {
            return Ok(None);
        };
        let standing = &item.standing;
        let model = vote_model(self.session, as_of)?;
        let likeness = Likeness::before(self.session, &self.record);
        let mut states = Vec::new();
        for party in parties {
            let place = self.record.states().binary_search(&party.ccode).ok();
            let probabilities = place.map(|place| {
                let before =
                    Example::before(self.session, standing, place, &likeness, &self.record);
                model.probabilities(&before)
            });
            let own = standing.roll_calls.iter();
            let own = own.map(|r| (self.vote(party.ccode, *r), self.record.session(*r)));
            let last = own.into_iter().find(|(vote, _)| *vote > 0);
            states.push(StateVoteForecast {
                ccode: party.ccode,
                iso3: party.iso3.clone(),
                yes: probabilities.map(|p| p[0]),
                abstain: probabilities.map(|p| p[1]),
                no: probabilities.map(|p| p[2]),
                last_vote: last.map(|(vote, _)| word(vote)),
                last_session: last.map(|(_, session)| session),
            });
        }
        let latest = self.view(standing.latest())?.roll_call;
        let mut sessions: Vec<u16> = (standing.roll_calls.iter())
            .map(|r| self.record.session(*r))
            .collect();
        sessions.dedup();
        Ok(Some(ResolutionForecast {
            asked: symbol.to_string(),
            latest: latest.symbol.clone(),
            title: question(latest),
            sessions,
            returns: item.probability,
            states,
        }))
    }
}

/// What a forecast of a pair in a set of roll calls is mixed of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Mixed {
    /// Sums over what may come back, over the pool, and over what began a series.
    pub(crate) sums: [PairSums; 3],
    /// What the second and the third weigh.
    pub(crate) mix: Mix,
    /// What comes of it.
    pub(crate) outlook: PairOutlook,
    /// The quantiles 0.05, 0.25, 0.75 and 0.95 of past errors, in units of spread.
    pub(crate) margins: Option<[f64; 4]>,
}

/// How states will vote on a resolution that may come back.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ResolutionForecast {
    /// The resolution asked about.
    pub asked: String,
    /// The symbol of the latest of its series.
    pub latest: Option<String>,
    /// Its title.
    pub title: String,
    /// The sessions, of the last six, in which the series came to a vote, the latest first.
    pub sessions: Vec<u16>,
    /// The probability that it comes to a vote in the session, 0 to 1.
    pub returns: f64,
    /// State by state.
    pub states: Vec<StateVoteForecast>,
}

/// How one state will vote, if it votes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StateVoteForecast {
    /// COW number.
    pub ccode: Ccode,
    /// ISO 3166 alpha-3, or the COW abbreviation where ISO has no code.
    pub iso3: String,
    /// Probability of yes, 0 to 1; empty for a state that never voted.
    pub yes: Option<f64>,
    /// Probability of an abstention.
    pub abstain: Option<f64>,
    /// Probability of no.
    pub no: Option<f64>,
    /// Its last vote on the series.
    pub last_vote: Option<&'static str>,
    /// The session of that vote.
    pub last_session: Option<u16>,
}

/// The word for a vote.
pub(crate) fn word(vote: u8) -> &'static str {
    match vote {
        1 => "yes",
        2 => "abstain",
        3 => "no",
        _ => "absent",
    }
}

/// What a roll call was on: its title, or where that is key words in capitals, as to session 70, the
/// description; without what only says that the Assembly adopted it.
pub(crate) fn question(roll_call: &RollCall) -> String {
    let reads = |text: &&String| text.chars().any(char::is_lowercase);
    let title = roll_call.title.as_ref().filter(reads);
    let text = title
        .or(roll_call.description.as_ref())
        .or(roll_call.title.as_ref());
    let text = text.map_or("without a title on record", String::as_str);
    let text = text.split(": resolution").next().unwrap_or(text);
    shortened(text.trim().trim_end_matches('.'))
}

/// A title of the length of titles: of some roll calls the record holds minutes of the sitting instead.
fn shortened(title: &str) -> String {
    /// The longest titles on record that are titles have some 200 characters.
    const MOST: usize = 220;
    let Some((end, _)) = title.char_indices().nth(MOST) else {
        return title.to_owned();
    };
    let whole = title[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &title[..whole])
}
