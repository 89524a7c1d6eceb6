//! Issues by rule, for roll calls that no publisher has coded.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use entente_evidence::{
    CodeBasis, Evidence, EvidenceError, Issue, Resolution, RollCall, RollCallIssue, Symbol, Tables,
};
use entente_measures::issue_coder::{Described, believed, code};
use jiff::civil::Date;

/// What the resolution of a roll call adds to what the roll call says of itself.
struct Texts<'r> {
    by_rcid: HashMap<u32, &'r Resolution>,
    by_symbol: HashMap<Symbol, &'r Resolution>,
}

impl<'r> Texts<'r> {
    fn of(resolutions: impl Iterator<Item = &'r Resolution>) -> Self {
        let mut texts = Texts {
            by_rcid: HashMap::new(),
            by_symbol: HashMap::new(),
        };
        for resolution in resolutions {
            if let Some(rcid) = resolution.rcid {
                texts.by_rcid.entry(rcid).or_insert(resolution);
            }
            if let Some(symbol) = Symbol::parse(&resolution.symbol) {
                texts.by_symbol.entry(symbol).or_insert(resolution);
            }
        }
        texts
    }

    fn about(&self, call: &RollCall) -> Option<&'r Resolution> {
        let by_symbol = || {
            let symbol = call.symbol.as_deref().and_then(Symbol::parse)?;
            self.by_symbol.get(&symbol).copied()
        };
        self.by_rcid.get(&call.rcid).copied().or_else(by_symbol)
    }

    fn described<'a>(&self, call: &'a RollCall, published: Option<u8>) -> Described<'a>
    where
        'r: 'a,
    {
        let resolution = self.about(call);
        let title = resolution.and_then(|r| r.title.as_deref());
        Described {
            rcid: call.rcid,
            date: known_from(call),
            session: call.session,
            symbol: call.symbol.as_deref(),
            title: title.or(call.title.as_deref()),
            description: call.description.as_deref(),
            agenda: resolution.and_then(|r| r.agenda_title.as_deref()),
            subjects: resolution.and_then(|r| r.subjects.as_deref()),
            committee: resolution.and_then(|r| r.committee.as_deref()),
            published,
        }
    }
}

fn known_from(call: &RollCall) -> Date {
    match call.day_known {
        true => call.date,
        false => call.date.last_of_month(),
    }
}

/// Published codes by roll call, as the bits of [`Issue::bit`].
fn published<'i>(issues: impl Iterator<Item = &'i RollCallIssue>) -> HashMap<u32, u8> {
    let mut bits: HashMap<u32, u8> = HashMap::new();
    for coded in issues.filter(|i| i.basis == CodeBasis::Published) {
        *bits.entry(coded.rcid).or_default() |= coded.issue.bit();
    }
    bits
}

/// Codes the roll calls of a bundle that is being made. `library` has titles and subjects of older resolutions.
pub fn code_bundle(tables: &mut Tables, library: &[Resolution]) {
    let (coded, refused) = {
        let texts = Texts::of(tables.resolutions.iter().chain(library));
        let bits = published(tables.roll_call_issues.iter());
        let record: Vec<Described<'_>> = tables
            .roll_calls
            .iter()
            .map(|call| texts.described(call, codes_of(call, &bits)))
            .collect();
        (code(&record), not_believed(&record))
    };
    put(tables, &coded, &refused);
}

/// Codes the roll calls of a file that nobody has coded, by the codes of the evidence that is there.
pub fn code_import(known: &Evidence, fresh: &mut Tables) -> Result<(), EvidenceError> {
    let as_of = known.as_of(Date::MAX);
    let resolutions: Vec<Resolution> = as_of
        .rows::<Resolution>()?
        .map(std::borrow::Cow::into_owned)
        .collect();
    let issues: Vec<RollCallIssue> = as_of
        .rows::<RollCallIssue>()?
        .map(std::borrow::Cow::into_owned)
        .collect();
    let own: BTreeSet<u32> = fresh.roll_calls.iter().map(|r| r.rcid).collect();
    let (coded, refused) = {
        let texts = Texts::of(fresh.resolutions.iter().chain(&resolutions));
        let bits = published(issues.iter().chain(&fresh.roll_call_issues));
        let earlier = as_of.roll_calls()?.iter().map(|view| view.roll_call);
        let earlier = earlier.filter(|call| !own.contains(&call.rcid));
        let record: Vec<Described<'_>> = earlier
            .chain(&fresh.roll_calls)
            .map(|call| texts.described(call, codes_of(call, &bits)))
            .collect();
        let coded = code(&record).into_iter().filter(|c| own.contains(&c.rcid));
        (coded.collect::<Vec<_>>(), not_believed(&record))
    };
    put(fresh, &coded, &refused);
    Ok(())
}

fn codes_of(call: &RollCall, bits: &HashMap<u32, u8>) -> Option<u8> {
    (call.coded == Some(CodeBasis::Published))
        .then(|| bits.get(&call.rcid).copied().unwrap_or_default())
}

/// Issues on which the published codes of a roll call are not codes of the issue.
fn not_believed(record: &[Described<'_>]) -> BTreeMap<u32, u8> {
    let all = Issue::ALL.iter().fold(0, |bits, issue| bits | issue.bit());
    record
        .iter()
        .filter(|r| r.published.is_some())
        .map(|r| (r.rcid, all & !believed(r)))
        .filter(|(_, refused)| *refused != 0)
        .collect()
}

/// Takes out published codes that are not believed, and puts in what the rules say.
fn put(
    tables: &mut Tables,
    coded: &[entente_measures::issue_coder::Coded],
    refused: &BTreeMap<u32, u8>,
) {
    let is_refused = |row: &RollCallIssue| {
        let bits = refused.get(&row.rcid).copied().unwrap_or_default();
        bits & row.issue.bit() != 0
    };
    tables.roll_call_issues.retain(|row| !is_refused(row));
    let ruled: BTreeMap<u32, u8> = coded.iter().map(|c| (c.rcid, c.issues())).collect();
    for call in &mut tables.roll_calls {
        let Some(bits) = ruled.get(&call.rcid) else {
            continue;
        };
        call.coded = Some(CodeBasis::Rule);
        let on = Issue::ALL.iter().filter(|issue| bits & issue.bit() != 0);
        tables
            .roll_call_issues
            .extend(on.map(|issue| RollCallIssue {
                rcid: call.rcid,
                issue: *issue,
                basis: CodeBasis::Rule,
            }));
    }
}
