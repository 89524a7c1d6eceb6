//! Export and import.

use entente_ledger::{
    Change, Commitment, Database, ImportFault, Ledger, LedgerError, Position, Viewer,
};

use crate::place::{Place, open};
use crate::sample::*;

const MEXICAN: Viewer = Viewer::Delegation(MEXICO);

async fn full(ledger: &Ledger) {
    summit_with_notes(ledger).await;
    let scores = vec![
        score("clean-power", "MEX", "A", "final", "2025-01-01", 1).into(),
        score("clean-power", "USA", "B", "interim", "2025-01-01", -1).into(),
    ];
    add(ledger, scores).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    joint
        .attach(document("statement"), &[0, 159, 146, 150], &stamp(30))
        .await
        .unwrap();
}

/// From this backend to SQLite and back.
pub async fn round_trip_between_databases(place: &Place) {
    let ledger = place.ledger().await;
    full(&ledger).await;
    for viewer in [
        Viewer::Joint,
        Viewer::Delegation(MEXICO),
        Viewer::Delegation(USA),
    ] {
        let text = export(&ledger, viewer).await;
        let other = open(&Database::Memory).await;
        let imported = import(&other, viewer, &text).await.unwrap();
        assert_eq!(imported.head, Some(ledger.head().await.unwrap()));
        assert_sound(&other).await;
        assert_eq!(export(&other, viewer).await, text);
        let back = place.ledger().await;
        import(&back, viewer, &export(&other, viewer).await)
            .await
            .unwrap();
        assert_sound(&back).await;
        assert_eq!(export(&back, viewer).await, text);
        let cards = [&ledger, &back].map(|ledger| ledger.as_seen_by(viewer));
        assert_eq!(
            cards[0].scorecard(&Default::default()).await.unwrap(),
            cards[1].scorecard(&Default::default()).await.unwrap()
        );
    }
}

pub async fn a_file_cut_anywhere_is_refused(place: &Place) {
    let ledger = place.ledger().await;
    full(&ledger).await;
    let text = export(&ledger, Viewer::Delegation(MEXICO)).await;
    let other = place.ledger().await;
    for end in (0..text.len())
        .filter(|end| end % 97 == 0 || text.as_bytes()[end.saturating_sub(1)] == b'\n')
    {
        let error = import(&other, MEXICAN, &text[..text.floor_char_boundary(end)])
            .await
            .unwrap_err();
        let LedgerError::Import(error) = error else {
            panic!("{error}")
        };
        assert!(
            matches!(error.fault, ImportFault::Truncated | ImportFault::NoHeader),
            "{end}: {error}"
        );
    }
    assert_eq!(other.head().await.unwrap().seq, 0);
    let error = import(&other, MEXICAN, &format!("{text}\n"))
        .await
        .unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("the file goes on after its last line"),
        "{error}"
    );
    import(&other, MEXICAN, &text).await.unwrap();
}

pub async fn a_file_altered_anywhere_is_refused(place: &Place) {
    let ledger = place.ledger().await;
    full(&ledger).await;
    let text = export(&ledger, Viewer::Delegation(MEXICO)).await;
    let other = place.ledger().await;
    for at in (0..text.len()).step_by(53) {
        let mut bytes = text.clone().into_bytes();
        bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
        let Ok(altered) = String::from_utf8(bytes) else {
            continue;
        };
        let error = import(&other, MEXICAN, &altered).await.unwrap_err();
        assert!(matches!(error, LedgerError::Import(_)), "{error}");
    }
    // The last line has no checksum over it.
    for last in ["{\"end\": {", "{\"end\":{ ", "{\"end\":{\t"] {
        let altered = text.replace("{\"end\":{", last);
        let error = import(&other, MEXICAN, &altered).await.unwrap_err();
        assert!(matches!(error, LedgerError::Import(_)), "{error}");
    }
    let lines: Vec<&str> = text.lines().collect();
    for i in 1..lines.len() - 2 {
        let mut swapped = lines.clone();
        swapped.swap(i, i + 1);
        let mut left_out = lines.clone();
        left_out.remove(i);
        for lines in [swapped, left_out] {
            let error = import(&other, MEXICAN, &(lines.join("\n") + "\n"))
                .await
                .unwrap_err();
            assert!(matches!(error, LedgerError::Import(_)), "{error}");
        }
    }
    assert_eq!(other.head().await.unwrap().seq, 0);
}

pub async fn a_longer_history_is_taken_over_and_another_refused(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let short = export(&ledger, Viewer::Joint).await;
    let (copy, other) = (place.ledger().await, place.ledger().await);
    import(&copy, Viewer::Joint, &short).await.unwrap();
    import(&other, Viewer::Joint, &short).await.unwrap();
    full_without_summit(&ledger).await;
    let long = export(&ledger, Viewer::Joint).await;
    let imported = import(&copy, Viewer::Joint, &long).await.unwrap();
    assert_eq!(imported.revisions, 1);
    assert_eq!(export(&copy, Viewer::Joint).await, long);
    // Nothing new: nothing changes.
    for text in [&short, &long] {
        assert_eq!(
            import(&copy, Viewer::Joint, text).await.unwrap().revisions,
            0
        );
        assert_eq!(export(&copy, Viewer::Joint).await, long);
    }
    add(
        &other,
        vec![entry::<Commitment>(commitment("elsewhere")).into()],
    )
    .await;
    let error = import(&other, Viewer::Joint, &long).await.unwrap_err();
    assert_eq!(
        error.to_string(),
        "ledger.jsonl:5: the histories part at revision 4: the database and the file have different ones"
    );
    assert_sound(&copy).await;
    assert_sound(&other).await;
}

async fn full_without_summit(ledger: &Ledger) {
    add(ledger, vec![entry::<Commitment>(commitment("more")).into()]).await;
}

/// A delegation's own comes with its own export, and nobody else brings it.
pub async fn each_brings_its_own(place: &Place) {
    let ledger = place.ledger().await;
    full(&ledger).await;
    let copy = place.ledger().await;
    let joint = export(&ledger, Viewer::Joint).await;
    import(&copy, Viewer::Joint, &joint).await.unwrap();
    let none = copy.as_seen_by(MEXICAN).all::<Position>().await.unwrap();
    assert_eq!(none, []);
    let own = export(&ledger, MEXICAN).await;
    for viewer in [Viewer::Joint, Viewer::Delegation(USA)] {
        let before = export(&copy, viewer).await;
        let error = import(&copy, viewer, &own).await.unwrap_err();
        assert_eq!(
            error.to_string(),
            "ledger.jsonl:1: it holds what is the own of Mexico (MEX): only that delegation brings it in"
        );
        assert_eq!(export(&copy, viewer).await, before);
    }
    let imported = import(&copy, MEXICAN, &own).await.unwrap();
    assert_eq!((imported.revisions, imported.documents), (3, 1));
    assert_eq!(
        imported.own_head,
        ledger.as_seen_by(MEXICAN).own_head().await.unwrap()
    );
    assert_eq!(export(&copy, MEXICAN).await, own);
    // What is there stays.
    import(&copy, MEXICAN, &joint).await.unwrap();
    assert_eq!(export(&copy, MEXICAN).await, own);
    // And its owner goes on from it.
    let mexico = copy.as_seen_by(MEXICAN);
    let read = mexico.all::<Position>().await.unwrap().remove(0);
    let change = Change::Revision {
        from: read.version,
        entity: read.entry.into(),
    };
    mexico.record(change, &stamp(40)).await.unwrap();
    assert_sound(&copy).await;
}

/// A chain that is whole and an entry that breaks a rule: somebody wrote the file by other means.
pub async fn a_rule_broken_in_a_file_is_named(place: &Place) {
    use sha2::{Digest, Sha256};
    let hex = |bytes: &[u8]| -> String {
        Sha256::digest(bytes)
            .iter()
            .map(|byte| format!("{byte:02x}"))
            .collect()
    };
    let other = place.ledger().await;
    for (body, expected) in [
        (
            r#"{"by":[20],"due":"2010-01-01","id":"c","made":"2016-06-29","source":{"citation":"S"},"status":"open","text":"T"}"#,
            "ledger.jsonl:2: commitment c: due: 2010-01-01 is before the day on which it was made, 2016-06-29",
        ),
        (
            r#"{"by":["Mexcio"],"id":"c","made":"2016-06-29","source":{"citation":"S"},"status":"open","text":"T"}"#,
            "ledger.jsonl:2: body: no state is called \"Mexcio\"; did you mean Mexico (MEX, 70)? at line 1 column 15",
        ),
        (
            r#"{"by":[20],"id":"c","made":"2016-06-29","owner":1,"source":{"citation":"S"},"status":"open","text":"T"}"#,
            "ledger.jsonl:2: body: unknown field `owner`",
        ),
    ] {
        let (zeros, content) = ("0".repeat(64), hex(body.as_bytes()));
        let link = format!(
            r#"["entente-ledger-revision-2",null,1,"commitment","c",1,null,"Ana",null,"2026-11-25T12:00:00.000000Z","{content}","{zeros}"]"#
        );
        let hash = hex(link.as_bytes());
        let lines = format!(
            "{{\"ledger\":{{\"format\":2,\"viewer\":\"joint\",\"parts\":[{{\"delegation\":null,\"head\":{{\"seq\":1,\"hash\":\"{hash}\"}}}}],\"documents\":0}}}}\n\
             {{\"revision\":{{\"delegation\":null,\"seq\":1,\"kind\":\"commitment\",\"id\":\"c\",\"version\":1,\"previous\":null,\"author\":\"Ana\",\
             \"time\":\"2026-11-25T12:00:00.000000Z\",\"content\":\"{content}\",\"prev_hash\":\"{zeros}\",\"hash\":\"{hash}\",\"body\":{body}}}}}\n"
        );
        let end = format!(
            "{{\"end\":{{\"lines\":2,\"sha256\":\"{}\"}}}}\n",
            hex(lines.as_bytes())
        );
        let error = import(&other, Viewer::Joint, &(lines + &end))
            .await
            .unwrap_err()
            .to_string();
        assert!(error.starts_with(expected), "{error}");
    }
    let newer = "{\"ledger\":{\"format\":3,\"more\":true}}\n";
    let error = import(&other, Viewer::Joint, newer).await.unwrap_err();
    assert!(error.to_string().contains("it has format 3"), "{error}");
    assert_eq!(other.head().await.unwrap().seq, 0);
}

/// A file that was written in format 2 is read for ever, and written again byte for byte.
pub async fn a_file_of_format_2_stays_readable(place: &Place) {
    let text = include_str!("../fixtures/ledger_import/format-2.jsonl");
    let ledger = place.ledger().await;
    import(&ledger, MEXICAN, text).await.unwrap();
    assert_sound(&ledger).await;
    assert_eq!(export(&ledger, MEXICAN).await, text);
}

/// A file that was written in format 1 is read for ever: it is what format 2 has.
pub async fn a_file_of_format_1_stays_readable(place: &Place) {
    let text = include_str!("../fixtures/ledger_import/format-1.jsonl");
    let ledger = place.ledger().await;
    let imported = import(&ledger, MEXICAN, text).await.unwrap();
    // Ten rows, of which one is the United States' own.
    assert_eq!((imported.revisions, imported.documents), (9, 2));
    assert_sound(&ledger).await;
    let today = include_str!("../fixtures/ledger_import/format-2.jsonl");
    assert_eq!(export(&ledger, MEXICAN).await, today);
    // A second time there is nothing new in it.
    let again = import(&ledger, MEXICAN, text).await.unwrap();
    assert_eq!((again.revisions, again.documents), (0, 0));
    let error = import(&place.ledger().await, Viewer::Delegation(USA), text).await;
    assert!(error.unwrap_err().to_string().contains("own of Mexico"));
}
