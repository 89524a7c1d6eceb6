//! How long the embedded tables take to decode.
//!
//! Run with `cargo bench -p entente-evidence`. The baseline beside them reads the bytes once, which
//! is the least any decoder must do.

use entente_evidence::{Bundle, Contact, JointIgo, Population, Record, RollCall, TableId, Vote};

fn main() {
    divan::main();
}

fn decode<R: Record>() -> usize {
    Bundle::Embedded
        .rows::<R>()
        .expect("the embedded table decodes")
        .len()
}

#[divan::bench(types = [Vote, RollCall, Contact, Population, JointIgo], sample_count = 20)]
fn table<R: Record>(bencher: divan::Bencher) {
    bencher.bench_local(decode::<R>);
}

/// Every embedded byte once: the baseline.
#[divan::bench(sample_count = 20)]
fn bytes_once(bencher: divan::Bencher) {
    bencher.bench_local(|| {
        TableId::ALL
            .iter()
            .filter_map(|t| Bundle::Embedded.bytes(*t).ok().flatten())
            .flat_map(|bytes| bytes.into_iter())
            .fold(0u64, |sum, byte| sum.wrapping_add(u64::from(byte)))
    });
}

/// All tables, values checked.
#[divan::bench(sample_count = 5)]
fn verify_everything(bencher: divan::Bencher) {
    bencher.bench_local(|| Bundle::Embedded.verify().sound.len());
}
