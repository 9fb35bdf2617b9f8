#!/usr/bin/env bash
# homeroom estimate beside regressions: survival, growth percentiles, differences in differences,
# margins and many tests; what R gives, and what is refused with its lines.
#
#   tests/app/estimate_kinds.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
data=$root/tests/data

# cell FILE CONDITION COLUMN: a cell of the first row of which an awk condition is true.
cell() { awk -F, "NR > 1 && $2 { print \$$3; exit }" "$1"; }

# Survival: R's survfit and survdiff on leukaemia (Miller 1981), as in tests/unit/survival_test.cpp.
{
  echo 'time,status,arm'
  for row in 9,1 13,1 13,0 18,1 23,1 28,0 31,1 34,1 45,0 48,1 161,0; do echo "$row,Maintained"; done
  for row in 5,1 5,1 8,1 8,1 12,1 16,0 23,1 27,1 30,1 33,1 43,1 45,1; do echo "$row,Nonmaintained"; done
} >leukaemia.csv
run 0 estimate leukaemia.csv --survival time --event status --by arm -o curves.csv
prints 'log-rank test: chi2 3.396 of 1 degree of freedom, p .065'
is 'what is left of the maintained at 23' "$(cell curves.csv '$1 == "Maintained" && $2 == 23' 5)" 0.6136363636
is 'its error' "$(cell curves.csv '$1 == "Maintained" && $2 == 23' 6)" 0.152632331
is 'rows of both curves' "$(wc -l <curves.csv)" 17
run 0 estimate leukaemia.csv --survival time --event status
prints '23 rows, 18 events'
sed '3s/13,1/13,2/; 5s/^18/0/' leukaemia.csv >wrong.csv
refused 'wrong.csv:3:4: status: is 2 (allowed: 1: it ended then; 0: it was still there when last seen)' \
  estimate wrong.csv --survival time --event status -o new.csv
says 'wrong.csv:5:1: time: is 0, not after 0'
says '2 faults; nothing was estimated'
sed '4s/13/soon/; 6s/23,1/23,/' leukaemia.csv >wrong.csv
refused 'wrong.csv:4:1: time: is "soon", which is no number' estimate wrong.csv --survival time --event status
says 'wrong.csv:6:4: status: has no value'
refused '--event COLUMN, beside --survival, is missing' estimate leukaemia.csv --survival time
refused '--event is for --survival' estimate leukaemia.csv --outcome time --on arm --event status
refused 'stauts: is no column' estimate leukaemia.csv --survival time --event stauts
refused 'more than one of' estimate leukaemia.csv --outcome time --on arm --survival time --event status
refused 'none of --outcome' estimate leukaemia.csv

# A word among numbers hides no other fault; each has the place of its cell.
sed '4s/13/soon/; 6s/23,1/23,/; 8s/31,1/31,2/; 9s/^34,/0,/' leukaemia.csv >wrong.csv
refused 'wrong.csv:4:1: time: is "soon"' estimate wrong.csv --survival time --event status
says 'wrong.csv:6:4: status: has no value'
says 'wrong.csv:8:4: status: is 2'
says 'wrong.csv:9:1: time: is 0, not after 0'
says '4 faults; nothing was estimated'
# Groups that were never at risk together.
printf 'age,seen,closed,kind\n0,2,1,old\n0,3,1,old\n0,4,0,old\n5,7,1,new\n5,8,1,new\n5,9,0,new\n' >apart.csv
refused 'no log-rank test compares them: new; old' estimate apart.csv --survival seen --event closed --entry age --by kind -o new.csv

# Growth percentiles, by one score and by two, within grades, with medians by school.
python3 - <<'END' >scores.csv
import random
random.seed(4)
print('school,grade,before,last,now')
for i in range(1200):
    able = random.gauss(0, 1)
    school = i % 4
    before = '' if i % 10 == 0 else f'{able + random.gauss(0, .4):.4f}'
    print(f'{school},{3 + i % 2},{before},{able + random.gauss(0, .4):.4f},{able + .3 * (school == 3) + random.gauss(0, .4):.4f}')
END
run 0 estimate scores.csv --growth-percentiles now --prior last,before --within grade --by school --fewest 100 -o growth.csv
says 'grade 3: percentiles by 2 earlier scores among 480 are too high by 1.6 in the mean'
is 'rows with a percentile' "$(awk -F, 'NR > 1 && $2 >= 1 && $2 <= 99' growth.csv | wc -l)" 1200
is 'rows ranked by one score' "$(awk -F, 'NR > 1 && $3 == 1' growth.csv | wc -l)" 120
median=$(awk '$1 == 3 { print $3 }' .out)
awk -v m="$median" 'BEGIN { exit !(m > 60 && m < 85) }' || fail "the school that adds has a median of $median"
is 'the middle of all' "$(awk -F, 'NR > 1 { s += $2 } END { print (s / (NR - 1) > 48 && s / (NR - 1) < 53) }' growth.csv)" 1
refused 'no group has 1000 rows' estimate scores.csv --growth-percentiles now --prior last,before --within grade
run 0 estimate scores.csv --growth-percentiles now --prior last
! grep -q 'too high' .err || fail '1,200 rows with one score before are warned of'
refused 'no group has 5000 rows' estimate scores.csv --growth-percentiles now --prior last --fewest 5000
refused '--prior COLUMNS, beside --growth-percentiles, is missing' estimate scores.csv --growth-percentiles now
refused 'is a third score before' estimate scores.csv --growth-percentiles now --prior last,before,grade
refused 'last: is named twice' estimate scores.csv --growth-percentiles last --prior last

awk -F, -v OFS=, 'NR > 1 { $4 = 5 } { print }' scores.csv >flat.csv
refused 'last is 5 in every row; there is nothing to rank by' estimate flat.csv --growth-percentiles now --prior last
refused '--fewest is for --growth-percentiles' estimate scores.csv --outcome now --on last --fewest 50

# Differences: what began in two of four units in 2003 adds 5, and a year later 2 more.
{
  echo 'town,year,first,y'
  for year in 2001 2002 2003 2004; do
    echo "a,$year,2003,$((year - 2000 + (year > 2002 ? 5 : 0) + (year > 2003 ? 2 : 0)))"
    echo "b,$year,2003,$((2 * (year - 2000) + (year > 2002 ? 5 : 0) + (year > 2003 ? 2 : 0)))"
    echo "c,$year,,$((year - 2000))"
    echo "d,$year,0,$((2 * (year - 2000) + 1))"
  done
} >towns.csv
run 0 estimate towns.csv --difference y --unit town --year year --first first -o did.csv
is 'what it changed' "$(cell did.csv '$2 == "began"' 3)" 6
run 0 estimate towns.csv --difference y --unit town --year year --first first --event-study never -o events.csv
is 'in its first year' "$(cell events.csv '$1 == 0' 5)" 5
is 'a year later' "$(cell events.csv '$1 == 1' 5)" 7
is 'two before' "$(cell events.csv '$1 == -2' 5)" 0
is 'all after' "$(cell events.csv '$1 == "after"' 5)" 6
run 0 estimate "$data/traffic_deaths.csv" --outcome rate --on age21 --controls unemp
sed '6s/a,2002,2003/a,2001,2003/; 8s/c,2002,/c,2002,2004/; 9s/2002/2002.5/' towns.csv >wrong.csv
refused 'wrong.csv:6:1: town: a has a row for 2001 in line 2 already' estimate wrong.csv --difference y --unit town --year year --first first
says 'wrong.csv:8:8: first: of c is another than in line 4'
says 'wrong.csv:9:3: year: is 2002.5, which is no year'
sed '3s/2001/"20,01"/; 4s/c,2001,,1/c,2001,,one/; 6s/a,2002,2003/a,2001,2003/; 8s/c,2002,/c,2002,2004/; 9s/2002/2002.5/; 10s/2003,8/soon,8/' towns.csv >wrong.csv
refused 'wrong.csv:3:3: year: is "20,01", which is no number' estimate wrong.csv --difference y --unit town --year year --first first
says 'wrong.csv:4:9: y: is "one", which is no number'
says 'wrong.csv:6:1: town: a has a row for 2001 in line 2 already'
says 'wrong.csv:8:8: first: of c is another than in line 4'
says 'wrong.csv:9:3: year: is 2002.5, which is no year'
says 'wrong.csv:10:8: first: is "soon", which is no number'
says '6 faults; nothing was estimated'
# What began in one unit alone has no error.
sed 's/^b,\(....\),2003/b,\1,/' towns.csv >one.csv
run 0 estimate one.csv --difference y --unit town --year year --first first -o one_did.csv
says 'warning: began: one cluster alone tells of it; errors by cluster give it none'
is 'its error' "$(cell one_did.csv '$2 == "began"' 4)" ''
awk -F, -v OFS=, 'NR > 1 { $3 = "" } { print }' towns.csv >never.csv
refused 'nothing began in a unit that was seen before and after' estimate never.csv --difference y --unit town --year year --first first
awk -F, -v OFS=, 'NR > 1 { $4 = 7 } { print }' towns.csv >flat.csv
for study in '' '--event-study never'; do
  # shellcheck disable=SC2086
  refused 'y is 7 in every row; there is nothing to explain' estimate flat.csv --difference y --unit town --year year --first first $study
done
refused '"ever" is no group of controls' estimate towns.csv --difference y --unit town --year year --first first --event-study ever

# Many tests and margins, over the terms of --on alone.
california=$data/california_schools.csv
run 0 estimate "$california" --outcome math,read --on english,teachers --controls lunch --adjust holm --margin 0.2 -o many.csv
prints 'p after Holm, over 4 tests (terms of --on)'
prints 'within 0.2 of none'
is 'head' "$(head -1 many.csv | cut -d, -f14-)" p_holm,none_low,none_high,none_p,none
is 'regressions' "$(tail -n +2 many.csv | cut -d, -f1 | uniq | tr '\n' ' ')" 'math read '
is 'controls that were tested' "$(awk -F, '$2 == "lunch" && $14 != ""' many.csv | wc -l)" 0
python3 - <<'END' || fail 'p after Holm is not four times the least, three times the next, ...'
import csv
rows = [r for r in csv.DictReader(open('many.csv')) if r['p_holm']]
rows.sort(key=lambda r: float(r['p']))
least = 0
for i, r in enumerate(rows):
    least = max(least, min(1, (len(rows) - i) * float(r['p'])))
    assert abs(float(r['p_holm']) - least) < 1e-8, r
assert len(rows) == 4 and all(r['none'] in ('equivalent', 'different', 'open') for r in rows)
END
refused '"bonferroni" is no way to adjust p values' estimate "$california" --outcome math --on lunch --adjust bonferroni
refused '"-1" is no number above 0' estimate "$california" --outcome math --on lunch --margin=-1
finish
