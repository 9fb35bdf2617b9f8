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

# A study's outcome stands where its run has it, whichever claims are asked for beside it: raw changes
# come after what the report's regression finds.
mkdir order
sed 's/"C1"/"C01"/; s/^outcome = .*/outcome = "proficiency_change"/; s/^years = .*/years = [2012, 2013]/; s/^controls = .*/controls = []/' \
  claims/C1.toml >order/C01.toml
sed 's/"C1"/"C02"/' claims/C1.toml >order/C02.toml
run 0 claims --claims order --quick -o order_kept --quiet
python3 - <<'PYTHON' || fail 'estimates of studies are not those of their runs'
import csv, glob, sys
told = {row["claim"]: float(row["estimate"]) for row in csv.DictReader(open("order_kept/claims.csv"))}
runs = list(csv.DictReader(open(glob.glob("order_kept/*/quick-1/runs.csv")[0])))
for claim, start in (("C01", "studied.change."), ("C02", "published.estimate.")):
    column, = [name for name in runs[0] if name.startswith(start)]
    values = [float(row[column]) for row in runs if row["policy"] == "none"]
    if abs(told[claim] - sum(values) / len(values)) > 1e-3 * max(1, abs(told[claim])):
        sys.exit(f"{claim}: {told[claim]}, of runs {sum(values) / len(values)}")
PYTHON

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
run 2 claims --claims claims --id C1 --city boston --quick -o both --quiet
says 'no claim'
sed 's/C1/C16/; s/"traditional"/"traditinal"/' claims/C1.toml >claims/C16.toml
run 2 claims --claims claims --id C16 --quick -o wrong --quiet
says '"traditinal" is no school model; did you mean "traditional"'
rm claims/C16.toml
# Over a joint space and with others' supply: what no growth reaches is reached nowhere.
run 0 claims --claims claims --id C1 --id C3 --id C5 --quick --robust -o robust --quiet
prints 'the same in 100 % of 8 points of the joint space'
prints 'no point could be judged'  # a quarter of the small city has too few schools for a study
python3 - <<'PYTHON' || fail 'shares of the joint space'
import csv, sys
share = {row["claim"]: row["robust_share"] for row in csv.DictReader(open("robust/claims.csv"))}
sys.exit(not (share["C3"] == share["C5"] == "1" and share["C1"] == ""))
PYTHON
run 0 claims --claims claims --id C1 --id C3 --id C5 --quick --robust -o robust --quiet --resume
# Others that are asked for later go on, and rows of the first stay.
run 0 claims --claims claims --id C4 --quick --robust -o robust --quiet --resume
is 'rows of the first and of the later' "$(cut -d, -f1 robust/claims.csv | tr '\n' ' ')" 'claim C1 C3 C4 C5 '
# With the supply of another city, where there is one that has another.
mkdir supply
cp claims/C1.toml supply/
printf 'extends = ["%s"]\nname = "other"\n[place]\nsupply_novice_share = 0.9\n' "$scenario" >other.toml
sed "s#^cities.*#cities = [\"$work/other.toml\"]#" claims/C2.toml >supply/C2.toml
run 0 claims --claims supply --id C1 --quick --robust -o others --quiet
prints 'with the teachers and leaders of 1 cities that have others the same in'
is 'lives with another supply' "$(cut -d, -f7 others/*/quick-supply/runs.csv | sort | uniq -c | tr -s ' ' | tr '\n' ';')" ' 8 done; 1 status;'
sed "s#^cities.*#cities = [\"$scenario\"]#" claims/C2.toml >supply/C2.toml
run 0 claims --claims supply --id C1 --quick --robust -o alone --quiet
[[ ! -e $(echo alone/*/quick-supply) ]] || fail 'a city is lived with its own supply'
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

# A claim that holds by one of its assumptions alone: told after the first look, lived again without
# each, at the ends of its dose.
cat >claims/C6.toml <<CLAIM
id = "C6"
says = "More autonomy is in effect where the office supports."
source = "a test"
kind = "mechanism"
cities = ["$scenario"]
measure = "autonomy in effect"
groups = "by the office's orientation"
direction = "higher"
stated = "not tested"
evidence = "none"
rule = "V3"
replicates = 20
most_replicates = 100
[smallest_effect]
value = 0.001
unit = "share"
source = "a test"
status = "assumed"
[sweep]
scenarios = ["$scenario"]
policies = ["none"]
set = ["run.policy_years=3", "run.burn_in_years=2"]
outcomes = ["truth_sustainability.effective_autonomy@mean"]
[sweep.design]
method = "grid"
[[sweep.factors]]
name = "office"
key = "policy.law.governance.office_orientation"
values = [0.0, 0.5, 1.0]
[[tests]]
outcome = "truth_sustainability.effective_autonomy@mean"
compare = "office"
direction = "higher"
[[assumptions]]
key = "nature.learning.leadership"
neutral = 0.02
[[assumptions]]
key = "nature.governance.compliance_habit"
neutral = 0.0
CLAIM
sed 's/C6/C7/; s/direction = "higher"/direction = "lower"/' claims/C6.toml >claims/C7.toml
sed 's/C6/C8/; s/value = 0.001/value = 0.0044/' claims/C6.toml >claims/C8.toml
run 0 claims --claims claims --id C6 --id C7 --id C8 -o looks --quiet
prints 'C6   supported by assumption: nature.governance.compliance_habit '
prints '8 replicates, judged by 99.9 % intervals; 2 of 2 assumptions done without, one at a time'
prints 'C7   contradicted '
prints '40 replicates, judged by 95 % intervals'
is 'folders of a clear claim' "$(echo looks/C6/*)" 'looks/C6/tests-1 looks/C6/tests-without-1 looks/C6/tests-without-2'
is 'folders of a contradicted claim' "$(echo looks/C7/*)" 'looks/C7/tests-1'
is 'runs without an assumption' "$(wc -l <looks/C6/tests-without-2/runs.csv)" 17
for batch in '1 1 8' '2 9 20' '3 21 40'; do
  read -r number first last <<<"$batch"
  is "replicates of batch $number" \
    "$(tail -n +2 "looks/C8/tests-$number/runs.csv" | cut -d, -f5 | sort -n | sed -n '1p;$p' | tr '\n' ' ')" "$first $last "
done
# No key is set but the claim's own and one assumption's, at the value that the file has.
python3 - looks/C*/*/design.toml <<'PYTHON' || fail 'something was set for a claim'
import sys, tomllib
own = ["run.policy_years=3", "run.burn_in_years=2"]
without = {"1": ["nature.learning.leadership=0.02"], "2": ["nature.governance.compliance_habit=0"]}
for path in sys.argv[1:]:
    folder = path.split("/")[-2]
    wanted = own + (without[folder[-1]] if "without" in folder else [])
    if tomllib.load(open(path, "rb")).get("set") != wanted:
        sys.exit(f"{path} sets other keys")
PYTHON
# All batches of a claim are judged together.
python3 - <<'PYTHON' || fail 'the estimate is not that of all batches'
import csv, glob, sys
lived = {}
for path in glob.glob("looks/C8/tests-[123]/runs.csv"):
    for row in csv.DictReader(open(path)):
        lived[row["replicate"], row["office"]] = float(row["truth_sustainability.effective_autonomy@mean"])
steps = [lived[str(r), "1"] - lived[str(r), "0"] for r in range(1, 41)]
told = {row["claim"]: row for row in csv.DictReader(open("looks/claims.csv"))}["C8"]
mean = sum(steps) / 40
sys.exit(abs(float(told["estimate"]) - mean) > 1e-4 * mean or told["truth"] != told["estimate"])
PYTHON

# Runs that another program lived: refused by --resume, judged again where this program lives the same.
mkdir other
cp -r looks/C6 looks/claims.csv other/
python3 - other/C6/*/*.sqlite <<'PYTHON' || fail 'the stores of another program'
import ctypes, sqlite3, sys
xxhash = ctypes.CDLL("libxxhash.so.0")
class Halves(ctypes.Structure):
    _fields_ = [("low", ctypes.c_uint64), ("high", ctypes.c_uint64)]
xxhash.XXH3_128bits.restype, xxhash.XXH3_128bits.argtypes = Halves, [ctypes.c_char_p, ctypes.c_size_t]
for path in sys.argv[1:]:
    store = sqlite3.connect(path)
    design = dict(store.execute("SELECT * FROM about"))["design"]
    text = ("0.0.0 of others\n" + design).encode()
    both = xxhash.XXH3_128bits(text, len(text))
    for key, value in (("program", "0.0.0 of others"), ("fingerprint", f"{both.high:016x}{both.low:016x}")):
        store.execute("UPDATE about SET value = ? WHERE key = ?", (value, key))
    store.commit()
PYTHON
run 2 claims --claims claims --id C6 -o other --quiet --resume
run 0 claims --claims claims --id C6 -o other --quiet --judge-again
prints 'C6   supported by assumption: nature.governance.compliance_habit '
is 'what is judged again' "$(grep C6 other/claims.csv)" "$(grep C6 looks/claims.csv)"
is 'rows that are kept' "$(wc -l <other/claims.csv)" 4
python3 -c 'import sqlite3
store = sqlite3.connect("other/C6/tests-1/sweep.sqlite")
store.execute("DELETE FROM runs WHERE run = 3")
store.commit()'
run 2 claims --claims claims --id C6 -o other --quiet --judge-again
says 'has 23 of its 24 runs; 0.0.0 of others lived them and alone may go on with them'

# Numbers that were put in, and a study held against the truth.
cat >claims/C9.toml <<CLAIM
id = "C9"
says = "Contacts differ."
source = "a test"
kind = "description"
cities = ["$scenario"]
measure = "spread"
groups = "contacts"
direction = "higher"
stated = "not tested"
evidence = "none"
rule = "V5"
[input]
key = "nature.governance.partner_spread"
low = 0.2
high = 0.4
CLAIM
sed 's/C9/C10/; s/^key = .*/outcome = "sustainability.schools.traditional@last"/; s/^low = .*/low = 1/; s/^high = .*/high = 50/' \
  claims/C9.toml >claims/C10.toml
sed 's/C1"/C11"/; s/rule = "V1"/rule = "V7"/' claims/C1.toml >claims/C11.toml
# Contrasts that are stated to different sides are turned: the mean of one and its reverse is itself.
sed 's/C1"/C15"/' claims/C1.toml >claims/C15.toml
cat >>claims/C15.toml <<CLAIM
[[contrasts]]
of = ["traditional"]
against = ["innovation"]
direction = "lower"
CLAIM
run 0 claims --claims claims --id C9 --id C10 --id C11 --id C15 --quick -o inputs --quiet
prints 'contrasts turned to their stated sides'
prints 'C9   input check: outside (provisional)'
prints 'outside the stated range 0.2 to 0.4; what was put in does not come out as stated'
prints 'C10  input check (provisional)'
prints 'over 4 replicates: within the stated range 1 to 50'
prints 'C11  audited (provisional)'
prints 'and the other sign than the truth in'
# What the study finds less what it finds where models do nothing is the truth.
python3 - <<'PYTHON' || fail 'the truth of a study is another'
import csv, glob, sys
found = {"none": [], "placebo_production": []}
for row in csv.DictReader(open(glob.glob("inputs/*/quick-1/runs.csv")[0])):
    found[row["policy"]].append(float(next(row[k] for k in row if "estimate" in k and "innovation-traditional" in k)))
told = {row["claim"]: row for row in csv.DictReader(open("inputs/claims.csv"))}["C11"]
mean = lambda values: sum(values) / len(values)
turned = {row["claim"]: row for row in csv.DictReader(open("inputs/claims.csv"))}["C15"]
if any(turned[column] != told[column] for column in ("estimate", "truth", "share")):
    sys.exit("turned contrasts differ")
truth = mean(found["none"]) - mean(found["placebo_production"])
sys.exit(abs(float(told["truth"]) - truth) > 1e-3 or abs(float(told["estimate"]) - mean(found["none"])) > 1e-3)
PYTHON

# Interrupted: what was judged is told and written, and --resume comes to the same end.
sed 's/C8/C12/; s/burn_in_years=2/burn_in_years=40/' claims/C8.toml >claims/C12.toml
"$program" claims --claims claims --id C6 --id C12 -o stopped --quiet >.out 2>.err &
lives=$!
for ((i = 0; i < 600; ++i)); do
  ! grep -q '^C6 ' .out || break
  sleep 0.1
done
kill -INT "$lives"
status=0
wait "$lives" || status=$?
is 'the status of an interrupted run' "$status" 130
is 'rows of what was judged' "$(cut -d, -f1 stopped/claims.csv | tr '\n' ' ')" 'claim C6 '
run 0 claims --claims claims --id C6 --id C12 -o stopped --quiet --resume
run 0 claims --claims claims --id C6 --id C12 -o undisturbed --quiet
cmp -s stopped/claims.csv undisturbed/claims.csv || fail 'an interrupted run ends otherwise'
is 'the scenarios after all' "$(find "$root/scenarios" -type f -exec cksum {} + | sort)" "$scenarios_before"

refused 'no claim has it; did you mean "C1"?' claims --claims claims --id CC1 --quick
refused 'no claim has it' claims --claims claims --city nowhere --quick
refused 'holds no claim' claims --claims nowhere
refused 'out of range (allowed: 1 to 4096)' claims --claims claims --threads 0
sed 's/C9/C13/; s/partner_spread/partner_sprea/' claims/C9.toml >claims/C13.toml
refused 'did you mean "nature.governance.partner_spread"?' claims --claims claims --id C13 --quick
sed 's/C9/C13/; s/nature.governance.partner_spread/law.choice.tie_breaking/' claims/C9.toml >claims/C13.toml
refused 'law.choice.tie_breaking is no number' claims --claims claims --id C13 --quick
# What cannot be lived is told, and the others are judged.
sed 's/C10/C13/; s/schools.traditional@last/schools.traditionel@last/' claims/C10.toml >claims/C13.toml
sed 's/C7/C14/; s/policies = .*/policies = ["nobody"]/' claims/C7.toml >claims/C14.toml
run 2 claims --claims claims --id C7 --id C13 --id C14 --quick -o wrong --quiet
says 'did you mean "traditional"?'
says '"nobody" is no policy'
prints 'C13  not judged'
prints 'C14  not judged'
prints 'C7   contradicted (provisional)'
is 'rows of claims, lived or not' "$(cut -d, -f1 wrong/claims.csv | tr '\n' ' ')" 'claim C7 C13 C14 '
rm claims/C13.toml claims/C14.toml
sed -i 's/kind = "outcome"/kind = "outcom"/' claims/C1.toml
refused 'did you mean "outcome"?' claims --claims claims --quick
finish
