#!/usr/bin/env python3
"""Counts the numbers of a report's page once more, from the tables of its folder alone.

    report.py KIND FOLDER      KIND: run, compare, effect, claims, sweep
"""
import collections
import csv
import json
import math
import pathlib
import re
import statistics
import sys

failures = []


def close(what, one, other, tolerance=1e-9):
    if one is None or other is None:
        same = one is None and other is None
    else:
        same = math.isclose(one, other, rel_tol=tolerance, abs_tol=tolerance)
    if not same:
        failures.append(f"{what}: the page has {one}, the tables {other}")


def equal(what, one, other):
    if one != other:
        failures.append(f"{what}: the page has {one}, the tables {other}")


class Page:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.text = (self.folder / "report.html").read_text(encoding="utf-8")
        data = re.search(r'<script type="application/json" id="report-data">(.*?)</script>', self.text, re.S)
        self.data = json.loads(data.group(1))
        self.figures = {figure["id"]: figure for figure in self.data["figures"]}
        equal("figures with an id of their own", len(self.figures), len(self.data["figures"]))
        equal("requests in the page", re.findall(r'(?:src|href)="(?!#|data:)[^"]*"', self.text), [])

    def rows(self, figure):
        keys = [column["key"] for column in self.figures[figure]["columns"]]
        return [dict(zip(keys, row)) for row in self.figures[figure]["rows"]]

    def table(self, name):
        with open(self.folder / name, newline="", encoding="utf-8") as stream:
            return list(csv.DictReader(stream))

    def labels(self):
        """Names of models in the scenario's text."""
        text = json.loads((self.folder / "manifest.json").read_text())["scenario"]["resolved"]
        found = re.findall(r'^\[models\.(\w+)\]$(.*?)(?=^\[)', text + "\n[", re.S | re.M)
        return {key: (re.search(r'^label = "(.*)"$', body, re.M) or [None, key.replace("_", " ")])[1]
                for key, body in found} | {"": "Whole city"}


def number(text):
    return float(text) if text != "" else None


def mean_of(row, columns):
    values = [number(row[column]) for column in columns]
    return None if None in values else sum(values) / len(values)


def summary(values):
    mean = statistics.fmean(values)
    error = statistics.stdev(values) / math.sqrt(len(values)) if len(values) > 1 else None
    return mean, error


def trajectory(page, figure, tables, columns, line=""):
    """Every point of a figure of trajectories, its error and its band of few replicates."""
    labels = page.labels()
    lives = collections.defaultdict(list)
    for table in tables:
        for row in page.table(table):
            value = mean_of(row, columns)
            if value is not None:
                lives[labels[row.get("model", "")], int(row["year"])].append(value)
    most = max(map(len, lives.values()))
    expected = {key: values for key, values in lives.items() if 2 * len(values) >= most}
    drawn = {(row["series"], int(row["x"])): row for row in page.rows(figure) if row["line"] == line}
    equal(f"{figure}: points", sorted(drawn), sorted(expected))
    for key, values in expected.items():
        if key not in drawn:
            continue
        mean, error = summary(values)
        close(f"{figure} {key}: mean", drawn[key]["y"], mean)
        close(f"{figure} {key}: error", drawn[key]["error"], error)
        equal(f"{figure} {key}: replicates", drawn[key]["replicates"], len(values))
        if drawn[key]["low"] is not None:
            close(f"{figure} {key}: low", drawn[key]["low"], min(values))
            close(f"{figure} {key}: high", drawn[key]["high"], max(values))


def terms_sum(page, figure):
    """Terms of each panel sum to its total."""
    sums, totals = collections.Counter(), {}
    for row in page.rows(figure):
        if row["role"] == "total":
            totals[row["panel"]] = row["value"]
        else:
            sums[row["panel"]] += row["value"]
    equal(f"{figure}: has panels", bool(totals), True)
    for panel, total in totals.items():
        close(f"{figure} {panel}: sum of terms", sums[panel], total, 2e-8)


def growth_apart(page):
    """Totals of the waterfall: each model less the city, replicate by replicate."""
    labels = page.labels()
    rows = page.table("truth_models.csv")
    last = max(int(row["year"]) for row in rows)
    growth = {(row["model"], row["replicate"]): mean_of(row, ["latent_growth_math", "latent_growth_ela"])
              for row in rows if int(row["year"]) == last}
    apart = collections.defaultdict(list)
    for (model, replicate), value in growth.items():
        if model:
            apart[labels[model]].append(value - growth["", replicate])
    for row in page.rows("terms"):
        if row["role"] == "total":
            mean, error = summary(apart[row["panel"]])
            close(f"terms {row['panel']}: total", row["value"], mean, 1e-8)
            close(f"terms {row['panel']}: error", row["error"], error, 1e-8)


def poverty_gap(page):
    """Mean score of the quarter of tested children with the fewest low-income schoolmates, less that
    of the quarter with the most, child by child in fractions of schools."""
    years = collections.defaultdict(list)
    for row in page.table("schools.csv"):
        tested = mean_of(row, ["n_tested_math", "n_tested_ela"])
        score = mean_of(row, ["mean_score_math", "mean_score_ela"])
        if tested and score is not None:
            years[int(row["year"]), int(row["replicate"])].append((number(row["pct_low_income"]), tested, score))

    def first_quarter(schools):
        left = wanted = sum(tested for _, tested, _ in schools) / 4
        total = 0
        for _, tested, score in schools:
            part = min(tested, left)
            total += part * score
            left -= part
        return total / wanted

    gaps = collections.defaultdict(list)
    for (year, _), schools in years.items():
        schools.sort(key=lambda school: school[0])
        gaps[year].append(first_quarter(schools) - first_quarter(schools[::-1]))
    for row in page.rows("poverty_gap"):
        close(f"poverty_gap {row['x']}", row["y"], statistics.fmean(gaps[int(row["x"])]), 1e-6)


def group_gaps(page):
    """Gaps between groups, line by line, from the tables of groups."""
    labels = page.labels()
    groups = {"gap_low_income": ("not_low_income", "low_income"), "gap_black_white": ("white", "black"),
              "gap_hispanic_white": ("white", "hispanic"),
              "gap_english_learner": ("not_english_learner", "english_learner"),
              "gap_special_education": ("not_special_education", "special_education")}
    for line, table, columns in (("true", "truth_groups.csv", ["level_math", "level_ela"]),
                                 ("measured", "groups.csv", ["mean_score_math", "mean_score_ela"])):
        values = {}
        for row in page.table(table):
            value = mean_of(row, columns)
            if value is not None:
                values[row["group"], row["model"], int(row["year"]), row["replicate"]] = value
        for figure, (ahead, behind) in groups.items():
            lives = collections.defaultdict(list)
            for (group, model, year, replicate), value in values.items():
                other = values.get((behind, model, year, replicate))
                if group == ahead and other is not None:
                    lives[labels[model], year].append(value - other)
            drawn = [row for row in page.rows(figure) if row["line"] == line]
            if not drawn:
                failures.append(f"{figure}: no line {line}")
            for row in drawn:
                close(f"{figure} {line} {row['series']} {row['x']}", row["y"],
                      statistics.fmean(lives[row["series"], int(row["x"])]), 1e-6)


def places(page):
    rows = [row for row in page.table("schools.csv") if row["replicate"] == "1"]
    last = max(int(row["year"]) for row in rows)
    wanted = sorted((row["name"], float(row["enrolment"]), float(row["east_km"])) for row in rows
                    if int(row["year"]) == last)
    equal("map", sorted((row["name"], row["size"], row["east"]) for row in page.rows("map")), wanted)


def parameters(page):
    text = json.loads((page.folder / "manifest.json").read_text())["scenario"]["resolved"]
    within = text[text.index("[nature."):text.index("[place]")]
    wanted = collections.Counter(re.findall(r'status = "(\w+)"', within))
    told = {row["label"]: row["value"] for row in page.rows("status")}
    for status in ("measured", "calibrated", "assumed"):
        equal(f"parameters {status}", told[status], wanted[status])
    for row in page.rows("parameters_table"):
        if not row["source"] or not row["value"]:
            failures.append(f"{row['key']}: value or source is not told")


def assumed_share(page, figure):
    known = {row["key"]: row["status"] for row in page.rows("parameters_table")}
    equal("the coefficient of leadership", known.get("nature.learning.leadership"), "assumed")
    sizes = collections.Counter()
    leadership = collections.Counter()
    for row in page.rows(figure):
        if row["role"] == "term":
            sizes[row["panel"]] += abs(row["value"])
            if row["label"] in ("leadership", "climate", "effort", "time", "fit", "peers"):
                leadership[row["panel"]] += abs(row["value"])
    for row in page.rows(figure + "_known"):
        told = [row[key] for key in row if key != "whose"]
        close(f"{figure} {row['whose']}: shares", sum(told), 100, 0.021)
        close(f"{figure} {row['whose']}: all assumed", row["all assumed"],
              round(100 * leadership[row["whose"]] / sizes[row["whose"]]), 0.001)
        equal(f"{figure} {row['whose']}: not said", row["not said"], 0)


def of_run(page):
    both = ["models.csv", "district.csv"]
    trajectory(page, "proficiency", both, ["proficiency_math", "proficiency_ela"])
    trajectory(page, "scores", both, ["mean_score_math", "mean_score_ela"])
    group_gaps(page)
    trajectory(page, "growth", ["truth_models.csv"], ["latent_growth_math", "latent_growth_ela"])
    trajectory(page, "autonomy_lines", ["truth_sustainability.csv"], ["effective_autonomy"], "in effect")
    trajectory(page, "teacher_turnover", both, ["teacher_turnover"])
    trajectory(page, "spending", both, ["spending_per_pupil"])
    trajectory(page, "balance", ["district.csv"], ["balance"])
    trajectory(page, "enrolment_share", ["models.csv"], ["enrolment_share"])
    terms_sum(page, "terms")
    growth_apart(page)
    assumed_share(page, "terms")
    poverty_gap(page)
    places(page)
    parameters(page)
    if "homeroom run" not in page.text or "fingerprint" not in page.text:
        failures.append("the page does not say how to repeat it")


def of_compare(page):
    labels = page.labels()
    rows = page.table("differences.csv")
    last = max(int(row["year"]) for row in rows)
    found = {(row["alternative"], int(row["year"]), row["model"], row["measure"]): row for row in rows}
    for row in page.rows("effect_level"):
        table = found[row["series"], int(row["x"]), "", {"mathematics": "level_math", "ELA": "level_ela"}[row["line"]]]
        for key, column in (("y", "difference"), ("low", "low"), ("high", "high"), ("error", "error")):
            close(f"effect_level {row['series']} {row['x']} {key}", row[key], number(table[column]))
    keys = {label: key for key, label in labels.items()}
    for row in page.rows("who_gains"):
        alternative, subject = row["panel"].rsplit(", ", 1)
        measure = "own_level_" + {"mathematics": "math", "ELA": "ela"}[subject]
        table = found[alternative, last, keys[row["label"]], measure]
        close(f"who_gains {row['panel']} {row['label']}", row["value"], number(table["difference"]))
    terms_sum(page, "growth_terms")
    assumed_share(page, "growth_terms")
    for row in page.rows("growth_terms"):
        if row["role"] == "total":
            close(f"growth {row['panel']}", row["value"],
                  number(found[row["panel"], last, "", "latent_growth_math"]["difference"]))
    people = collections.Counter()
    for row in page.table("moved.csv"):
        if int(row["year"]) == last and row["who"] == "child":
            people[row["alternative"], row["alternative_how"].replace("_", " ")] += float(row["people"])
    told = {(row["panel"], row["label"]): row["value"] for row in page.rows("moved_children")}
    equal("moved: kinds", sorted(told), sorted(people))
    for key in told:
        close(f"moved {key}", told[key], people[key], 1e-6)
    counts = collections.Counter()
    for row in page.table("differences_schools.csv"):
        if int(row["year"]) == last and row["measure"] == "level_math" and row["low"]:
            side = "higher" if float(row["low"]) > 0 else "lower" if float(row["high"]) < 0 else "unclear"
            counts[row["alternative"], side] += 1
    for side in ("lower", "unclear", "higher"):
        for alternative in {row["panel"] for row in page.rows("schools_split")}:
            told = sum(row[side] for row in page.rows("schools_split") if row["panel"] == alternative)
            equal(f"schools {alternative} {side}", told, counts[alternative, side])
    equal("alternatives that change something", sorted({row["alternative"] for row in page.rows("changes_table")}),
          sorted({row["alternative"] for row in rows}))


def of_effect(page):
    told = {row["method"]: row for figure in page.figures if figure.startswith("estimates_")
            for row in page.rows(figure)}
    for row in page.table("effect_estimates.csv"):
        shown = told[row["method"]]
        close(f"estimate {row['method']}", shown["value"], number(row["estimate"]))
        close(f"truth {row['method']}", shown["beside"], number(row["truth"]))
    terms_sum(page, "split_parts")
    report = next(row for row in page.table("effect_estimates.csv") if row["method"] == "report")
    total = next(row for row in page.rows("split_parts") if row["role"] == "total")
    close("the estimate's parts", total["value"], number(report["estimate"]), 1e-6)


def of_claims(page):
    rows = page.table("claims.csv")
    wanted = collections.Counter(row["verdict"].split(":")[0] for row in rows)
    equal("verdicts", {row["label"]: row["value"] for row in page.rows("verdict_counts")}, dict(wanted))
    equal("claims", [row["claim"] for row in page.rows("claims_table")], [row["claim"] for row in rows])
    for shown, row in zip(page.rows("claims_table"), rows):
        close(f"{row['claim']}: estimate", shown["estimate"], number(row["estimate"]))
        close(f"{row['claim']}: truth", shown["truth"], number(row["truth"]))
        equal(f"{row['claim']}: why", shown["why"], row["why"])
    shares = {row["label"]: (row["value"], row["beside"]) for row in page.rows("shares")}
    equal("shares", shares, {row["claim"]: (float(row["share"]), float(row["placebo_share"]))
                             for row in rows if row["placebo_share"]})


def of_sweep(page):
    rows = [row for row in page.table("runs.csv") if row["status"] == "done"]
    factors = [column for column in page.table("points.csv")[0] if column != "point"]
    outcomes = [key for key in rows[0] if "@" in key]
    for place, outcome in enumerate(outcomes):
        for shown in page.rows(f"outcome_{place}"):
            factor = shown["series"]
            first = min({float(row[factor]) for row in rows})

            def lives(level):
                by_replicate = collections.defaultdict(list)
                for row in rows:
                    if float(row[factor]) == level:
                        by_replicate[row["replicate"]].append(float(row[outcome]))
                return {key: statistics.fmean(values) for key, values in by_replicate.items()}

            one, base = lives(shown["x"]), lives(first)
            mean, error = summary([one[key] - base[key] for key in one])
            close(f"{outcome} {factor}={shown['x']}", shown["y"], mean)
            close(f"{outcome} {factor}={shown['x']} error", shown["error"], error)
        equal(f"{outcome}: factors", {row["series"] for row in page.rows(f"outcome_{place}")}, set(factors))
        for shown in page.rows(f"outcome_words_{place}"):
            equal("policies", shown["label"], "none" if shown["panel"].endswith("R1") else "R1")
    # A grid of one factor: it has all of the variance between points, if there is any.
    for shown in page.rows("depends_on"):
        outcome, arm = shown["panel"].split(" (")
        policy = "none" if "its own law" in arm else "R1"
        points = collections.defaultdict(list)
        for row in rows:
            if row["policy"] == policy:
                points[row["leadership"]].append(float(row[outcome]))
        moves = len({statistics.fmean(values) for values in points.values()}) > 1
        close(f"total index {outcome} {policy}", shown["value"], 1.0 if moves else 0.0, 1e-6)
    equal("total indices", len(page.rows("depends_on")), len(outcomes) * 2)
    told = {row["what"]: row["value"] for row in page.rows("design_table")}
    equal("runs", told["runs"], str(len(page.table("runs.csv"))))


def main():
    kind, folder = sys.argv[1:]
    {"run": of_run, "compare": of_compare, "effect": of_effect, "claims": of_claims,
     "sweep": of_sweep}[kind](Page(folder))
    for failure in failures[:20]:
        print(f"FAILED: {failure}", file=sys.stderr)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
