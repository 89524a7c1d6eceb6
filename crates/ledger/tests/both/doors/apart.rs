//! What is everybody's says nothing of what is a delegation's own, and never stands in its place.

use entente_ledger::{Change, Commitment, Document, Viewer};

use super::{AMERICAN, MEXICAN, own_content};
use crate::old::Old;
use crate::place::{Place, open};
use crate::sample::*;

/// Ids, numbers, versions, heads, counts and exports are the same whether another wrote or not.
pub async fn what_another_keeps_is_in_no_number(place: &Place) {
    let [quiet, busy] = [place.ledger().await, place.ledger().await];
    for ledger in [&quiet, &busy] {
        summit(ledger).await;
    }
    for number in 0..5 {
        let mexico = busy.as_seen_by(MEXICAN);
        let mut own = document(&format!("{CANARY}{number}"));
        own.delegation = Some(MEXICO);
        mexico.attach(own, b"text", &stamp(5)).await.unwrap();
    }
    let note = Change::New(position("MEX", "energy").into());
    busy.as_seen_by(MEXICAN)
        .record(note, &stamp(6))
        .await
        .unwrap();
    let mut said = [String::new(), String::new()];
    for (ledger, said) in [&quiet, &busy].into_iter().zip(&mut said) {
        for viewer in [Viewer::Joint, AMERICAN] {
            let view = ledger.as_seen_by(viewer);
            let kept = view
                .attach(document("text"), b"text", &stamp(9))
                .await
                .unwrap();
            let new = Change::New(entry::<Commitment>(commitment("")).into());
            let made = view.record(new, &stamp(9)).await.unwrap();
            let log = view.log(&Default::default()).await.unwrap();
            let verified = view.verify(&[]).await.unwrap();
            let head = ledger.head().await.unwrap();
            said.push_str(&format!("{kept:?} {made:?} {log:?} {verified:?} {head:?}"));
            said.push_str(&export(ledger, viewer).await);
        }
        let usa = ledger.as_seen_by(AMERICAN);
        let mut american = position("USA", "energy");
        american.aim = "American aim".to_owned();
        let noted = usa.record(Change::New(american.into()), &stamp(10)).await;
        said.push_str(&format!("{noted:?} {:?}", usa.own_head().await));
    }
    // A delegation's own is salted; the heads of what it wrote alone are not the same.
    let [quiet, busy] = said.map(|said| said.split("own_head").next().map(str::to_owned));
    let end = |said: Option<String>| {
        said.and_then(|s| s.rsplit_once("Some(Head").map(|s| s.0.to_owned()))
    };
    assert_eq!(end(quiet), end(busy));
}

/// An entry of everybody's with the id of a delegation's own, as in a ledger that an older one became: the
/// delegation reads and changes its own, and never by mistake what everybody sees.
pub async fn everybodys_entry_stands_in_nobodys_place(place: &Place) {
    let sample = open(&entente_ledger::Database::Memory).await;
    summit_with_notes(&sample).await;
    let old = Old::of(&sample).await;
    let ledger = place.ledger().await;
    let text = old.text(None);
    let custodian = ledger.custodian();
    custodian
        .import("whole", &mut text.as_bytes(), now())
        .await
        .unwrap();
    let mexico = ledger.as_seen_by(MEXICAN);
    let own = mexico.all::<Document>().await.unwrap().remove(0).entry;
    let joint = ledger.as_seen_by(Viewer::Joint);
    // Everybody's documents get numbers up to that of Mexico's own.
    let mut last = String::new();
    for second in 30..40 {
        if last != own.id {
            let attached = joint
                .attach(document("public"), b"public", &stamp(second))
                .await;
            last = attached.unwrap().id;
        }
    }
    assert_eq!(last, own.id, "the two have one id");
    assert_eq!(
        mexico.content(&own.id).await.unwrap(),
        own_content().as_bytes()
    );
    let mut read = mexico.get::<Document>(&own.id).await.unwrap();
    assert_eq!(read.entry.delegation, Some(MEXICO));
    read.entry.name = format!("{CANARY} renamed");
    let change = Change::Revision {
        from: read.version,
        entity: read.entry.into(),
    };
    mexico.record(change, &stamp(45)).await.unwrap();
    assert!(!export(&ledger, Viewer::Joint).await.contains(CANARY));
    assert_eq!(joint.content(&own.id).await.unwrap(), b"public");
    assert_sound(&ledger).await;
}
