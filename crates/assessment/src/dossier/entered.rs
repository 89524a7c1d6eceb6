//! What is added to a dossier from elsewhere, such as a ledger: meetings held, and acts.

use entente_states::Ccode;
use jiff::civil::Date;

use super::{Act, Citation, Dossier, EnteredMeeting, Source};

/// An act that somebody entered, with its sources in full.
#[derive(Clone, Debug, PartialEq)]
pub struct EnteredAct {
    /// A short name without blanks, different from those of other acts entered.
    pub id: String,
    /// The day.
    pub date: Date,
    /// Whose act.
    pub party: Ccode,
    /// From −1, most unfriendly, to 1, most friendly.
    pub weight: f64,
    /// What was done, in a sentence.
    pub text: String,
    /// Where it is from: citation, and address if there is one.
    pub sources: Vec<(String, Option<String>)>,
}

impl Dossier {
    /// The dossier with meetings of its mechanisms, each with the mechanism's id. What is of no mechanism
    /// of the dossier, or was held before the mechanism was founded, is left out.
    #[must_use]
    pub fn with_meetings(mut self, meetings: &[(String, EnteredMeeting)]) -> Dossier {
        for mechanism in &mut self.mechanisms {
            let own = meetings
                .iter()
                .filter(|(id, meeting)| *id == mechanism.id && meeting.start >= mechanism.founded);
            mechanism.meetings.extend(own.map(|(_, m)| m.clone()));
        }
        self
    }

    /// The dossier with acts of its parties; those of other states are left out. Their sources are among
    /// its sources, known from the day of the act.
    #[must_use]
    pub fn with_acts(mut self, acts: &[EnteredAct]) -> Dossier {
        for act in acts.iter().filter(|act| self.parties.contains(&act.party)) {
            let mut citations = Vec::new();
            for (number, (citation, address)) in act.sources.iter().enumerate() {
                let id = format!("entered-act-{}-{}", act.id, number + 1);
                citations.push(Citation {
                    source: id.clone(),
                    place: None,
                });
                self.sources.push(Source {
                    id,
                    citation: citation.clone(),
                    published: act.date.to_string(),
                    known: act.date,
                    address: address.clone(),
                    note: None,
                });
            }
            self.acts.push(Act {
                date: act.date,
                party: act.party,
                weight: act.weight,
                text: act.text.clone(),
                sources: citations,
            });
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::Cited;
    use super::*;

    fn dossier() -> Dossier {
        let shipped = Dossier::shipped().iter();
        let (_, dossier) = shipped
            .clone()
            .find(|(name, _)| *name == "usa-mexico")
            .unwrap();
        dossier.clone()
    }

    #[test]
    fn meetings_go_to_their_mechanism() {
        let meeting = |day| EnteredMeeting {
            start: day,
            end: day,
            place: "Toluca".to_owned(),
            source: Cited {
                work: "ledger".to_owned(),
                place: None,
            },
        };
        let before = dossier();
        let after = dossier().with_meetings(&[
            ("nals".to_owned(), meeting(date(2014, 2, 19))),
            ("nals".to_owned(), meeting(date(1990, 1, 1))),
            ("other".to_owned(), meeting(date(2014, 2, 19))),
        ]);
        let number = |d: &Dossier| d.mechanisms.iter().map(|m| m.meetings.len()).sum::<usize>();
        assert_eq!(number(&after), number(&before) + 1);
    }

    #[test]
    fn acts_are_known_from_their_day_with_their_sources() {
        let act = |id: &str, party| EnteredAct {
            id: id.to_owned(),
            date: date(2026, 10, 12),
            party,
            weight: -0.5,
            text: "New duties".to_owned(),
            sources: vec![("A proclamation".to_owned(), None)],
        };
        let with = dossier().with_acts(&[act("duties", Ccode(2)), act("others", Ccode(200))]);
        assert_eq!(with.acts.len(), dossier().acts.len() + 1);
        let on = |day| {
            with.as_of(day)
                .acts
                .into_iter()
                .find(|a| a.text == "New duties")
        };
        assert!(on(date(2026, 10, 11)).is_none());
        let known = on(date(2026, 10, 12)).unwrap();
        assert_eq!(with.cite(&known.sources[0]), "A proclamation");
    }
}
