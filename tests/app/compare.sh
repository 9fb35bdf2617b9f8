#!/usr/bin/env bash
# A comparison: a policy that does nothing differs by exactly 0, threads and the order of policies
# change no byte, what is finished is kept, and bad input is told with nothing written.
#
#   tests/app/compare.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
short=(--years 3 --quiet --set run.burn_in_years=3)

printf '[law.choice]\nsibling_priority = 1\n' >nothing.toml
printf '[[every_model]]\nwhere = { ordinary = true }\nS4 = 1\nS6 = 1\nL1 = 1\n' >free.toml
printf '[law.choice]\nassignment = "deferred_acceptance"\n' >choice.toml
printf 'extends = "%s"\nname = "renamed"\n' "$scenario" >renamed.toml

# Columns by name of a table's rows.
column() { python3 -c '
import csv, sys
for row in csv.DictReader(open(sys.argv[1])):
    if all(row[k] == v for k, v in (w.split("=") for w in sys.argv[3:])): print(row[sys.argv[2]])' "$@"; }

# A policy that does nothing, and the same scenario under another name: exactly 0, everywhere.
run 0 compare "$scenario" renamed.toml --policy ./nothing.toml "${short[@]}" --replicates 3 -o null
for what in difference error low high; do
  is "what a null comparison says of $what" "$(column null/differences.csv $what | sort -u | tr -d '\n')" 0
done
is 'what a null comparison says of schools' "$(column null/differences_schools.csv difference | sort -u | tr -d '\n')" 0
[[ $(column null/differences_schools.csv school_id year=2013 measure=level_math | wc -l) -gt 10 ]] ||
  fail 'few schools are compared'
is 'who moves by a null comparison' "$(wc -l <null/moved.csv)" 1
[[ $(column null/differences.csv measure | sort -u | wc -l) -gt 80 ]] || fail 'few measures are compared'
is 'alternatives' "$(column null/differences.csv alternative | sort -u | tr '\n' ' ')" 'nothing renamed '
prints '0 ±0'
prints 'children elsewhere: 0'

# A policy that does something; any threads give equal bytes, and so does the order of policies.
run 0 compare "$scenario" --policy ./free.toml+./choice.toml "${short[@]}" --replicates 4 --threads 1 -o one
is 'status' "$(manifest one status)" done
is 'replicates' "$(manifest one replicates finished)" '[1, 2, 3, 4]'
grep -q ',child,' one/moved.csv || fail 'no child is elsewhere under a policy that changes schools'
grep -q ',teacher,' one/moved.csv || fail 'no teacher is elsewhere'
for threads in 2 3; do
  run 0 compare "$scenario" --policy ./choice.toml+./free.toml "${short[@]}" --replicates 4 \
    --threads $threads -o "many$threads"
  for table in differences differences_schools moved codebook; do
    cmp -s "one/$table.csv" "many$threads/$table.csv" || fail "$table.csv differs with $threads threads"
  done
done

# The same policy in a scenario's own file lives its own burn-in, and comes to the same.
printf 'extends = "%s"\nname = "choice+free"\n[policy.law.choice]\nassignment = "deferred_acceptance"\n[[policy.every_model]]\nwhere = { ordinary = true }\nS4 = 1\nS6 = 1\nL1 = 1\n' \
  "$scenario" >own.toml
run 0 compare "$scenario" own.toml "${short[@]}" --replicates 4 -o own
for table in differences moved; do
  cmp -s "one/$table.csv" "own/$table.csv" || fail "$table.csv differs where the policy stands in a file"
done

# Erosion by now is known of every arm and year, of the city as of each model, and is never undone.
python3 - <<'PYTHON' || fail 'erosion by now is no share of lives that only grows'
import csv
rows = [r for r in csv.DictReader(open("one/differences.csv")) if r["measure"] == "eroded"]
city = [float(r["base_mean"]) for r in sorted(rows, key=lambda r: r["year"]) if r["model"] == ""]
assert len(city) == 3 and city == sorted(city), city
assert all(0 <= float(r[k]) <= 1 for r in rows for k in ("base_mean", "alternative_mean") if r[k]), rows
assert any(r["model"] for r in rows)
PYTHON

# Growth has its zero, in every arm, where the base's burn-in leaves it.
printf 'extends = "%s"\nname = "rich"\n[law.budget]\nbase_per_student = 15000\n' "$scenario" >rich.toml
run 0 compare "$scenario" rich.toml "${short[@]}" --replicates 2 -o rich
is 'difference of the zero of growth' "$(column rich/differences.csv difference measure=anchor_math | sort -u)" 0
[[ $(column rich/differences.csv difference measure=resources_math year=2011 model=) == 0.* ]] ||
  fail 'more money adds nothing to growth'

# Differences are those of two runs.
run 0 run "$scenario" "${short[@]}" --replicates 4 -o base
run 0 run "$scenario" --policy ./free.toml+./choice.toml "${short[@]}" --replicates 4 -o under
is 'name of a run under policies' "$(manifest under scenario name)" 'small_elected+choice+free'
python3 - <<'PYTHON' || fail 'differences are not those of two runs'
import csv, statistics
def values(folder):
    return [float(r["value_added"]) for r in csv.DictReader(open(f"{folder}/models.csv"))
            if (r["year"], r["model"]) == ("2013", "traditional")]
d = [b - a for a, b in zip(values("base"), values("under"))]
row = [r for r in csv.DictReader(open("one/differences.csv"))
       if (r["year"], r["model"], r["measure"]) == ("2013", "traditional", "value_added")][0]
assert abs(float(row["difference"]) - statistics.mean(d)) < 1e-6, (row, d)
assert abs(float(row["error"]) - statistics.stdev(d) / len(d) ** .5) < 1e-6, (row, d)
PYTHON

# A school's difference is that of its row in two runs.
python3 - <<'PYTHON' || fail 'differences of schools are not those of two runs'
import csv, statistics
def values(folder):
    rows = csv.DictReader(open(f"{folder}/schools.csv"))
    return {r["replicate"]: float(r["proficiency_math"]) for r in rows
            if (r["year"], r["school_id"]) == ("2013", "3") and r["proficiency_math"]}
one, other = values("base"), values("under")
d = [other[k] - one[k] for k in sorted(one) if k in other]
row = [r for r in csv.DictReader(open("one/differences_schools.csv"))
       if (r["year"], r["school_id"], r["measure"]) == ("2013", "3", "proficiency_math")][0]
assert len(d) == int(row["replicates"]) == 4, (d, row)
assert abs(float(row["difference"]) - statistics.mean(d)) < 1e-3, (row, d)
assert any(d), d
PYTHON

# A run in another's folder, and the same comparison again.
refused 'one: holds another run' compare "$scenario" --policy ./free.toml "${short[@]}" --replicates 4 -o one
refused 'base: holds another run' compare "$scenario" --policy ./free.toml "${short[@]}" --replicates 4 -o base
cp -r one first
run 0 compare "$scenario" --policy ./free.toml+./choice.toml "${short[@]}" --replicates 4 -o one
cmp -s one/differences.csv first/differences.csv || fail 'the same comparison differs when run again'

# Bad input, with nothing written.
refused 'nothing to compare "small_elected" with' compare "$scenario" -o out
refused 'homeroom compare: BASE is missing' compare
refused '"R99" is no policy (allowed: R1, ' compare "$scenario" --policy R99 -o out
refused 'did you mean "R2d"?' compare "$scenario" --policy R2dd -o out
refused 'there is no such file' compare "$scenario" --policy ./nowhere.toml -o out
refused '"small_elected": is the name of the base' compare "$scenario" "$scenario" -o out
refused '"R1+R6": names two alternatives' compare "$scenario" --policy R1+R6 --policy R6+R1 -o out
refused 'is no ladder of' compare "$scenario" --ladder stepps -o out
refused 'did you mean "steps"?' compare "$scenario" --ladder stepps -o out
refused 'R1 is no part of R6' compare "$scenario" --policy R6-R1 -o out
refused '2005 lies before the policy years (allowed: 2011 or later)' \
  compare "$scenario" --policy R1 --policy-from 2005 -o out
printf '[law.governance]\nturnuot = 0.3\n' >slip.toml
refused 'slip.toml:2:1: law.governance.turnuot: is no known lever; did you mean "law.governance.turnout"?' \
  compare "$scenario" --policy ./slip.toml -o out
refused 'slip.toml:2:1: law.governance.turnuot' check "$scenario" --policy ./slip.toml
printf '[law.governance]\nseats = 9\n' >seats9.toml
printf '[law.governance]\nseats = 5\n' >seats5.toml
refused 'seats5 says 5, seats9 says 9: they cannot be laid over one city together' \
  compare "$scenario" --policy ./seats9.toml+./seats5.toml -o out
printf 'extends = "%s"\nname = "longer"\n[run]\npolicy_years = 12\n' "$scenario" >longer.toml
refused '"longer": has 12 policy years' compare "$scenario" longer.toml -o out
refused '"national": is a nation (allowed: a city' \
  compare "$root/scenarios/national.toml" --policy R1 -o out
refused '--threads 0: is out of range' compare "$scenario" --policy R1 --threads 0 -o out
: >file
refused 'file: is a file, not a folder' compare "$scenario" --policy R1 "${short[@]}" -o file

# What would be done, and ladders.
run 0 compare "$scenario" --ladder steps --policy R2 --dry-run --quiet
prints '6 alternatives: R2 R1 R6 R1+R6 R1+R6+R7 all'
grep -qE 'about [0-9.]+ s on [0-9]+ thread.*, [0-9]+ MiB of memory, [0-9.]+ MiB on disk in results/compare' .out ||
  fail "a dry run tells no time, memory and disk: $(cat .out)"
[[ ! -e results ]] || fail 'a dry run has written'
run 1 compare "$root/scenarios/los_angeles.toml" --policy R1 --replicates 200000 --threads 1 -o out
says 'MiB are needed'
[[ ! -e out ]] || fail 'a comparison without room has written'

# A comparison of one replicate has no error, and says so.
run 0 compare "$scenario" --policy R1 "${short[@]}" --replicates 1 -o single
is 'errors of one replicate' "$(column single/differences.csv error | sort -u | tr -d '\n')" ''
finish
