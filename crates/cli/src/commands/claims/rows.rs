//! Claims as rows of JSON and CSV: what was found, in figures and in words.

use entente_assessment::{ClaimRow, ClaimVerdict, Finding};
use entente_brief::Lang;
use serde::Serialize;

#[derive(Serialize)]
pub struct FullRow<'c> {
    id: &'c str,
    text: &'c str,
    source: &'c str,
    place: Option<&'c str>,
    address: Option<&'c str>,
    verdict: ClaimVerdict,
    findings: Vec<Told<'c>>,
}

/// A finding with its words.
#[derive(Serialize)]
struct Told<'c> {
    #[serde(flatten)]
    finding: &'c Finding,
    words: String,
}

pub fn full(claims: &[ClaimRow], lang: Lang) -> Vec<FullRow<'_>> {
    claims
        .iter()
        .map(|claim| FullRow::of(claim, lang))
        .collect()
}

impl<'c> FullRow<'c> {
    fn of(claim: &'c ClaimRow, lang: Lang) -> Self {
        let told = |finding| Told {
            words: words(finding, lang),
            finding,
        };
        FullRow {
            id: &claim.id,
            text: &claim.text,
            source: &claim.source,
            place: claim.place.as_deref(),
            address: claim.address.as_deref(),
            verdict: claim.verdict,
            findings: claim.findings.iter().map(told).collect(),
        }
    }
}

#[derive(Serialize)]
pub struct FlatRow<'c> {
    id: &'c str,
    verdict: &'static str,
    text: &'c str,
    evidence: String,
    source: &'c str,
    place: Option<&'c str>,
    address: Option<&'c str>,
}

pub fn flat(claims: &[ClaimRow], lang: Lang) -> Vec<FlatRow<'_>> {
    claims
        .iter()
        .map(|claim| FlatRow::of(claim, lang))
        .collect()
}

impl<'c> FlatRow<'c> {
    fn of(claim: &'c ClaimRow, lang: Lang) -> Self {
        let said: Vec<String> = claim.findings.iter().map(|f| words(f, lang)).collect();
        FlatRow {
            id: &claim.id,
            verdict: claim.verdict.as_str(),
            text: &claim.text,
            evidence: said.join(". "),
            source: &claim.source,
            place: claim.place.as_deref(),
            address: claim.address.as_deref(),
        }
    }
}

pub fn words(finding: &Finding, lang: Lang) -> String {
    lang.words().told(&finding.message)
}
