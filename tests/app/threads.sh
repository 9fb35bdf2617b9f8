#!/usr/bin/env bash
# Any number of threads writes the same bytes: within one city, over replicates, over districts that
# live at once or one after the other; more threads than processors, than replicates, than slices.
#
#   tests/app/threads.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

# tasks_of PROCESS: the most tasks that it was seen with until its end.
tasks_of() {
  local most=0 tasks
  while [[ -d /proc/$1/task ]]; do
    tasks=$(find "/proc/$1/task" -mindepth 1 -maxdepth 1 2>/dev/null | wc -l)
    ((tasks > most)) && most=$tasks
    sleep .002
  done
  echo "$most"
}

# works_on THREADS ARGUMENTS...: so many threads are there at some time, whatever the machine has.
works_on() {
  local threads=$1
  shift
  "$program" "$@" --quiet --threads "$threads" >/dev/null 2>&1 &
  is "threads of homeroom $1 --threads $threads" "$(tasks_of $!)" "$threads"
}

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

# They are tried: more than this machine has cores as well.
for threads in 1 3 16; do
  works_on "$threads" run "$root/scenarios/boston.toml" "${years[@]}" --replicates 1 -o one
  works_on "$threads" run "$root/scenarios/boston.toml" "${years[@]}" --replicates 16 -o many
  works_on "$threads" run "$root/scenarios/national.toml" "${years[@]}" --set nation.districts=300 -o nation
done
works_on 16 audit threads "$scenario" --replicates 16
works_on 16 compare "$scenario" --policy R1 --replicates 16 -o compared

# What the test would see: another seed is another city.
run 0 run "$scenario" "${years[@]}" --replicates 5 --students --quiet --seed 99 -o other
! diff -rq --exclude=manifest.json replicates/1 other >.different || fail 'another seed writes the same bytes'
finish
