"""What `homeroom` writes, in pandas. Nothing but pandas and numpy is used.

    sys.path.append("docs/analysis"); import results

A folder of `run`, `compare`, `audit effect` or `sweep` holds tables and their codebook.csv: types,
units and words are taken from it, so that they are those of the program that wrote the tables.
"""
import difflib
import json
import re
import shutil
import sqlite3
import tempfile
from pathlib import Path

import numpy as np
import pandas as pd

KINDS = {"whole": "Int64", "number": "float64", "text": "string"}


def file_of(folder, name, without):
    """A file of a folder; where it is not, the error says what was looked for, and what `without` it
    the folder may be."""
    if not Path(folder).is_dir():
        raise FileNotFoundError(f"{folder}: is no folder, seen from {Path.cwd()}; wanted is the one of -o")
    file = Path(folder) / name
    if not file.exists():
        raise FileNotFoundError(f"{folder}: has no {name}; {without}")
    return file


def nearest(name, names):
    """What may have been meant: the nearest name, and what there is."""
    near = difflib.get_close_matches(str(name), list(names), 1)
    return (f'did you mean "{near[0]}"? There' if near else "there") + f" are: {', '.join(names)}"


def wanted_columns(rows, names, where):
    for name in names:
        if name not in rows:
            raise ValueError(f'{where} has no column "{name}"; {nearest(name, rows.columns)}')


def codebook(folder):
    """One row for each column of each table of the folder."""
    file = file_of(folder, "codebook.csv", "no homeroom command has finished a table there (one that "
                   "was killed leaves none; a folder of folders has none of its own)")
    return pd.read_csv(file, keep_default_na=False)


def read_table(folder, table):
    """A table with the types that its codebook says: whole numbers, 0/1 as booleans, words as
    categories in their order. An empty cell is missing, and nothing else is: no word is."""
    book = codebook(folder)
    if table not in set(book["table"]):
        raise ValueError(f'{folder}: has no table "{table}"; {nearest(table, book["table"].unique())}. '
                         "What writes which: docs/tables.md; students and the like want --students")
    file = file_of(folder, f"{table}.csv", "of a sweep, `homeroom collect` writes it when all shards "
                   "are done, or some; read_shards reads shards as they are")
    book = book[book["table"] == table].set_index("column")
    rows = pd.read_csv(file, dtype=book["kind"].map(KINDS).to_dict(),
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
    file = file_of(folder, "manifest.json", "it is no folder of run, compare or audit effect (of a "
                   "sweep, the table runs says what was run)")
    return json.loads(file.read_text(encoding="utf-8"))


def each(names):
    """One name, or several, as a list."""
    names = [names] if isinstance(names, (str, Path)) else list(names)
    if not names:
        raise ValueError("no folder, or no column, is named")
    return names


def runs_of(folders):
    """One row for each folder: what was run, by which program, and whether it was finished."""
    rows = []
    for folder in each(folders):
        of = read_manifest(folder)
        rows.append({"folder": str(folder), "scenario": of["scenario"]["name"],
                     "revision": of["revision"], "fingerprint": of["scenario"]["fingerprint"],
                     "seed": of["seed"], "first_year": of["years"]["first"],
                     "policy_years": of["years"]["policy"], "status": of["status"],
                     "replicates": len(of["replicates"]["finished"])})
    return pd.DataFrame(rows)


def life_of(folder):
    """All that a replicate's life hangs on; how many replicates there are is no part of it."""
    of = read_manifest(folder)
    return (of["revision"], of["seed"], of.get("anchor", {}).get("fingerprint"),
            re.sub(r"^replicates = .*$", "", of["scenario"]["resolved"], flags=re.M))


def read_runs(folders, table):
    """The same table of several folders, below each other, each row with its folder. Replicates of
    one scenario may lie in many folders; one that stands in two is refused, and so are folders of
    one name that are not of one scenario, seed and program."""
    folders = each(folders)
    for name, same in runs_of(folders).groupby("scenario"):
        if len({life_of(folder) for folder in same["folder"]}) > 1:
            raise ValueError(f"{' and '.join(same['folder'])}: are all called {name}, and are of different "
                             "scenarios, seeds or programs: see runs_of. Read them one by one, or run one again")
    rows = pd.concat([read_table(folder, table).assign(folder=str(folder)) for folder in folders],
                     ignore_index=True)
    lives = rows[["folder", "scenario", "replicate"]].drop_duplicates()
    twice = lives[lives.duplicated(["scenario", "replicate"], keep=False)]
    if len(twice):
        raise ValueError(f"replicate {twice['replicate'].iloc[0]} stands in two folders, "
                         f"{' and '.join(twice['folder'].iloc[:2])}; name one of them")
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
    values = pd.Series(values, dtype="Float64").dropna().astype(float)
    n, mean = len(values), values.mean()
    error = values.std() / np.sqrt(n) if n > 1 else np.nan
    reach = t_within(0.95, n - 1) * error if n > 1 else np.nan
    return pd.Series({"difference": mean, "error": error, "low": mean - reach,
                      "high": mean + reach, "replicates": n})


def paired(base, alternative, value, by):
    """Alternative less base, replicate by replicate: with one seed both have the same dice. `by`
    names the columns that tell rows of a replicate apart."""
    by = each(by)
    keys = [*by, "replicate"]
    for rows, name in ((base, "base"), (alternative, "alternative")):
        wanted_columns(rows, [*keys, value], name)
        if not pd.api.types.is_numeric_dtype(rows[value]):
            raise TypeError(f'"{value}" of {name} holds no numbers')
        if rows.duplicated(keys).any():
            raise ValueError(f"{name} has several rows for one replicate and the same {', '.join(by)}: "
                             "name in `by` all columns that tell them apart, such as year and model")
    both = base[keys + [value]].merge(alternative[keys + [value]], on=keys)
    if not len(both):
        raise ValueError(f"base and alternative have no row of the same {', '.join(keys)}")
    both["less"] = both[f"{value}_y"].astype("Float64") - both[f"{value}_x"].astype("Float64")
    rows = [{**dict(zip(by, key if isinstance(key, tuple) else (key,))), **interval(of["less"])}
            for key, of in both.groupby(by if len(by) > 1 else by[0], sort=False, dropna=False)]
    return pd.DataFrame(rows).astype({"replicates": int})


def response(runs, factor, outcome):
    """What each value of a sweep's factor does to an outcome, against the first (of policies the
    city's own law): mean over all other factors, cities and policies, paired by replicate, since
    all points share their dice."""
    wanted_columns(runs, ["replicate", factor, outcome], "this table")
    if factor == "replicate":
        raise ValueError("replicates are what is paired, and no factor")
    lives = runs.groupby([factor, "replicate"], observed=True)[outcome].mean().unstack(factor)
    levels = sorted(lives.columns, key=lambda level: (level != "none", level))
    rows = [{factor: level, "mean": lives[level].mean(), **interval(lives[level] - lives[levels[0]])}
            for level in levels]
    return pd.DataFrame(rows).astype({"replicates": int})


def read_shards(folder):
    """Runs of a sweep's shards as they are, also while they are at work: what `homeroom collect`
    brings together. A run that two shards have stands once."""
    file_of(folder, "design.toml", "it is no folder of a sweep")
    parts = []
    for file in sorted(Path(folder).glob("shard-*-of-*.sqlite")):
        with tempfile.TemporaryDirectory() as made:
            store = sqlite3.connect(copy_of(file, Path(made)))
            if store.execute("SELECT count(*) FROM sqlite_master WHERE name = 'points'").fetchone()[0]:
                parts.append(pd.read_sql_query("SELECT * FROM runs JOIN points USING (point)", store))
            store.close()
    if not parts:
        raise FileNotFoundError(f"{folder}: has no shard yet; `homeroom sweep DESIGN -o {folder}` makes one")
    rows = pd.concat(parts).drop(columns="row_check")
    return rows.drop_duplicates("run").sort_values("run", ignore_index=True)


def copy_of(file, folder):
    """A shard's file with its log, as both were at one moment: a shard at work is locked, and its
    newest runs stand in the log alone."""
    log = file.with_name(file.name + "-wal")
    copy, copied_log = folder / file.name, folder / log.name

    def state():
        of = file.stat()
        return of.st_mtime_ns, of.st_size, log.open("rb").read(32) if log.exists() else b""

    while True:
        before = state()
        try:
            shutil.copyfile(file, copy)
            copied_log.unlink(missing_ok=True)
            if before[2]:
                shutil.copyfile(log, copied_log)
            if state() == before:
                return copy
        except FileNotFoundError:  # the log of a shard that was finished just now
            file.stat()
