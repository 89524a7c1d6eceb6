//! `entente states`

use entente_states::{Ccode, Reason, State, council, memberships, system};
use jiff::civil::{Date, date};
use serde::Serialize;

use crate::args::{StatesArgs, TableFormat};
use crate::failure::Failure;
use crate::output::{self, Envelope};

/// A day on which every open-ended membership holds.
const OPEN_ENDED: Date = date(2999, 12, 31);

/// One state as it is listed.
#[derive(Serialize)]
struct StateRow {
    ccode: Ccode,
    iso3: Option<String>,
    iso2: Option<String>,
    abb: String,
    m49: Option<u16>,
    name: String,
    name_es: String,
    name_fr: String,
    region: String,
    subregion: String,
    un_group: Option<entente_states::UnGroup>,
    spells: Vec<String>,
    bodies: Vec<String>,
    council_terms: Vec<String>,
}

pub fn run(options: &StatesArgs) -> Result<(), Failure> {
    let mut states: Vec<&State> = match &options.query {
        Some(query) => found(query, options.on)?,
        None => system().states().iter().collect(),
    };
    if let Some(on) = options.on {
        states.retain(|s| s.existed_on(on));
    }
    if let Some(body) = &options.member_of {
        let members = members(body, options.on.unwrap_or(OPEN_ENDED))?;
        states.retain(|s| members.contains(&s.ccode));
    }
    if states.is_empty() {
        return Err(Failure::failed("no state on record answers to all of that"));
    }
    let rows: Vec<StateRow> = states.iter().map(|s| StateRow::of(s, options.on)).collect();
    let written = match options.format {
        TableFormat::Json => output::json(
            &Envelope {
                as_of: options.on,
                ..Envelope::default()
            },
            "rows",
            &rows,
        )?,
        TableFormat::Csv => output::csv(&rows)?,
        TableFormat::Table => output::page(table(&rows)),
    };
    output::write(options.output.as_deref(), &written)
}

/// The one state that a query names, or those among which it leaves the choice: states that are called
/// so, or of which a name holds it.
///
/// One state of which a name merely holds the query is a guess, and so are names that look like it:
/// they are suggested, and not shown.
fn found(query: &str, on: Option<Date>) -> Result<Vec<&'static State>, Failure> {
    let resolved = match on {
        Some(date) => system().resolve_on(query, date),
        None => system().resolve(query),
    };
    let unresolved = match resolved {
        Ok(state) => return Ok(vec![state]),
        Err(unresolved) => unresolved,
    };
    match unresolved.reason {
        Reason::Outside(_) | Reason::NotThen { .. } => Err(unresolved.into()),
        Reason::Ambiguous | Reason::Unknown => match system().with_part_of_name(query) {
            states if states.len() > 1 => Ok(states),
            _ => Err(unresolved.into()),
        },
    }
}

fn members(body: &str, on: Date) -> Result<Vec<Ccode>, Failure> {
    let known = memberships::bodies();
    match known.iter().find(|b| b.id.eq_ignore_ascii_case(body)) {
        Some(body) => Ok(memberships::members_on(&body.id, on)),
        None => {
            let listed: Vec<&str> = known.iter().map(|b| b.id.as_str()).collect();
            Err(Failure::usage(format!("no body {body:?} on record"))
                .help(format!("there are: {}", listed.join(", "))))
        }
    }
}

impl StateRow {
    fn of(state: &State, on: Option<Date>) -> Self {
        let spell = |s: &entente_states::Spell| match s.until {
            Some(until) => format!("{} to {until}", s.from),
            None => format!("{} on", s.from),
        };
        let day = on.unwrap_or(OPEN_ENDED);
        StateRow {
            ccode: state.ccode,
            iso3: state.iso3.clone(),
            iso2: state.iso2.clone(),
            abb: state.abb.clone(),
            m49: state.m49,
            name: state.name_en.clone(),
            name_es: state.name_es.clone(),
            name_fr: state.name_fr.clone(),
            region: state.region.clone(),
            subregion: state.subregion.clone(),
            un_group: state.un_group,
            spells: state.spells.iter().map(spell).collect(),
            bodies: memberships::memberships_of(state.ccode)
                .into_iter()
                .filter(|m| m.covers(day))
                .map(|m| m.body.clone())
                .collect(),
            council_terms: council::terms_of(state.ccode)
                .into_iter()
                .map(term)
                .collect(),
        }
    }
}

fn term(term: &council::Term) -> String {
    match term.until {
        Some(until) => format!("{} to {until}", term.from),
        None => format!("{} on", term.from),
    }
}

fn table(rows: &[StateRow]) -> String {
    if let [row] = rows {
        return card(row);
    }
    let cells = rows
        .iter()
        .map(|row| {
            vec![
                row.ccode.to_string(),
                row.iso3.clone().unwrap_or_else(|| "-".to_owned()),
                row.abb.clone(),
                row.name.clone(),
                row.spells.join("; "),
            ]
        })
        .collect();
    output::table(
        &["COW", "ISO 3", "abb", "name", "in the state system"],
        &[0],
        cells,
    )
}

fn card(row: &StateRow) -> String {
    let dash = || "-".to_owned();
    let lines = [
        (
            "name",
            format!("{} / {} / {}", row.name, row.name_es, row.name_fr),
        ),
        ("COW", format!("{} ({})", row.ccode, row.abb)),
        (
            "ISO 3166",
            format!(
                "{} {}",
                row.iso2.clone().unwrap_or_else(dash),
                row.iso3.clone().unwrap_or_else(dash)
            ),
        ),
        ("M49", row.m49.map_or_else(dash, |m| m.to_string())),
        ("region", format!("{}, {}", row.region, row.subregion)),
        (
            "UN group",
            row.un_group
                .map_or_else(dash, |g| g.name(entente_states::Lang::En).to_owned()),
        ),
        ("in the system", row.spells.join("; ")),
        ("member of", row.bodies.join(", ")),
        ("Council", row.council_terms.join("; ")),
    ];
    lines
        .iter()
        .map(|(label, text)| format!("{label:14}{text}\n"))
        .collect()
}
