//! Building the tables of states from the publishers' files.
//!
//! [`build`] reads three files, in the publishers' own form, from a folder `states` below the
//! folder it is given:
//!
//! - `cow_states.csv`: Correlates of War, State System Membership v2016;
//! - `codelist.csv.gz`: the table of the R package countrycode 1.8.0;
//! - `country_data.tsv`: the table of the Python package country_converter 1.3.2;
//!
//! and writes `states.csv`, `spells.csv` and `names.csv`. What the publishers lack is compiled by
//! hand in tables that are part of this crate: `historical.csv` (codes, names and regions, each with
//! its source), `successions.csv`, `groups.csv`, `former_names.csv` and `spellings.csv`.
//!
//! The same files give the same bytes. Nothing is written unless everything can be read.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::{Path, PathBuf};

use entente_doors::file::{self, Access};
use jiff::civil::Date;

use crate::code::Ccode;
use crate::spelling::comparable;
use crate::system::{HORIZON, StateSystem, Tables};
use crate::table::{Row, Table, TableError};

const HISTORICAL: &str = include_str!("../../../data/states/historical.csv");
const SUCCESSIONS: &str = include_str!("../../../data/states/successions.csv");
const GROUPS: &str = include_str!("../../../data/states/groups.csv");
const FORMER_NAMES: &str = include_str!("../../../data/states/former_names.csv");
const SPELLINGS: &str = include_str!("../../../data/states/spellings.csv");

/// The columns of `codelist.csv.gz` that hold names, with their language.
const CODELIST_NAMES: &[(&str, &str)] = &[
    ("cldr.name.en", "en"),
    ("cldr.name.es", "es"),
    ("cldr.name.fr", "fr"),
    ("cldr.short.en", "en"),
    ("cldr.short.es", "es"),
    ("cldr.short.fr", "fr"),
    ("country.name.en", "en"),
    ("country.name.es", "es"),
    ("country.name.fr", "fr"),
    ("un.name.en", "en"),
    ("un.name.es", "es"),
    ("un.name.fr", "fr"),
    ("un.name.ar", "ar"),
    ("un.name.ru", "ru"),
    ("un.name.zh", "zh"),
    ("iso.name.en", "en"),
    ("iso.name.fr", "fr"),
    ("cow.name", "en"),
    ("p4.name", "en"),
    ("vdem.name", "en"),
];

/// A build that could not be done. Nothing has been written, unless writing itself failed.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// A file that cannot be opened, read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A cell that cannot be read.
    #[error(transparent)]
    Cell(#[from] TableError),
    /// A state without something that it must have; `historical.csv` is the place to give it.
    #[error("state {ccode} ({name}) has no {field} in the publishers' files nor in historical.csv")]
    Incomplete {
        /// The state.
        ccode: Ccode,
        /// Its name in the state list.
        name: String,
        /// What is missing.
        field: String,
    },
    /// Something that must be one state's is two states'; `spellings.csv` or `historical.csv` is
    /// the place to decide.
    #[error("{what} {value:?} is both that of {one} and of {other}")]
    Twice {
        /// What it is: a name, an ISO code.
        what: &'static str,
        /// The name or code.
        value: String,
        /// A state.
        one: Ccode,
        /// Another state.
        other: Ccode,
    },
}

/// What a build has written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildReport {
    /// States.
    pub states: usize,
    /// Spells of membership in the state system.
    pub spells: usize,
    /// Spellings and codes that resolve.
    pub names: usize,
    /// The files.
    pub files: Vec<PathBuf>,
}

/// Builds the tables of states.
///
/// `raw` is the folder above `states/`, `out` the folder to write to, made if there is none.
///
/// # Errors
/// [`ImportError`], if a file or a cell cannot be read, if a state is incomplete or a code or name
/// would be two states'.
pub fn build(raw: &Path, out: &Path) -> Result<BuildReport, ImportError> {
    let folder = raw.join("states");
    let cow = read_file(&folder.join("cow_states.csv"), b',')?;
    let codelist = read_file(&folder.join("codelist.csv.gz"), b',')?;
    let converter = read_file(&folder.join("country_data.tsv"), b'\t')?;

    let mut drafts = states_of(&cow)?;
    add_codelist(&mut drafts, &codelist)?;
    correct(&mut drafts)?;
    group(&mut drafts)?;
    succeed(&mut drafts)?;
    unique(&drafts)?;
    let names = names(&drafts, &codelist, &converter)?;

    let states_csv = states_csv(&drafts)?;
    let (spells_csv, spells) = spells_csv(&drafts);
    let (names_csv, names) = names_csv(&names);
    // What cannot be read back must not be written.
    StateSystem::read(&Tables {
        states: &states_csv,
        spells: &spells_csv,
        names: &names_csv,
        // Of a part of the state list, former names would name states that are not in it.
        former_names: FORMER_NAMES.lines().next().unwrap_or_default(),
    })?;
    let failed = |path: &Path, source| ImportError::File {
        path: path.to_owned(),
        source,
    };
    file::folder(out, Access::Usual).map_err(|e| failed(out, e))?;
    let mut files = Vec::new();
    for (name, text) in [
        ("states.csv", states_csv),
        ("spells.csv", spells_csv),
        ("names.csv", names_csv),
    ] {
        let path = out.join(name);
        file::write(&path, text.as_bytes(), Access::Usual).map_err(|e| failed(&path, e))?;
        files.push(path);
    }
    Ok(BuildReport {
        states: drafts.len(),
        spells,
        names,
        files,
    })
}

/// A state in the making: fields by name.
#[derive(Default)]
struct Draft {
    abb: String,
    cow_name: String,
    spells: Vec<(Date, Option<Date>)>,
    fields: BTreeMap<String, String>,
    predecessors: Vec<Ccode>,
    successors: Vec<Ccode>,
}

type Drafts = BTreeMap<Ccode, Draft>;

const FIELDS: &[&str] = &[
    "key",
    "iso2",
    "iso3",
    "m49",
    "name_en",
    "name_es",
    "name_fr",
    "region",
    "subregion",
    "intermediate_region",
    "un_group",
];

fn read_file(path: &Path, delimiter: u8) -> Result<Table, ImportError> {
    let failed = |source| ImportError::File {
        path: path.to_owned(),
        source,
    };
    let file = std::fs::File::open(path).map_err(failed)?;
    let mut bytes = Vec::new();
    if path.extension().is_some_and(|e| e == "gz") {
        flate2::read::GzDecoder::new(file)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    } else {
        std::io::BufReader::new(file)
            .read_to_end(&mut bytes)
            .map_err(failed)?;
    }
    Ok(Table::read(&path.display().to_string(), &bytes, delimiter)?)
}

fn states_of(cow: &Table) -> Result<Drafts, ImportError> {
    let mut drafts = Drafts::new();
    for row in cow.rows() {
        let draft = drafts.entry(row.cell("ccode")?.ccode()?).or_default();
        draft.abb = row.required("stateabb")?.to_owned();
        draft.cow_name = row.required("statenme")?.to_owned();
        let from = day(row, "styear", "stmonth", "stday")?;
        let until = day(row, "endyear", "endmonth", "endday")?;
        draft
            .spells
            .push((from, (until < HORIZON).then_some(until)));
    }
    for draft in drafts.values_mut() {
        draft.spells.sort();
    }
    Ok(drafts)
}

fn day(
    row: Row<'_>,
    year: &'static str,
    month: &'static str,
    day: &'static str,
) -> Result<Date, ImportError> {
    let cell = row.cell(day)?;
    let date = Date::new(
        row.cell(year)?.number()?,
        row.cell(month)?.number()?,
        cell.number()?,
    );
    Ok(date.map_err(|error| cell.error(format!("is no day of that month: {error}")))?)
}

/// The state that a row of the codelist is about, if any. Codes as text: `NA` is Namibia.
fn codelist_state(row: Row<'_>) -> Result<Option<Ccode>, ImportError> {
    Ok(row.cell("cown")?.optional(|c| c.ccode())?)
}

fn add_codelist(drafts: &mut Drafts, codelist: &Table) -> Result<(), ImportError> {
    for row in codelist.rows() {
        let Some(draft) = codelist_state(row)?.and_then(|c| drafts.get_mut(&c)) else {
            continue;
        };
        for (field, column) in [
            ("iso2", "iso2c"),
            ("iso3", "iso3c"),
            ("m49", "un"),
            ("region", "un.region.name"),
            ("subregion", "un.regionsub.name"),
            ("intermediate_region", "un.regionintermediate.name"),
        ] {
            draft.set(field, row.text(column)?);
        }
        for (field, long) in [
            ("name_en", "cldr.name.en"),
            ("name_es", "cldr.name.es"),
            ("name_fr", "cldr.name.fr"),
        ] {
            draft.set(field, &row.text(long)?.replace(" & ", " and "));
        }
        for (field, column) in [
            ("name_en", "country.name.en"),
            ("name_es", "country.name.es"),
            ("name_fr", "country.name.fr"),
        ] {
            if !draft.fields.contains_key(field) {
                draft.set(field, row.text(column)?);
            }
        }
    }
    Ok(())
}

impl Draft {
    /// Sets a field, unless there is nothing to set.
    fn set(&mut self, field: &str, value: &str) {
        if !value.is_empty() {
            self.fields.insert(field.to_owned(), value.to_owned());
        }
    }

    fn field(&self, field: &str) -> &str {
        self.fields.get(field).map_or("", String::as_str)
    }
}

/// The state that a row compiled by hand is about; `None` if the state list lacks it, which is so
/// when a part of the list is built.
fn draft_of<'d>(
    drafts: &'d mut Drafts,
    row: Row<'_>,
    column: &'static str,
) -> Result<Option<&'d mut Draft>, ImportError> {
    Ok(drafts.get_mut(&row.cell(column)?.ccode()?))
}

fn correct(drafts: &mut Drafts) -> Result<(), ImportError> {
    let table = Table::parse("historical.csv", HISTORICAL)?;
    for row in table.rows() {
        let field = row.cell("field")?;
        if !FIELDS.contains(&field.text) {
            return Err(field.error("is no field of a state").into());
        }
        row.required("source")?;
        let value = row.required("value")?;
        if let Some(draft) = draft_of(drafts, row, "ccode")? {
            // The publishers' value is another state's or nobody's.
            if value == "-" {
                draft.fields.remove(field.text);
            } else {
                draft.set(field.text, value);
            }
        }
    }
    for draft in drafts.values_mut() {
        if draft.field("name_en").is_empty() {
            draft.set("name_en", &draft.cow_name.clone());
        }
        if draft.field("key").is_empty() {
            let key = if draft.field("iso3").is_empty() {
                draft.abb.clone()
            } else {
                draft.field("iso3").to_owned()
            };
            draft.set("key", &key);
        }
    }
    Ok(())
}

fn group(drafts: &mut Drafts) -> Result<(), ImportError> {
    let table = Table::parse("groups.csv", GROUPS)?;
    for row in table.rows() {
        let group = row.text("un_group")?;
        if let Some(draft) = draft_of(drafts, row, "ccode")? {
            draft.set("un_group", group);
        }
    }
    Ok(())
}

fn succeed(drafts: &mut Drafts) -> Result<(), ImportError> {
    let table = Table::parse("successions.csv", SUCCESSIONS)?;
    for row in table.rows() {
        let (before, after) = (
            row.cell("predecessor")?.ccode()?,
            row.cell("successor")?.ccode()?,
        );
        row.cell("on")?.date()?;
        if let Some(draft) = drafts.get_mut(&before) {
            draft.successors.push(after);
        }
        if let Some(draft) = drafts.get_mut(&after) {
            draft.predecessors.push(before);
        }
    }
    for draft in drafts.values_mut() {
        draft.predecessors.sort_unstable();
        draft.successors.sort_unstable();
    }
    Ok(())
}

/// Codes must be one state's each.
fn unique(drafts: &Drafts) -> Result<(), ImportError> {
    for (field, what) in [
        ("iso2", "the ISO alpha-2 code"),
        ("iso3", "the ISO alpha-3 code"),
        ("m49", "the M49 code"),
        ("key", "the key"),
    ] {
        let mut seen: HashMap<&str, Ccode> = HashMap::new();
        for (ccode, draft) in drafts {
            let value = draft.field(field);
            if value.is_empty() {
                continue;
            }
            if let Some(one) = seen.insert(value, *ccode) {
                return Err(ImportError::Twice {
                    what,
                    value: value.to_owned(),
                    one,
                    other: *ccode,
                });
            }
        }
    }
    Ok(())
}

/// A spelling or code that resolves.
struct Name {
    key: String,
    spelling: String,
    ccodes: Vec<Ccode>,
    /// ISO 639-1 code of the language; empty if it is of none.
    lang: String,
    kind: String,
    source: String,
    note: String,
}

/// The spellings gathered so far, each with what it means.
#[derive(Default)]
struct Names {
    list: Vec<Name>,
    places: HashMap<String, usize>,
}

impl Names {
    /// Adds a name of a state, unless it is there. What was decided by hand stays.
    fn add(
        &mut self,
        spelling: &str,
        ccode: Ccode,
        lang: &str,
        source: &str,
    ) -> Result<(), ImportError> {
        let key = comparable(spelling);
        if key.is_empty() {
            return Ok(());
        }
        let Some(known) = self
            .places
            .get(&key)
            .and_then(|place| self.list.get(*place))
        else {
            self.places.insert(key.clone(), self.list.len());
            self.list.push(Name {
                key,
                spelling: spelling.to_owned(),
                ccodes: vec![ccode],
                lang: lang.to_owned(),
                kind: "name".to_owned(),
                source: source.to_owned(),
                note: String::new(),
            });
            return Ok(());
        };
        match known.ccodes.as_slice() {
            [one] if *one != ccode && known.source != "spellings.csv" => Err(ImportError::Twice {
                what: "the name",
                value: spelling.to_owned(),
                one: *one,
                other: ccode,
            }),
            _ => Ok(()),
        }
    }
}

fn names(drafts: &Drafts, codelist: &Table, converter: &Table) -> Result<Vec<Name>, ImportError> {
    let mut names = Names::default();
    add_spellings(&mut names, drafts)?;
    for (ccode, draft) in drafts {
        for (field, lang) in [("name_en", "en"), ("name_es", "es"), ("name_fr", "fr")] {
            names.add(draft.field(field), *ccode, lang, field)?;
        }
    }
    let former = Table::parse("former_names.csv", FORMER_NAMES)?;
    for row in former.rows() {
        let ccode = row.cell("ccode")?.ccode()?;
        if drafts.contains_key(&ccode) {
            for (field, lang) in [("name_en", "en"), ("name_es", "es"), ("name_fr", "fr")] {
                names.add(row.required(field)?, ccode, lang, "former_names.csv")?;
            }
        }
    }
    for (ccode, draft) in drafts {
        names.add(&draft.cow_name, *ccode, "en", "cow_states.csv")?;
    }
    for row in codelist.rows() {
        let Some(ccode) = codelist_state(row)?.filter(|c| drafts.contains_key(c)) else {
            continue;
        };
        for (column, lang) in CODELIST_NAMES {
            names.add(row.text(column)?, ccode, lang, "codelist.csv.gz")?;
        }
    }
    let by_iso3: HashMap<&str, Ccode> = drafts
        .iter()
        .map(|(c, d)| (d.field("iso3"), *c))
        .filter(|(iso3, _)| !iso3.is_empty())
        .collect();
    for row in converter.rows() {
        let Some(ccode) = by_iso3.get(row.text("ISO3")?) else {
            continue;
        };
        names.add(row.text("name_short")?, *ccode, "en", "country_data.tsv")?;
        names.add(row.text("name_official")?, *ccode, "en", "country_data.tsv")?;
    }
    // Present names come first, so that among equals they are suggested.
    let order = |name: &Name| match name.source.as_str() {
        "name_en" => 0,
        "name_es" => 1,
        "name_fr" => 2,
        _ => 3,
    };
    names.list.sort_by_key(order);
    Ok(names.list)
}

fn add_spellings(names: &mut Names, drafts: &Drafts) -> Result<(), ImportError> {
    let table = Table::parse("spellings.csv", SPELLINGS)?;
    for row in table.rows() {
        let spelling = row.cell("spelling")?;
        let kind = row.required("kind")?;
        let ccodes: Vec<Ccode> = row.cell("ccodes")?.ccodes()?;
        if ccodes.iter().any(|c| !drafts.contains_key(c)) {
            continue;
        }
        let is_code = kind.starts_with("alpha");
        let key = if is_code {
            spelling.text.to_owned()
        } else {
            comparable(spelling.text)
        };
        if !is_code {
            if let Some(known) = names
                .places
                .get(&key)
                .and_then(|place| names.list.get(*place))
            {
                if known.ccodes != ccodes {
                    return Err(spelling
                        .error("means something else in an earlier line")
                        .into());
                }
                continue;
            }
            names.places.insert(key.clone(), names.list.len());
        }
        names.list.push(Name {
            key,
            spelling: spelling.text.to_owned(),
            ccodes,
            lang: row.text("lang")?.to_owned(),
            kind: kind.to_owned(),
            source: "spellings.csv".to_owned(),
            note: row.text("note")?.to_owned(),
        });
    }
    Ok(())
}

/// Rows as comma separated text.
struct Sheet(csv::Writer<Vec<u8>>);

impl Sheet {
    fn new(header: &[&str]) -> Self {
        let mut sheet = Sheet(csv::Writer::from_writer(Vec::new()));
        sheet.row(header.iter().map(|h| (*h).to_owned()).collect());
        sheet
    }

    fn row(&mut self, cells: Vec<String>) {
        // Writing to memory fails only on rows of unequal length, which are fixed in this file.
        let written = self.0.write_record(&cells);
        debug_assert!(written.is_ok());
    }

    fn text(self) -> String {
        self.0
            .into_inner()
            .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
            .unwrap_or_default()
    }
}

fn joined(ccodes: &[Ccode]) -> String {
    ccodes
        .iter()
        .map(Ccode::to_string)
        .collect::<Vec<_>>()
        .join("|")
}

fn states_csv(drafts: &Drafts) -> Result<String, ImportError> {
    let header = [&["ccode", "abb"], FIELDS, &["predecessors", "successors"]].concat();
    let mut sheet = Sheet::new(&header);
    for (ccode, draft) in drafts {
        for field in ["name_en", "name_es", "name_fr", "region", "subregion"] {
            if draft.field(field).is_empty() {
                return Err(ImportError::Incomplete {
                    ccode: *ccode,
                    name: draft.cow_name.clone(),
                    field: field.to_owned(),
                });
            }
        }
        let mut cells = vec![ccode.to_string(), draft.abb.clone()];
        cells.extend(FIELDS.iter().map(|field| draft.field(field).to_owned()));
        cells.extend([joined(&draft.predecessors), joined(&draft.successors)]);
        sheet.row(cells);
    }
    Ok(sheet.text())
}

fn spells_csv(drafts: &Drafts) -> (String, usize) {
    let mut sheet = Sheet::new(&["ccode", "from", "until"]);
    let mut count = 0;
    for (ccode, draft) in drafts {
        for (from, until) in &draft.spells {
            sheet.row(vec![
                ccode.to_string(),
                from.to_string(),
                until.map(|u| u.to_string()).unwrap_or_default(),
            ]);
            count += 1;
        }
    }
    (sheet.text(), count)
}

fn names_csv(names: &[Name]) -> (String, usize) {
    let mut sheet = Sheet::new(&[
        "key", "spelling", "ccodes", "lang", "kind", "source", "note",
    ]);
    for name in names {
        sheet.row(vec![
            name.key.clone(),
            name.spelling.clone(),
            joined(&name.ccodes),
            name.lang.clone(),
            name.kind.clone(),
            name.source.clone(),
            name.note.clone(),
        ]);
    }
    (sheet.text(), names.len())
}
