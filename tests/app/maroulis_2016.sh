#!/usr/bin/env bash
# A published finding comes out of a scenario: with school quality fixed, what choosers gain falls
# as more families choose, because seats are few (Maroulis 2016; docs/maroulis_2016.md).
#
# Sizes were written down before anything was estimated: from one family in ten to nine in ten the
# gain falls by .03 SD at least where seats are few, and moves by less than .02 where every school
# could hold whoever asks. The first is asked of published scores and of what the schools attended
# really add. Dice are fixed: the test passes always or never. With other dice a program in which
# participation did nothing passes as often as a t of 7 degrees of freedom exceeds 4: one in 380.
#
#   tests/app/maroulis_2016.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

"$root/scripts/maroulis_2016" estimate --program "$program" --years 2 --replicates 8 \
  --rates 0.1,0.9 -o estimates.csv

# falls SEATS OUTCOME: mean over replicates of the fall of choosers' gain, and its standard error.
falls() { python3 -c '
import csv, statistics, sys
seats, outcome = sys.argv[1:]
value = {}
for row in csv.DictReader(open("estimates.csv", newline="")):
    if (row["seats"], row["design"], row["outcome"]) == (seats, "choosers", outcome):
        value[row["participation"], row["replicate"]] = float(row["value"])
replicates = sorted({replicate for _, replicate in value})
falls = [value["0.1", r] - value["0.9", r] for r in replicates]
assert len(falls) == 8, falls
print(statistics.fmean(falls), statistics.stdev(falls) / len(falls) ** 0.5)' "$1" "$2"; }

holds() { python3 -c "import sys; sys.exit(not ($1))"; }

for outcome in score_1 quality; do
  read -r fall error < <(falls crowded "$outcome")
  echo "few seats, $outcome: falls by $fall +- $error"
  holds "$fall >= 0.03 and $fall > 4 * $error" || fail "$outcome falls by $fall +- $error"
done
read -r fall error < <(falls roomy quality)
echo "seats for everybody: falls by $fall +- $error"
holds "abs($fall) < 0.02" || fail "with seats for everybody it falls by $fall +- $error"
finish
