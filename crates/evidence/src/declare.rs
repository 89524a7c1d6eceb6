//! How a table is declared.

/// Declares the row of a table: the struct, its Arrow schema, and how it is read and written.
///
/// `key`, `known` and, where a row changes with the date of reading, `on` complete it. `known` may say in
/// words from when a row is known; where it does not, the words follow from its expression.
///
/// Where a row of the publisher's file is a row of the table, each column names the publisher's and the reader of
/// its cell, and the importer follows:
///
/// ```text
/// pub struct Capital in capitals {
///     /// State.
///     ccode: Ccode = "ccode" as ccode,
///     /// Last day of the spell; empty while it lasts.
///     until: Option<Date> = "enddate" as last_day(from, CLOSED),
///     /// Day of entry.
///     from: Date = "syear" & "smonth" & "sdate" as day_of_entry,
/// }
/// import {
///     word: "capitals",                   // `entente evidence import FILE --as capitals`
///     about: "Capitals (peacesciencer)",  // its line in the list of formats
///     raw: "states/capitals.csv",         // where `entente evidence build` finds the file; only of what is embedded
///     runs: first_year to last_year,      // only where runs of equal years become one row
///     leaves_out: totals,                 // only where a rule of rows, as a reader gives it, leaves some out
///     repeats: once,                      // only where the publisher lists some rows twice: they stand once
/// }
/// ```
///
/// A reader is a function in scope of the declaration. It takes the cells in the order named and then its
/// arguments; columns declared before are at hand under their names.
macro_rules! table {
    (
        $(#[doc = $doc:literal])*
        pub struct $row:ident in $slot:ident {
            $(
                $(#[doc = $fdoc:literal])*
                $field:ident : $ty:ty = $($column:literal)&+ as $reader:ident $(($($arg:expr),* $(,)?))?
            ),* $(,)?
        }
        import {
            word: $word:literal,
            about: $about:literal
            $(, raw: $raw:literal)?
            $(, runs: $first:ident to $last:ident)?
            $(, leaves_out: $leaves:ident)?
            $(, repeats: $once:ident)?
            $(,)?
        }
        $($clauses:tt)*
    ) => {
        $crate::declare::table! {
            @record [$($doc)*] $row in $slot {
                $([$($fdoc)*] $field: $ty = [$($column),*]),*
            }
            $($clauses)*
        }

        impl $crate::record::Plain for $row {
            const FORMAT: $crate::record::Format = $crate::record::Format {
                word: $word,
                about: $about,
                raw: $crate::declare::optional!($($raw)?),
                repeats_once: $crate::declare::given!($($once)?),
            };

            fn of_row(
                row: &$crate::import::csv_table::Row<'_>,
            ) -> Result<Self, $crate::import::ImportError> {
                // A column may bear the name of its reader: `self::` finds the function.
                $(let $field: $ty = self::$reader($(&row.cell($column),)+ $($($arg),*)?)?;)*
                Ok($row { $($field),* })
            }

            $(fn is_left_out(row: &$crate::import::csv_table::Row<'_>) -> bool {
                self::$leaves(row)
            })?

            $(fn goes_on_with(&self, next: &Self) -> bool {
                let same = $row { $first: next.$first, $last: next.$last, ..self.clone() };
                self.$last + 1 == next.$first && same == *next
            }

            fn go_on_to(&mut self, next: &Self) {
                self.$last = next.$last;
            })?
        }
    };

    (
        $(#[doc = $doc:literal])*
        pub struct $row:ident in $slot:ident {
            $($(#[doc = $fdoc:literal])* $field:ident : $ty:ty),* $(,)?
        }
        $($clauses:tt)*
    ) => {
        $crate::declare::table! {
            @record [$($doc)*] $row in $slot {
                $([$($fdoc)*] $field: $ty = []),*
            }
            $($clauses)*
        }
    };

    (
        @record [$($doc:literal)*] $row:ident in $slot:ident {
            $([$($fdoc:literal)*] $field:ident : $ty:ty = [$($column:literal),*]),*
        }
        key($k:ident) -> $key_ty:ty { $($key:tt)+ }
        known($n:ident) $(= $words:literal)? { $($known:tt)+ }
        $(on($o:ident, $d:ident) { $on:expr })?
        $(speaks_until($u:ident, $e:ident) { $until:expr })?
        $(roll_calls($c:ident) { $rcids:expr })?
    ) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $row { $($(#[doc = $fdoc])* pub $field: $ty),* }

        impl $crate::record::Record for $row {
            const TABLE: $crate::record::TableId = $crate::record::TableId::$row;
            const DOCS: &'static str = concat!($($doc, "\n"),*);
            const KEY: &'static [&'static str] = $crate::declare::key_columns!([] $($key)+);
            const KNOWN: &'static str = $crate::declare::known_words!([$($words)?] $($known)+);
            const SHORTENED: bool = $crate::declare::given!($($o)?);
            type Key = $key_ty;

            fn columns() -> Vec<$crate::record::Column> {
                vec![$($crate::record::Column {
                    name: stringify!($field),
                    docs: concat!($($fdoc, "\n"),*),
                    published: &[$($column),*],
                    holds: <$ty as $crate::cell::Cell>::holds(),
                    nullable: <$ty as $crate::cell::Cell>::NULLABLE,
                }),*]
            }

            fn schema() -> arrow_schema::SchemaRef {
                $crate::record::schema_of(vec![$($crate::record::field::<$ty>(stringify!($field))),*])
            }

            fn read(
                batch: &arrow_array::RecordBatch,
                rows: &mut Vec<Self>,
            ) -> Result<(), $crate::error::EvidenceError> {
                $(let $field = $crate::record::column::<$ty>(batch, Self::TABLE, stringify!($field))?;)*
                for i in 0..batch.num_rows() {
                    rows.push($row {
                        $($field: <$ty as $crate::cell::Cell>::get($field, i).ok_or_else(|| {
                            $crate::error::EvidenceError::Value {
                                table: Self::TABLE,
                                column: stringify!($field).to_owned(),
                                row: rows.len() + 1,
                            }
                        })?),*
                    });
                }
                Ok(())
            }

            fn write(rows: &[Self]) -> Result<arrow_array::RecordBatch, arrow_schema::ArrowError> {
                arrow_array::RecordBatch::try_new(Self::schema(), vec![
                    $(std::sync::Arc::new(<$ty as $crate::cell::Cell>::collect(rows.iter().map(|r| &r.$field)))),*
                ])
            }

            fn clean(&mut self) -> usize {
                [$(<$ty as $crate::cell::Cell>::clean(&mut self.$field)),*]
                    .into_iter()
                    .sum()
            }

            fn key(&self) -> $key_ty {
                let $k = self;
                $($key)+
            }

            fn known_from(&self) -> jiff::civil::Date {
                let $n = self;
                $($known)+
            }

            $(fn on(&self, date: jiff::civil::Date) -> Option<std::borrow::Cow<'_, Self>> {
                let ($o, $d) = (self, date);
                $on
            })?

            $(fn speaks_until(&self, date: jiff::civil::Date) -> jiff::civil::Date {
                let ($u, $e) = (self, date);
                $until
            })?

            $(fn roll_calls(&self) -> Option<[u32; 2]> {
                let $c = self;
                Some($rcids)
            })?

            fn slot(slots: &$crate::record::Slots) -> &std::sync::OnceLock<Vec<Self>> {
                &slots.$slot
            }
            fn of(tables: &$crate::record::Tables) -> &Vec<Self> {
                &tables.$slot
            }
            fn of_mut(tables: &mut $crate::record::Tables) -> &mut Vec<Self> {
                &mut tables.$slot
            }
        }
    };
}
pub(crate) use table;

/// A literal that may be left out.
macro_rules! optional {
    () => {
        None
    };
    ($given:literal) => {
        Some($given)
    };
}
pub(crate) use optional;

/// Whether a name is given.
macro_rules! given {
    () => {
        false
    };
    ($name:ident) => {
        true
    };
}
pub(crate) use given;

/// The names of the columns that an expression of a key takes: what stands behind the points.
macro_rules! key_columns {
    ([$($column:ident)*]) => { &[$(stringify!($column)),*] };
    ([$($column:ident)*] ($($inner:tt)*) $($rest:tt)*) => {
        $crate::declare::key_columns!([$($column)*] $($inner)* $($rest)*)
    };
    ([$($column:ident)*] $row:ident . $next:ident $($rest:tt)*) => {
        $crate::declare::key_columns!([$($column)* $next] $($rest)*)
    };
    ([$($column:ident)*] $other:tt $($rest:tt)*) => {
        $crate::declare::key_columns!([$($column)*] $($rest)*)
    };
}
pub(crate) use key_columns;

/// From when a row is known, in words: as declared, or as the expression says it; empty where it does not.
macro_rules! known_words {
    ([$words:literal] $($known:tt)+) => {
        $words
    };
    ([] end_of_year($row:ident . $year:ident)) => {
        concat!("from 31 December of `", stringify!($year), "`")
    };
    ([] new_year($row:ident . $year:ident)) => {
        concat!("from 1 January of `", stringify!($year), "`")
    };
    ([] Date::MIN) => {
        "with its roll call"
    };
    ([] if $row:ident . $day:ident { $r:ident . $date:ident } else { end_of_month($s:ident . $month:ident) }) => {
        concat!(
            "from `",
            stringify!($date),
            "`; where `",
            stringify!($day),
            "` is false, from the last day of its month"
        )
    };
    ([] $row:ident . $date:ident) => {
        concat!("from `", stringify!($date), "`")
    };
    ([] $($known:tt)+) => {
        ""
    };
}
pub(crate) use known_words;

#[cfg(test)]
mod tests {
    #[test]
    fn the_columns_of_a_key() {
        const ONE: &[&str] = key_columns!([] e.id);
        assert_eq!(ONE, ["id"]);
        const SEVERAL: &[&str] = key_columns!([](e.ccode, e.event.clone(), e.year));
        assert_eq!(SEVERAL, ["ccode", "event", "year"]);
    }

    #[test]
    fn from_when_a_row_is_known() {
        assert_eq!(
            known_words!([] end_of_year(c.year)),
            "from 31 December of `year`"
        );
        assert_eq!(
            known_words!([] new_year(d.first_year)),
            "from 1 January of `first_year`"
        );
        assert_eq!(known_words!([] c.end), "from `end`");
        assert_eq!(known_words!([] Date::MIN), "with its roll call");
        assert_eq!(
            known_words!([] if r.day_known { r.date } else { end_of_month(r.date) }),
            "from `date`; where `day_known` is false, from the last day of its month"
        );
        assert_eq!(known_words!([] match e.kind { _ => e.date() }), "");
        assert_eq!(known_words!(["as declared"] e.date()), "as declared");
    }
}
