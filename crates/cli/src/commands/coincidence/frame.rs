//! Rows of agreement as columns.

use entente_assessment::AgreementRow;
use entente_measures::Index;

use crate::output::{Column, Frame};

/// The columns of some rows, keys first, then counts, then every index.
pub fn frame(rows: &[AgreementRow<'_>]) -> Frame {
    let count = |f: fn(&AgreementRow<'_>) -> u32| {
        Column::integers(rows.iter().map(|row| i64::from(f(row))))
    };
    let period = rows
        .iter()
        .map(|row| row.session.or(row.year).map(i64::from));
    let years = rows.first().is_some_and(|row| row.year.is_some());
    let mut frame = Frame::default()
        .with("ccode1", count(|row| u32::from(row.ccode1.0)))
        .with("iso3_1", Column::texts(rows.iter().map(|row| row.iso3_1)))
        .with("ccode2", count(|row| u32::from(row.ccode2.0)))
        .with("iso3_2", Column::texts(rows.iter().map(|row| row.iso3_2)))
        .with(
            if years { "year" } else { "session" },
            Column::integers(period),
        )
        .with("issue", Column::texts(rows.iter().map(|row| row.issue)))
        .with("same", count(|row| row.same))
        .with("partial", count(|row| row.partial))
        .with("opposite", count(|row| row.opposite))
        .with("absent", count(|row| row.absent))
        .with("not_members", count(|row| row.not_members))
        .with(
            "formula",
            Column::texts(rows.iter().map(|row| row.formula.as_str())),
        )
        .with(
            "coincidence",
            Column::numbers(rows.iter().map(|row| row.coincidence)),
        );
    for index in Index::ALL {
        let values = rows.iter().map(|row| row.indices.get(index));
        frame = frame.with(index.as_str(), Column::numbers(values));
    }
    frame
}
