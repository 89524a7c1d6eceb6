"""The same indices for all pairs, sessions and issue sets with numpy: the baseline.

The directory holds votes, roll_calls and roll_call_issues as CSV (`entente evidence export`). The
time printed is that of the indices alone, votes and membership already in memory; reading is not
counted on either side. Per cell, one matrix product for each pair of votes gives the counts of all
pairs of states at once, which is how the indices are fastest computed in numpy.
"""

import json
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd

ISSUES = ["me", "nu", "di", "co", "hr", "ec"]


def read(directory):
    columns = ["rcid", "session", "date"]
    roll_calls = pd.read_csv(directory / "roll_calls.csv", usecols=columns, parse_dates=["date"])
    roll_calls = roll_calls.sort_values(["session", "date", "rcid"]).reset_index(drop=True)
    votes = pd.read_csv(directory / "votes.csv")
    votes = votes[votes.vote.isin([1, 2, 3])]
    matrix = votes.pivot(index="ccode", columns="rcid", values="vote")
    matrix = matrix.reindex(columns=roll_calls.rcid)
    coded = pd.read_csv(directory / "roll_call_issues.csv")
    issues = [roll_calls.rcid.isin(coded.rcid[coded.issue == i]).to_numpy() for i in ISSUES]
    return roll_calls, matrix, [np.ones(len(roll_calls), bool), *issues]


def seats(roll_calls, matrix):
    """States by roll calls: a member of the United Nations on the day, or voting."""
    members = pd.read_csv(Path(__file__).parents[2] / "data/states/memberships.csv")
    members = members[members.body == "UN"]
    days = roll_calls.date.to_numpy()
    seated = matrix.notna().to_numpy(copy=True)
    place = {ccode: i for i, ccode in enumerate(matrix.index)}
    first = pd.to_datetime(members["from"]).to_numpy()
    last = pd.to_datetime(members["until"]).fillna(pd.Timestamp("2100-01-01")).to_numpy()
    for ccode, start, end in zip(members.ccode, first, last):
        if ccode in place:
            seated[place[ccode]] |= (start <= days) & (days <= end)
    return seated


def indices(planes, seated, contested, weight):
    """All indices of the pairs that were both members, of one cell."""
    cast = planes[0] + planes[1] + planes[2]
    both = [[a @ b.T for b in planes] for a in planes]
    only = [a @ (seated - cast).T for a in planes]
    one, other = np.triu_indices(len(cast), 1)
    together = (seated @ seated.T)[one, other] > 0
    one, other = one[together], other[together]

    def of(table):
        return table[one, other]

    n_ij = [[of(both[i][j]) for j in range(3)] for i in range(3)]
    absent = [of(only[i]) + only[i][other, one] for i in range(3)]
    rows = [sum(n_ij[i]) for i in range(3)]
    columns = [n_ij[0][j] + n_ij[1][j] + n_ij[2][j] for j in range(3)]
    pooled = [r + c for r, c in zip(rows, columns)]
    n = rows[0] + rows[1] + rows[2]
    same = n_ij[0][0] + n_ij[1][1] + n_ij[2][2]
    opposite = n_ij[0][2] + n_ij[2][0]
    partial = n - same - opposite
    a = absent[0] + absent[1] + absent[2]
    firm = n_ij[0][0] + n_ij[2][2]

    divided = [p * contested for p in planes]
    same_divided = of(sum(p @ p.T for p in divided))
    n_divided = same_divided + partial + opposite
    weighted = [p * weight for p in planes]
    w_same = of(sum(w @ p.T for w, p in zip(weighted, planes)))
    w_opposite = weighted[0] @ planes[2].T
    w_opposite = of(w_opposite) + w_opposite[other, one]
    w_total = of((cast * weight) @ cast.T)
    w_partial = w_total - w_same - w_opposite

    def beyond_chance(first, second, scale):
        step = (first[0] + first[2]) * second[1] + first[1] * (second[0] + second[2])
        two = first[0] * second[2] + first[2] * second[0]
        for v in (1, 2, 4):
            yield 1 - (partial + v * opposite) * scale / (step + v * two)

    return [
        (same + partial / 2) / n,
        firm / (firm + opposite),
        (same + absent[1] + (partial + absent[0] + absent[2]) / 2) / (n + a),
        (same + partial / 2 + a / 2) / (n + a),
        (same_divided + partial / 2) / n_divided,
        same / n,
        *beyond_chance(rows, columns, n),
        *beyond_chance(pooled, pooled, 4 * n),
        1 - (partial + 2 * opposite) / n,
        1 - (partial + 4 * opposite) / (2 * n),
        (w_same + w_partial / 2) / w_total,
    ]


def main(directory):
    roll_calls, matrix, issues = read(directory)
    votes = matrix.to_numpy()
    seated = seats(roll_calls, matrix)
    sessions = roll_calls.session.to_numpy()

    start = time.perf_counter()
    planes = [(votes == v).astype(np.float32) for v in (1, 2, 3)]
    cast = np.array([p.sum(axis=0, dtype=float) for p in planes])
    yes, abstain, no = cast / cast.sum(axis=0)
    weight = (2 * yes * no + abstain * (yes + no))
    contested = ((cast > 0).sum(axis=0) > 1).astype(np.float32)
    rows, total = 0, 0.0
    with np.errstate(divide="ignore", invalid="ignore"):
        for session in np.unique(sessions):
            for issue in issues:
                chosen = (sessions == session) & issue
                if not chosen.any():
                    continue
                present = seated[:, chosen].any(axis=1)
                cell = [p[np.ix_(present, chosen)] for p in planes]
                members = seated[np.ix_(present, chosen)].astype(np.float32)
                values = indices(cell, members, contested[chosen], weight[chosen])
                rows += len(values[0])
                total += float(np.nansum(values[-1]))
    seconds = time.perf_counter() - start
    print(json.dumps({"rows": rows, "seconds": seconds, "sum_lopsided": total}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
