#!/usr/bin/env bash
# `homeroom report`: one page of a run, a comparison, an audit, claims and a sweep, whose numbers are
# those of the tables, counted once more by report.py; what is no folder of results is refused, what
# is missing is told, and nothing half-written stays.
#
#   tests/app/report.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

again() { "$root/tests/app/report.py" "$@" || fail "the numbers of $2"; }
# One page of a folder, and nothing beside it.
page() {
  run 0 report "$1"
  [[ -s $1/report.html ]] || fail "$1: no page"
  is "files beside the page of $1" "$(find "$1" -name '*.part' | wc -l)" 0
}

run 0 run "$scenario" --replicates 3 --years 4 -o city --quiet
page city
prints 'proficient'
again run city
# A page of ours is written anew, the same but for its date.
cp city/report.html first.html
page city
cmp <(sed 's/, 20[0-9-]*T[0-9:]*Z//' first.html) <(sed 's/, 20[0-9-]*T[0-9:]*Z//' city/report.html) >/dev/null ||
  fail 'the same tables make another page'
run 0 report city -o elsewhere.html
[[ -s elsewhere.html ]] || fail 'no page where -o asks for it'

run 0 compare "$scenario" --policy R1 --policy R6 --replicates 3 --years 3 -o pair --quiet
page pair
again compare pair
grep -q 'R1: Recommendation 1' pair/report.html || fail 'no word of what R1 is'

run 0 audit effect "$scenario" --model innovation --replicates 2 --years 4 -o effect --quiet
page effect
again effect effect

mkdir claims
cat >claims/claims.csv <<'E2'
claim,city,measure,groups,stated,estimate,low,high,truth,share,placebo_share,ratio,robust_share,verdict,why
C01,boston,"percent proficient, both",pilots,not said,4.5,3.9,5.1,3.0,0.92,0.75,1.2,0.75,not informative,"92 % of 80 cities, ""as stated"""
C08,boston,growth,charters,implied,0.1,-0.2,0.4,,0.5,0.25,2,0.25,mixed,half of them
C50,denver,schools kept,zones,implied,0.2,0.1,0.3,0.2,,,,,supported,all tests
E2
page claims
again claims claims

run 0 sweep "$root/tests/data/sweeps/tiny.toml" -o tiny --quiet --set run.policy_years=2 --set run.burn_in_years=2
page tiny
again sweep tiny
mkdir apart
cp tiny/design.toml apart/
refused 'is a sweep that was not collected; homeroom collect apart first' report apart

# What is missing is told in its section; the rest stands.
mkdir partial
cp city/manifest.json city/models.csv city/district.csv partial/
page partial
says 'homeroom report: truth_models.csv is not there or cannot be read. What rests on it is left out.'
grep -q 'truth_models.csv is not there' partial/report.html || fail 'no word of the missing table'
head -c 700 city/truth_models.csv >partial/truth_models.csv
run 0 report partial
grep -qE 'truth_models.csv:[0-9]+: has [0-9]+ cells' partial/report.html || fail 'no word of the broken table'

# Another version is told; a run that was interrupted says how much there is.
mkdir older
cp city/*.csv older/
sed 's/"version": "[^"]*"/"version": "0.0.9"/; s/"status": "done"/"status": "interrupted"/' city/manifest.json >older/manifest.json
page older
grep -q 'written by homeroom 0.0.9' older/report.html || fail 'no word of the other version'
grep -q 'did not end' older/report.html || fail 'no word of the interruption'

# Where the pages' tools are out of reach the program is built without pages; in CI that is a failure.
mkdir bare
cp "$root"/app/web/*.mjs bare/
CI='' node bare/build.mjs report bare/page.cpp report 2>/dev/null || fail 'no program without tools'
grep -q 'report_script' bare/page.cpp || fail 'no source without tools'
! CI=true node bare/build.mjs report bare/other.cpp report 2>/dev/null || fail 'CI builds without pages'

# Refused, with nothing written.
mkdir empty strange begun sub
echo '{"program": "another"}' >strange/manifest.json
sed 's/"status": "done"/"status": "running"/' city/manifest.json >begun/manifest.json
echo 'mine' >notes.html
refused 'no_such: no such folder' report no_such
refused 'first.html: is no folder' report first.html
refused 'empty: holds no results' report empty
refused 'strange/manifest.json: is no manifest of homeroom' report strange
refused 'begun/manifest.json: has no finished replicate' report begun
refused 'notes.html: is there already and holds no report (--force overwrites it)' report city -o notes.html
refused 'there is no folder nowhere' report city -o nowhere/page.html
refused 'is a folder' report city -o sub
run 0 report city -o notes.html --force
# A disk that takes nothing leaves nothing half-written.
if [[ -w /dev/full ]] && (ulimit -f 8) 2>/dev/null; then
  status=0
  (ulimit -f 8; "$program" report city -o small.html >/dev/null 2>&1) || status=$?
  is 'status of a page that cannot be written' "$status" 1
  [[ ! -e small.html && ! -e small.html.part ]] || fail 'half a page stays'
fi
finish
