//! Sealing what is a delegation's own, so that who holds the file, a backup or a dump reads nothing of it.
//!
//! A part is sealed with a random key of 32 bytes; that key is sealed with one made from a passphrase by
//! Argon2id (RFC 9106), and stands beside it in the table `seal`. Bodies and contents are sealed by
//! XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03), each with a nonce of its own, and bound to its place, so
//! that none can be put in another's. What remains to be seen is how many rows there are, of which kind, when
//! they were written and how long they are.
//!
//! The history is chained over what is in the bodies, not over how they are kept: sealing changes no hash.

mod keys;
mod passphrase;
mod sealing;

pub(crate) use keys::{Key, Keys};
pub(crate) use passphrase::Envelope;
pub use passphrase::{Passphrase, ShortPassphrase};
pub use sealing::Sealed;
pub(crate) use sealing::{adopt, envelope, unlocked};
