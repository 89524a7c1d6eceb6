//! States that are named where no date decides.

use entente_assessment::Party;
use entente_states::system;

use crate::failure::Failure;
use crate::output;

/// The state that a name means in a reading of the whole record.
///
/// There a number stands for all the states that bore it in turn. Who names one of these
/// (`Soviet Union`) is told which state the rows are of.
pub fn over_the_record(name: &str) -> Result<Party, Failure> {
    let party = Party::of(system().resolve(name)?);
    if system().is_of_a_time(name) && !party.name.eq_ignore_ascii_case(name.trim()) {
        output::tell(format!(
            "{name:?} is in the rows of {} ({}, {}): the record has one number for both",
            party.name, party.iso3, party.ccode
        ));
    }
    Ok(party)
}
