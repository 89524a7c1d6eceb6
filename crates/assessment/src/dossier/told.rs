//! What a dossier tells: values that know where they stand in the text.

use std::borrow::Cow;
use std::ops::Range;

use entente_states::{Ccode, system};
use jiff::ToSpan;
use jiff::civil::Date;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use strsim::jaro_winkler;
use toml::value::Datetime;
use toml::{Spanned, Value};

use super::DossierError;

/// A value and its place.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Told<T>(Spanned<T>);

impl<T> Told<T> {
    pub(super) fn get(&self) -> &T {
        self.0.get_ref()
    }

    pub(super) fn into_inner(self) -> T {
        self.0.into_inner()
    }

    pub(super) fn span(&self) -> Range<usize> {
        self.0.span()
    }

    pub(super) fn fault(&self, message: impl Into<String>) -> DossierError {
        DossierError::at(self.span(), message)
    }
}

impl<T: JsonSchema> JsonSchema for Told<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// A day as TOML writes it, without quotes: 2021-11-18.
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct Day(Told<Datetime>);

impl JsonSchema for Day {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Day".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "format": "date", "description": "A day without quotes, as 2021-11-18." })
    }
}

impl Day {
    pub(super) fn span(&self) -> Range<usize> {
        self.0.span()
    }

    pub(super) fn read(&self) -> Result<Date, DossierError> {
        let told = self.0.get();
        civil(told).ok_or_else(|| {
            let message = format!("{told} is no day");
            (self.0.fault(message)).hint("a day without quotes or hours, as 2021-11-18")
        })
    }
}

/// A day, a month ("2021-01") or a year ("2021").
#[derive(Clone, Debug, Deserialize)]
#[serde(transparent)]
pub(super) struct DayOrMonth(Told<Value>);

impl JsonSchema for DayOrMonth {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "DayOrMonth".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$",
            "description": "A day without quotes, as 2021-01-29; a month or a year in quotes, as \"2021-01\" or \"2021\"."
        })
    }
}

impl DayOrMonth {
    /// The last day that it can mean, and how it was told.
    pub(super) fn read(&self) -> Result<(Date, String), DossierError> {
        let found = match self.0.get() {
            Value::Datetime(told) => civil(told).map(|day| (day, day.to_string())),
            Value::String(told) => last_day(told).map(|day| (day, told.clone())),
            _ => None,
        };
        found.ok_or_else(|| {
            let message = format!("{} is no day, month or year", self.0.get());
            (self.0.fault(message))
                .hint("a day without quotes, as 2021-01-29, or \"2021-01\", or \"2021\"")
        })
    }
}

/// A day without hours.
fn civil(told: &Datetime) -> Option<Date> {
    let only_a_date = told.time.is_none() && told.offset.is_none();
    let date = told.date.filter(|_| only_a_date)?;
    let year = i16::try_from(date.year).ok()?;
    let (month, day) = (i8::try_from(date.month).ok()?, i8::try_from(date.day).ok()?);
    Date::new(year, month, day).ok()
}

/// The last day of "2021" or "2021-01".
fn last_day(text: &str) -> Option<Date> {
    let (year, month) = match text.split_once('-') {
        Some((year, month)) if month.len() == 2 => (year, month.parse().ok()?),
        Some(_) => return None,
        None => (text, 12),
    };
    let year = (year.len() == 4).then(|| year.parse().ok())??;
    let first = Date::new(year, month, 1).ok()?;
    first.checked_add(1.month()).ok()?.checked_sub(1.day()).ok()
}

/// A day that may be given, and must not lie before another.
pub(super) fn after(
    declared: Option<&Day>,
    first: Date,
    what: &str,
) -> Result<Option<Date>, DossierError> {
    let Some(declared) = declared else {
        return Ok(None);
    };
    match declared.read()? {
        found if found < first => Err(DossierError::at(
            declared.span(),
            format!("{found} lies before {first}, when {what}"),
        )),
        found => Ok(Some(found)),
    }
}

/// The span in which something holds.
pub(super) fn spell(from: &Day, until: Option<&Day>) -> Result<(Date, Option<Date>), DossierError> {
    let first = from.read()?;
    Ok((first, after(until, first, "it begins")?))
}

pub(super) fn each<D, T>(
    declared: Vec<D>,
    read: impl FnMut(D) -> Result<T, DossierError>,
) -> Result<Vec<T>, DossierError> {
    declared.into_iter().map(read).collect()
}

pub(super) fn state(name: &Told<String>) -> Result<Ccode, DossierError> {
    system()
        .resolve(name.get())
        .map(|s| s.ccode)
        .map_err(|e| name.fault(e.to_string()))
}

/// Two different states or more.
pub(super) fn two_or_more(names: Told<Vec<Told<String>>>) -> Result<Vec<Ccode>, DossierError> {
    let place = names.span();
    let mut parties: Vec<Ccode> = Vec::new();
    for name in names.into_inner() {
        let party = state(&name)?;
        if parties.contains(&party) {
            return Err(name.fault("a state given twice"));
        }
        parties.push(party);
    }
    match parties.len() {
        0 | 1 => Err(DossierError::at(place, "two states or more are needed")),
        _ => Ok(parties),
    }
}

/// Two different states.
pub(super) fn pair(names: Told<Vec<Told<String>>>) -> Result<[Ccode; 2], DossierError> {
    let place = names.span();
    <[Ccode; 2]>::try_from(two_or_more(names)?)
        .map_err(|_| DossierError::at(place, "two states are needed"))
}

/// A short name of letters, figures, `-` and `_`.
pub(super) fn id(told: &Told<String>) -> Result<String, DossierError> {
    let id = told.get();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    match !id.is_empty() && id.chars().all(plain) {
        true => Ok(id.clone()),
        false => Err(told
            .fault(format!("{id:?} is no id"))
            .hint("letters, figures, - and _")),
    }
}

/// Words that may not be left out.
pub(super) fn words(told: Told<String>) -> Result<String, DossierError> {
    match told.get().trim().is_empty() {
        true => Err(told.fault("left empty")),
        false => Ok(told.into_inner()),
    }
}

/// One of some words; the nearest is suggested for any other.
pub(super) fn one_of<T: Copy>(
    told: &Told<String>,
    what: &str,
    among: &[(&'static str, T)],
) -> Result<T, DossierError> {
    let word = told.get();
    if let Some((_, value)) = among.iter().find(|(name, _)| name == word) {
        return Ok(*value);
    }
    let names: Vec<&str> = among.iter().map(|(name, _)| *name).collect();
    Err(told
        .fault(format!("{word:?} is no {what}"))
        .hint(suggestion(word, &names)))
}

/// "did you mean `x`?", or all there are.
pub(super) fn suggestion(word: &str, names: &[&str]) -> String {
    let near = (names.iter())
        .map(|name| (jaro_winkler(word, name), name))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0));
    match near {
        Some((_, name)) => format!("did you mean {name:?}?"),
        None if names.is_empty() => "there is none".to_owned(),
        None => format!("there are: {}", names.join(", ")),
    }
}

/// A number within bounds.
pub(super) fn within(
    told: &Told<f64>,
    (low, high): (f64, f64),
    what: &str,
) -> Result<f64, DossierError> {
    let value = *told.get();
    match (low..=high).contains(&value) {
        true => Ok(value),
        false => Err(told
            .fault(format!("{value} is no {what}"))
            .hint(format!("from {low} to {high}"))),
    }
}

/// Two years, the first not after the second.
pub(super) fn years(told: &Told<[u16; 2]>) -> Result<[u16; 2], DossierError> {
    let [first, last] = *told.get();
    match (1900..=2200).contains(&first) && first <= last && last <= 2200 {
        true => Ok([first, last]),
        false => Err(told
            .fault(format!("{first} to {last} is no span of years"))
            .hint("first and last year, as [2009, 2012]")),
    }
}
