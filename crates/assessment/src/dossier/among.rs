//! Sets of states by name: a region, a body, one state.

use entente_states::memberships::{body, memberships};
use entente_states::{Ccode, system};

/// The states of a region of the United Nations' M49, of a body at any time, or one state.
///
/// "Latin America" is enough for "Latin America and the Caribbean".
pub(super) fn states(name: &str) -> Option<Vec<Ccode>> {
    if let Some(body) = body(name) {
        let mut members: Vec<Ccode> = memberships()
            .iter()
            .filter(|m| m.body == body.id)
            .map(|m| m.ccode)
            .collect();
        members.sort_unstable();
        members.dedup();
        return Some(members);
    }
    let wanted = name.to_lowercase();
    let named = |region: &str| {
        let region = region.to_lowercase();
        region == wanted
            || region
                .strip_prefix(&wanted)
                .is_some_and(|rest| rest.starts_with(" and "))
    };
    let region: Vec<Ccode> = system()
        .states()
        .iter()
        .filter(|s| {
            named(&s.region)
                || named(&s.subregion)
                || s.intermediate_region.as_deref().is_some_and(named)
        })
        .map(|s| s.ccode)
        .collect();
    match region.is_empty() {
        false => Some(region),
        true => system().resolve(name).ok().map(|s| vec![s.ccode]),
    }
}
