//! Which roll calls are on the same question, session after session.
//!
//! Two texts are as like as the cosine of their words, each word once, weighted by how rare it is
//! among the texts so far (Salton and Buckley 1988, "Term-weighting approaches in automatic text
//! retrieval": inverse document frequency). In each session the most alike are linked first, one to
//! one; nothing later than the session takes part.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use entente_evidence::RollCallView;

use super::SESSIONS_BACK;
use crate::selection::words;

/// Texts less alike than this are not of one series.
const ALIKE: f64 = 0.6;
/// What each session between two texts takes from their likeness.
const PER_SESSION: f64 = 0.03;

/// The series of roll calls.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Series {
    /// Each roll call's series, numbered as they begin.
    pub of: Vec<u32>,
    /// Whether the roll call began it.
    pub new: Vec<bool>,
}

/// All roll calls known on a date, linked once for every record that holds the first of them.
///
/// Nothing later than a session takes part in its links: the first sessions of a list are linked as
/// they would be if nothing followed.
#[derive(Clone, Debug)]
pub struct Questions {
    rcids: Vec<u32>,
    sessions: Vec<u16>,
    series: Series,
}

impl Questions {
    /// Links roll calls, which lie by session.
    pub fn linked(roll_calls: &[RollCallView<'_>]) -> Self {
        let views: Vec<&RollCallView<'_>> = roll_calls.iter().collect();
        Questions {
            rcids: views.iter().map(|v| v.roll_call.rcid).collect(),
            sessions: views.iter().map(|v| v.roll_call.session).collect(),
            series: link(&views),
        }
    }

    /// The series of roll calls that lie by session: read off if they are the first sessions of the
    /// list, else linked anew.
    pub(super) fn of(&self, roll_calls: &[&RollCallView<'_>]) -> Series {
        let count = roll_calls.len();
        let first = self.rcids.get(..count).is_some_and(|rcids| {
            let wanted = roll_calls.iter().map(|v| v.roll_call.rcid);
            rcids.iter().copied().eq(wanted)
        });
        let session = |place: usize| self.sessions.get(place);
        let whole = count == 0 || session(count - 1) != session(count);
        match first && whole {
            true => self.series.first(count),
            false => link(roll_calls),
        }
    }
}

impl Series {
    fn first(&self, count: usize) -> Self {
        Series {
            of: self.of[..count].to_vec(),
            new: self.new[..count].to_vec(),
        }
    }
}

/// Whether a roll call was on an amendment or a paragraph.
pub(super) fn is_part(view: &RollCallView<'_>) -> bool {
    view.roll_call.is_on_a_part()
}

/// Links roll calls, which lie by session.
pub(super) fn link(roll_calls: &[&RollCallView<'_>]) -> Series {
    let mut words = Words::default();
    let texts: Vec<Vec<u32>> = roll_calls.iter().map(|v| words.of(v)).collect();
    let mut linked = Linked {
        texts: &texts,
        parts: roll_calls.iter().map(|v| is_part(v)).collect(),
        sessions: roll_calls.iter().map(|v| v.roll_call.session).collect(),
        rarity: Rarity::new(words.ids.len()),
        series: Series::default(),
        latest: BTreeMap::new(),
        begun: 0,
    };
    let mut from = 0;
    while from < texts.len() {
        let session = linked.sessions[from];
        let to = linked.sessions.partition_point(|s| *s <= session);
        linked.session(from, to);
        from = to;
    }
    linked.series
}

/// Words by number.
#[derive(Default)]
struct Words {
    ids: HashMap<String, u32>,
}

impl Words {
    /// The words of title and description, each once: of letters, three at least, or years.
    fn of(&mut self, view: &RollCallView<'_>) -> Vec<u32> {
        let title = view.roll_call.title.as_deref().unwrap_or_default();
        // What follows only says that the Assembly adopted it.
        let title = title.split(": resolution").next().unwrap_or_default();
        let description = view.roll_call.description.as_deref().unwrap_or_default();
        let telling = |w: &String| {
            let letters = w.chars().count() >= 3 && w.chars().all(char::is_alphabetic);
            letters || (w.len() == 4 && w.chars().all(|c| c.is_ascii_digit()))
        };
        let found: BTreeSet<u32> = words(title)
            .into_iter()
            .chain(words(description))
            .filter(telling)
            .map(|w| {
                let next = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
                *self.ids.entry(w).or_insert(next)
            })
            .collect();
        found.into_iter().collect()
    }
}

/// In how many texts so far each word stands.
struct Rarity {
    texts: f64,
    holding: Vec<f64>,
}

impl Rarity {
    fn new(words: usize) -> Self {
        Rarity {
            texts: 0.0,
            holding: vec![0.0; words],
        }
    }

    fn read(&mut self, text: &[u32]) {
        self.texts += 1.0;
        for word in text {
            self.holding[*word as usize] += 1.0;
        }
    }

    /// Per word the square of ln((1 + texts) / (1 + texts with the word)) + 1.
    fn squares(&self) -> Vec<f64> {
        let of = |holding: &f64| ((1.0 + self.texts) / (1.0 + holding)).ln() + 1.0;
        self.holding.iter().map(|h| of(h).powi(2)).collect()
    }
}

struct Linked<'t> {
    texts: &'t [Vec<u32>],
    parts: Vec<bool>,
    sessions: Vec<u16>,
    rarity: Rarity,
    series: Series,
    /// The latest roll call of each series.
    latest: BTreeMap<u32, usize>,
    begun: u32,
}

impl Linked<'_> {
    /// Links the roll calls of one session to those of the sessions before.
    fn session(&mut self, from: usize, to: usize) {
        for text in &self.texts[from..to] {
            self.rarity.read(text);
        }
        let session = self.sessions[from];
        self.latest
            .retain(|_, r| self.sessions[*r] + SESSIONS_BACK >= session);
        let mut likely = self.likely(from, to);
        likely.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        let mut found: BTreeMap<usize, u32> = BTreeMap::new();
        let mut taken: BTreeSet<u32> = BTreeSet::new();
        for (_, roll_call, series) in likely {
            if !found.contains_key(&roll_call) && taken.insert(series) {
                found.insert(roll_call, series);
            }
        }
        for roll_call in from..to {
            let series = found.get(&roll_call).copied().unwrap_or(self.begun);
            if series == self.begun {
                self.begun += 1;
            }
            self.series.new.push(!found.contains_key(&roll_call));
            self.series.of.push(series);
            self.latest.insert(series, roll_call);
        }
    }

    /// Roll calls and series that are alike enough, with how much.
    fn likely(&self, from: usize, to: usize) -> Vec<(f64, usize, u32)> {
        let rare = self.rarity.squares();
        let length = |text: &[u32]| text.iter().map(|w| rare[*w as usize]).sum::<f64>().sqrt();
        let candidates: Vec<(u32, usize, f64)> = self
            .latest
            .iter()
            .map(|(series, r)| (*series, *r, length(&self.texts[*r])))
            .collect();
        let mut holding: Vec<Vec<usize>> = vec![Vec::new(); rare.len()];
        for (place, (_, roll_call, _)) in candidates.iter().enumerate() {
            for word in &self.texts[*roll_call] {
                holding[*word as usize].push(place);
            }
        }
        let mut likely = Vec::new();
        let mut shared = vec![0.0; candidates.len()];
        for roll_call in from..to {
            shared.fill(0.0);
            for word in &self.texts[roll_call] {
                for place in &holding[*word as usize] {
                    shared[*place] += rare[*word as usize];
                }
            }
            let length = length(&self.texts[roll_call]);
            for ((series, other, theirs), shared) in candidates.iter().zip(&shared) {
                // A vote on a paragraph has its resolution's title, but is another question.
                if *shared == 0.0 || self.parts[roll_call] != self.parts[*other] {
                    continue;
                }
                let gap = f64::from(self.sessions[roll_call] - self.sessions[*other]);
                let alike = shared / (length * theirs) - PER_SESSION * gap;
                if alike >= ALIKE {
                    likely.push((alike, roll_call, *series));
                }
            }
        }
        likely
    }
}

#[cfg(test)]
mod tests {
    use entente_evidence::{RollCall, RollCallKind};
    use jiff::civil::date;

    use super::*;

    fn roll_call(rcid: u32, session: u16, title: &str, paragraph: bool) -> RollCall {
        RollCall {
            kind: match paragraph {
                true => RollCallKind::Paragraph,
                false => RollCallKind::Final,
            },
            title: Some(title.to_owned()),
            ..RollCall::plain(rcid, session, date(2000, 1, 1))
        }
    }

    fn linked(roll_calls: &[RollCall]) -> Series {
        let views: Vec<RollCallView<'_>> = roll_calls
            .iter()
            .map(|roll_call| RollCallView {
                roll_call,
                issues: 0,
            })
            .collect();
        let views: Vec<&RollCallView<'_>> = views.iter().collect();
        link(&views)
    }

    #[test]
    fn the_same_title_comes_back_and_a_paragraph_is_not_its_resolution() {
        let series = linked(&[
            roll_call(1, 60, "The Syrian Golan", false),
            roll_call(2, 60, "The right to food", false),
            roll_call(3, 61, "The right to food : resolution / adopted", false),
            roll_call(4, 61, "The Syrian Golan", true),
            roll_call(5, 62, "Arms trade treaty", false),
            roll_call(6, 67, "The Syrian Golan", false),
            roll_call(7, 67, "The right to food", false),
        ]);
        // After more than six sessions a series begins anew.
        assert_eq!(series.of, [0, 1, 1, 2, 3, 4, 1]);
        assert_eq!(series.new, [true, true, false, true, true, true, false]);
    }

    #[test]
    fn the_first_sessions_are_linked_as_if_nothing_followed() {
        let roll_calls = [
            roll_call(1, 60, "The Syrian Golan", false),
            roll_call(2, 60, "The right to food", false),
            roll_call(3, 61, "The right to food", false),
            roll_call(4, 61, "The Syrian Golan", true),
            roll_call(5, 62, "The right to food and the Syrian Golan", false),
        ];
        let views = |of: &'static [usize]| -> Vec<RollCallView<'_>> {
            let view = |place: &usize| RollCallView {
                roll_call: &roll_calls[*place],
                issues: 0,
            };
            of.iter().map(view).collect()
        };
        let all = Questions::linked(&views(&[0, 1, 2, 3, 4]));
        // The first sessions, half a session, one roll call left out, other roll calls.
        for some in [
            &[][..],
            &[0, 1],
            &[0, 1, 2, 3],
            &[0, 1, 2],
            &[0, 2, 3],
            &[4],
        ] {
            let views = views(some);
            let views: Vec<&RollCallView<'_>> = views.iter().collect();
            assert_eq!(all.of(&views), link(&views), "{some:?}");
        }
    }

    #[test]
    fn one_to_one_the_most_alike_first() {
        let series = linked(&[
            roll_call(1, 60, "Nuclear disarmament", false),
            roll_call(2, 61, "Nuclear disarmament verification", false),
            roll_call(3, 61, "Nuclear disarmament", false),
        ]);
        assert_eq!(series.of, [0, 1, 0]);
    }
}
