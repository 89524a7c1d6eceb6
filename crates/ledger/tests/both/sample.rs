//! A small ledger: the leaders' summit of 29 June 2016, and what a test needs around it.

use entente_ledger::{
    Change, Commitment, Document, Entity, Entry, Ledger, Position, Recorded, Score, Stamp, Viewer,
};
use entente_states::Ccode;
use jiff::civil::Date;
use serde_json::{Value, json};

pub const USA: Ccode = Ccode(2);
pub const CANADA: Ccode = Ccode(20);
pub const MEXICO: Ccode = Ccode(70);

/// A text of one delegation that must never be seen by another.
pub const CANARY: &str = "CANARY-7c1e";

pub fn day(text: &str) -> Date {
    text.parse().unwrap()
}

/// A stamp on 25 November 2026, so many seconds after noon.
pub fn stamp(second: u32) -> Stamp {
    by("Planning", second)
}

pub fn by(author: &str, second: u32) -> Stamp {
    let time = format!("2026-11-25T12:{:02}:{:02}Z", second / 60, second % 60);
    Stamp {
        author: author.to_owned(),
        time: time.parse().unwrap(),
    }
}

/// An entry from JSON.
pub fn entry<T: Entry>(json: Value) -> T {
    serde_json::from_value(json).unwrap()
}

pub fn consultation(id: &str) -> Value {
    json!({
        "id": id, "mechanism": "nals", "title": "North American Leaders' Summit",
        "parties": ["CAN", "MEX", "USA"], "level": "leader", "status": "held",
        "planned": {"start": "2016-06-29", "end": "2016-06-29"},
        "actual": {"start": "2016-06-29", "end": "2016-06-29"}, "place": "Ottawa",
    })
}

pub fn commitment(id: &str) -> Value {
    json!({
        "id": id, "text": "Half of the region's power from clean sources by 2025",
        "by": ["CAN", "MEX", "USA"], "made": "2016-06-29", "due": "2025-12-31",
        "consultation": "nals-2016", "status": "open",
        "item": {"dossier": "usa-mexico", "item": "energy"},
        "source": {"citation": "Leaders' statement", "address": "https://example.org/statement"},
    })
}

pub fn score(
    commitment: &str,
    party: &str,
    assessor: &str,
    stage: &str,
    date: &str,
    score: i8,
) -> Score {
    entry(json!({
        "commitment": commitment, "party": party, "score": score, "stage": stage,
        "assessor": assessor, "date": date, "evidence": "A published figure",
        "address": "https://example.org/figure",
    }))
}

pub fn position(party: &str, agenda_entry: &str) -> Position {
    entry(json!({
        "party": party, "entry": agenda_entry, "aim": format!("{CANARY} aim"),
        "fallback": format!("{CANARY} fallback"), "red_line": format!("{CANARY} red line"),
        "note": format!("{CANARY} note"),
    }))
}

pub fn document(name: &str) -> Document {
    entry(json!({"name": name, "media_type": "text/plain"}))
}

/// Records new entries, jointly.
pub async fn add(ledger: &Ledger, entries: Vec<Entity>) -> Vec<Recorded> {
    let changes = entries.into_iter().map(Change::New).collect();
    let joint = ledger.as_seen_by(Viewer::Joint);
    joint.record_all(changes, &stamp(0)).await.unwrap()
}

/// The summit, one entry on its agenda, `energy`, and one commitment, `clean-power`.
pub async fn summit(ledger: &Ledger) {
    let consultation: entente_ledger::Consultation = entry(consultation("nals-2016"));
    let agenda: entente_ledger::AgendaEntry = entry(json!({
        "id": "energy", "consultation": "nals-2016", "order": 1, "title": "Energy",
        "leads": [{"party": "MEX", "office": "Secretary of Energy"}],
    }));
    let commitment: Commitment = entry(commitment("clean-power"));
    add(
        ledger,
        vec![consultation.into(), agenda.into(), commitment.into()],
    )
    .await;
}

/// The summit with positions of two delegations and a delegation's own document, whose content and
/// name are a canary too.
pub async fn summit_with_notes(ledger: &Ledger) {
    summit(ledger).await;
    let mexico = ledger.as_seen_by(Viewer::Delegation(MEXICO));
    let author = by(&format!("{CANARY} author"), 10);
    let noted = mexico
        .record(Change::New(position("MEX", "energy").into()), &author)
        .await
        .unwrap();
    let mut revised = position("MEX", "energy");
    revised.id = noted.id.clone();
    revised.aim = format!("{CANARY} second aim");
    let change = Change::Revision {
        from: 1,
        entity: revised.into(),
    };
    mexico.record(change, &author).await.unwrap();
    let mut own = document(&format!("{CANARY}.txt"));
    own.delegation = Some(MEXICO);
    own.attached_to = vec![entente_ledger::EntityRef {
        kind: noted.kind,
        id: noted.id,
    }];
    let content = format!("{CANARY} content");
    mexico
        .attach(own, content.as_bytes(), &author)
        .await
        .unwrap();
    let mut american: Position = position("USA", "energy");
    american.aim = "American aim".to_owned();
    american.fallback = None;
    american.red_line = None;
    american.note = None;
    let usa = ledger.as_seen_by(Viewer::Delegation(USA));
    usa.record(Change::New(american.into()), &stamp(20))
        .await
        .unwrap();
}

/// When imports are made: after every stamp.
pub fn now() -> jiff::Timestamp {
    stamp(59).time + jiff::SignedDuration::from_mins(59)
}

/// Reads an export, as somebody.
///
/// # Errors
/// As the ledger's.
pub async fn import(
    ledger: &Ledger,
    viewer: Viewer,
    text: &str,
) -> Result<entente_ledger::Imported, entente_ledger::LedgerError> {
    let view = ledger.as_seen_by(viewer);
    view.import("ledger.jsonl", &mut text.as_bytes(), now())
        .await
}

/// What verifying finds, whosever it is.
pub async fn findings(ledger: &Ledger) -> Vec<entente_ledger::Finding> {
    let found = ledger.custodian().verify(&[]).await.unwrap().findings;
    found.into_iter().map(|found| found.finding).collect()
}

/// The ledger as text, as somebody sees it.
pub async fn export(ledger: &Ledger, viewer: Viewer) -> String {
    let mut bytes = Vec::new();
    ledger.as_seen_by(viewer).export(&mut bytes).await.unwrap();
    String::from_utf8(bytes).unwrap()
}

/// Nothing is found wrong.
pub async fn assert_sound(ledger: &Ledger) {
    let verification = ledger.custodian().verify(&[]).await.unwrap();
    assert_eq!(verification.findings, []);
}
