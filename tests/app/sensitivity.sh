#!/usr/bin/env bash
# What a collected sweep's outcomes depend on: told by every design, of its own rows alone.
#
#   tests/app/sensitivity.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

# design NAME METHOD POINTS: a design of two factors that matter and one that cannot.
design() {
  cat >"$1.toml" <<EOF
name = "$1"
scenarios = ["$scenario"]
outcomes = ["district.proficiency_math@last", "models.value_added.traditional@mean"]
set = ["run.policy_years=1", "run.burn_in_years=1"]
replicates = 2
[design]
method = "$2"
points = $3
[[factors]]
key = "nature.learning.leadership"
distribution = "uniform"
low = 0.02
high = 0.1
[[factors]]
key = "law.choice.tie_breaking"
values = ["single", "multiple"]
[[factors]]
key = "place.opening_slots"
distribution = "uniform"
low = 0
high = 3
EOF
  run 0 sweep "$1.toml" -o "$1" --quiet
}

# change FOLDER SQL: to the collected tables.
change() { python3 -c '
import sqlite3, sys
file = sqlite3.connect(sys.argv[1] + "/sweep.sqlite")
file.execute(sys.argv[2])
file.commit()' "$@"; }

design pairs saltelli 8
run 0 sensitivity pairs --csv pairs.csv
prints '8 base points'
prints "No run's outcome changed at all with: tie_breaking"
prints 'This design cannot tell'
in_codebook sensitivity pairs.csv
is 'rows of pairs.csv' "$(wc -l <pairs.csv)" $((1 + 2 * 3 * 2))
is 'first-order indices' "$(grep -c ',first_order,' pairs.csv)" 6
cp .out first.txt
run 0 sensitivity pairs --csv pairs.csv
cmp -s .out first.txt || fail 'told otherwise the second time'
run 0 sensitivity pairs --seed 2
cmp -s .out first.txt && fail 'another seed gives the same intervals'
run 0 sensitivity pairs --outcome district.proficiency_math@last
is 'outcomes told' "$(grep -c 'standard deviation' .out)" 1

design paths morris 6
run 0 sensitivity paths
prints '6 trajectories'
design cube lhs 12
run 0 sensitivity cube
prints 'partial rank correlation'
design even sobol 16
run 0 sensitivity even
prints '16 points'

# Bad input: told, and nothing written.
refused 'no outcome of this sweep' sensitivity pairs --outcome district.nothing --csv other.csv
refused '--level 1: is out of range' sensitivity pairs --level 1 --csv other.csv
refused '--resamples 5: is out of range' sensitivity pairs --resamples 5
refused 'nowhere: there is no such folder' sensitivity nowhere
echo mine >mine.csv
refused 'is there already' sensitivity pairs --csv mine.csv

# A run that is not there takes its base point with it.
change pairs "DELETE FROM runs WHERE run = 20"
run 1 sensitivity pairs
prints 'They belong to 1 of 8 base points'
run 0 sensitivity pairs --leave-out
prints '7 base points; 1 left out'

# Rows that are not what was written: whichever cell it is.
change pairs "UPDATE points SET leadership = '0.05' WHERE point = 7"
refused 'is not as it was written' sensitivity pairs --csv other.csv
sed -i 's/^seed = .*/seed = 2/' cube/design.toml
refused 'is not the design that the collected tables were made by' sensitivity cube

finish
