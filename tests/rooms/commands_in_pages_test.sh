#!/usr/bin/env bash
# Commands, keys, files and tests that pages name exist (commands_in_pages.py). Then a fault of each
# kind is planted in a copy, and must be told; and what only looks like one, and must not.
#
#   tests/rooms/commands_in_pages_test.sh PROGRAM
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
python3 -B "$here/commands_in_pages.py" "$1"

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
mkdir "$copy/docs"
for other in "$root"/{sim,analysis,app,scripts,tests,cmake,packaging,scenarios}; do ln -s "$other" "$copy"; done
cat >"$copy/docs/page.md" <<'END'
```
homeroom rum scenarios/boston.toml            # rum
scripts/homeroom run scenarios/bosten.toml --replicate 1
homeroom run boston --replicats 3 | head
homeroom check bosten
homeroom sweep no_such_design -o DIR
homeroom compare boston --policy R1+R99 \
  --laddr steps
homeroom run boston --set law.choice.list_lenght=3
homeroom compare boston --ladder stepps -o DIR
```
`scripts/homeroom explain nature.learning.leader`, `law.choice.lists`, `models.pilot.S13`, `sim/year/lerning.cpp`,
`Chapters.AreThoseOfTheYear`, `audit nil`.

Nothing is wrong with `homeroom run SCENARIO`, `homeroom run mine/a.toml --policy ./mine/b.toml+R1`,
`homeroom compare boston --policy all-R3 --ladder steps`, `homeroom explain models.KEY.S5`, `law.choice.list_length`,
`place.schools.0.count`, `scripts/homeroom audit null|relabel SCENARIO [--policy NAME]...`, `tests/app/*.sh`,
`Chapters.AreThoseOfTheYearInItsOrder`, `homeroom manual | man -l -`.
END
python3 -B "$here/commands_in_pages.py" "$1" "$copy" >"$copy/told" || true
expected='2: no such command: homeroom rum
3: no such file: scenarios/bosten.toml
4: homeroom run has no option --replicats
5: no such scenario: bosten
6: no such design: no_such_design
8: homeroom compare has no option --laddr
8: no such policy: R99
9: no such key: law.choice.list_lenght
10: no such ladder: stepps
12: no such file: sim/year/lerning.cpp
12: no such key: law.choice.lists
12: no such key: models.pilot.S13
12: no such key: nature.learning.leader
13: no such test: Chapters.AreThoseOfTheYear'
told=$(sed 's,^docs/page.md:,,' "$copy/told" | LC_ALL=C sort -t: -k1,1n -k2)
[[ $told == "$expected" ]] || { diff <(echo "$expected") <(echo "$told") >&2; echo "planted faults are not told as they should" >&2; exit 1; }
echo "pages: $(wc -l <<<"$expected") planted faults are told"
