#!/usr/bin/env bash
# Whatever is wrong with a scenario or a command: exit status 2, a message that says where and what,
# and nothing written.
#
#   tests/app/bad_input.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

# A scenario over the small one: wrong NAME TEXT WORDS.
wrong() {
  printf 'extends = "%s"\nname = "%s"\n%s\n' "$scenario" "$1" "$2" >"$1.toml"
  refused "$3" run "$1.toml" -o out
  refused "$3" check "$1.toml"
}

# Files that cannot be scenarios.
: >empty.toml
printf 'name = "\xff\xfe"\n' >bytes.toml
truncate -s 5M large.toml
mkdir folder
refused 'missing.toml: no such file' run missing.toml -o out
refused 'empty.toml: is empty' run empty.toml -o out
refused 'bytes.toml:1:9: is not UTF-8' run bytes.toml -o out
refused 'folder: is a directory' run folder -o out
refused 'large.toml: is too large: 5242880 bytes (at most 4 MiB)' run large.toml -o out

# A file that is refused unread costs nothing, however large.
truncate -s 100G endless.toml
refused 'endless.toml: is too large' run endless.toml -o out

# Keys and values.
wrong unknown $'[law.choice]\nlist_lenght = 3' \
  'unknown.toml:4:1: law.choice.list_lenght: is no known key; did you mean "law.choice.list_length"?'
wrong text $'[law.choice]\nlist_length = "many"' \
  'text.toml:4:1: law.choice.list_length: wants a number'
wrong range $'[law.choice]\nlist_length = 30' \
  'range.toml:4:1: law.choice.list_length: 30 is out of range (allowed: 1 to 20'
wrong year $'[run]\nfirst_year = -5' 'year.toml:4:1: run.first_year: -5 is out of range'
wrong nan $'[law.choice]\nlist_length = nan' 'nan.toml:4:1: law.choice.list_length: is not finite'
wrong infinite $'[law.budget]\nbase_per_student = inf' \
  'infinite.toml:4:1: law.budget.base_per_student: is not finite'
wrong syntax '[law.choice' 'syntax.toml:3:'

# Sums that cannot be.
selection=$'[[law.selections]]\nmodel = "turnaround"\nfrom = "traditional"\nyear = 2012\n'
wrong many "$selection"'count = 50' \
  'many.toml:7:1: law.selections.0.count: 50 schools, but traditional has 11'
wrong double "$selection"$'count = 2\ndouble_status = 3' \
  'double.toml:8:1: law.selections.0.double_status: 3 schools, but only 2 are selected'
wrong shares $'[place]\nshare_black = 0.9' \
  'place.share_black: share_black + share_hispanic + share_white + share_asian is 1.62'
wrong severe $'[place]\nshare_special_severe = 0.5' \
  'severe.toml:4:1: place.share_special_severe: is more than all children in special education'
group=$'[[place.schools]]\nmodel = "traditional"\nname = "Elm"\nlast_grade = 12\n'
wrong childless "$group"$'count = 2\nstudents = 0' \
  'childless.toml:8:1: place.schools.0.students: 0 children leave a school of 2 without students'
wrong schoolless "$group"$'count = 0\nstudents = 10' 'schoolless.toml:7:1: place.schools.0.count'

# Bases.
printf 'extends = "two.toml"\nname = "one"\n' >one.toml
printf 'extends = "one.toml"\nname = "two"\n' >two.toml
printf 'extends = "nowhere.toml"\nname = "lost"\n' >lost.toml
refused 'two.toml:1:1: extends: bases go in a circle: one.toml -> two.toml -> one.toml' \
  run one.toml -o out
refused 'lost.toml:1:1: extends: base is missing: lost.toml -> nowhere.toml' run lost.toml -o out
printf 'extends = "bostn.toml"\n' >near.toml
refused 'did you mean "boston.toml"?' check near.toml

# All faults at once, each at its place.
wrong three $'[law.choice]\nlist_lenght = 3\ntransport = 7\n[run]\npolicy_years = "ten"' '3 faults'
says 'three.toml:4:1: law.choice.list_lenght'
says 'three.toml:5:1: law.choice.transport: 7 is out of range'
says 'three.toml:7:1: run.policy_years: wants a whole number'
refused '4 faults' run three.toml range.toml -o out

# The command line.
refused '--set law.choice.list_length: is no setting' run "$scenario" --set law.choice.list_length
refused '--set law.choice.list_lenght=3' run "$scenario" --set law.choice.list_lenght=3
refused 'did you mean "law.choice.list_length"' run "$scenario" --set law.choice.list_lenght=3
refused '--set law.choice.list_length=[' run "$scenario" --set 'law.choice.list_length=['
refused '--replicate 0: is out of range' run "$scenario" --replicate 0
refused '--replicates 0: run.replicates: 0 is out of range' run "$scenario" --replicates 0
refused '--years 0: run.policy_years: 0 is out of range' run "$scenario" --years 0
refused '--years -3: run.policy_years: -3 is out of range (allowed: 1 to ' run "$scenario" --years -3
refused '--seed -1: run.seed: -1 is out of range' run "$scenario" --seed -1
refused '--replicates: "two" is no whole number' run "$scenario" --replicates two
refused '--replicates: "99999999999999999999" is no whole number' \
  run "$scenario" --replicates 99999999999999999999
refused '--threads 0: is out of range (allowed: 1 to 4096)' run "$scenario" --threads 0
refused '--threads 2147483647: is out of range (allowed: 1 to 4096)' run "$scenario" --threads 2147483647
refused 'exclude each other; give one' \
  run "$scenario" --replicates 2 --replicate 1
refused '--replicate 0: is out of range' run "$scenario" --threads 0 --replicate 0 --years 0
says '--threads 0: is out of range'
says '--years 0: run.policy_years: 0 is out of range'
refused 'two scenarios are named "small_elected"' run "$scenario" "$scenario" -o out
refused '--treads: is no option (allowed: ' run "$scenario" --treads 2
refused 'did you mean "--threads"?' run "$scenario" --treads 2
refused '"--dry-run" is a flag, not a value' run "$scenario" -o --dry-run
refused '"--quiet" is a flag, not a value' run "$scenario" --set --quiet
refused '--output: wants a value' run "$scenario" -o
refused '"" names nothing' run "$scenario" -o ''
refused '"  " names nothing' run "$scenario" -o '  '
refused '"" names nothing' run ''
# The library would take these for options that were not given.
for option in --replicates --replicate --seed --years --threads --divide; do
  refused "$option: \"\" is no value" run "$scenario" "$option" '' -o out
  refused 'homeroom run: ' run "$scenario" "$option=" -o out
done
for command in compare sweep patterns; do
  refused '--threads: "" is no value' "$command" "$scenario" --threads ''
done
refused '--threads: "" is no value' audit threads "$scenario" --threads ''
refused '"" names nothing' explain ''
refused '"=out": leave the = out' run "$scenario" -o=out
refused '--students: takes no value' run "$scenario" --students=maybe
refused 'homeroom run: SCENARIO is missing' run
refused 'homeroom run: SCENARIO is missing' run --
refused 'homeroom explain: TOPIC is missing' explain
refused 'rum: is no command' rum "$scenario"
refused 'say homeroom --help, or homeroom COMMAND --help' help run
refused 'homeroom run: --divide 0: is out of range (allowed: 1 to 64)' run "$scenario" --divide 0 -o out
refused '--policy-from 2013: no policy begins in that year' run "$scenario" --policy-from 2013 -o out
refused '--policy-from 2013: no policy begins in that year' compare "$scenario" --policy-from 2013 -o out
refused 'are joined by +, R1+R6' run "$scenario" --policy R1,R6 -o out
run 0 check "$scenario" --policy 'R1 + R6' --set 'law.choice.list_length = 3'
refused 'did you mean "run"?' rum "$scenario"
refused 'a command is missing (allowed: run, check, explain, patterns, compare, audit, import, estimate, decide, schema, sweep, collect, sensitivity, claims, probes, workshop, report, completion, manual)'
refused '"lumps" is no kind of scenario file (allowed: scenario, nature, models, places, patterns, policies)' schema lumps
refused 'law.choice.lst_length: is no known key; did you mean "law.choice.list_length"?' \
  explain law.choice.lst_length
refused 'xyzzy: is no known key' explain xyzzy
refused 'or one of: tables, mechanisms' explain xyzzy
refused 'did you mean "nature.learning.leadership"?' explain nature.learning.ledership
refused 'did you mean "models.pilot"?' explain models.piolt
refused 'did you mean "schools.csv"?' explain school.csv
refused 'did you mean "mechanisms"?' explain mechanism
refused 'R1: is no key, but a policy' explain R1
refused 'missing.toml: no such file' explain missing.toml

# A slip in a file's name: the one beside it, or among the scenarios that came with the program.
cp "$scenario" near.toml
refused 'nearr.toml: no such file; did you mean "near.toml"?' run nearr.toml
refused 'scenarios/small_elected.toml"?' run small_elected.toml

refused 'the scenario is homeroom explain '"$root"'/scenarios/boston.toml' explain boston
ln -s loop.toml loop.toml
refused 'loop.toml: cannot be read' run loop.toml
rm loop.toml
mkfifo pipe.toml
refused 'pipe.toml: is not a regular file' run pipe.toml
refused 'is a directory' run "$root/scenarios"

# Not even a name that no table could hold gets through.
printf 'extends = "%s"\n' "$scenario" >$'b\xffd.toml'
refused 'name: cannot name a directory' run $'b\xffd.toml'

# A disk that is too small is said before anything is written.
before=$(listing)
run 1 run "$scenario" --replicates 1000000 --years 200 --students -o out
says 'MiB are needed'
is 'what a run without room leaves' "$(listing)" "$before"
run 0 run "$scenario" --replicates 1000000 --years 200 --students -o out --dry-run
prints 'MiB are free'

# All that is wrong with options is told at once, in the name of the command.
refused 'homeroom run: --threads 0: is out of range' run "$scenario" --threads 0 --burn-in --streamed \
  --keep-burn-ins cities -o out
says '--keep-burn-ins: a kept city has no rows'
says '--streamed: is for scenarios with a [nation]'
refused 'homeroom compare: --threads 0: is out of range' compare "$scenario" --policy R1 --threads 0
refused 'homeroom patterns: --threads 0: is out of range' patterns "$scenario" --threads 0
# What is no verdict is not overwritten.
echo 'a thesis' >thesis.csv
refused '-o thesis.csv: is there already and holds no verdicts of patterns (--force overwrites it); nothing was run' \
  patterns "$scenario" -o thesis.csv
is 'a file that was there' "$(cat thesis.csv)" 'a thesis'
rm thesis.csv
refused 'homeroom audit null: --threads 0: is out of range' audit null "$scenario" --threads 0

# So much memory no machine of this size has.
large=(run "$root/scenarios/los_angeles.toml" --students --replicates 200 --threads 200 --years 100)
run 0 "${large[@]}" -o out --dry-run
[[ $(grep -c 'MiB are needed' .out) -ge 1 ]] || fail "no want of memory: $(cat .out)"
grep -q 'MiB are free in memory' .out || fail "no want of memory: $(cat .out)"
finish
