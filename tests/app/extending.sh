#!/usr/bin/env bash
# The examples of docs/extending: a school model and a city that are written there are read, lived
# and come out as the pages say.
#
#   tests/app/extending.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
short=(--replicates 2 --years 2 --set run.burn_in_years=2)

# Files as the pages have them: each block of TOML that begins with the file's name.
mkdir mine
ln -s "$root/scenarios" scenarios
python3 - "$root"/docs/extending/*.md <<'END'
import re, sys
for page in sys.argv[1:]:
    for block in re.findall(r"```toml\n(.*?)```", open(page, encoding="utf-8").read(), re.DOTALL):
        if named := re.match(r"# (mine/\w+\.toml)", block):
            open(named[1], "w", encoding="utf-8").write(block)
END
is 'the examples' "$(cd mine && LC_ALL=C ls | tr '\n' ' ')" 'ashford.toml ashford_2012.toml nothing.toml teacher_led.toml three_schools.toml '

# A school model: what it has on paper, who takes it up, and that its key is nobody's concern.
printf 'extends = ["../scenarios/small_elected.toml", "teacher_led.toml"]\n' >mine/with_the_model.toml
run 0 explain models --scenario mine/with_the_model.toml
grep -qE '^teacher_led +Millbrook +0\.34 +low +6 stated, 23 proposed ' .out || fail 'the score of the example is another'
run 0 check scenarios/small_elected.toml --policy ./mine/three_schools.toml
run 0 run scenarios/small_elected.toml --policy ./mine/three_schools.toml "${short[@]}" -o three
is 'schools that took up the model' "$(grep -c ',teacher_led,' three/schools.csv)" $((3 * 2 * 2))
run 0 audit relabel scenarios/small_elected.toml --policy ./mine/three_schools.toml "${short[@]}"
prints 'passed'

# A city.
run 0 check mine/ashford_2012.toml
prints 'no faults'
run 0 run mine/ashford_2012.toml "${short[@]}" -o ashford
is 'schools of the first year' "$(grep -c '^ashford,1,2012,' ashford/schools.csv)" 9

# A policy that restates a lever.
run 0 compare scenarios/small_elected.toml --policy ./mine/nothing.toml "${short[@]}" -o nothing
says 'changes nothing'
is 'who is elsewhere by it' "$(wc -l <nothing/moved.csv)" 1

# A chapter: what scripts/new_chapter makes compiles, is lived after the chapter that was named, and
# says what is owed.
mkdir checkout
cp -r "$root"/{sim,scenarios,docs,tests} checkout
"$root/scripts/new_chapter" attendance --after climate --root checkout >made
is 'files that were made' "$(grep -c '^made ' made)" 5
is 'chapters around it' "$(grep -oP '^  reader.turn_to\("\K\w+' checkout/sim/year/year.cpp | grep -A2 climate | tr '\n' ' ')" \
  'climate attendance mobility '
for source in sim/year/{attendance,chapters,year}.cpp tests/unit/attendance_test.cpp; do
  "${CXX:-c++}" -std=c++20 -fsyntax-only -Wall -Wextra -Werror -I checkout -DHOMEROOM_SOURCE_DIR='"."' "checkout/$source" ||
    fail "$source does not compile"
done
grep -q 'FAIL()' checkout/tests/unit/attendance_test.cpp || fail 'the test of a new chapter does not fail'
python3 -B "$root/tests/rooms/documents.py" "$work/checkout" >.out && fail 'nobody says that places are to be filled in'
for file in sim/year/attendance.hpp sim/year/chapters.cpp scenarios/nature/attendance.toml docs/model/attendance.md; do
  grep -q "^$file:[0-9]*: left to be filled in" .out || fail "$file is not told as left to be filled in"
done
before=$(listing)
for wrong in 'attendance --after climate' 'Attendance --after climate' 'meals --after lunch'; do
  status=0
  # shellcheck disable=SC2086
  "$root/scripts/new_chapter" $wrong --root checkout 2>.err || status=$?
  is "exit status of new_chapter $wrong" "$status" 2
done
is 'what new_chapter wrote where it refused' "$(listing)" "$before"
finish
