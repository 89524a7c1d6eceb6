//! The assessment as a whole.

use entente_evidence::{
    Alliance, AsOf, AsylumApplication, Capability, Contact, Contiguity, Distance, Election,
    EvidenceError, JointIgo, Leader, Population, TableUse, Vote,
};
use jiff::civil::Date;
use serde::Serialize;

use crate::coincidence::CoincidenceSection;
use crate::contacts::ContactSection;
use crate::displacement::DisplacementSection;
use crate::governments::{CouncilSection, GovernmentSection};
use crate::note::{Note, Notes};
use crate::outlook::OutlookSection;
use crate::parties::{Pair, Party, PartyError, pairs};
use crate::power::PowerSection;
use crate::ties::TiesSection;

/// What the evidence says about some states on a date.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Assessment {
    /// The date of reading: nothing later is known here.
    pub as_of: Date,
    /// The states, as given.
    pub parties: Vec<Party>,
    /// Every table used, with how far it reaches on the date.
    pub evidence: Vec<TableUse>,
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
    /// A date before the record.
    #[error("the record begins in 1946; {0} is before that")]
    TooEarly(Date),
}

impl Assessment {
    /// Assesses some states, as typed, from the evidence as of a date.
    ///
    /// # Errors
    /// Parties that cannot be resolved or did not exist, a date before 1946, evidence that cannot be
    /// read.
    pub fn of(names: &[String], as_of: &AsOf<'_>) -> Result<Self, AssessmentError> {
        let date = as_of.date();
        if date.year() < 1946 {
            return Err(AssessmentError::TooEarly(date));
        }
        let parties = Party::resolve(names, date)?;
        let pairs: Vec<Pair> = pairs(&parties);
        decode_in_parallel(as_of)?;
        let mut notes = Notes::default();
        let coincidence = CoincidenceSection::of(&pairs, as_of, &mut notes)?;
        let contacts = ContactSection::of(&pairs, as_of, &mut notes)?;
        let displacement = DisplacementSection::of(&parties, as_of, &mut notes)?;
        let power = PowerSection::of(&parties, &pairs, as_of, &mut notes)?;
        let ties = TiesSection::of(&parties, &pairs, as_of, &mut notes)?;
        let council = CouncilSection::of(&parties, date, &mut notes);
        let governments = GovernmentSection::of(&parties, as_of, &mut notes)?;
        let outlook = OutlookSection::of(&pairs, as_of, &mut notes)?;
        Ok(Assessment {
            as_of: date,
            evidence: evidence_used(as_of)?,
            notes: notes.finish(),
            parties,
            coincidence,
            contacts,
            displacement,
            power,
            ties,
            council,
            governments,
            outlook,
        })
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

fn evidence_used(as_of: &AsOf<'_>) -> Result<Vec<TableUse>, EvidenceError> {
    Ok(vec![
        as_of.table_use::<Vote>()?,
        as_of.table_use::<Contact>()?,
        as_of.table_use::<Population>()?,
        as_of.table_use::<AsylumApplication>()?,
        as_of.table_use::<Capability>()?,
        as_of.table_use::<JointIgo>()?,
        as_of.table_use::<Alliance>()?,
        as_of.table_use::<Contiguity>()?,
        as_of.table_use::<Distance>()?,
        as_of.table_use::<Leader>()?,
        as_of.table_use::<Election>()?,
    ])
}
