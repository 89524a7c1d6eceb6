//! Names of states inside sentences.

use std::borrow::Cow;

use fluent_bundle::types::FluentType;
use fluent_bundle::{FluentArgs, FluentValue};
use intl_memoizer::{IntlLangMemoizer, concurrent};

/// A name, or a list of names, in the forms that a sentence can need.
///
/// A message writes `{ $who }` for the name with its article, `{ OF($who) }` and `{ TO($who) }` after a
/// preposition, which some languages fuse with the article, and `{ BARE($who) }` without an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Named {
    pub bare: String,
    pub the: String,
    pub of: String,
    pub to: String,
}

impl FluentType for Named {
    fn duplicate(&self) -> Box<dyn FluentType + Send> {
        Box::new(self.clone())
    }

    fn as_string(&self, _: &IntlLangMemoizer) -> Cow<'static, str> {
        self.the.clone().into()
    }

    fn as_string_threadsafe(&self, _: &concurrent::IntlLangMemoizer) -> Cow<'static, str> {
        self.the.clone().into()
    }
}

fn form<'a>(values: &[FluentValue<'a>], of: fn(&Named) -> &String) -> FluentValue<'a> {
    match values {
        [FluentValue::Custom(value)] => match (**value).as_any().downcast_ref::<Named>() {
            Some(named) => FluentValue::String(of(named).clone().into()),
            None => FluentValue::Error,
        },
        _ => FluentValue::Error,
    }
}

pub(super) fn bare<'a>(values: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    form(values, |n| &n.bare)
}

pub(super) fn of<'a>(values: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    form(values, |n| &n.of)
}

pub(super) fn to<'a>(values: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    form(values, |n| &n.to)
}

/// A sentence may begin with a name: "The United States…".
pub(super) fn upper<'a>(values: &[FluentValue<'a>], _: &FluentArgs<'_>) -> FluentValue<'a> {
    match values {
        [FluentValue::String(text)] => FluentValue::String(crate::sentence::capital(text).into()),
        [FluentValue::Custom(value)] => match (**value).as_any().downcast_ref::<Named>() {
            Some(named) => FluentValue::String(crate::sentence::capital(&named.the).into()),
            None => FluentValue::Error,
        },
        _ => FluentValue::Error,
    }
}
