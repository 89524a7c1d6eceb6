//! A side without a dossier, from its votes alone.

use super::*;
use crate::forecast::{Drivers, RecurringItem};

fn recurring(
    symbol: &str,
    returns: f64,
    vote_1: &'static str,
    vote_2: &'static str,
) -> RecurringItem {
    RecurringItem {
        symbol: Some(symbol.to_owned()),
        title: symbol.to_owned(),
        returns,
        vote_1,
        vote_2,
    }
}

/// Whoever abstained is one step from the other's vote, and is asked for it.
#[test]
fn without_a_dossier_the_votes_speak() {
    let names = ["USA".to_owned(), "MEX".to_owned()];
    let pair = pairs(&Party::resolve(&names, DAY).unwrap()).remove(0);
    let outlook = PairOutlook {
        pair: pair.clone(),
        forecasts: Vec::new(),
        last: Vec::new(),
        questions: Drivers {
            pair,
            gap: None,
            same: 1,
            partial: 2,
            opposite: 1,
            apart: vec![
                recurring("A", 0.9, "abstain", "yes"),
                recurring("B", 0.7, "no", "abstain"),
                recurring("C", 0.9, "no", "yes"),
            ],
            alike: vec![recurring("D", 0.8, "yes", "yes")],
        },
    };
    let found = sides(None, &["USA", "MEX"], &[outlook]);
    let told = |side: &SideSection| -> Vec<(String, Wish, &'static str, Likelihood)> {
        let questions = side.questions.iter();
        questions
            .map(|q| (q.symbol.clone().unwrap(), q.wish, q.ours, q.likelihood))
            .collect()
    };
    assert_eq!(
        told(&found[1]),
        [
            ("A".to_owned(), Wish::Them, "yes", Likelihood::Sure),
            ("B".to_owned(), Wish::Us, "abstain", Likelihood::Possible),
            ("D".to_owned(), Wish::Nobody, "yes", Likelihood::Sure),
        ]
    );
    assert_eq!(
        told(&found[0]),
        [
            ("B".to_owned(), Wish::Them, "no", Likelihood::Possible),
            ("A".to_owned(), Wish::Us, "abstain", Likelihood::Sure),
            ("D".to_owned(), Wish::Nobody, "yes", Likelihood::Sure),
        ]
    );
    assert!(
        found[1].objectives.is_empty() && found[1].theirs.iter().all(|t| t.objectives.is_empty())
    );
    let general = &found[1].cases[0];
    assert!(
        general
            .arguments
            .iter()
            .any(|a| matches!(a.reason, Reason::VotesAlike { party, .. } if party == USA))
    );
    assert!(
        general
            .arguments
            .iter()
            .any(|a| matches!(a.reason, Reason::Contact { day, .. } if day == date(2020, 7, 8)))
    );
    assert_eq!(found[1].press.last_meeting, Some(date(2020, 7, 8)));
}
