//! A passphrase, and the key that is sealed with it.

use std::fmt;

use argon2::{Algorithm, Argon2, Params, Version};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

use super::keys::{Key, salt};
use crate::LedgerError;
use crate::part::Part;

/// The fewest letters of a new passphrase.
const SHORTEST: usize = 12;

/// What making a key takes: 64 MiB and three passes, the second choice of RFC 9106, section 4.
const MEMORY: u32 = 64 * 1024;
const PASSES: u32 = 3;
const LANES: u32 = 4;

/// What it may take at most where somebody else chose: 1 GiB, and so many passes and lanes.
const MOST: (u32, u32, u32) = (1024 * 1024, 16, 16);

/// A passphrase. It is wiped when it is dropped, and never shown.
#[derive(PartialEq, Eq)]
pub struct Passphrase(Zeroizing<String>);

/// A passphrase that somebody could guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a passphrase has {SHORTEST} letters or more; several words that do not belong together are best"
)]
pub struct ShortPassphrase;

impl Passphrase {
    /// A passphrase as it was typed; line ends at its end are left off.
    pub fn new(text: String) -> Passphrase {
        let text = Zeroizing::new(text);
        let end = text.trim_end_matches(['\n', '\r']).len();
        Passphrase(Zeroizing::new(text[..end].to_owned()))
    }

    /// Whether it will do for sealing.
    ///
    /// # Errors
    /// If it has fewer than twelve letters.
    pub fn long_enough(&self) -> Result<(), ShortPassphrase> {
        match self.0.chars().count() < SHORTEST {
            true => Err(ShortPassphrase),
            false => Ok(()),
        }
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// The key of a part, sealed with a passphrase.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Envelope {
    kdf: String,
    /// In KiB.
    memory: u32,
    passes: u32,
    lanes: u32,
    salt: String,
    key: String,
}

impl Envelope {
    /// Seals a key.
    pub(crate) fn seal(
        part: Part,
        key: &Key,
        passphrase: &Passphrase,
    ) -> Result<Envelope, LedgerError> {
        let mut envelope = Envelope {
            kdf: "argon2id".to_owned(),
            memory: MEMORY,
            passes: PASSES,
            lanes: LANES,
            salt: salt()?,
            key: String::new(),
        };
        let outer = envelope.outer(passphrase).ok_or_else(unusable)?;
        envelope.key = STANDARD.encode(outer.seal(key.bytes(), &place(part))?);
        Ok(envelope)
    }

    /// The key; `None` if the passphrase is another, or what makes a key is out of bounds.
    pub(crate) fn open(&self, part: Part, passphrase: &Passphrase) -> Option<Key> {
        let sealed = STANDARD.decode(&self.key).ok()?;
        let opened = self.outer(passphrase)?.open(&sealed, &place(part))?;
        Key::from_bytes(&opened)
    }

    /// The key that a passphrase makes.
    fn outer(&self, passphrase: &Passphrase) -> Option<Key> {
        let (memory, passes, lanes) = MOST;
        let bounded = self.memory <= memory && self.passes <= passes && self.lanes <= lanes;
        if self.kdf != "argon2id" || !bounded || self.salt.len() > 128 {
            return None;
        }
        let params = Params::new(self.memory, self.passes, self.lanes, Some(32)).ok()?;
        let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let mut bytes = Zeroizing::new([0; 32]);
        argon
            .hash_password_into(passphrase.0.as_bytes(), self.salt.as_bytes(), &mut *bytes)
            .ok()?;
        Key::from_bytes(&*bytes)
    }
}

fn place(part: Part) -> String {
    format!("entente-ledger-key-1|{}", part.number())
}

fn unusable() -> LedgerError {
    LedgerError::Unreadable {
        what: "the passphrase".to_owned(),
        why: "no key can be made from it".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_states::Ccode;

    #[test]
    fn a_key_opens_with_its_passphrase_only() {
        let part = Part::of(Some(Ccode(70)));
        let key = Key::random().unwrap();
        let passphrase = Passphrase::new("correct horse battery\n".to_owned());
        let envelope = Envelope::seal(part, &key, &passphrase).unwrap();
        let same = Passphrase::new("correct horse battery".to_owned());
        assert_eq!(envelope.open(part, &same).unwrap().bytes(), key.bytes());
        let other = Passphrase::new("correct horse".to_owned());
        assert!(envelope.open(part, &other).is_none());
        assert!(envelope.open(Part::of(Some(Ccode(2))), &same).is_none());
        // Nobody makes a reader spend all its memory.
        let mut greedy = envelope.clone();
        greedy.memory = u32::MAX;
        assert!(greedy.open(part, &same).is_none());
        let text = serde_json::to_string(&envelope).unwrap();
        assert!(text.contains("argon2id") && !text.contains("horse"));
        assert_eq!(format!("{same:?}"), "Passphrase(…)");
        assert!(Passphrase::new("short".to_owned()).long_enough().is_err());
    }
}
