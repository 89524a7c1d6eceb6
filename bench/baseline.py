"""The baseline of the cold-start bench: what a scholar runs today.

Loads the votes from Parquet with pandas and computes one pair's voting coincidence by issue and
session. Needs pandas and pyarrow. The directory holds un_votes.parquet, un_roll_calls.parquet and
un_roll_call_issues.parquet with the columns of the unvotes package, as `bench/prepare.py` writes
them.
"""

import resource
import sys

import pandas as pd

VALUE = {"yes": 1, "abstain": 2, "no": 3}


def coincidence(group):
    distance = (group.vote_a - group.vote_b).abs()
    return (distance.eq(0).sum() + 0.5 * distance.eq(1).sum()) / len(group)


def main(directory, a, b):
    votes = pd.read_parquet(f"{directory}/un_votes.parquet")
    roll_calls = pd.read_parquet(f"{directory}/un_roll_calls.parquet", columns=["rcid", "session"])
    issues = pd.read_parquet(f"{directory}/un_roll_call_issues.parquet")
    one = votes[votes.country.eq(a)].assign(vote=lambda v: v.vote.map(VALUE))
    other = votes[votes.country.eq(b)].assign(vote=lambda v: v.vote.map(VALUE))
    pair = one.merge(other, on="rcid", suffixes=("_a", "_b")).merge(roll_calls, on="rcid")
    overall = pair.groupby("session").apply(coincidence, include_groups=False)
    by_issue = pair.merge(issues, on="rcid").groupby(["issue", "session"])
    cells = by_issue.apply(coincidence, include_groups=False)
    print(f"session 73: {overall[73]:.3f}; {len(cells)} cells by issue")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:4])
