#!/usr/bin/env bash
# Audits of a scenario: what passes, what fails and says what differs first, and what is refused.
#
#   tests/app/audit.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
short=(--years 3 --quiet --set run.burn_in_years=2)

# A city in which all chapters have work, under a policy of its own and one that is laid over it.
cat >busy.toml <<END
extends = "$scenario"
name = "busy"
[law.choice]
assignment = "deferred_acceptance"
list_length = { 2012 = 3 }
[law.authorization]
openings_per_year = 1
conversions_per_year = 2
approval_rate = 0.9
network_model = "innovation"
[policy.law.choice]
outreach = 1
END

# told FILE COLUMN: the different values of a column.
told() { python3 -c '
import csv, sys
print(" ".join(sorted({row[sys.argv[2]] for row in csv.DictReader(open(sys.argv[1]))})))' "$@"; }

for kind in null relabel; do
  run 0 audit $kind busy.toml --policy R6 "${short[@]}" --replicates 2 -o $kind.csv
  prints 'passed: every cell of every table is equal'
  is "what audit $kind writes" "$(told $kind.csv audit)" $kind
  is "verdicts of audit $kind" "$(told $kind.csv verdict)" equal
  is "tables of audit $kind" "$(told $kind.csv table | wc -w)" 16
done
prints 'keys exchanged, first for last'
in_codebook audit_exact relabel.csv
grep -q '^relabel,busy+R6,"keys exchanged, first for last",students,2,' relabel.csv || fail 'students were not compared'
run 0 audit threads busy.toml "${short[@]}" --replicates 3 --threads 5 -o threads.csv
prints 'the last replicate alone, 5 threads'
is 'checks of threads' "$(told threads.csv check | grep -o threads | wc -l)" 8
is 'verdicts of threads' "$(told threads.csv verdict)" equal

# Size: an even quarter is of the city itself, else of four times the quarter; the verdict is told.
even=()
for group in 0,8,2400 1,4,1200 2,4,1600 3,4,1600 4,4,3200 5,4,1800; do
  IFS=, read -r number count students <<<"$group"
  even+=(--set "place.schools.$number.count=$count" --set "place.schools.$number.students=$students")
done
run 0 audit scale "$scenario" "${even[@]}" --set place.opening_slots=4 "${short[@]}" --replicates 4
prints 'passed: none of'
prints ' 7 schools      2950 children     3 neighbourhoods     15.0 km2'
if grep -q 'x 1/4 x 4' .out; then fail 'an even quarter was rounded'; fi
# A quarter of Millbrook has one school of a kind: nobody can move to another within the year.
run 1 audit scale "$scenario" "${short[@]}" --replicates 10 -o scale.csv
prints 'innovation: 2 schools, an even quarter 0.5, here 1'
prints 'failed: first of all'
in_codebook audit_scale scale.csv
is 'whether moves are fewer in the quarter' "$(awk -F, '$3 == "x 1/4" && $4 == "mobility_rate" { print ($8 < 0), $14 }' scale.csv)" '1 differs'
is 'whether they are in four of it' "$(awk -F, '$3 == "x 4" && $4 == "mobility_rate" { print $14 }' scale.csv)" same
is 'sizes' "$(tail -n +2 scale.csv | cut -d, -f3 | sort -u | tr '\n' ' ')" 'x 1/4 x 4 '
prints 'differences
the first is told from |z|'
# Several cities in one; too few replicates are told.
run 0 audit scale "$scenario" --quiet --set run.burn_in_years=2 --years 1 --replicates 2 --cities 4
prints '4 cities in one'
prints 'x 1/4                      14 schools      6000 children'
prints 'too few replicates to find much'
# The same scenario again gives the same file, whatever the threads.
run 1 audit scale "$scenario" "${short[@]}" --replicates 10 --threads 1 -o again.csv
cmp -s scale.csv again.csv || fail 'audit scale differs by the number of threads'

# What is refused, with nothing run and nothing written.
refused '"nul" is no audit (allowed: null, relabel, threads, scale, effect); did you mean "null"?' audit nul "$scenario"
refused 'SCENARIO is missing' audit null
refused 'did you mean' audit null "${scenario%.toml}x.toml"
refused 'is a nation' audit null "$root/scenarios/national.toml" --quiet
refused 'is a nation' audit scale "$root/scenarios/national.toml" --quiet
refused '--replicates 1 tells no Monte Carlo error' audit scale "$scenario" --replicates 1
refused '--cities 17: is out of range (allowed: 1 to 16)' audit scale "$scenario" --cities 17
refused '--cities belongs to homeroom audit scale' audit null "$scenario" --cities 2
refused '--threads 0: is out of range' audit threads "$scenario" --threads 0
refused 'law.choice.list_lenght: is no known key' audit null "$scenario" --set law.choice.list_lenght=3
refused '"R77" is no policy' audit null "$scenario" --policy R77
echo mine >mine.csv
refused '-o mine.csv: is there already and holds no audit' audit null "$scenario" -o mine.csv
refused 'there is no folder nowhere' audit null "$scenario" -o nowhere/null.csv
printf '[[place.school_list]]\nid = "1"\nname = "One"\nmodel = "traditional"\nfirst_grade = 0\nlast_grade = 5\nenrolment = [50, 50, 50, 50, 50, 50]\nopened = 1950\n' >list.part
{ printf 'extends = "%s"\n' "$scenario"; cat list.part; } >listed.toml
refused 'has 1 school of a list' audit scale listed.toml --quiet

# Ctrl-C: nothing was judged, nothing is written.
timeout --foreground --preserve-status -s INT 1 "$program" audit scale "$scenario" --replicates 500 --quiet -o late.csv >/dev/null 2>.err || true
says 'interrupted; nothing of small_elected was judged'
[[ ! -e late.csv ]] || fail 'an interrupted audit wrote its file'
finish
