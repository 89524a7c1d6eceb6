//! What the states are called in running text.

use entente_assessment::{Assessment, Pair};
use entente_states::Ccode;

/// The names of an assessment's parties.
pub(crate) struct Names<'a>(&'a Assessment);

impl<'a> Names<'a> {
    pub(crate) fn of(assessment: &'a Assessment) -> Self {
        Names(assessment)
    }

    /// The name as the state system has it: "Mexico".
    pub(crate) fn plain(&self, state: Ccode) -> String {
        let party = self.0.parties.iter().find(|p| p.ccode == state);
        party.map_or_else(|| format!("state {state}"), |p| p.name.clone())
    }

    /// The name inside a sentence: "the United States of America".
    pub(crate) fn the(&self, state: Ccode) -> String {
        with_article(&self.plain(state))
    }

    /// "United States of America and Mexico".
    pub(crate) fn pair(&self, pair: &Pair) -> String {
        format!(
            "{} and {}",
            self.plain(pair.ccode1),
            self.plain(pair.ccode2)
        )
    }

    /// "the United States of America and Mexico".
    pub(crate) fn the_pair(&self, pair: &Pair) -> String {
        format!("{} and {}", self.the(pair.ccode1), self.the(pair.ccode2))
    }

    /// Whether there is more than one pair, so that each needs its heading.
    pub(crate) fn several_pairs(&self) -> bool {
        self.0.parties.len() > 2
    }
}

/// English gives some names an article.
pub(crate) fn with_article(name: &str) -> String {
    const ALONE: [&str; 8] = [
        "Bahamas",
        "Comoros",
        "Gambia",
        "Maldives",
        "Netherlands",
        "Philippines",
        "Seychelles",
        "Holy See",
    ];
    const WITHIN: [&str; 6] = [
        "United ",
        "Republic",
        "Islands",
        "Union",
        "Federation",
        "Emirates",
    ];
    let takes =
        ALONE.contains(&name) || WITHIN.iter().any(|w| name.contains(w)) && !name.contains(", ");
    if takes {
        format!("the {name}")
    } else {
        name.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles() {
        assert_eq!(
            with_article("United States of America"),
            "the United States of America"
        );
        assert_eq!(with_article("Dominican Republic"), "the Dominican Republic");
        assert_eq!(with_article("Gambia"), "the Gambia");
        assert_eq!(with_article("Mexico"), "Mexico");
        assert_eq!(with_article("Soviet Union"), "the Soviet Union");
    }
}
