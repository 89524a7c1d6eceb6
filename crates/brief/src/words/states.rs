//! What the states are called in a language.

use entente_assessment::Party;
use entente_states::Lang as StateLang;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Named, Words, say};

/// Lower-case ASCII letters and digits of a name with hyphens between: "Côte d'Ivoire" is
/// "cote-d-ivoire".
pub(crate) fn slug(name: &str) -> String {
    let plain: String = folded(name)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join("-")
}

/// Letters without their marks, in lower case.
fn folded(text: &str) -> impl Iterator<Item = char> + '_ {
    text.nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
}

/// How a word begins, for conjunctions that yield to its sound: its first letter, or "hi" and the like.
pub(super) fn begins(word: &str) -> String {
    let mut letters = folded(word).filter(|c| c.is_alphabetic());
    match (letters.next(), letters.next()) {
        (Some('h'), Some(next)) => format!("h{next}"),
        (Some(first), _) => first.to_string(),
        _ => "none".to_owned(),
    }
}

impl Words {
    /// The language of the state system's names that is this one; English where it has none.
    pub(crate) fn of_states(&self) -> StateLang {
        match self.lang.code().split('-').next() {
            Some("es") => StateLang::Es,
            Some("fr") => StateLang::Fr,
            _ => StateLang::En,
        }
    }

    /// Of names in three languages the one in this language.
    pub(crate) fn pick<'n>(&self, en: &'n str, es: &'n str, fr: &'n str) -> &'n str {
        match self.of_states() {
            StateLang::En => en,
            StateLang::Es => es,
            StateLang::Fr => fr,
        }
    }

    /// A party's name by itself, with its code: "Mexico (MEX)".
    pub fn with_code(&self, party: &Party) -> String {
        format!("{} ({})", self.party(party).bare, party.iso3)
    }

    /// A party's name in its forms.
    pub(crate) fn party(&self, party: &Party) -> Named {
        let name = self.pick(&party.name, &party.name_es, &party.name_fr);
        self.named(name, &slug(&party.name))
    }

    /// A name in its forms; the key is the slug of the English name, by which the messages know which
    /// article it takes.
    pub(crate) fn named(&self, name: &str, key: &str) -> Named {
        let form = |id: &str| say!(self, id, name = name, state = key);
        Named {
            bare: name.to_owned(),
            the: form("state-the"),
            of: form("state-of"),
            to: form("state-to"),
        }
    }

    /// Several names as one: "Mexico, Canada and the United States".
    pub(crate) fn names(&self, names: &[Named]) -> Named {
        // A preposition stands once, before the first: "de México y Canadá".
        let after = |of: fn(&Named) -> &String| {
            let forms: Vec<&str> = names
                .iter()
                .enumerate()
                .map(|(i, n)| if i == 0 { of(n) } else { &n.the }.as_str())
                .collect();
            self.listed(&forms)
        };
        let bare: Vec<&str> = names.iter().map(|n| n.bare.as_str()).collect();
        Named {
            bare: self.listed(&bare),
            the: after(|n| &n.the),
            of: after(|n| &n.of),
            to: after(|n| &n.to),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    fn named(lang: &str, name: &str, english: &str) -> Named {
        Lang::of(lang).unwrap().words().named(name, &slug(english))
    }

    #[test]
    fn keys() {
        assert_eq!(slug("Côte d'Ivoire"), "cote-d-ivoire");
        assert_eq!(slug("United States"), "united-states");
        assert_eq!(begins("Irán"), "i");
        assert_eq!(begins("Hungría"), "hu");
    }

    #[test]
    fn articles() {
        for (name, the) in [
            ("United States", "the United States"),
            ("Dominican Republic", "the Dominican Republic"),
            ("Gambia", "the Gambia"),
            ("Mexico", "Mexico"),
            ("Soviet Union", "the Soviet Union"),
        ] {
            assert_eq!(named("en", name, name).the, the);
        }
    }

    #[test]
    fn spanish_fuses_article_and_preposition() {
        let kingdom = named("es", "Reino Unido", "United Kingdom");
        assert_eq!(kingdom.the, "el Reino Unido");
        assert_eq!(kingdom.of, "del Reino Unido");
        assert_eq!(kingdom.to, "al Reino Unido");
        assert_eq!(
            named("es", "El Salvador", "El Salvador").of,
            "de El Salvador"
        );
        let low = named("es", "Países Bajos", "Netherlands");
        assert_eq!(low.of, "de los Países Bajos");
    }

    #[test]
    fn lists_of_names() {
        let es = Lang::of("es").unwrap().words();
        let names = [
            named("es", "México", "Mexico"),
            named("es", "Canadá", "Canada"),
            named("es", "Irán", "Iran"),
        ];
        assert_eq!(es.names(&names).the, "México, Canadá e Irán");
        assert_eq!(es.names(&names[..2]).of, "de México y Canadá");
    }
}
