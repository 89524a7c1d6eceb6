//! Reading a party: a COW number, or anything else that names one state.

use std::fmt;

use entente_states::{Ccode, system};
use serde::de::{self, Deserializer, SeqAccess, Visitor};

struct Party;

impl Visitor<'_> for Party {
    type Value = Ccode;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a state's COW number, three-letter code or name")
    }

    fn visit_u64<E: de::Error>(self, number: u64) -> Result<Ccode, E> {
        self.visit_str(&number.to_string())
    }

    fn visit_str<E: de::Error>(self, text: &str) -> Result<Ccode, E> {
        system().resolve(text).map(|s| s.ccode).map_err(E::custom)
    }
}

/// One party.
pub(super) fn one<'de, D: Deserializer<'de>>(from: D) -> Result<Ccode, D::Error> {
    from.deserialize_any(Party)
}

/// A party, or none.
pub(super) fn maybe<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Ccode>, D::Error> {
    Ok(<Option<Read> as serde::Deserialize>::deserialize(from)?.map(|read| read.0))
}

/// Any number of parties.
pub(super) fn many<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<Ccode>, D::Error> {
    struct Parties;
    impl<'de> Visitor<'de> for Parties {
        type Value = Vec<Ccode>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of states")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Ccode>, A::Error> {
            let mut parties = Vec::new();
            while let Some(Read(party)) = list.next_element()? {
                parties.push(party);
            }
            Ok(parties)
        }
    }
    from.deserialize_seq(Parties)
}

struct Read(Ccode);

impl<'de> serde::Deserialize<'de> for Read {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        one(from).map(Read)
    }
}
