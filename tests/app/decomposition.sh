#!/usr/bin/env bash
# The decomposition of growth as it stands in the files of a run: in truth.csv and truth_models.csv
# the terms of every row sum to its growth, and the gap between any two models of a year is the sum
# of the gaps of their terms, to the rounding of the cells.
#
#   tests/app/decomposition.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

# Prints what does not sum in DIR, and last how much was looked at. Cells are rounded to a millionth:
# a sum of twelve terms against a total may be off by thirteen halves of one, a gap by twice that.
sums_of() { python3 -c '
import csv, itertools, sys
from decimal import Decimal

half = Decimal("5e-7")
subjects = ("math", "ela")

def table(name):
    with open(f"{sys.argv[1]}/{name}.csv", newline="") as file:
        return list(csv.DictReader(file))

def terms(rows, subject):
    """Every column of the subject is a term, but the growth they are terms of."""
    return [c for c in rows[0] if c.endswith("_" + subject) and not c.startswith("latent_growth_")]

def off(cells, names, subject, room):
    total = Decimal(cells("latent_growth_" + subject))
    return abs(sum(Decimal(cells(name)) for name in names) - total) > room

schools, models = table("truth"), table("truth_models")
gaps = 0
for subject in subjects:
    names = terms(models, subject)
    if names != terms(schools, subject) or len(names) < 2:
        print("the tables do not name the same terms")
    room = half * (len(names) + 1)
    for kind, rows in ("school", schools), ("model", models):
        for row in rows:
            if off(row.get, names, subject, room):
                print("terms of", kind, row.get("school_id", row["model"]), row["year"], subject)
    for one, other in itertools.combinations(models, 2):
        if any(one[key] != other[key] for key in ("scenario", "replicate", "year")):
            continue
        gaps += one["model"] != "" and other["model"] != ""
        gap = lambda column: Decimal(one[column]) - Decimal(other[column])
        if off(gap, names, subject, 2 * room):
            print("gap of", one["model"], other["model"], one["year"], subject)
print(len(schools), len(models), gaps)' "$1"; }

run 0 run "$scenario" --quiet --set run.burn_in_years=3 --years 3 --replicates 2 -o run
read -r schools models gaps < <(sums_of run | tail -n 1)
is 'what does not sum' "$(sums_of run | head -n -1)" ''
((schools >= 60 && models >= 18 && gaps >= 12)) ||
  fail "too little to look at: $schools schools, $models models, $gaps gaps"

# A cell that is off by a ten-thousandth is found, in either table.
for table in truth truth_models; do
  cp -r run "off_$table"
  python3 -c '
import csv, sys
rows = list(csv.reader(open(sys.argv[1], newline="")))
column = rows[0].index("climate_ela")
rows[1][column] = "%.6f" % (float(rows[1][column]) + 1e-4)
csv.writer(open(sys.argv[1], "w", newline="")).writerows(rows)' "off_$table/$table.csv"
  [[ -n $(sums_of "off_$table" | head -n -1) ]] || fail "a wrong cell of $table.csv is not found"
done
finish
