//! What comes in passes the rules by which it would be recorded.

use entente_ledger::Viewer;
use serde_json::{Value, json};

use super::{tried, twins};
use crate::forged::Forged;
use crate::place::Place;
use crate::sample::*;

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
