#!/usr/bin/env bash
# What the commands print: version, help, explain, schema, a dry run; and progress only where it was
# not silenced.
#
#   tests/app/commands.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

run 0 --version
grep -qE '^homeroom [0-9]+\.[0-9]+\.[0-9]+ \([0-9a-f]{7,40}\+?\)$|\(unknown\)$' .out ||
  fail "--version printed $(cat .out)"
run 0 --help
prints 'explain'
run 0 run --help
prints '--replicates'

# What the page that everybody reads first shows is what its first command prints.
run 0 run "$root/scenarios/boston.toml" -o results/boston --quiet
shown=$(awk '/^## What comes out/ { here = 1 } here && /^```/ { if (++fences == 2) exit; next } fences' "$root/README.md")
diff .out - <<<"$shown" >&2 || fail 'README.md shows another table than the program prints'
rm -r results

run 0 explain law.choice.list_length --scenario "$scenario"
prints 'schools a family may list'
prints '1 to 20'
run 0 explain law.choice --scenario "$scenario"
prints 'law.choice.list_length'
prints 'law.choice.tie_breaking'
run 0 explain models --scenario "$scenario"
prints 'innovation'
run 0 explain "$scenario"
prints 'name = "small_elected"'
prints 'list_length = '
run 0 explain schools.csv
prints 'the framework'"'"'s published rating [percentile]'
prints 'empty: not rated yet'
run 0 explain tables
prints 'truth.csv'
run 0 explain mechanisms
prints ' 7  staffing: '
prints 'docs/model/staffing.md'
prints 'M62'
prints 'nature.climate.publicity'
run 0 explain m14 --scenario "$scenario"
prints 'the central office contests rights that were granted'
prints 'status:  assumed'
run 0 explain turnover
prints 'nature.climate.turnover'
prints 'schools.csv teacher_turnover'
run 0 explain class size
prints 'law.staffing.class_size_elementary'
run 0 explain 'class size'
prints 'law.staffing.class_size_elementary'
run 0 explain schools.rating
prints 'rating  the framework'"'"'s published rating [percentile]'
run 0 explain schools.csv.rating
prints 'empty: not rated yet'
run 2 explain schools.ratting
run 0 explain law.selections --scenario boston
prints 'law.selections.0: model = "turnaround"'
run 2 explain law.selections --scenario bostn
run 2 explain law.choice.lst_length
says 'did you mean "law.choice.list_length"'
run 2 explain nothing.of.the.kind
says 'is no known key'

run 0 schema
python3 -m json.tool .out >/dev/null || fail 'the schema is no JSON'
in_codebook patterns "$root/docs/patterns/boston.csv"
run 0 check "$scenario"
# patterns.toml holds bands of figures, mechanisms.toml what the theory asserts, ladders.toml sets of
# policies: no scenarios.
for shipped in "$(dirname "$scenario")"/*.toml; do
  [[ $shipped == */patterns.toml || $shipped == */mechanisms.toml || $shipped == */ladders.toml ]] ||
    run 0 check "$shipped"
done
prints 'no faults'

# Away from the repository values come from the scenarios that belong to the program.
run 0 explain law.governance.turnout
prints 'places/boston.toml'

# Whoever closes a pipe has read enough.
for ((i = 0; i < 3; ++i)); do
  { status=0; "$program" explain parameters 2>.err || status=$?; echo "$status" >.status; } | head -n 1 >/dev/null
  is 'exit status into a closed pipe' "$(cat .status)" 0
  is 'what is said into a closed pipe' "$(cat .err)" ''
done

# Warnings stop nobody.
printf 'extends = "%s"\n[law.governance]\nsupport_office = { 2090 = 1 }\n' "$scenario" >late.toml
run 0 check late.toml
says 'warning: late.toml:3:20: law.governance.support_office: 2090 = 1 comes after the last year'
prints 'late.toml: no faults'

# What is printed but does not arrive is a failure.
if [[ -w /dev/full ]]; then
  status=0
  "$program" --version >/dev/full 2>.err || status=$?
  is 'exit status with a full standard output' "$status" 1
fi

before=$(listing)
run 0 run "$scenario" --dry-run --students -o dry
prints '20 replicates of 22 years (12 burn-in, 10 policy), 6000 students, 17 schools'
is 'what a dry run leaves' "$(listing)" "$before"

run 0 run "$scenario" --dry-run --replicates 200000 --threads 1
prints '26400 million student-years; about '
grep -qE 'about ([0-9]+ h )?[0-9]+ min on 1 thread' .out || fail "hours are told as: $(cat .out)"
run 0 run "$scenario" --dry-run --replicates 1000 --threads 1
prints '132 million student-years; about '

# What a prediction is made of: counts times coefficients, which add up.
run 0 run "$scenario" --dry-run --timing --replicates 3 --students
grep -qE '^disk_student_row +180000 ' .out || fail "no 3 x 10 x 6000 rows of students: $(cat .out)"
is 'the sum of the parts on disk' \
  "$(awk '/ bytes on disk$/ { sum += $4 } /^predicted disk/ { print (sum / $3 > 0.999 && sum / $3 < 1.001) }' .out)" 1

# A part of a scenario is told as one, not by all that it leaves out.
run 2 check "$(dirname "$scenario")/nature/learning.toml"
says 'learning.toml: is a part of a scenario'
is 'lines about a part' "$(wc -l <.err)" 2

# A word that a hundred schools share is told, and no missing sections.
{
  printf 'extends = "%s"\n[place]\nschools = []\nschool_list = [\n' "$scenario"
  for i in $(seq 120); do
    printf '  { id = "%s", name = "S%s", model = "traditonal", first_grade = 0, last_grade = 12, enrolment = [9,9,9,9,9,9,9,9,9,9,9,9,9] },\n' "$i" "$i"
  done
  printf ']\n'
} >misspelled.toml
run 2 check misspelled.toml
says '"traditonal" is no school model'
says 'did you mean "traditional"?'

# Progress: a bar with the time left on a terminal; nothing where it was silenced.
on_terminal() { script -qec "$program run $scenario --threads 1 -o $1 --replicates 20 $2" /dev/null; }
on_terminal bar '' | tr '\r' '\n' >.terminal
grep -qE '\[#*\.*\] +[0-9]+ % .*left' .terminal || fail "no bar on a terminal: $(head -c 300 .terminal)"
grep -q 'Tables are in bar' .terminal || fail 'no last line on a terminal'
on_terminal quiet --quiet | tr '\r' '\n' >.terminal
! grep -qE 'left|\[#' .terminal || fail 'progress though --quiet'
run 0 run "$scenario" --quiet --years 1 --replicates 1 -o short
is 'what a quiet run says' "$(cat .err)" ''
prints '1 replicate, policy years 2011-2011'
prints 'One replicate has no Monte Carlo error'
run 0 run "$scenario" --dry-run --replicate 1 --threads 1
prints 'small_elected: 1 replicate of 22 years'
prints 'on 1 thread,'

# A file reached by a link finds its bases beside itself.
mkdir -p beside && printf 'extends = "%s"\n' "$scenario" >beside/base.toml
printf 'extends = "base.toml"\nname = "linked"\n' >beside/top.toml
ln -sf beside/top.toml linked.toml
run 0 check linked.toml

# The zero of growth may be another scenario's.
printf 'extends = "%s"\n[law.staffing]\nmutual_consent = 1\n' "$scenario" >arm.toml
run 0 run arm.toml --anchor-from "$scenario" --replicates 1 --years 1 -o arm --quiet
grep -q '"anchor": {' arm/manifest.json || fail 'the manifest does not tell whose anchor it is'
refused 'no such file' run arm.toml --anchor-from smal.toml -o other
refused 'has 12 burn-in years before 2011' run arm.toml --set run.burn_in_years=3 --anchor-from "$scenario" -o other

# What shaped the results stands in the manifest.
is 'the command line' "$(manifest short command | python3 -c 'import json,sys; print(*json.load(sys.stdin)[1:])')" \
  "run $scenario --quiet --years 1 --replicates 1 -o short"
for library in fmt nlohmann-json xxhash Boost CLI11 gperftools oneTBB toml++ libstdc++; do
  [[ $(manifest short libraries "$library") =~ ^[0-9]+(\.[0-9]+)*$ ]] || fail "no version of $library"
done
[[ $(manifest short compiler name) =~ ^(GNU|Clang)\ [0-9] ]] || fail 'no compiler in the manifest'
[[ $(manifest short compiler flags) == *-ffp-contract=off* ]] || fail 'no flags in the manifest'
[[ $(manifest short compiler flags) != */* ]] || fail 'a path of this machine in the manifest'

finish
