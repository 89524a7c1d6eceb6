//! Series: roll calls under the same title, session after session.

use std::collections::BTreeMap;

use entente_evidence::Issue;

use super::believed::is_coded;
use super::record::Described;
use super::title::normal_form;

/// The coded roll calls of each title, in the order of their days.
pub(super) struct Series<'a> {
    by_title: BTreeMap<String, Vec<Described<'a>>>,
}

impl<'a> Series<'a> {
    /// Of roll calls that lie in the order of their days.
    pub(super) fn of(in_order: &[Described<'a>]) -> Self {
        let mut by_title: BTreeMap<String, Vec<Described<'a>>> = BTreeMap::new();
        for roll_call in in_order.iter().filter(|r| r.published.is_some()) {
            if let Some(title) = roll_call.name().and_then(normal_form) {
                by_title.entry(title).or_default().push(*roll_call);
            }
        }
        Series { by_title }
    }

    /// The latest namesake of an earlier day whose code of the issue is believed.
    pub(super) fn latest(&self, roll_call: &Described<'_>, issue: Issue) -> Option<&Described<'a>> {
        let title = roll_call.name().and_then(normal_form)?;
        let namesakes = self.by_title.get(&title)?;
        let earlier = namesakes.iter().rev().filter(|n| n.date < roll_call.date);
        earlier.into_iter().find(|n| is_coded(n, issue))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::roll_call;
    use super::*;

    #[test]
    fn the_latest_of_an_earlier_day() {
        let title = "Question of Guam";
        let in_order = [
            roll_call(1, date(2016, 12, 6), 71, title, Some(16)),
            roll_call(2, date(2017, 12, 7), 72, "Question of Guam, 2017", Some(16)),
            roll_call(3, date(2018, 12, 7), 73, title, Some(0)),
            roll_call(4, date(2018, 12, 7), 73, "Moderation", Some(0)),
        ];
        let series = Series::of(&in_order);
        let latest = |day, issue| {
            let asked = roll_call(9, day, 75, "The question of Guam", None);
            series.latest(&asked, issue).map(|n| n.rcid)
        };
        assert_eq!(latest(date(2016, 12, 6), Issue::Nuclear), None);
        assert_eq!(latest(date(2017, 12, 7), Issue::Nuclear), Some(1));
        assert_eq!(latest(date(2020, 12, 7), Issue::Nuclear), Some(3));
        // In session 73 the codes for colonialism are not believed.
        assert_eq!(latest(date(2020, 12, 7), Issue::Colonialism), Some(2));
    }
}
