//! The assessment as a whole.

use entente_evidence::{
    Alliance, AsOf, AsylumApplication, Capability, Capital, ChiefOfMission, Contact, Contiguity,
    DebateMention, Distance, Election, ElectionNotice, EventCount, EvidenceError, JointIgo, Leader,
    OfficeHolder, Participation, Population, RollCall, TableUse, TradePartner, Vote,
};
use entente_measures::VotePlanes;
use entente_measures::ideal_points::Estimates;
use jiff::civil::Date;
use rayon::prelude::*;
use serde::Serialize;

use crate::agenda::{AgendaSection, Findings};
use crate::between::BetweenSection;
use crate::coincidence::CoincidenceSection;
use crate::commitments::CommitmentsSection;
use crate::contacts::ContactSection;
use crate::displacement::DisplacementSection;
use crate::dossier::Dossier;
use crate::fits::Fits;
use crate::forecast::Forecasts;
use crate::governments::{CouncilSection, GovernmentSection};
use crate::machinery::{ContactRecord, MachinerySection};
use crate::movement::MovementSection;
use crate::note::{Note, Notes};
use crate::outlook::OutlookSection;
use crate::pack::PackSection;
use crate::parties::{Pair, Party, PartyError, pairs};
use crate::power::PowerSection;
use crate::question::Question;
use crate::reach::{DateOfReading, EvidenceReach};
use crate::shortlist::{ShortlistError, shortlist_forecasts};
use crate::side::{Desk, SideSection};
use crate::tenures::without_unread;
use crate::ties::TiesSection;
use crate::windows::WindowsSection;
use crate::world::WorldSection;

/// What the evidence says about some states on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assessment {
    /// The date of reading: nothing later is known here.
    pub as_of: Date,
    /// The states, as given.
    pub parties: Vec<Party>,
    /// Every table used, with how far it reaches on the date.
    pub evidence: Vec<TableUse>,
    /// How far these reach against the date, and whether a reader must be warned.
    pub reach: EvidenceReach,
    /// Where the figures come from; sections refer to these by number.
    pub notes: Vec<Note>,
    /// How the parties voted, pair by pair.
    pub coincidence: CoincidenceSection,
    /// Visits and travels between them.
    pub contacts: ContactSection,
    /// Displacement between them, and through them.
    pub displacement: DisplacementSection,
    /// What each has, and how unequal they are.
    pub power: PowerSection,
    /// What binds them.
    pub ties: TiesSection,
    /// Their seats on the Security Council.
    pub council: CouncilSection,
    /// Who governs them.
    pub governments: GovernmentSection,
    /// What the next session of the General Assembly is likely to bring.
    pub outlook: OutlookSection,
    /// How they and their neighbours moved in the General Assembly.
    pub movement: MovementSection,
    /// How one of them votes with every other state.
    pub world: WorldSection,
    /// Missions, trade, organisations and speeches between them.
    pub between: BetweenSection,
    /// Mechanisms between them.
    pub machinery: MachinerySection,
    /// Windows ahead.
    pub windows: WindowsSection,
    /// What a dossier declares, and what follows from it; empty without a dossier.
    pub agenda: Option<AgendaSection>,
    /// What is for one party's delegation only; empty in a joint assessment.
    pub side: Option<SideSection>,
    /// What they promised each other; empty without records of that.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub commitments: Option<CommitmentsSection>,
    /// The pack of a consultation; empty where none was asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pack: Option<PackSection>,
}

/// Why an assessment cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum AssessmentError {
    /// The parties are wrong.
    #[error(transparent)]
    Party(#[from] PartyError),
    /// The evidence cannot be read.
    #[error(transparent)]
    Evidence(#[from] EvidenceError),
    /// The agenda items cannot be ranked.
    #[error(transparent)]
    Shortlist(#[from] ShortlistError),
    /// A state to look at that is not a party.
    #[error("{name} is not one of the parties: {parties}")]
    NotAParty {
        /// Its name.
        name: String,
        /// Theirs.
        parties: String,
    },
    /// A date before the record.
    #[error("the record begins in 1946; {0} is before that")]
    TooEarly(Date),
}

impl Assessment {
    /// Assesses some states from the evidence as of a date. What takes long is looked for among the
    /// fits, and kept there.
    ///
    /// # Errors
    /// Parties that cannot be resolved or did not exist, a date before 1946, weights that are not
    /// understood, evidence that cannot be read.
    pub fn of(
        question: &Question<'_>,
        fits: &Fits,
        as_of: &AsOf<'_>,
    ) -> Result<Self, AssessmentError> {
        let date = as_of.date();
        if date.year() < 1946 {
            return Err(AssessmentError::TooEarly(date));
        }
        let parties = Party::resolve(question.states, date)?;
        let focus = (party(question.focus, &parties, date)?)
            .unwrap_or(&parties[0])
            .clone();
        let side = party(question.side, &parties, date)?.cloned();
        let pairs: Vec<Pair> = pairs(&parties);
        decode_in_parallel(as_of)?;
        let ((estimates, record), forecasts) = rayon::join(
            || {
                rayon::join(
                    || fits.of_the_whole_record(as_of, &()),
                    || ContactRecord::read(as_of),
                )
            },
            || shortlist_forecasts(as_of, fits),
        );
        record?;
        let (estimates, forecasts) = (estimates?, forecasts?);
        let (estimates, forecasts) = (estimates.as_ref(), forecasts.as_ref());
        let calls = as_of.roll_calls()?;
        let planes = VotePlanes::new(as_of.votes()?, calls);
        let bench = Bench {
            focus: &focus,
            pairs: &pairs,
            planes: &planes,
            estimates,
            forecasts,
            as_of,
        };
        let known = question.dossier.map(|(_, dossier)| dossier.as_of(date));
        let dossier = known.as_ref();
        let mut notes = Notes::default();
        let (findings, joint) = rayon::join(
            || {
                let whole = question.dossier.map(|(_, dossier)| dossier);
                whole.map(|d| Findings::of(question, d, estimates, forecasts, as_of))
            },
            || Assessment::on_record(parties, dossier, &bench, &mut notes),
        );
        let mut assessment = joint?;
        if let Some((named, findings)) = question.dossier.zip(findings) {
            let agenda = AgendaSection::of(named, findings?, as_of, &mut notes)?;
            assessment.agenda = Some(agenda);
        }
        assessment.side = side.map(|party| {
            let desk = Desk {
                date,
                party: party.ccode,
                parties: &assessment.parties,
                dossier,
                agenda: assessment.agenda.as_ref(),
                calls,
                planes: &planes,
                coincidence: &assessment.coincidence,
                contacts: &assessment.contacts,
                governments: &assessment.governments,
                outlook: &assessment.outlook,
                windows: &assessment.windows,
            };
            SideSection::of(&party, &desk, &mut notes)
        });
        assessment.commitments = question
            .commitments
            .map(|records| CommitmentsSection::of(records, &assessment.parties, date, &mut notes));
        let named = question.dossier.map(|(name, _)| name).zip(dossier);
        assessment.pack = match question.pack {
            Some(record) => Some(PackSection::of(
                record,
                named,
                &assessment.parties,
                as_of,
                &mut notes,
            )?),
            None => None,
        };
        assessment.evidence = evidence_used(assessment.agenda.as_ref(), as_of)?;
        assessment.reach = EvidenceReach::of(&assessment.evidence, question.reading, as_of)?;
        assessment.notes = notes.finish();
        Ok(assessment)
    }

    /// The sections that need no dossier; of the others, of tables and of notes there are none yet.
    fn on_record(
        parties: Vec<Party>,
        dossier: Option<&Dossier>,
        bench: &Bench<'_, '_>,
        notes: &mut Notes,
    ) -> Result<Self, AssessmentError> {
        let Bench {
            focus,
            pairs,
            planes,
            estimates,
            forecasts,
            as_of,
        } = *bench;
        Ok(Assessment {
            as_of: as_of.date(),
            evidence: Vec::new(),
            reach: EvidenceReach::of(&[], DateOfReading::default(), as_of)?,
            notes: Vec::new(),
            coincidence: CoincidenceSection::of(pairs, planes, as_of, notes)?,
            contacts: ContactSection::of(pairs, as_of, notes)?,
            displacement: DisplacementSection::of(&parties, as_of, notes)?,
            power: PowerSection::of(&parties, pairs, as_of, notes)?,
            ties: TiesSection::of(&parties, pairs, as_of, notes)?,
            council: CouncilSection::of(&parties, as_of.date(), notes),
            governments: GovernmentSection::of(&parties, as_of, notes)?,
            outlook: OutlookSection::of(pairs, forecasts, estimates, notes)?,
            movement: MovementSection::of(&parties, estimates, as_of, notes)?,
            world: WorldSection::of(focus, planes, as_of, notes)?,
            machinery: MachinerySection::of(pairs, dossier, as_of, notes)?,
            windows: WindowsSection::of(&parties, dossier, as_of, notes)?,
            between: BetweenSection::of(pairs, as_of, notes)?,
            agenda: None,
            side: None,
            parties,
            commitments: None,
            pack: None,
        })
    }
}

/// What the sections of an assessment read, each thing once.
struct Bench<'b, 'e> {
    focus: &'b Party,
    pairs: &'b [Pair],
    planes: &'b VotePlanes,
    estimates: Option<&'b Estimates>,
    forecasts: Option<&'b Forecasts<'e>>,
    as_of: &'b AsOf<'e>,
}

/// The party that is named, if one is.
fn party<'p>(
    named: Option<&str>,
    parties: &'p [Party],
    date: Date,
) -> Result<Option<&'p Party>, AssessmentError> {
    let Some(named) = named else {
        return Ok(None);
    };
    let state = entente_states::system()
        .resolve_on(named, date)
        .map_err(PartyError::from)?;
    match parties.iter().find(|p| p.ccode == state.ccode) {
        Some(party) => Ok(Some(party)),
        None => Err(AssessmentError::NotAParty {
            name: state.name_on(entente_states::Lang::En, date).to_owned(),
            parties: (parties.iter().map(|p| p.name.as_str()))
                .collect::<Vec<_>>()
                .join(", "),
        }),
    }
}

/// Decoding is most of the work of a brief: the long tables are decoded side by side.
fn decode_in_parallel(as_of: &AsOf<'_>) -> Result<(), EvidenceError> {
    let ((votes, contacts), (igos, (population, applications))) = rayon::join(
        || {
            rayon::join(
                || as_of.votes().map(drop),
                || as_of.rows::<Contact>().map(drop),
            )
        },
        || {
            rayon::join(
                || as_of.rows::<JointIgo>().map(drop),
                || {
                    rayon::join(
                        || as_of.rows::<Population>().map(drop),
                        || as_of.rows::<AsylumApplication>().map(drop),
                    )
                },
            )
        },
    );
    votes
        .and(contacts)
        .and(igos)
        .and(population)
        .and(applications)
}

/// The tables behind every assessment, and behind the claims of the dossier.
fn evidence_used<'e>(
    agenda: Option<&AgendaSection>,
    as_of: &AsOf<'e>,
) -> Result<Vec<TableUse>, EvidenceError> {
    type Used<'e> = fn(&AsOf<'e>) -> Result<TableUse, EvidenceError>;
    // Every row is asked how far it reaches.
    let tables: [Used<'e>; 19] = [
        AsOf::table_use::<Vote>,
        AsOf::table_use::<RollCall>,
        AsOf::table_use::<Contact>,
        AsOf::table_use::<Population>,
        AsOf::table_use::<AsylumApplication>,
        AsOf::table_use::<Capability>,
        AsOf::table_use::<JointIgo>,
        AsOf::table_use::<Alliance>,
        AsOf::table_use::<Contiguity>,
        AsOf::table_use::<Distance>,
        AsOf::table_use::<Capital>,
        AsOf::table_use::<Leader>,
        AsOf::table_use::<OfficeHolder>,
        AsOf::table_use::<Election>,
        AsOf::table_use::<ElectionNotice>,
        AsOf::table_use::<ChiefOfMission>,
        AsOf::table_use::<TradePartner>,
        AsOf::table_use::<Participation>,
        AsOf::table_use::<DebateMention>,
    ];
    let used: Result<Vec<TableUse>, _> = tables.par_iter().map(|table| table(as_of)).collect();
    let mut used = without_unread(used?);
    if let Some(agenda) = agenda {
        let declared = [as_of.table_use::<EventCount>()?];
        for table in declared.into_iter().chain(agenda.evidence(as_of)?) {
            if used.iter().all(|t| t.table != table.table) {
                used.push(table);
            }
        }
    }
    Ok(used)
}
