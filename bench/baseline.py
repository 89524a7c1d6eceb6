"""The baseline of the cold-start bench: what a scholar runs today.

Loads the votes from Parquet with pandas and computes one pair's voting coincidence by issue and
session. Needs pandas and pyarrow. The directory holds votes.parquet, roll_calls.parquet and
roll_call_issues.parquet as `entente evidence export` writes them.
"""

import resource
import sys

import pandas as pd


def coincidence(group):
    joint = len(group)
    distance = (group.vote_a - group.vote_b).abs()
    return (distance.eq(0).sum() + 0.5 * distance.eq(1).sum()) / joint


def main(directory, a, b):
    votes = pd.read_parquet(f"{directory}/votes.parquet")
    roll_calls = pd.read_parquet(f"{directory}/roll_calls.parquet", columns=["rcid", "session"])
    issues = pd.read_parquet(f"{directory}/roll_call_issues.parquet")
    votes = votes[votes.vote.between(1, 3)]
    pair = votes[votes.ccode.eq(a)].merge(votes[votes.ccode.eq(b)], on="rcid", suffixes=("_a", "_b"))
    pair["vote_a"] = pair.vote_a.astype(int)
    pair["vote_b"] = pair.vote_b.astype(int)
    pair = pair.merge(roll_calls, on="rcid")
    overall = pair.groupby("session").apply(coincidence, include_groups=False)
    by_issue = pair.merge(issues, on="rcid").groupby(["issue", "session"]).apply(coincidence, include_groups=False)
    print(f"session 73: {overall[73]:.3f}; {len(by_issue)} cells by issue")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak memory {peak:.0f} MB", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
