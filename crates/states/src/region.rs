//! The regional groups of the United Nations.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::language::Lang;

/// A regional group of members of the United Nations, as it counts in elections.
///
/// Source: United Nations, Department for General Assembly and Conference Management, "Regional
/// groups of Member States", <https://www.un.org/dgacm/en/content/regional-groups>. The United
/// States attends the Western European and Others Group as an observer and counts in it for
/// elections; Türkiye takes part in two groups and counts in the same one; Israel has been in it
/// since 2000, and in none before; Kiribati is in none.
///
/// A state carries the group of today, or its last. The groups of before 1966 were others: the
/// gentlemen's agreement of 1946 knew Latin America, the Middle East, Eastern Europe, Western
/// Europe and the Commonwealth.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum UnGroup {
    /// African Group.
    Africa,
    /// Asia-Pacific Group (Asian Group before 2011).
    AsiaPacific,
    /// Eastern European Group.
    EasternEurope,
    /// Latin American and Caribbean Group.
    LatinAmericaCaribbean,
    /// Western European and Others Group.
    WesternEuropeOthers,
}

impl UnGroup {
    /// All groups.
    pub const ALL: [UnGroup; 5] = [
        UnGroup::Africa,
        UnGroup::AsiaPacific,
        UnGroup::EasternEurope,
        UnGroup::LatinAmericaCaribbean,
        UnGroup::WesternEuropeOthers,
    ];

    /// The name of the group in a language.
    pub fn name(self, lang: Lang) -> &'static str {
        let [en, es, fr] = match self {
            UnGroup::Africa => [
                "African Group",
                "Grupo de los Estados de África",
                "Groupe des États d'Afrique",
            ],
            UnGroup::AsiaPacific => [
                "Asia-Pacific Group",
                "Grupo de los Estados de Asia y el Pacífico",
                "Groupe des États d'Asie et du Pacifique",
            ],
            UnGroup::EasternEurope => [
                "Eastern European Group",
                "Grupo de los Estados de Europa Oriental",
                "Groupe des États d'Europe orientale",
            ],
            UnGroup::LatinAmericaCaribbean => [
                "Latin American and Caribbean Group",
                "Grupo de los Estados de América Latina y el Caribe",
                "Groupe des États d'Amérique latine et des Caraïbes",
            ],
            UnGroup::WesternEuropeOthers => [
                "Western European and Others Group",
                "Grupo de los Estados de Europa Occidental y otros Estados",
                "Groupe des États d'Europe occidentale et autres États",
            ],
        };
        match lang {
            Lang::En => en,
            Lang::Es => es,
            Lang::Fr => fr,
        }
    }

    /// The word that stands for the group in the tables, such as `AsiaPacific`.
    pub fn id(self) -> &'static str {
        match self {
            UnGroup::Africa => "Africa",
            UnGroup::AsiaPacific => "AsiaPacific",
            UnGroup::EasternEurope => "EasternEurope",
            UnGroup::LatinAmericaCaribbean => "LatinAmericaCaribbean",
            UnGroup::WesternEuropeOthers => "WesternEuropeOthers",
        }
    }

    /// The group that a word of the tables stands for; `None` if it is another word.
    pub fn from_id(id: &str) -> Option<Self> {
        UnGroup::ALL.into_iter().find(|group| group.id() == id)
    }
}

impl fmt::Display for UnGroup {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name(Lang::En))
    }
}
