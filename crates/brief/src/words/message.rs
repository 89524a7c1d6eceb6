//! What the assessment has to tell, in the words of a language.

use entente_assessment::{
    ClaimVerdict, ItemCriterion, MechanismRow, Message, Party, Value, Window,
};
use entente_measures::contact::Status;
use entente_states::{Ccode, memberships, system};
use fluent_bundle::{FluentArgs, FluentValue};

use super::{Argument, Named, Words, say};

impl Words {
    /// A message of the assessment.
    pub fn told(&self, message: &Message) -> String {
        self.say(message.id, &self.args(message))
    }

    /// What a window is, as a title.
    pub fn window(&self, window: &Window) -> String {
        crate::sentence::capital(&self.told(&window.message))
    }

    /// One of the messages that share a message's values: its id with an ending.
    pub(crate) fn told_part(&self, message: &Message, ending: &str) -> String {
        self.say(&format!("{}-{ending}", message.id), &self.args(message))
    }

    /// A verdict on a claim.
    pub fn verdict(&self, verdict: ClaimVerdict) -> String {
        match verdict {
            ClaimVerdict::Supported => say!(self, "claim-verdict-supported"),
            ClaimVerdict::Mixed => say!(self, "claim-verdict-mixed"),
            ClaimVerdict::Contradicted => say!(self, "claim-verdict-contradicted"),
            ClaimVerdict::NotTestable => say!(self, "claim-verdict-not-testable"),
        }
    }

    /// A criterion of the shortlist, as a reason.
    pub fn criterion(&self, criterion: ItemCriterion) -> String {
        match criterion {
            ItemCriterion::Coincidence => say!(self, "shortlist-reason-coincidence"),
            ItemCriterion::Stake => say!(self, "shortlist-reason-stake"),
            ItemCriterion::Carrier => say!(self, "shortlist-reason-carrier"),
            ItemCriterion::Window => say!(self, "shortlist-reason-window"),
            ItemCriterion::Acceptance => say!(self, "shortlist-reason-acceptance"),
        }
    }

    /// What speaks for an item: a criterion in which it stands out.
    pub(crate) fn strength(&self, criterion: ItemCriterion) -> String {
        say!(self, "shortlist-strength", criterion = criterion.as_str())
    }

    /// What speaks against it: a criterion in which it falls short.
    pub(crate) fn weakness(&self, criterion: ItemCriterion) -> String {
        say!(self, "shortlist-weakness", criterion = criterion.as_str())
    }

    /// A criterion of the shortlist, over a column.
    pub fn criterion_head(&self, criterion: ItemCriterion) -> String {
        say!(self, "shortlist-head", criterion = criterion.as_str())
    }

    /// How a mechanism stands against its cadence.
    pub fn status(&self, status: Status) -> String {
        say!(
            self,
            "mechanism-status",
            status = status.as_str().replace(' ', "-")
        )
    }

    /// How a series stands on the date: its status, or since when that is not known; `None` where there is
    /// no cadence or no record to tell it by.
    pub fn standing(&self, row: &MechanismRow) -> Option<String> {
        let unknown = row.not_known_since.map(|since| {
            let then = row.status_then.map(|s| self.status(s));
            say!(
                self,
                "mechanism-not-known",
                since = self.date(since),
                then = then.unwrap_or_default()
            )
        });
        unknown.or_else(|| row.status.map(|s| self.status(s)))
    }

    fn args(&self, message: &Message) -> FluentArgs<'static> {
        let mut args = FluentArgs::new();
        for (name, value) in &message.args {
            args.set(*name, self.value(value));
        }
        args
    }

    fn value(&self, value: &Value) -> FluentValue<'static> {
        match value {
            Value::Word(word) => self.spanned(word).value(),
            Value::Count(count) => (*count).value(),
            Value::Day(day) => self.date(*day).value(),
            Value::Number(number, decimals) => self.number(*number, *decimals).value(),
            Value::Share(share) => self.percent(*share).value(),
            Value::Chance(chance) => self.chance(*chance).value(),
            Value::State(state) => self.of_code(*state).value(),
            Value::States(states) => {
                let named: Vec<Named> = states.iter().map(|s| self.of_code(*s)).collect();
                self.names(&named).value()
            }
            Value::Body(id) => match memberships::body(id) {
                Some(body) => (self.pick(&body.name_en, &body.name_es, &body.name_fr)).value(),
                None => id.value(),
            },
            Value::Messages(messages) => {
                let told: Vec<String> = messages.iter().map(|m| self.told(m)).collect();
                self.clauses(&told).value()
            }
        }
    }

    /// A state's name today, in its forms.
    pub(crate) fn of_code(&self, state: Ccode) -> Named {
        match system().get(state) {
            Some(state) => self.party(&Party::of(state)),
            None => self.named(&state.to_string(), ""),
        }
    }
}
