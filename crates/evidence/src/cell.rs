//! How one value of a record stands in an Arrow column.

use std::borrow::Cow;

use arrow_array::{
    Array, BooleanArray, Date32Array, Float64Array, Int8Array, StringArray, UInt8Array,
    UInt16Array, UInt32Array,
};
use arrow_schema::DataType;
use entente_doors::text;
use entente_states::Ccode;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A value that a table column can hold.
///
/// Every cell has one Arrow type; `Option<T>` is the same column, nullable.
pub trait Cell: Sized {
    /// The Arrow array that holds a column of these.
    type Array: Array + 'static;
    /// Whether the column may hold nulls.
    const NULLABLE: bool = false;
    /// The Arrow type of the column.
    fn data_type() -> DataType;
    /// What a cell holds, in a word or two.
    fn holds() -> &'static str {
        match Self::data_type() {
            DataType::Boolean => "true/false",
            DataType::Date32 => "date",
            DataType::Float64 => "number",
            DataType::Utf8 => "text",
            _ => "integer",
        }
    }
    /// Collects a column.
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array
    where
        Self: 'a;
    /// The value in row `i`, or `None` if the array holds something this type cannot be.
    fn get(array: &Self::Array, i: usize) -> Option<Self>;
    /// Takes out what no text may hold; returns how many texts held any.
    fn clean(&mut self) -> usize {
        0
    }
}

macro_rules! primitive_cell {
    ($($t:ty => $array:ty, $data_type:ident;)*) => {$(
        impl Cell for $t {
            type Array = $array;
            fn data_type() -> DataType {
                DataType::$data_type
            }
            fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
                cells.map(|&v| Some(v)).collect()
            }
            fn get(array: &Self::Array, i: usize) -> Option<Self> {
                Some(array.value(i))
            }
        }
        impl Cell for Option<$t> {
            type Array = $array;
            const NULLABLE: bool = true;
            fn data_type() -> DataType {
                DataType::$data_type
            }
            fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
                cells.copied().collect()
            }
            fn get(array: &Self::Array, i: usize) -> Option<Self> {
                Some((!array.is_null(i)).then(|| array.value(i)))
            }
        }
    )*};
}

primitive_cell! {
    u8 => UInt8Array, UInt8;
    i8 => Int8Array, Int8;
    u16 => UInt16Array, UInt16;
    u32 => UInt32Array, UInt32;
    f64 => Float64Array, Float64;
    bool => BooleanArray, Boolean;
}

/// Cells kept as another, simpler cell: `to` never fails, `from` may refuse.
macro_rules! cell_as {
    ($($t:ty as $inner:ty, $holds:literal, $to:expr, $from:expr;)*) => {$(
        impl Cell for $t {
            type Array = <$inner as Cell>::Array;
            fn data_type() -> DataType {
                <$inner as Cell>::data_type()
            }
            fn holds() -> &'static str {
                $holds
            }
            fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array
            where
                Self: 'a,
            {
                let to: fn(&$t) -> $inner = $to;
                cells.map(|c| Some(to(c))).collect()
            }
            fn get(array: &Self::Array, i: usize) -> Option<Self> {
                let from: fn($inner) -> Option<$t> = $from;
                <$inner as Cell>::get(array, i).and_then(from)
            }
        }
        impl Cell for Option<$t> {
            type Array = <$inner as Cell>::Array;
            const NULLABLE: bool = true;
            fn data_type() -> DataType {
                <$inner as Cell>::data_type()
            }
            fn holds() -> &'static str {
                $holds
            }
            fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array
            where
                Self: 'a,
            {
                let to: fn(&$t) -> $inner = $to;
                cells.map(|c| c.as_ref().map(to)).collect()
            }
            fn get(array: &Self::Array, i: usize) -> Option<Self> {
                if array.is_null(i) {
                    return Some(None);
                }
                <$t as Cell>::get(array, i).map(Some)
            }
        }
    )*};
}

cell_as! {
    Ccode as u16, "COW number", |c| c.0, |n| Some(Ccode(n));
}

impl Cell for String {
    type Array = StringArray;
    fn data_type() -> DataType {
        DataType::Utf8
    }
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
        cells.map(|s| Some(s.as_str())).collect()
    }
    fn get(array: &Self::Array, i: usize) -> Option<Self> {
        Some(array.value(i).to_owned())
    }
    fn clean(&mut self) -> usize {
        // Most texts are plain, and millions are read.
        if self.bytes().all(|b| matches!(b, b' '..=b'~')) {
            return 0;
        }
        match text::cleaned(self) {
            Cow::Borrowed(_) => 0,
            Cow::Owned(clean) => {
                *self = clean;
                1
            }
        }
    }
}

impl Cell for Option<String> {
    type Array = StringArray;
    const NULLABLE: bool = true;
    fn data_type() -> DataType {
        DataType::Utf8
    }
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
        cells.map(|s| s.as_deref()).collect()
    }
    fn get(array: &Self::Array, i: usize) -> Option<Self> {
        Some((!array.is_null(i)).then(|| array.value(i).to_owned()))
    }
    fn clean(&mut self) -> usize {
        self.as_mut().map_or(0, Cell::clean)
    }
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

fn days_since_epoch(date: Date) -> i32 {
    (date - EPOCH).get_days()
}

fn date_of_days(days: i32) -> Option<Date> {
    EPOCH
        .checked_add(jiff::Span::new().try_days(days).ok()?)
        .ok()
}

impl Cell for Date {
    type Array = Date32Array;
    fn data_type() -> DataType {
        DataType::Date32
    }
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
        cells.map(|&d| Some(days_since_epoch(d))).collect()
    }
    fn get(array: &Self::Array, i: usize) -> Option<Self> {
        date_of_days(array.value(i))
    }
}

impl Cell for Option<Date> {
    type Array = Date32Array;
    const NULLABLE: bool = true;
    fn data_type() -> DataType {
        DataType::Date32
    }
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
        cells.map(|d| d.map(days_since_epoch)).collect()
    }
    fn get(array: &Self::Array, i: usize) -> Option<Self> {
        if array.is_null(i) {
            return Some(None);
        }
        date_of_days(array.value(i)).map(Some)
    }
}

/// Where a displaced person comes from or stays: an ISO 3166 alpha-3 code, or one of UNHCR's
/// own codes for what is not a state (`UNK` unknown, `XXA` stateless, `TIB` Tibetan).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place([u8; 3]);

impl Place {
    /// Reads a code of three capital letters; anything else is `None`.
    pub fn new(code: &str) -> Option<Self> {
        let bytes: [u8; 3] = code.as_bytes().try_into().ok()?;
        bytes
            .iter()
            .all(u8::is_ascii_uppercase)
            .then_some(Place(bytes))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        // Only ASCII capitals get in through `new`.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Place {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Place::new(&text)
            .ok_or_else(|| serde::de::Error::custom(format!("{text:?} is not a three-letter code")))
    }
}

impl Cell for Place {
    type Array = StringArray;
    fn data_type() -> DataType {
        DataType::Utf8
    }
    fn holds() -> &'static str {
        "three-letter code"
    }
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
        cells.map(|p| Some(p.as_str())).collect()
    }
    fn get(array: &Self::Array, i: usize) -> Option<Self> {
        Place::new(array.value(i))
    }
}

/// A publisher's short code, one to four ASCII letters or digits, kept as it stands (`FI`, `NA`, `P`).
///
/// A hundred thousand rows with four codes each would be half a million small texts on the heap;
/// these lie in the row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 4]);

impl Code {
    /// Reads a code; anything longer, empty, or with other signs is `None`.
    pub fn new(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|b| b.is_ascii_alphanumeric());
        let mut bytes = [0; 4];
        bytes
            .get_mut(..text.len())?
            .copy_from_slice(text.as_bytes());
        (plain && !text.is_empty()).then_some(Code(bytes))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        let length = self.0.iter().position(|b| *b == 0).unwrap_or(self.0.len());
        // Only ASCII gets in through `new`.
        std::str::from_utf8(&self.0[..length]).unwrap_or_default()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Code {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Code::new(&text).ok_or_else(|| {
            serde::de::Error::custom(format!("{text:?} is not a code of up to four signs"))
        })
    }
}

impl Cell for Code {
    type Array = StringArray;
    fn data_type() -> DataType {
        DataType::Utf8
    }
    fn holds() -> &'static str {
        "code"
    }
    fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
        cells.map(|c| Some(c.as_str())).collect()
    }
    fn get(array: &Self::Array, i: usize) -> Option<Self> {
        Code::new(array.value(i))
    }
}

/// Declares an enumeration whose values stand in tables and output as fixed words.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        $vis enum $name { $($(#[$vmeta])* #[serde(rename = $word)] $variant),* }

        impl $name {
            /// Every value, in order.
            pub const ALL: &'static [$name] = &[$($name::$variant),*];

            /// The word that stands for this value in tables and output.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word),* }
            }

            /// The value that a word stands for.
            pub fn from_word(word: &str) -> Option<Self> {
                match word { $($word => Some($name::$variant),)* _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl $crate::cell::Cell for $name {
            type Array = arrow_array::StringArray;
            fn data_type() -> arrow_schema::DataType {
                arrow_schema::DataType::Utf8
            }
            fn holds() -> &'static str {
                "word"
            }
            fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
                cells.map(|c| Some(c.as_str())).collect()
            }
            fn get(array: &Self::Array, i: usize) -> Option<Self> {
                $name::from_word(array.value(i))
            }
        }

        impl $crate::cell::Cell for Option<$name> {
            type Array = arrow_array::StringArray;
            const NULLABLE: bool = true;
            fn data_type() -> arrow_schema::DataType {
                arrow_schema::DataType::Utf8
            }
            fn collect<'a>(cells: impl Iterator<Item = &'a Self>) -> Self::Array {
                cells.map(|c| c.map($name::as_str)).collect()
            }
            fn get(array: &Self::Array, i: usize) -> Option<Self> {
                use arrow_array::Array as _;
                match array.is_null(i) {
                    true => Some(None),
                    false => $name::from_word(array.value(i)).map(Some),
                }
            }
        }
    };
}
pub(crate) use words;
