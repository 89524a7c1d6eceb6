//! The state system: who exists, when, under which codes and names, and in which bodies.
//!
//! This is Entente's first room. It holds no fact about behaviour. A *state* is a member of the
//! state system as the Correlates of War project lists it (State System Membership, v2016), and its
//! [`Ccode`] is the key that every other table joins on.
//!
//! ```
//! use entente_states::{Lang, council, memberships, system};
//! use jiff::civil::date;
//!
//! let mexico = system().resolve("méxico")?;
//! assert_eq!((mexico.ccode.0, mexico.key3(), mexico.name(Lang::Fr)), (70, "MEX", "Mexique"));
//! assert!(memberships::members_on("OECD", date(1995, 1, 1)).contains(&mexico.ccode));
//! assert!(council::members_on(date(2021, 6, 1)).iter().any(|t| t.ccode == mexico.ccode));
//!
//! let unresolved = system().resolve("Mexcio").unwrap_err();
//! assert_eq!(unresolved.to_string(), r#"no state is called "Mexcio"; did you mean Mexico (MEX, 70)?"#);
//! # Ok::<(), entente_states::Unresolved>(())
//! ```
//!
//! # What the table does not say
//!
//! - **The list ends on 31 December 2016** ([`HORIZON`]). A state that existed on that day is taken
//!   to exist still; no state has entered or left since by the publisher's rules.
//! - **Spells follow the publisher**, not the United Nations. Byelorussia and Ukraine voted in the
//!   General Assembly from 1946 and sat on the Council, but their spells begin in 1991; India and
//!   the Philippines were founding members before theirs. [`memberships`] has the dates for the
//!   United Nations.
//! - **Occupied states have gaps**: Germany 1945 to 1990 (255; see 260 and 265), Japan 1945 to
//!   1952, Austria 1938 to 1955.
//! - Palestine, the Holy See, the European Union and territories are not states here;
//!   [`StateSystem::resolve`] says so by name.
#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod assembly;
mod beside;
mod code;
pub mod council;
mod documents;
mod era;
mod forms;
pub mod import;
mod language;
pub mod memberships;
mod nearest;
pub mod offices;
mod region;
mod resolve;
pub mod spelling;
mod state;
pub mod summits;
mod system;
mod table;
pub mod terms;

pub use beside::{Beside, Contradiction};
pub use code::{Ccode, NotACcode};
pub use language::Lang;
pub use region::UnGroup;
pub use resolve::{Reason, Unresolved};
pub use state::{FormerName, Spell, State};
pub use system::{HORIZON, StateSystem, system};
pub use table::TableError;
