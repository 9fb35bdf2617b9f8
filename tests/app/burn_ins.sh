#!/usr/bin/env bash
# Burnt-in cities that are kept: whoever begins from one writes the same tables, to the byte; what
# cannot be used is told and lived anew.
#
#   tests/app/burn_ins.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
short=(--years 3 --replicates 3 --set run.burn_in_years=3)
keep=(--keep-burn-ins kept)

# same DIR DIR: every table of the one is that of the other.
same() {
  local table
  for table in "$1"/*.csv; do
    cmp -s "$table" "$2/${table##*/}" || fail "$2/${table##*/} is not that of $1"
  done
}
kept_files() { find kept -type f | wc -l; }

run 0 run "$scenario" "${short[@]}" --students --threads 1 -o plain
run 0 run "$scenario" "${short[@]}" --students --threads 2 -o first "${keep[@]}"
says '0 of 3 burnt-in cities found in kept, 3 left there'
is 'kept cities' "$(kept_files)" 3
same plain first
cp -r kept left
for threads in 1 2 3; do
  run 0 run "$scenario" "${short[@]}" --students --threads "$threads" -o "again$threads" "${keep[@]}"
  says '3 of 3 burnt-in cities found in kept, 0 left there'
  same plain "again$threads"
done
diff -r kept left >/dev/null || fail 'kept cities changed by being read'

# Other policies, years and numbers of replicates begin from the same cities; tables or not, too.
arm=(run "$scenario" --years 2 --replicates 4 --set run.burn_in_years=3 --policy R1)
run 0 "${arm[@]}" -o policy
run 0 "${arm[@]}" -o policy_kept "${keep[@]}"
says '3 of 4 burnt-in cities found in kept, 1 left there'
same policy policy_kept
# Other dice and another nature do not.
for other in --seed=5 --set=nature.learning.cohort_shock=0.05; do
  run 0 run "$scenario" "${short[@]}" "$other" -o other --force "${keep[@]}"
  says '0 of 3 burnt-in cities found in kept, 3 left there'
done
is 'kept cities' "$(kept_files)" 10

# A zero from elsewhere is part of what is kept.
other=$root/scenarios/small_zone.toml
anchored=(run "$other" --years 1 --replicates 1 --anchor-from "$scenario")
run 0 "${anchored[@]}" -o anchored
run 0 "${anchored[@]}" -o anchored_kept "${keep[@]}"
run 0 "${anchored[@]}" -o anchored_again "${keep[@]}"
says '1 of 1 burnt-in city found in kept'
same anchored anchored_kept
same anchored anchored_again

# A comparison begins from the base's cities; a file that differs later begins from them as a policy
# does, and shows what a policy shows.
dated() { # dated NAME YEARS: the scenario with hours of staff by year
  printf 'extends = ["%s"]\nname = "%s"\n[law.staffing]\nhours_per_day = { %s }\n' \
    "$scenario" "$1" "$2" >"$1.toml"
}
dated now '1900 = 6.5'
dated later '1900 = 6.5, 2012 = 7.5'
dated earlier '1900 = 6.5, 2010 = 7.5'
pair=(compare now.toml later.toml earlier.toml --policy R1 "${short[@]}")
run 0 "${anchored[@]}" --dry-run "${keep[@]}"
prints '1 of 1 burnt-in city found'
run 0 "${anchored[@]}" --dry-run --keep-burn-ins nowhere
prints '0 of 1 burnt-in city found'
prints ' MiB on disk in nowhere'
[[ ! -e nowhere ]] || fail 'a dry run made the folder of cities'
# Two scenarios with one burn-in: the second finds what the first leaves.
printf 'extends = "%s"\nname = "twin"\n' "$scenario" >twin.toml
run 0 run "$scenario" twin.toml "${short[@]}" --dry-run --keep-burn-ins nowhere
prints '0 of 3 burnt-in cities found'
prints '3 of 3 burnt-in cities found'
run 0 "${pair[@]}" --dry-run
prints '3 replicates of 18 years in all' # 3 of burn-in, twice; 3 years in each of four arms
run 0 "${pair[@]}" -o pair
run 0 "${pair[@]}" -o pair_kept "${keep[@]}"
says '0 of 3 burnt-in cities found in kept, 3 left there'
run 0 "${pair[@]}" -o pair_again "${keep[@]}"
says '3 of 3 burnt-in cities found in kept, 0 left there'
same pair pair_kept
same pair pair_again

# Damaged, cut and foreign files are told and lived anew.
rm -r kept
cp -r left kept
mapfile -t files < <(find kept -type f | sort)
printf '\001' | dd of="${files[0]}" bs=1 seek=5000 conv=notrunc status=none
truncate -s 9999 "${files[1]}"
echo 'school,year' >"${files[2]}"
run 0 run "$scenario" "${short[@]}" --students --quiet -o mended "${keep[@]}"
says "${files[0]}: is damaged: its bytes do not have its checksum; it is lived anew"
says "${files[1]}: is cut short: 9"
says "${files[2]}: holds no burnt-in city; it is lived anew"
same plain mended
diff -r kept left >/dev/null || fail 'damaged cities were not replaced'

# A full disk is told once, and no further city is tried; the tables are whole.
rm -r kept
(ulimit -f 380 && exec "$program" run "$scenario" "${short[@]}" --threads 2 --quiet -o narrow "${keep[@]}") >.out 2>.err
is 'lines about a full disk' "$(wc -l <.err)" 1
says 'cannot be written: File too large; '
says '; 3 cities are not kept, their replicates went on without'
is 'kept cities' "$(kept_files)" 0
run 0 run "$scenario" "${short[@]}" -o wide
same wide narrow

# Two programs may share a folder.
run_aside() { "$program" run "$scenario" "${short[@]}" --quiet -o "$1" "${keep[@]}" >/dev/null 2>&1; }
run_aside aside &
run_aside beside
wait
is 'kept cities' "$(kept_files)" 3
same aside beside

# What it cannot be used with is said before anything is written.
touch file
refused 'kept city has no rows' run "$scenario" "${short[@]}" --burn-in -o no "${keep[@]}"
refused "is for a city; a nation's" run "$root/scenarios/national.toml" -o no "${keep[@]}"
refused 'file: is a file' run "$scenario" --dry-run --keep-burn-ins file
refused 'file: is a file' compare "$scenario" --policy R1 --dry-run --keep-burn-ins file
refused 'file/below: the folder cannot be made' run "$scenario" --dry-run --keep-burn-ins file/below
refused 'file: is a file' run "$scenario" "${short[@]}" -o no --keep-burn-ins file
refused 'cannot be made' run "$scenario" "${short[@]}" -o no --keep-burn-ins file/below
finish
