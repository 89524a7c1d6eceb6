//! What takes long to compute from votes, kept on disk so that the same question is not computed twice:
//! ideal points, and how far past forecasts missed.
//!
//! A fit is found by what went into it: the votes, the prior, the options and the edition of what
//! computes it. A file that is damaged, or that something else wrote, is computed anew and replaced.

use std::io::Write;
use std::path::{Path, PathBuf};

use entente_doors::file::{self, Access, NewFile};
use entente_evidence::{AsOf, EvidenceError, sha256};
use entente_measures::ideal_points::{
    Draws, EmOptions, Estimates, GibbsOptions, Panel, Prior, TooThin, em, gibbs,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::ideal_points::Scope;

/// Raised when the estimators give other numbers for the same votes.
const EDITION: u32 = 1;

/// The most bytes of a fit that are read: 1 GiB.
const MOST_OF_A_FIT: u64 = 1 << 30;

/// Where fits are kept; nowhere, if no directory is given.
#[derive(Clone, Debug, Default)]
pub struct Fits {
    directory: Option<PathBuf>,
}

/// Which estimator, and how it runs.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[serde(tag = "method", rename_all = "lowercase")]
pub enum Estimator {
    /// Expectation-maximisation.
    Em(EmOptions),
    /// The Gibbs sampler.
    Gibbs(GibbsOptions),
}

/// What a fit tells of its progress.
pub trait Watch: Sync {
    /// A step of expectation-maximisation is done, and positions still move so far.
    fn step(&self, number: usize, change: f64);
    /// A sweep of the sampler is done, by whichever chain.
    fn sweep(&self);
}

/// Nobody watches.
impl Watch for () {
    fn step(&self, _: usize, _: f64) {}
    fn sweep(&self) {}
}

impl Fits {
    /// Keeps nothing.
    pub fn nowhere() -> Self {
        Fits::default()
    }

    /// Keeps fits in a directory, which is made when first needed.
    pub fn within(directory: PathBuf) -> Self {
        Fits {
            directory: Some(directory),
        }
    }

    /// The estimates for a panel: those on disk if they are sound, else computed and kept.
    ///
    /// # Errors
    /// If the panel is too thin.
    pub fn estimates(
        &self,
        panel: &Panel,
        prior: &Prior,
        estimator: &Estimator,
        watch: &impl Watch,
    ) -> Result<Estimates, TooThin> {
        self.kept(&key(panel, prior, estimator), || match estimator {
            Estimator::Em(options) => em(panel, prior, options, &|n, c| watch.step(n, c)),
            Estimator::Gibbs(options) => {
                gibbs(panel, prior, options, &|| watch.sweep()).map(|(estimates, _)| estimates)
            }
        })
    }

    /// What is on disk under a key if it is sound, else what is computed, which is kept.
    pub(crate) fn kept<T: Serialize + DeserializeOwned, E>(
        &self,
        key: &str,
        compute: impl FnOnce() -> Result<T, E>,
    ) -> Result<T, E> {
        if let Some(kept) = self.file(key).and_then(|f| read(&f, key)) {
            return Ok(kept);
        }
        let computed = compute()?;
        self.keep(key, &computed);
        Ok(computed)
    }

    /// Ideal points of all sessions on record by expectation-maximisation; `None` where the record is too
    /// thin for them.
    ///
    /// # Errors
    /// If votes, roll calls or repeats cannot be read.
    pub fn of_the_whole_record(
        &self,
        as_of: &AsOf<'_>,
        watch: &impl Watch,
    ) -> Result<Option<Estimates>, EvidenceError> {
        let scope = Scope {
            sessions: 0..=u16::MAX,
            admits: &|_| true,
            issue: None,
            every_roll_call: false,
        };
        let panel = scope.panel(as_of)?;
        let estimator = Estimator::Em(EmOptions::default());
        Ok(self
            .estimates(&panel, &Prior::default(), &estimator, watch)
            .ok())
    }

    /// The sampler's estimates together with its draws, which are always drawn.
    ///
    /// # Errors
    /// If the panel is too thin.
    pub fn draws(
        &self,
        panel: &Panel,
        prior: &Prior,
        options: &GibbsOptions,
        watch: &impl Watch,
    ) -> Result<(Estimates, Draws), TooThin> {
        let (estimates, draws) = gibbs(panel, prior, options, &|| watch.sweep())?;
        self.keep(&key(panel, prior, &Estimator::Gibbs(*options)), &estimates);
        Ok((estimates, draws))
    }

    fn file(&self, key: &str) -> Option<PathBuf> {
        Some(self.directory.as_ref()?.join(format!("{key}.fit")))
    }

    /// A fit that cannot be kept is still a fit: a full disk or a foreign directory stops nobody.
    fn keep(&self, key: &str, computed: &impl Serialize) {
        if let Some(file) = self.file(key) {
            let _ = write(&file, key, computed);
        }
    }
}

fn key(panel: &Panel, prior: &Prior, estimator: &Estimator) -> String {
    let settings =
        serde_json::json!({ "edition": EDITION, "prior": prior, "estimator": estimator });
    let mut bytes = settings.to_string().into_bytes();
    bytes.extend_from_slice(&panel.bytes());
    sha256(&bytes)
}

/// The key and the checksum of the body stand before the body.
fn write(name: &Path, key: &str, computed: &impl Serialize) -> std::io::Result<()> {
    let body = rmp_serde::to_vec_named(computed).map_err(std::io::Error::other)?;
    let directory = name.parent().unwrap_or(Path::new("."));
    file::folder(directory, Access::Usual)?;
    let mut kept = NewFile::beside(name, Access::Private)?;
    writeln!(kept, "{key} {}", sha256(&body))?;
    kept.write_all(&body)?;
    kept.finish()
}

fn read<T: DeserializeOwned>(file: &Path, key: &str) -> Option<T> {
    let bytes = entente_doors::read::bytes(file, MOST_OF_A_FIT).ok()?;
    let line = bytes.iter().position(|b| *b == b'\n')?;
    let (head, body) = (&bytes[..line], &bytes[line + 1..]);
    let sound = head == format!("{key} {}", sha256(body)).as_bytes();
    sound.then(|| rmp_serde::from_slice(body).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;
    use entente_evidence::Evidence;
    use jiff::civil::date;
    use std::sync::atomic::{AtomicUsize, Ordering};

    #[derive(Default)]
    struct Steps(AtomicUsize);

    impl Watch for Steps {
        fn step(&self, _: usize, _: f64) {
            self.0.fetch_add(1, Ordering::Relaxed);
        }
        fn sweep(&self) {}
    }

    fn panel() -> Panel {
        let evidence = Evidence::embedded().unwrap();
        let as_of = evidence.as_of(date(1950, 1, 1));
        Panel::new(
            as_of.votes().unwrap(),
            as_of.roll_calls().unwrap(),
            &[],
            |v| v.roll_call.session <= 3,
            |_, _| false,
        )
    }

    #[test]
    fn a_fit_is_read_back_to_the_bit_and_never_trusted_if_damaged() {
        let directory = tempfile::tempdir().unwrap();
        let fits = Fits::within(directory.path().to_owned());
        let (panel, prior) = (panel(), Prior::default());
        let estimator = Estimator::Em(EmOptions::default());
        let run = |prior: &Prior| {
            let steps = Steps::default();
            let found = fits.estimates(&panel, prior, &estimator, &steps).unwrap();
            (found, steps.0.into_inner())
        };
        let (first, steps) = run(&prior);
        assert!(steps > 0);
        assert_eq!(run(&prior), (first.clone(), 0));
        let file = std::fs::read_dir(directory.path())
            .unwrap()
            .next()
            .unwrap()
            .unwrap()
            .path();
        let sound = std::fs::read(&file).unwrap();
        for damage in [sound.len() / 2, sound.len() - 1, 3, 70] {
            let mut bytes = sound.clone();
            bytes[damage] ^= 1;
            std::fs::write(&file, bytes).unwrap();
            assert_eq!(run(&prior), (first.clone(), steps));
        }
        for foreign in [&b""[..], b"not a fit", &sound[..sound.len() - 9]] {
            std::fs::write(&file, foreign).unwrap();
            assert_eq!(run(&prior), (first.clone(), steps));
        }
        let other = Prior {
            drift: 0.1,
            ..prior
        };
        assert_ne!(run(&other).0, first);
    }
}
