#!/usr/bin/env bash
# A sweep on a real Slurm: four shards, one of which is killed and queued again; what is collected
# equals the sweep of one machine to the byte.
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
is 'jobs in the queue' "$(squeue -h)" ''

submit -o cluster --shards 4 >submitted || fail "submission: $(cat submitted)"
job=$(sed -n 's/^submitted: array job \([0-9]*\) .*/\1/p' submitted)
collector=$(sed -n 's/.* and job \([0-9]*\) .*/\1/p' submitted)

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

all_over() { [[ -z $(squeue -h -j "$job,$collector" 2>/dev/null) ]]; }
wait_until 240 all_over || fail "jobs did not end: $(squeue)"
grep -q 'runs done, [1-9][0-9]* were there already' cluster/logs/shard-2.log ||
  fail "shard 2 did not go on where it was killed: $(cat cluster/logs/shard-2.log)"
grep -q '600 of 600 runs, 0 failed, 0 missing' cluster/logs/collect.log ||
  fail "collect: $(cat cluster/logs/collect.log)"

run 0 sweep design.toml -o local --quiet
for file in design.toml sweep.sqlite runs.csv points.csv outcomes.csv; do
  cmp local/$file cluster/$file || fail "$file differs between the cluster and one machine"
done
finish
