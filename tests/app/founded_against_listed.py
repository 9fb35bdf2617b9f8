#!/usr/bin/env python3
"""How close a founded city comes to the list it was made from: for each share and for size, the
correlation and the mean absolute error over schools, weighted by listed children. Fails where the
correlation falls below what docs/importing.md promises.

    founded_against_listed.py PLACE FOLDER YEAR
"""
import csv
import sys
import tomllib

SHARES = {"black": "pct_black", "hispanic": "pct_hispanic", "white": "pct_white",
          "asian": "pct_asian", "low_income": "pct_low_income",
          "english_learner": "pct_english_learner", "special": "pct_special_education"}
LEAST = {"black": 0.6, "hispanic": 0.6, "white": 0.6, "asian": 0.6, "low_income": 0.6,
         "size": 0.9}


def weighted(pairs):
    """Correlation and mean absolute error of (listed, founded, weight)."""
    total = sum(weight for _, _, weight in pairs)
    mean_x = sum(weight * x for x, _, weight in pairs) / total
    mean_y = sum(weight * y for _, y, weight in pairs) / total
    together = sum(weight * (x - mean_x) * (y - mean_y) for x, y, weight in pairs)
    spread_x = sum(weight * (x - mean_x) ** 2 for x, _, weight in pairs)
    spread_y = sum(weight * (y - mean_y) ** 2 for _, y, weight in pairs)
    error = sum(weight * abs(x - y) for x, y, weight in pairs) / total
    return together / (spread_x * spread_y) ** 0.5, error


def main():
    place, folder, year = sys.argv[1:]
    with open(place, "rb") as file:
        listed = {school["name"]: school for school in tomllib.load(file)["place"]["school_list"]}
    with open(folder + "/schools.csv", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["year"] == year]
    if len({row["replicate"] for row in rows}) > 1:
        sys.exit("the folder holds several replicates: compare them one by one")
    founded = {row["name"]: row for row in rows if row["name"] in listed and row["enrolment"]}
    failed = False
    for key in [*SHARES, "size"]:
        pairs = []
        for name, row in founded.items():
            school = listed[name]
            children = sum(school["enrolment"])
            if key == "size":
                pairs.append((children, float(row["enrolment"]), 1))
            elif key in school and row[SHARES[key]]:
                pairs.append((100 * school[key], float(row[SHARES[key]]), children))
        if not pairs:
            continue
        correlation, error = weighted(pairs)
        unit = "children" if key == "size" else "points"
        print(f"{key:<16} {len(pairs):4} schools  correlation {correlation:.2f}  "
              f"mean absolute error {error:.1f} {unit}")
        failed = failed or correlation < LEAST.get(key, -1)
    far = [name for name, row in founded.items() if "x_km" in listed[name] and
           (abs(listed[name]["x_km"] - float(row["east_km"])) > 0.002 or
            abs(listed[name]["y_km"] - float(row["north_km"])) > 0.002)]
    print(f"{len(far)} schools stand elsewhere than listed")
    return 1 if failed or far or len(founded) < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
