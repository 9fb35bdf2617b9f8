#!/usr/bin/env bash
# Claims: listed, judged on kept sweeps, gone on with, and wrong input told.
#
#   tests/app/claims.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

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
# The places of scenarios are read and never written.
run 0 check "$scenario"

refused 'no claim has it; did you mean "C1"?' claims --claims claims --id C11 --quick
refused 'no claim has it' claims --claims claims --city nowhere --quick
refused 'holds no claim' claims --claims nowhere
refused 'out of range (allowed: 1 to 4096)' claims --claims claims --threads 0
sed -i 's/kind = "outcome"/kind = "outcom"/' claims/C1.toml
refused 'did you mean "outcome"?' claims --claims claims --quick
finish
