//! What of a dossier is known on a date.

use jiff::civil::Date;

use super::{Citation, Cited, Dossier, Source};

impl Dossier {
    /// The dossier as it could be read on a date.
    ///
    /// Facts are known from their own day: a mechanism from its founding, a meeting from its last day,
    /// an agenda item, a position, a priority, a constraint and an act from the day declared; what
    /// ended before the date is left out, but for mechanisms, acts and precedents. Judgements of a
    /// source (claims, circumstances) are known once the source was published. Of the sources of a
    /// fact, only those published by the date are named; the note on a mechanism is known once all its
    /// sources were published.
    #[must_use]
    pub fn as_of(&self, date: Date) -> Dossier {
        let reading = Reading {
            sources: &self.sources,
            date,
        };
        let mut dossier = self.clone();
        dossier.sources.retain(|s| s.known <= date);
        dossier.mechanisms.retain(|m| m.founded <= date);
        for mechanism in &mut dossier.mechanisms {
            mechanism.meetings.retain(|m| m.end <= date);
            mechanism.ended = mechanism.ended.filter(|day| *day <= date);
            // What a note tells can be as late as the last source that the mechanism rests on.
            let told = mechanism.sources.len();
            mechanism.sources.retain(|cited| reading.is_out(cited));
            if mechanism.sources.len() < told {
                mechanism.note = None;
            }
        }
        dossier.items.retain(|i| reading.in_force(i.from, i.until));
        for item in &mut dossier.items {
            item.until = None;
            item.priorities
                .retain(|p| reading.in_force(p.from, p.until));
            item.positions.retain(|p| reading.in_force(p.from, p.until));
            for position in &mut item.positions {
                position.until = None;
                reading.published(&mut position.sources);
            }
            for priority in &mut item.priorities {
                priority.until = None;
                reading.published(&mut priority.sources);
            }
            reading.published(&mut item.sources);
        }
        let items: Vec<&str> = dossier.items.iter().map(|i| i.id.as_str()).collect();
        dossier.constraints.retain_mut(|c| {
            let known = reading.in_force(c.from, c.until) && keep(&mut c.items, &items);
            c.until = None;
            reading.published(&mut c.sources);
            known
        });
        dossier.circumstances.retain_mut(|c| {
            let precedent = c.kind == super::CircumstanceKind::Precedent;
            let open = c.from <= date && (precedent || c.until.is_none_or(|day| day >= date));
            c.until = c.until.filter(|day| *day <= date);
            reading.published(&mut c.sources);
            open && !c.sources.is_empty() && keep(&mut c.items, &items)
        });
        dossier.acts.retain_mut(|a| {
            reading.published(&mut a.sources);
            a.date <= date
        });
        dossier.claims.retain(|c| reading.is_published(&c.source));
        dossier
    }
}

/// Keeps of some ids those that are there; of an entry for all items, all. False if none is left.
fn keep(ids: &mut Vec<String>, there: &[&str]) -> bool {
    let for_all = ids.is_empty();
    ids.retain(|id| there.contains(&id.as_str()));
    for_all || !ids.is_empty()
}

struct Reading<'d> {
    sources: &'d [Source],
    date: Date,
}

impl Reading<'_> {
    fn in_force(&self, from: Date, until: Option<Date>) -> bool {
        from <= self.date && until.is_none_or(|day| day >= self.date)
    }

    fn is_published(&self, citation: &Citation) -> bool {
        (self.sources.iter()).any(|s| s.id == citation.source && s.known <= self.date)
    }

    /// The same of a citation spelt out.
    fn is_out(&self, cited: &Cited) -> bool {
        let source = self.sources.iter().find(|s| s.citation == cited.work);
        source.is_none_or(|s| s.known <= self.date)
    }

    fn published(&self, citations: &mut Vec<Citation>) {
        citations.retain(|c| self.is_published(c));
    }
}
