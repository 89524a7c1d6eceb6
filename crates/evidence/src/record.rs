//! What a table is: rows of one type, with an Arrow schema, a key, and a day from which each row
//! is known.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use arrow_array::{Array, ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, Field, Schema, SchemaRef};
use jiff::civil::Date;

use crate::cell::Cell;
pub(crate) use crate::declare::table;
use crate::error::EvidenceError;
use crate::import::ImportError;
use crate::import::csv_table::Row;
use crate::tables::*;

/// One row of a table of evidence.
pub trait Record:
    Clone + PartialEq + std::fmt::Debug + serde::Serialize + Send + Sync + 'static
{
    /// The table this is a row of.
    const TABLE: TableId;
    /// What one row is: the lines of its documentation.
    const DOCS: &'static str;
    /// The columns that make up the key.
    const KEY: &'static [&'static str];
    /// From when a row is known, in words; empty where nobody said.
    const KNOWN: &'static str;
    /// Whether a row reads shorter on a day before its end.
    const SHORTENED: bool;
    /// What tells two rows apart: of two rows with one key, the later layer's stands.
    type Key: Ord + Clone + std::hash::Hash;

    /// The columns of the table, in order.
    fn columns() -> Vec<Column>;
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

/// What a column of a table is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its unit and meaning: the lines of its documentation.
    pub docs: &'static str,
    /// The publisher's columns from which it is read; none where an importer of the table's own reads it.
    pub published: &'static [&'static str],
    /// What a cell holds, in a word or two.
    pub holds: &'static str,
    /// Whether a cell may be empty.
    pub nullable: bool,
}

/// A row that stands in the publisher's file as a row: its declaration says how each column is read.
pub trait Plain: Record {
    /// The publisher's format.
    const FORMAT: Format;
    /// Reads a row of the publisher's file.
    ///
    /// # Errors
    /// The first value, in the order of the columns, that cannot be read.
    fn of_row(row: &Row<'_>) -> Result<Self, ImportError>;
    /// Whether a row of the publisher's file is none of the table: a total, for instance.
    fn is_left_out(_row: &Row<'_>) -> bool {
        false
    }
    /// Whether the next row says the same of the year after, so that both are one row.
    fn goes_on_with(&self, _next: &Self) -> bool {
        false
    }
    /// Takes the next row in.
    fn go_on_to(&mut self, _next: &Self) {}
}

/// The format in which a publisher issues a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Format {
    /// The word for it on the command line.
    pub word: &'static str,
    /// What it is, in a line.
    pub about: &'static str,
    /// Where the file lies under the directory of publishers' files, if the bundle is made from one.
    pub raw: Option<&'static str>,
    /// Whether the publisher lists some rows twice, word for word, so that they stand once in the table. In other
    /// formats a row that stands twice is an error.
    pub repeats_once: bool,
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

macro_rules! all_tables {
    ($($(#[$meta:meta])* $row:ident in $slot:ident $(from $kind:ident)? $(not $absent:ident)?),* $(,)?) => {
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

/// Every table, with the name of its file, for a macro that makes something of each.
///
/// `from` gives a name to the format of a table whose declaration says how its columns are read;
/// `not embedded` tells of a table whose file is not in the program.
#[rustfmt::skip]
macro_rules! every_table {
    ($then:ident) => { $then! {
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
    Population in population from UnhcrPopulation,
    /// Persons newly displaced in a year.
    Flow in flows from UnhcrFlows,
    /// Asylum applications lodged.
    AsylumApplication in asylum_applications from UnhcrApplications,
    /// Decisions on asylum applications.
    AsylumDecision in asylum_decisions from UnhcrDecisions,
    /// Returns, resettlement and naturalisation.
    Solution in solutions from UnhcrSolutions,
    /// Material capabilities.
    Capability in capabilities from Nmc,
    /// Total trade of a state.
    Trade in trade from Trade,
    /// Contiguity by land and water.
    Contiguity in contiguity from Contiguity,
    /// Capital cities.
    Capital in capitals from Capitals,
    /// Minimum distances.
    Distance in distances from Distances,
    /// Joint memberships of intergovernmental organisations.
    JointIgo in joint_igos from Igos,
    /// Alliance obligations.
    Alliance in alliances from Alliances,
    /// Elections and referendums.
    Election in elections from ReignElections,
    /// Leaders in office, by month of leaving (REIGN).
    Leader in leaders from ReignLeaders,
    /// Leaders in office, by day (Archigos).
    LeaderSpell in leader_spells from Archigos,
    /// Chiefs of state and heads of government, by wording (World Factbook).
    OfficeHolder in office_holders from FactbookLeaders,
    /// Last and next elections, by wording (World Factbook).
    ElectionNotice in election_notices from FactbookElections,
    /// Events between two states in a year (ICEWS).
    EventCount in event_counts,
    /// States that the event counts cover.
    EventPanel in event_panel,
    /// Single events (GDELT).
    Event in events not embedded,
    /// Published ideal points, to compare with.
    PublishedIdealPoint in published_ideal_points,
    /// Trade between two states in a year.
    PairTrade in trade_pairs from CowTradePairs,
    /// Shares of trading partners, by wording.
    TradePartner in trade_partners from FactbookTradePartners,
    /// Exports and imports of a state.
    TradeTotal in trade_totals from FactbookTradeTotals,
    /// Shares of the United States and China in trade.
    TradeShare in trade_shares from CsisTradeShares not embedded,
    /// Agreements on trade.
    TradeAgreement in trade_agreements from HuggoAgreements,
    /// Parties of agreements on trade.
    TradeAgreementParty in trade_agreement_parties from HuggoParties,
    /// Parties of agreements on trade, by year (DESTA).
    DestaParty in desta_parties from DestaParties not embedded,
    /// Gross domestic product.
    Gdp in gdp from FactbookGdp,
    /// Official development assistance.
    AidFlow in aid from OecdDac2a,
    /// Aid of the United States.
    UsAid in us_aid from UsForeignAid,
    /// Official finance of China.
    ChineseFinance in chinese_finance from AiddataChina not embedded,
    /// Migrants by origin and destination.
    MigrantStock in migrant_stocks from WorldBankMigrants,
    /// Remittances, as modelled.
    Remittance in remittances from WorldBankRemittances,
    /// Encounters of the Border Patrol by sector.
    BorderPatrolMonth in border_patrol from UsbpMonths,
    /// Encounters at the border by citizenship.
    BorderEncounter in border_encounters from CbpEncounters,
    /// Crossings from Mexico by port.
    PortCrossing in port_crossings from BtsCrossings,
    /// Chiefs of mission in and of the United States.
    ChiefOfMission in chiefs_of_mission from FactbookChiefsOfMission,
    /// Trips of leaders between five states and others.
    LeaderTrips in leader_trips from ColtPairs not embedded,
    /// Trips of leaders by country.
    LeaderTravel in leader_travel from ColtCountries not embedded,
    /// Participation in organisations.
    Participation in participations from FactbookOrganisations,
    /// Parties of environmental agreements, by listing.
    EnvironmentAgreement in environment_agreements from FactbookEnvironment,
    /// Members of informal organisations.
    InformalMembership in informal_memberships from Migo not embedded,
    /// Treaties, mostly on the environment.
    Treaty in treaties from GgoAgreements not embedded,
    /// Parties of treaties.
    TreatyParty in treaty_parties from GgoParties not embedded,
    /// Parties of environmental agreements, by date.
    EnvironmentTreatyParty in environment_treaty_parties from IeadbParties not embedded,
    /// Militarised disputes.
    Dispute in disputes from GmlMid not embedded,
    /// Militarised acts.
    MilitarizedEvent in militarized_events from Mie not embedded,
    /// Speakers in the General Debate.
    DebateSpeaker in debate_speakers from UngdSpeakers,
    /// States named in the General Debate.
    DebateMention in debate_mentions from UngdMentions,
    /// Scores of pairs by month (GDELT).
    PairScore in pair_scores from GdeltPairMonths not embedded,
    /// Ideology of heads of government and leaders.
    LeaderIdeology in leader_ideology from LeaderIdeologies not embedded,
    } };
}
pub(crate) use every_table;

every_table!(all_tables);

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
