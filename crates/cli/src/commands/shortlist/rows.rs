//! The shortlist as rows of JSON and CSV.

use entente_assessment::{CriterionValue, ItemCriterion, ItemRow, Shortlist};
use entente_brief::{Lang, Words};
use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

/// A row with the words of its criteria.
#[derive(Serialize)]
pub struct FullRow<'s> {
    #[serde(flatten)]
    row: &'s ItemRow,
    words: Vec<Told>,
}

#[derive(Serialize)]
struct Told {
    criterion: ItemCriterion,
    words: String,
}

pub fn full(found: &Shortlist, lang: Lang) -> Vec<FullRow<'_>> {
    let words = |row: &ItemRow| {
        let told = row.criteria.iter().map(|c| Told {
            criterion: c.criterion,
            words: words(c, lang.words()),
        });
        told.collect()
    };
    found
        .rows
        .iter()
        .map(|row| FullRow {
            words: words(row),
            row,
        })
        .collect()
}

pub fn words(value: &CriterionValue, words: &Words) -> String {
    words.told(&value.message)
}

/// One line: ranks, then value and interval of each criterion, then the reasons.
pub struct FlatRow<'s>(&'s ItemRow, Lang);

pub fn flat(found: &Shortlist, lang: Lang) -> Vec<FlatRow<'_>> {
    found.rows.iter().map(|row| FlatRow(row, lang)).collect()
}

impl Serialize for FlatRow<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let FlatRow(row, lang) = self;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &row.id)?;
        map.serialize_entry("name", &row.name)?;
        map.serialize_entry("reach", &row.reach)?;
        map.serialize_entry("place", &row.place)?;
        map.serialize_entry("expected_rank", &row.expected_rank)?;
        map.serialize_entry("rank_q05", &row.rank_q05)?;
        map.serialize_entry("rank_q95", &row.rank_q95)?;
        map.serialize_entry("first", &row.first)?;
        map.serialize_entry("top_three", &row.top_three)?;
        map.serialize_entry("confidence", &row.confidence)?;
        map.serialize_entry("overlap", &row.overlap)?;
        for value in &row.criteria {
            let name = value.criterion.as_str();
            map.serialize_entry(name, &value.value)?;
            map.serialize_entry(&format!("{name}_q05"), &value.low)?;
            map.serialize_entry(&format!("{name}_q95"), &value.high)?;
            map.serialize_entry(&format!("{name}_basis"), &value.basis)?;
            map.serialize_entry(&format!("{name}_words"), &words(value, lang.words()))?;
        }
        map.serialize_entry("strongest", &row.strongest)?;
        map.serialize_entry("weakest", &row.weakest)?;
        let carrier = row.carrier.as_ref();
        map.serialize_entry("carrier", &carrier.map(|c| &c.id))?;
        map.serialize_entry("carrier_probability", &carrier.map(|c| c.probability))?;
        map.serialize_entry("carrier_date", &carrier.and_then(|c| c.date))?;
        map.serialize_entry("next_step", &row.next_step)?;
        map.serialize_entry("sources", &row.sources)?;
        map.end()
    }
}
