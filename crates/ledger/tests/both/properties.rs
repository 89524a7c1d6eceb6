//! Whatever people do with a ledger, and whatever is done to its file.

use entente_ledger::{
    Change, Database, Entity, ImportFault, Kind, Ledger, LedgerError, Opening, Viewer,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use serde_json::{Value, json};

use crate::deeds::{Deed, Known, VIEWERS, deed};
use crate::old::Old;
use crate::place::{Backend, Place, open};
use crate::sample::*;

/// Runs a property for some cases on SQLite, for fewer on PostgreSQL, which makes a database for each;
/// the same ones every time.
pub async fn holds<S: Strategy>(
    place: &Place,
    [sqlite, postgres]: [u32; 2],
    strategy: S,
    property: impl AsyncFn(S::Value) -> Result<(), TestCaseError>,
) {
    let cases = match place.backend {
        Backend::Sqlite => sqlite,
        Backend::Postgres => postgres,
    };
    // Properties wait for a database, which proptest's own runner cannot; so the shrinking is here.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    for _ in 0..cases {
        let mut tree = strategy.new_tree(&mut runner).unwrap();
        let Err(mut failure) = property(tree.current()).await else {
            continue;
        };
        let mut least = format!("{:?}", tree.current());
        let mut simpler = tree.simplify();
        for _ in 0..200 {
            if !simpler {
                break;
            }
            match property(tree.current()).await {
                Ok(()) => simpler = tree.complicate(),
                Err(error) => {
                    (failure, least) = (error, format!("{:?}", tree.current()));
                    simpler = tree.simplify();
                }
            }
        }
        panic!("{failure}\nfor {least}");
    }
}

async fn perform(ledger: &Ledger, deeds: &[Deed]) {
    let mut known = Known::nothing("e");
    for (second, deed) in deeds.iter().enumerate() {
        let plan = known.plan(deed);
        let recorded = plan.perform(ledger, &stamp(second as u32)).await;
        let recorded = recorded.unwrap_or_else(|error| panic!("{error}: {plan:?}"));
        known.did(&plan, &recorded);
    }
}

async fn import(
    ledger: &Ledger,
    viewer: Viewer,
    text: &[u8],
) -> Result<entente_ledger::Imported, LedgerError> {
    let view = ledger.as_seen_by(viewer);
    view.import("team.jsonl", &mut &text[..], now()).await
}

/// SQLite to text to this backend to text: the same bytes, whoever looks; and the same answers.
pub async fn any_ledger_goes_round(place: &Place) {
    holds(place, [64, 16], vec(deed(), 0..40), async |deeds| {
        let here = open(&Database::Memory).await;
        perform(&here, &deeds).await;
        let there = place.ledger().await;
        for viewer in VIEWERS {
            let text = export(&here, viewer).await;
            import(&there, viewer, text.as_bytes()).await.unwrap();
            // Each delegation's export brings its own; so far these are there.
            assert_sound(&there).await;
            prop_assert_eq!(&export(&there, viewer).await, &text);
        }
        for viewer in VIEWERS {
            prop_assert_eq!(export(&there, viewer).await, export(&here, viewer).await);
        }
        let views = [&here, &there].map(|ledger| ledger.as_seen_by(Viewer::Joint));
        let all = entente_ledger::DueFilter {
            until: entente_ledger::Until::Always,
            ..Default::default()
        };
        let on = day("2026-11-25");
        prop_assert_eq!(
            views[0].due(on, &all).await.unwrap(),
            views[1].due(on, &all).await.unwrap()
        );
        prop_assert_eq!(
            views[0].scorecard(&Default::default()).await.unwrap(),
            views[1].scorecard(&Default::default()).await.unwrap()
        );
        there.close().await;
        Ok(())
    })
    .await;
}

/// Something that happens to a file.
#[derive(Clone, Debug)]
enum Harm {
    Cut(Index),
    Byte(Index, u8),
    Insert(Index, u8),
    Delete(Index),
    Swap(Index, Index),
    Twice(Index),
    LeftOut(Index),
    Line(Index, String),
}

fn harm() -> impl Strategy<Value = Harm> {
    let at = any::<Index>;
    prop_oneof![
        at().prop_map(Harm::Cut),
        (at(), any::<u8>()).prop_map(|(at, byte)| Harm::Byte(at, byte)),
        (at(), prop_oneof![any::<u8>(), Just(b' '), Just(b'\n')])
            .prop_map(|(at, byte)| Harm::Insert(at, byte)),
        at().prop_map(Harm::Delete),
        (at(), at()).prop_map(|(one, other)| Harm::Swap(one, other)),
        at().prop_map(Harm::Twice),
        at().prop_map(Harm::LeftOut),
        (at(), "\\PC{0,40}").prop_map(|(at, line)| Harm::Line(at, line)),
    ]
}

impl Harm {
    fn to(&self, text: &str) -> Vec<u8> {
        let mut bytes = text.as_bytes().to_vec();
        let mut lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        match self {
            Harm::Swap(one, other) => {
                let number = lines.len();
                lines.swap(one.index(number), other.index(number));
                return lines.concat();
            }
            Harm::Twice(at) => {
                let at = at.index(lines.len());
                lines.insert(at, lines[at]);
                return lines.concat();
            }
            Harm::LeftOut(at) => {
                lines.remove(at.index(lines.len()));
                return lines.concat();
            }
            Harm::Line(at, line) => {
                let line = format!("{line}\n");
                let mut lines: Vec<_> = lines.iter().map(|line| line.to_vec()).collect();
                lines.insert(at.index(lines.len()), line.into_bytes());
                return lines.concat();
            }
            _ => {}
        }
        match self {
            Harm::Cut(at) => bytes.truncate(at.index(bytes.len())),
            Harm::Byte(at, byte) => {
                let at = at.index(bytes.len());
                bytes[at] = *byte;
            }
            Harm::Insert(at, byte) => bytes.insert(at.index(bytes.len()), *byte),
            Harm::Delete(at) => {
                bytes.remove(at.index(bytes.len()));
            }
            _ => {}
        }
        bytes
    }
}

/// A harmed file is refused with its name and the line, and the database is as it was: empty, or with
/// the beginning of that history.
pub async fn a_harmed_file_changes_nothing(place: &Place) {
    let cases = (vec(deed(), 0..6), vec(deed(), 1..12), vec(harm(), 12));
    holds(place, [64, 16], cases, async |(first, then, harms)| {
        let ledger = open(&Database::Memory).await;
        perform(&ledger, &first).await;
        let beginning = export(&ledger, VIEWERS[1]).await;
        let mut known = Known::of(&ledger, "more").await.unwrap();
        for deed in &then {
            let plan = known.plan(deed);
            let recorded = plan.perform(&ledger, &stamp(99)).await.unwrap();
            known.did(&plan, &recorded);
        }
        let whole = export(&ledger, VIEWERS[1]).await;
        let there = place.ledger().await;
        import(&there, VIEWERS[1], beginning.as_bytes())
            .await
            .unwrap();
        for harm in harms {
            let harmed = harm.to(&whole);
            if harmed == whole.as_bytes() {
                continue;
            }
            let refused = import(&there, VIEWERS[1], &harmed).await;
            let error = match refused {
                Err(LedgerError::Import(error)) => error,
                other => return Err(TestCaseError::fail(format!("{harm:?}: {other:?}"))),
            };
            let lines = harmed.split_inclusive(|byte| *byte == b'\n').count();
            prop_assert_eq!(&error.file, "team.jsonl");
            prop_assert!(
                (1..=lines).contains(&error.line) || harmed.is_empty(),
                "{}",
                error
            );
            prop_assert!(error.line >= first_difference(&harmed, &whole), "{}", error);
            if let Harm::Cut(_) = harm {
                let early = matches!(error.fault, ImportFault::Truncated | ImportFault::NoHeader);
                prop_assert!(early, "{}", error);
            }
            prop_assert_eq!(&export(&there, VIEWERS[1]).await, &beginning);
        }
        assert_sound(&there).await;
        import(&there, VIEWERS[1], whole.as_bytes()).await.unwrap();
        prop_assert_eq!(export(&there, VIEWERS[1]).await, whole);
        there.close().await;
        Ok(())
    })
    .await;
}

/// The first line that is not as it was: nothing before it can be blamed. What an empty file lacks is on
/// no line.
fn first_difference(harmed: &[u8], whole: &str) -> usize {
    if harmed.is_empty() {
        return 0;
    }
    let lines = |bytes| <[u8]>::split_inclusive(bytes, |byte| *byte == b'\n');
    let same = lines(harmed)
        .zip(lines(whole.as_bytes()))
        .take_while(|(one, other)| one == other);
    (same.count() + 1).min(lines(harmed).count())
}

/// A rule that an entry breaks: its field, and what to put there.
type Breach = (&'static str, Value);

/// An entry that breaks one rule, and the field that must be named.
fn broken() -> impl Strategy<Value = (Value, &'static str)> {
    let days = (1i64..40_000)
        .prop_map(|days| json!(day("2016-06-29").saturating_sub(jiff::Span::new().days(days))));
    let blank = "[ \n\t]{0,3}".prop_map(Value::from);
    let others = proptest::sample::select(vec![40, 140, 200, 220, 365, 710, 740]);
    let nobody = others.prop_map(Value::from);
    let promise = || with_kind("commitment", commitment("new"));
    let mark = || {
        let given = score("clean-power", "MEX", "A", "final", "2025-01-01", 1);
        with_kind("score", serde_json::to_value(given).unwrap())
    };
    let meeting = || with_kind("consultation", consultation("new"));
    let put = |mut entry: Value, (field, value): Breach| {
        let it = entry.as_object_mut().unwrap().values_mut().next().unwrap();
        it[field] = value;
        (entry, field)
    };
    prop_oneof![
        days.clone()
            .prop_map(move |day| put(promise(), ("due", day))),
        days.clone().prop_map(move |day| put(mark(), ("date", day))),
        days.prop_map(move |day| {
            let days = json!({"start": "2016-06-29", "end": day});
            (put(meeting(), ("planned", days)).0, "planned.end")
        }),
        blank
            .clone()
            .prop_map(move |blank| put(mark(), ("evidence", blank))),
        blank
            .clone()
            .prop_map(move |blank| put(promise(), ("text", blank))),
        blank.prop_map(move |blank| put(meeting(), ("title", blank))),
        nobody
            .clone()
            .prop_map(move |number| put(mark(), ("party", number))),
        nobody.prop_map(move |number| {
            let by = json!(["CAN", number]);
            (put(promise(), ("by", by)).0, "by[1]")
        }),
    ]
}

fn with_kind(kind: &str, entry: Value) -> Value {
    json!({ kind: entry })
}

/// An entry that breaks a rule is refused by its field, alone or after others, and nothing is recorded.
pub async fn a_broken_rule_changes_nothing(place: &Place) {
    let ledger = place.ledger().await;
    summit(&ledger).await;
    let before = export(&ledger, Viewer::Joint).await;
    let joint = ledger.as_seen_by(Viewer::Joint);
    holds(place, [256, 64], broken(), async |(json, field)| {
        let entity: Entity = serde_json::from_value(json).unwrap();
        let good: Entity = entry::<entente_ledger::Commitment>(commitment("good")).into();
        let alone = joint.record(Change::New(entity.clone()), &stamp(9)).await;
        let changes = vec![Change::New(good), Change::New(entity)];
        let among = joint.record_all(changes, &stamp(9)).await;
        for error in [alone.unwrap_err(), among.unwrap_err()] {
            let LedgerError::Invalid(invalid) = error else {
                return Err(TestCaseError::fail(error.to_string()));
            };
            prop_assert_eq!(&invalid.field, field);
        }
        prop_assert_eq!(&export(&ledger, Viewer::Joint).await, &before);
        Ok(())
    })
    .await;
}

/// What an older version has is all there in this one, and in the copy that is made before. It becomes the same
/// whether a database is brought up to date or an export read.
pub async fn any_older_ledger_is_copied_and_migrated(place: &Place) {
    holds(place, [24, 8], vec(deed(), 1..30), async |deeds| {
        let today = open(&Database::Memory).await;
        perform(&today, &deeds).await;
        let old = Old::of(&today).await;
        let database = place.database().await;
        old.write(&database, 1 + deeds.len() as u32 % 2).await;
        let copies = tempfile::tempdir().unwrap();
        let opening = Opening {
            now: None,
            copies: Some(copies.path().to_owned()),
        };
        let ledger = Ledger::open(&database, &opening).await.unwrap();
        assert_sound(&ledger).await;
        for viewer in VIEWERS {
            let read = open(&Database::Memory).await;
            let text = old.text(Some(viewer));
            import(&read, viewer, text.as_bytes()).await.unwrap();
            assert_sound(&read).await;
            prop_assert_eq!(export(&read, viewer).await, export(&ledger, viewer).await);
            let rows = ledger.as_seen_by(viewer).log(&Default::default()).await;
            let expected = today.as_seen_by(viewer).log(&Default::default()).await;
            prop_assert_eq!(rows.unwrap().len(), expected.unwrap().len());
        }
        let views = [&today, &ledger].map(|ledger| ledger.as_seen_by(Viewer::Joint));
        prop_assert_eq!(
            views[0].scorecard(&Default::default()).await.unwrap(),
            views[1].scorecard(&Default::default()).await.unwrap()
        );
        let copy = std::fs::read_dir(&copies).unwrap().next().unwrap().unwrap();
        if place.backend == Backend::Postgres {
            let text = std::fs::read_to_string(copy.path()).unwrap();
            prop_assert_eq!(text, old.text(None));
        }
        // A second time the copy is in the way, and nothing is touched.
        let again = place.database().await;
        old.write(&again, 2).await;
        if place.backend == Backend::Postgres {
            ledger.close().await;
            return Ok(());
        }
        let name = format!("{again}.v2.backup");
        let name = std::path::Path::new(&name).file_name().unwrap().to_owned();
        std::fs::write(copies.path().join(name), "").unwrap();
        let refused = Ledger::open(&again, &opening).await;
        prop_assert!(
            matches!(refused, Err(LedgerError::InTheWay(_))),
            "{:?}",
            refused
        );
        ledger.close().await;
        Ok(())
    })
    .await;
}

#[test]
fn deeds_are_of_every_kind() {
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let mut runtime = tokio::runtime::Builder::new_current_thread();
    let deeds = vec(deed(), 600).new_tree(&mut runner).unwrap().current();
    runtime.enable_all().build().unwrap().block_on(async {
        let ledger = open(&Database::Memory).await;
        perform(&ledger, &deeds).await;
        assert_sound(&ledger).await;
        let mut log = Vec::new();
        for viewer in VIEWERS {
            let seen = ledger.as_seen_by(viewer).log(&Default::default()).await;
            log.extend(seen.unwrap());
        }
        for kind in Kind::ALL {
            assert!(
                log.iter().any(|r| r.kind == kind && r.version == 1),
                "{kind}"
            );
            assert!(
                log.iter().any(|r| r.kind == kind && r.version > 1),
                "{kind}"
            );
        }
    });
}
