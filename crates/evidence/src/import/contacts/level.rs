//! The level of a visitor, from the title with which the name begins.

use crate::tables::ContactLevel::{self, Leader, Minister, Other};

/// Titles, and what they stand for; of two that fit, the first decides.
///
/// Every title in the visits from 1874 to 2024 is here, also those that only look like something
/// else, and a few that can be expected.
const TITLES: &[(&str, ContactLevel)] = &[
    // Deputies and heirs come on a leader's behalf.
    ("Vice", Other),
    ("Deputy", Other),
    ("Crown Prince", Other),
    ("Crown Princess", Other),
    ("Princess", Other),
    // The Crown's representative, where the prime minister governs.
    ("Governor General", Other),
    ("Governor-General", Other),
    // In this list an official of the United Nations and a ruler's son, not rulers.
    ("Sheikh", Other),
    ("Secretary General", Other),
    ("Secretary-General", Other),
    // In office, acting, interim, provisional, elect, designate.
    ("Acting President", Leader),
    ("Acting Prime Minister", Leader),
    ("Interim President", Leader),
    ("Interim Prime Minister", Leader),
    ("Provisional President", Leader),
    ("Transitional President", Leader),
    ("President", Leader),
    ("Prime Minister", Leader),
    // Typing errors of the publisher.
    ("Prime Minster", Leader),
    ("Prime Ministere", Leader),
    ("Premier", Leader),
    ("Chancellor", Leader),
    ("Federal Chancellor", Leader),
    ("Taoiseach", Leader),
    ("King", Leader),
    ("Queen", Leader),
    ("Emperor", Leader),
    ("Empress", Leader),
    ("Shah", Leader),
    ("Sultan", Leader),
    ("Amir", Leader),
    ("Emir", Leader),
    ("Grand Duke", Leader),
    ("Grand Duchess", Leader),
    ("Pope", Leader),
    ("Captain Regent", Leader),
    // Regents of Iraq (1945) and Belgium (1948), in the king's place.
    ("Regent", Leader),
    ("Chief of State", Leader),
    ("Head of State", Leader),
    ("Head of Government", Leader),
    // Chairmen of a ruling council, a presidency, a council of ministers or an administration.
    ("Chairman", Leader),
    ("Chairwoman", Leader),
    // Heads of the ruling party, who led the Soviet Union (1973, 1987), Poland (1974), Viet Nam (2024).
    ("General Secretary", Leader),
    ("First Secretary", Leader),
    // Rulers named by rank: Panama, Guatemala and Honduras (1977), Nigeria (1977).
    ("General", Leader),
    ("Brigadier General", Leader),
    ("Lieutenant General", Leader),
    ("Junta Member", Leader),
    // Without a title, but in office: Lithuania's president (2002), Spain's prime minister (2008).
    ("Valdas Adamkus", Leader),
    ("Jose Luis Rodriguez Zapatero", Leader),
    ("Foreign Minister", Minister),
    ("Minister", Minister),
    ("Minster", Minister),
    ("Secretary", Minister),
];

/// Principalities and the one kingdom where a visitor styled prince was head of state.
const PRINCES_RULE: &[&str] = &["monaco", "liechtenstein", "cambodia"];

/// The level of a visitor; without a known title it is [`Other`].
pub(super) fn of_visitor(visitor: &str, place_id: &str) -> ContactLevel {
    if begins_with(visitor, "Prince") {
        return if PRINCES_RULE.contains(&place_id) {
            Leader
        } else {
            Other
        };
    }
    TITLES
        .iter()
        .find(|(title, _)| begins_with(visitor, title))
        .map_or(Other, |&(_, level)| level)
}

/// Whether a text begins with a title as words: `King` begins "King Hussein", not "Kingsley".
///
/// A capital may follow at once, since the publisher has "Prime MinisterHaidar".
fn begins_with(text: &str, title: &str) -> bool {
    match text.split_at_checked(title.len()) {
        Some((head, rest)) => {
            head.eq_ignore_ascii_case(title) && !rest.starts_with(char::is_lowercase)
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_as_published() {
        let cases = [
            ("President Vicente Fox", "mexico", Leader),
            (
                "President- elect Ernesto Zedillo Ponce de Leon",
                "mexico",
                Leader,
            ),
            ("President- designate Roberto E. Viola", "argentina", Leader),
            (
                "President-Elect Carlos Salinas de Gortari",
                "mexico",
                Leader,
            ),
            (
                "President of the Council of Ministers Hussain Mohammad Ershad",
                "bangladesh",
                Leader,
            ),
            ("Chancellor-elect Gerhard Schroeder", "germany", Leader),
            ("Prime Minster Mackenzie King", "canada", Leader),
            ("Prime Ministere Silvio Berlusconi", "italy", Leader),
            ("Prime MinisterHaidar al- Abadi", "iraq", Leader),
            ("Prime Minister-Prince Norodom Kantol", "cambodia", Leader),
            ("Premier & Prince Sihanouk", "cambodia", Leader),
            ("Prince Sihanouk", "cambodia", Leader),
            ("Prince Rainier III", "monaco", Leader),
            ("Prince Bandar", "saudi-arabia", Other),
            ("Crown Prince Mohammed bin Salman", "saudi-arabia", Other),
            ("Vice Premier Deng Xiaoping", "china", Other),
            ("Governor General Massey", "canada", Other),
            ("General Secretary Tô Lâm", "vietnam", Leader),
            ("Lieutenant General Olusegun Obasanjo", "nigeria", Leader),
            ("Junta Member Daniel Ortega", "nicaragua", Leader),
            ("Sheikh Haya Rashed al-Khalifa", "bahrain", Other),
            ("Amir Sheikh Tamim bin Hamad Al Thani", "qatar", Leader),
            ("Regent Prince Charles", "belgium", Leader),
            ("Grand Duchess Charlotte", "luxembourg", Leader),
            (
                "Chairman of the Presidency Bakir Izetbegovic",
                "bosnia-herzegovina",
                Leader,
            ),
            ("Valdas Adamkus", "lithuania", Leader),
            ("Foreign Minister Somebody", "france", Minister),
            ("Kingsley Nobody", "nigeria", Other),
            ("Ké", "nigeria", Other),
            ("", "nigeria", Other),
        ];
        for (visitor, place, level) in cases {
            assert_eq!(of_visitor(visitor, place), level, "{visitor}");
        }
    }
}
