#!/usr/bin/env bash
# The folder of a run: what is finished is kept, what is foreign is refused, what cannot be written
# is said, and tables hold whole replicates only.
#
#   tests/app/run_folder.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
short=(--years 2 --quiet --set run.burn_in_years=2)
tables='district events groups models schools survival sustainability truth truth_groups truth_models truth_sustainability'

# whole DIR: every table holds exactly the replicates that the manifest calls finished.
whole() {
  local finished table
  finished=$(manifest "$1" replicates finished | tr -d '[,]')
  for table in $tables; do
    [[ -f $1/$table.csv ]] || fail "$1/$table.csv is not there"
    # A year without events has no row.
    [[ $table == events ]] || is "replicates in $1/$table.csv" "$(replicates_in "$1/$table.csv")" "$finished"
    [[ -z $(tail -c1 "$1/$table.csv") ]] || fail "$1/$table.csv ends within a line"
  done
  local rows
  rows=$(tail -n +2 "$1/district.csv" | cut -d, -f2 | uniq -c | awk '{print $1}' | sort -u)
  is "years of each replicate in $1" "$rows" "$2"
  [[ -z $(find "$1" -name '.*.part') ]] || fail "$1 holds parts of tables"
}

# An ordinary run, and the same again.
run 0 run "$scenario" "${short[@]}" --replicates 3 -o plain
is 'status' "$(manifest plain status)" done
whole plain 2
cp -r plain first
run 0 run "$scenario" "${short[@]}" --replicates 3 -o plain
for table in $tables; do
  cmp -s "plain/$table.csv" "first/$table.csv" || fail "$table.csv differs when run again"
done

# Another run into the same folder: refused, and replaced only by force.
refused 'plain: holds another run (scenario "small_elected", done: seed 20180901, not 3); name another folder' \
  run "$scenario" "${short[@]}" --seed 3 --replicates 3 -o plain
refused 'done: 3 replicates, not 2, without --students); name' \
  run "$scenario" "${short[@]}" --replicates 2 --students -o plain
refused 'done: another scenario or other settings); name' \
  run "$scenario" "${short[@]}" --set name=other --replicates 3 -o plain
mkdir both
cp -r plain both/small_elected
printf 'extends = "%s"\nname = "another"\n' "$scenario" >another.toml
refused 'both/small_elected: holds another run' \
  run another.toml "$scenario" "${short[@]}" --replicates 2 -o both
run 0 run "$scenario" "${short[@]}" --seed 3 --replicates 3 -o plain --force
is 'seed after --force' "$(manifest plain seed)" 3
cmp -s plain/schools.csv first/schools.csv && fail '--force left the other run'
whole plain 2
mkdir tables
cp first/schools.csv tables/
refused 'tables/schools.csv: would be overwritten' run "$scenario" "${short[@]}" -o tables

# A scenario without a name of its own is told apart from its base by its file.
printf 'extends = "%s"\n' "$scenario" >longer_day.toml
run 0 run longer_day.toml "${short[@]}" --replicates 1
run 0 run "$scenario" "${short[@]}" --replicates 1
is 'scenario of longer_day' "$(manifest results/longer_day scenario name)" longer_day
is 'rows of longer_day' "$(tail -n +2 results/longer_day/district.csv | cut -d, -f1 | sort -u)" longer_day

# The codebook tells of every column, in order.
for table in $tables; do
  is "columns of $table in the codebook" \
    "$(grep "^$table," plain/codebook.csv | cut -d, -f2 | paste -sd,)" "$(head -n1 "plain/$table.csv")"
done

# Two scenarios get a folder each.
run 0 run "$scenario" another.toml "${short[@]}" --replicates 1 -o pair
whole pair/small_elected 2
whole pair/another 2

# Folders that cannot be.
echo something >file
refused 'file: is a file, not a folder' run "$scenario" "${short[@]}" -o file
before=$(listing)
run 1 run "$scenario" "${short[@]}" -o file/below
says 'file/below: the folder cannot be made'
run 1 run "$scenario" "${short[@]}" -o /proc/homeroom
says '/proc/homeroom: the folder cannot be made'
run 1 run "$scenario" "${short[@]}" -o "$(printf 'n%.0s' {1..300})"
says 'the folder cannot be made: File name too long'
if ((EUID != 0)); then
  mkdir locked && chmod a-w locked
  run 1 run "$scenario" "${short[@]}" -o locked/run
  says 'locked/run: the folder cannot be made'
  rmdir locked
fi
is 'what folders that cannot be leave' "$(listing)" "$before"

# limited BLOCKS STATUS ARGUMENTS: no file may grow beyond so many KiB, as on a full disk.
limited() {
  local blocks=$1 wanted=$2 status=0
  shift 2
  (ulimit -f "$blocks" && exec "$program" "$@") >.out 2>.err || status=$?
  is "exit status within $blocks KiB" "$status" "$wanted"
}

# The disk fills up in the middle: whole replicates stay, and the manifest says why it ended.
limited 600 1 run "$scenario" --quiet --threads 1 --replicates 20 -o full
says 'cannot be written'
says 'of 20 replicates are finished and kept in full'
is 'status on a full disk' "$(manifest full status)" failed
[[ $(manifest full message) == *'cannot be written'* ]] || fail 'the manifest does not say why'
[[ $(manifest full replicates finished) == '[1, 2'* ]] || fail 'nothing was kept on a full disk'
whole full 10
run 0 run "$scenario" --quiet --threads 2 --replicates 20 -o full
is 'status after the disk was emptied' "$(manifest full status)" done
whole full 10

# A whole run is not replaced by a half of the same.
limited 600 1 run "$scenario" --quiet --threads 1 --replicates 20 -o full
is 'status after a failure over a whole run' "$(manifest full status)" done
whole full 10

# Rows that a killed run let wait are gone with the next one.
touch full/.rows_of_replicate_7_0.part
run 0 run "$scenario" --quiet --threads 2 --replicates 20 -o full
[[ ! -e full/.rows_of_replicate_7_0.part ]] || fail 'rows of a killed run stay for good'
whole full 10

# Not even room to begin: nothing stays.
before=$(listing)
limited 20 1 run "$scenario" "${short[@]}" -o deep/down/none
says 'cannot be written'
is 'what a full disk leaves of a run that never began' "$(listing)" "$before"
finish
