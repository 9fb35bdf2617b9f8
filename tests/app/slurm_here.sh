# shellcheck shell=bash
# A cluster of one node with two processors on the loopback address, for tests: its own key, ports and
# folders, nothing of a Slurm that the machine may have. Sourced after the harness.
#
#   start_slurm      sets SLURM_CONF, so that sbatch, squeue and scontrol speak with it; returns 77
#                    where Slurm cannot be started here, and says why
#   stop_slurm       ends the daemons, by their process ids

slurm_daemons=()

free_port() { python3 -c 'import socket
s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# wait_until SECONDS COMMAND...: true once the command is.
wait_until() {
  local end=$((SECONDS + $1))
  shift
  until "$@"; do
    ((SECONDS < end)) || return 1
    sleep 0.2
  done
}

stop_slurm() {
  local daemon
  for daemon in "${slurm_daemons[@]}"; do kill "$daemon" 2>/dev/null || true; done
  for daemon in "${slurm_daemons[@]}"; do wait "$daemon" 2>/dev/null || true; done
  slurm_daemons=()
}

start_slurm() {
  local command host user base=$work/slurm
  for command in munged slurmctld slurmd sbatch scontrol; do
    PATH=$PATH:/usr/sbin command -v "$command" >/dev/null || { echo "no $command here" >&2 && return 77; }
  done
  PATH=$PATH:/usr/sbin
  host=$(hostname -s) user=$(id -un)
  mkdir -p "$base"/{state,spool,munge}
  chmod 0755 "$base" "$base"/munge
  head -c 1024 /dev/urandom >"$base/munge/key"
  chmod 0400 "$base/munge/key"
  munged --force --foreground --socket="$base/munge/socket" --key-file="$base/munge/key" \
    --pid-file="$base/munge/pid" --seed-file="$base/munge/seed" --log-file="$base/munge/log" \
    >"$base/munged.out" 2>&1 &
  slurm_daemons+=($!)
  wait_until 20 test -S "$base/munge/socket" || { cat "$base/munged.out" >&2 && return 77; }
  cat >"$base/slurm.conf" <<CONF
ClusterName=here
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$(free_port)
SlurmdPort=$(free_port)
AuthType=auth/munge
AuthInfo=socket=$base/munge/socket
CredType=cred/munge
SlurmUser=$user
SlurmdUser=$user
StateSaveLocation=$base/state
SlurmdSpoolDir=$base/spool
SlurmctldPidFile=$base/slurmctld.pid
SlurmdPidFile=$base/slurmd.pid
SlurmctldLogFile=$base/slurmctld.log
SlurmdLogFile=$base/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU_Memory
DefMemPerCPU=100
SchedulerType=sched/backfill
SchedulerParameters=sched_interval=1,bf_interval=1
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
SwitchType=switch/none
ReturnToService=2
InactiveLimit=0
KillWait=5
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 RealMemory=1000 State=UNKNOWN
PartitionName=here Nodes=$host Default=YES MaxTime=INFINITE State=UP OverSubscribe=NO
CONF
  export SLURM_CONF=$base/slurm.conf
  slurmctld -D -f "$SLURM_CONF" >"$base/slurmctld.out" 2>&1 &
  slurm_daemons+=($!)
  slurmd -D -f "$SLURM_CONF" -N "$host" >"$base/slurmd.out" 2>&1 &
  slurm_daemons+=($!)
  wait_until 30 node_is_idle || { tail -n 20 "$base"/slurm*.log "$base"/*.out >&2 && return 77; }
}

node_is_idle() { [[ $(sinfo -h -o %T 2>/dev/null) == idle ]]; }
