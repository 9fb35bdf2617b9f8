#!/usr/bin/env bash
# A nation of districts: a part of it runs, one of its districts runs alone, and what it cannot do is
# said before anything is written.
#
#   tests/app/nation.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
nation=$root/scenarios/national.toml
part=(--set nation.districts=60 --years 2 --set run.burn_in_years=3 --quiet)

run 0 check "$nation"
run 0 run "$nation" --dry-run
prints '13376 districts'
prints '1 replicate of 18 years (8 burn-in, 10 policy)'
run 0 run "$nation" --dry-run --set nation.districts=60 --streamed
prints '60 districts'

run 0 run "$nation" "${part[@]}" -o part
prints 'United States (national): 1 replicate, policy years 2011-2012'
prints '25000 and more'
is 'rows of districts.csv' "$(tail -n +2 part/districts.csv | wc -l)" 120
is 'rows of nation.csv' "$(tail -n +2 part/nation.csv | wc -l)" 2
is 'years in order' "$(tail -n +2 part/districts.csv | cut -d, -f3 | uniq | tr '\n' ' ')" '2011 2012 '
is 'tables' "$(manifest part tables)" \
  '["nation.csv", "size_classes.csv", "models.csv", "districts.csv", "codebook.csv"]'
grep -q '^nation,district_sd_math,' part/codebook.csv || fail 'the codebook does not know nation.csv'
[[ ! -e part/schools.csv && ! -e part/nation_schools.csv ]] || fail 'schools though nobody asked'

# How long burn-in and policy years take, each by itself.
run 0 run "$nation" "${part[@]}" --timing --force -o part
says 'founding and burn-in:'
says 'policy years:'

# One after the other, on any threads, with schools or without: the same tables.
run 0 run "$nation" "${part[@]}" --streamed --threads 1 --schools -o streamed
for table in nation size_classes models districts; do
  cmp -s "part/$table.csv" "streamed/$table.csv" || fail "$table.csv differs where districts are streamed"
done
is 'schools' "$(tail -n +2 streamed/nation_schools.csv | grep -c ',2011,')" \
  "$(sed -n 2p streamed/nation.csv | cut -d, -f6)"

# Rows that wait for their year are gone at the end, and where the disk is full as well.
is 'files of a streamed run' "$(find streamed -type f -name '.*' | wc -l)" 0
status=0
(ulimit -f 200 && exec "$program" run "$nation" "${part[@]}" --set nation.districts=200 --streamed --schools -o full) >.out 2>.err || status=$?
is 'exit status of a streamed run on a full disk' "$status" 1
says 'cannot be written'
says 'full/.rows_'
says '0 of 1 replicate is finished and kept in full'
is 'what a full disk leaves' "$(find full -type f -name '.*' | wc -l)" 0

# A replicate is what it is in a batch.
run 0 run "$nation" "${part[@]}" --replicates 2 -o two
run 0 run "$nation" "${part[@]}" --replicate 2 -o second
grep -E '^(scenario|national,2),' two/districts.csv | cmp -s - second/districts.csv ||
  fail 'the second replicate alone is another'

# One district alone: every table of a city, and the same figures.
run 0 run "$nation" "${part[@]}" --district 60 --students -o one
[[ -s one/schools.csv && -s one/students.csv ]] || fail 'a district alone has not the tables of a city'
is 'the district in its nation' \
  "$(grep '^national,1,2011,60,' part/districts.csv | cut -d, -f14-)" \
  "$(grep '^national,1,2011,' one/district.csv | cut -d, -f4-)"
is 'the manifest of a district' "$(manifest one district)" 60
run 0 run "$nation" "${part[@]}" --district 3
[[ -s results/national_district_3/district.csv ]] || fail 'a district has no folder of its own'
run 0 run "$nation" --dry-run --set nation.districts=60 --district 60
prints 'national: 1 replicate of 18 years'

# What cannot be is refused with nothing written.
refused '--students: is for one district of a nation' run "$nation" --students -o no
refused 'nation.districts: 20000 are more than all classes have (allowed: 0 to 13376' run "$nation" \
  --set nation.districts=20000 -o no
refused '--district: 61 is out of range (allowed: 1 to 60)' run "$nation" "${part[@]}" --district 61 -o no
refused '--district: 0 is out of range (allowed: 1 to 60)' run "$nation" "${part[@]}" --district 0 -o no
refused '--schools: one district alone writes its schools anyway' \
  run "$nation" "${part[@]}" --district 1 --schools -o no
refused '--anchor-from: is for a city' run "$nation" --anchor-from "$nation" -o no
refused '--district: is for scenarios with a [nation]' run "$scenario" --district 1 -o no
refused '--streamed: is for scenarios with a [nation]' run "$scenario" --streamed -o no
run 2 patterns "$nation"
says 'is a nation, and patterns are those of a city'
run 2 compare "$nation" "$nation" --replicates 1
says 'is a nation (allowed: a city'
refused 'part: holds another run' run "$nation" "${part[@]}" --schools -o part

# Every fault of the description at once.
sed 's/^\[\[nation.classes\]\]$/&\ndensety = 1/; s/^least = 600$/least = 1600/; s/^elementary_schools.*//' \
  "$root/scenarios/places/nation.toml" >bad_place.toml
sed -i 's/^\[place\]$/&\nshare_black = 0.1/' bad_place.toml
printf 'name = "bad"\nextends = ["%s", "bad_place.toml"]\n[nation]\nmodel = "tradtional"\n' "$nation" >bad.toml
refused 'nation.classes.5.least: 1600 lies above most 999' run bad.toml -o no
says 'nation.classes.0.densety: is no known key; did you mean "nation.classes.0.density"?'
says 'place.share_black: is drawn for each district of a nation'
says 'nation.model: "tradtional" is no school model'
printf 'extends = "%s"\n[[nation.classes]]\nname = "all"\ncount = 3\nleast = 10\nmost = 20\n' "$nation" >few.toml
run 2 check few.toml
says 'nation.classes.0.mean: is missing'
says 'nation.classes.0.density: is missing'
printf 'extends = "%s"\n[nation]\nclasses = []\n' "$nation" >none.toml
run 2 check none.toml
says 'nation.classes: a nation without districts'

# Ctrl-C: a nation's replicate is whole or not kept, and that is said.
status=0
setsid "$program" run "$nation" --set nation.districts=100 --replicates 90 -o stopped >.out 2>.err &
pid=$!
for ((i = 0; i < 600; ++i)); do
  [[ -f stopped/.nation.csv.part ]] && (($(wc -l <stopped/.nation.csv.part) > 12)) && break
  sleep 0.05
done
kill -INT -- -"$pid"
wait "$pid" || status=$?
is 'exit status after an interrupt' "$status" 130
says 'of 90 replicates'
finished=$(manifest stopped replicates finished | tr -d '[,]')
is 'years that are kept' "$(tail -n +2 stopped/nation.csv | wc -l)" "$((10 * $(wc -w <<<"$finished")))"
is 'replicates that are kept' "$(replicates_in stopped/districts.csv)" "$finished"

finish
