use entente_evidence::{Contact, Evidence};
use jiff::civil::date;

use super::*;

/// Eighty records drawn at random (30 visits, 18 journeys of presidents, 32 of secretaries) and coded
/// by hand before the rules were first run on them. The rules are not fitted to them: what they get
/// wrong is listed, and stays.
#[test]
fn a_sample_coded_by_hand() {
    let evidence = Evidence::embedded().unwrap();
    let as_of = evidence.as_of(date(2026, 1, 1));
    let records: Vec<Contact> = as_of
        .rows::<Contact>()
        .unwrap()
        .map(std::borrow::Cow::into_owned)
        .collect();
    let mut wrong = Vec::new();
    let mut coded = 0;
    for line in include_str!("sample.csv").lines().skip(1) {
        let fields: Vec<&str> = line.splitn(5, ',').collect();
        let record = records
            .iter()
            .find(|c| c.source.as_str() == fields[0] && c.id.to_string() == fields[1])
            .unwrap();
        let occasion = record.occasion.as_deref().unwrap();
        assert_eq!(fields[4].trim_matches('"').replace("\"\"", "\""), occasion);
        coded += 1;
        let kind = classify(record, &Remark::of(occasion));
        let found = kind.map_or("accompanying", OccasionKind::as_str);
        if found != fields[3] {
            let [source, id, _, by_hand, _] = fields[..] else {
                unreachable!()
            };
            wrong.push(format!("{source} {id}: {found}, by hand {by_hand}"));
        }
    }
    assert_eq!(coded, 80);
    assert_eq!(
        wrong,
        [
            "visits 1360: bilateral, by hand multilateral",
            "secretary 3152: bilateral, by hand unspecified",
            "secretary 838: bilateral, by hand unspecified",
            "secretary 159: bilateral, by hand multilateral",
            "secretary 839: multilateral, by hand unspecified",
            "secretary 3545: bilateral, by hand unspecified",
        ]
    );
}
