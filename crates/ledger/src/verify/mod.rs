//! Whether the history is whole, and the state what it says.
//!
//! Everything is looked at a page at a time: the memory that it takes does not grow with the ledger.

mod finding;

use std::collections::{BTreeMap, BTreeSet};

use crate::history::chain::sha256;
use crate::history::walk::Walk;
use crate::history::{Head, Stored, Tip, read};
use crate::part::Part;
use crate::state::{COMPLIANCE, LATEST, OWED, Pages, STANDING, Table, latest_row};
use crate::store::{Tx, Value};
use crate::view::View;
use crate::viewer::Sight;
use crate::{Custodian, LedgerError, documents};
pub use finding::{Finding, Found, Verification};

impl View<'_> {
    /// Goes through the history, state and documents: all of them that the database shows. What is counted
    /// and told is what the viewer sees; if something is wrong elsewhere, no more is told than that.
    ///
    /// `known` are rows kept elsewhere, such as the heads of an earlier export: only by them is it found out
    /// if the end was cut off together with the head, or everything rewritten.
    ///
    /// # Errors
    /// If the database cannot be read. What it holds is no error but a [`Finding`].
    pub async fn verify(&self, known: &[Head]) -> Result<Verification, LedgerError> {
        // What is locked is looked at as far as can be.
        let mut tx = self.ledger.pool.read().await?;
        let own = Part::of(self.viewer().delegation());
        let report = verify(&mut tx, known, self.sight()).await?;
        Ok(report.told(self.sight(), own))
    }
}

impl Custodian<'_> {
    /// Goes through all parts, and counts and tells what is in each of them.
    ///
    /// # Errors
    /// As [`View::verify`].
    pub async fn verify(&self, known: &[Head]) -> Result<Verification, LedgerError> {
        let mut tx = self.ledger.pool.read().await?;
        let report = verify(&mut tx, known, Sight::CUSTODIAN).await?;
        Ok(report.told(Sight::CUSTODIAN, Part::JOINT))
    }
}

/// What was found in every part.
#[derive(Default)]
struct Report {
    parts: BTreeMap<Part, OfPart>,
    absent: Vec<String>,
    findings: Vec<(Part, Finding)>,
}

/// The walk along one part.
struct OfPart {
    tip: Tip,
    joint: i64,
    rows: i64,
    sealed: i64,
    documents: i64,
}

impl OfPart {
    fn new() -> OfPart {
        OfPart {
            tip: Tip::none(),
            joint: 0,
            rows: 0,
            sealed: 0,
            documents: 0,
        }
    }
}

async fn verify(tx: &mut Tx, known: &[Head], sight: Sight) -> Result<Report, LedgerError> {
    let mut report = Report::default();
    report.parts.insert(Part::JOINT, OfPart::new());
    let mut unseen: Vec<&Head> = known.iter().filter(|head| head.seq > 0).collect();
    let mut walk = Walk::new(tx, Sight::CUSTODIAN).await?;
    while let Some((stored, before)) = walk.next(tx).await? {
        if sight.reaches(stored.link.part) {
            unseen.retain(|head| (head.seq, &head.hash) != (stored.link.seq, &stored.hash));
        }
        report.row(&stored, before);
    }
    for head in unseen {
        let known = head.clone();
        report.find(Part::JOINT, Finding::NotAsKnown { known });
    }
    report.heads(tx).await?;
    report.latest(tx).await?;
    report.state(tx).await?;
    report.contents(tx).await?;
    Ok(report)
}

impl Report {
    fn find(&mut self, part: Part, finding: Finding) {
        self.findings.push((part, finding));
    }

    fn row(&mut self, stored: &Stored, before: Option<i64>) {
        let (part, link) = (stored.link.part, &stored.link);
        let seq = link.seq;
        let joint = self.parts.get(&Part::JOINT).map_or(0, |p| p.tip.head.seq);
        let of = self.parts.entry(part).or_insert_with(OfPart::new);
        let mut findings = Vec::new();
        let expected = of.tip.head.seq + 1;
        if seq > expected {
            let (from, to) = (expected, seq - 1);
            findings.push(Finding::Missing { from, to });
        } else if link.prev_hash != of.tip.head.hash {
            findings.push(Finding::Unlinked { seq });
        }
        if link.hash() != stored.hash {
            findings.push(Finding::Altered { seq });
        }
        match stored.content_holds() {
            Some(true) => {}
            None if stored.is_locked() => of.sealed += 1,
            _ => findings.push(Finding::BodyAltered { seq }),
        }
        let version = match link.version {
            1 => before.is_none() && link.previous.is_none(),
            _ => before.is_some() && link.previous == before,
        };
        let anchored = match link.joint {
            None => part.is_joint(),
            Some(anchor) => !part.is_joint() && anchor >= of.joint && anchor <= joint,
        };
        if link.time < of.tip.time || !version || !anchored {
            findings.push(Finding::OutOfOrder { seq });
        }
        if stored.open().is_err() {
            findings.push(Finding::Unreadable { seq });
        }
        of.rows += 1;
        of.joint = link.joint.unwrap_or(0);
        of.tip = Tip {
            head: stored.head(),
            time: link.time.clone(),
        };
        self.findings
            .extend(findings.into_iter().map(|finding| (part, finding)));
    }

    async fn heads(&mut self, tx: &mut Tx) -> Result<(), LedgerError> {
        for part in read::parts(tx, Sight::CUSTODIAN).await? {
            self.parts.entry(part).or_insert_with(OfPart::new);
        }
        let parts: Vec<Part> = self.parts.keys().copied().collect();
        for part in parts {
            let head = read::tip(tx, part).await?.head;
            let last = self.parts.get(&part).map(|of| of.tip.head.clone());
            if let Some(last) = last.filter(|last| *last != head) {
                self.find(part, Finding::Head { head, last });
            }
        }
        Ok(())
    }

    /// The table of the latest revisions.
    async fn latest(&mut self, tx: &mut Tx) -> Result<(), LedgerError> {
        let parts: Vec<Part> = self.parts.keys().copied().collect();
        for part in parts {
            let mut after = 0;
            loop {
                let page = read::last_versions(tx, part, after).await?;
                let Some(last) = page.last().map(|stored| stored.link.seq) else {
                    break;
                };
                let tail = "JOIN revision r ON r.part = t.part AND r.kind = t.kind AND r.id = t.id
                        AND NOT EXISTS (SELECT 1 FROM revision n WHERE n.part = r.part
                            AND n.kind = r.kind AND n.id = r.id AND n.version = r.version + 1)
                    WHERE r.part = $1 AND r.seq > $2 AND r.seq <= $3";
                let values = [part.number().into(), after.into(), last.into()];
                let found = by_key(&LATEST, LATEST.select(tx, tail, &values).await?);
                let mut expected = BTreeMap::new();
                for stored in &page {
                    // What cannot be read was found already.
                    if let Ok(opened) = stored.open() {
                        let row = latest_row(stored, opened.as_ref().map(|o| &o.entity));
                        expected.insert(LATEST.key(&row), row);
                    }
                }
                self.compare(part, &LATEST, &found, &expected);
                after = last;
            }
        }
        let tail = "WHERE NOT EXISTS (SELECT 1 FROM revision r
            WHERE r.part = t.part AND r.kind = t.kind AND r.id = t.id)";
        for row in LATEST.select(tx, tail, &[]).await? {
            let part = match row.first() {
                Some(Value::Int(Some(number))) => Part::numbered(*number).unwrap_or(Part::JOINT),
                _ => Part::JOINT,
            };
            let (table, key) = (LATEST.name, LATEST.key(&row));
            self.find(part, Finding::State { table, key });
        }
        Ok(())
    }

    /// The tables of commitments.
    async fn state(&mut self, tx: &mut Tx) -> Result<(), LedgerError> {
        let mut pages = Pages::new();
        while let Some(page) = pages.next(tx).await? {
            let expected = [
                (OWED, page.rows.owed),
                (STANDING, page.rows.standing),
                (COMPLIANCE, page.rows.compliance),
            ];
            for (table, expected) in expected {
                let found = table.between(tx, &page.after, Some(&page.last)).await?;
                let (found, expected) = (by_key(&table, found), by_key(&table, expected));
                self.compare(Part::JOINT, &table, &found, &expected);
            }
        }
        for table in [OWED, STANDING, COMPLIANCE] {
            let found = table.between(tx, pages.end(), None).await?;
            self.compare(
                Part::JOINT,
                &table,
                &by_key(&table, found),
                &BTreeMap::new(),
            );
        }
        Ok(())
    }

    fn compare(
        &mut self,
        part: Part,
        table: &Table,
        found: &BTreeMap<String, Vec<Value>>,
        expected: &BTreeMap<String, Vec<Value>>,
    ) {
        let keys: BTreeSet<&String> = found.keys().chain(expected.keys()).collect();
        for key in keys {
            if found.get(key) != expected.get(key) {
                let (table, key) = (table.name, key.clone());
                self.find(part, Finding::State { table, key });
            }
        }
    }

    async fn contents(&mut self, tx: &mut Tx) -> Result<(), LedgerError> {
        let mut named: BTreeMap<(Part, String), Vec<String>> = BTreeMap::new();
        for (part, document) in documents::first_versions(tx, Sight::CUSTODIAN).await? {
            let of = named.entry((part, document.sha256)).or_default();
            of.push(document.id);
        }
        let absent = documents::absent(tx).await?;
        let mut names: BTreeSet<(Part, String)> = BTreeSet::new();
        for ((part, digest), ids) in named {
            names.insert((part, documents::name_of(tx, part, &digest)));
            let missing = match documents::load(tx, part, &digest).await? {
                None if part.is_joint() && absent.contains(&digest) => {
                    self.absent.extend(ids);
                    continue;
                }
                None => true,
                Some(content) if sha256(&content) != digest => false,
                Some(_) => continue,
            };
            for document in ids {
                self.find(part, Finding::Content { document, missing });
            }
        }
        for (part, name) in documents::names(tx, Sight::CUSTODIAN).await? {
            let of = self.parts.entry(part).or_insert_with(OfPart::new);
            of.documents += 1;
            // Of what is sealed and not opened nobody can say whose it is.
            if of.sealed > 0 || names.contains(&(part, name.clone())) {
                continue;
            }
            let content = documents::load_stored(tx, part, &name).await?;
            if content.is_none_or(|content| sha256(&content) != name) {
                self.find(part, Finding::StrayContent);
            }
        }
        Ok(())
    }

    /// What is told to who sees so far.
    fn told(self, sight: Sight, own: Part) -> Verification {
        let seen = self.parts.iter().filter(|(part, _)| sight.reaches(**part));
        let (mut revisions, mut sealed, mut documents) = (0, 0, 0);
        for (_, of) in seen {
            revisions += of.rows;
            sealed += of.sealed;
            documents += of.documents;
        }
        let head = |part: Part| self.parts.get(&part).map(|of| of.tip.head.clone());
        let own_head = head(own).filter(|head| !own.is_joint() && head.seq > 0);
        let mut findings: Vec<Found> = Vec::new();
        let mut elsewhere = false;
        for (part, finding) in self.findings {
            match sight.reaches(part) {
                true => findings.push(Found {
                    delegation: part.delegation(),
                    finding,
                }),
                false => elsewhere = true,
            }
        }
        if elsewhere {
            findings.push(Found {
                delegation: None,
                finding: Finding::Elsewhere,
            });
        }
        Verification {
            revisions,
            sealed,
            documents,
            head: self
                .parts
                .get(&Part::JOINT)
                .map_or_else(Head::genesis, |of| of.tip.head.clone()),
            own_head,
            absent: self.absent,
            findings,
        }
    }
}

fn by_key(table: &Table, rows: Vec<Vec<Value>>) -> BTreeMap<String, Vec<Value>> {
    rows.into_iter().map(|row| (table.key(&row), row)).collect()
}
