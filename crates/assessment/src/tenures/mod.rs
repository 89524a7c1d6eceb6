//! Who governed a state, and when: REIGN's list to its end, and the World Factbook's after it, as one.

mod holders;
#[cfg(test)]
mod tests;

use entente_evidence::{
    AsOf, EvidenceError, Leader, OfficeHolder, Record, TableId, TableUse, end_of_month,
};
use entente_measures::cycles::terms;
use entente_states::Ccode;
use entente_states::terms::rules_on;
use jiff::ToSpan;
use jiff::civil::Date;

use holders::{Holder, holders, in_capitals, share_a_word};

/// How long after the last snapshot the one whom it names can still be said to govern.
pub(crate) const FRESH_DAYS: i32 = 31;

/// A leader's time in office.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tenure {
    /// State.
    pub ccode: Ccode,
    /// What tells this time in office from others of the state.
    pub id: String,
    /// The leader, as the list writes the name.
    pub leader: String,
    /// First day.
    pub from: Date,
    /// Last day; empty for one of whom no end is on record.
    pub until: Option<Date>,
    /// Whether that day is on record, and not its month alone.
    pub until_day_known: bool,
    /// The list that names the leader.
    pub table: TableId,
}

/// The leaders of a state, as the lists were known on a date.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Tenures {
    /// By first day.
    pub list: Vec<Tenure>,
    /// The last day of which the lists tell, where that lies so far before the date that who governs on it is
    /// not known.
    pub closed: Option<Date>,
}

/// Who governs a state on a date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Governing {
    /// The leader, as the list writes the name.
    pub leader: String,
    /// In office since.
    pub since: Date,
    /// The last day of which the lists tell, where who governs on the date is not known.
    pub record_ends: Option<Date>,
}

impl Tenure {
    /// The family name where the list sets it in capitals, else the name.
    pub fn family_name(&self) -> &str {
        let mut words = self.leader.split_whitespace();
        words.rfind(|w| in_capitals(w)).unwrap_or(&self.leader)
    }
}

impl Tenures {
    /// The leaders of a state.
    ///
    /// # Errors
    /// If a table cannot be read.
    pub fn of(state: Ccode, as_of: &AsOf<'_>) -> Result<Self, EvidenceError> {
        let date = as_of.date();
        let reign_ends = as_of.rows::<Leader>()?.map(|l| l.speaks_until(date)).max();
        let mut list = of_reign(state, as_of)?;
        let holders = holders(state, as_of)?;
        let joined = join(&mut list, &holders, state, reign_ends);
        close(&mut list);
        // The Factbook tells of the one whom it names; of anyone else, REIGN does.
        let told = joined
            .and_then(|place| holders.get(place))
            .map(|h| h.last_seen);
        let closed = match told.max(reign_ends) {
            Some(end) if Some(end) == told && told != reign_ends => {
                let stale = (date - end).get_days() > FRESH_DAYS;
                (stale || term_began(state, end, date)).then_some(end)
            }
            // A list without anyone coming or going for a whole month cannot be told from one that was closed.
            Some(end) => Some(end).filter(|end| *end < before_this_month(date)),
            None => None,
        };
        Ok(Tenures { list, closed })
    }

    /// Who governs on the date of reading, the last to have entered of those whose end is not on record.
    pub fn governing(&self, date: Date) -> Option<Governing> {
        let standing = self
            .list
            .iter()
            .rfind(|t| t.until.is_none_or(|until| until >= date))?;
        Some(Governing {
            leader: standing.leader.clone(),
            since: standing.from,
            record_ends: self.closed,
        })
    }
}

/// The last day of the month before.
fn before_this_month(date: Date) -> Date {
    date.first_of_month().saturating_sub(1.day())
}

/// Whether by rule a term of the executive began after a day and by a date.
fn term_began(state: Ccode, after: Date, date: Date) -> bool {
    terms(&rules_on(state, date), date)
        .iter()
        .any(|term| after < term.start && term.start <= date)
}

/// REIGN's leaders by day of entry: the day of entry, and the month of leaving as its last day.
fn of_reign(state: Ccode, as_of: &AsOf<'_>) -> Result<Vec<Tenure>, EvidenceError> {
    let mut found: Vec<Tenure> = as_of
        .select::<Leader>(|l| l.ccode == state)?
        .map(|l| Tenure {
            ccode: state,
            id: l.leadid.clone(),
            leader: l.leader.clone(),
            from: l.from,
            until: l.until_month.map(|month| end_of_month(month).max(l.from)),
            until_day_known: false,
            table: TableId::Leader,
        })
        .collect();
    found.sort_by(|a, b| (a.from, &a.id).cmp(&(b.from, &b.id)));
    Ok(found)
}

/// Adds to REIGN's leaders those who entered after its end. Returns the place of the last holder, if the two
/// lists agree on who that is.
fn join(
    list: &mut Vec<Tenure>,
    holders: &[Holder],
    state: Ccode,
    reign_ends: Option<Date>,
) -> Option<usize> {
    // In REIGN's last month either list can be the one that is right on who entered in it.
    let covered = reign_ends
        .filter(|_| !list.is_empty())
        .map(before_this_month);
    let later = |h: &Holder| covered.is_none_or(|end| h.from > end);
    let last = list.last().cloned();
    // The office is the one whose holder REIGN named: whoever held it at REIGN's end is that leader.
    let matched = holders
        .iter()
        .rposition(|h| !later(h))
        .filter(|_| last.is_some());
    let mut agreed = matched;
    for (place, holder) in holders.iter().enumerate().filter(|(_, h)| later(h)) {
        let reigns = last.as_ref().filter(|_| list.last() == last.as_ref());
        // REIGN can name who entered in its last month too, spelled otherwise.
        let in_reign = matched.is_none()
            || holder.held_it_before
            || reign_ends.is_some_and(|end| holder.from <= end);
        let same = in_reign && reigns.is_some_and(|last| share_a_word(&holder.name, &last.leader));
        if !same {
            list.push(Tenure {
                ccode: state,
                id: format!("factbook-{}", holder.from),
                leader: holder.name.clone(),
                from: holder.from,
                until: None,
                until_day_known: false,
                table: TableId::OfficeHolder,
            });
        }
        agreed = Some(place);
    }
    list.sort_by(|a, b| (a.from, &a.id).cmp(&(b.from, &b.id)));
    agreed.filter(|place| *place + 1 == holders.len())
}

/// Puts in the days of leaving: where the next leader enters in the month of leaving or the one after, the day
/// before is the last. One with no month of leaving who was followed left on that day too.
fn close(list: &mut [Tenure]) {
    let entries: Vec<Date> = list.iter().map(|t| t.from).collect();
    for (tenure, next) in list.iter_mut().zip(entries.into_iter().skip(1)) {
        let before_next = next.yesterday().ok().filter(|day| *day >= tenure.from);
        let a_month_on = tenure
            .until
            .map(|end| end.checked_add(1.month()).unwrap_or(end));
        if let Some(day) = before_next
            && a_month_on.is_none_or(|end| day <= end)
        {
            tenure.until = Some(day);
            tenure.until_day_known = true;
        }
    }
}

/// The tables without those that begin late, where nothing of them was known yet.
pub(crate) fn without_unread(mut tables: Vec<TableUse>) -> Vec<TableUse> {
    tables.retain(|t| {
        t.horizon.is_some()
            || !matches!(
                t.table,
                TableId::OfficeHolder
                    | TableId::ElectionNotice
                    | TableId::ChiefOfMission
                    | TableId::TradePartner
                    | TableId::Participation
                    | TableId::DebateMention
            )
    });
    tables
}

/// The last day of which the lists of leaders tell, as known on a date.
///
/// # Errors
/// If a table cannot be read.
pub(crate) fn lists_end(as_of: &AsOf<'_>) -> Result<Option<Date>, EvidenceError> {
    let reign = as_of.table_use::<Leader>()?.horizon;
    let listed = as_of.rows::<OfficeHolder>()?.next().is_some();
    let factbook = as_of.snapshot().filter(|_| listed);
    Ok(reign.max(factbook))
}
