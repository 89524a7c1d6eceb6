//! Bad input: each fault names its field.

use entente_ledger::{Change, Entity, Fault, LedgerError, Viewer};
use serde_json::{Value, json};

use crate::place::Place;
use crate::sample::*;

type Test = fn(&Fault) -> bool;

macro_rules! is {
    ($pattern:pat) => {
        (|fault: &Fault| matches!(fault, $pattern)) as Test
    };
}

fn with(mut json: Value, field: &str, value: Value) -> Value {
    json[field] = value;
    json
}

pub async fn each_fault_names_its_field(place: &Place) {
    let ledger = place.ledger().await;
    summit_with_notes(&ledger).await;
    let before = export(&ledger, Viewer::Delegation(MEXICO)).await;
    let meeting = || consultation("new");
    let promise = || commitment("new");
    let mark = || {
        serde_json::to_value(score("clean-power", "MEX", "A", "final", "2025-01-01", 1)).unwrap()
    };
    let agenda = || json!({"consultation": "nals-2016", "order": 1, "title": "T"});
    let act = || json!({"date": "2024-01-01", "party": 70, "weight": 0.5, "text": "T", "sources": [{"citation": "S"}]});
    let outcome = || json!({"consultation": "nals-2016", "text": "T"});
    let note = || serde_json::to_value(position("MEX", "climate")).unwrap();
    let extension =
        json!([{"decided": "2020-01-01", "from": "2020-01-01", "to": "2021-01-01", "reason": "R"}]);
    let cases: Vec<(&str, Value, &str, Test)> = vec![
        (
            "consultation",
            with(meeting(), "id", json!("two words")),
            "id",
            is!(Fault::NotAnId(_)),
        ),
        (
            "consultation",
            with(meeting(), "id", json!("consultation-5")),
            "id",
            is!(Fault::ReservedId(_)),
        ),
        (
            "consultation",
            with(meeting(), "title", json!(" ")),
            "title",
            is!(Fault::Empty),
        ),
        (
            "consultation",
            with(meeting(), "title", json!("a\u{0}b")),
            "title",
            is!(Fault::Forbidden(entente_doors::text::Forbidden {
                character: '\0',
                ..
            })),
        ),
        (
            "consultation",
            with(meeting(), "parties", json!(["USA"])),
            "parties",
            is!(Fault::TooFew {
                found: 1,
                needed: 2
            }),
        ),
        (
            "consultation",
            with(meeting(), "parties", json!(["USA", 2])),
            "parties[1]",
            is!(Fault::Twice(_)),
        ),
        (
            "consultation",
            with(
                meeting(),
                "planned",
                json!({"start": "2016-06-29", "end": "2016-06-28"}),
            ),
            "planned.end",
            is!(Fault::Before { .. }),
        ),
        (
            "consultation",
            with(
                meeting(),
                "planned",
                json!({"start": "1016-06-29", "end": "2016-06-28"}),
            ),
            "planned.start",
            is!(Fault::TooEarly(_)),
        ),
        (
            "consultation",
            with(meeting(), "actual", json!(null)),
            "actual",
            is!(Fault::Needed(_)),
        ),
        (
            "consultation",
            with(
                meeting(),
                "actual",
                json!({"start": "2026-12-01", "end": "2026-12-01"}),
            ),
            "actual.end",
            is!(Fault::Future(_)),
        ),
        (
            "consultation",
            with(meeting(), "status", json!("planned")),
            "actual",
            is!(Fault::Superfluous(_)),
        ),
        (
            "consultation",
            with(
                with(meeting(), "status", json!("cancelled")),
                "actual",
                json!(null),
            ),
            "reason",
            is!(Fault::Needed(_)),
        ),
        (
            "consultation",
            with(
                meeting(),
                "participants",
                json!([{"party": "FRA", "office": "President"}]),
            ),
            "participants[0].party",
            is!(Fault::NotAParty { .. }),
        ),
        (
            "consultation",
            with(
                meeting(),
                "sources",
                json!([{"citation": "S", "address": "ftp://example.org"}]),
            ),
            "sources[0].address",
            is!(Fault::NotAnAddress(_)),
        ),
        (
            "agenda-entry",
            with(agenda(), "order", json!(0)),
            "order",
            is!(Fault::OutOfRange { .. }),
        ),
        (
            "agenda-entry",
            with(agenda(), "title", json!(null)),
            "title",
            is!(Fault::Needed(_)),
        ),
        (
            "agenda-entry",
            with(agenda(), "consultation", json!("none")),
            "consultation",
            is!(Fault::Unknown(_)),
        ),
        (
            "agenda-entry",
            with(agenda(), "carried_from", json!("energy")),
            "carried_from",
            is!(Fault::Disagrees(_)),
        ),
        (
            "agenda-entry",
            with(agenda(), "carried_from", json!("none")),
            "carried_from",
            is!(Fault::Unknown(_)),
        ),
        (
            "agenda-entry",
            with(
                agenda(),
                "leads",
                json!([{"party": "FRA", "office": "Minister"}]),
            ),
            "leads[0].party",
            is!(Fault::NotAParty { .. }),
        ),
        ("position", note(), "entry", is!(Fault::Unknown(_))),
        (
            "position",
            with(note(), "id", json!("mine")),
            "id",
            is!(Fault::AssignedId),
        ),
        (
            "outcome",
            with(outcome(), "entry", json!("none")),
            "entry",
            is!(Fault::Unknown(_)),
        ),
        (
            "commitment",
            with(promise(), "due", json!("2016-06-28")),
            "due",
            is!(Fault::Before { .. }),
        ),
        (
            "commitment",
            with(promise(), "made", json!("2030-01-01")),
            "made",
            is!(Fault::Future(_)),
        ),
        (
            "commitment",
            with(promise(), "by", json!([])),
            "by",
            is!(Fault::TooFew { .. }),
        ),
        (
            "commitment",
            with(promise(), "by", json!(["FRA"])),
            "by[0]",
            is!(Fault::NotAParty { .. }),
        ),
        (
            "commitment",
            with(promise(), "mechanism", json!("other")),
            "mechanism",
            is!(Fault::Disagrees(_)),
        ),
        (
            "commitment",
            with(promise(), "from", json!(["none"])),
            "from",
            is!(Fault::Unknown(_)),
        ),
        (
            "commitment",
            with(promise(), "from", json!(["new"])),
            "from",
            is!(Fault::Itself),
        ),
        (
            "commitment",
            with(promise(), "status", json!("done")),
            "closed",
            is!(Fault::Needed(_)),
        ),
        (
            "commitment",
            with(promise(), "closed", json!("2020-01-01")),
            "closed",
            is!(Fault::Superfluous(_)),
        ),
        (
            "commitment",
            with(
                with(promise(), "status", json!("withdrawn")),
                "closed",
                json!("2020-01-01"),
            ),
            "reason",
            is!(Fault::Needed(_)),
        ),
        (
            "commitment",
            with(promise(), "extensions", extension),
            "extensions[0].to",
            is!(Fault::Disagrees(_)),
        ),
        (
            "score",
            with(mark(), "evidence", json!("")),
            "evidence",
            is!(Fault::Empty),
        ),
        (
            "score",
            with(mark(), "address", json!("on file")),
            "address",
            is!(Fault::NotAnAddress(_)),
        ),
        (
            "score",
            with(mark(), "commitment", json!("none")),
            "commitment",
            is!(Fault::Unknown(_)),
        ),
        (
            "score",
            with(mark(), "party", json!("FRA")),
            "party",
            is!(Fault::NotAParty { .. }),
        ),
        (
            "score",
            with(mark(), "date", json!("2016-06-28")),
            "date",
            is!(Fault::Before { .. }),
        ),
        (
            "act",
            with(act(), "weight", json!(1.5)),
            "weight",
            is!(Fault::OutOfRange { .. }),
        ),
        (
            "act",
            with(act(), "sources", json!([])),
            "sources",
            is!(Fault::Needed(_)),
        ),
        (
            "act",
            with(act(), "date", json!("2027-01-01")),
            "date",
            is!(Fault::Future(_)),
        ),
    ];
    let view = ledger.as_seen_by(Viewer::Delegation(MEXICO));
    for (kind, json, field, expected) in cases {
        let entity: Entity = serde_json::from_value(json!({kind: json})).unwrap();
        let error = view
            .record(Change::New(entity), &stamp(30))
            .await
            .unwrap_err();
        let LedgerError::Invalid(invalid) = error else {
            panic!("{kind} {field}: {error}")
        };
        assert_eq!(invalid.field, field, "{invalid}");
        assert!(expected(&invalid.fault), "{invalid:?}");
        assert!(invalid.to_string().starts_with(kind), "{invalid}");
    }
    assert_eq!(export(&ledger, Viewer::Delegation(MEXICO)).await, before);
}
