#!/usr/bin/env bash
# What the commands print: version, help, explain, schema, a dry run; and progress only where it was
# not silenced.
#
#   tests/app/commands.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

run 0 --version
grep -qE '^homeroom [0-9]+\.[0-9]+\.[0-9]+ \([0-9a-f]{7,40}\+?\)$|\(unknown\)$' .out ||
  fail "--version printed $(cat .out)"
run 0 --help
prints 'explain'
run 0 run --help
prints '--replicates'

run 0 explain law.choice.list_length --scenario "$scenario"
prints 'schools a family may list'
prints '1 to 20'
run 0 explain law.choice --scenario "$scenario"
prints 'law.choice.list_length'
prints 'law.choice.tie_breaking'
run 0 explain models --scenario "$scenario"
prints 'innovation'
run 0 explain "$scenario"
prints 'name = "small_elected"'
prints 'list_length = '
run 2 explain law.choice.lst_length
says 'did you mean "law.choice.list_length"'
run 2 explain nothing.of.the.kind
says 'is no known key'

run 0 schema
python3 -m json.tool .out >/dev/null || fail 'the schema is no JSON'
run 0 check "$scenario"
prints 'no faults'

# What is printed but does not arrive is a failure.
if [[ -w /dev/full ]]; then
  status=0
  "$program" --version >/dev/full 2>.err || status=$?
  is 'exit status with a full standard output' "$status" 1
fi

before=$(listing)
run 0 run "$scenario" --dry-run --students -o dry
prints '20 replicates of 22 years (12 burn-in, 10 policy), 6000 students, 17 schools'
is 'what a dry run leaves' "$(listing)" "$before"

# Progress: a bar with the time left on a terminal; nothing where it was silenced.
on_terminal() { script -qec "$program run $scenario --threads 1 -o $1 --replicates 20 $2" /dev/null; }
on_terminal bar '' | tr '\r' '\n' >.terminal
grep -qE '\[#*\.*\] +[0-9]+ % .*left' .terminal || fail "no bar on a terminal: $(head -c 300 .terminal)"
grep -q 'Tables are in bar' .terminal || fail 'no last line on a terminal'
on_terminal quiet --quiet | tr '\r' '\n' >.terminal
! grep -qE 'left|\[#' .terminal || fail 'progress though --quiet'
run 0 run "$scenario" --quiet --years 1 --replicates 1 -o short
is 'what a quiet run says' "$(cat .err)" ''

finish
