//! Roll calls for tests.

use jiff::civil::Date;

use super::Described;

/// A roll call with a title and no other text.
pub fn roll_call(
    rcid: u32,
    date: Date,
    session: u16,
    title: &str,
    published: Option<u8>,
) -> Described<'_> {
    Described {
        rcid,
        date,
        session,
        symbol: None,
        title: Some(title),
        description: None,
        agenda: None,
        subjects: None,
        committee: None,
        published,
    }
}
