//! What each party is in the other's trade, by the shares that the World Factbook gives.

use entente_evidence::{AsOf, EvidenceError, TradeFlow, TradePartner};
use entente_states::Ccode;
use serde::Serialize;

use crate::parties::Pair;

/// A partner's share in the exports or imports of a state.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PartnerShare {
    /// The state whose trade it is.
    pub of: Ccode,
    /// The partner.
    pub partner: Ccode,
    /// Exports or imports of goods.
    pub flow: TradeFlow,
    /// The year; empty where the wording gives none.
    pub year: Option<u16>,
    /// Per cent of the flow; empty if the partner is not among those named.
    pub share: Option<f64>,
}

/// The shares of a pair in each other's trade, in the wording that stood on the date.
///
/// # Errors
/// If the table cannot be read.
pub(super) fn shares(pair: &Pair, as_of: &AsOf<'_>) -> Result<Vec<PartnerShare>, EvidenceError> {
    let mut found = Vec::new();
    for (of, partner) in [(pair.ccode1, pair.ccode2), (pair.ccode2, pair.ccode1)] {
        let rows: Vec<TradePartner> = as_of
            .select::<TradePartner>(|t| t.ccode == Some(of))?
            // Whether a wording stands is known of the row as it reads on the date only.
            .filter(|t| t.last_seen.is_none())
            .map(std::borrow::Cow::into_owned)
            .collect();
        for flow in [TradeFlow::Export, TradeFlow::Import] {
            let of_flow = || rows.iter().filter(move |t| t.flow == flow);
            // No wording is no figure; one that does not name the partner says that its share is small.
            let Some(year) = of_flow().map(|t| t.year).max() else {
                continue;
            };
            let named = of_flow()
                .filter(|t| t.year == year && t.partner_ccode == Some(partner))
                .max_by_key(|t| t.first_seen);
            found.push(PartnerShare {
                of,
                partner,
                flow,
                year,
                share: named.map(|t| t.share),
            });
        }
    }
    Ok(found)
}
