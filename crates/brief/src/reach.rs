//! How far the evidence reaches, in words: the head of a brief and of every other output.

use entente_assessment::{DateOfReading, EvidenceReach, ListReach, VotesReach};

use crate::text::fill;
use crate::words::{Words, say};

/// What stands at the head: how the date came about, how far the evidence reaches, and a warning where it
/// lies far behind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// That the date is the last day on record and not today, where nobody asked for a date.
    pub reading: Option<String>,
    /// How far the evidence reaches, in one line.
    pub line: String,
    /// The warning, where one is due, without its title.
    pub warning: Option<String>,
    /// The title of a warning, in capitals.
    pub title: String,
}

impl Head {
    /// The head in the words of a language.
    pub fn of(reach: &EvidenceReach, words: &Words) -> Self {
        Head {
            reading: reading(reach, words),
            line: line(reach, words),
            warning: warning(reach, words),
            title: say!(words, "reach-warning"),
        }
    }

    /// As plain text of so many columns, the warning between two rules.
    pub fn text(&self, width: usize) -> String {
        self.lines(width).join("\n") + "\n"
    }

    pub(crate) fn lines(&self, width: usize) -> Vec<String> {
        let mut lines = Vec::new();
        for told in self.reading.iter().chain([&self.line]) {
            lines.extend(fill(told, width));
        }
        if let Some(warning) = &self.warning {
            let rule = "━".repeat(width);
            lines.push(rule.clone());
            lines.extend(fill(&format!("{}: {warning}", self.title), width));
            lines.push(rule);
        }
        lines
    }
}

fn reading(reach: &EvidenceReach, words: &Words) -> Option<String> {
    let last = reach.reading == DateOfReading::LastOnRecord;
    last.then(|| say!(words, "reach-last-on-record", date = words.date(reach.date)))
}

fn line(reach: &EvidenceReach, words: &Words) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(
        reach
            .votes
            .map(|votes| match votes.last.zip(votes.session) {
                Some((day, session)) => say!(
                    words,
                    "reach-votes",
                    day = words.date(day),
                    session = session
                ),
                None => say!(words, "reach-no-votes"),
            }),
    );
    let lists = reach.lists.iter().filter_map(|list| {
        let day = words.date(list.last?);
        Some(say!(
            words,
            "reach-list",
            list = list.list.as_str(),
            day = day
        ))
    });
    parts.extend(lists);
    parts.extend(reach.years.map(|[first, last]| {
        say!(
            words,
            "reach-years",
            several = if first == last { "no" } else { "yes" },
            first = first,
            last = last
        )
    }));
    match parts.is_empty() {
        true => say!(words, "reach-nothing"),
        false => say!(words, "reach-line", parts = parts.join("; ")),
    }
}

fn warning(reach: &EvidenceReach, words: &Words) -> Option<String> {
    let mut told: Vec<String> = Vec::new();
    if reach.reading == DateOfReading::Ahead {
        told.push(say!(words, "reach-ahead", date = words.date(reach.date)));
    }
    told.extend((reach.votes_far_behind()).map(|votes| behind(votes, reach, words)));
    let ended: Vec<String> = (reach.lists.iter())
        .filter(|list| list.ended)
        .filter_map(|list| ended(list, words))
        .collect();
    if !ended.is_empty() {
        told.push(say!(
            words,
            "reach-ended",
            count = ended.len(),
            lists = ended.join("; ")
        ));
    }
    (reach.warning && !told.is_empty()).then(|| told.join(" "))
}

fn behind(votes: &VotesReach, reach: &EvidenceReach, words: &Words) -> String {
    let date = words.date(reach.date);
    match votes.last.zip(votes.session) {
        Some((last, session)) => say!(
            words,
            "reach-behind",
            last = words.date(last),
            session = session,
            date = date,
            now = votes.under_way.unwrap_or(session),
            sessions = u32::from(votes.behind)
        ),
        None => say!(words, "reach-without-votes", date = date),
    }
}

fn ended(list: &ListReach, words: &Words) -> Option<String> {
    let day = words.date(list.last?);
    Some(say!(
        words,
        "reach-ended-list",
        list = list.list.as_str(),
        day = day
    ))
}

#[cfg(test)]
mod tests {
    use entente_assessment::List;
    use jiff::civil::date;

    use super::*;
    use crate::Lang;

    fn reach() -> EvidenceReach {
        EvidenceReach {
            date: date(2026, 11, 29),
            reading: DateOfReading::AskedFor,
            votes: Some(VotesReach {
                last: Some(date(2020, 1, 14)),
                session: Some(74),
                under_way: Some(81),
                behind: 7,
            }),
            lists: vec![ListReach {
                list: List::Leaders,
                last: Some(date(2021, 2, 28)),
                ended: true,
            }],
            years: Some([2014, 2025]),
            warning: true,
        }
    }

    #[test]
    fn far_behind_it_warns_in_every_language() {
        let told = |code| Head::of(&reach(), Lang::of(code).unwrap().words());
        let (en, es) = (told("en"), told("es"));
        assert_eq!(
            en.line,
            "Evidence: votes to 14 January 2020 (session 74); leaders to 28 February 2021; \
             yearly figures, which end between 2014 and 2025."
        );
        assert_eq!(
            en.warning.unwrap(),
            "The votes end on 14 January 2020, in session 74; on 29 November 2026 session 81 is under way. \
             The votes of 7 sessions are not on record. This list has ended: leaders in office (28 February \
             2021). What came after is not known here."
        );
        assert_eq!(
            (en.title.as_str(), es.title.as_str()),
            ("WARNING", "ADVERTENCIA")
        );
        assert!(es.warning.unwrap().contains("14 de enero de 2020"));
    }

    #[test]
    fn the_warning_stands_between_rules_of_the_width() {
        let head = Head::of(&reach(), Lang::default().words());
        for width in [40, 80, 120] {
            let text = head.text(width);
            assert!(text.lines().all(|l| l.chars().count() <= width), "{text}");
            let rules = text.lines().filter(|l| *l == "━".repeat(width)).count();
            assert_eq!(rules, 2, "{text}");
        }
    }

    #[test]
    fn what_is_usual_is_told_without_a_warning() {
        let usual = EvidenceReach {
            warning: false,
            lists: Vec::new(),
            votes: None,
            reading: DateOfReading::LastOnRecord,
            years: None,
            ..reach()
        };
        let head = Head::of(&usual, Lang::default().words());
        assert_eq!(head.warning, None);
        assert_eq!(
            head.reading.unwrap(),
            "As of 29 November 2026, the last day on record. This is not today; add --as-of today to read as \
             of now."
        );
        assert_eq!(
            head.line,
            "Evidence: no table with an end of its own was read."
        );
    }
}
