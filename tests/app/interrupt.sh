#!/usr/bin/env bash
# Ctrl-C: finished replicates are kept and counted, tables are whole, and the folder can be used
# again.
#
#   tests/app/interrupt.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

# interrupted SIGNAL DIR: starts a run that would last for minutes, in a process group of its own as
# a terminal makes one, and signals it once its first replicate is in the tables.
interrupted() {
  local status=0 pid
  setsid "$program" run "$scenario" --replicates 100000 --threads 2 -o "$2" >.out 2>.err &
  pid=$!
  for ((i = 0; i < 600; ++i)); do
    [[ -f $2/.district.csv.part ]] && (($(wc -l <"$2/.district.csv.part") > 10)) && break
    sleep 0.05
  done
  kill -s "$1" -- -"$pid"
  wait "$pid" || status=$?
  is "exit status after $1" "$status" 130
}

interrupted INT stopped
says 'stopping after the years under way; once more stops at once'
says 'interrupted;'
says 'of 100000 replicates are finished and kept in stopped'
is 'status' "$(manifest stopped status)" interrupted
finished=$(manifest stopped replicates finished | tr -d '[,]')
[[ -n $finished ]] || fail 'no replicate was kept'
# Replicates are begun in their order, so that what is kept is a beginning: two threads leave out one.
(($(wc -w <<<"$finished") + 1 >= ${finished##* })) || fail "kept are $finished: no beginning"
is 'what is said' "$(grep -oE '[0-9]+ of 100000' .err)" "$(wc -w <<<"$finished") of 100000"
for table in district schools models truth; do
  is "replicates in $table.csv" "$(replicates_in "stopped/$table.csv")" "$finished"
  [[ -z $(tail -c1 "stopped/$table.csv") ]] || fail "$table.csv ends within a line"
done
is 'years of each replicate' \
  "$(tail -n +2 stopped/district.csv | cut -d, -f2 | uniq -c | awk '{print $1}' | sort -u)" 10
[[ -z $(find stopped -name '.*.part') ]] || fail 'parts of tables stay'

# What is kept is what an undisturbed run writes.
run 0 run "$scenario" --replicate 1 --quiet -o alone
grep -E '^(scenario|small_elected,1),' stopped/schools.csv | cmp -s - alone/schools.csv ||
  fail 'the first replicate is not that of an undisturbed run'

# The same run again is not refused; another is.
interrupted TERM stopped
is 'status' "$(manifest stopped status)" interrupted
refused 'stopped: holds another run (scenario "small_elected", interrupted: ' \
  run "$scenario" --replicates 2 -o stopped
interrupted HUP hung_up
is 'status after a hangup' "$(manifest hung_up status)" interrupted
[[ $(manifest hung_up replicates finished) == '[1'* ]] || fail 'nothing was kept at a hangup'

# Two runs at once into one folder: the second is refused, the first is not disturbed.
setsid "$program" run "$scenario" --replicates 100000 --threads 1 -o shared >.out 2>.err &
pid=$!
for ((i = 0; i < 600; ++i)); do
  [[ -f shared/.district.csv.part ]] && (($(wc -l <shared/.district.csv.part) > 10)) && break
  sleep 0.05
done
"$program" run "$scenario" --replicates 1 --seed 3 -o shared --force >.out2 2>.err2 && fail 'two runs wrote one folder'
grep -qF 'shared: another run is writing there' .err2 || fail "no word of another run in: $(cat .err2)"
kill -INT -- -"$pid"
wait "$pid" || true
is 'status of the run that was there first' "$(manifest shared status)" interrupted
[[ -s shared/schools.csv ]] || fail 'the first run lost its tables'

# Twice: at once, and the folder can be used again.
status=0
setsid "$program" run "$root/scenarios/boston.toml" --threads 1 --quiet -o twice >.out 2>.err &
pid=$!
for ((i = 0; i < 600; ++i)); do [[ -f twice/.schools.csv.part ]] && break || sleep 0.05; done
kill -INT -- -"$pid"
sleep 0.01
kill -INT -- -"$pid" 2>/dev/null || true
wait "$pid" || status=$?
is 'exit status after two interrupts' "$status" 130
run 0 run "$scenario" --replicates 1 --years 1 --quiet -o twice --force
[[ -z $(find twice -name '.*.part') ]] || fail 'parts of an earlier run stay'

run 0 run "$scenario" --replicates 2 --years 1 --quiet -o stopped --force
is 'status after --force' "$(manifest stopped status)" done
is 'replicates after --force' "$(replicates_in stopped/district.csv)" '1 2'
finish
