//! The criteria, and what one candidate has by each.

use serde::Serialize;

/// What speaks for a partner.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Expected voting coincidence of the next session, all roll calls, 0 to 1.
    Coincidence,
    /// Distance of the two ideal points, in standard deviations; less is better.
    Gap,
    /// Meetings of leaders and ministers a year over the last four years of the record.
    Contact,
    /// Intergovernmental organisations of which both are members.
    Organisations,
    /// Least distance of the territories, kilometres; less is better.
    Distance,
    /// Asylum applications of the candidate's people in the state: what the two have to settle.
    Asylum,
    /// The candidate's share of the world's material capabilities (CINC), 0 to 1.
    Capability,
    /// Share of the next twelve months in which the candidate sits on the Security Council, 0 to 1.
    Council,
    /// Bodies and agreements in common, of those on record.
    Fora,
    /// Share of the next twelve months that lies in the first year of a term of its government.
    NewGovernment,
}

impl Criterion {
    /// All, in the order in which they are shown.
    pub const ALL: [Criterion; 10] = [
        Criterion::Coincidence,
        Criterion::Gap,
        Criterion::Contact,
        Criterion::Organisations,
        Criterion::Distance,
        Criterion::Asylum,
        Criterion::Capability,
        Criterion::Council,
        Criterion::Fora,
        Criterion::NewGovernment,
    ];

    /// The word for it in weights and columns.
    pub fn as_str(self) -> &'static str {
        match self {
            Criterion::Coincidence => "coincidence",
            Criterion::Gap => "gap",
            Criterion::Contact => "contact",
            Criterion::Organisations => "organisations",
            Criterion::Distance => "distance",
            Criterion::Asylum => "asylum",
            Criterion::Capability => "capability",
            Criterion::Council => "council",
            Criterion::Fora => "fora",
            Criterion::NewGovernment => "new_government",
        }
    }

    /// Whether less of it is better.
    pub fn less_is_better(self) -> bool {
        matches!(self, Criterion::Gap | Criterion::Distance)
    }

    /// The scale on which a step counts the same everywhere: for counts and shares that range over
    /// several powers of ten, the logarithm.
    pub(super) fn scaled(self, value: f64) -> f64 {
        match self {
            Criterion::Distance | Criterion::Asylum => value.max(0.0).ln_1p(),
            Criterion::Capability => value.max(1e-6).ln(),
            _ => value,
        }
    }
}

/// What a candidate has by a criterion.
#[derive(Clone, Debug, PartialEq)]
pub enum Measured {
    /// A figure on record.
    Exact(f64),
    /// The quantiles 0.05, 0.25, 0.5, 0.75 and 0.95 of a forecast.
    Quantiles([f64; 5]),
    /// The distance of two places that are known with this standard deviation, both taken together.
    Apart {
        /// First place less second.
        difference: f64,
        /// Its standard deviation.
        sd: f64,
    },
    /// So many events in so many years: their rate is Gamma(n + ½, years), the posterior of a Poisson
    /// rate under Jeffreys' prior.
    Rate {
        /// Events.
        events: u32,
        /// Years.
        years: f64,
    },
    /// Nothing, and why.
    Missing(String),
}
