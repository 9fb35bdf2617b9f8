#!/usr/bin/env bash
# homeroom estimate on schools and their children: value added and its index, the report's
# regression and its twin, matched twins, chances of an offer and lotteries; what R gives, and what
# is refused with its lines.
#
#   tests/app/estimate_students.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
london=$root/tests/data/london_schools.csv

# cell FILE CONDITION COLUMN: a cell of the first row of which an awk condition is true.
cell() { awk -F, "NR > 1 && $2 { print \$$3; exit }" "$1"; }

# Value added. R 4.2.2:
#   m <- lm(normexam ~ standLRT + I(standLRT^2) + female + factor(school), d)
#   n <- as.numeric(table(d$school)); k <- length(n)
#   L <- cbind(matrix(0, k, 4), (diag(k) - matrix(n / sum(n), k, k, byrow = TRUE))[, -1])
#   L %*% coef(m); sqrt(diag(L %*% vcov(m) %*% t(L))); summary(m)$sigma
added=(--value-added normexam --school school --prior standLRT)
run 0 estimate "$london" "${added[@]}" --controls female --cuts 1,2 -o added.csv
is 'the first school' "$(cell added.csv '$1 == 1' 3)" 0.2500748993
is 'its error' "$(cell added.csv '$1 == 1' 4)" 0.08973746778
is 'the tenth' "$(cell added.csv '$1 == 10' 3)" -0.5375373355
is 'the error of the twelfth' "$(cell added.csv '$1 == 12' 4)" 0.1115192958
is 'spread of children' "$(cell added.csv '$1 == 1' 8)" 0.783592398
is 'levels' "$(tail -n +2 added.csv | cut -d, -f10 | tr -d '\n')" 555235411141
run 0 estimate added.csv --index value_added --error standard_error --cuts 1,2 -o index.csv
is 'the same levels' "$(tail -n +2 index.csv | cut -d, -f4 | tr -d '\n')" 555235411141
sed '3s/^1,[^,]*,/1,,/; 4s/,[^,]*$/,girl/' "$london" >wrong.csv
refused 'wrong.csv:3:3: normexam: has no value' estimate wrong.csv "${added[@]}" --controls female -o new.csv
says 'wrong.csv:4:23: female: is "girl", which is no number'
refused 'scool: is no column' estimate "$london" --value-added normexam --school scool --prior standLRT
head -3 "$london" >short.csv
refused 'effects of schools need two schools' estimate short.csv "${added[@]}"
awk -F, -v OFS=, 'NR > 1 { $2 = 3 } { print }' "$london" >flat.csv
refused 'normexam is 3 in every row' estimate flat.csv "${added[@]}"
refused '"2,1" are no cuts' estimate added.csv --index value_added --error standard_error --cuts 2,1
sed '2s/^\([^,]*,[^,]*,[^,]*\),[^,]*/\1,0/' added.csv >wrong.csv
refused 'wrong.csv:2:19: standard_error: is 0 (allowed: errors above 0)' estimate wrong.csv --index value_added --error standard_error --cuts 1,2
refused '--school COLUMN, beside --value-added, is missing' estimate "$london" --value-added normexam
says '--prior COLUMNS, beside --value-added, is missing'

# The report's regression: the twenty schools of tests/unit/report_regression_test.cpp, by R.
python3 - <<'END'
with open('report.csv', 'w') as f:
    print('id,year,model,enrolled,li,el,sp,black,hisp,tm,te,pm,pe', file=f)
    for second in (0, 1):
        for s in range(20):
            model = 'pilot' if s % 4 == 0 else 'charter' if s % 4 == 1 and s > 8 else 'traditional'
            tested, more = 30 + s * 7 % 13, s % 3 * second
            print(100 + s, 2015 + second, model, 320 + 5 * s if second else 300 + 10 * s,
                  .3 + .02 * (s * 3 % 17) + .01 * (s % 2) * second, .05 + .01 * (s * 11 % 19), .1 + .01 * (s * 5 % 7),
                  .2 + .02 * (s * 13 % 11), .1 + .015 * (s * 17 % 13), tested, tested + 2,
                  40 + s * 7 % 11 + more, 45 + s * 5 % 13 + more, sep=',', file=f)
END
report=(--report pm,pe --tested tm,te --school id --model model --reference traditional --shares li,el,sp,black,hisp)
run 0 estimate report.csv "${report[@]}" --year year --enrolment enrolled -o report_out.csv
prints 'HC3 errors'
is 'charters' "$(printf %.8f "$(cell report_out.csv '$2 == "model:charter"' 3)")" -1.19461036
is 'their error' "$(printf %.8f "$(cell report_out.csv '$2 == "model:charter"' 4)")" 3.07860908
is 'the error of pilots' "$(printf %.8f "$(cell report_out.csv '$2 == "model:pilot"' 4)")" 1.88705569
refused 'report.csv:22:1: id: 100 has a row in line 2 already' estimate report.csv "${report[@]}"
says '20 faults; nothing was estimated'
refused '--enrolment COLUMN, beside --report with --year, is missing' estimate report.csv "${report[@]}" --year year
refused 'model never is "tradtional", which --reference names' estimate report.csv "${report[@]/traditional/tradtional}" --year year --enrolment enrolled
says 'did you mean "traditional"?'
refused '--shares names 4 columns (allowed: five' estimate report.csv "${report[@]/,hisp/}" --year year --enrolment enrolled
sed '3s/[^,]*$//; 4s/,pilot,\|,traditional,/,,/' report.csv >wrong.csv
refused 'wrong.csv:3:90: pe: has no value' estimate wrong.csv "${report[@]}" --year year --enrolment enrolled -o new.csv
says 'wrong.csv:4:10: model: has no value'
run 0 estimate wrong.csv "${report[@]}" --year year --enrolment enrolled --drop-missing
says '1 of 40 rows dropped, and outcomes without a value'

head -5 report.csv >short.csv
refused '4 rows for' estimate short.csv "${report[@]}"
awk -F, -v OFS=, 'NR > 1 { $12 = $13 = 50 } { print }' report.csv >flat.csv
refused 'pm+pe is 50 in every row' estimate flat.csv "${report[@]}" --year year --enrolment enrolled

# Its twin of children: the same as the regression with errors by school that is asked for by hand.
python3 - <<'END'
with open('children.csv', 'w') as f:
    print('school,model,group,li,el,sp,math,ela', file=f)
    for i in range(240):
        school = i % 12
        print(school, 'charter' if school < 5 else 'traditional', 'black' if i % 3 == 0 else 'hispanic' if i % 4 == 0 else 'white',
              int(i % 5 == 0), int(i % 7 == 0), 'none' if i % 11 else 'severe', (i * 37 % 101 - 50) / 50, (i * 53 % 97 - 48) / 48, sep=',', file=f)
END
awk -F, -v OFS=, 'NR == 1 { print $0, "both"; next } { printf "%s,%.12g\n", $0, ($7 + $8) / 2 }' children.csv >both.csv
traits='li,el,sp!=none,group=black,group=hispanic'
twin=(--school school --model model --reference traditional)
run 0 estimate children.csv --report-children math,ela "${twin[@]}" --traits "$traits" -o twin.csv
run 0 estimate both.csv --outcome both --on model --base model=traditional --controls "$traits" --cluster school -o plain.csv
is 'charters among children' "$(printf %.5f "$(cell twin.csv '$2 == "model:charter"' 3)")" "$(printf %.5f "$(cell plain.csv '$2 == "model:charter"' 3)")"
is 'their error' "$(printf %.5f "$(cell twin.csv '$2 == "model:charter"' 4)")" "$(printf %.5f "$(cell plain.csv '$2 == "model:charter"' 4)")"
run 0 estimate children.csv --report-children math,ela --proficient-from 0,0.5 "${twin[@]}" --traits "$traits"
prints 'proficient'
refused 'names 2 scores and --proficient-from 1 cuts' estimate children.csv --report-children math,ela --proficient-from 0 "${twin[@]}" --traits "$traits"
refused 'group never is "blak"' estimate children.csv --report-children math "${twin[@]}" --traits "${traits/black/blak}"
refused 'children.csv:2:21: sp: is "severe", which is no number' estimate children.csv --report-children math "${twin[@]}" --traits "${traits/sp!=none/sp}"

# Matched twins: those of tests/unit/virtual_twins_test.cpp, who learn .1 where the children learn .3.
python3 - <<'END'
with open('twins.csv', 'w') as f:
    print('school,school_before,model,model_before,grade,before,score', file=f)
    for i in range(40):
        before, noise = .2 * (i % 10), .01 * (i * 7 % 11 - 5)
        print('c', 'a', 'charter', 'plain', 4, f'{before:.2f}', f'{before + .3 + noise:.4f}', sep=',', file=f)
        print('a', 'a', 'plain', 'plain', 4, f'{before:.2f}', f'{before + .1 + noise:.4f}', sep=',', file=f)
        print('a', 'a', 'plain', 'plain', 4, f'{before:.2f}', f'{before + .1 - noise:.4f}', sep=',', file=f)
END
{
  cat twins.csv
  echo 'c,c,charter,charter,4,0.2,9' # was there before
  echo 'b,b,plain,plain,4,0.2,9'     # of no feeder school
  echo 'a,a,plain,plain,5,0.2,9'     # of another grade
  echo 'c,a,charter,plain,6,0.2,9'   # has no twin
} >more.csv
matched=(--twins score --prior before --school school --school-before school_before --model model --model-before model_before --reference plain)
run 0 estimate more.csv "${matched[@]}" --treated charter --alike grade -o matched.csv
says '1 of 41 children have no twin'
is 'children, matched, twins' "$(cut -d, -f2-4 matched.csv | tail -1)" 41,40,70
awk -v gap="$(cell matched.csv 1 6)" -v estimate="$(cell matched.csv 1 7)" 'BEGIN { exit !((gap - estimate) ^ 2 < 1e-10 && (gap - .2) ^ 2 < 4e-4) }' ||
  fail 'where twins are equal the regression gives another gap, or both are not .2'
sed '5s/[^,]*$/good/; 6s/^a,a/a,/' twins.csv >wrong.csv
refused 'wrong.csv:5:26: score: is "good", which is no number' estimate wrong.csv "${matched[@]}" --treated charter --alike grade -o new.csv
says 'wrong.csv:6:3: school_before: has no value'
refused 'model never is "chartr", which --treated names' estimate twins.csv "${matched[@]}" --treated chartr --alike grade
refused 'plain is among --treated and --reference' estimate twins.csv "${matched[@]}" --treated charter,plain --alike grade
refused 'grade: is a second score before' estimate twins.csv "${matched[@]}" --prior grade --treated charter --alike school
refused 'has a twin; there is nothing to compare' estimate twins.csv "${matched[@]}" --treated charter --alike model

# A lottery: ITT .32, LATE .2 (tests/unit/lottery_study_test.cpp, with a second cell). R 4.2.2, AER:
#   d$cell <- factor(d$chance); r <- lm(score ~ offer + before + low + cell, d)
#   m <- ivreg(score ~ years + before + low + cell | offer + before + low + cell, data = d)
#   f <- lm(years ~ offer + before + low + cell, d); b <- lm(before ~ offer + cell, d)
#   coeftest(r, vcovHC(r, "HC1")), and so on
python3 - <<'END'
with open('draw.csv', 'w') as f:
    print('child,offer,chance,years,came,before,score,low', file=f)
    for i in range(200):
        wins = i % 2 == 0
        comes = (not wins) if i // 2 % 10 == 3 else wins
        before, noise = .1 * (i // 2 * 7 % 11), .01 * (i // 2 * 5 % 7)
        print(i, int(wins), .5 if i < 100 else .4, 2 * comes, int(comes), f'{before:.4f}',
              f'{before + .4 * comes + noise + .001 * (i % 3):.4f}', int(i // 2 % 3 == 0), sep=',', file=f)
END
draw=(--lottery score --offer offer --attended years --enrolled came --prior before --controls low)
run 0 estimate draw.csv "${draw[@]}" --chance chance -o lottery.csv
is 'ITT' "$(cell lottery.csv '$1 == "itt"' 2)" 0.31999
is 'its error' "$(cell lottery.csv '$1 == "itt"' 3)" 0.01742767859
is 'LATE' "$(cell lottery.csv '$1 == "late"' 2)" 0.19999375
is 'the error of LATE' "$(cell lottery.csv '$1 == "late"' 3)" 0.001796863816
is 'the error of the first stage' "$(cell lottery.csv '$1 == "first_years"' 3)" 0.08593378488
is 'the error of the balance' "$(cell lottery.csv '$1 == "balance"' 3)" 0.04539147262
run 0 estimate draw.csv "${draw[@]}" --chance chance --chance-as linear
sed '3s/^1,0,0.5,/1,2,1.5,/; 5s/^3,0,0.5,0,/3,0,0.5,-2,/; 6s/,[01]$/,/' draw.csv >wrong.csv
refused 'wrong.csv:6:27: low: has no value' estimate wrong.csv "${draw[@]}" --chance chance -o new.csv
sed '6s/,$/,1/' wrong.csv >worse.csv
refused 'worse.csv:3:3: offer: is 2 (allowed: 0 or 1)' estimate worse.csv "${draw[@]}" --chance chance -o new.csv
says 'worse.csv:3:5: chance: is 1.5 (allowed: chances from 0 to 1)'
says 'worse.csv:5:9: years: is -2'
awk -F, -v OFS=, 'NR > 1 { $3 = $2 } { print }' draw.csv >certain.csv
# Without a score before, and without anything else that was so before the draw.
bare=(--lottery score --offer offer --chance chance --attended years)
run 0 estimate draw.csv "${bare[@]}"
prints 'F of what was before on the offer           -'
refused 'none of them can be compared' estimate certain.csv "${draw[@]}" --chance chance
refused '--errors HC3 is not for --lottery' estimate draw.csv "${draw[@]}" --chance chance --errors HC3

# Chances of an offer: two of four who draw by one number win x; who wants y next gets what is left.
{
  echo 'child,rank,school,grade,class,number,offer'
  for row in 1,.1,at_once 2,.3,at_once 3,.5,never 4,.9,never; do
    IFS=, read -r child number offer <<<"$row"
    echo "$child,1,x,5,3,$number,$offer"
    echo "$child,2,y,5,3,$number,$([[ $child == 3 ]] && echo at_once || echo never)"
  done
} >lists.csv
chances=(--offer-chances child --school school --rank rank --within grade --priority class --number number --offer offer=at_once)
run 0 estimate lists.csv "${chances[@]}" --asked school=x -o x.csv
is 'half way between .3 and .5' "$(tail -n +2 x.csv | cut -d, -f3 | sort -u)" 0.4
run 0 estimate lists.csv "${chances[@]}" --asked school=y -o y.csv
is 'from there to half way between .5 and .9' "$(printf %.6f "$(cell y.csv '$1 == 4' 3)")" 0.300000
sed '3s/^1,2/1,1/; 4s/,\.3,/,3,/; 5s/,5,/,6,/' lists.csv >wrong.csv
refused 'wrong.csv:3:3: rank: of 1 is that of line 2 already' estimate wrong.csv "${chances[@]}" --asked school=x -o new.csv
says 'wrong.csv:4:11: number: is 3'
says 'wrong.csv:5:7: grade: of 2 is another than in line 4'
refused 'school=z: school never is "z"' estimate lists.csv "${chances[@]}" --asked school=z
refused 'rank: is named twice' estimate lists.csv "${chances[@]}" --asked rank
finish
