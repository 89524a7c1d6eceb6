//! Plain entries: a table for each, under its kind.

use serde::Deserialize;

use super::{Misread, text};
use crate::{
    Act, AgendaEntry, Commitment, Consultation, Document, Entity, Outcome, Position, Score,
};

/// The kinds in an order in which a reference leads to an earlier one.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
#[derive(Default)]
struct File {
    consultation: Vec<Consultation>,
    agenda_entry: Vec<AgendaEntry>,
    position: Vec<Position>,
    outcome: Vec<Outcome>,
    commitment: Vec<Commitment>,
    score: Vec<Score>,
    act: Vec<Act>,
    document: Vec<Document>,
}

pub(super) fn read(text: &str) -> Result<Vec<Entity>, Misread> {
    let file: File = text::read(text)?.value;
    let mut entries: Vec<Entity> = Vec::new();
    entries.extend(file.consultation.into_iter().map(Entity::from));
    entries.extend(file.agenda_entry.into_iter().map(Entity::from));
    entries.extend(file.position.into_iter().map(Entity::from));
    entries.extend(file.outcome.into_iter().map(Entity::from));
    entries.extend(file.commitment.into_iter().map(Entity::from));
    entries.extend(file.score.into_iter().map(Entity::from));
    entries.extend(file.act.into_iter().map(Entity::from));
    entries.extend(file.document.into_iter().map(Entity::from));
    Ok(entries)
}

#[cfg(test)]
mod tests {
    use super::super::read_toml_entries;
    use crate::Kind;

    const TEXT: &str = r#"
[[commitment]]
text = "Half of the region's power from clean sources by 2025"
by = ["CAN", "MEX", "USA"]
made = 2016-06-29
due = 2025-12-31
mechanism = "nals"
status = "open"
source = { citation = "Leaders' statement of 29 June 2016" }

[[consultation]]
mechanism = "nals"
title = "North American Leaders' Summit"
parties = ["CAN", "Mexico", "USA"]
level = "leader"
planned = { start = 2027-02-01, end = 2027-02-05 }
status = "planned"
"#;

    #[test]
    fn kinds_are_in_the_order_of_references() {
        let entries = read_toml_entries("own.toml", TEXT).unwrap();
        let kinds: Vec<Kind> = entries.iter().map(|entry| entry.kind()).collect();
        assert_eq!(kinds, [Kind::Consultation, Kind::Commitment]);
    }

    #[test]
    fn faults_name_their_place() {
        for (wrong, right, said) in [
            (
                "\"Mexico\"",
                "\"Mexcio\"",
                "own.toml:14:19: no state is called \"Mexcio\"",
            ),
            (
                "made = 2016",
                "mode = 2016",
                "own.toml:5:1: unknown field `mode`",
            ),
            (
                "[[consultation]]",
                "[[consultations]]",
                "own.toml:11:3: unknown field `consultations`",
            ),
            (
                "status = \"planned\"",
                "status = \"plan\"",
                "own.toml:17:10: unknown variant `plan`",
            ),
        ] {
            let error = read_toml_entries("own.toml", &TEXT.replace(wrong, right)).unwrap_err();
            assert!(error.to_string().starts_with(said), "{error}");
        }
    }
}
