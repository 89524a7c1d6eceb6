//! Accounts of a PostgreSQL server: a role for each delegation and one for everybody, and row-level security,
//! so that the server itself keeps what is one's own from the others, whatever program they use.

use entente_states::{Ccode, system};
use serde::Serialize;

use crate::history::chain::sha256;
use crate::store::{Dialect, Tx};
use crate::{Custodian, Database, LedgerError};

/// Tables whose rows belong to a part.
const OF_PARTS: [&str; 6] = ["revision", "private_body", "blob", "head", "latest", "seal"];

/// Longest name of a database within the name of a role; PostgreSQL cuts names at 63 bytes.
const LONGEST: usize = 48;

/// A role that was made, or was there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Role {
    /// The delegation whose own it reads and writes; `None` for the role that reads and writes what is
    /// everybody's only.
    pub delegation: Option<Ccode>,
    /// Its name. It cannot log in: it is granted to the accounts of people.
    pub name: String,
}

impl Custodian<'_> {
    /// Makes a role for everybody and one for each of some delegations, and has the server keep apart what is
    /// each one's own. What is there already stays. The account that does this owns the tables, and may make
    /// roles; it itself goes on seeing everything.
    ///
    /// # Errors
    /// [`LedgerError::NoRoles`] for a SQLite file, which has no accounts; if the account may not do it. Then
    /// nothing is changed.
    pub async fn make_roles(&self, delegations: &[Ccode]) -> Result<Vec<Role>, LedgerError> {
        let Database::Postgres(options) = &self.ledger.database else {
            return Err(LedgerError::NoRoles);
        };
        let database = options.get_database().unwrap_or("ledger");
        let short = named_for(database);
        let mut roles = vec![Role {
            delegation: None,
            name: format!("{short}_joint"),
        }];
        for party in delegations {
            let code = system()
                .get(*party)
                .map_or_else(|| party.to_string(), |state| state.key3().to_lowercase());
            roles.push(Role {
                delegation: Some(*party),
                name: format!("{short}_{code}"),
            });
        }
        let mut tx = self.ledger.pool.write().await?;
        debug_assert_eq!(tx.dialect(), Dialect::Postgres);
        tx.lock_tables().await?;
        let schema = tx.row("SELECT quote_ident(current_schema())", &[]).await?;
        let schema = schema
            .map(|row| row.text(0))
            .transpose()?
            .unwrap_or_default();
        tx.script(&keeping_apart(&schema)).await?;
        for role in &roles {
            make(&mut tx, &schema, database, role).await?;
        }
        tx.commit().await?;
        Ok(roles)
    }
}

/// Whether an account sees the rows of all parts: the server keeps none of them from it.
pub(crate) async fn sees_all(tx: &mut Tx) -> Result<bool, LedgerError> {
    if tx.dialect() == Dialect::Sqlite {
        return Ok(true);
    }
    let sql = "SELECT count(*) FROM pg_class
        WHERE oid IN ('revision'::regclass, 'private_body'::regclass, 'blob'::regclass)
            AND row_security_active(oid)";
    let row = tx.row(sql, &[]).await?;
    Ok(row.map(|row| row.int(0)).transpose()? == Some(0))
}

/// Row-level security on all tables whose rows belong to a part. The function looks for its table in the
/// ledger's own schema only: a temporary table of the same name would otherwise come first.
fn keeping_apart(schema: &str) -> String {
    let mut script = format!(
        "CREATE TABLE IF NOT EXISTS {schema}.ledger_role (part BIGINT PRIMARY KEY, role TEXT NOT NULL);
         CREATE OR REPLACE FUNCTION {schema}.ledger_sees(of_part BIGINT) RETURNS BOOLEAN
         LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
             SELECT of_part = 0 OR EXISTS (
                 SELECT 1 FROM {schema}.ledger_role r
                 WHERE r.part = of_part AND pg_has_role(current_user, r.role, 'MEMBER'))
         $$;"
    );
    for table in OF_PARTS {
        script.push_str(&format!(
            "ALTER TABLE {schema}.{table} ENABLE ROW LEVEL SECURITY;
             DROP POLICY IF EXISTS ledger_parts ON {schema}.{table};
             CREATE POLICY ledger_parts ON {schema}.{table}
                 USING ({schema}.ledger_sees(part)) WITH CHECK ({schema}.ledger_sees(part));"
        ));
    }
    script
}

async fn make(tx: &mut Tx, schema: &str, database: &str, role: &Role) -> Result<(), LedgerError> {
    let there = tx
        .row(
            "SELECT 1 FROM pg_roles WHERE rolname = $1",
            &[role.name.as_str().into()],
        )
        .await?;
    let name = quoted(&role.name);
    let database = quoted(database);
    let mut script = String::new();
    let part = role.delegation.map_or(0, |Ccode(number)| i64::from(number));
    let sql = format!("SELECT 1 FROM {schema}.ledger_role WHERE part = $1 AND role = $2");
    let ours = tx
        .row(&sql, &[part.into(), role.name.as_str().into()])
        .await?;
    match (there, ours) {
        (None, _) => script.push_str(&format!("CREATE ROLE {name} NOLOGIN;")),
        (Some(_), Some(_)) => {}
        // Whoever has it already would read what is the delegation's own.
        (Some(_), None) => return Err(LedgerError::RoleTaken(role.name.clone())),
    }
    let all = "revision, private_body, blob, head, latest, seal, owed, standing, compliance, absent_content";
    let tables = |list: &str| {
        let names = list.split(", ").map(|table| format!("{schema}.{table}"));
        names.collect::<Vec<_>>().join(", ")
    };
    script.push_str(&format!(
        "GRANT CONNECT ON DATABASE {database} TO {name};
         GRANT USAGE ON SCHEMA {schema} TO {name};
         GRANT SELECT ON {}, {} TO {name};
         GRANT INSERT ON {} TO {name};
         GRANT UPDATE ON {} TO {name};
         GRANT DELETE ON {} TO {name};",
        tables(all),
        tables("ledger_schema, ledger_role"),
        tables(all),
        tables("head, seal, private_body, blob"),
        tables("latest, owed, standing, compliance"),
    ));
    tx.script(&script).await?;
    let sql = format!(
        "INSERT INTO {schema}.ledger_role (part, role) VALUES ($1, $2)
         ON CONFLICT (part) DO UPDATE SET role = excluded.role"
    );
    tx.run(&sql, &[part.into(), role.name.as_str().into()])
        .await
}

/// What the roles of a database are called: by its name, and where that cannot stand whole in theirs, by a
/// checksum of it too, since roles are the whole server's.
fn named_for(database: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if database.len() <= LONGEST && database.chars().all(plain) {
        return database.to_owned();
    }
    let begins: String = database
        .chars()
        .filter(|c| plain(*c))
        .take(LONGEST - 9)
        .collect();
    format!("{begins}_{}", &sha256(database.as_bytes())[..8])
}

/// A name as SQL writes it.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_one_databases() {
        assert_eq!(named_for("planning"), "planning");
        let long = "a".repeat(60);
        let names = ["led", "ledé", &long, &format!("{long}b"), "le d"].map(named_for);
        for (i, name) in names.iter().enumerate() {
            assert!(name.len() <= LONGEST);
            assert!(!names[..i].contains(name), "{name}");
        }
    }

    #[test]
    fn names_cannot_end_early() {
        assert_eq!(
            quoted("a\"; DROP TABLE revision; --"),
            "\"a\"\"; DROP TABLE revision; --\""
        );
    }
}
