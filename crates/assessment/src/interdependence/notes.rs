//! Where the figures of the rows come from.

use entente_evidence::TableId;

use crate::note::{Note, Notes};

/// The notes that go with [`super::ties_rows`].
pub fn ties_notes() -> Vec<Note> {
    let mut notes = Notes::default();
    notes.add(
        &[TableId::Capability],
        "the year's figures of the two",
        "CINC: the mean of a state's shares of the world's six capabilities (Singer, Bremer and Stuckey 1972); ratio first over second, asymmetry its natural logarithm",
        "CINC measures bulk, not leverage on an issue.",
    );
    notes.add(
        &[TableId::AsylumApplication],
        "new applications (type N) of the year; reviews and appeals (levels AR, RA, JR) left out",
        "applications as lodged, persons and cases added, a case counting as one; shares of all applications in the host, and of all of the origin's people",
        "a case can be a family, so that a share in which cases stand against persons is too small; `_cases` says how many there are. No row is no figure, not zero: the publisher writes no zeros here. The last year is provisional.",
    );
    notes.add(
        &[TableId::Population],
        "persons at the end of the year: refugees, asylum-seekers with a case pending, others in need of international protection",
        "through: over origins outside the pair whose people both host, the lesser of the two numbers, added up; its share of all in each from outside the pair",
        "unknown and stateless persons are no origin, but stand in the totals. Others in need of protection are counted from 2018. UNHCR rounds small counts to multiples of 5 in some years.",
    );
    notes.add(
        &[TableId::JointIgo],
        "the year's counts of either state with every partner",
        "organisations of which both are full members; partners with an equal count share the better rank",
        "",
    );
    notes.add(
        &[TableId::Alliance],
        "spells in force in the year, either way",
        "what each is bound to by any pact with the other (ATOP 5)",
        "within the record, a pair of states without a row has no pact.",
    );
    notes.add(
        &[TableId::Contiguity, TableId::Distance],
        "contiguity on 31 December, distance on 1 January",
        "the closest contiguity; the minimum distance of the territories",
        "the list of contiguities is complete within its years: none listed is none.",
    );
    notes.add(
        &[TableId::EventCount, TableId::EventPanel],
        "events of the year from one of the two towards the other, and towards any state",
        "each quad class as a share of all events of the source (so that a thinner news stream is no cooling), and of its events towards the other; asymmetry: the natural logarithm of the first's share over the second's",
        "the counts are of reports coded by a machine; covered states without a row had no event, states outside the panel are not covered.",
    );
    notes.add(
        &[],
        "years that are over by the date",
        "",
        "a year outside a table's years, or without a row, is empty, and `missing` says why. Trade between two states is in no table: the bundle has each state's total only.",
    );
    notes.finish()
}
