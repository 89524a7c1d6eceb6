//! Any text in every output, read back by a reader of its format.

use calcard::icalendar::{ICalendar, ICalendarProperty, ICalendarValue};
use entente_doors::strategies::any_text;
use entente_doors::text::{allowed, shown};
use jiff::civil::date;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::ics::{Event, Status, calendar};
use super::{Column, Envelope, Frame};

fn cases() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Whether a terminal only prints and ends lines.
fn only_prints(bytes: &[u8]) -> bool {
    struct Screen(bool);
    impl vte::Perform for Screen {
        fn print(&mut self, c: char) {
            self.0 &= allowed(c);
        }
        fn execute(&mut self, byte: u8) {
            self.0 &= matches!(byte, b'\n' | b'\t');
        }
        fn csi_dispatch(&mut self, _: &vte::Params, _: &[u8], _: bool, _: char) {
            self.0 = false;
        }
        fn esc_dispatch(&mut self, _: &[u8], _: bool, _: u8) {
            self.0 = false;
        }
        fn osc_dispatch(&mut self, _: &[&[u8]], _: bool) {
            self.0 = false;
        }
        fn hook(&mut self, _: &vte::Params, _: &[u8], _: bool, _: char) {
            self.0 = false;
        }
    }
    let mut screen = Screen(true);
    vte::Parser::new().advance(&mut screen, bytes);
    screen.0
}

fn cells(csv: &[u8]) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(csv);
    let rows = reader.records().map(Result::unwrap);
    rows.map(|row| row.iter().map(str::to_owned).collect())
        .collect()
}

fn event(text: &str) -> Event {
    Event {
        uid: text.to_owned(),
        stamp: "20210201T000000Z".to_owned(),
        sequence: Some(1),
        start: date(2021, 2, 1),
        last: date(2021, 2, 2),
        summary: text.to_owned(),
        description: text.to_owned(),
        category: "SUMMIT",
        status: Status::Confirmed,
        reminders: vec![7],
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn a_row_of_a_table_is_one_line(text in any_text(), other in any_text()) {
        let rows = vec![vec![text.clone(), other.clone()], vec![other, text]];
        let table = super::page(super::table(&["one", "two"], &[1], rows));
        prop_assert!(only_prints(&table));
        prop_assert_eq!(String::from_utf8(table).unwrap().matches('\n').count(), 3);
    }

    #[test]
    fn a_page_only_prints(text in any_text()) {
        prop_assert!(only_prints(&super::page(&text)));
        prop_assert!(only_prints(super::wrapped(&shown(&text)).as_bytes()));
        let short = super::shortened(&text, 20);
        prop_assert!(short.chars().count() <= 20 && !short.contains('\n'));
    }

    #[test]
    fn csv_gives_the_cells_back(text in any_text(), other in any_text()) {
        let wanted = [shown(&text).into_owned(), shown(&other).into_owned()];
        let rows = [json!({"a": text, "b": other}), json!({"a": other, "b": text})];
        let written = super::csv(&rows).unwrap();
        prop_assert!(only_prints(&written));
        let read = cells(&written);
        prop_assert_eq!(&read[1], &wanted);
        prop_assert_eq!(read.len(), 3);

        let column = |values: [&str; 2]| Column::texts(values.into_iter());
        let frame = Frame::default()
            .with("a", column([&text, &other]))
            .with("b", column([&other, &text]));
        let written = frame.csv().unwrap();
        prop_assert!(only_prints(&written));
        prop_assert_eq!(cells(&written), read);
    }

    #[test]
    fn json_gives_the_text_back(text in any_text()) {
        let rows = [json!({"a": text, text.as_str(): [text]})];
        let written = super::json(&Envelope::default(), "rows", &rows).unwrap();
        prop_assert!(only_prints(&written));
        let read: Value = serde_json::from_slice(&written).unwrap();
        prop_assert_eq!(&read["rows"][0], &rows[0]);
    }

    #[test]
    fn a_calendar_gives_the_text_back(text in any_text()) {
        let written = calendar("entente", &text, Some(&text), &[event(&text), event("plain")]);
        for line in written.split_inclusive("\r\n") {
            let line = line.strip_suffix("\r\n").unwrap();
            prop_assert!(line.len() <= 75 && line.chars().all(|c| allowed(c) && c != '\n'));
        }
        let read = ICalendar::parse(&written).unwrap();
        let events: Vec<_> = (read.components.iter())
            .filter(|c| c.component_type.as_str() == "VEVENT")
            .collect();
        prop_assert_eq!(events.len(), 2);
        prop_assert_eq!(events[0].entries.len(), events[1].entries.len());
        for (property, wanted) in [
            (ICalendarProperty::Summary, shown(&text)),
            (ICalendarProperty::Description, shown(&text)),
            (ICalendarProperty::Uid, shown(&text)),
        ] {
            let entry = events[0].property(&property).unwrap();
            let values: Vec<&str> = (entry.values.iter()).filter_map(ICalendarValue::as_text).collect();
            // A tab is a blank here.
            prop_assert_eq!(values.concat(), wanted.replace('\t', " "));
        }
    }
}
