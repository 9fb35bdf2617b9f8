"""What `homeroom` writes, in pandas. Nothing but pandas and numpy is used.

    sys.path.append("docs/analysis"); import results

A folder of `run`, `compare`, `audit effect` or `sweep` holds tables and their codebook.csv: types,
units and words are taken from it, so that they are those of the program that wrote the tables.
"""
import json
import sqlite3
from pathlib import Path

import numpy as np
import pandas as pd

KINDS = {"whole": "Int64", "number": "float64", "text": "string"}


def codebook(folder):
    """One row for each column of each table of the folder."""
    return pd.read_csv(Path(folder) / "codebook.csv", keep_default_na=False)


def read_table(folder, table):
    """A table with the types that its codebook says: whole numbers, 0/1 as booleans, words as
    categories in their order. An empty cell is missing, and nothing else is: no word is."""
    book = codebook(folder)
    book = book[book["table"] == table].set_index("column")
    rows = pd.read_csv(Path(folder) / f"{table}.csv", dtype=book["kind"].map(KINDS).to_dict(),
                       keep_default_na=False, na_values=[""], float_precision="round_trip")
    for column, said in book.iterrows():
        if said["unit"] == "0/1":
            rows[column] = rows[column].astype("boolean")
        elif said["levels"]:
            rows[column] = pd.Categorical(rows[column], said["levels"].split())
    rows.attrs["units"] = book["unit"].to_dict()
    rows.attrs["meanings"] = book["meaning"].to_dict()
    return rows


def read_manifest(folder):
    return json.loads((Path(folder) / "manifest.json").read_text(encoding="utf-8"))


def runs_of(folders):
    """One row for each folder: what was run, by which program, and whether it was finished."""
    rows = []
    for folder in folders:
        of = read_manifest(folder)
        rows.append({"folder": str(folder), "scenario": of["scenario"]["name"],
                     "revision": of["revision"], "fingerprint": of["scenario"]["fingerprint"],
                     "seed": of["seed"], "first_year": of["years"]["first"],
                     "policy_years": of["years"]["policy"], "status": of["status"],
                     "replicates": len(of["replicates"]["finished"])})
    return pd.DataFrame(rows)


def read_runs(folders, table):
    """The same table of several folders, below each other, each row with its folder. Replicates of
    one scenario may lie in many folders; one that stands in two is refused, and so are folders of
    one name that are not of one scenario, seed and program."""
    runs = runs_of(folders)
    for name, same in runs.groupby("scenario"):
        if len(same[["revision", "fingerprint", "seed"]].drop_duplicates()) > 1:
            raise ValueError(f"folders of {name} are of different scenarios, seeds or programs")
    rows = pd.concat([read_table(folder, table).assign(folder=str(folder)) for folder in folders],
                     ignore_index=True)
    lives = rows[["folder", "scenario", "replicate"]].drop_duplicates()
    if lives.duplicated(["scenario", "replicate"]).any():
        raise ValueError("a replicate stands in two folders")
    return rows


def t_within(share, degrees):
    """The t within which Student's distribution has this share. With t = sqrt(degrees) tan(a) its
    density is that of cos(a) to the power degrees - 1."""
    angle = np.linspace(0, np.pi / 2, 200_001)
    density = np.cos(angle) ** (degrees - 1)
    below = np.concatenate([[0], np.cumsum((density[1:] + density[:-1]) / 2)])
    return np.sqrt(degrees) * np.tan(np.interp(share * below[-1], below, angle))


def interval(values):
    """Mean, standard error and 95 % interval over replicates; what is missing does not count."""
    values = pd.Series(values).dropna().astype(float)
    n, mean = len(values), values.mean()
    error = values.std() / np.sqrt(n) if n > 1 else np.nan
    reach = t_within(0.95, n - 1) * error if n > 1 else np.nan
    return pd.Series({"difference": mean, "error": error, "low": mean - reach,
                      "high": mean + reach, "replicates": n})


def paired(base, alternative, value, by):
    """Alternative less base, replicate by replicate: both have the same dice."""
    keys = [*by, "replicate"]
    both = base[keys + [value]].merge(alternative[keys + [value]], on=keys)
    both["less"] = both[f"{value}_y"] - both[f"{value}_x"]
    rows = [{**dict(zip(by, key if isinstance(key, tuple) else (key,))), **interval(of["less"])}
            for key, of in both.groupby(list(by), sort=False, dropna=False)]
    return pd.DataFrame(rows).astype({"replicates": int})


def response(runs, factor, outcome):
    """What each value of a sweep's factor does to an outcome, against the first (of policies the
    city's own law): mean over all other factors, cities and policies, paired by replicate, since
    all points share their dice."""
    lives = runs.groupby([factor, "replicate"], observed=True)[outcome].mean().unstack(factor)
    levels = sorted(lives.columns, key=lambda level: (level != "none", level))
    rows = [{factor: level, "mean": lives[level].mean(), **interval(lives[level] - lives[levels[0]])}
            for level in levels]
    return pd.DataFrame(rows).astype({"replicates": int})


def read_shards(folder):
    """Runs of a sweep's shards as they are, also of one that is not finished: what `homeroom
    collect` brings together. A run that two shards have stands once."""
    parts = []
    for file in sorted(Path(folder).glob("shard-*-of-*.sqlite")):
        with sqlite3.connect(file) as store:
            parts.append(pd.read_sql_query("SELECT * FROM runs JOIN points USING (point)", store))
        store.close()
    rows = pd.concat(parts).drop(columns="row_check")
    return rows.drop_duplicates("run").sort_values("run", ignore_index=True)
