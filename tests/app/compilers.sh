#!/usr/bin/env bash
# Runs one short scenario with the program as g++ built it and as clang++ built it: every file but
# the manifest, which holds times and versions, must be equal byte for byte.
#
#   tests/app/compilers.sh PROGRAM_BY_GCC PROGRAM_BY_CLANG [SCENARIO]
#
# Exit status 77, which ctest counts as skipped, where there is no program by clang++ of these
# sources; scripts/test builds one.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
by_gcc=${1:-$root/build/app/homeroom}
by_clang=${2:-$root/build-clang/app/homeroom}
scenario=${3:-$root/scenarios/boston.toml}
skipped=77

skip() {
  echo "skipped: $1; scripts/test builds it"
  exit "$skipped"
}
[[ -x $by_clang ]] || skip "there is no program built by clang++ at $by_clang"
stamp=$(dirname "$(dirname "$by_clang")")/homeroom.stamp
newer=$(find "$root"/{CMakeLists.txt,cmake,sim,app} -newer "$stamp" -print -quit)
[[ -z $newer ]] || skip "the program built by clang++ is older than ${newer#"$root/"}"

runs=$(mktemp -d)
trap 'rm -rf "$runs"' EXIT
run() {
  "$1" run "$scenario" --years 2 --replicates 2 --threads 2 --seed 7 --students --quiet -o "$2"
}
run "$by_gcc" "$runs/gcc"
run "$by_clang" "$runs/clang"

files=$(find "$runs/gcc" -type f ! -name manifest.json | wc -l)
((files > 0)) || { echo "FAILED: the run wrote no tables" >&2 && exit 1; }

same=yes
different=$(diff --recursive --brief --exclude=manifest.json "$runs/gcc" "$runs/clang") || same=no
if [[ $same == no ]]; then
  echo "FAILED: g++ and clang++ disagree" >&2
  printf '%s\n' "${different//"$runs/"/}" >&2
  echo "the first lines that differ (< g++, > clang++):" >&2
  diff --recursive --exclude=manifest.json "$runs/gcc" "$runs/clang" | cut -c1-200 | head -n 12 >&2 || true
  exit 1
fi
echo "$files files, equal byte for byte"
