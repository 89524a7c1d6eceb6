//! What can be put into a message.

use fluent_bundle::FluentValue;

use super::named::Named;

/// A value for a variable of a message.
///
/// Counts are numbers, which select a plural form and are written with the language's separators.
/// Years and sessions, which are held in 16 bits throughout, are names rather than numbers: they are
/// written as they are.
pub(crate) trait Argument {
    fn value(self) -> FluentValue<'static>;
}

impl Argument for String {
    fn value(self) -> FluentValue<'static> {
        FluentValue::String(self.into())
    }
}

impl Argument for &String {
    fn value(self) -> FluentValue<'static> {
        self.clone().value()
    }
}

impl Argument for &str {
    fn value(self) -> FluentValue<'static> {
        self.to_owned().value()
    }
}

impl Argument for Named {
    fn value(self) -> FluentValue<'static> {
        FluentValue::Custom(Box::new(self))
    }
}

macro_rules! counts {
    ($($of:ty),*) => {$(
        impl Argument for $of {
            fn value(self) -> FluentValue<'static> {
                FluentValue::from(self)
            }
        }
    )*};
}
counts!(u32, u64, usize);

macro_rules! names {
    ($($of:ty),*) => {$(
        impl Argument for $of {
            fn value(self) -> FluentValue<'static> {
                self.to_string().value()
            }
        }
    )*};
}
names!(u16, i16);

/// A message in the words of a language: `say!(words, "roll-calls", calls = 94_u32)`.
macro_rules! say {
    ($words:expr, $id:expr $(,)?) => {
        $words.say($id, &::fluent_bundle::FluentArgs::new())
    };
    ($words:expr, $id:expr, $($key:ident = $value:expr),+ $(,)?) => {{
        let mut args = ::fluent_bundle::FluentArgs::new();
        $(args.set(stringify!($key), $crate::words::Argument::value($value));)+
        $words.say($id, &args)
    }};
}
pub(crate) use say;
