#!/usr/bin/env bash
# Sweeps: killed at any moment and gone on with, cut into shards in any number, they write the same
# bytes; what is wrong is told before anything runs.
#
#   tests/app/sweep.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

cat >design.toml <<'DESIGN'
scenarios = ["small_elected"]
policies = ["none", "R1"]
outcomes = ["district.proficiency_math@last", "models.value_added.innovation@mean"]
set = ["run.policy_years=2", "run.burn_in_years=2"]
replicates = 3
[design]
method = "saltelli"
points = 4
[[factors]]
key = "nature.learning.leadership"
distribution = "uniform"
low = 0.02
high = 0.1
[[factors]]
key = "law.governance.turnout"
distribution = "uniform"
low = 0
high = 1
DESIGN
tables=(design.toml codebook.csv sweep.sqlite runs.csv points.csv outcomes.csv)
same() {
  local table
  for table in "${tables[@]}"; do cmp -s "$1/$table" "$2/$table" || fail "$table of $1 and $2 differ"; done
}

# The number of runs, their cost and the first points, and nothing written.
before=$(listing)
run 0 sweep design.toml -o dry --dry-run
prints 'design: 96 runs: 16 points x 1 city x 2 policies x 3 replicates'
prints 'point 0: nature.learning.leadership='
is 'what a dry run wrote' "$(listing)" "$before"

run 0 sweep design.toml -o whole --quiet
is 'rows of runs.csv' "$(wc -l <whole/runs.csv)" 97
is 'rows of points.csv' "$(wc -l <whole/points.csv)" 17
is 'rows of outcomes.csv' "$(wc -l <whole/outcomes.csv)" 193
for table in runs points outcomes; do
  is "columns of $table in the codebook" \
    "$(grep "^$table," whole/codebook.csv | cut -d, -f2 | paste -sd,)" "$(head -n1 "whole/$table.csv")"
done
grep -q '^runs,leadership,number,"SD/year","factor nature.learning.leadership: ' whole/codebook.csv ||
  fail 'the codebook does not know the factor'
run 0 sweep design.toml -o threads --quiet --threads 1
same whole threads
run 0 sweep whole/design.toml -o repeated --quiet
same whole repeated

# Cities from a folder: one for each point and replicate, whatever the policy; what cannot be read
# there is lived anew.
run 0 sweep design.toml -o leaving --quiet --keep-burn-ins cities
same whole leaving
is 'kept cities' "$(ls cities | wc -l)" 48
printf 'no city' >"cities/$(ls cities | head -n 1)"
run 0 sweep design.toml -o begun --quiet --keep-burn-ins cities --threads 1
same whole begun

# A row is what the run alone writes.
python3 - >alone <<'PYTHON'
import csv, shlex
row = list(csv.DictReader(open("whole/runs.csv")))[-1]
print("run", "SCENARIO", "--replicate", row["replicate"], "--policy", row["policy"],
      "--set", "nature.learning.leadership=" + row["leadership"],
      "--set", "law.governance.turnout=" + row["turnout"],
      "--set run.policy_years=2 --set run.burn_in_years=2 -o one --quiet")
open("wanted", "w").write(row["district.proficiency_math@last"])
PYTHON
# shellcheck disable=SC2046
run 0 $(sed "s#SCENARIO#$scenario#" alone)
python3 - <<'PYTHON' || fail 'the run alone differs from its row'
import csv, sys
last = list(csv.DictReader(open("one/district.csv")))[-1]
sys.exit(abs(float(last["proficiency_math"]) - float(open("wanted").read())) > 1e-4)
PYTHON

# Of half a city too; a nation has no part that is a city, and a part is a whole number.
{ printf 'divide = 2\n' && sed 's/^replicates.*/replicates = 1/' design.toml; } >half.toml
cat >>half.toml <<'DESIGN'
[[arms]]
name = "later"
policy = "R1"
set = ["policy.law.governance.turnout=0.5"]
[[arms]]
name = "anew"
policy = "R6"
set = ["nature.governance.pull=0.1"]
DESIGN
run 0 sweep half.toml -o half --quiet
run 0 sweep half/design.toml -o again --quiet
same half again
run 0 sweep half.toml -o kept --quiet --keep-burn-ins cities
same half kept
python3 - >alone <<'PYTHON'
import csv
rows = list(csv.DictReader(open("half/runs.csv")))
assert [row["policy"] for row in rows[:4]] == ["none", "R1", "later", "anew"], rows[:4]
row = rows[-1]
print("run SCENARIO --divide 2 --replicate 1 --policy R6 --set nature.governance.pull=0.1",
      "--set", "nature.learning.leadership=" + row["leadership"],
      "--set", "law.governance.turnout=" + row["turnout"],
      "--set run.policy_years=2 --set run.burn_in_years=2 -o of_half --quiet")
open("wanted", "w").write(row["district.proficiency_math@last"])
PYTHON
# shellcheck disable=SC2046
run 0 $(sed "s#SCENARIO#$scenario#" alone)
python3 - <<'PYTHON' || fail 'the run of half a city differs from its row'
import csv, sys
half, whole = ([int(row["students"]) for row in csv.DictReader(open(name + "/district.csv"))]
               for name in ("of_half", "one"))
last = list(csv.DictReader(open("of_half/district.csv")))[-1]
same = abs(float(last["proficiency_math"]) - float(open("wanted").read())) < 1e-4
sys.exit(not same or not 0.4 < half[-1] / whole[-1] < 0.6)
PYTHON
sed 's/nature.governance.pull/law.governance.turnout/;s/"anew"/"later"/' half.toml >wrong.toml
run 2 sweep wrong.toml -o wrong --quiet
says 'arms.1.set: law.governance.turnout is a factor'
says 'arms.1.name: names another arm'
# The champion who stays is followed by nobody: the shipped sweep sets the others against that.
run 0 run "$scenario" --policy "$root/scenarios/sweeps/policies/champion_stays.toml" --replicates 4 -o champion --quiet
is 'successions under a champion who stays' "$(grep -c succession champion/events.csv)" 4
run 0 sweep joint_space --dry-run
prints '1536 runs: 64 points x 3 cities'
sed -i 's/small_elected/national/' half.toml
run 2 sweep half.toml -o national --quiet
says 'is a nation'
run 2 run "$scenario" --divide 65
says '--divide 65: is out of range (allowed: 1 to 64)'

# Killed at every moment; what was committed is not run again.
for shards in 1 3; do
  for shard in $(seq "$shards"); do
    for pause in 0.02 0.05 0.1 0.2; do
      "$program" sweep design.toml -o "cut$shards" --shard "$shard/$shards" --quiet --resume --threads 1 >/dev/null 2>&1 &
      # From when it has a store on, however busy the machine is.
      until [[ -s cut$shards/shard-$shard-of-$shards.sqlite ]] || ! kill -0 $! 2>/dev/null; do sleep 0.01; done
      sleep "$pause"
      kill -KILL $! 2>/dev/null || true
      wait $! 2>/dev/null || true
    done
  done
  # However fast the machine was, one shard is missing.
  ((shards == 1)) || { rm -f "cut$shards"/shard-2-of-3.sqlite* && run 1 collect "cut$shards" && says 'missing'; }
  for shard in $(seq "$shards" -1 1); do run 0 sweep design.toml -o "cut$shards" --shard "$shard/$shards" --quiet --resume; done
  run 0 collect "cut$shards"
  same whole "cut$shards"
done
run 0 sweep design.toml -o whole --resume
says '0 runs done, 96 were there already'

# Ctrl-C: what is finished stays, and is said.
"$program" sweep design.toml -o stopped --replicates 200 --threads 1 >/dev/null 2>.err &
sleep 0.7
kill -INT $!
status=0
wait $! || status=$?
is 'exit status after Ctrl-C' "$status" 130
says '--resume goes on'

# A run that fails is told with its command, and the rest goes on. Each value is met before, in a
# line that is sound.
printf 'place.schools.0.count,place.schools.0.students\n7,2160\n2,6\n7,6\n5,2000\n' >points.csv
cat >list.toml <<'DESIGN'
scenarios = ["small_elected"]
outcomes = ["district.proficiency_math@last"]
set = ["run.policy_years=1", "run.burn_in_years=1"]
[design]
method = "list"
file = "points.csv"
DESIGN
run 1 sweep list.toml -o failing --quiet
says '3 runs done, 1 failed'
grep -q '^2,2,small_elected,none,1,.*failed,.*homeroom run .*place.schools.0.students=6' failing/runs.csv ||
  fail "the failed run is not told: $(cat failing/runs.csv)"
run 1 sweep list.toml -o failing --quiet --resume
says '0 runs done, 3 were there already, 1 failed'

# Wrong input, all of it told, nothing written.
wrong() { sed "$2" design.toml >"$1.toml"; }
wrong key 's/law.governance.turnout/law.governance.turnuot/'
refused 'did you mean "law.governance.turnout"?' sweep key.toml -o none
wrong range 's/low = 0.02/low = 0.001/'
refused '0.001 is out of range (allowed: 0.02 to 0.1 [SD/year])' sweep range.toml -o none
# Of very many that are wrong some are told, and the rest counted.
{
  sed '/^\[\[factors\]\]/,$d' design.toml | sed 's/^method = .*/method = "grid"/; /^points/d; /^seed/d'
  printf '[[factors]]\nkey = "nature.learning.leadership"\nvalues = [0.05'
  for i in $(seq 150); do printf ', 9.%03d' "$i"; done
  printf ']\n'
} >many.toml
refused '9.001 is out of range' sweep many.toml -o none
says 'factors: 50 more points, good or bad, are not tried after 100 that are refused'
# A grid of more points than can be counted, and of points that make more runs than that.
grid() {
  sed '/^\[\[factors\]\]/,$d' design.toml | sed 's/^method = .*/method = "grid"/; /^points/d; /^seed/d; /^set = /d'
  for lever in "$@"; do
    printf '[[factors]]\nkey = "law.%s"\nvalues = [0, .1, .2, .3, .4, .5, .6, .7, .8, .9]\n' "$lever"
  done | sed 's/ \./ 0./g'
}
ten=(governance.{turnout,union_strength,theory_of_action,support_office,rights_register,takeover_threat}
  governance.{office_orientation,optout_honoured,optout_refused,directives})
grid "${ten[@]}" governance.zone_voice authorization.{replication,approval_rate} >large.toml
refused 'factors: have 1e+13 combinations, more than are counted (allowed: at most 1,000,000,000,000' sweep large.toml -o none
grid "${ten[@]}" >large.toml
refused 'replicates: make 2e+16 runs of all points, cities and policies' sweep large.toml -o none --replicates 1000000
wrong table 's/^\[\[factors\]\]/[factors]/'
refused 'factors' sweep table.toml -o none
sed '/^\[\[factors\]\]/,$d; s/^method = .*/method = "grid"/; /^points/d' design.toml >table.toml
printf '[factors]\nkey = "law.governance.turnout"\nvalues = [0.1, 0.2]\n' >>table.toml
refused 'factors: wants tables, not a table (allowed: [[factors]])' sweep table.toml -o none
refused 'closur: is no design (allowed: a file, autonomy_accountability_leadership, champion_leaves' sweep closur -o none
refused 'did you mean "champion_leaves"?' sweep champion_leave -o none
wrong place 's/"small_elected"/"small_elect"/'
refused 'scenarios: "small_elect" is no scenario' sweep place.toml -o none
says 'did you mean "small_elected"?'
wrong declared 's/high = 1/high = 2/'
refused '2 is out of range (allowed: 0 to 1 [share])' sweep declared.toml -o none
wrong outcome 's/models.value_added.innovation@mean/models.value_aded.innovation@mean/'
refused 'did you mean "value_added"?' sweep outcome.toml -o none
wrong model 's/value_added.innovation/value_added.inovation/'
refused 'no city has a model "inovation"' sweep model.toml -o none
wrong twice 's/set = .*/set = ["law.governance.turnout=0.2"]/'
refused '"law.governance.turnout" is a factor as well' sweep twice.toml -o none
wrong empty 's/points = 4/points = 0/'
refused 'the design is empty' sweep empty.toml -o none
wrong power 's/points = 4/points = 5/'
refused 'is no power of two' sweep power.toml -o none
wrong policy 's/"R1"/"R77"/'
refused 'is no policy' sweep policy.toml -o none
refused 'there is no shard 5 of 4' sweep design.toml -o none --shard 5/4
refused 'is no shard' sweep design.toml -o none --shard five
refused 'nowhere: there is no such folder' collect nowhere
mkdir -p bare && refused 'bare holds no shard' collect bare
printf '{}' >bare/manifest.json && refused 'bare holds a run, or a comparison' collect bare
rm -r bare
# Keys below policy. that are no levers would change nothing, as would what names a run.
for key in policy.nature.learning.leadership policy.law.governance.turnuot policy.foo policy.models run.replicates name; do
  wrong nothing "s/law.governance.turnout/$key/"
  run 2 sweep nothing.toml -o none --dry-run
  grep -Eq 'is no (lever of a policy|key)|is the design|changes no run' .err || fail "$key was taken: $(cat .err)"
done
wrong lever 's/law.governance.turnout/policy.every_model.S1/; s/high = 1$/high = 2000/'
run 2 sweep lever.toml -o none --dry-run
says 'out of range'
wrong lever 's/law.governance.turnout/policy.law.governance.turnout/'
run 0 sweep lever.toml -o none --dry-run
wrong year 's/math@last/math@1999/'
refused 'no city runs 1999' sweep year.toml -o none
wrong capitals 's/^outcomes = .*/outcomes = ["district.proficiency_math@last", "district.proficiency_math@Last"]/'
run 2 sweep capitals.toml -o none
for number in 0 -1 2000000; do
  refused 'out of range (allowed: 1 to 1000000)' sweep design.toml -o none --replicates "$number"
  refused 'out of range (allowed: 1 to 1000000)' sweep design.toml -o none --first-replicate "$number"
done
refused 'out of range (allowed: 1 to 4096)' sweep design.toml -o none --threads 0
run 0 sweep design.toml -o none --dry-run --threads 1
prints 'on 1 thread,'
refused 'points.csv is a file' sweep design.toml -o points.csv
printf 'law.governance.turnout\n0.1\n0.2\n1.2\n' >points.csv
refused 'points.csv:4:1: law.governance.turnout: in small_elected: 1.2 is out of range' sweep list.toml -o none
printf 'law.governance.turnout\n0.1\n"0.2\n' >points.csv
refused 'points.csv:3:1: has a quote that is never closed' sweep list.toml -o none
printf 'place.schools.0.count\n' >points.csv
refused 'the design is empty' sweep list.toml -o none
printf 'place.schools.0.cuont,seed\n1\n' >points.csv
run 2 sweep list.toml -o none
says 'is no key'
says 'has 1 cells, the header 2'

# A folder of another sweep, another shard, a store that is cut or spoilt.
run 2 sweep design.toml -o whole --quiet
says '--resume goes on with them'
run 2 sweep design.toml -o whole --quiet --resume --replicates 4
says 'holds another sweep'
cp -r cut3 cut && truncate -s 9000 cut/shard-2-of-3.sqlite
run 2 collect cut
says 'shard-2-of-3.sqlite'
run 2 sweep design.toml -o cut --shard 2/3 --resume --quiet
says 'is damaged'
cp -r cut3 noise && head -c 4000 /dev/urandom | dd of=noise/shard-1-of-3.sqlite bs=1 seek=5000 conv=notrunc status=none
run 2 collect noise
says 'shard-1-of-3.sqlite'
cp -r cut3 mixed && cp whole/shard-1-of-1.sqlite mixed/
run 2 collect mixed
says 'another number of shards'
# Policies, scenarios and lists that stand beside a design are found again from its folder.
mkdir -p own/policies elsewhere
printf 'extends = "%s"\n' "$scenario" >own/town.toml
printf 'description = "more voters"\n[law.governance]\nturnout = 0.6\n' >own/policies/voters.toml
printf 'nature.learning.leadership\n0.05\n0.07\n' >own/points.csv
printf '%s\n' 'scenarios = ["town.toml"]' 'policies = ["none", "voters"]' \
  'outcomes = ["district.proficiency_math@last"]' 'set = ["run.policy_years=2", "run.burn_in_years=2"]' \
  '[design]' 'method = "list"' 'file = "points.csv"' >own/design.toml
run 0 sweep own/design.toml -o own_first --quiet
(cd elsewhere && run 0 sweep ../own_first/design.toml -o ../own_again --quiet)
same own_first own_again
run 0 decide own_first --until-certain 0.9 --budget 8 --outcome district.proficiency_math@last

# The design that the page shows is one.
awk '/^```toml/{inside=1; next} /^```/{inside=0} inside' "$root/docs/sweeps/sweeps.md" >shown.toml
run 0 sweep shown.toml --dry-run
# Every shipped design reads.
for shipped in "$root"/scenarios/sweeps/*.toml; do run 0 sweep "$shipped" --dry-run; done

# An outcome that no run has is told, and a folder keeps its number of shards.
sed 's/^outcomes = .*/outcomes = ["models.value_added.pilot@last"]/; s/points = 4/points = 2/' design.toml >hollow.toml
run 0 sweep hollow.toml -o hollow --quiet
says 'models.value_added.pilot@last'
says 'empty in every run'
run 2 sweep design.toml -o cut3 --shard 1/4 --quiet
says 'is cut into another number of shards'
# What was altered in the collected tables is not read.
cp -r own_first altered
python3 -c 'import sqlite3; f = sqlite3.connect("altered/sweep.sqlite"); f.execute("UPDATE runs SET replicate = 9 WHERE run = 0"); f.commit()'
run 2 decide altered
says 'is not as it was written'
# More replicates of a part would mend nothing.
run 2 decide own_first --until-certain 0.9 --budget 1 --outcome district.proficiency_math@last
says 'one replicate more takes'

# What a published study would have found is an outcome as well.
printf '%s\n' 'scenarios = ["small_elected"]' 'outcomes = ["published.estimate.proficiency.math+ela.innovation-traditional", "published.p.growth.math.innovation-traditional@2012"]' \
  'set = ["run.policy_years=2", "run.burn_in_years=2"]' '[design]' 'method = "grid"' >study.toml
run 0 sweep study.toml -o study --quiet
for fault in 's/estimate/estimates/' 's/proficiency/profit/' 's/ela/science/' 's/innovation-/innovatoin-/' 's/@2012/@1950/' 's/math.innovation/innovation/'; do
  sed "$fault" study.toml >nostudy.toml
  run 2 sweep nostudy.toml -o none --dry-run
done

# A full disk: what was finished is kept, the message says how to go on, and room lets it.
(ulimit -f 96 && exec "$program" sweep design.toml -o full --quiet --threads 1 --replicates 40) >/dev/null 2>.err && fail 'a full disk was no failure'
says '--resume goes on'
run 0 sweep design.toml -o full --quiet --resume --replicates 40
run 0 sweep design.toml -o room --quiet --replicates 40
same room full
finish
