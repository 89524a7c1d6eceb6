//! The scores that stand.

use entente_states::Ccode;
use serde::Serialize;

use super::Conditions;
use crate::view::View;
use crate::{Compliance, LedgerError, Stage};

/// What an assessor's word is on one party and one commitment: its final score, or its latest interim
/// one if there is no final one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Standing {
    /// The commitment.
    pub commitment: String,
    /// The party.
    pub party: Ccode,
    /// Who says so.
    pub assessor: String,
    /// The id of the score.
    pub id: String,
    /// How far it has kept it.
    pub score: Compliance,
    /// Whether that is the last word.
    pub stage: Stage,
}

impl View<'_> {
    /// The scores that stand, of one commitment or of all, by commitment, party and assessor.
    ///
    /// # Errors
    /// If the database cannot be read.
    pub async fn standing(&self, commitment: Option<&str>) -> Result<Vec<Standing>, LedgerError> {
        let mut conditions = Conditions::default();
        let commitment = commitment.map(str::to_owned);
        conditions.given("commitment = $", commitment.as_ref());
        let sql = format!(
            "SELECT commitment, party, assessor, score, value, stage FROM standing {}
             ORDER BY commitment, party, assessor",
            conditions.clause()
        );
        let mut tx = self.read().await?;
        let mut standing = Vec::new();
        for row in tx.rows(&sql, &conditions.values).await? {
            let commitment = row.text(0)?;
            let unreadable = || LedgerError::Unreadable {
                what: format!("a score of commitment {commitment}"),
                why: "its row in the table standing is not as the ledger writes it".to_owned(),
            };
            let party = u16::try_from(row.int(1)?).map_err(|_| unreadable())?;
            let value = i8::try_from(row.int(4)?).map_err(|_| unreadable())?;
            standing.push(Standing {
                party: Ccode(party),
                assessor: row.text(2)?,
                id: row.text(3)?,
                score: Compliance::try_from(value).map_err(|_| unreadable())?,
                stage: match row.text(5)?.as_str() {
                    "final" => Stage::Final,
                    _ => Stage::Interim,
                },
                commitment,
            });
        }
        Ok(standing)
    }
}
