"""Turns `entente evidence export` tables back into those of the unvotes package, for the baseline.

The directory holds votes.parquet, roll_calls.parquet, roll_call_issues.parquet and states.csv.
"""

import sys

import pandas as pd

WORD = {1: "yes", 2: "abstain", 3: "no"}


def main(directory):
    states = pd.read_csv(f"{directory}/states.csv", keep_default_na=False).set_index("ccode")
    votes = pd.read_parquet(f"{directory}/votes.parquet").sort_values(["rcid", "ccode"])
    pd.DataFrame(
        {
            "rcid": votes.rcid.astype(float),
            "country": votes.ccode.map(states["name"]),
            "country_code": votes.ccode.map(states["iso2"]),
            "vote": votes.vote.map(WORD),
        }
    ).to_parquet(f"{directory}/un_votes.parquet", index=False)
    for table in ["roll_calls", "roll_call_issues"]:
        frame = pd.read_parquet(f"{directory}/{table}.parquet")
        frame.rcid = frame.rcid.astype(float)
        frame.to_parquet(f"{directory}/un_{table}.parquet", index=False)


if __name__ == "__main__":
    main(sys.argv[1])
