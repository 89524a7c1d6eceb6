//! How long every index takes for every pair in every session on every issue set, and the
//! coincidence alone beside counting vote by vote.
//!
//! Run with `cargo bench -p entente-measures`; `bench/agreement/run` sets the first beside numpy.

use std::convert::Infallible;
use std::hint::black_box;

use divan::counter::ItemsCount;
use entente_evidence::{AsOf, Evidence};
use entente_measures::{
    CellPairs, Indices, IssueFilter, Mask, PairCounts, Period, Selection, Tally, VotePlanes,
};
use jiff::civil::date;

fn main() {
    divan::main();
}

fn evidence() -> Evidence {
    Evidence::embedded().expect("the embedded evidence opens")
}

fn reading(evidence: &Evidence) -> AsOf<'_> {
    evidence.as_of(date(2021, 2, 1))
}

fn planes(as_of: &AsOf<'_>) -> VotePlanes {
    VotePlanes::new(
        as_of.votes().expect("votes"),
        as_of.roll_calls().expect("roll calls"),
    )
}

fn cells(as_of: &AsOf<'_>) -> Vec<Selection> {
    let issues: Vec<IssueFilter> = IssueFilter::every().collect();
    let roll_calls = as_of.roll_calls().expect("roll calls");
    Selection::cells(roll_calls, Period::session_of, |_| true, &issues)
}

/// Every pair in every cell, on all cores; how many rows `of_row` was given.
fn pass(planes: &VotePlanes, cells: &[Selection], of_row: impl Fn(PairCounts) + Sync) -> usize {
    let mut rows = 0;
    let count = |pairs: &CellPairs<'_>| pairs.rows().map(|row| of_row(row.counts)).count();
    let Ok(()) = planes.all_pairs(cells, count, |counted| {
        rows += counted;
        Ok::<(), Infallible>(())
    });
    rows
}

/// All 15 indices of all pairs in all sessions on all issue sets.
#[divan::bench(sample_count = 20)]
fn all_indices(bencher: divan::Bencher) {
    let evidence = evidence();
    let as_of = reading(&evidence);
    let (planes, cells) = (planes(&as_of), cells(&as_of));
    let indices = |counts: PairCounts| {
        black_box(Indices::of(&counts));
    };
    let rows = pass(&planes, &cells, indices);
    bencher
        .counter(ItemsCount::new(rows))
        .bench_local(|| pass(&planes, &cells, indices));
}

/// The counts behind them alone.
#[divan::bench(sample_count = 20)]
fn all_counts(bencher: divan::Bencher) {
    let evidence = evidence();
    let as_of = reading(&evidence);
    let (planes, cells) = (planes(&as_of), cells(&as_of));
    bencher.bench_local(|| {
        pass(&planes, &cells, |counts| {
            black_box(counts);
        })
    });
}

/// The votes as bit planes, from the matrix.
#[divan::bench(sample_count = 20)]
fn planes_of_votes(bencher: divan::Bencher) {
    let evidence = evidence();
    let as_of = reading(&evidence);
    planes(&as_of);
    bencher.bench_local(|| planes(&as_of));
}

/// All pairs over the whole record, by population count.
#[divan::bench(sample_count = 5)]
fn planes_whole_record(bencher: divan::Bencher) {
    let evidence = evidence();
    let as_of = reading(&evidence);
    let planes = planes(&as_of);
    let everything = Mask::of(0..as_of.roll_calls().expect("roll calls").len());
    bencher.bench_local(|| {
        let n = planes.states().len();
        let tally = |a| (a + 1..n).map(move |b| (a, b));
        (0..n)
            .flat_map(tally)
            .map(|(a, b)| planes.tally(a, b, &everything))
            .sum::<Tally>()
    });
}

/// The same, vote by vote: the baseline.
#[divan::bench(sample_count = 3)]
fn votes_whole_record(bencher: divan::Bencher) {
    let evidence = evidence();
    let as_of = reading(&evidence);
    let votes = as_of.votes().expect("votes");
    bencher.bench_local(|| {
        let states = votes.states();
        let mut total = Tally::default();
        for (i, a) in states.iter().enumerate() {
            for b in &states[i + 1..] {
                if let (Some(a), Some(b)) = (votes.votes_of(*a), votes.votes_of(*b)) {
                    total = total + Tally::count(a, b);
                }
            }
        }
        total
    });
}
