//! `entente ledger roles`

use super::room::states;
use super::{Room, names};
use crate::args::{RolesArgs, RoomArgs};
use crate::failure::Failure;
use crate::output;

pub fn run(options: &RolesArgs, room: &RoomArgs) -> Result<(), Failure> {
    let delegations = states(&options.of)?;
    let room = Room::to_write(room)?;
    let roles = room
        .ledger
        .wait(room.ledger.custodian().make_roles(&delegations))?;
    let rows = roles.iter().map(|role| {
        let sees = match role.delegation {
            None => "what is everybody's".to_owned(),
            Some(party) => format!(
                "what is everybody's, and the own of {}",
                names::state(party)
            ),
        };
        vec![role.name.clone(), sees]
    });
    let mut text = output::table(&["role", "reads and writes"], &[], rows.collect());
    if let Some(role) = roles.last() {
        text.push_str(&output::wrapped(&format!(
            "Nobody logs in as a role. Grant it to the account of a person: GRANT \"{}\" TO account. \
             The owner of the tables and administrators of the server go on seeing everything.",
            role.name
        )));
    }
    output::write(None, &output::page(text))
}
