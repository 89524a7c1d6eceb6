//! What a roll call must be to be chosen.

use std::ops::RangeInclusive;

use entente_evidence::{Issue, RollCallView, Symbol};

use super::words::{Phrase, words};

/// What a roll call must be. Every kind of criterion that is given must hold; where a kind lists
/// several, one of them is enough. Nothing given admits every roll call.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Criteria {
    /// Coded issues.
    pub issues: Vec<Issue>,
    /// Resolution symbols.
    pub symbols: Vec<Symbol>,
    /// Phrases in the title or description.
    pub phrases: Vec<Phrase>,
    /// `Some(true)`: listed as important by the Department of State. Where nobody said, a roll call
    /// is not listed. `Some(false)`: not listed.
    pub important: Option<bool>,
    /// Final votes only, which drops amendments and paragraphs. A proposal that failed was put to a final vote too.
    pub adopted: bool,
    /// Regular sessions.
    pub sessions: Option<RangeInclusive<u16>>,
}

impl Criteria {
    /// Whether nothing is given.
    pub fn is_empty(&self) -> bool {
        *self == Criteria::default()
    }

    /// Whether a roll call meets all of them.
    pub fn admits(&self, view: &RollCallView<'_>) -> bool {
        let call = view.roll_call;
        self.sessions
            .as_ref()
            .is_none_or(|s| s.contains(&call.session))
            && !(self.adopted && call.is_on_a_part())
            && self
                .important
                .is_none_or(|wanted| wanted == (call.important == Some(true)))
            && one_of(&self.issues, |issue| view.has(*issue))
            && self.admits_symbol(call.symbol.as_deref())
            && self.admits_text(call.title.as_deref(), call.description.as_deref())
    }

    fn admits_symbol(&self, symbol: Option<&str>) -> bool {
        if self.symbols.is_empty() {
            return true;
        }
        let symbol = symbol.and_then(Symbol::parse);
        symbol.is_some_and(|own| self.symbols.contains(&own))
    }

    fn admits_text(&self, title: Option<&str>, description: Option<&str>) -> bool {
        if self.phrases.is_empty() {
            return true;
        }
        [title, description].into_iter().flatten().any(|text| {
            let words = words(text);
            self.phrases.iter().any(|p| p.occurs_in(&words))
        })
    }

    /// In a few words, as `important,adopted,symbol=A/RES/73/195`; empty if nothing is given.
    pub fn describe(&self) -> String {
        let mut parts: Vec<String> = Vec::new();
        parts.extend(self.issues.iter().map(|i| i.as_str().to_owned()));
        parts.extend(self.symbols.iter().map(|s| format!("symbol={s}")));
        parts.extend(self.phrases.iter().map(|p| format!("title={}", p.as_str())));
        parts.extend(self.important.map(|wanted| match wanted {
            true => "important".to_owned(),
            false => "not important".to_owned(),
        }));
        parts.extend(self.adopted.then(|| "adopted".to_owned()));
        parts.extend(
            self.sessions
                .as_ref()
                .map(|s| format!("sessions {}-{}", s.start(), s.end())),
        );
        parts.join(",")
    }
}

fn one_of<T>(wanted: &[T], holds: impl Fn(&T) -> bool) -> bool {
    wanted.is_empty() || wanted.iter().any(holds)
}

#[cfg(test)]
mod tests {
    use entente_evidence::{RollCall, RollCallKind};
    use jiff::civil::date;
    use proptest::prelude::*;

    use super::super::{Admits, Basket, IssueFilter, Selector};
    use super::*;

    fn roll_call(symbol: &str, title: &str) -> RollCall {
        RollCall {
            symbol: Some(symbol.to_owned()),
            description: Some(title.to_owned()),
            coded: Some(entente_evidence::CodeBasis::Published),
            ..RollCall::plain(1, 73, date(2018, 12, 19))
        }
    }

    fn admitted(criteria: &Criteria, roll_call: &RollCall, issues: u8) -> bool {
        criteria.admits(&RollCallView { roll_call, issues })
    }

    #[test]
    fn a_symbol_however_it_is_written() {
        let call = roll_call("R/73/195", "Global Compact");
        for (written, wanted) in [
            ("A/RES/73/195", true),
            ("73/195", true),
            ("a/res/73/195", true),
            ("73/196", false),
            ("72/195", false),
        ] {
            let criteria = Criteria {
                symbols: vec![Symbol::parse(written).unwrap()],
                ..Criteria::default()
            };
            assert_eq!(admitted(&criteria, &call, 0), wanted, "{written}");
        }
        // Without its session a number says nothing.
        assert_eq!(Symbol::parse("195"), None);
    }

    /// Nobody said whether it was important or a paragraph: it is not important, and it is final.
    #[test]
    fn what_nobody_flagged() {
        let mut call = roll_call("R/73/195", "Global Compact");
        let important = |wanted| Criteria {
            important: Some(wanted),
            ..Criteria::default()
        };
        let adopted = Criteria {
            adopted: true,
            ..Criteria::default()
        };
        assert!(!admitted(&important(true), &call, 0));
        assert!(admitted(&important(false), &call, 0));
        assert!(admitted(&adopted, &call, 0));
        for (kind, passes) in [
            (RollCallKind::Paragraph, false),
            (RollCallKind::Amendment, false),
            (RollCallKind::Failed, true),
            (RollCallKind::Final, true),
        ] {
            call.kind = kind;
            assert_eq!(admitted(&adopted, &call, 0), passes, "{kind}");
        }
        call.important = Some(true);
        assert!(admitted(&adopted, &call, 0));
        assert!(admitted(&important(true), &call, 0));
    }

    #[test]
    fn kinds_must_all_hold_and_alternatives_need_not() {
        let read = |rest: &str| {
            let text = format!("[[basket]]\nname = \"x\"\ntitle = \"X\"\n{rest}");
            Basket::read(&text).unwrap().remove(0)
        };
        let both = read("include = { issues = [\"me\"], title = [\"Golan\"] }");
        let either = read("include = [{ issues = [\"me\"] }, { title = [\"Golan\"] }]");
        let call = roll_call("R/73/23", "The Syrian Golan");
        for (issues, all, any) in [(Issue::MiddleEast.bit(), true, true), (0, false, true)] {
            let view = RollCallView {
                roll_call: &call,
                issues,
            };
            assert_eq!((both.admits(&view), either.admits(&view)), (all, any));
        }
    }

    fn criteria() -> impl Strategy<Value = Criteria> {
        (
            prop::collection::vec(prop::sample::select(Issue::ALL), 0..3),
            prop::collection::vec(
                prop::sample::select(vec!["golan", "syrian golan", "trade"]),
                0..3,
            ),
            prop::option::of(any::<bool>()),
            any::<bool>(),
            prop::option::of((60u16..75, 60u16..75)),
        )
            .prop_map(|(issues, phrases, important, adopted, sessions)| Criteria {
                issues,
                symbols: Vec::new(),
                phrases: phrases.into_iter().filter_map(Phrase::of).collect(),
                important,
                adopted,
                sessions: sessions.map(|(a, b)| a.min(b)..=a.max(b)),
            })
    }

    fn calls() -> impl Strategy<Value = (RollCall, u8)> {
        let flag = || prop::option::of(any::<bool>());
        let title = prop::sample::select(vec!["The Syrian Golan", "Arms trade", "Sport"]);
        let kind = prop::sample::select(RollCallKind::ALL);
        (title, 60u16..75, flag(), kind, 0u8..64).prop_map(
            |(title, session, important, kind, issues)| {
                let call = roll_call("R/73/1", title);
                let call = RollCall {
                    session,
                    important,
                    kind,
                    ..call
                };
                (call, issues)
            },
        )
    }

    proptest! {
        /// What a basket excludes is exactly what the same basket would include.
        #[test]
        fn include_and_exclude_split_the_record(one in criteria(), (call, issues) in calls()) {
            let view = RollCallView { roll_call: &call, issues };
            let basket = |include, exclude| Basket {
                name: "x".to_owned(),
                title: String::new(),
                note: None,
                include,
                exclude,
            };
            let inside = basket(vec![one.clone()], Vec::new()).admits(&view);
            let outside = basket(Vec::new(), vec![one.clone()]).admits(&view);
            prop_assert_eq!(inside, !outside);
            prop_assert!(!basket(vec![one.clone()], vec![one]).admits(&view));
        }

        #[test]
        fn narrowing_never_adds(one in criteria(), (call, issues) in calls()) {
            let view = RollCallView { roll_call: &call, issues };
            for issue in IssueFilter::every() {
                let wide = Selector::of_issue(issue);
                let narrow = wide.clone().with(&one);
                prop_assert_eq!(narrow.admits(&view), wide.admits(&view) && one.admits(&view));
            }
        }

        /// A phrase cut from a text is found in it, whatever its case and accents.
        #[test]
        fn a_cut_is_found(text in "[a-zé ,.-]{1,40}", from in 0usize..8, more in 1usize..4) {
            let all = words(&text);
            let cut: Vec<String> = all.iter().skip(from).take(more).cloned().collect();
            if let Some(phrase) = Phrase::of(&cut.join(" - ").to_uppercase()) {
                prop_assert!(phrase.occurs_in(&words(&text.replace('e', "é"))));
            }
        }
    }
}
