#!/usr/bin/env bash
# homeroom estimate: what R gives for the same table; whatever is wrong with a table is told at once,
# with lines, and nothing is written.
#
#   tests/app/estimate.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
california=$root/tests/data/california_schools.csv

# term COLUMN: a number of the last file written.
term() { awk -F, -v term="$1" -v column="$2" '$2 == term { print $column }' estimates.csv; }

# R 4.2.2, sandwich: d <- AER::CASchools; m <- lm(math ~ lunch + english + income, d)
# coeftest(m, vcovHC(m, "HC1")); vcovHC(m, "HC3"); vcovCL(m, cluster = d$county, type = "HC1")
run 0 estimate "$california" --outcome math --on lunch,english --controls income -o estimates.csv
prints 'HC1 errors'
is 'lunch' "$(term lunch 3)" -0.3761051751
is 'its HC1 error' "$(term lunch 4)" 0.03200048798
run 0 estimate "$california" --outcome math --on lunch --on english --controls income --errors HC3 -o estimates.csv
is 'its HC3 error' "$(term lunch 4)" 0.03234419681
run 0 estimate "$california" --outcome math --on lunch,english --controls income --cluster county -o estimates.csv
is 'its error by county' "$(term lunch 4)" 0.03561001774
says '45 clusters are few'
run 0 estimate "$california" --outcome math --on lunch --weights students --errors classical -o estimates.csv
is 'weighted' "$(term lunch 3)" -0.580586967

# Words are compared with the first of them, or with the one that is named.
{
  echo 'y,x,k,n'
  for i in 1 2 3 4 5 6 7 8 9; do echo "$((i * i)),$i,$(((i % 3)) && echo pilot || echo district),$((i % 2 + 2015))"; done
} >good.csv
run 0 estimate good.csv --outcome y --on k --controls x,n --factor n
prints 'k:pilot'
prints 'k: compared with district'
prints 'n:2016'
run 0 estimate good.csv --outcome y --on k --base k=pilot
prints 'k:district'
refused 'k: never is "pilto"' estimate good.csv --outcome y --on k --base k=pilto
says 'did you mean "pilot"?'

# All faults of a table at once.
{
  cat good.csv
  echo '1,2,pilot,'
  echo ',2,pilot,2015'
  echo '1,zwei,pilot,2015'
  echo '1,2,pilot'
} >bad.csv
refused 'bad.csv:11:11: n: has no value' estimate bad.csv --outcome y --on k --controls x,n -o new.csv
says 'bad.csv:12:1: y: has no value'
says 'bad.csv:13:3: x: is "zwei", which is no number'
says 'bad.csv:14:1: has 3 cells, the header has 4'
says '4 faults; nothing was estimated'
says '--drop-missing'
head -12 bad.csv >lacking.csv
refused 'lacking.csv:11:11: n: has no value' estimate lacking.csv --outcome y --on k --controls x,n
run 0 estimate lacking.csv --outcome y --on k --controls x,n --drop-missing
says '2 of 11 rows dropped, since --drop-missing'
says 'n: has no value, line 11'
prints '9 rows'
tr , ';' <good.csv >semicolons.csv
refused 'its cells seem to be separated by semicolons, and commas are wanted' estimate semicolons.csv --outcome y --on xx
refused 'xx: is no column of the table' estimate good.csv --outcome y --on xx
refused 'y: is named twice' estimate good.csv --outcome y --on x,y
refused 'did you mean "n"?' estimate good.csv --outcome y --on nn
refused 'bad.csv:2:5: k: is "pilot", which is no number' estimate bad.csv --outcome k --on x
refused 'wants a value' estimate good.csv --outcome y --on
refused '"HC2" is no kind of standard errors' estimate good.csv --outcome y --on x --errors HC2
refused 'exclude each other' estimate good.csv --outcome y --on x --errors HC3 --cluster k
head -3 good.csv >short.csv
refused '2 rows for 2 columns' estimate short.csv --outcome y --on x
printf 'y,x\n3,1\n4,2\n,4\n5,\n' >lacking.csv
refused '2 rows for 2 columns' estimate lacking.csv --outcome y --on x --drop-missing
says '2 of 4 rows dropped'
printf 'y,x\n3,1\n3,2\n3,4\n' >flat.csv
refused 'y is 3 in every row; there is nothing to explain' estimate flat.csv --outcome y --on x
printf 'y,x,w\n3,1,-1\n4,2,1\n3,4,1\n' >weights.csv
refused 'weights.csv:2:5: w: is below 0' estimate weights.csv --outcome y --on x --weights w
printf 'y,x,z\n3,1,2\n4,2,4\n3,4,8\n9,5,10\n' >collinear.csv
run 0 estimate collinear.csv --outcome y --on x,z
says 'warning: z is given by x; dropped'
printf 'y,x,own\n3,1,0\n4,2,0\n3,4,0\n9,5,1\n' >own.csv
run 0 estimate own.csv --outcome y --on x,own --errors HC3
says 'warning: line 5 is fitted exactly (leverage 1); HC3 gives no error to own'

# Nothing of the user's is overwritten.
echo mine >mine.csv
refused '-o mine.csv: is there already and holds no estimate' estimate good.csv --outcome y --on x -o mine.csv
refused '-o good.csv: is the table itself' estimate good.csv --outcome y --on x -o good.csv --force
refused '-o nowhere/new.csv: there is no folder nowhere' estimate good.csv --outcome y --on x -o nowhere/new.csv
run 0 estimate good.csv --outcome y --on x -o mine.csv --force
refused 'no such file' estimate nothing.csv --outcome y --on x
head -c 2000 "$program" >bytes.csv
refused 'bytes.csv: is no text: its first line holds bytes that no name has' estimate bytes.csv --outcome y --on x
grep -q '[^[:print:][:space:]]' .err && fail 'bytes of a file that is no text are printed'

# A table that the program itself wrote.
run 0 run "$scenario" --replicates 1 --years 1 --quiet -o out
run 0 estimate out/schools.csv --outcome proficiency_math --on model --controls pct_low_income --weights n_tested_math --errors HC3 --drop-missing
prints 'model: compared with'
finish
