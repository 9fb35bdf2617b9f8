#!/usr/bin/env python3
"""docs/analysis.md comes out as it stands, and what R or Python make of tables is what the program
made of them: cells, paired differences, responses of a sweep.

    tests/app/analysis/analysis.py PROGRAM r|python
"""
import csv
import json
import pathlib
import re
import sqlite3
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
sys.dont_write_bytecode = True
# Decimals that a unit is written with: decimals_of in sim/records/table.cpp.
DECIMALS = {"%": 4, "km": 3, "percentile": 4, "by event": 4, "share": 6, "state SD": 6, "SD": 6,
            "SD/year": 9, "USD": 2, "USD/student": 2}
TYPES = {"whole": "integer", "number": "numeric", "text": "character"}
faults = []


def expect(holds, what):
    if not holds:
        faults.append(what)


def rows_of(file):
    with open(file, newline="", encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def same_cell(text, dumped, kind):
    if text == "" or dumped == "":
        return text == dumped
    if kind == "logical":
        return dumped.lower() == ("true" if text == "1" else "false")
    if kind in ("character", "word"):
        return text == dumped
    # R reads decimals to within their last bit.
    return abs(float(text) - float(dumped)) <= 1e-14 * abs(float(text))


def look_at_tables(work):
    """Every cell of every table is what the text says, in the type that the codebook says."""
    types = {(row["folder"], row["table"], row["column"]): row["type"]
             for row in rows_of(work / "dump/types.csv")}
    cells = 0
    for folder in ("law", "compare", "hiring"):
        for said in rows_of(work / f"results/{folder}/codebook.csv"):
            kind = types.pop((folder, said["table"], said["column"]))
            wanted = ("logical" if said["unit"] == "0/1" else
                      "word" if said["levels"] else TYPES[said["kind"]])
            expect(kind == wanted, f"{folder} {said['table']}.{said['column']}: {kind}, not {wanted}")
        for table in {row["table"] for row in rows_of(work / f"results/{folder}/codebook.csv")}:
            kinds = {row["column"]: row["type"] for row in rows_of(work / "dump/types.csv")
                     if row["folder"] == folder and row["table"] == table}
            written = rows_of(work / f"results/{folder}/{table}.csv")
            read = rows_of(work / f"dump/{folder}.{table}.csv")
            expect(len(written) == len(read), f"{folder} {table}: {len(read)} rows, not {len(written)}")
            expect(not written or list(written[0]) == list(kinds), f"{folder} {table}: other columns")
            for line, (one, other) in enumerate(zip(written, read)):
                for column, text in one.items():
                    cells += 1
                    expect(same_cell(text, other[column], kinds[column]),
                           f"{folder} {table}.{column}, row {line}: {other[column]!r}, not {text!r}")
    expect(not types, f"columns that no codebook has: {sorted(types)[:3]}")
    return cells


def look_at_differences(work):
    """Paired differences of every measure that tables have are those of differences.csv."""
    units = {(row["table"], row["column"]): row["unit"] for row in rows_of(work / "results/law/codebook.csv")}
    told = {(row["measure"], row["year"], row["model"]): row
            for row in rows_of(work / "results/compare/differences.csv")}
    compared, measures = 0, set()
    for row in rows_of(work / "dump/differences.csv"):
        # The same measure may stand in two tables; the city's money is not that of its schools.
        own = told.get((row["measure"], row["year"], row["model"]))
        of = source_of(row["measure"])
        if own is None or row["table"] not in of:
            continue
        step = 10.0 ** -DECIMALS.get(units[row["table"], row["measure"]], 8)
        expect(row["replicates"] == own["replicates"], f"{row}: pairs are {own['replicates']}")
        for number in ("difference", "error", "low", "high"):
            if row[number] == "" or own[number] == "":
                expect(row[number] == own[number], f"{number} of {row}: {own[number]!r}")
                continue
            compared += 1
            # A mean of differences of two numbers cut at a decimal, and its error; ends of an
            # interval lie as many errors off as Student's t says.
            off = abs(float(row[number]) - float(own[number]))
            reach = (float(own["high"]) - float(own["low"])) / 2 if number in ("low", "high") else 0
            errors = reach / float(own["error"]) if reach > 0 else 0
            expect(off <= (2 + errors) * step + 1e-8, f"{number} of {row}: {own[number]}")
        measures.add(row["measure"])
    expect(len(measures) > 60, f"only {len(measures)} measures were compared")
    return compared, len(measures)


def source_of(measure):
    """Tables from which `compare` reads a measure (analysis/truth/measures.cpp)."""
    text = (ROOT / "analysis/truth/measures.cpp").read_text(encoding="utf-8")
    lists = re.findall(r"for \(const char\* name :\s*\{(.*?)\}\) \{", text, re.S)
    tables = (("models", "district"), ("sustainability",), ("truth_sustainability",))
    for names, of in zip(lists, tables):
        if f'"{measure}"' in names:
            return of
    return ("truth_models",)


def look_at_prints(work, program):
    """What `compare` prints of growth, in the last year, is what growth.csv has, to its last digit."""
    printed = subprocess.run(
        [program, "compare", "scenarios/small_elected.toml", "--policy", "R1", "--replicates", "20",
         "--quiet", "-o", "results/again"], cwd=work, capture_output=True, text=True, check=True).stdout
    told = {(row["measure"], row["model"]): row for row in rows_of(work / "dump/differences.csv")
            if row["year"] == "2020" and row["table"] in source_of(row["measure"])}
    labels = {"whole city": "", "independent charter": "independent_charter"}
    columns = {5: ("effective_autonomy", 1, 3), 7: ("teacher_turnover", 100, 2), 8: ("cost_per_pupil", 1, 0)}
    seen = 0
    for line in printed.split("\n\n")[1].splitlines()[1:]:
        cells = re.split(r"\s{2,}", re.sub(r" (?=±)", "", line).strip())
        model = labels.get(cells[0], cells[0])
        for place, (measure, scale, digits) in columns.items():
            own = told[measure, model]
            reach = (float(own["high"]) - float(own["low"])) / 2
            for text, value in zip(cells[place + 1].split("±"), (float(own["difference"]), reach)):
                seen += 1
                expect(abs(float(text) - scale * value) <= 0.5 * 10.0 ** -digits + scale * 0.02 * (digits == 0)
                       + 1e-4, f"{model} {measure}: {text} is printed, {scale * value} comes out")
    expect(seen >= 24, f"only {seen} printed numbers were compared")
    return seen


def look_at_responses(work, program):
    """Responses by factor are means in the store and the figures of the report."""
    subprocess.run([program, "report", "results/hiring", "-o", "hiring.html"], cwd=work, check=True,
                   stdout=subprocess.DEVNULL)
    text = re.search(r'<script type="application/json" id="report-data">(.*?)</script>',
                     (work / "hiring.html").read_text(encoding="utf-8"), re.S)[1]
    figures = {}
    for figure in json.loads(text)["figures"]:
        keys = [column["key"] for column in figure["columns"]]
        figures[figure["id"]] = [dict(zip(keys, row)) for row in figure["rows"]]
    responses = rows_of(work / "dump/responses.csv")
    outcomes = sorted({row["outcome"] for row in responses})
    store = sqlite3.connect(work / "results/hiring/sweep.sqlite")
    names = [name for name, in store.execute("SELECT name FROM outcomes ORDER BY place")]
    compared = 0
    for row in responses:
        # Values of factors are kept as they were written, numbers among them.
        level = float(row["level"]) if row["factor"] == "leadership" else row["level"]
        mean, = store.execute(
            f'SELECT avg("{row["outcome"]}") FROM runs JOIN points USING (point) WHERE '
            + (f'CAST({row["factor"]} AS REAL) = ?' if row["factor"] == "leadership" else f'{row["factor"]} = ?'),
            [level]).fetchone()
        expect(abs(float(row["mean"]) - mean) <= 1e-12 + 1e-12 * abs(mean), f"{row}: the store has {mean}")
        place = names.index(row["outcome"])
        if row["factor"] == "leadership":
            own = [r for r in figures[f"outcome_{place}"] if r["x"] == level and r["series"] == "leadership"]
            value = "y"
        else:
            own = [r for r in figures[f"outcome_words_{place}"] if r["label"] == level]
            value = [key for key in (own[0] if own else {}) if key not in ("label", "panel", "low", "high")][-1:]
            value = value[0] if value else None
            expect(own or level == "none", f"{row}: not in the report")
        for figure in own:
            for one, other in ((value, "difference"), ("low", "low"), ("high", "high")):
                compared += 1
                expect(abs(float(figure[one]) - float(row[other])) < 1e-9, f"{other} of {row}: {figure}")
    expect(len(outcomes) == 2 and compared >= 24, f"only {compared} numbers of {outcomes} were compared")
    return compared


def make_half(work, program):
    """The page's sweep with one of its two shards, which nobody collected."""
    page = (ROOT / "docs/analysis.md").read_text(encoding="utf-8")
    (work / "half.toml").write_text(re.search(r"```toml\n(# hiring.toml.*?)```", page, re.S)[1], encoding="utf-8")
    subprocess.run([program, "sweep", work / "half.toml", "--shard", "1/2", "--quiet", "-o", work / "results/half"],
                   cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


def main():
    program, language = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2]
    script = ROOT / "tests/app/analysis" / {"r": "dump.R", "python": "dump.py"}[language]
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        # A folder of the same name with other dice, which may not be taken for the same.
        subprocess.run([program, "run", ROOT / "scenarios/small_elected.toml", "--replicate", "3", "--seed",
                        "7", "--quiet", "-o", work / "results/other"], check=True, stdout=subprocess.DEVNULL)
        # One replicate, and not twenty of which it is one.
        subprocess.run([program, "run", ROOT / "scenarios/small_elected.toml", "--replicates", "1", "--quiet",
                        "-o", work / "results/first"], check=True, stdout=subprocess.DEVNULL)
        make_half(work, program)
        page = subprocess.run([ROOT / "scripts/transcripts", "check", ROOT / "docs/analysis.md", "--program",
                               program, "--language", language, "--keep", work, "--then", script])
        if page.returncode == 77:
            return 77
        if page.returncode != 0:
            return 1
        cells = look_at_tables(work)
        differences, measures = look_at_differences(work)
        printed = look_at_prints(work, program)
        responses = look_at_responses(work, program)
    for fault in faults[:20]:
        print(f"FAILED: {fault}", file=sys.stderr)
    if faults:
        print(f"{len(faults)} failures", file=sys.stderr)
        return 1
    print(f"{language}: {cells} cells, {differences} numbers of {measures} measures, {printed} printed, "
          f"{responses} of responses, as the program has them")
    return 0


if __name__ == "__main__":
    sys.exit(main())
