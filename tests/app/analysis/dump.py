"""Writes what docs/analysis/results.py makes of the folders of docs/analysis.md, for analysis.py."""
import pathlib
import sys

sys.path.append("docs/analysis")
import pandas as pd  # noqa: E402
from results import codebook, paired, read_runs, read_table, response  # noqa: E402

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


def refused(folders):
    try:
        read_runs(folders, "district")
    except ValueError:
        return True
    return False


# What must be refused.
assert refused(["results/law", "results/part_1"]) and refused(["results/part_1", "results/other"])
assert not refused(["results/part_1", "results/part_2"])
