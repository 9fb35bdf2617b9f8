#!/usr/bin/env bash
# homeroom decide: figures are those that runs.csv gives by hand; what is missing is counted; what is
# wrong is told, and nothing is written.
#
#   tests/app/decide.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

cat >design.toml <<'DESIGN'
scenarios = ["small_elected"]
policies = ["none", "R1", "R6"]
outcomes = ["district.proficiency_math@last", "district.schools@last"]
set = ["run.policy_years=2", "run.burn_in_years=2"]
replicates = 3
[design]
method = "grid"
[[factors]]
name = "leaders"
key = "nature.learning.leadership"
values = [0.02, 0.06, 0.1]
[[factors]]
name = "turnout"
key = "law.governance.turnout"
values = [0.1, 0.5]
DESIGN
run 0 sweep design.toml -o sweep --quiet
outcome=district.proficiency_math@last

# figure FILE TABLE POLICY AGAINST FIGURE: its value.
figure() { awk -F, -v table="$2" -v policy="$3" -v against="$4" -v figure="$5" \
  '$1 == table && $2 == policy && $3 == against && $4 == figure { print $5 }' "$1"; }
# What runs.csv gives: means over futures of equal weight, here all whole.
by_hand() { python3 - "$@" <<'PYTHON'
import csv, sys
folder, outcome, b, a = sys.argv[1:]
rows = list(csv.DictReader(open(folder + "/runs.csv")))
value = {(r["policy"], r["point"], r["replicate"]): float(r[outcome]) for r in rows if r[outcome]}
pairs = [(v, value[(a,) + k[1:]]) for k, v in value.items() if k[0] == b and (a,) + k[1:] in value]
print(sum(v - w for v, w in pairs) / len(pairs), sum(v > w for v, w in pairs) / len(pairs))
PYTHON
}
same_number() {
  python3 -c 'import sys; a, b = map(float, sys.argv[1:]); sys.exit(abs(a - b) > 1e-9 * (1 + abs(b)))' \
    "${2:-nan}" "${3:-nan}" || fail "$1 is '$2', not '$3'"
}

run 0 decide sweep --outcome "$outcome" --csv figures.csv
in_codebook decisions figures.csv
prints "$outcome: higher is better. 3 policies in 6 futures, 54 lives."
prints 'comes first with'
prints 'One in twenty such searches'
read -r difference share < <(by_hand sweep "$outcome" R6 none)
same_number 'difference' "$(figure figures.csv against R6 none better_by)" "$difference"
pair=$(awk -F, '$1 == "pair" && (($2 == "R6" && $3 == "none") || ($2 == "none" && $3 == "R6")) && $4 == "probability_by_both" { print $2 "," $5 }' figures.csv)
[[ ${pair%,*} == R6 ]] || share=$(python3 -c "print(1 - $share)")
same_number 'share of lives' "${pair#*,}" "$share"

# The same figures twice, and with one thread; lower is the opposite.
run 0 decide sweep --outcome "$outcome" --csv again.csv
cmp -s figures.csv again.csv || fail 'the same sweep gave other figures'
run 0 decide sweep --outcome "$outcome" --better lower --csv lower.csv
prints 'lower is better'
same_number 'the opposite' "$(figure lower.csv against R6 none better_by)" \
  "$(python3 -c "print(-($difference))")"

# A factor in place of policies; what others regret.
run 0 decide sweep --outcome "$outcome" --by turnout --regret-above 0.1
prints '2 policies in 9 futures'
prints 'turnout=0.5'
prints 'regrets more than 0.1'

# Half of a sweep: what is missing is left out pairwise and counted.
run 0 sweep design.toml -o half --shard 1/2 --quiet
run 1 collect half --quiet
run 0 decide half --outcome "$outcome" --csv half.csv
prints '27 lives'

refused '--outcome is wanted; outcomes of this sweep: district.proficiency_math@last' decide sweep
refused 'did you mean district.proficiency_math@last?' decide sweep --outcome district.proficiency_mth@last
refused '--against R7 is no policy of this sweep: none, R1, R6' decide sweep --outcome "$outcome" --against R7
refused '--by turnuot is no factor; factors of this sweep: leaders, turnout; did you mean turnout?' \
  decide sweep --outcome "$outcome" --by turnuot
refused '--regret-above wants a number of 0 or more' decide sweep --outcome "$outcome" --regret-above -1
refused 'is no direction: higher, lower' decide sweep --outcome "$outcome" --better up
refused 'holds no collected sweep' decide .
echo mine >mine.csv
refused 'holds no decision (--force overwrites it)' decide sweep --outcome "$outcome" --csv mine.csv
mkdir damaged
head -c 5000 sweep/sweep.sqlite >damaged/sweep.sqlite
refused 'homeroom collect damaged makes it anew' decide damaged --outcome "$outcome"
finish
