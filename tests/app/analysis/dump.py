"""Writes what docs/analysis/results.py makes of the folders of docs/analysis.md, for analysis.py."""
import pathlib
import signal
import subprocess
import sys
import time

sys.path.append("docs/analysis")
import pandas as pd  # noqa: E402
from results import codebook, paired, read_runs, read_shards, read_table, response, runs_of  # noqa: E402

dump = pathlib.Path("dump")
dump.mkdir(exist_ok=True)
NAMES = {"Int64": "integer", "boolean": "logical", "float64": "numeric", "string": "character",
         "category": "word"}


def write_rows(rows, name):
    rows.to_csv(dump / name, index=False, float_format="%.17g")


types = []
for folder in ("law", "compare", "hiring"):
    for table in codebook(f"results/{folder}")["table"].unique():
        rows = read_table(f"results/{folder}", table)
        write_rows(rows, f"{folder}.{table}.csv")
        types += [{"folder": folder, "table": table, "column": column, "type": NAMES[str(kind)]}
                  for column, kind in rows.dtypes.items()]
write_rows(pd.DataFrame(types), "types.csv")

# Every number of a table that has models, or that is the city's, as differences.csv has it.
differences = []
for table in ("truth_models", "models", "district", "sustainability", "truth_sustainability"):
    law, R1 = (read_table(f"results/{name}", table) for name in ("law", "R1"))
    for rows in (law, R1):
        rows["model"] = rows["model"].fillna("") if "model" in rows else ""
    for column in law.columns.difference(["scenario", "replicate", "year", "model"]):
        if not pd.api.types.is_numeric_dtype(law[column]):
            continue
        for rows in (law, R1):
            rows[column] = rows[column].astype("Float64")
        of = paired(law, R1, column, by=["year", "model"])
        differences.append(of.assign(table=table, measure=column))
write_rows(pd.concat(differences), "differences.csv")

sweep = read_table("results/hiring", "runs")
responses = []
for factor in ("leadership", "policy"):
    for outcome in (name for name in sweep if "@" in name):
        rows = response(sweep, factor, outcome).rename(columns={factor: "level"})
        responses.append(rows.assign(factor=factor, outcome=outcome))
write_rows(pd.concat(responses), "responses.csv")


def refused(asked, *words):
    """What must be refused, and what is told then."""
    try:
        told = f"nothing: {asked()}"
    except (ValueError, TypeError, FileNotFoundError) as fault:
        told = str(fault)
    assert all(one in told for one in words), told


def table_of(name):
    return read_table(f"results/{name}", "truth_models")


by = ["year", "model"]
refused(lambda: read_table("results/nowhere", "schools"), "results/nowhere: is no folder")
refused(lambda: read_table("results", "schools"), "results: has no codebook.csv")
refused(lambda: read_table("results/law", "scools"), 'no table "scools"', 'did you mean "schools"?', "truth_groups")
refused(lambda: read_table("results/law", "students"), 'no table "students"', "--students")
refused(lambda: read_table("results/half", "runs"), "results/half: has no runs.csv", "homeroom collect")
refused(lambda: runs_of("results/hiring"), "results/hiring: has no manifest.json")
refused(lambda: runs_of([]), "no folder")
refused(lambda: read_runs(["results/law", "results/part_1"], "district"), "replicate 1 stands in two folders", "part_1")
refused(lambda: read_runs(["results/part_1", "results/other"], "district"), "different scenarios, seeds or programs")
refused(lambda: paired(table_of("law"), table_of("R1"), "latent_grwth_math", by),
        'did you mean "latent_growth_math"?')
refused(lambda: paired(table_of("law"), table_of("R1"), "latent_growth_math", "year"),
        "several rows for one replicate")
refused(lambda: paired(table_of("law"), table_of("R1"), "model", by), "holds no numbers")
refused(lambda: paired(table_of("part_1"), table_of("part_2"), "latent_growth_math", by), "no row of the same")
refused(lambda: response(sweep, "leadersip", sweep.columns[10]), 'did you mean "leadership"?')
refused(lambda: read_shards("results/law"), "is no folder of a sweep")
# How many replicates a run was asked for makes no other city.
assert len(read_runs(["results/first", "results/part_2"], "district")) == 20
assert len(read_runs(["results/part_1", "results/part_2"], "district")) == 20
# One of two shards, never collected.
assert len(read_shards("results/half")) == 30

# A sweep at work is locked, and read all the same: each run that is seen is as it is at the end.
design = pathlib.Path("hiring.toml").read_text(encoding="utf-8")
assert "replicates = 10\n" in design
pathlib.Path("work.toml").write_text(design.replace("replicates = 10\n", "replicates = 300\n"), encoding="utf-8")
sweeping = subprocess.Popen(["scripts/homeroom", "sweep", "work.toml", "--quiet", "-o", "results/work"],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
seen = []
while len(seen) < 3 and sweeping.poll() is None:
    time.sleep(0.1)
    try:
        seen = read_shards("results/work")
    except FileNotFoundError:  # not begun
        pass
assert sweeping.poll() is None, f"{len(seen)} runs were seen, and the sweep was at its end"
sweeping.send_signal(signal.SIGINT)
sweeping.wait()
subprocess.run(["scripts/homeroom", "collect", "results/work"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
last = read_table("results/work", "runs").set_index("run").loc[seen["run"]].reset_index()
outcomes = [name for name in seen if "@" in name]
assert len(outcomes) == 2 and seen[outcomes].equals(last[outcomes]), "runs seen at work are not those at the end"
