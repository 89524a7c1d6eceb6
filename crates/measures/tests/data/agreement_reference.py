"""Every agreement index for a few hundred real cells, computed independently of the crate.

    for table in votes roll_calls roll_call_issues; do
        entente evidence export $table --format csv -o DIR/$table.csv
    done
    python3 agreement_reference.py DIR > agreement_reference.csv

The votes are taken from the exported tables and not from the publishers' files, because some
published session numbers are corrected on import (`session` beside `session_published`): so both
sides agree on what a session holds. Membership of the United Nations is read from
`data/states/memberships.csv`. Everything after that is written from the indices' own definitions,
roll call by roll call: kappa by scikit-learn, the rest by numpy.

Needs numpy, pandas and scikit-learn. Written with numpy 2.4 and scikit-learn 1.9.
"""

import sys
import warnings
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.metrics import cohen_kappa_score

ISSUES = ["all", "me", "nu", "di", "co", "hr", "ec"]
LABELS = [1, 2, 3]
INDICES = """coincidence coincidence_votes_only coincidence_2021 coincidence_2022 agreement_voeten
agreement kappa kappa_linear kappa_squared pi pi_linear pi_squared s s_squared
agreement_lopsided""".split()

# Pairs with something to trip over: allies and rivals, heavy abstainers, long absences, one seat
# that is two states here (China, Germany, Yemen), states that join or leave within the record.
PAIRS = [
    (2, 70), (2, 365), (2, 666), (2, 987), (710, 731), (710, 713), (260, 265), (255, 260),
    (678, 680), (345, 343), (560, 2), (552, 2), (626, 2), (850, 40), (315, 316), (369, 365),
    (951, 2), (986, 987), (411, 52), (510, 511), (20, 41),
]
SESSIONS = [1, 2, 5, 9, 10, 15, 16, 18, 20, 26, 28, 29, 35, 42, 45, 46, 48, 55, 60, 65, 70, 73, 74]


def read(directory):
    roll_calls = pd.read_csv(directory / "roll_calls.csv", usecols=["rcid", "session", "date"])
    roll_calls = roll_calls.sort_values(["session", "date", "rcid"]).reset_index(drop=True)
    votes = pd.read_csv(directory / "votes.csv")
    votes = votes[votes.vote.isin(LABELS)]
    matrix = votes.pivot(index="rcid", columns="ccode", values="vote").reindex(roll_calls.rcid)
    coded = pd.read_csv(directory / "roll_call_issues.csv")
    issues = {code: set(coded.rcid[coded.issue == code]) for code in ISSUES[1:]}
    members = pd.read_csv(Path(__file__).parents[4] / "data/states/memberships.csv")
    members = members[members.body == "UN"].rename(columns={"from": "first", "until": "last"})
    return roll_calls, matrix, issues, members


def seats(roll_calls, matrix, members):
    """Roll calls by states: a member on the day, or voting."""
    days = pd.to_datetime(roll_calls.date)
    seated = matrix.notna().to_numpy(copy=True)
    for column, ccode in enumerate(matrix.columns):
        for spell in members[members.ccode == ccode].itertuples():
            last = pd.Timestamp.max if pd.isna(spell.last) else pd.Timestamp(spell.last)
            seated[:, column] |= ((days >= pd.Timestamp(spell.first)) & (days <= last)).to_numpy()
    return seated


def mean(values):
    return np.mean(values) if len(values) else np.nan


def kappa(a, b, weights):
    if len(a) == 0:
        return np.nan
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return cohen_kappa_score(a, b, labels=LABELS, weights=weights)


def scott(a, b, distance):
    """Scott 1955: chance draws both votes from the mean of the two margins."""
    if len(a) == 0:
        return np.nan
    margin = np.array([(np.mean(a == v) + np.mean(b == v)) / 2 for v in LABELS])
    expected = sum(
        margin[i] * margin[j] * distance(v, w)
        for i, v in enumerate(LABELS)
        for j, w in enumerate(LABELS)
    )
    seen = np.mean([distance(v, w) for v, w in zip(a, b)])
    return 1 - seen / expected if expected > 1e-15 else np.nan


def indices(a, b, seated, unanimous, weight):
    """All indices of two rows of votes (nan: none) over the roll calls of one cell."""
    joint = ~np.isnan(a) & ~np.isnan(b)
    x, y = a[joint], b[joint]
    score = 1 - np.abs(x - y) / 2
    firm = (x != 2) & (y != 2)

    # 2021: a member's non-vote is an abstention, unless neither voted. 2022: it scores a half.
    either = seated & ~(np.isnan(a) & np.isnan(b))
    filled = 1 - np.abs(np.nan_to_num(a[either], nan=2) - np.nan_to_num(b[either], nan=2)) / 2
    halves = np.where(joint, 1 - np.abs(a - b) / 2, 0.5)[either]

    divided = ~unanimous[joint]
    w = weight[joint]
    n = len(x)
    return {
        "coincidence_2017": mean(score),
        "coincidence_votes_only": mean(x[firm] == y[firm]),
        "coincidence_2021": mean(filled),
        "coincidence_2022": mean(halves),
        "agreement_voeten": mean(score[divided]),
        "agreement": mean(x == y),
        "kappa": kappa(x, y, None),
        "kappa_linear": kappa(x, y, "linear"),
        "kappa_squared": kappa(x, y, "quadratic"),
        "pi": scott(x, y, lambda v, w: float(v != w)),
        "pi_linear": scott(x, y, lambda v, w: abs(v - w)),
        "pi_squared": scott(x, y, lambda v, w: (v - w) ** 2),
        "s": 1 - 2 * np.sum(np.abs(x - y)) / (n * 2) if n else np.nan,
        "s_squared": 1 - 2 * np.sum((x - y) ** 2) / (n * 4) if n else np.nan,
        "agreement_lopsided": np.sum(w * score) / np.sum(w) if np.sum(w) > 0 else np.nan,
    }


def main(directory):
    roll_calls, matrix, issues, members = read(directory)
    votes = matrix.to_numpy()
    seated = seats(roll_calls, matrix, members)
    place = {ccode: i for i, ccode in enumerate(matrix.columns)}
    cast = [row[~np.isnan(row)] for row in votes]
    unanimous = np.array([len(set(row)) <= 1 for row in cast])
    # The distance of two votes drawn at random with replacement: the mean over all ordered pairs.
    weight = np.array([np.abs(row[:, None] - row[None, :]).mean() / 2 for row in cast])

    draw = np.random.default_rng(1955)
    pairs = [pair for pair in PAIRS if pair[0] in place and pair[1] in place]
    drawn = draw.choice(len(matrix.columns), (90, 2))
    pairs += [(matrix.columns[i], matrix.columns[j]) for i, j in drawn if i != j]

    print(",".join(["ccode1", "ccode2", "session", "issue", "voted", "seated", *INDICES]))
    for first, second in pairs:
        both = seated[:, place[first]] & seated[:, place[second]]
        for session in draw.choice(SESSIONS, 4, replace=False):
            for issue in ["all", *draw.choice(ISSUES[1:], 2, replace=False)]:
                chosen = (roll_calls.session == session).to_numpy() & both
                if issue != "all":
                    chosen &= roll_calls.rcid.isin(issues[issue]).to_numpy()
                if not chosen.any():
                    continue
                a, b = votes[chosen, place[first]], votes[chosen, place[second]]
                values = indices(a, b, both[chosen], unanimous[chosen], weight[chosen])
                joint = int((~np.isnan(a) & ~np.isnan(b)).sum())
                figures = ["" if np.isnan(values[i]) else repr(float(values[i])) for i in INDICES]
                print(",".join(map(str, [first, second, session, issue, joint, chosen.sum(), *figures])))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
