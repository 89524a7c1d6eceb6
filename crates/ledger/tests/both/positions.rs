//! A delegation has one position on an agenda entry.

use entente_ledger::{Change, LedgerError, Position, Viewer};
use serde_json::{Value, json};

use crate::forged::Forged;
use crate::place::Place;
use crate::sample::*;

const MEXICAN: Viewer = Viewer::Delegation(MEXICO);

fn noted(id: &str, aim: &str, withdrawn: Option<&str>) -> Position {
    let mut position = position("MEX", "energy");
    position.id = id.to_owned();
    position.aim = aim.to_owned();
    position.withdrawn = withdrawn.map(str::to_owned);
    position
}

/// The next version of a position, added to a file.
fn revised(forged: &mut Forged, id: &str, change: impl Fn(&mut Value)) {
    let own = forged.revisions.iter().filter(|it| it["delegation"] == 70);
    let seq = own.count() + 1;
    let mut of_it = forged.revisions.iter().filter(|it| it["id"] == id);
    let mut next = of_it.next_back().unwrap().clone();
    next["previous"] = next["seq"].clone();
    next["version"] = json!(next["version"].as_i64().unwrap() + 1);
    next["seq"] = json!(seq);
    next["time"] = forged.revisions.last().unwrap()["time"].clone();
    change(&mut next["private"]["body"]["entity"]);
    forged.revisions.push(next);
}

pub async fn one_that_was_given_up_is_not_taken_up_beside_another(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let mexico = ledger.as_seen_by(MEXICAN);
    let new = |aim: &str| Change::New(noted("", aim, None).into());
    let change = |from, aim: &str, withdrawn: Option<&str>| Change::Revision {
        from,
        entity: noted("position-own-1", aim, withdrawn).into(),
    };
    mexico.record(new("First"), &stamp(1)).await.unwrap();
    let given_up = change(1, "First", Some("Agreed"));
    mexico.record(given_up, &stamp(2)).await.unwrap();
    // Alone it is taken up again, and given up once more.
    mexico
        .record(change(2, "First", None), &stamp(3))
        .await
        .unwrap();
    let given_up = change(3, "First", Some("Agreed"));
    mexico.record(given_up, &stamp(4)).await.unwrap();
    let second = mexico.record(new("Second"), &stamp(5)).await.unwrap();
    let beside = mexico.record(change(4, "First", None), &stamp(6)).await;
    let error = beside.unwrap_err();
    assert!(
        matches!(&error, LedgerError::Exists { entry, .. } if entry.id == second.id),
        "{error}"
    );
    // What was given up can be put right, and the other still stands.
    let put_right = change(4, "First, in other words", Some("Agreed"));
    mexico.record(put_right, &stamp(7)).await.unwrap();
    let error = mexico.record(new("Third"), &stamp(8)).await.unwrap_err();
    assert!(matches!(error, LedgerError::Exists { .. }), "{error}");

    // A file says nothing that could not be recorded.
    let text = export(&ledger, MEXICAN).await;
    let third = json!({"id": "position-own-7", "party": 70, "entry": "energy", "aim": "Third"});
    let mut beside = Forged::from(&text);
    beside.add_own(70, "position", "Ana", &third);
    let mut again = Forged::from(&text);
    revised(&mut again, "position-own-1", |entity| {
        entity.as_object_mut().unwrap().remove("withdrawn");
    });
    for forged in [beside, again] {
        let other = place.ledger().await;
        for into in [&other, &ledger] {
            let error = import(into, MEXICAN, &forged.text()).await.unwrap_err();
            let said = error.to_string();
            assert!(said.contains("is a second position"), "{said}");
        }
    }
    // In its turn: the second is given up, and the first taken up.
    let mut in_turn = Forged::from(&text);
    revised(&mut in_turn, &second.id, |entity| {
        entity["withdrawn"] = json!("Agreed");
    });
    revised(&mut in_turn, "position-own-1", |entity| {
        entity.as_object_mut().unwrap().remove("withdrawn");
    });
    for into in [&place.ledger().await, &ledger] {
        import(into, MEXICAN, &in_turn.text()).await.unwrap();
        let all = into.as_seen_by(MEXICAN).all::<Position>().await.unwrap();
        let standing = all.iter().filter(|it| it.entry.withdrawn.is_none());
        let ids: Vec<&str> = standing.map(|it| it.entry.id.as_str()).collect();
        assert_eq!(ids, ["position-own-1"]);
        assert_sound(into).await;
    }
}
