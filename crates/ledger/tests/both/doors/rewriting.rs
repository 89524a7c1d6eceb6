//! Any field of a valid export, rewritten.

use entente_ledger::{Change, Commitment, Ledger, Viewer};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use super::{ALL, AMERICAN, MEXICAN, exports, own_content, tried};
use crate::deeds::sha256;
use crate::forged::Forged;
use crate::place::{Backend, Place, open};
use crate::properties::holds;
use crate::sample::*;

/// A place in an export, and what is put there.
#[derive(Clone, Debug)]
struct Rewriting {
    row: Index,
    field: Index,
    value: Value,
    document: Option<Index>,
    chained: bool,
}

fn rewriting() -> impl Strategy<Value = Rewriting> {
    let values = select(vec![
        json!(null),
        json!(0),
        json!(1),
        json!(2),
        json!(20),
        json!(70),
        json!(-1),
        json!(true),
        json!([]),
        json!([2, 70]),
        json!({}),
        json!(""),
        json!("position-own-1"),
        json!("document-own-3"),
        json!("energy"),
        json!("nals-2016"),
        json!("position"),
        json!("document"),
        json!("commitment"),
        json!("2026-11-25T12:00:30.000000Z"),
        json!("9999-12-30T21:59:59.999999Z"),
        json!("2016-06-29"),
        json!("A\u{1b}[31m\0\r"),
        json!(sha256(own_content().as_bytes())),
        json!([{"kind": "position", "id": "position-own-1"}]),
        json!({"dossier": "/etc/passwd", "item": "x"}),
        json!({"author": "Ana", "entity": {}}),
    ]);
    let document = proptest::option::weighted(0.1, any::<Index>());
    (
        any::<Index>(),
        any::<Index>(),
        values,
        document,
        any::<bool>(),
    )
        .prop_map(|(row, field, value, document, chained)| Rewriting {
            row,
            field,
            value,
            document,
            chained,
        })
}

/// The places of all values within one.
fn places(value: &Value, at: &str, all: &mut Vec<String>) {
    all.push(at.to_owned());
    match value {
        Value::Object(map) => {
            for (key, inner) in map {
                places(inner, &format!("{at}/{key}"), all);
            }
        }
        Value::Array(list) => {
            for (i, inner) in list.iter().enumerate() {
                places(inner, &format!("{at}/{i}"), all);
            }
        }
        _ => {}
    }
}

impl Rewriting {
    /// Rewrites one field; the chain is made right again, or the hashes are left as they were.
    fn of(&self, text: &str) -> String {
        let mut forged = Forged::from(text);
        let rows = match self.document {
            Some(_) if !forged.documents.is_empty() => &mut forged.documents,
            _ => &mut forged.revisions,
        };
        let row = self.document.unwrap_or(self.row).index(rows.len());
        let mut all = Vec::new();
        places(&rows[row], "", &mut all);
        let place = self.field.get(&all[1..]);
        let before = rows[row].clone();
        *rows[row].pointer_mut(place).unwrap() = self.value.clone();
        let after = rows[row].clone();
        match self.chained {
            true => forged.text(),
            false => text.replacen(&before.to_string(), &after.to_string(), 1),
        }
    }
}

/// What everybody and the United States wrote after Mexico's notes: entries of every kind, and changes of some.
async fn more(ledger: &Ledger) {
    let mut later = consultation("nals-2021");
    later["actual"] = json!({"start": "2021-11-18", "end": "2021-11-18"});
    let all: Vec<entente_ledger::Entity> = vec![
        entry::<entente_ledger::Consultation>(later).into(),
        entry::<entente_ledger::AgendaEntry>(json!({
            "consultation": "nals-2021", "order": 1, "title": "Energy", "carried_from": "energy",
            "leads": [{"party": 70, "office": "Secretary"}],
        }))
        .into(),
        entry::<entente_ledger::Outcome>(json!({
            "consultation": "nals-2016", "entry": "energy", "text": "A plan",
        }))
        .into(),
        entry::<Commitment>(commitment("more")).into(),
        score("clean-power", "MEX", "A", "final", "2025-01-01", 1).into(),
        entry::<entente_ledger::Act>(json!({
            "date": "2024-02-01", "party": 70, "weight": -0.3, "text": "An act",
            "sources": [{"citation": "A paper"}],
        }))
        .into(),
    ];
    add(ledger, all).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    let mut read = joint.get::<Commitment>("clean-power").await.unwrap();
    read.entry.note = Some("A note".to_owned());
    let change = Change::Revision {
        from: read.version,
        entity: read.entry.into(),
    };
    joint.record(change, &stamp(40)).await.unwrap();
    joint
        .attach(document("statement"), b"text", &stamp(41))
        .await
        .unwrap();
    let mut own = document("mine");
    own.delegation = Some(USA);
    let usa = ledger.as_seen_by(AMERICAN);
    usa.attach(own, b"American text", &stamp(42)).await.unwrap();
}

/// Any field of a valid export, rewritten, and imported by anybody: no private byte moves, nothing of another's
/// changes, and what is told does not depend on what another keeps.
pub async fn whatever_is_rewritten_stays_within_its_part(place: &Place) {
    let memory = || open(&entente_ledger::Database::Memory);
    let with = memory().await;
    summit_with_notes(&with).await;
    let without = memory().await;
    let american = export(&with, AMERICAN).await;
    import(&without, AMERICAN, &american).await.unwrap();
    let longer = with
        .custodian()
        .restore(now(), &entente_ledger::Database::Memory)
        .await
        .unwrap();
    more(&longer).await;
    let texts = exports(&longer).await;
    let (mut taken, mut refused) = (0, 0);
    let counted = std::cell::RefCell::new((&mut taken, &mut refused));
    let cases = (rewriting(), select(ALL.to_vec()), select(ALL.to_vec()));
    holds(
        place,
        [300, 30],
        cases,
        async |(rewriting, maker, importer)| {
            let mut twins = Vec::new();
            for base in [&with, &without] {
                let database = match place.backend {
                    Backend::Sqlite => entente_ledger::Database::Memory,
                    Backend::Postgres => place.database().await,
                };
                twins.push(base.custodian().restore(now(), &database).await.unwrap());
            }
            let twins: [Ledger; 2] = twins.try_into().unwrap();
            // Who forges an export starts from what it sees itself.
            let at = ALL.iter().position(|viewer| *viewer == maker).unwrap();
            let text = rewriting.of(&texts[at]);
            let before = exports(&twins[0]).await;
            let result = match importer == MEXICAN {
                false => tried(&twins, importer, &text).await,
                true => import(&twins[0], MEXICAN, &text).await,
            };
            let after = exports(&twins[0]).await;
            for (viewer, (before, after)) in ALL.into_iter().zip(before.iter().zip(&after)) {
                if viewer != importer {
                    prop_assert_eq!(own_lines(before), own_lines(after), "{}", viewer);
                }
                if viewer != MEXICAN {
                    prop_assert!(!after.contains(CANARY), "{}", after);
                }
            }
            match result {
                Ok(_) => *counted.borrow_mut().0 += 1,
                Err(_) => {
                    prop_assert_eq!(before, after);
                    *counted.borrow_mut().1 += 1;
                }
            }
            assert_sound(&twins[0]).await;
            for ledger in &twins {
                ledger.close().await;
            }
            Ok(())
        },
    )
    .await;
    // Both happen, or the property says nothing.
    assert!(
        taken > 0 && refused > 10 * taken.min(3),
        "{taken} {refused}"
    );
}

/// The lines of what is a delegation's own.
fn own_lines(text: &str) -> Vec<&str> {
    let joint = |line: &&str| line.contains("\"delegation\":null") || line.contains("{\"end\"");
    text.lines().skip(1).filter(|line| !joint(line)).collect()
}
