//! The main path on PostgreSQL.

use sqlx::ConnectOptions;

use super::place::{MODEL, Place};
use super::server;

#[test]
fn from_the_model_case_to_a_scorecard_and_back_to_sqlite() {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .unwrap();
    let options = runtime.block_on(server::database());
    let place = Place::on(options.to_url_lossy().to_string());
    place.stdout(&["record", "--shipped", MODEL]);
    place.refused(
        &["record", "--shipped", MODEL],
        1,
        &["already a consultation"],
    );
    let sqlite = Place::model();
    for args in [
        &["due", "--on", "2026-11-25"][..],
        &["scorecard", "--by", "item"],
        &["list", "commitment"],
        &["show", "nals-2016"],
    ] {
        assert_eq!(place.stdout(args), sqlite.stdout(args), "{args:?}");
    }
    place.stdout(&[
        "extend",
        "2016-methane",
        "--to",
        "2027-12-31",
        "--reason",
        "Agreed",
    ]);
    place.assert_sound();
    let file = place.file("joint.jsonl");
    place.stdout(&["export", &file]);
    let other = Place::empty();
    other.stdout(&["import", &file]);
    assert_eq!(other.stdout(&["export"]), place.stdout(&["export"]));
    let copy = place.file("copy.jsonl");
    place.stdout(&["backup", &copy]);
    assert!(std::fs::metadata(copy).unwrap().len() > 10_000);
}
