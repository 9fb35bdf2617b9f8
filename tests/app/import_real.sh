#!/usr/bin/env bash
# Official lists that lie beside the repository (../shared/data) come out as their publishers count:
# Boston's 124 schools and 56,010 students, Los Angeles's 53 affiliated charters and 646,683 students;
# the city founded from Boston's list has its schools' children. Skipped, and said, where they are not.
#
#   tests/app/import_real.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

data=$root/../shared/data
[[ -d $data ]] || { echo "skipped: there is no folder ../shared/data beside the repository" && exit 77; }
maps=$root/scenarios/maps
profiles=$data/ma_dese_2017_boston_springfield.csv
sites=(--locations "$data/boston_public_schools_locations.csv"
  --crosswalk "$data/boston_dese_to_bps_location_crosswalk_DERIVED.csv")

# Boston: the district's and the Horace Mann charters, by the map.
run 0 import "$profiles" --map "$maps/boston.toml" "${sites[@]}" -o boston.toml
prints '124 rows taken, 56010 students'
prints '124 schools, 56010 students'
prints '122 schools have coordinates'
[[ $(awk '$1 == "turnaround" { print $2 }' .out) == 12 ]] || fail 'not 12 turnaround schools'
[[ $(awk '$1 == "horace_mann" { print $2 }' .out) == 6 ]] || fail 'not 6 Horace Mann schools'
[[ $(awk '$1 == "pilot" { print $2 }' .out) == 21 ]] || fail 'not 21 pilot schools'
run 0 import "$profiles" --district Boston -o district.toml
prints '118 schools'

# Several districts in one file, none selected.
refused 'holds 32 districts' import "$profiles" -o new.toml

# Two rows have no children yet.
refused 'has no children' import "$profiles" --district Boston \
  --district 'UP Academy Charter School of Springfield (District)' -o new.toml

# Los Angeles: every row counted, those of no school left out and named.
run 0 import "$data/lausd_frpm_2014_15.csv" --map "$maps/los_angeles.toml" -o los_angeles.toml
prints '997 rows taken, 646683 students'
prints '996 schools, 643823 students'
prints '(2860 students)'
[[ $(awk '$1 == "affiliated_charter" { print $2 }' .out) == 53 ]] || fail 'not 53 affiliated charters'
[[ $(awk '$1 == "independent_charter" { print $2 }' .out) == 211 ]] || fail 'not 211 independent charters'

# The directory has no enrolment: it is made up on request.
directory=$data/ccd_directory_2019_20_six_districts.csv
refused 'has no enrolment in any list, 117 rows' import "$directory" --leaid 2502790 -o new.toml
run 0 import "$directory" --leaid 2502790 --students 48000 -o directory.toml
prints '117 schools, 48000 students'
refused 'GSLO: has no grades, 3 rows' import "$directory" --leaid 0622710 --students 480000 -o new.toml
run 0 import "$directory" --leaid 0622710 --students 480000 --lenient -o directory.toml

# A city founded from the list: at the end of the burn-in its schools have the size and the children
# that the list gives them, as far as choice leaves them.
run 0 import "$profiles" --map "$maps/boston.toml" --map "$maps/boston_charters.toml" "${sites[@]}" \
  -o place.toml
prints '140 schools'
cat >listed.toml <<END
name = "boston_listed"
extends = ["$root/scenarios/boston.toml", "place.toml"]
[place]
seat_slack = 0.148
[law]
selections = []
END
run 0 run listed.toml --replicates 1 --years 1 --burn-in --quiet -o out
python3 "$root/tests/app/founded_against_listed.py" place.toml out 2010 >"$work/.fit" || fail "the founded city is not the listed one"
cat "$work/.fit"

# With its special schools, which hold children in special education only, as long as they stand.
run 0 import "$profiles" --map "$maps/boston.toml" --map "$maps/boston_special.toml" "${sites[@]}" \
  -o place.toml --force
[[ $(grep -c 'special_school = true' place.toml) == 3 ]] || fail 'not three special schools'
run 0 run listed.toml --replicates 1 --years 2 --quiet -o special
python3 - <<'END' || fail 'special schools are not what they are'
import csv

rows = [row for row in csv.DictReader(open("special/schools.csv")) if row["special_school"] == "1"]
children = sum(int(row["enrolment"]) for row in rows)
assert len(rows) == 6 and 800 < children <= 912, (len(rows), children)
assert all(row["pct_special_education"] == "100" and row["rating"] == "" for row in rows)
END

finish
