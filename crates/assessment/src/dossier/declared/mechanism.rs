//! Mechanisms.

use jiff::civil::Date;
use schemars::JsonSchema;
use serde::Deserialize;

use super::super::told::{Day, Told, after, each, one_of, state, two_or_more, words};
use super::super::{Cadence, DossierError, EnteredMeeting, Level, Mechanism, OccasionPattern};
use super::known::Known;

/// A standing arrangement with a cadence.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct DeclaredMechanism {
    /// A short name without blanks.
    id: Told<String>,
    /// Its name.
    name: Told<String>,
    /// Who takes part.
    parties: Told<Vec<Told<String>>>,
    /// Who meets: leader, minister or official.
    level: Told<String>,
    /// How often it is to meet, an ISO 8601 duration: "P1Y", "P6M".
    cadence: Told<String>,
    /// From this day it exists.
    founded: Day,
    /// The day on which it was replaced or given up.
    ended: Option<Day>,
    /// What it deals with.
    #[serde(default)]
    mandate: Vec<String>,
    /// What a reader must know.
    note: Option<String>,
    /// Ids of sources, with the place in them: "id" or "id: place".
    sources: Told<Vec<Told<String>>>,
    /// How its meetings are found in the contact record.
    #[serde(default)]
    occasions: Vec<DeclaredOccasion>,
    /// Meetings entered by hand.
    #[serde(default)]
    meeting: Vec<DeclaredMeeting>,
    /// To this day the entered meetings are all there were.
    complete_to: Option<Day>,
}

/// How meetings are found in the contact record: all that is given must hold.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeclaredOccasion {
    /// Phrases of the remark, of which one is enough.
    words: Told<Vec<Told<String>>>,
    /// Not before this day.
    from: Option<Day>,
    /// Not after this day.
    until: Option<Day>,
    /// States that the records of the meeting must show.
    #[serde(default)]
    participants: Vec<Told<String>>,
}

/// A meeting entered by hand.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DeclaredMeeting {
    /// First day.
    start: Day,
    /// Last day.
    end: Option<Day>,
    /// Where.
    place: Told<String>,
    /// Id of the source, with the place in it.
    source: Told<String>,
}

impl DeclaredMechanism {
    pub(super) fn mechanism(self, known: &mut Known) -> Result<Mechanism, DossierError> {
        let id = known.new_id("mechanism", &self.id)?;
        known.mechanisms.push(id.clone());
        let level = one_of(&self.level, "level", &Level::WORDS)?;
        let text = self.cadence.get();
        let cadence = Cadence::parse(text).ok_or_else(|| {
            let fault = self.cadence.fault(format!("{text:?} is no cadence"));
            fault
                .hint("an ISO 8601 duration of years, months, weeks or days, as \"P1Y\" or \"P6M\"")
        })?;
        let founded = self.founded.read()?;
        let ended = after(self.ended.as_ref(), founded, "the mechanism was founded")?;
        let complete_to = after(
            self.complete_to.as_ref(),
            founded,
            "the mechanism was founded",
        )?;
        if level == Level::Official
            && let Some(first) = self.occasions.first()
        {
            let fault = (first.words).fault("officials are not in the contact record");
            return Err(fault
                .hint("enter the meetings, and say with `complete_to` to which day they are all"));
        }
        if self.occasions.is_empty() && complete_to.is_none() {
            let fault =
                (self.id).fault(format!("nothing says how the meetings of {id:?} are found"));
            return Err(fault.hint(
                "give `occasions`, or the meetings and with `complete_to` the day to which they are all",
            ));
        }
        let sources = known.sources(&self.sources)?;
        Ok(Mechanism {
            name: words(self.name)?,
            parties: two_or_more(self.parties)?,
            level,
            cadence,
            founded,
            ended,
            mandate: self.mandate,
            note: self.note,
            sources: sources.iter().map(|c| known.cited(c)).collect(),
            occasions: each(self.occasions, DeclaredOccasion::pattern)?,
            meetings: each(self.meeting, |m| m.meeting(founded, known))?,
            complete_to,
            id,
        })
    }
}

impl DeclaredOccasion {
    fn pattern(self) -> Result<OccasionPattern, DossierError> {
        if self.words.get().is_empty() {
            return Err(self.words.fault("no words to look for"));
        }
        let from = self.from.as_ref().map(Day::read).transpose()?;
        let until = match from {
            Some(first) => after(self.until.as_ref(), first, "it begins")?,
            None => self.until.as_ref().map(Day::read).transpose()?,
        };
        let words = each(self.words.into_inner(), |phrase| {
            match phrase.get().chars().any(char::is_alphanumeric) {
                true => Ok(phrase.into_inner()),
                false => Err(phrase.fault("no words to look for")),
            }
        })?;
        Ok(OccasionPattern {
            words,
            from,
            until,
            participants: each(self.participants, |name| state(&name))?,
        })
    }
}

impl DeclaredMeeting {
    fn meeting(self, founded: Date, known: &Known) -> Result<EnteredMeeting, DossierError> {
        let start = self.start.read()?;
        if start < founded {
            return Err(DossierError::at(
                self.start.span(),
                format!("{start} lies before {founded}, when the mechanism was founded"),
            ));
        }
        Ok(EnteredMeeting {
            start,
            end: after(self.end.as_ref(), start, "it begins")?.unwrap_or(start),
            place: words(self.place)?,
            source: known.cited(&known.citation(&self.source)?),
        })
    }
}
