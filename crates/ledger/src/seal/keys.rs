//! Keys of sealed parts, in memory while a ledger is open.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use zeroize::Zeroizing;

use super::Passphrase;
use crate::LedgerError;
use crate::history::chain::{hex, sha256};
use crate::part::Part;

/// Bytes of a nonce of XChaCha20-Poly1305.
const NONCE: usize = 24;

/// A key with which a part is sealed. It is wiped when it is dropped, and never shown.
#[derive(Clone)]
pub(crate) struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A key that nobody can guess.
    pub(crate) fn random() -> Result<Key, LedgerError> {
        let mut bytes = Zeroizing::new([0; 32]);
        fill(&mut *bytes)?;
        Ok(Key(bytes))
    }

    pub(super) fn from_bytes(bytes: &[u8]) -> Option<Key> {
        let bytes: [u8; 32] = bytes.try_into().ok()?;
        Some(Key(Zeroizing::new(bytes)))
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &*self.0
    }

    /// Seals some bytes to a place: nonce, then what is sealed.
    pub(crate) fn seal(&self, plain: &[u8], place: &str) -> Result<Vec<u8>, LedgerError> {
        let mut nonce = [0; NONCE];
        fill(&mut nonce)?;
        let payload = Payload {
            msg: plain,
            aad: place.as_bytes(),
        };
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| LedgerError::Unreadable {
            what: "something of a delegation's own".to_owned(),
            why: "it is too long to be sealed".to_owned(),
        })?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// Opens what was sealed to a place; `None` if it was not by this key, or was altered or moved.
    pub(crate) fn open(&self, sealed: &[u8], place: &str) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = sealed.split_at_checked(NONCE)?;
        let nonce: [u8; NONCE] = nonce.try_into().ok()?;
        let payload = Payload {
            msg: sealed,
            aad: place.as_bytes(),
        };
        let opened = self.cipher().decrypt(&XNonce::from(nonce), payload);
        opened.ok().map(Zeroizing::new)
    }

    /// The name under which a content is kept, so that its checksum does not say what it is.
    pub(crate) fn name_of(&self, digest: &str) -> String {
        let mut bytes = Zeroizing::new(b"entente-ledger-content-name-1".to_vec());
        bytes.extend_from_slice(self.bytes());
        bytes.extend_from_slice(digest.as_bytes());
        sha256(&bytes)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&(*self.0).into())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Bytes that nobody can guess.
pub(super) fn fill(bytes: &mut [u8]) -> Result<(), LedgerError> {
    getrandom::fill(bytes).map_err(|error| LedgerError::NoEntropy(error.to_string()))
}

/// Sixteen bytes that nobody can guess, in hexadecimal.
pub(super) fn salt() -> Result<String, LedgerError> {
    let mut bytes = [0; 16];
    fill(&mut bytes)?;
    Ok(hex(&bytes))
}

/// The keys at hand, shared by all that a ledger opens.
#[derive(Clone, Debug, Default)]
pub(crate) struct Keys(Arc<Mutex<Held>>);

#[derive(Debug, Default)]
struct Held {
    keys: BTreeMap<Part, Arc<Key>>,
    /// What was given, for files that are sealed too.
    passphrases: Vec<Arc<Passphrase>>,
}

impl Keys {
    pub(crate) fn get(&self, part: Part) -> Option<Arc<Key>> {
        self.held().keys.get(&part).cloned()
    }

    pub(crate) fn insert(&self, part: Part, key: Key) {
        self.held().keys.insert(part, Arc::new(key));
    }

    pub(crate) fn remember(&self, passphrase: Arc<Passphrase>) {
        self.held().passphrases.push(passphrase);
    }

    pub(crate) fn passphrases(&self) -> Vec<Arc<Passphrase>> {
        self.held().passphrases.clone()
    }

    /// Takes over the keys of another ledger.
    pub(crate) fn share(&self, other: &Keys) {
        let keys = other.held().keys.clone();
        self.held().keys.extend(keys);
    }

    fn held(&self) -> std::sync::MutexGuard<'_, Held> {
        // Nothing that holds the lock can leave half a change.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sealed_opens_in_its_place_only() {
        let key = Key::random().unwrap();
        let sealed = key.seal(b"red line", "body|70|1").unwrap();
        assert_eq!(
            key.open(&sealed, "body|70|1").unwrap().as_slice(),
            b"red line"
        );
        assert!(key.open(&sealed, "body|70|2").is_none());
        assert!(Key::random().unwrap().open(&sealed, "body|70|1").is_none());
        for at in 0..sealed.len() {
            let mut altered = sealed.clone();
            altered[at] ^= 1;
            assert!(key.open(&altered, "body|70|1").is_none(), "{at}");
        }
        assert!(key.open(&sealed[..10], "body|70|1").is_none());
        assert_ne!(sealed, key.seal(b"red line", "body|70|1").unwrap());
        assert_ne!(key.name_of("a"), Key::random().unwrap().name_of("a"));
        assert_eq!(format!("{key:?}"), "Key(…)");
    }
}
