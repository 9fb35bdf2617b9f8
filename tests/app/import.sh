#!/usr/bin/env bash
# homeroom import: what it writes can be run; whatever is wrong with a list is told at once, with
# lines, and nothing is written; a list of 100,000 rows takes at most two seconds.
#
#   tests/app/import.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

head='Academic_Year,County_Code,District_Code,School_Code,School_Name,Low_Grade,High_Grade,Enrollment_K12,FRPM_Count_K12'
{
  echo "$head"
  for i in $(seq 10 29); do
    echo "2014-2015,19,64733,01002$i,School $i,K,12,390,$((i * 10))"
  done
} >good.csv

# A place that can be run, over a scenario of one's own.
run 0 import good.csv -o place.toml
prints '20 schools, 7800 students'
printf 'extends = ["%s", "place.toml"]\nname = "listed"\n[law]\nselections = []\n' "$scenario" >listed.toml
run 0 check listed.toml
run 0 run listed.toml --replicates 1 --years 1 --quiet -o out
is 'schools of the list' "$(grep -c 'School [12][0-9]' out/schools.csv)" 20
run 0 import good.csv -o place.toml # its own earlier file may go
cp listed.toml mine.toml
refused '-o mine.toml: is there already and was written by no import' import good.csv -o mine.toml
run 0 import good.csv -o mine.toml --force
run 0 import good.csv -o mine.toml
sed -i 's/low_grade = "K"/low_grade = "1"/; 5a # a row of my own' mine.toml
refused 'or changed since (--force overwrites it)' import good.csv -o mine.toml
grep -q 'a row of my own' mine.toml || fail 'a changed place was overwritten'
run 0 import good.csv -o mine.toml --force
refused '-o nowhere/place.toml: there is no folder nowhere' import good.csv -o nowhere/place.toml

# A list as it should not be: all of it at once, and what can be used only when asked for.
{
  cat good.csv
  echo '2014-2015,19,64733,0100210,Again,K,12,390,10'
  echo '2014-2015,19,64733,0100230,Empty,K,12,0,0'
  echo '2013-2014,19,64733,0100231,Old,K,12,10,0'
  echo '2014-2015,19,64733,0100232,"Open,K,12,10,0'
} >bad.csv
refused 'bad.csv:22:1: County Code + District Code + School Code: repeats an id' import bad.csv -o new.toml
says 'bad.csv:23:1: Enrollment (K-12): has no children'
says 'bad.csv:24:1: Academic Year: is not that of most rows, 2014'
says 'bad.csv:25:1: has a quote that is never closed'
says '4 faults; nothing was written'
says 'with --lenient'
run 0 import bad.csv --lenient -o new.toml
prints '20 schools, 7800 students'
says 'repeats an id (allowed: each id once) (390 students); dropped: the later rows'

iconv -f UTF-8 -t UTF-16 good.csv >wide.csv
refused 'wide.csv: is UTF-16' import wide.csv -o wide.toml
run 0 import wide.csv --lenient -o wide.toml
is 'the place of a list in UTF-16' "$(cksum <wide.toml)" "$(cksum <place.toml)"
printf '\xef\xbb\xbf' | cat - good.csv >marked.csv
run 0 import marked.csv -o marked.toml
prints 'byte order mark'
sed 's/School 10/Mu\xf1iz/' good.csv >latin.csv
refused 'latin.csv:2:1: is not UTF-8' import latin.csv -o latin.toml
run 0 import latin.csv --lenient -o latin.toml
grep -q 'Muñiz' latin.toml || fail 'Latin-1 was not read as such'
cut -d, -f1-7,9 good.csv >column.csv
refused 'column.csv: lacks column Enrollment (K-12)' import column.csv -o new2.toml
: >empty.csv
refused 'empty.csv: is empty' import empty.csv -o new2.toml
refused 'none.csv: no such file' import none.csv -o new2.toml
head -c 4000 "$program" >noise.csv
refused 'noise.csv' import noise.csv --lenient -o new2.toml
refused '-o FILE is missing' import good.csv
refused '--crosswalk wants --locations' import good.csv --crosswalk good.csv -o new2.toml
refused 'is no number of children' import good.csv --students none -o new2.toml
refused '--leaid 1: is no district of the lists' import good.csv --leaid 1 -o new2.toml

# Coordinates come from a further file: what is wrong with them is told there, by its line.
{
  echo 'SCH_ID,X,Y'
  for i in $(seq 10 29); do
    echo "1964733$((100200 + i)),-118.$i,34.$i"
  done
} | sed 's/^1964733/19647330/; s/^\(19647330100215\),.*/\1,-118.2,3.4/' >sites.csv
refused 'sites.csv:7:1: Y: stands outside the country' import good.csv --locations sites.csv -o new2.toml
run 0 import good.csv --locations sites.csv --lenient -o placed.toml
is 'schools with coordinates' "$(grep -c 'x_km' placed.toml)" 19

# 100,000 rows of 60 columns, of which one district's are taken; then all of a state's.
awk 'BEGIN {
  printf "SCHOOL_YEAR,NCESSCH,LEAID,SCH_NAME,LEA_NAME,GSLO,GSHI,SY_STATUS,CHARTER_TEXT"
  for (c = 10; c <= 60; ++c) printf ",COLUMN_%d", c
  print ""
  for (i = 0; i < 100000; ++i) {
    lea = int(i / 500)
    printf "2019-2020,%07d%05d,%07d,\"School, %d\",District %d,KG,05,1,No", 100000 + lea, i % 500, 100000 + lea, i, lea
    for (c = 10; c <= 60; ++c) printf ",value %d", c
    print ""
  }
}' >national.csv
# Processor time: what else the machine does is no matter of ours.
TIMEFORMAT='%U %S'
{ time run 0 import national.csv --leaid 0100007 --students 200000 -o national.toml; } 2>.time
prints '500 schools, 200000 students'
took=$(awk '{ printf "%d", 1000 * ($1 + $2) }' .time)
echo "100,000 rows: $took ms of processor time"
((took < 2000)) || fail "importing from 100,000 rows took $took ms of processor time"

finish
