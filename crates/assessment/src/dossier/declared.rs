//! How dossiers are declared in TOML.

use std::ops::Range;

use entente_states::{Ccode, system};
use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Cadence, Dossier, DossierError, EnteredMeeting, Level, Mechanism, OccasionPattern};

pub(super) fn read(text: &str) -> Result<Dossier, DossierError> {
    let file: File = toml::from_str(text)
        .map_err(|e| DossierError::at(e.span().unwrap_or(0..0), e.message().to_owned()))?;
    file.dossier()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    parties: Spanned<Vec<Spanned<String>>>,
    #[serde(default)]
    mechanism: Vec<DeclaredMechanism>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclaredMechanism {
    id: Spanned<String>,
    name: String,
    parties: Spanned<Vec<Spanned<String>>>,
    level: Spanned<String>,
    cadence: Spanned<String>,
    founded: Spanned<Datetime>,
    ended: Option<Spanned<Datetime>>,
    #[serde(default)]
    mandate: Vec<String>,
    note: Option<String>,
    #[serde(default)]
    sources: Vec<String>,
    #[serde(default)]
    occasions: Vec<DeclaredOccasion>,
    #[serde(default)]
    meeting: Vec<DeclaredMeeting>,
    complete_to: Option<Spanned<Datetime>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclaredOccasion {
    words: Spanned<Vec<Spanned<String>>>,
    from: Option<Spanned<Datetime>>,
    until: Option<Spanned<Datetime>>,
    #[serde(default)]
    participants: Vec<Spanned<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclaredMeeting {
    start: Spanned<Datetime>,
    end: Option<Spanned<Datetime>>,
    place: Spanned<String>,
    source: Spanned<String>,
}

impl File {
    fn dossier(self) -> Result<Dossier, DossierError> {
        let parties = two_or_more(self.parties)?;
        let mut mechanisms: Vec<Mechanism> = Vec::new();
        for declared in self.mechanism {
            let place = declared.id.span();
            let mechanism = declared.mechanism()?;
            if mechanisms.iter().any(|m| m.id == mechanism.id) {
                let message = format!("the id {:?} is taken", mechanism.id);
                return Err(DossierError::at(place, message).hint("give the mechanism another id"));
            }
            mechanisms.push(mechanism);
        }
        Ok(Dossier {
            title: self.title,
            parties,
            mechanisms,
        })
    }
}

impl DeclaredMechanism {
    fn mechanism(self) -> Result<Mechanism, DossierError> {
        let id = self.id.get_ref().clone();
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if id.is_empty() || !id.chars().all(plain) {
            return Err(DossierError::at(self.id.span(), format!("{id:?} is no id"))
                .hint("letters, figures, - and _"));
        }
        let word = self.level.get_ref();
        let level = Level::from_word(word).ok_or_else(|| {
            DossierError::at(self.level.span(), format!("{word:?} is no level"))
                .hint("there are: leader, minister, official")
        })?;
        let text = self.cadence.get_ref();
        let cadence = Cadence::parse(text).ok_or_else(|| {
            DossierError::at(self.cadence.span(), format!("{text:?} is no cadence"))
                .hint("an ISO 8601 duration of years, months, weeks or days, as \"P1Y\" or \"P6M\"")
        })?;
        let founded = day(&self.founded)?;
        let ended = after(self.ended, founded, "the mechanism was founded")?;
        let complete_to = after(self.complete_to, founded, "the mechanism was founded")?;
        if level == Level::Official
            && let Some(first) = self.occasions.first()
        {
            return Err(DossierError::at(
                first.words.span(),
                "officials are not in the contact record",
            )
            .hint("enter the meetings, and say with `complete_to` to which day they are all"));
        }
        if self.occasions.is_empty() && complete_to.is_none() {
            let message = format!("nothing says how the meetings of {id:?} are found");
            return Err(DossierError::at(self.id.span(), message).hint(
                "give `occasions`, or the meetings and with `complete_to` the day to which they are all",
            ));
        }
        Ok(Mechanism {
            name: self.name,
            parties: two_or_more(self.parties)?,
            level,
            cadence,
            founded,
            ended,
            mandate: self.mandate,
            note: self.note,
            sources: self.sources,
            occasions: each(self.occasions, DeclaredOccasion::pattern)?,
            meetings: each(self.meeting, |m| m.meeting(founded))?,
            complete_to,
            id,
        })
    }
}

impl DeclaredOccasion {
    fn pattern(self) -> Result<OccasionPattern, DossierError> {
        if self.words.get_ref().is_empty() {
            return Err(DossierError::at(self.words.span(), "no words to look for"));
        }
        let from = self.from.as_ref().map(day).transpose()?;
        let until = match from {
            Some(first) => after(self.until, first, "it begins")?,
            None => self.until.as_ref().map(day).transpose()?,
        };
        let words = each(self.words.into_inner(), |phrase| {
            match phrase.get_ref().chars().any(char::is_alphanumeric) {
                true => Ok(phrase.into_inner()),
                false => Err(DossierError::at(phrase.span(), "no words to look for")),
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
    fn meeting(self, founded: Date) -> Result<EnteredMeeting, DossierError> {
        let start = day(&self.start)?;
        if start < founded {
            return Err(DossierError::at(
                self.start.span(),
                format!("{start} lies before {founded}, when the mechanism was founded"),
            ));
        }
        for told in [&self.place, &self.source] {
            if told.get_ref().trim().is_empty() {
                return Err(DossierError::at(told.span(), "left empty")
                    .hint("a meeting that is entered has a place and a source"));
            }
        }
        Ok(EnteredMeeting {
            start,
            end: after(self.end, start, "it begins")?.unwrap_or(start),
            place: self.place.into_inner(),
            source: self.source.into_inner(),
        })
    }
}

fn each<D, T>(
    declared: Vec<D>,
    read: impl Fn(D) -> Result<T, DossierError>,
) -> Result<Vec<T>, DossierError> {
    declared.into_iter().map(read).collect()
}

fn two_or_more(names: Spanned<Vec<Spanned<String>>>) -> Result<Vec<Ccode>, DossierError> {
    let place = names.span();
    let mut parties: Vec<Ccode> = Vec::new();
    for name in names.into_inner() {
        let party = state(&name)?;
        if parties.contains(&party) {
            return Err(DossierError::at(name.span(), "a state given twice"));
        }
        parties.push(party);
    }
    match parties.len() {
        0 | 1 => Err(DossierError::at(place, "two states or more are needed")),
        _ => Ok(parties),
    }
}

fn state(name: &Spanned<String>) -> Result<Ccode, DossierError> {
    system()
        .resolve(name.get_ref())
        .map(|s| s.ccode)
        .map_err(|e| DossierError::at(name.span(), e.to_string()))
}

fn day(declared: &Spanned<Datetime>) -> Result<Date, DossierError> {
    let told = declared.get_ref();
    let only_a_date = told.time.is_none() && told.offset.is_none();
    let found = told.date.filter(|_| only_a_date).and_then(|d| {
        let year = i16::try_from(d.year).ok()?;
        let (month, day) = (i8::try_from(d.month).ok()?, i8::try_from(d.day).ok()?);
        Date::new(year, month, day).ok()
    });
    found.ok_or_else(|| {
        DossierError::at(declared.span(), format!("{told} is no day"))
            .hint("a day without quotes or hours, as 2021-11-18")
    })
}

/// A day that may be given, and must not lie before another.
fn after(
    declared: Option<Spanned<Datetime>>,
    first: Date,
    what: &str,
) -> Result<Option<Date>, DossierError> {
    let Some(declared) = declared else {
        return Ok(None);
    };
    let place: Range<usize> = declared.span();
    match day(&declared)? {
        found if found < first => Err(DossierError::at(
            place,
            format!("{found} lies before {first}, when {what}"),
        )),
        found => Ok(Some(found)),
    }
}
