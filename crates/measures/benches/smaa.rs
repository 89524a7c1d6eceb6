//! How long SMAA-2 takes over 30 alternatives by five criteria, 10,000 draws.
//!
//! Run with `cargo bench -p entente-measures --bench smaa`.

#![allow(missing_docs)]

use divan::Bencher;
use entente_measures::smaa::{Draws, Weights, smaa2};
use rand::RngExt;

const DRAWS: usize = 10_000;
const ALTERNATIVES: usize = 30;
const NAMES: [&str; 5] = ["coincidence", "stake", "carrier", "window", "resistance"];

fn main() {
    divan::main();
}

fn draws() -> Draws {
    Draws::sampled(DRAWS, ALTERNATIVES, NAMES.len(), 1, |rng, draw| {
        draw.iter_mut().for_each(|x| *x = rng.random());
    })
    .expect("finite")
}

#[divan::bench(args = ["", "coincidence > stake > carrier > window > resistance", "stake >= 0.2, window <= 0.3, carrier > window"])]
fn thirty_by_five(bencher: Bencher<'_, '_>, words: &str) {
    let draws = draws();
    let weights = Weights::in_words(&NAMES, words).expect("words");
    bencher.bench(|| smaa2(&draws, &weights, 1).expect("weights"));
}

#[divan::bench]
fn drawing() -> Draws {
    draws()
}
