//! Why the numbers of the grid differ, in words and counts.

use entente_assessment::{Pair, ReconciledRollCall, ReconciledSet, Reconciliation, Votes};
use entente_measures::Period;

use super::page::number;

/// The reasons, those of the formula first.
pub fn of(found: &Reconciliation, pair: &Pair, period: Period) -> Vec<String> {
    let calls = Calls(&found.roll_calls);
    let all = of_all_issues(&found.sets, Votes::All);
    let mut reasons: Vec<String> = all
        .map(|all| vec![calls.abstentions(all), calls.absences(all)])
        .unwrap_or_default();
    reasons.extend(calls.not_members());
    reasons.extend(calls.parts(&found.sets));
    reasons.extend(calls.unanimous(&found.sets));
    reasons.extend(important(&found.sets, &calls));
    reasons.extend(middle_east(&found.sets));
    reasons.push(calls.coverage(period));
    reasons.extend(printed_table(pair, period).map(str::to_owned));
    reasons.push(
        "the Department's figures with consensus count resolutions adopted without a vote; the record has recorded votes only.".to_owned(),
    );
    reasons
}

/// What the Department's printed table did that its formula does not say.
fn printed_table(pair: &Pair, period: Period) -> Option<&'static str> {
    let with_the_united_states = [&pair.iso3_1, &pair.iso3_2]
        .iter()
        .any(|code| *code == "USA");
    match period {
        Period::Year(2020) if with_the_united_states => Some(
            "the table of the report on 2020 counts one or two absences of 68 states as partial.",
        ),
        Period::Year(2021) if with_the_united_states => Some(
            "the table of the report on 2021 follows the formula of 2021, but takes the United States as voting yes on resolution 75/289, on which it voted no, and as abstaining on 76/226, on which it did not vote.",
        ),
        _ => None,
    }
}

struct Calls<'c>(&'c [ReconciledRollCall]);

impl Calls<'_> {
    fn count(&self, holds: impl Fn(&ReconciledRollCall) -> bool) -> usize {
        self.0.iter().filter(|call| holds(call)).count()
    }

    /// So many of the roll calls.
    fn share(&self, count: usize) -> String {
        match self.0.len() {
            all if all == count => format!("all {all} roll calls"),
            all => format!("{count} of the {all} roll calls"),
        }
    }

    fn abstentions(&self, all: &ReconciledSet) -> String {
        let one =
            self.count(|c| (c.vote_1 == "abstain") != (c.vote_2 == "abstain") && both_voted(c));
        let two = self.count(|c| c.vote_1 == "abstain" && c.vote_2 == "abstain");
        match (one, two) {
            (0, 0) => {
                "neither abstained where both voted, so that the formula to 2016 gives the same as that of 2017.".to_owned()
            }
            _ => format!(
                "the formula to 2016 leaves out abstentions; since 2017 a vote with one abstention scores ½ ({}) and one with two scores 1 ({}): {}.",
                votes(one),
                votes(two),
                becomes(all.coincidence_votes_only, all.coincidence_2017)
            ),
        }
    }

    fn absences(&self, all: &ReconciledSet) -> String {
        let one = self.count(|c| (c.vote_1 == "absent") != (c.vote_2 == "absent") && members(c));
        let two = self.count(|c| c.vote_1 == "absent" && c.vote_2 == "absent");
        match (one, two) {
            (0, 0) => {
                "neither missed a vote, so that the formulas of 2017, 2021 and 2022 give the same."
                    .to_owned()
            }
            (0, _) => format!(
                "every formula leaves out the {} that both missed.",
                votes(two)
            ),
            _ => format!(
                "2021 and 2022 add {} that one side missed: left out to 2020, read as an abstention by the text of 2021, scored ½ in 2022-23: {} becomes {} and {}. The {two} that both missed are left out throughout.",
                votes(one),
                number(all.coincidence_2017),
                number(all.coincidence_2021),
                number(all.coincidence_2022)
            ),
        }
    }

    fn not_members(&self) -> Option<String> {
        let outside = self.count(|c| !members(c));
        (outside > 0).then(|| {
            format!(
                "{} came when one of the two was no member of the United Nations; every formula leaves them out.",
                votes(outside)
            )
        })
    }

    fn parts(&self, sets: &[ReconciledSet]) -> Vec<String> {
        let mut reasons = Vec::new();
        let last = of_all_issues(sets, Votes::Final).filter(|s| s.left_out > 0);
        if let Some((all, last)) = of_all_issues(sets, Votes::All).zip(last) {
            let (amendments, paragraphs) = (
                self.count(|c| c.amendment == Some(true)),
                self.count(|c| c.paragraph == Some(true)),
            );
            let what = match (amendments, paragraphs) {
                (0, _) => "on paragraphs".to_owned(),
                (_, 0) => "on amendments".to_owned(),
                _ => format!("on amendments ({amendments}) and paragraphs ({paragraphs})"),
            };
            reasons.push(format!(
                "final drops {} {what}, {}.",
                votes(last.left_out as usize),
                dropped(all, last)
            ));
        }
        let unflagged = self.count(|c| c.amendment.is_none() && c.paragraph.is_none());
        if unflagged > 0 {
            reasons.push(format!(
                "nobody has said of {} whether they were on an amendment or a paragraph; they count as final.",
                self.share(unflagged)
            ));
        }
        reasons
    }

    fn unanimous(&self, sets: &[ReconciledSet]) -> Option<String> {
        let set = of_all_issues(sets, Votes::Contested).filter(|s| s.left_out > 0)?;
        let all = of_all_issues(sets, Votes::All)?;
        Some(format!(
            "contested drops {} on which all votes cast were alike, {}.",
            votes(set.left_out as usize),
            dropped(all, set)
        ))
    }

    /// What of the period the record holds: the first thing to compare with a printed table.
    fn coverage(&self, period: Period) -> String {
        let total = votes(self.0.len());
        let Period::Year(year) = period else {
            return format!(
                "the record has {total} of the session; a printed table that counts more or fewer rests on another list."
            );
        };
        let last = year.saturating_sub(1945);
        let of = |session: u16| self.count(|c| c.session == session);
        let (resumed, own) = (of(last.saturating_sub(1)), of(last));
        let before = if resumed == 0 {
            "none".to_owned()
        } else {
            resumed.to_string()
        };
        format!(
            "the record has {total} of {year}: {own} of session {last}, {before} of the session before; a printed table that counts more or fewer rests on another list."
        )
    }
}

fn important(sets: &[ReconciledSet], calls: &Calls<'_>) -> Option<String> {
    let unsaid = calls.count(|c| c.important.is_none());
    let listed = of_all_issues(sets, Votes::Important);
    match (listed, unsaid) {
        (None, 0) => Some("none of the roll calls was listed as important.".to_owned()),
        (None, _) => Some(format!(
            "the record does not say which of {} the Department listed as important, so that there is no row for these.",
            calls.share(unsaid)
        )),
        (Some(set), 0) => Some(format!(
            "important takes the {} that the Department listed.",
            votes(set.roll_calls as usize)
        )),
        (Some(set), _) => Some(format!(
            "important takes the {} that the Department listed; of {} nobody has said.",
            votes(set.roll_calls as usize),
            calls.share(unsaid)
        )),
    }
}

fn middle_east(sets: &[ReconciledSet]) -> Option<String> {
    let rest = sets
        .iter()
        .find(|s| s.votes == Votes::All && s.issue == "all-without-me" && s.left_out > 0)?;
    let all = of_all_issues(sets, Votes::All)?;
    Some(format!(
        "all-without-me drops {} coded as Middle East, {}.",
        votes(rest.left_out as usize),
        dropped(all, rest)
    ))
}

fn of_all_issues(sets: &[ReconciledSet], votes: Votes) -> Option<&ReconciledSet> {
    sets.iter().find(|s| s.issue == "all" && s.votes == votes)
}

fn members(call: &ReconciledRollCall) -> bool {
    ![call.vote_1, call.vote_2].contains(&"not a member")
}

fn both_voted(call: &ReconciledRollCall) -> bool {
    call.y2017.is_some()
}

fn votes(count: usize) -> String {
    format!("{count} {}", if count == 1 { "vote" } else { "votes" })
}

/// What leaving them out does, by the formula of 2017.
fn dropped(all: &ReconciledSet, rest: &ReconciledSet) -> String {
    match rest.coincidence_of_left_out {
        Some(_) => format!(
            "on which the pair coincides {}: {} (2017-20)",
            number(rest.coincidence_of_left_out),
            becomes(all.coincidence_2017, rest.coincidence_2017)
        ),
        None => "on none of which both voted".to_owned(),
    }
}

fn becomes(one: Option<f64>, other: Option<f64>) -> String {
    match (number(one), number(other)) {
        (one, other) if one == other => format!("{one} stays"),
        (one, other) => format!("{one} becomes {other}"),
    }
}
