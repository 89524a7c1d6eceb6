//! How long the coincidence of all pairs takes, beside counting vote by vote.
//!
//! Run with `cargo bench -p entente-measures`. The second line is the baseline: the ratio of the
//! two is the figure to watch, not either alone.

use entente_evidence::Evidence;
use entente_measures::{IssueFilter, Period, Selection, Tally, VotePlanes};
use jiff::civil::date;

fn main() {
    divan::main();
}

fn evidence() -> Evidence {
    Evidence::embedded().expect("the embedded evidence opens")
}

/// All pairs, all sessions, all issue sets, by population count.
#[divan::bench(sample_count = 5)]
fn planes_all_sessions_all_issues(bencher: divan::Bencher) {
    let evidence = evidence();
    let as_of = evidence.as_of(date(2021, 2, 1));
    let planes = VotePlanes::new(as_of.votes().expect("votes"));
    let issues: Vec<IssueFilter> = IssueFilter::every().collect();
    let cells = Selection::cells(
        as_of.roll_calls().expect("roll calls"),
        Period::session_of,
        |_| true,
        &issues,
    );
    bencher.bench_local(|| {
        let n = planes.states().len();
        let mut joint = 0u64;
        for cell in &cells {
            for a in 0..n {
                for b in a + 1..n {
                    joint += u64::from(planes.tally(a, b, &cell.mask).joint());
                }
            }
        }
        joint
    });
}

/// All pairs over the whole record, by population count.
#[divan::bench(sample_count = 5)]
fn planes_whole_record(bencher: divan::Bencher) {
    let evidence = evidence();
    let as_of = evidence.as_of(date(2021, 2, 1));
    let planes = VotePlanes::new(as_of.votes().expect("votes"));
    let everything = entente_measures::Mask::of(0..as_of.roll_calls().expect("roll calls").len());
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
    let as_of = evidence.as_of(date(2021, 2, 1));
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
