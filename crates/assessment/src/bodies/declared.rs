//! How bodies are declared in TOML.

use std::ops::Range;

use entente_doors::declared::{Declared, Fault};
use entente_states::{Lang, system};
use jiff::civil::Date;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{BodyError, Bound, Group, Position, ShareHolder, Threshold, VotingBody};

pub(super) fn read(text: &str) -> Result<VotingBody, BodyError> {
    let declared = Declared::open(text, &[]).map_err(BodyError::of_text)?;
    let file: Result<File, _> = toml::from_str(declared.text());
    file.map_err(|e| BodyError::at(e.span().unwrap_or(0..0), e.message().to_owned()))
        .and_then(File::body)
        .map_err(|fault| BodyError {
            span: declared.place(fault.span),
            ..fault
        })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    title: String,
    decision: String,
    as_of: Option<Spanned<Datetime>>,
    places: Spanned<u32>,
    #[serde(default)]
    sources: toml::Table,
    rule: DeclaredThreshold,
    quorum: Option<DeclaredThreshold>,
    group: Spanned<Vec<DeclaredGroup>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclaredThreshold {
    share_above: Option<Spanned<f64>>,
    share_at_least: Option<Spanned<f64>>,
    counted_above: Option<Spanned<f64>>,
    counted_at_least: Option<Spanned<f64>>,
    members_above: Option<Spanned<f64>>,
    counted_name: Option<String>,
    source: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclaredGroup {
    id: Spanned<String>,
    name: String,
    counted: bool,
    total: Option<Spanned<f64>>,
    source: Option<Spanned<String>>,
    members: Spanned<Vec<DeclaredMember>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DeclaredMember {
    state: Spanned<String>,
    share: Option<Spanned<f64>>,
    source: Option<Spanned<String>>,
    position: Option<Spanned<String>>,
}

impl BodyError {
    pub(super) fn at(span: Range<usize>, message: impl Into<String>) -> Self {
        BodyError {
            message: message.into(),
            span,
            hint: None,
        }
    }

    pub(super) fn of_text(fault: Fault) -> Self {
        BodyError::at(fault.span, fault.message).hint(fault.hint)
    }

    pub(super) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }
}

impl File {
    fn body(self) -> Result<VotingBody, BodyError> {
        let places = *self.places.get_ref();
        if places > 4 {
            return Err(BodyError::at(self.places.span(), "too fine a unit")
                .hint("up to four decimal places of a per cent"));
        }
        let sources: Vec<(String, String)> = self
            .sources
            .iter()
            .map(|(key, text)| (key.clone(), text.as_str().unwrap_or_default().to_owned()))
            .collect();
        let sourced = |key: &Spanned<String>| {
            let known = sources.iter().any(|(k, _)| k == key.get_ref());
            known.then(|| key.get_ref().clone()).ok_or_else(|| {
                let message = format!("{:?} is no source", key.get_ref());
                BodyError::at(key.span(), message).hint("[sources] has a line for each")
            })
        };
        let units = |share: &Spanned<f64>| units(share, places);
        let place = self.group.span();
        let (mut groups, mut members) = (Vec::new(), Vec::<ShareHolder>::new());
        for declared in self.group.into_inner() {
            let at = groups.len();
            let mut known = 0;
            let mut open = false;
            let list = declared.members.span();
            for member in declared.members.into_inner() {
                let found = member.holder(at, &units, &sourced)?;
                if members.iter().any(|m| m.ccode == found.ccode) {
                    return Err(BodyError::at(member.state.span(), "a member given twice"));
                }
                known += found.share.unwrap_or(0);
                open |= found.share.is_none();
                members.push(found);
            }
            if let Some(key) = &declared.source {
                sourced(key)?;
            }
            let total = declared.total.as_ref().map(units).transpose()?;
            if open && total.is_none_or(|t| t < known) {
                let message = format!(
                    "a share of {:?} is left open, and no total could hold it",
                    declared.id.get_ref()
                );
                return Err(BodyError::at(list, message)
                    .hint("give every member a share, or the group a total above their sum"));
            }
            groups.push(Group {
                id: declared.id.into_inner(),
                name: declared.name,
                counted: declared.counted,
                total,
            });
        }
        if members.is_empty() {
            return Err(BodyError::at(place, "a body without members"));
        }
        Ok(VotingBody {
            title: self.title,
            decision: self.decision,
            as_of: self.as_of.as_ref().map(day).transpose()?,
            places,
            groups,
            members,
            rule: self.rule.threshold(&sourced)?,
            quorum: self.quorum.map(|q| q.threshold(&sourced)).transpose()?,
            sources,
        })
    }
}

impl DeclaredThreshold {
    fn threshold(
        self,
        sourced: &impl Fn(&Spanned<String>) -> Result<String, BodyError>,
    ) -> Result<Threshold, BodyError> {
        let source = sourced(&self.source)?;
        let share = bound(self.share_above, self.share_at_least)?.ok_or_else(|| {
            BodyError::at(self.source.span(), "no share is asked for")
                .hint("share_above = 50.0, or share_at_least = 75.0")
        })?;
        Ok(Threshold {
            share,
            counted: bound(self.counted_above, self.counted_at_least)?,
            members: bound(self.members_above, None)?,
            counted_name: self
                .counted_name
                .unwrap_or_else(|| "counted members".to_owned()),
            source: Some(source),
        })
    }
}

impl DeclaredMember {
    fn holder(
        &self,
        group: usize,
        units: &impl Fn(&Spanned<f64>) -> Result<u64, BodyError>,
        sourced: &impl Fn(&Spanned<String>) -> Result<String, BodyError>,
    ) -> Result<ShareHolder, BodyError> {
        let state = system()
            .resolve(self.state.get_ref())
            .map_err(|e| BodyError::at(self.state.span(), e.to_string()))?;
        if let Some(share) = &self.share
            && self.source.is_none()
        {
            return Err(BodyError::at(share.span(), "a share without a source")
                .hint("name one of [sources]"));
        }
        Ok(ShareHolder {
            ccode: state.ccode,
            iso3: state.key3().to_owned(),
            name: state.name(Lang::En).to_owned(),
            group,
            share: self.share.as_ref().map(units).transpose()?,
            source: self.source.as_ref().map(sourced).transpose()?,
            position: self.position.as_ref().map(position).transpose()?,
        })
    }
}

fn position(word: &Spanned<String>) -> Result<Position, BodyError> {
    stance(word.get_ref()).ok_or_else(|| {
        BodyError::at(word.span(), format!("{:?} is no position", word.get_ref()))
            .hint("there are: for, against")
    })
}

/// A position in a word.
pub(super) fn stance(word: &str) -> Option<Position> {
    match word {
        "for" => Some(Position::For),
        "against" => Some(Position::Against),
        _ => None,
    }
}

/// A share as a whole number of units.
fn units(share: &Spanned<f64>, places: u32) -> Result<u64, BodyError> {
    whole(*share.get_ref(), places).ok_or_else(|| {
        let message = format!("{} is no share of {places} decimal places", share.get_ref());
        BodyError::at(share.span(), message).hint("0 to 100, no finer than `places`")
    })
}

/// The same without its place.
pub(super) fn whole(share: f64, places: u32) -> Option<u64> {
    let units = share * f64::from(10_u32.pow(places));
    let whole = units.round();
    let fits = (0.0..=100.0).contains(&share) && (units - whole).abs() < 1e-6;
    fits.then_some(whole as u64)
}

fn bound(
    above: Option<Spanned<f64>>,
    at_least: Option<Spanned<f64>>,
) -> Result<Option<Bound>, BodyError> {
    let (declared, bound): (Spanned<f64>, fn(f64) -> Bound) = match (above, at_least) {
        (Some(_), Some(second)) => {
            return Err(BodyError::at(
                second.span(),
                "two thresholds where one holds",
            ));
        }
        (Some(above), None) => (above, Bound::Above),
        (None, Some(at_least)) => (at_least, Bound::AtLeast),
        (None, None) => return Ok(None),
    };
    let per_cent = *declared.get_ref();
    match (0.0..=100.0).contains(&per_cent) {
        true => Ok(Some(bound(per_cent))),
        false => Err(BodyError::at(
            declared.span(),
            format!("{per_cent} is no per cent"),
        )),
    }
}

fn day(declared: &Spanned<Datetime>) -> Result<Date, BodyError> {
    let found = declared.get_ref().to_string().parse::<Date>();
    found.map_err(|_| {
        BodyError::at(declared.span(), format!("{} is no day", declared.get_ref()))
            .hint("a day without quotes or hours, as 2020-09-12")
    })
}
