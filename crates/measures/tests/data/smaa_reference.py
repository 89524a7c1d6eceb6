"""SMAA-2 by numpy, independent of the crate: writes smaa_reference.csv beside this file.

python3 smaa_reference.py    (numpy; some ten seconds)

The cases of smaa_cases.toml under several sets of weights, two million draws each; the standard error
of a share is then below 0.0004. Weights under constraints are drawn by rejection alone.
"""

import csv
import pathlib
import tomllib

import numpy as np

HERE = pathlib.Path(__file__).parent
DRAWS = 2_000_000
BLOCK = 250_000


def thrombo(case, rng, n):
    beta = np.array(case["beta"], float)
    return rng.beta(beta[..., 0], beta[..., 1], size=(n, *beta.shape[:2]))


def hansen(case, rng, n):
    columns = []
    for criterion in case["log_odds"]:
        base = rng.normal(criterion["mean"], criterion["deviation"], n)[:, None]
        others = rng.multivariate_normal(criterion["differences"], criterion["covariances"], n)
        odds = base + np.concatenate([np.zeros((n, 1)), others], axis=1)
        columns.append(1 / (1 + np.exp(-odds)))
    return np.stack(columns, axis=2)


def weights(rng, n, criteria, keep):
    drawn = np.empty((0, criteria))
    while len(drawn) < n:
        some = rng.dirichlet(np.ones(criteria), 4 * n)
        drawn = np.concatenate([drawn, some[keep(some)]])
    return drawn[:n]


RULES = {
    "none": lambda w: np.full(len(w), True),
    "ordered": lambda w: (w[:, 0] > w[:, 1]) & (w[:, 1] > w[:, 2]),
    "bounded": lambda w: (w[:, 0] > w[:, 2]) & (w[:, 1] >= 0.1) & (w[:, 2] <= 0.2),
}


def main():
    cases = tomllib.loads((HERE / "smaa_cases.toml").read_text())
    rows = []
    for name, sampler in (("thrombo", thrombo), ("hansen", hansen)):
        case = cases[name]
        worst, best = np.array(case["scales"], float).T
        m, k = len(case["alternatives"]), len(case["criteria"])
        for rule, keep in RULES.items():
            rng = np.random.default_rng(20210201)
            ranks, first, better = np.zeros((m, m)), np.zeros((m, k)), np.zeros((m, m))
            for _ in range(DRAWS // BLOCK):
                w = weights(rng, BLOCK, k, keep)
                u = ((sampler(case, rng, BLOCK) - worst) / (best - worst) * w[:, None, :]).sum(2)
                place = (-u).argsort(1).argsort(1)
                for a in range(m):
                    ranks[a] += np.bincount(place[:, a], minlength=m)
                    first[a] += w[place[:, a] == 0].sum(0)
                    better[a] += (u[:, [a]] > u).sum(0)
            central = first / ranks[:, [0]]
            firsts = np.zeros(m)
            for _ in range(DRAWS // BLOCK):
                x = (sampler(case, rng, BLOCK) - worst) / (best - worst)
                for a in range(m):
                    firsts[a] += ((x * central[a]).sum(2).argmax(1) == a).sum()
            for a in range(m):
                rows += [(name, rule, a, "rank", r, ranks[a, r] / DRAWS) for r in range(m)]
                rows += [(name, rule, a, "central", c, central[a, c]) for c in range(k)]
                rows += [(name, rule, a, "better", b, better[a, b] / DRAWS) for b in range(m) if b != a]
                rows.append((name, rule, a, "confidence", 0, firsts[a] / DRAWS))
    with open(HERE / "smaa_reference.csv", "w", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["case", "weights", "alternative", "measure", "of", "value"])
        writer.writerows((*row[:5], f"{row[5]:.5f}") for row in rows)


if __name__ == "__main__":
    main()
