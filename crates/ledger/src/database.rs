//! Where a ledger is.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use sqlx::postgres::PgConnectOptions;

/// A database that holds a ledger.
#[derive(Clone)]
pub enum Database {
    /// A SQLite file; it is made if it is not there.
    Sqlite(PathBuf),
    /// A SQLite database in memory, which is gone when the ledger is dropped.
    Memory,
    /// A PostgreSQL database; it must be there, its tables are made.
    Postgres(Box<PgConnectOptions>),
}

/// A text that names no database.
#[derive(Debug, thiserror::Error)]
pub enum NotADatabase {
    /// Nothing.
    #[error("no database is named; give a file, sqlite://FILE or postgres://USER@HOST/NAME")]
    Empty,
    /// Another program's address.
    #[error(
        "{0}:// is no database of the ledger; give a file, sqlite://FILE or postgres://USER@HOST/NAME"
    )]
    Scheme(String),
    /// An address that is written wrong. It is not repeated: it may hold a password.
    #[error(
        "this looks like the address of a database that is written wrong; write postgres://USER@HOST/NAME, or ./ before the name of a file"
    )]
    Mistyped,
    /// An address that PostgreSQL's rules do not allow. The address is not repeated: it may hold a
    /// password.
    #[error("the address of the PostgreSQL database cannot be read: {0}")]
    Postgres(String),
}

impl FromStr for Database {
    type Err = NotADatabase;

    /// Reads `FILE`, `sqlite://FILE`, `sqlite::memory:` or `postgres://…` (also `postgresql://…`).
    fn from_str(text: &str) -> Result<Self, NotADatabase> {
        let text = text.trim();
        if text == "sqlite::memory:" {
            return Ok(Database::Memory);
        }
        match text.split_once("://") {
            None if text.is_empty() => Err(NotADatabase::Empty),
            None if like_an_address(text) => Err(NotADatabase::Mistyped),
            None => Ok(Database::Sqlite(PathBuf::from(text))),
            Some(("sqlite", "")) => Err(NotADatabase::Empty),
            Some(("sqlite", file)) => Ok(Database::Sqlite(PathBuf::from(file))),
            Some(("postgres" | "postgresql", _)) => match text.parse() {
                Ok(options) => Ok(Database::Postgres(Box::new(options))),
                Err(sqlx::Error::Configuration(why)) => {
                    Err(NotADatabase::Postgres(why.to_string()))
                }
                Err(other) => Err(NotADatabase::Postgres(other.to_string())),
            },
            Some((scheme, _)) if scheme.bytes().all(|b| b.is_ascii_alphanumeric()) => {
                Err(NotADatabase::Scheme(scheme.to_owned()))
            }
            Some(_) => Err(NotADatabase::Mistyped),
        }
    }
}

/// Whether a text is more like an address than like the name of a file.
fn like_an_address(text: &str) -> bool {
    if text.starts_with(['.', '/']) {
        return false;
    }
    let lower = text.to_ascii_lowercase();
    let named = ["postgres", "postgre", "psql", "pgsql", "pg:", "sqlite:"]
        .iter()
        .any(|word| lower.starts_with(word));
    let user_and_host = text
        .split_once('@')
        .is_some_and(|(user, _)| user.contains(':'));
    user_and_host || (named && text.contains([':', '@']))
}

impl fmt::Display for Database {
    /// The file, or host and name of the database: never a password.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Database::Sqlite(file) => write!(f, "{}", file.display()),
            Database::Memory => f.write_str("sqlite::memory:"),
            Database::Postgres(options) => write!(
                f,
                "postgres://{}/{}",
                options.get_host(),
                options.get_database().unwrap_or_default()
            ),
        }
    }
}

impl fmt::Debug for Database {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Database({self})")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        let shown = |text: &str| text.parse::<Database>().map(|d| d.to_string());
        assert_eq!(shown("team.ledger").unwrap(), "team.ledger");
        assert_eq!(shown("sqlite:///srv/team.db").unwrap(), "/srv/team.db");
        assert_eq!(shown("sqlite::memory:").unwrap(), "sqlite::memory:");
        assert_eq!(
            shown("postgres://me:secret@db.example.org/team").unwrap(),
            "postgres://db.example.org/team"
        );
        for (text, why) in [
            (" ", "no database is named"),
            ("sqlite://", "no database is named"),
            ("mysql://h/d", "mysql:// is no database"),
            ("postgres://h:port/d", "cannot be read"),
            ("postgres//me:secret@db/team", "written wrong"),
            ("postgres:me:secret@db/team", "written wrong"),
            ("postgresql:/me:secret@db/team", "written wrong"),
            ("postgers://me:secret@db/team", "postgers:// is no database"),
            ("me:secret@postgres://db/team", "written wrong"),
            ("me:secret@db/team", "written wrong"),
            ("sqlite:team.db", "written wrong"),
            ("postgres://me:secret@db:port/team", "cannot be read"),
            ("postgres://me:secret@db/team?sslmode=yes", "cannot be read"),
        ] {
            let error = shown(text).unwrap_err().to_string();
            assert!(error.contains(why), "{text}: {error}");
            assert!(!error.contains("secret"), "{text}: {error}");
        }
        assert_eq!(shown("./postgres:a@b").unwrap(), "./postgres:a@b");
        assert_eq!(shown("ana@planning.ledger").unwrap(), "ana@planning.ledger");
    }
}
