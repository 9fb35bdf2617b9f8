#!/usr/bin/env bash
# The audit of a model's effect: parts sum to the estimate, a model that is the reference in all but
# name does nothing, what is planted moves the truth, threads change no byte, bad input is told with
# nothing written.
#
#   tests/app/audit_effect.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
short=(--quiet --set run.burn_in_years=3 --set run.policy_years=4)
asked=(audit effect "$scenario" --model innovation "${short[@]}")

column() { python3 -c '
import csv, sys
for row in csv.DictReader(open(sys.argv[1])): print(row[sys.argv[2]])' "$@"; }
# value FOLDER TABLE KEY=VALUE COLUMN: a cell of the row.
value() { python3 -c '
import csv, sys
key, wanted = sys.argv[3].split("=")
for row in csv.DictReader(open(f"{sys.argv[1]}/{sys.argv[2]}.csv")):
    if row[key] == wanted: print(row[sys.argv[4]])' "$@"; }

# Any threads give equal bytes; the manifest says what was asked.
run 0 "${asked[@]}" --replicates 4 --threads 1 -o one
run 0 "${asked[@]}" --replicates 4 --threads 3 -o three
for table in estimates truth split replicates; do
  cmp -s "one/effect_$table.csv" "three/effect_$table.csv" || fail "effect_$table.csv differs with 3 threads"
done
prints "report's regression, mean score"
prints 'selection of schools'
is 'status' "$(manifest one status)" done
grep -q '"innovation as traditional"' one/manifest.json || fail 'the manifest does not name the other life'

# The parts sum to what the report's regression says, in each replicate, and the tables are means of
# the replicates.
python3 - <<'PYTHON' || fail 'the parts do not sum to the estimate'
import csv, statistics
rows = list(csv.DictReader(open("one/effect_replicates.csv")))
def of(replicate, kind): return {r["name"]: float(r["value"]) for r in rows
                                 if (r["replicate"], r["kind"]) == (replicate, kind) and r["value"]}
for replicate in "1234":
    parts, estimates, truth = (of(replicate, kind) for kind in ("part", "estimate", "truth"))
    assert len(parts) == 10, parts
    assert abs(sum(parts.values()) - estimates["report"]) < 1e-6, (parts, estimates)
    assert abs(parts["truth"] - truth["level_tested"]) < 1e-6, (parts, truth)
    assert all(abs(parts[p]) > 1e-6 for p in parts), parts
    assert of(replicate, "count")["absent"] == 0
split = {r["part"]: float(r["value"]) for r in csv.DictReader(open("one/effect_split.csv"))}
row = [r for r in csv.DictReader(open("one/effect_estimates.csv")) if r["method"] == "report"][0]
assert abs(sum(split.values()) - float(row["estimate"])) < 1e-6, (split, row)
assert abs(float(row["gap"]) - float(row["estimate"]) + float(row["truth"])) < 1e-6, row
mean = statistics.mean(of(r, "truth")["level_tested"] for r in "1234")
assert abs(mean - float(row["truth"])) < 1e-6, (mean, row)
PYTHON

# Matched comparisons leave newcomers out, and are held against those that they keep.
python3 - <<'PYTHON' || fail 'matched twins are not held against the matched'
import csv
rows = [r for r in csv.DictReader(open("one/effect_replicates.csv")) if r["replicate"] == "1"]
of = {r["name"]: r["value"] for r in rows}
assert 0 < float(of["matched_math"]) < 1, of["matched_math"]
assert of["growth_matched_math"] != of["growth_newcomers_math"]
told = [r for r in csv.DictReader(open("one/effect_estimates.csv")) if r["method"] == "matched_math"][0]
assert told["of"] == "growth_matched_math", told
PYTHON
prints '% of newcomers have one in mathematics'

# Seats are drawn by the rules of the lottery's year: a policy of the year after asks nothing of it.
printf '[law.choice]\nassignment = "immediate_acceptance"\n' >immediate.toml
run 0 "${asked[@]}" --replicates 2 -o drawn
run 0 "${asked[@]}" --replicates 2 --policy immediate.toml --policy-from 2014 -o later
run 0 "${asked[@]}" --replicates 2 --policy immediate.toml --policy-from 2012 -o before
at_risk() { python3 -c '
import csv, sys
for r in csv.DictReader(open(sys.argv[1] + "/effect_replicates.csv")):
    if r["name"] == "at_risk": print(r["value"])' "$1" | tr '\n' ' '; }
is 'children at risk before a policy' "$(at_risk later)" "$(at_risk drawn)"
[[ $(at_risk before) != "$(at_risk drawn)" ]] || fail 'rules of assignment do not reach the lottery'

# A model that is the reference in all but name: both lives are one.
python3 - "$root" <<'PYTHON'
import re, sys, tomllib
root = sys.argv[1]
text = open(f"{root}/scenarios/models/traditional.toml").read()
assert "[models.traditional]" in text
open("same_model.toml", "w").write(re.sub(r'(?m)^label = .*', 'label = "same"', text.replace("models.traditional", "models.innovation")))
PYTHON
printf 'extends = ["nature", "%s", "%s", "%s", "same_model.toml", "%s"]\nname = "same"\n[run]\nseed = 5\nreplicates = 2\nfirst_year = 2011\npolicy_years = 4\nburn_in_years = 3\n' \
  "$root/scenarios/models/traditional.toml" "$root/scenarios/models/independent_charter.toml" \
  "$root/scenarios/models/turnaround.toml" "$root/scenarios/places/millbrook.toml" >same.toml
sed -i "s#\"nature\"#\"$root/scenarios/nature\"#" same.toml
run 0 audit effect same.toml --model innovation --quiet -o same
is 'effects of a model that is the reference' "$(column same/effect_truth.csv effect | grep . | sort -u | tr '\n' ' ')" '0 '
is 'its part of the estimate' "$(value same effect_split part=truth value)" 0
is 'its congestion' "$(value same effect_split part=congestion value)" 0
[[ $(value same effect_split part=noise value) != 0 ]] || fail 'there is no noise'

# What is planted moves the truth, and the truth alone that way.
run 0 "${asked[@]}" --replicates 4 --set nature.learning.program_mean=-0.03 -o low
run 0 "${asked[@]}" --replicates 4 --set nature.learning.program_mean=0.05 -o planted
python3 - <<'PYTHON' || fail 'a planted effect does not move the truth'
import csv
def truth(folder, name):
    return [float(r["effect"]) for r in csv.DictReader(open(f"{folder}/effect_truth.csv")) if r["truth"] == name][0]
assert truth("planted", "growth_seated") > truth("low", "growth_seated") + 0.02
assert truth("planted", "schools_growth") > truth("low", "schools_growth") + 0.02
assert abs(truth("planted", "schools_growth_left") - truth("low", "schools_growth_left")) < 0.01
PYTHON

# A run in another's folder; and without a folder nothing is written.
refused 'one: holds another run' "${asked[@]}" --replicates 4 --year 2013 -o one
before=$(listing)
run 0 "${asked[@]}" --replicates 1
prints 'One replicate has no Monte Carlo error, and nothing holds or fails in one'
prints 'innovation schools in 2014, against'
is 'what an audit without a folder leaves' "$(listing)" "$before"

refused 'one policy year is too few' audit effect "$scenario" --model innovation --years 1

# A model that some school could take up and none does fails once that is known.
run 1 audit effect "$scenario" --model pilot "${short[@]}" --replicates 1 \
  --set law.authorization.conversion_model='"pilot"' \
  --set law.authorization.conversions_per_year=1e-9 -o nobody
says '--model pilot: no school of "small_elected" has it in 2014'
[[ ! -e nobody ]] || fail 'something was written of a model that no school has'

# Bad input, with nothing written.
refused '--model NAME is missing (allowed: independent_charter, innovation)' audit effect "$scenario" -o out
refused '--model inovation: is no school model of "small_elected"' audit effect "$scenario" --model inovation -o out
refused 'did you mean "innovation"?' audit effect "$scenario" --model inovation -o out
refused '--model traditional: is the reference' audit effect "$scenario" --model traditional -o out
refused '--model pilot: no school of "small_elected" has it' audit effect "$scenario" --model pilot -o out
refused '--year 2011: is out of range (allowed: 2012 to 2020' \
  audit effect "$scenario" --model innovation --year 2011 -o out
refused '--year 2015: has no tests (allowed: 2012' audit effect "$scenario" --model innovation --year 2015 \
  --set 'law.testing.tests_given={ 1900 = 1, 2015 = 0, 2016 = 1 }' -o out
refused '--model luminary: no school of "denver" has it or can take it up by 2013' \
  audit effect "$root/scenarios/denver.toml" --model luminary --year 2013 -o out
refused '"national": is a nation (allowed: a city)' \
  audit effect "$root/scenarios/national.toml" --model independent_charter -o out
refused '"efect" is no audit (allowed: null, relabel, threads, scale, effect)' audit efect "$scenario"
refused 'homeroom audit null: --model belongs to homeroom audit effect' audit null "$scenario" --model pilot
refused '--threads 0: is out of range' audit effect "$scenario" --model innovation --threads 0 -o out
: >file
refused 'file: is a file, not a folder' "${asked[@]}" -o file
finish
