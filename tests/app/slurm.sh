#!/usr/bin/env bash
# A sweep on a real Slurm: four shards, one of which is killed and queued again; what is collected
# equals the sweep of one machine to the byte. So does one whose tasks go one by one in a folder with
# a sign of Slurm's in its name. What cannot be submitted whole is not submitted.
#
#   tests/app/slurm.sh PROGRAM
#
# Exit status 77, skipped, where Slurm cannot be started.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
source "$root/tests/app/slurm_here.sh"
trap 'stop_slurm; rm -rf "$work"' EXIT
start_slurm || exit $?

cat >design.toml <<'DESIGN'
scenarios = ["small_elected"]
outcomes = ["district.proficiency_math@last", "models.value_added.traditional@mean"]
policies = ["none", "R6"]
set = ["run.policy_years=6"]
replicates = 5
[design]
method = "lhs"
points = 60
[[factors]]
key = "nature.learning.leadership"
distribution = "uniform"
low = 0.02
high = 0.1
DESIGN
submit() { "$root/scripts/cluster/slurm" design.toml --program "$program" "$@"; }

# Nothing is submitted where the design is at fault, or an option is.
submit -o nothing --shards 0 2>.err && fail 'no shards were taken'
says '--shards wants a number'
sed 's/leadership/ledership/' design.toml >wrong.toml
"$root/scripts/cluster/slurm" wrong.toml --program "$program" -o nothing --shards 2 2>.err && fail 'a wrong design was submitted'
says 'did you mean'
submit -o nothing --shards 2 --at-once 0 2>.err && fail 'no tasks at once were taken'
says '--at-once wants a number'
submit -o nothing --shards 2 --memory much 2>.err && fail 'a memory without a number was taken'
says '--memory wants a size'
submit -o nothing --shards 1001 2>.err && fail 'an array was submitted that Slurm does not take'
says 'takes arrays of 1000 tasks at most (its MaxArraySize is 1001), not 1001: ask for --shards 1000'
[[ ! -e nothing ]] || fail 'a refused submission left a folder'
submit -o crammed --shards 2 --memory 2G 2>.err && fail 'more memory was taken than the node has'
is 'jobs in the queue' "$(squeue -h)" ''

# An array whose collector Slurm does not take is cancelled. What begins in an hour is over only by that.
mkdir fake
cat >fake/sbatch <<SBATCH
#!/usr/bin/env bash
[[ "\$*" != *--dependency=* ]] || { echo 'sbatch: error: no more jobs' >&2 && exit 1; }
exec $(command -v sbatch) "\$@"
SBATCH
chmod +x fake/sbatch
queue_is_empty() { [[ -z $(squeue -h) ]]; }
without_collector() {
  local status=0
  PATH=$work/fake:$PATH submit -o alone --shards 2 -- --begin=now+1hour >submitted 2>.err || status=$?
  is 'status without a collector' "$status" 1
  is 'what was said to be submitted' "$(cat submitted)" ''
  says 'the job that collects could not be submitted'
}
without_collector
says 'is cancelled'
wait_until 20 queue_is_empty || fail "the array outlived its collector: $(squeue)"
printf '#!/bin/sh\nexit 1\n' >fake/scancel && chmod +x fake/scancel
without_collector
says 'still stands: end it with scancel'
left=$(sed -n 's/.* end it with scancel \([0-9]*\)$/\1/p' .err)
scancel "$left" || fail "scancel $left"
wait_until 20 queue_is_empty || fail "scancel $left did not end the array: $(squeue)"

submitted() {
  submit "$@" >submitted 2>.err || fail "submission: $(cat submitted .err)"
  job=$(sed -n 's/^submitted: array job \([0-9]*\) .*/\1/p' submitted)
  collector=$(sed -n 's/.* and job \([0-9]*\) .*/\1/p' submitted)
}
all_over() { [[ -z $(squeue -h -j "$job,$collector" 2>/dev/null) ]]; }
same_as_here() {
  local file
  for file in design.toml sweep.sqlite runs.csv points.csv outcomes.csv; do
    cmp "$1/$file" "$2/$file" || fail "$file differs between $2, of the cluster, and one machine"
  done
}

submitted -o cluster --shards 4
says 'shard 1 of 4'
says 'MiB of memory'

# The process of the second shard, killed in the middle of its work.
shard_at_work() { python3 - "$program" >shard.pid <<'PYTHON'
import glob, pathlib, sys
for file in glob.glob("/proc/[0-9]*/cmdline"):
    try:
        words = pathlib.Path(file).read_bytes().decode(errors="replace").split("\0")
    except OSError:
        continue
    if words[:2] == [sys.argv[1], "sweep"] and "2/4" in words:
        print(file.split("/")[2])
        sys.exit()
sys.exit(1)
PYTHON
}
wait_until 60 shard_at_work || fail "shard 2 never ran: $(squeue)"
# Its log of commits is long enough for a dozen runs.
wrote() { [[ $(stat -c %s cluster/shard-2-of-4.sqlite-wal 2>/dev/null || echo 0) -gt 250000 ]]; }
wait_until 60 wrote || fail 'shard 2 never wrote'
kill -KILL "$(head -n 1 shard.pid)" || fail 'shard 2 was over before it could be killed'

# Slurm lets a job that was queued again wait for two minutes; the test does not.
again() { scontrol update JobId="${job}_2" StartTime=now 2>/dev/null && [[ $(squeue -h -j "${job}_2" -o %T) == PENDING ]]; }
wait_until 60 again || fail "shard 2 was not queued again: $(squeue)"

wait_until 240 all_over || fail "jobs did not end: $(squeue)"
grep -q 'runs done, [1-9][0-9]* were there already' cluster/logs/shard-2.log ||
  fail "shard 2 did not go on where it was killed: $(cat cluster/logs/shard-2.log)"
grep -q '600 of 600 runs, 0 failed, 0 missing' cluster/logs/collect.log ||
  fail "collect: $(cat cluster/logs/collect.log)"

run 0 sweep design.toml -o local --quiet
same_as_here local cluster

# One task at a time though two have room, each with its memory; later replicates; % is a % in names.
some=(--replicates 2 --first-replicate 4)
submitted -o '10%a more' --shards 4 --at-once 1 --memory 300M "${some[@]}"
is 'memory of the tasks' "$(squeue -h -r -j "$job" -o %m | sort -u)" 300M
one_waits_for_the_other() { squeue -h -j "$job" -o %r | grep -q JobArrayTaskLimit; }
wait_until 60 one_waits_for_the_other || fail "tasks do not wait for each other: $(squeue)"
at_once=0
until all_over; do
  running=$(squeue -h -r -j "$job" -t RUNNING 2>/dev/null | wc -l)
  ((running <= at_once)) || at_once=$running
  ((SECONDS < 540)) || { fail "jobs did not end: $(squeue)" && break; }
  sleep 0.1
done
is 'tasks at once' "$at_once" 1
is 'logs' "$(cd '10%a more/logs' && echo *)" 'collect.log shard-1.log shard-2.log shard-3.log shard-4.log'
run 0 sweep design.toml -o more --quiet "${some[@]}"
same_as_here more '10%a more'
finish
