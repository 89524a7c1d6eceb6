//! Times as text that sorts as they do.

use jiff::Timestamp;

use crate::LedgerError;

/// A time as the history writes it: UTC, to the microsecond, always of one length.
pub(crate) fn stamped(time: Timestamp) -> String {
    format!("{time:.6}")
}

/// A time that the history wrote.
pub(crate) fn unstamped(text: &str) -> Result<Timestamp, LedgerError> {
    text.parse().map_err(|_| LedgerError::Unreadable {
        what: format!("time {text:?}"),
        why: "it is not written as the ledger writes times".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_sorts_as_time() {
        let times = [0, 1, 999_999, 1_000_000, 1_500_000_000_000_000]
            .map(|micros| stamped(Timestamp::from_microsecond(micros).unwrap()));
        assert!(times.is_sorted());
        assert_eq!(times[1], "1970-01-01T00:00:00.000001Z");
        assert!(times.iter().all(|t| t.len() == times[0].len()));
        assert_eq!(
            unstamped(&times[4]).unwrap().as_microsecond(),
            1_500_000_000_000_000
        );
    }
}
