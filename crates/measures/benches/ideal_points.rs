//! How long ideal points of the full record take by expectation-maximisation.
//!
//! `cargo bench -p entente-measures --bench ideal_points`. The authors' sampler takes 0.6 s a sweep
//! in R with Rcpp, and they run 24,000.

#![allow(missing_docs)]

mod record;

use entente_measures::ideal_points::{EmOptions, Prior, em};

fn main() {
    divan::main();
}

/// Grouping the votes, the evidence being decoded.
#[divan::bench(sample_count = 5)]
fn panel_of_the_full_record(bencher: divan::Bencher) {
    bencher.bench_local(record::panel);
}

/// To convergence: no position moves by 10⁻⁴ in a step.
#[divan::bench(sample_count = 10)]
fn em_of_the_full_record(bencher: divan::Bencher) {
    let panel = record::panel();
    bencher.bench_local(|| em(&panel, &Prior::default(), &EmOptions::default(), &|_, _| {}));
}
