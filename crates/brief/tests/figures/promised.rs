//! Three commitments of the leaders of North America, 29 June 2016, as a ledger's records; and a
//! consultation with two of their items on its agenda. The scores and positions are the test's own.

use entente_assessment::{
    ClosedAs, CommitmentRecord, ConsultationRecord, Office, OutcomeRecord, PackEntry, PackPosition,
    PackRecord, ScoreRecord,
};
use entente_states::Ccode;
use jiff::civil::date;

const ALL: [Ccode; 3] = [Ccode(2), Ccode(20), Ccode(70)];

fn made_in_ottawa(id: &str, text: &str, item: &str) -> CommitmentRecord {
    CommitmentRecord {
        id: id.to_owned(),
        text: text.to_owned(),
        by: ALL.to_vec(),
        among: ALL.to_vec(),
        made: date(2016, 6, 29),
        due: Some(date(2025, 12, 31)),
        moved: Vec::new(),
        closed: None,
        verification: None,
        consultation: Some("North American Leaders' Summit, 2016-06-29".to_owned()),
        mechanism: Some("nals".to_owned()),
        item: Some(format!("usa-mexico/{item}")),
        source: "Leaders' statement of 29 June 2016".to_owned(),
        address: None,
        scores: Vec::new(),
    }
}

pub fn commitments() -> Vec<CommitmentRecord> {
    let score = |party, score| ScoreRecord {
        party: Ccode(party),
        score,
        last_word: true,
        assessor: "Planning".to_owned(),
        date: date(2025, 12, 31),
        evidence: "Shares of clean sources in generation".to_owned(),
        address: "https://ourworldindata.org/electricity-mix".to_owned(),
    };
    let mut power = made_in_ottawa(
        "clean-power",
        "Half of the region's power from clean sources by 2025",
        "climate",
    );
    power.scores = vec![score(2, 0), score(70, 0)];
    let mut methane = made_in_ottawa(
        "methane",
        "Methane from oil and gas down by 40 to 45 per cent by 2025",
        "climate",
    );
    methane.due = None;
    let mut drugs = made_in_ottawa("drugs", "A dialogue on drug policy every year", "drugs");
    drugs.scores = vec![score(70, 1)];
    drugs.closed = Some((date(2025, 12, 31), ClosedAs::Done));
    vec![power, methane, drugs]
}

pub fn pack() -> PackRecord {
    let meeting = |id: &str, (year, month, day): (i16, i8, i8), held| ConsultationRecord {
        id: id.to_owned(),
        title: "North American Leaders' Summit".to_owned(),
        mechanism: "nals".to_owned(),
        start: Some(date(year, month, day)),
        end: Some(date(year, month, day + 1)),
        held,
        place: Some("Monterrey".to_owned()),
        participants: vec![Office {
            ccode: Ccode(70),
            office: "President".to_owned(),
        }],
        note: None,
    };
    let entry = |id: &str, item: &str| PackEntry {
        id: id.to_owned(),
        item: Some(("usa-mexico".to_owned(), item.to_owned())),
        title: None,
        leads: vec![Office {
            ccode: Ccode(2),
            office: "Secretary of State".to_owned(),
        }],
        carried: true,
        note: Some("First of two parts".to_owned()),
        position: Some(PackPosition {
            aim: "A joint inventory of methane by 2028".to_owned(),
            fallback: None,
            red_line: Some("No duty on steel".to_owned()),
            note: None,
        }),
    };
    PackRecord {
        consultation: meeting("nals-2027", (2027, 2, 1), false),
        delegation: Some(Ccode(70)),
        agenda: vec![entry("one", "climate"), entry("two", "drugs")],
        left: vec![entry("three", "border")],
        last: Some(meeting("nals-2023", (2023, 1, 9), true)),
        outcomes: vec![OutcomeRecord {
            text: "Declaration of North America".to_owned(),
            source: Some("Declaration of 10 January 2023".to_owned()),
            address: None,
        }],
        commitments: vec![OutcomeRecord {
            text: "Methane from solid waste and wastewater down by 15 per cent by 2030".to_owned(),
            source: None,
            address: None,
        }],
        next: None,
        cadence_days: Some(365.25),
    }
}
