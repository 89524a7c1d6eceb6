//! Trade between states, its totals, and agreements on it.

use std::borrow::Cow;

use entente_states::Ccode;
use jiff::civil::{Date, date};

use crate::cell::{Code, words};
use crate::import::csv_table::Row;
use crate::import::dates::given;
use crate::import::factbook::state_of_page;
use crate::import::located::{Cell, ImportError};
use crate::import::readers::{
    amount, ccode, code, day, higher, iso3, last_day, number, optional_amount, optional_flag,
    optional_text, optional_year, percent, share, text, year,
};
use crate::import::state_codes::{state, state_or_name};
use crate::known::end_of_year;
use crate::partial_date::PartialDate;
use crate::record::table;
use crate::snapshots::{self, CLOSED};
use crate::tables::dated::{self, earliest};

/// Edition 4.0 is of 2016, by the year of its codebook.
const COW_EDITION: Date = date(2016, 12, 31);

/// The day of the copy of HUGGO from which the table is made.
const HUGGO_COPY: Date = date(2024, 1, 23);

/// The day of the copy of DESTA.
const DESTA_COPY: Date = date(2025, 10, 5);

/// The day of the copy of the shares.
const SHARES_COPY: Date = date(2026, 3, 17);

/// Three dates, any of which may be missing.
type Dates = (
    Option<PartialDate>,
    Option<PartialDate>,
    Option<PartialDate>,
);

words! {
    /// Which way goods go.
    pub enum TradeFlow {
        /// Out of the state.
        Export = "export",
        /// Into it.
        Import = "import",
    }
}

/// Export or import.
fn flow(cell: &Cell<'_>) -> Result<TradeFlow, ImportError> {
    TradeFlow::from_word(cell.required()?)
        .ok_or_else(|| cell.error("is neither `export` nor `import`"))
}

table! {
    /// Trade of two states with each other in a year, each pair once (Correlates of War, Trade 4.0).
    ///
    /// No row is a trade of none, or a pair that did not exist: the record cannot tell them apart. Importers'
    /// figures come first, so the two directions are not of one source.
    pub struct PairTrade in trade_pairs {
        /// The state with the lower COW number.
        ccode1: Ccode = "ccode1" as ccode,
        /// The state with the higher.
        ccode2: Ccode = "ccode2" as higher("ccode1", ccode1),
        /// Year.
        year: u16 = "year" as year,
        /// Imports of the first from the second, million current US dollars; empty is missing.
        imports1: Option<f64> = "flow1" as optional_amount,
        /// Imports of the second from the first, million current US dollars; empty is missing.
        imports2: Option<f64> = "flow2" as optional_amount,
    }
    import {
        word: "cow-trade-pairs",
        about: "Trade of pairs of states (Correlates of War, dyadic trade)",
        raw: "trade/cow_dyadic_trade.csv.gz",
    }
    key(t) -> (Ccode, Ccode, u16) { (t.ccode1, t.ccode2, t.year) }
    known(t) = "from 31 December 2016, the year of the edition; a later edition's rows from 31 December of `year`" {
        COW_EDITION.max(end_of_year(t.year))
    }
    speaks_until(t, day) { end_of_year(t.year).min(day) }
}

table! {
    /// The share of a partner in the exports or imports of a state in a year, as one wording of the World Factbook
    /// gave it.
    ///
    /// Only the first partners are named, about five. Years are of different editions, whose sources and methods
    /// differ: a jump between two is not a turn of trade.
    pub struct TradePartner in trade_partners {
        /// The Factbook's code of the state (GEC).
        gec: Code = "gec" as code,
        /// ISO 3166 alpha-3 code that was looked up for it; empty of Kosovo, the European Union and the world.
        iso3: Option<String> = "iso3" as optional_text,
        /// State; empty where the page is of a territory or of no state.
        ccode: Option<Ccode> = "iso3" & "gec" as state_of_page,
        /// Exports or imports of goods.
        flow: TradeFlow = "flow" as flow,
        /// Year; empty where the wording gives none.
        year: Option<u16> = "year" as optional_year,
        /// The partner as written, misprints included.
        partner: String = "partner" as text,
        /// The partner, where it is a state and could be told.
        partner_ccode: Option<Ccode> = "partner_iso3" as state,
        /// Per cent of that flow; whole since 2021.
        share: f64 = "share_pct" as percent,
        /// The first snapshot of the Factbook in which it stood; the list begins on 24 November 2020.
        first_seen: Date = "first_seen" as day,
        /// The last; empty where it stood in the last of all, of 22 January 2026.
        last_seen: Option<Date> = "last_seen" as last_day(first_seen, CLOSED),
    }
    import {
        word: "factbook-trade-partners",
        about: "Shares of trading partners (World Factbook, gathered)",
        raw: "trade/factbook_trade_partners.csv.gz",
    }
    key(p) -> (Code, TradeFlow, Option<u16>, String, Date) {
        (p.gec, p.flow, p.year, p.partner.clone(), p.first_seen)
    }
    known(p) = "from `first_seen`; that a wording is gone, from the snapshot after `last_seen`" { p.first_seen }
    on(p, day) { snapshots::on(p, p.first_seen, p.last_seen, day, |p, last| p.last_seen = last) }
    speaks_until(p, day) { snapshots::speaks_until(p.first_seen, p.last_seen, day) }
}

table! {
    /// The exports or imports of a state in a year, in the newest wording of the World Factbook.
    ///
    /// Goods and services in newer editions, goods alone in some of the older; the wording says so at times.
    pub struct TradeTotal in trade_totals {
        /// The Factbook's code of the state (GEC).
        gec: Code = "gec" as code,
        /// ISO 3166 alpha-3 code that was looked up for it; empty of Kosovo, the European Union and the world.
        iso3: Option<String> = "iso3" as optional_text,
        /// State; empty where the page is of a territory or of no state.
        ccode: Option<Ccode> = "iso3" & "gec" as state_of_page,
        /// Exports or imports.
        flow: TradeFlow = "flow" as flow,
        /// Year.
        year: u16 = "year" as year,
        /// Current US dollars.
        value: f64 = "value_usd" as amount,
        /// The wording.
        text: String = "text" as text,
        /// The last snapshot of the Factbook in which it stood.
        last_seen: Date = "last_seen" as day,
    }
    import {
        word: "factbook-trade-totals",
        about: "Exports and imports (World Factbook, gathered)",
        raw: "trade/factbook_trade_totals.csv.gz",
    }
    key(t) -> (Code, TradeFlow, u16) { (t.gec, t.flow, t.year) }
    known(t) = "from `last_seen`: when it was first written is not on record" { t.last_seen }
    speaks_until(t, day) { end_of_year(t.year).min(day) }
}

table! {
    /// The shares of the United States, China, the G7 and the BRICS in the trade of a state in a year (Minhas and
    /// CSIS, Dynamic Alignment Observatory).
    ///
    /// Of both directions together, by exporters' reports; from 2021 on 56 states reported, and the others are
    /// seen through their partners.
    pub struct TradeShare in trade_shares {
        /// State.
        ccode: Ccode = "iso3" as iso3,
        /// Year.
        year: u16 = "year" as year,
        /// Share of the United States, 0 to 1.
        united_states: f64 = "trade_share_US" as share,
        /// Share of China, 0 to 1.
        china: f64 = "trade_share_China" as share,
        /// Share of the G7, 0 to 1.
        g7: f64 = "trade_share_G7" as share,
        /// Share of the BRICS, 0 to 1.
        brics: f64 = "trade_share_BRICS" as share,
    }
    import {
        word: "csis-trade-shares",
        about: "Shares of the United States and China in trade (CSIS, Dynamic Alignment Observatory)",
    }
    key(t) -> (Ccode, u16) { (t.ccode, t.year) }
    known(t) = "from 17 March 2026, the day of the copy; later years from 31 December of `year`" {
        SHARES_COPY.max(end_of_year(t.year))
    }
    speaks_until(t, day) { end_of_year(t.year).min(day) }
}

table! {
    /// An agreement on trade (Global Governance Observatory, HUGGO; on DESTA and GPTAD).
    ///
    /// Amendments and accessions are often rows of their own. After 2020 the list is thin. Three agreements stand
    /// twice, with other dates or another title.
    pub struct TradeAgreement in trade_agreements {
        /// The publisher's identifier: parties, year, type.
        treaty: String = "treatyID" as text,
        /// Title.
        title: String = "Title" as text,
        /// Signature.
        signed: Option<PartialDate> = "Signature" as given,
        /// Entry into force; empty where it is not known, or lies ahead.
        in_force: Option<PartialDate> = "Force" as given,
        /// End; empty where none is known, or it lies ahead. One after January 2024 is what the agreement foresaw.
        until: Option<PartialDate> = "End" as given,
    }
    import {
        word: "huggo-agreements",
        about: "Trade agreements (Global Governance Observatory, manytrade, HUGGO)",
        raw: "trade/pta_agreements_huggo.csv.gz",
        repeats: once,
    }
    key(a) -> (String, String, Dates) { (a.treaty.clone(), a.title.clone(), (a.signed, a.in_force, a.until)) }
    known(a) = "from the signature, or the entry into force where that is not recorded; each later date from its day (a month or a year from its last)" {
        earliest([a.signed, a.in_force]).unwrap_or(HUGGO_COPY)
    }
    on(a, day) {
        dated::on(a, a.known_from(), [a.in_force, a.until], day, |a, come| {
            [a.in_force, a.until] = come;
        })
    }
    speaks_until(a, day) { dated::speaks_until(a.known_from(), [a.in_force], day) }
}

/// A row without a party.
fn nobody(row: &Row<'_>) -> bool {
    row.cell("stateID").text.is_empty()
}

table! {
    /// What one party did about a trade agreement (Global Governance Observatory, HUGGO).
    ///
    /// Ratification stands in one row of eight, entry into force in four of five. 26 parties have two rows under
    /// one agreement, mostly signature and accession, or one agreement under two titles.
    pub struct TradeAgreementParty in trade_agreement_parties {
        /// The publisher's identifier of the agreement; 1,266 rows have one that is not in [`TradeAgreement`].
        treaty: String = "treatyID" as text,
        /// Title of the agreement.
        title: String = "Title" as text,
        /// The party's code, as written; mostly ISO 3166 alpha-3, `EC` and `EFTA` among them.
        party: String = "stateID" as text,
        /// The party, if it is a state.
        ccode: Option<Ccode> = "stateID" as state,
        /// Signature of the agreement.
        agreement_signed: Option<PartialDate> = "Signature" as given,
        /// Signature by the party.
        signed: Option<PartialDate> = "StateSignature" as given,
        /// Ratification.
        ratified: Option<PartialDate> = "StateRatification" as given,
        /// Entry into force for the party.
        in_force: Option<PartialDate> = "StateForce" as given,
        /// End for the party; empty where none is known, or it lies ahead. One after January 2024 is what the
        /// agreement foresaw.
        until: Option<PartialDate> = "StateEnd" as given,
        /// Accession.
        acceded: Option<PartialDate> = "Accession" as given,
        /// Whether the party came in by succession.
        succeeded: Option<bool> = "Succession" as optional_flag,
    }
    import {
        word: "huggo-parties",
        about: "Parties of trade agreements (Global Governance Observatory, manytrade, HUGGO)",
        raw: "trade/pta_parties_huggo.csv.gz",
        leaves_out: nobody,
        repeats: once,
    }
    key(p) -> (String, String, String, Dates, Dates, Option<bool>) {
        (
            p.treaty.clone(),
            p.party.clone(),
            p.title.clone(),
            (p.agreement_signed, p.signed, p.ratified),
            (p.in_force, p.until, p.acceded),
            p.succeeded,
        )
    }
    known(p) = "from the first date of the party's own, or the agreement's signature where there is none; each later date from its day (a month or a year from its last)" {
        earliest([p.signed, p.ratified, p.in_force, p.acceded])
            .or(p.agreement_signed.map(PartialDate::last))
            .unwrap_or(HUGGO_COPY)
    }
    on(p, day) {
        dated::on(p, p.known_from(), p.dates(), day, |p, come| {
            [p.agreement_signed, p.signed, p.ratified, p.in_force, p.until, p.acceded] = come;
        })
    }
    speaks_until(p, day) {
        dated::speaks_until(p.known_from(), [p.signed, p.ratified, p.in_force, p.acceded], day)
    }
}

impl TradeAgreementParty {
    fn dates(&self) -> [Option<PartialDate>; 6] {
        let (agreement, state) = (self.agreement_signed, self.signed);
        [
            agreement,
            state,
            self.ratified,
            self.in_force,
            self.until,
            self.acceded,
        ]
    }
}

table! {
    /// A party of a trade agreement in DESTA.
    ///
    /// Years only, and no ends: an agreement that another took the place of stands on. Amendments and accessions
    /// are rows of their own.
    pub struct DestaParty in desta_parties {
        /// DESTA's number of the agreement.
        desta: u32 = "destaID" as number("a number"),
        /// The Global Governance Observatory's identifier.
        treaty: String = "treatyID" as text,
        /// Title.
        title: String = "Title" as text,
        /// Year of signature.
        signed: Option<u16> = "Signature" as optional_year,
        /// Year of entry into force; empty before that is over.
        in_force: Option<u16> = "Force" as optional_year,
        /// The party, as named.
        party: String = "StateName" as text,
        /// Its code, as written; empty of Kosovo and some territories.
        code: Option<String> = "stateID" as optional_text,
        /// The party, if it is a state.
        ccode: Option<Ccode> = "stateID" & "StateName" as state_or_name,
    }
    import {
        word: "desta-parties",
        about: "Parties of trade agreements (DESTA, from manytreaties)",
    }
    key(p) -> (u32, String, String, String, Option<u16>, Option<u16>) {
        (p.desta, p.treaty.clone(), p.party.clone(), p.title.clone(), p.signed, p.in_force)
    }
    known(p) = "from 31 December of `signed`, or of `in_force` where that is not recorded; without both, from 5 October 2025, the day of the copy" {
        p.signed.into_iter().chain(p.in_force).min().map_or(DESTA_COPY, end_of_year)
    }
    on(p, day) {
        (p.known_from() <= day).then(|| Cow::Owned(p.as_known(day)))
    }
}

impl DestaParty {
    /// Without years that are not over.
    fn as_known(&self, day: Date) -> DestaParty {
        let over = |year: Option<u16>| year.filter(|year| end_of_year(*year) <= day);
        DestaParty {
            signed: over(self.signed),
            in_force: over(self.in_force),
            ..self.clone()
        }
    }
}
