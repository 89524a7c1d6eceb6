//! What a table is: rows of one type, with an Arrow schema, a key, and a day from which each row
//! is known.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, Field, Schema, SchemaRef};
use jiff::civil::Date;

use crate::cell::Cell;
use crate::error::EvidenceError;
use crate::tables::*;

/// One row of a table of evidence.
pub trait Record:
    Clone + PartialEq + std::fmt::Debug + serde::Serialize + Send + Sync + 'static
{
    /// The table this is a row of.
    const TABLE: TableId;
    /// What tells two rows apart: of two rows with one key, the later layer's stands.
    type Key: Ord + Clone + std::hash::Hash;

    /// The Arrow schema of the table.
    fn schema() -> SchemaRef;
    /// Appends the rows of a batch.
    ///
    /// # Errors
    /// A missing column, a column of another type, or a value that the column cannot mean.
    fn read(batch: &RecordBatch, rows: &mut Vec<Self>) -> Result<(), EvidenceError>;
    /// The rows as one Arrow batch.
    ///
    /// # Errors
    /// Only if Arrow refuses the columns, which the schema rules out.
    fn write(rows: &[Self]) -> Result<RecordBatch, ArrowError>;
    /// Takes out of its texts what no text may hold; returns how many of them held any.
    fn clean(&mut self) -> usize;
    /// What tells this row from others.
    fn key(&self) -> Self::Key;
    /// The first day on which this row, or a part of it, can be read.
    fn known_from(&self) -> Date;
    /// The row as it reads on a day: hidden before it is known, and without what lies later (the
    /// end of a spell).
    fn on(&self, date: Date) -> Option<Cow<'_, Self>> {
        (self.known_from() <= date).then_some(Cow::Borrowed(self))
    }
    /// The roll calls on which this row depends: it can be read when all of them can.
    fn roll_calls(&self) -> Option<[u32; 2]> {
        None
    }
    /// The last day about which this row, read on `date`, says something: the table's horizon is
    /// the latest of these.
    fn speaks_until(&self, date: Date) -> Date {
        self.known_from().min(date)
    }
    /// Where decoded rows are kept.
    fn slot(slots: &Slots) -> &OnceLock<Vec<Self>>;
    /// The rows in a set of tables.
    fn of(tables: &Tables) -> &Vec<Self>;
    /// The rows in a set of tables, to change.
    fn of_mut(tables: &mut Tables) -> &mut Vec<Self>;
}

/// Finds a column of a batch as the type it should have.
pub(crate) fn column<'b, C: Cell>(
    batch: &'b RecordBatch,
    table: TableId,
    name: &str,
) -> Result<&'b C::Array, EvidenceError> {
    let fault = |problem: String| EvidenceError::Column {
        table,
        column: name.to_owned(),
        problem,
    };
    let array: &ArrayRef = batch
        .column_by_name(name)
        .ok_or_else(|| fault("is missing".to_owned()))?;
    if !C::NULLABLE && array.null_count() > 0 {
        return Err(fault("has empty cells, and may not".to_owned()));
    }
    array.as_any().downcast_ref::<C::Array>().ok_or_else(|| {
        fault(format!(
            "has type {}, not {}",
            array.data_type(),
            C::data_type()
        ))
    })
}

pub(crate) fn field<C: Cell>(name: &str) -> Field {
    Field::new(name, C::data_type(), C::NULLABLE)
}

pub(crate) fn schema_of(fields: Vec<Field>) -> SchemaRef {
    Arc::new(Schema::new(fields))
}

/// Declares the row of a table: the struct, its Arrow schema, and how it is read and written.
///
/// `key`, `known` and, where a row changes with the date of reading, `on` complete it.
macro_rules! table {
    (
        $(#[$meta:meta])*
        pub struct $row:ident in $slot:ident {
            $($(#[$fmeta:meta])* $field:ident : $ty:ty),* $(,)?
        }
        key($k:ident) -> $key_ty:ty { $key:expr }
        known($n:ident) { $known:expr }
        $(on($o:ident, $d:ident) { $on:expr })?
        $(speaks_until($u:ident, $e:ident) { $until:expr })?
        $(roll_calls($c:ident) { $rcids:expr })?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        pub struct $row { $($(#[$fmeta])* pub $field: $ty),* }

        impl $crate::record::Record for $row {
            const TABLE: $crate::record::TableId = $crate::record::TableId::$row;
            type Key = $key_ty;

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
                $key
            }

            fn known_from(&self) -> jiff::civil::Date {
                let $n = self;
                $known
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

macro_rules! all_tables {
    ($($(#[$meta:meta])* $row:ident in $slot:ident),* $(,)?) => {
        /// The name of a table.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum TableId { $($(#[$meta])* $row),* }

        impl TableId {
            /// Every table.
            pub const ALL: &'static [TableId] = &[$(TableId::$row),*];

            /// The name of the table, which is also that of its file.
            pub fn as_str(self) -> &'static str {
                match self { $(TableId::$row => stringify!($slot)),* }
            }
        }

        /// A set of tables in memory, as importers make them.
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct Tables {
            $($(#[$meta])* pub $slot: Vec<$row>,)*
            /// What the importer put right in the publisher's file, or left out of it.
            pub repairs: Vec<$crate::import::Repair>,
        }

        impl Tables {
            /// Adds the rows of other tables; returns the tables that had any.
            pub fn append(&mut self, other: Tables) -> Vec<TableId> {
                let mut added = Vec::new();
                self.repairs.extend(other.repairs);
                $(if !other.$slot.is_empty() {
                    self.$slot.extend(other.$slot);
                    added.push(TableId::$row);
                })*
                added
            }

            /// Whether there is no row.
            pub fn is_empty(&self) -> bool {
                $(self.$slot.is_empty())&&*
            }

            /// Takes out of every text what no text may hold; returns how many texts held any.
            pub(crate) fn clean(&mut self) -> usize {
                let mut cleaned = 0;
                $(cleaned += self.$slot.iter_mut().map(Record::clean).sum::<usize>();)*
                cleaned
            }
        }

        /// Tables as they are decoded, each once, when first asked for.
        #[derive(Debug, Default)]
        pub struct Slots { $(pub(crate) $slot: OnceLock<Vec<$row>>),* }

        /// Does the same with each table: `visit.table::<Row>()` for every row type.
        pub trait ForEachTable {
            /// What goes wrong.
            type Error;
            /// Deals with one table.
            ///
            /// # Errors
            /// The visitor's own.
            fn table<R: Record>(&mut self) -> Result<(), Self::Error>;
            /// Deals with every table, in the order of [`TableId::ALL`].
            ///
            /// # Errors
            /// The first that `table` gives.
            fn every(&mut self) -> Result<(), Self::Error> {
                $(self.table::<$row>()?;)*
                Ok(())
            }
            /// Deals with one table by its name.
            ///
            /// # Errors
            /// The visitor's own.
            fn only(&mut self, id: TableId) -> Result<(), Self::Error> {
                match id { $(TableId::$row => self.table::<$row>()),* }
            }
        }
    };
}

all_tables! {
    /// Votes of states on roll calls.
    Vote in votes,
    /// Roll calls of the General Assembly.
    RollCall in roll_calls,
    /// Coded issues of roll calls.
    RollCallIssue in roll_call_issues,
    /// Pairs of roll calls on the same text.
    Repeat in repeats,
    /// Resolutions of the General Assembly and the Security Council.
    Resolution in resolutions,
    /// Sponsors of resolutions.
    Sponsor in sponsors,
    /// Votes of members of the Security Council.
    CouncilVote in council_votes,
    /// Vetoes in the Security Council.
    Veto in vetoes,
    /// Visits and travels.
    Contact in contacts,
    /// Persons of concern to UNHCR at the end of a year.
    Population in population,
    /// Persons newly displaced in a year.
    Flow in flows,
    /// Asylum applications lodged.
    AsylumApplication in asylum_applications,
    /// Decisions on asylum applications.
    AsylumDecision in asylum_decisions,
    /// Returns, resettlement and naturalisation.
    Solution in solutions,
    /// Material capabilities.
    Capability in capabilities,
    /// Total trade of a state.
    Trade in trade,
    /// Contiguity by land and water.
    Contiguity in contiguity,
    /// Capital cities.
    Capital in capitals,
    /// Minimum distances.
    Distance in distances,
    /// Joint memberships of intergovernmental organisations.
    JointIgo in joint_igos,
    /// Alliance obligations.
    Alliance in alliances,
    /// Elections and referendums.
    Election in elections,
    /// Leaders in office, by month of leaving (REIGN).
    Leader in leaders,
    /// Leaders in office, by day (Archigos).
    LeaderSpell in leader_spells,
    /// Events between two states in a year (ICEWS).
    EventCount in event_counts,
    /// States that the event counts cover.
    EventPanel in event_panel,
    /// Single events (GDELT).
    Event in events,
    /// Published ideal points, to compare with.
    PublishedIdealPoint in published_ideal_points,
}

impl TableId {
    /// The table of a name, as typed: `roll-calls` and `roll_calls` are one.
    pub fn from_name(name: &str) -> Option<Self> {
        let name = name.trim().to_ascii_lowercase().replace('-', "_");
        TableId::ALL.iter().copied().find(|t| t.as_str() == name)
    }
}

impl std::fmt::Display for TableId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.pad(self.as_str())
    }
}

impl serde::Serialize for TableId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
