//! What is owed, by whom, how late.

use entente_states::Ccode;
use jiff::civil::Date;
use serde::Serialize;

use super::Conditions;
use crate::LedgerError;
use crate::store::Row;
use crate::view::View;

/// Up to which day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Until {
    /// Due on the day of the question, or earlier.
    #[default]
    Today,
    /// Due on this day, or earlier.
    Day(Date),
    /// All that is open, also what has no day.
    Always,
}

/// Which commitments; those that meet all that is given.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DueFilter {
    /// Up to which day.
    pub until: Until,
    /// Made by any of these; by anybody if it is empty.
    pub parties: Vec<Ccode>,
    /// Counting for this mechanism.
    pub mechanism: Option<String>,
    /// Made at this consultation.
    pub consultation: Option<String>,
    /// Serving this item, written `dossier/item`.
    pub item: Option<String>,
    /// So many at most, the longest due first.
    pub first: Option<u32>,
}

/// An open commitment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Owed {
    /// Its id.
    pub commitment: String,
    /// What is to be done.
    pub text: String,
    /// By whom.
    pub by: Vec<Ccode>,
    /// The day on which it was made.
    pub made: Date,
    /// The day by which it is to be done.
    pub due: Option<Date>,
    /// Days from the day on which it was due; negative if that is to come, `None` if it has no day.
    pub days_late: Option<i32>,
    /// The consultation at which it was made.
    pub consultation: Option<String>,
    /// The mechanism for which it counts.
    pub mechanism: Option<String>,
    /// The item that it serves, written `dossier/item`.
    pub item: Option<String>,
    /// So many times its day was moved.
    pub extensions: i64,
}

impl View<'_> {
    /// Open commitments that are due, the longest due first, then by id; those without a day last.
    ///
    /// What was made after the day of the question is not among them.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn due(&self, on: Date, filter: &DueFilter) -> Result<Vec<Owed>, LedgerError> {
        let mut conditions = Conditions::default();
        conditions.add("o.status = $", "open".into());
        conditions.add("o.made <= $", on.to_string().into());
        match filter.until {
            Until::Today => conditions.add("o.due <= $", on.to_string().into()),
            Until::Day(day) => conditions.add("o.due <= $", day.to_string().into()),
            Until::Always => {}
        }
        conditions.given("o.mechanism = $", filter.mechanism.as_ref());
        conditions.given("o.consultation = $", filter.consultation.as_ref());
        conditions.given("o.item = $", filter.item.as_ref());
        if !filter.parties.is_empty() {
            let numbers: Vec<String> = filter.parties.iter().map(Ccode::to_string).collect();
            conditions.texts.push(format!(
                "EXISTS (SELECT 1 FROM compliance c WHERE c.commitment = o.commitment AND c.party IN ({}))",
                numbers.join(",")
            ));
        }
        // Where only what has a day is asked for, the index gives the order.
        let dated_first = match filter.until {
            Until::Always => "o.due IS NULL, ",
            Until::Today | Until::Day(_) => "",
        };
        let limit = filter
            .first
            .map_or(String::new(), |n| format!(" LIMIT {n}"));
        let mut tx = self.read().await?;
        let sql = format!(
            "SELECT {} FROM owed o {} ORDER BY {dated_first}o.due, o.commitment{limit}",
            tx.dialect().as_one(COLUMNS),
            conditions.clause()
        );
        let rows = tx.rows(&sql, &conditions.values).await?;
        rows.iter().map(|row| owed(row, on)).collect()
    }
}

/// As they are in a [`OwedRow`].
const COLUMNS: &str =
    "o.commitment, o.text, o.parties, o.made, o.due, o.consultation, o.mechanism, o.item,
     o.extensions";

/// Commitment, text, parties, made, due, consultation, mechanism, item, extensions.
type OwedRow = (
    String,
    String,
    String,
    Date,
    Option<Date>,
    Option<String>,
    Option<String>,
    Option<String>,
    i64,
);

fn owed(row: &Row, on: Date) -> Result<Owed, LedgerError> {
    let text = row.text(0)?;
    let unreadable = || LedgerError::Unreadable {
        what: format!("a commitment, {text}"),
        why: "its row in the table owed is not as the ledger writes it".to_owned(),
    };
    let read: OwedRow = serde_json::from_str(&text).map_err(|_| unreadable())?;
    let (commitment, text, parties, made, due, consultation, mechanism, item, extensions) = read;
    let by = parties
        .split(',')
        .map(|number| number.parse().map_err(|_| unreadable()));
    Ok(Owed {
        by: by.collect::<Result<_, _>>()?,
        days_late: due.map(|due| (on - due).get_days()),
        commitment,
        text,
        made,
        due,
        consultation,
        mechanism,
        item,
        extensions,
    })
}
