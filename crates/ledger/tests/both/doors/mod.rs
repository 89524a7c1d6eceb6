//! Every door of the ledger, tried by somebody who wants what another keeps, or to write in its name
//! (SECURITY.md).

mod apart;
mod forging;
mod older;
mod rewriting;
mod rules;

use entente_ledger::{Imported, Ledger, LedgerError, Viewer};

use crate::place::{Place, open};
use crate::sample::*;

pub use apart::{everybodys_entry_stands_in_nobodys_place, what_another_keeps_is_in_no_number};
pub use forging::{a_content_is_not_taken_by_its_checksum, nobody_writes_in_anothers_name};
pub use older::{a_content_that_is_absent_travels_as_absent, older_exports_pass_them_too};
pub use rewriting::whatever_is_rewritten_stays_within_its_part;
pub use rules::rows_from_elsewhere_pass_the_rules_of_record;

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
