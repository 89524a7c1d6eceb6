//! Calendar files.

use std::collections::HashSet;

use calcard::icalendar::{ICalendar, ICalendarComponentType, ICalendarProperty};

use super::place::Place;

#[test]
fn a_calendar_that_another_parser_reads() {
    let place = Place::with_notes();
    place.stdout(&[
        "extend",
        "2016-methane",
        "--to",
        "2027-12-31",
        "--reason",
        "Agreed",
    ]);
    let ics = place.stdout(&["ics"]);
    assert_eq!(ics, place.stdout(&["ics"]), "two runs differ");
    assert!(ics.split("\r\n").all(|l| l.len() <= 75));
    let calendar = ICalendar::parse(&ics).unwrap();
    let events: Vec<_> = calendar
        .components
        .iter()
        .filter(|c| c.component_type == ICalendarComponentType::VEvent)
        .collect();
    let alarms = calendar
        .components
        .iter()
        .filter(|c| c.component_type == ICalendarComponentType::VAlarm)
        .count();
    let consultations = 11;
    let answer = place.json(&["due", "--until", "2099-12-31"]);
    let due = answer["due"].as_array().unwrap().len();
    assert_eq!(events.len(), consultations + due);
    // Two reminders of what is ahead: one planned consultation, and every day that is set.
    assert_eq!(alarms, 2 * (1 + due));
    let mut uids = HashSet::new();
    for event in &events {
        assert!(uids.insert(event.uid().unwrap().to_owned()));
        assert!(event.property(&ICalendarProperty::Dtstamp).is_some());
        let start = event.property(&ICalendarProperty::Dtstart).unwrap();
        let start = start.values[0].as_partial_date_time().unwrap();
        assert!(start.hour.is_none(), "all day");
    }
    assert!(uids.contains("consultation-nals-2016@ledger.entente"));
    let unfolded = ics.replace("\r\n ", "");
    let of = |uid: &str| {
        let from = unfolded.find(&format!("UID:{uid}@")).unwrap();
        unfolded[from..]
            .split("END:VEVENT")
            .next()
            .unwrap()
            .to_owned()
    };
    let methane = of("commitment-2016-methane");
    assert!(methane.contains("DTSTART;VALUE=DATE:20271231"), "{methane}");
    assert!(methane.contains("SEQUENCE:1\r\n"), "{methane}");
    assert!(methane.contains("TRIGGER:-P14D"), "{methane}");
    assert!(of("consultation-nals-2023").contains("DTEND;VALUE=DATE:20230111"));
    assert!(of("consultation-next").contains("STATUS:TENTATIVE"));
    place.stdout(&["cancel", "next", "--reason", "Given up"]);
    let later = place.stdout(&["ics", "--mechanism", "nals", "--remind", "30"]);
    assert!(later.contains("STATUS:CANCELLED") && later.contains("TRIGGER:-P30D"));
}
