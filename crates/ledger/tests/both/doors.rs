//! Every door of the ledger, tried by somebody who wants what another keeps, or to write in its name
//! (SECURITY.md).

use entente_ledger::{
    Change, Commitment, Document, Imported, Ledger, LedgerError, Position, Viewer,
};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

use crate::deeds::sha256;
use crate::forged::Forged;
use crate::old::Old;
use crate::place::{Backend, Place, open};
use crate::properties::holds;
use crate::sample::*;

const MEXICAN: Viewer = Viewer::Delegation(MEXICO);
const AMERICAN: Viewer = Viewer::Delegation(USA);
const ALL: [Viewer; 4] = [Viewer::Joint, MEXICAN, AMERICAN, Viewer::Delegation(CANADA)];

/// The content of Mexico's own document in the sample.
fn own_content() -> String {
    format!("{CANARY} content")
}

async fn exports(ledger: &Ledger) -> Vec<String> {
    let mut all = Vec::new();
    for viewer in ALL {
        all.push(export(ledger, viewer).await);
    }
    all
}

/// What came of an import, as its maker is told.
fn told(result: Result<Imported, LedgerError>) -> String {
    match result {
        Ok(imported) => format!("{imported:?}"),
        Err(error) => error.to_string(),
    }
}

/// Two ledgers that the United States and everybody cannot tell apart: in the one Mexico has notes, in the other
/// it has none.
async fn twins(place: &Place) -> [Ledger; 2] {
    let sample = open(&entente_ledger::Database::Memory).await;
    summit_with_notes(&sample).await;
    let database = place.database().await;
    let with = sample.custodian().restore(now(), &database).await.unwrap();
    let without = place.ledger().await;
    import(&without, AMERICAN, &export(&with, AMERICAN).await)
        .await
        .unwrap();
    [with, without]
}

/// Imports into both twins: what is told is the same, what Mexico has stays, and nobody gets it.
async fn tried(twins: &[Ledger; 2], viewer: Viewer, text: &str) -> Result<Imported, LedgerError> {
    let [with, without] = twins;
    let before = exports(with).await;
    let result = import(with, viewer, text).await;
    let elsewhere = told(import(without, viewer, text).await);
    assert_eq!(
        match &result {
            Ok(imported) => format!("{imported:?}"),
            Err(error) => error.to_string(),
        },
        elsewhere,
        "what Mexico keeps shows"
    );
    let after = exports(with).await;
    if result.is_err() {
        assert_eq!(before, after);
    }
    for seen in [&after[0], &after[2], &after[3]] {
        assert!(!seen.contains(CANARY), "{seen}");
    }
    for ledger in twins {
        assert_sound(ledger).await;
    }
    result
}

/// FINDINGS 7.1: a document that everybody sees, with the checksum of another's own.
pub async fn a_content_is_not_taken_by_its_checksum(place: &Place) {
    let twins = twins(place).await;
    let digest = sha256(own_content().as_bytes());
    for viewer in [Viewer::Joint, AMERICAN] {
        let mut forged = Forged::from(&export(&twins[0], viewer).await);
        forged.add(
            "document",
            "Planning",
            &json!({
                "id": "guess", "name": "Guess", "media_type": "text/plain", "sha256": digest,
                "size": own_content().len(),
            }),
        );
        let refused = tried(&twins, viewer, &forged.text()).await;
        let error = refused.unwrap_err().to_string();
        assert!(
            error.contains("the content of document guess is missing"),
            "{error}"
        );
    }
    // The same by a delegation of its own, and by every change that names a checksum.
    let mut forged = Forged::from(&export(&twins[0], AMERICAN).await);
    forged.add_own(
        2,
        "document",
        "Planning",
        &json!({
            "id": "document-own-2", "name": "Guess", "media_type": "text/plain", "sha256": digest,
            "size": own_content().len(), "delegation": 2,
        }),
    );
    let refused = tried(&twins, AMERICAN, &forged.text()).await;
    assert!(refused.unwrap_err().to_string().contains("is missing"));
    for viewer in [Viewer::Joint, AMERICAN] {
        let view = twins[0].as_seen_by(viewer);
        let mut guess = document("guess");
        guess.sha256 = digest.clone();
        let change = Change::New(guess.clone().into());
        view.record(change, &stamp(30)).await.unwrap_err();
        let attached = view.attach(guess, b"mine", &stamp(30)).await.unwrap();
        let mut read = view.get::<Document>(&attached.id).await.unwrap().entry;
        read.sha256 = digest.clone();
        let change = Change::Revision {
            from: 1,
            entity: read.into(),
        };
        view.record(change, &stamp(30)).await.unwrap_err();
        assert_eq!(view.content(&attached.id).await.unwrap(), b"mine");
    }
    // Who has the content has it without the other's, and the other keeps it.
    let view = twins[0].as_seen_by(Viewer::Joint);
    let content = own_content();
    let attached = view
        .attach(document("ours"), content.as_bytes(), &stamp(31))
        .await;
    let attached = attached.unwrap();
    assert_eq!(
        view.content(&attached.id).await.unwrap(),
        content.as_bytes()
    );
    assert_sound(&twins[0]).await;
}

/// FINDINGS 7.2: another's position, rewritten by an import in its name.
pub async fn nobody_writes_in_anothers_name(place: &Place) {
    let twins = twins(place).await;
    let position = json!({
        "id": "position-own-4", "party": 70, "entry": "energy", "aim": "Mine",
    });
    for viewer in [Viewer::Joint, AMERICAN, Viewer::Delegation(CANADA)] {
        let mut forged = Forged::from(&export(&twins[0], viewer).await);
        forged.add_own(70, "position", "Ana", &position);
        let error = tried(&twins, viewer, &forged.text()).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ledger.jsonl:1: it holds what is the own of Mexico (MEX): only that delegation brings it in"
        );
        // Not announced by the header, and as if it were everybody's.
        let mut forged = Forged::from(&export(&twins[0], viewer).await);
        forged.add("position", "Ana", &position);
        tried(&twins, viewer, &forged.text()).await.unwrap_err();
        let mut forged = Forged::from(&export(&twins[0], viewer).await);
        forged.add_own(2, "position", "Ana", &position);
        tried(&twins, viewer, &forged.text()).await.unwrap_err();
    }
    // A second position of one's own on one entry, and one on what there is not.
    for entry in ["energy", "position-own-1", "nowhere"] {
        let mut forged = Forged::from(&export(&twins[0], AMERICAN).await);
        let own = json!({"id": "position-own-2", "party": 2, "entry": entry, "aim": "Mine"});
        forged.add_own(2, "position", "Ana", &own);
        tried(&twins, AMERICAN, &forged.text()).await.unwrap_err();
    }
    let positions = twins[0]
        .as_seen_by(MEXICAN)
        .all::<Position>()
        .await
        .unwrap();
    assert!(positions[0].entry.aim.contains("second aim"));
}

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

/// FINDINGS 7.9 and 7.10, and their kind: authors, ids, times, texts, links.
pub async fn rows_from_elsewhere_pass_the_rules_of_record(place: &Place) {
    let twins = twins(place).await;
    let body = |change: &dyn Fn(&mut Value)| {
        let mut body = json!({
            "id": "c1", "text": "Publish", "by": [2, 70], "made": "2026-03-03", "due": "2026-09-30",
            "status": "open", "source": {"citation": "C"},
        });
        change(&mut body);
        body
    };
    let good = body(&|_| {});
    let mut refused: Vec<(&str, Value, &str)> = Vec::new();
    for author in [
        "",
        " Ana",
        "A\0B",
        "A\r\nFAKE row",
        "Ana\u{1b}[2J",
        "\u{202e}anA",
        "A\nB",
    ] {
        refused.push((author, good.clone(), "author"));
    }
    for id in [
        "commitment-3",
        "commitment-04",
        "c 1",
        "../c1",
        "c\u{1b}",
        "",
        &"c".repeat(101),
    ] {
        refused.push(("Ana", body(&|it| it["id"] = json!(id)), "id"));
    }
    for text in [
        "A\rB",
        "A\u{fffe}",
        "\u{1b}[31m",
        "\u{202e}exe",
        "A\0",
        "A\u{2028}B",
        " ",
    ] {
        refused.push(("Ana", body(&|it| it["text"] = json!(text)), "text"));
    }
    for dossier in ["/etc/passwd", "../usa-mexico", "a b", "mine.toml/x", ""] {
        let item = json!({"dossier": dossier, "item": "x"});
        refused.push(("Ana", body(&|it| it["item"] = item.clone()), "item.dossier"));
    }
    refused.push((
        "Ana",
        body(&|it| it["text"] = json!("x".repeat(2 << 20))),
        "body",
    ));
    refused.push(("Ana", body(&|it| it["by"] = json!([2, 2])), "by[1]"));
    refused.push(("Ana", body(&|it| it["made"] = json!("2031-01-01")), "made"));
    for (author, body, field) in refused {
        let mut forged = Forged::from(&export(&twins[0], Viewer::Joint).await);
        forged.add("commitment", author, &body);
        let error = tried(&twins, Viewer::Joint, &forged.text())
            .await
            .unwrap_err()
            .to_string();
        assert!(
            error.starts_with("ledger.jsonl:5:") && error.contains(field),
            "{field}: {error}"
        );
        assert!(
            !error.contains('\u{1b}') && !error.contains('\u{202e}'),
            "{error:?}"
        );
    }
    for (time, field) in [
        ("9999-12-30T21:59:59.999999Z", "has not come"),
        ("2027-01-01T00:00:00.000000Z", "has not come"),
        ("2026-11-24T00:00:00.000000Z", "goes back in time"),
        ("2026-11-25T12:00:30Z", "has no time"),
        ("soon", "has no time"),
    ] {
        let mut forged = Forged::from(&export(&twins[0], Viewer::Joint).await);
        forged.add("commitment", "Ana", &good);
        forged.revisions.last_mut().unwrap()["time"] = json!(time);
        let error = tried(&twins, Viewer::Joint, &forged.text())
            .await
            .unwrap_err()
            .to_string();
        assert!(error.contains(field), "{time}: {error}");
    }
    // A body that says one thing to one reader and another to another.
    let mut forged = Forged::from(&export(&twins[0], Viewer::Joint).await);
    forged.add("commitment", "Ana", &good);
    let text = forged.text();
    let twice = text.replace(
        "\"status\":\"open\",\"text\":\"Publish\"",
        "\"status\":\"open\",\"text\":\"Publish\",\"text\":\"Hide\"",
    );
    assert_ne!(text, twice);
    tried(&twins, Viewer::Joint, &twice).await.unwrap_err();
    // And what may be recorded comes in.
    let imported = tried(&twins, Viewer::Joint, &text).await.unwrap();
    assert_eq!(imported.revisions, 1);
}

/// The same for what an older program would have written.
pub async fn older_exports_pass_them_too(place: &Place) {
    let sample = open(&entente_ledger::Database::Memory).await;
    summit_with_notes(&sample).await;
    let digest = sha256(own_content().as_bytes());
    // Ledgers that older ones became.
    let whole = Old::of(&sample).await;
    let with = place.ledger().await;
    let text = whole.text(None);
    let custodian = with.custodian();
    custodian
        .import("whole", &mut text.as_bytes(), now())
        .await
        .unwrap();
    let without = place.ledger().await;
    import(&without, AMERICAN, &whole.text(Some(AMERICAN)))
        .await
        .unwrap();
    let twins = [with, without];
    let viewers = [Viewer::Joint, AMERICAN];
    let guess = json!({
        "id": "guess", "media_type": "text/plain", "name": "Guess", "sha256": digest,
        "size": own_content().len(),
    });
    let promise = json!({
        "by": [2, 70], "id": "c1", "made": "2026-03-03", "source": {"citation": "C"},
        "status": "open", "text": "Publish",
    });
    for viewer in viewers {
        // A document by the checksum of another's own.
        let mut old = Old::of(&sample).await.without_contents();
        old.add("document", "guess", "Planning", &guess);
        let error = tried(&twins, viewer, &old.text(Some(viewer)))
            .await
            .unwrap_err();
        assert!(error.to_string().contains("guess is missing"), "{error}");
        // Another's own, with its body.
        let old = Old::of(&sample).await;
        let error = tried(&twins, viewer, &old.text(None)).await.unwrap_err();
        assert!(error.to_string().contains("own of"), "{error}");
        for author in ["", "A\0B", "A\r\nB", "Ana\u{1b}[2J"] {
            let mut old = Old::of(&sample).await;
            old.add("commitment", "c1", author, &promise);
            let error = tried(&twins, viewer, &old.text(Some(viewer)))
                .await
                .unwrap_err();
            assert!(error.to_string().contains("author"), "{error}");
        }
        for id in ["commitment-3", "c 1"] {
            let mut old = Old::of(&sample).await;
            let mut promise = promise.clone();
            promise["id"] = json!(id);
            old.add("commitment", id, "Ana", &promise);
            tried(&twins, viewer, &old.text(Some(viewer)))
                .await
                .unwrap_err();
        }
        let mut old = Old::of(&sample).await;
        old.add("commitment", "c1", "Ana", &promise);
        let last = 8;
        old.forged(|seq, outside, _| {
            if seq == last {
                outside["time"] = json!("9999-12-30T21:59:59.999999Z");
            }
        });
        let error = tried(&twins, viewer, &old.text(Some(viewer)))
            .await
            .unwrap_err();
        assert!(error.to_string().contains("has not come"), "{error}");
    }
    // What an older program let in is cleaned, and that is told.
    let mut old = Old::of(&sample).await;
    let mut dirty = promise.clone();
    dirty["text"] = json!("One\r\nTwo\u{fffe}");
    dirty["item"] = json!({"dossier": "/home/reader/own.toml", "item": "x"});
    old.add("commitment", "c1", "Ana", &dirty);
    let imported = tried(&twins, Viewer::Joint, &old.text(Some(Viewer::Joint)))
        .await
        .unwrap();
    assert_eq!((imported.revisions, imported.cleaned), (1, 1));
    let joint = twins[0].as_seen_by(Viewer::Joint);
    let read = joint.get::<Commitment>("c1").await.unwrap().entry;
    assert_eq!(read.text, "One\nTwo\u{fffd}");
    assert_eq!(read.item.unwrap().dossier, "own");
    // A content that Mexico attached as its own is not handed out when its older ledger is taken over.
    let mut old = Old::of(&sample).await;
    old.add("document", "guess", "Planning", &guess);
    let database = place.database().await;
    old.write(&database, 2).await;
    let copies = place.file("taken-over");
    std::fs::create_dir(&copies).unwrap();
    let opening = entente_ledger::Opening {
        now: None,
        copies: Some(copies),
    };
    let ledger = Ledger::open(&database, &opening).await.unwrap();
    let joint = ledger.as_seen_by(Viewer::Joint);
    joint.content("guess").await.unwrap_err();
    let mexico = ledger.as_seen_by(MEXICAN);
    let own = mexico.all::<Document>().await.unwrap();
    let own = own.iter().find(|it| it.entry.delegation.is_some()).unwrap();
    assert_eq!(
        mexico.content(&own.entry.id).await.unwrap(),
        own_content().as_bytes()
    );
}

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
