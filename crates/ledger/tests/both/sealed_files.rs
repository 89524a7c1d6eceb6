//! Parts and seals in a file that somebody wrote by other means: what is wrong is told with its line, and never by
//! the database.

use entente_ledger::{Imported, Ledger, LedgerError, Passphrase, Viewer};
use serde_json::{Value, json};

use crate::deeds::sha256;
use crate::place::{Place, open};
use crate::sample::*;

const MEXICAN: Viewer = Viewer::Delegation(MEXICO);

fn phrase() -> Passphrase {
    Passphrase::new("eagle cactus lake stone".to_owned())
}

/// A file with other lines, and the last line that belongs to them.
fn altered(text: &str, change: impl Fn(usize, &mut Value)) -> String {
    let mut lines: Vec<String> = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let mut value: Value = serde_json::from_str(line).unwrap();
        let before = value.clone();
        change(at, &mut value);
        lines.push(match value == before {
            true => format!("{line}\n"),
            false => format!("{value}\n"),
        });
    }
    lines.pop();
    let all = lines.concat();
    let end = json!({"end": {"lines": lines.len(), "sha256": sha256(all.as_bytes())}});
    format!("{all}{end}\n")
}

async fn whole(ledger: &Ledger, text: &str) -> Result<Imported, LedgerError> {
    let custodian = ledger.custodian();
    custodian
        .import("ledger.jsonl", &mut text.as_bytes(), now())
        .await
}

/// What is said of a file that is read as Mexico, and as a whole.
async fn refused(place: &Place, text: &str) -> [String; 2] {
    let ledger = place.ledger().await;
    ledger.unlock(MEXICAN, phrase()).await.unwrap();
    let said = [
        import(&ledger, MEXICAN, text).await.unwrap_err(),
        whole(&ledger, text).await.unwrap_err(),
    ];
    assert_sound(&ledger).await;
    said.map(|error| error.to_string())
}

/// A ledger of which Mexico's own is sealed, as Mexico exports it.
async fn sealed() -> String {
    let ledger = open(&entente_ledger::Database::Memory).await;
    summit_with_notes(&ledger).await;
    ledger.as_seen_by(MEXICAN).seal(&phrase()).await.unwrap();
    export(&ledger, MEXICAN).await
}

pub async fn a_part_that_is_none_is_named_with_its_line(place: &Place) {
    let text = sealed().await;
    for number in [0, -1, 999, 70_000] {
        let in_header = altered(&text, |at, line| {
            if at == 0 {
                line["ledger"]["parts"][1]["delegation"] = json!(number);
            }
        });
        let in_row = altered(&text, |at, line| {
            if at == 2 {
                line["revision"]["delegation"] = json!(number);
            }
        });
        for (line, text) in [(1, in_header), (3, in_row)] {
            let said =
                format!("ledger.jsonl:{line}: delegation: no state has the number {number};");
            for error in refused(place, &text).await {
                assert!(error.starts_with(&said), "{error}");
            }
        }
    }
}

pub async fn what_is_everybodys_is_never_sealed(place: &Place) {
    let text = sealed().await;
    let key = |line: &Value| line["ledger"]["parts"][1]["seal"].clone();
    let header = altered(&text, |at, line| {
        if at == 0 {
            line["ledger"]["parts"][0]["seal"] = key(line);
        }
    });
    let row = altered(&text, |at, line| {
        if at == 1 {
            let row = line["revision"].as_object_mut().unwrap();
            row.remove("body");
            row.insert("sealed".to_owned(), json!("AAAA"));
        }
    });
    let content = altered(&text, |_, line| {
        if let Some(document) = line.get_mut("document") {
            document["delegation"] = Value::Null;
        }
    });
    let last = text.lines().count() - 1;
    for (line, field, text) in [
        (1, "seal", header),
        (2, "sealed", row),
        (last, "sealed", content),
    ] {
        let said = format!("ledger.jsonl:{line}: {field}: what is everybody's is never sealed");
        for error in refused(place, &text).await {
            assert_eq!(error, said);
        }
    }
}

/// Who keeps the ledger cannot read what is sealed, and takes nothing that is not of its form.
pub async fn a_locked_row_is_as_the_ledger_writes_it(place: &Place) {
    let text = sealed().await;
    type Change = fn(&mut Value);
    let changes: [Change; 5] = [
        |row| row["author"] = json!("Ana"),
        |row| row["body"] = json!({}),
        |row| row["sealed"] = json!("no base 64\0"),
        |row| row["content"] = json!("\0"),
        |row| row["id"] = json!("position-own-1\0"),
    ];
    for change in changes {
        let text = altered(&text, |_, line| {
            let Some(row) = line.get_mut("revision") else {
                return;
            };
            if row["delegation"] == 70 && row["seq"] == 1 {
                change(row);
                let fields = [
                    "delegation",
                    "seq",
                    "kind",
                    "id",
                    "version",
                    "previous",
                    "author",
                    "joint",
                    "time",
                    "content",
                    "prev_hash",
                ];
                let mut link = vec![json!("entente-ledger-revision-2")];
                link.extend(fields.map(|field| row.get(field).cloned().unwrap_or(Value::Null)));
                row["hash"] = json!(sha256(Value::Array(link).to_string().as_bytes()));
            }
        });
        let error = whole(&place.ledger().await, &text).await.unwrap_err();
        let LedgerError::Import(error) = error else {
            panic!("{error}")
        };
        assert!(error.line > 1, "{error}");
    }
}

pub async fn what_was_sealed_is_not_kept_open(place: &Place) {
    let text = sealed().await;
    // A ledger in which Mexico has something of its own that is not sealed.
    let other = place.ledger().await;
    summit(&other).await;
    let note = position("MEX", "energy");
    let change = entente_ledger::Change::New(note.into());
    other
        .as_seen_by(MEXICAN)
        .record(change, &stamp(30))
        .await
        .unwrap();
    other.unlock(Viewer::Joint, phrase()).await.unwrap();
    let error = import(&other, MEXICAN, &text).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "ledger.jsonl:1: what is the own of Mexico (MEX) is sealed in it, and is not sealed in this ledger, where \
         it would lie open: seal it here first (`seal`), with the passphrase of the file, and import the file then"
    );
    assert_sound(&other).await;
}
