#!/usr/bin/env bash
# Claims: listed, judged on kept sweeps, gone on with, and wrong input told.
#
#   tests/app/claims.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

scenarios_before=$(find "$root/scenarios" -type f -exec cksum {} + | sort)
run 0 claims --claims "$root/scenarios/claims" --list
is 'claims listed' "$(wc -l <.out)" 130

mkdir claims
cat >claims/C1.toml <<CLAIM
id = "C1"
says = "Children of innovation schools are likelier to be proficient."
source = "a test"
kind = "outcome"
cities = ["$scenario"]
measure = "proficiency"
groups = "innovation against traditional schools"
direction = "higher"
stated = "not said"
evidence = "none"
rule = "V1"
[published]
outcome = "proficiency"
subjects = ["math", "ela"]
years = [2012]
controls = ["race", "language", "income", "special_education"]
[[contrasts]]
of = ["innovation"]
against = ["traditional"]
direction = "higher"
CLAIM
sed 's/C1/C2/; s/"V1"/"none"\nnot_testable = "nothing tells"/' claims/C1.toml >claims/C2.toml
run 0 claims --claims claims --quick -o first --quiet
prints '(provisional)'
prints 'nothing tells'
is 'rows of claims.csv' "$(wc -l <first/claims.csv)" 3
is 'the head of claims.csv' "$(head -1 first/claims.csv)" \
  'claim,city,measure,groups,stated,estimate,low,high,truth,share,placebo_share,ratio,robust_share,verdict,why'
run 0 claims --claims claims --quick -o again --quiet --threads 1
cmp -s first/claims.csv again/claims.csv || fail 'one thread judges otherwise'
# What was lived is not lived again, and is the same.
run 2 claims --claims claims --quick -o first --quiet
says '--resume goes on'
cp first/claims.csv before.csv
run 0 claims --claims claims --quick -o first --quiet --resume
says '0 runs done, 20 were there already'
cmp -s first/claims.csv before.csv || fail 'what was judged again differs'
# Nothing that a claim does is written into what the model reads.
is 'the scenarios after judging' "$(find "$root/scenarios" -type f -exec cksum {} + | sort)" "$scenarios_before"

# Claims with a sweep of their own: within a margin that no growth reaches any step is alike, and no
# step is beyond it.
cat >claims/C3.toml <<CLAIM
id = "C3"
says = "Leadership makes no difference of a thousand SD."
source = "a test"
kind = "mechanism"
cities = ["$scenario"]
measure = "growth by leadership"
groups = "much against little"
direction = "alike"
stated = "not tested"
evidence = "none"
rule = "V2"
[smallest_effect]
value = 1000
unit = "SD/year"
source = "a test"
status = "assumed"
[sweep]
scenarios = ["$scenario"]
policies = ["none"]
set = ["run.policy_years=3", "run.burn_in_years=2"]
outcomes = ["truth_models.leadership_math@mean"]
[sweep.design]
method = "grid"
[[sweep.factors]]
name = "leadership"
key = "nature.learning.leadership"
values = [0.02, 0.05, 0.07, 0.1]
[[sweep.factors]]
key = "law.governance.turnout"
values = [0.1, 0.2]
[[tests]]
outcome = "truth_models.leadership_math@mean"
compare = "leadership"
from = 0.02
to = 0.1
direction = "alike"
CLAIM
sed 's/C3/C4/; s/rule = "V2"/rule = "V3"/; /^from =/d; /^to =/d' claims/C3.toml >claims/C4.toml
sed 's/C3/C5/; s/direction = "alike"/direction = "higher"/' claims/C3.toml >claims/C5.toml
run 0 claims --claims claims --id C3 --id C4 --id C5 --quick -o tests --quiet
prints 'C3   supported (provisional)'
prints 'C5   contradicted (provisional)'
prints 'rank correlation'
is 'runs of a claim' "$(wc -l <tests/C3/quick/runs.csv)" 33
# The estimate is the mean of paired differences, as the tables have it.
python3 - <<'PYTHON' || fail 'the estimate is not the mean of paired differences'
import csv, collections, sys
cells = collections.defaultdict(list)
for row in csv.DictReader(open("tests/C4/quick/runs.csv")):
    cells[row["replicate"], row["leadership"]].append(float(row["truth_models.leadership_math@mean"]))
mean = lambda values: sum(values) / len(values)
steps = [mean(cells[r, "0.1"]) - mean(cells[r, "0.02"]) for r in "1234"]
told = {row["claim"]: row for row in csv.DictReader(open("tests/claims.csv"))}
sys.exit(abs(float(told["C4"]["estimate"]) - mean(steps)) > 1e-4 * max(1e-3, abs(mean(steps))))
PYTHON

refused 'no claim has it; did you mean "C1"?' claims --claims claims --id C11 --quick
refused 'no claim has it' claims --claims claims --city nowhere --quick
refused 'holds no claim' claims --claims nowhere
refused 'out of range (allowed: 1 to 4096)' claims --claims claims --threads 0
sed -i 's/kind = "outcome"/kind = "outcom"/' claims/C1.toml
refused 'did you mean "outcome"?' claims --claims claims --quick
finish
