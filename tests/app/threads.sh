#!/usr/bin/env bash
# Any number of threads writes the same bytes: within one city, over replicates, over districts that
# live at once or one after the other; more threads than processors, than replicates, than slices.
#
#   tests/app/threads.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

# same_on_threads NAME ARGUMENTS...: every table, the manifest apart, which tells of threads.
same_on_threads() {
  local name=$1 threads
  shift
  for threads in 1 2 3 7 16; do
    run 0 run "$@" --quiet --threads "$threads" -o "$name/$threads"
    diff -rq --exclude=manifest.json "$name/1" "$name/$threads" >.different ||
      fail "$name: $threads threads write other bytes than one: $(cat .different)"
  done
}
years=(--years 2 --set run.burn_in_years=2)
same_on_threads city "$root/scenarios/indianapolis.toml" "${years[@]}" --replicates 1 --students
same_on_threads replicates "$scenario" "${years[@]}" --replicates 5 --students
same_on_threads nation "$root/scenarios/national.toml" "${years[@]}" --set nation.districts=60 --schools
same_on_threads streamed "$root/scenarios/national.toml" "${years[@]}" --set nation.districts=60 \
  --streamed --schools
is 'districts that live at once and one after the other' \
  "$(diff -rq --exclude=manifest.json nation/7 streamed/3)" ''

# What the test would see: another seed is another city.
run 0 run "$scenario" "${years[@]}" --replicates 5 --students --quiet --seed 99 -o other
! diff -rq --exclude=manifest.json replicates/1 other >.different || fail 'another seed writes the same bytes'
finish
