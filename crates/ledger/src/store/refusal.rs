//! Why a database did not do what it was asked.

use sqlx::Error;
use sqlx::postgres::PgDatabaseError;
use sqlx::sqlite::SqliteError;

/// What an error of a database amounts to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// There is no room left.
    Full,
    /// Others are writing.
    Busy,
    /// It does not answer.
    Lost,
    /// The account may not do that.
    Forbidden,
    /// It answers, and not so that one knows what it did: SQLite's file cannot be written or
    /// synchronised, say.
    Unclear,
    /// Anything else.
    Other,
}

impl Refusal {
    pub(crate) fn of(error: &Error) -> Refusal {
        match error {
            Error::Io(_) | Error::PoolTimedOut | Error::PoolClosed | Error::WorkerCrashed => {
                Refusal::Lost
            }
            Error::Database(said) => match said.try_downcast_ref::<PgDatabaseError>() {
                Some(said) => Refusal::of_postgres(said.code()),
                None => Refusal::of_sqlite(said.try_downcast_ref()),
            },
            Error::Protocol(_) => Refusal::Unclear,
            _ => Refusal::Other,
        }
    }

    /// By the SQLSTATE (PostgreSQL's manual, appendix A).
    fn of_postgres(code: &str) -> Refusal {
        match code {
            "53100" => Refusal::Full,
            "42501" => Refusal::Forbidden,
            "55P03" => Refusal::Busy,
            // Too many connections; shutting down, crashed, starting up.
            "53300" | "57P01" | "57P02" | "57P03" => Refusal::Lost,
            _ if code.starts_with("08") => Refusal::Lost,
            _ => Refusal::Other,
        }
    }

    /// By the primary result code, the lowest byte of the extended one (sqlite.org/rescode.html).
    fn of_sqlite(error: Option<&SqliteError>) -> Refusal {
        use sqlx::error::DatabaseError;
        let code = error.and_then(|error| error.code()?.parse::<u32>().ok());
        match code.map(|code| code & 0xff) {
            Some(5 | 6) => Refusal::Busy,
            Some(10) => Refusal::Unclear,
            Some(13) => Refusal::Full,
            _ => Refusal::Other,
        }
    }
}
