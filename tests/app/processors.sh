#!/usr/bin/env bash
# One program, any processor: it chooses its vectors when it starts, and every choice writes the same
# bytes. A processor without AVX and one with AVX2 at most are played by qemu, which also tells which
# instructions were met; whatever this machine has is the third.
#
#   tests/app/processors.sh PROGRAM
#
# Exit status 77, which ctest counts as skipped, where qemu's player of programs is missing (a failure
# where CI is set), and on other processors.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
[[ $(uname -m) == x86_64 ]] || { echo 'skipped: this is no x86-64'; exit 77; }
if ! command -v qemu-x86_64 >/dev/null; then
  echo 'not tested: there is no qemu-x86_64 (Debian: qemu-user)' >&2
  [[ -n ${CI-} ]] && exit 1
  exit 77
fi

# Which of the three versions of sim/core/wide.hpp this machine chooses itself.
if grep -qw avx512bw /proc/cpuinfo; then own=x86-64-v4; elif grep -qw avx2 /proc/cpuinfo; then own=avx2; else own=default; fi

# same_on_processors NAME ARGUMENTS...
same_on_processors() {
  local name=$1 model
  shift
  run 0 run "$@" --quiet --threads 2 -o "$name/own"
  for model in Nehalem Haswell; do
    qemu-x86_64 -cpu "$model" "$program" run "$@" --quiet --threads 2 -o "$name/$model" \
      >.out 2>.err || fail "$name: the program does not run on a $model: $(tail -n 3 .err)"
    diff -rq --exclude=manifest.json "$name/own" "$name/$model" >.different ||
      fail "$name: a $model writes other bytes than a processor with $own: $(cat .different)"
  done
}
years=(--years 2 --set run.burn_in_years=1 --replicates 1)
same_on_processors small "$scenario" "${years[@]}" --students
same_on_processors city "$root/scenarios/springfield.toml" "${years[@]}" --students
same_on_processors nation "$root/scenarios/national.toml" "${years[@]}" --set nation.districts=12 --schools

# meets MODEL PATTERN: how many instructions like the pattern qemu met where the small city lives on MODEL.
meets() {
  qemu-x86_64 -cpu "$1" -d in_asm -D instructions "$program" run "$scenario" "${years[@]}" --quiet -o met \
    --force >.out 2>.err || fail "the program does not run on a $1: $(tail -n 3 .err)"
  grep -cE "$2" instructions || true
}
is 'instructions on wide registers where there are none' "$(meets Nehalem '[yz]mm')" 0
(($(meets Haswell 'vmulps.*ymm') > 0)) || fail 'no product of eight floats at a time on a Haswell'
echo "versions seen: default (Nehalem), avx2 (Haswell), $own (this machine)"
finish
