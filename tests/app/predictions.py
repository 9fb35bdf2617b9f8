#!/usr/bin/env python3
"""What `--dry-run` predicts of memory and disk comes within a quarter of what small runs take.
With several threads memory is what it takes if all of them live a city at a time; on a busy machine
one thread may live them all, so that such runs may take half of it.
Processor time comes within a factor of three, which neighbours do not make up for; how near it comes
where nobody else works, scripts/bench --predictions reports. Wall time is told to fall where a thread
without a replicate of its own helps with another's.

    tests/app/predictions.py PROGRAM
"""
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../scripts/measure"))

from predictions import compared  # noqa: E402
from runs import path_of  # noqa: E402

WITHIN = 0.25
TIMES = 3.0  # processor time, either way
ONE = ("--threads", 1)
PART = ("national", "--years", 2, "--set", "run.burn_in_years=2", "--set")
RUNS = [
    ("small_elected", "--replicates", 3, *ONE),
    ("springfield", "--replicates", 2, "--years", 3, "--burn-in", "--threads", 2),
    ("springfield", "--replicates", 1, "--years", 4, "--students", *ONE),
    ("indianapolis", "--replicates", 2, "--years", 2, "--students", "--threads", 2),
    # One model, choice in the policy years alone.
    ("maroulis_2016", "--replicates", 4, *ONE),
    ("maroulis_2016", "--replicates", 1, "--students", "--burn-in", *ONE),
    (*PART, "nation.districts=120", "--threads", 2),
    # Replicates of many sizes, of which the largest is counted.
    (*PART, "nation.districts=30", "--replicates", 24, *ONE),
    (*PART, "nation.districts=120", "--schools", "--replicates", 2, *ONE),
    (*PART, "nation.districts=200", "--streamed", *ONE),
    ("national", "--years", 40, "--set", "run.burn_in_years=1", "--set", "nation.districts=120",
     "--streamed", "--schools", *ONE),
    ("compare small_elected", "--policy", "R1", "--policy", "R2", "--replicates", 4, *ONE)]
KEPT = ("springfield", "--replicates", 2, "--years", 2, *ONE)


def faults_of(name, told, crowd=False):
    _, processor, memory, disk = told
    for what, ratio, least, most in (("processor time", processor, 1.0 / TIMES, TIMES),
                                     ("memory", memory, 1.0 - WITHIN, 2.0 if crowd else 1.0 + WITHIN),
                                     ("disk", disk, 1.0 - WITHIN, 1.0 + WITHIN)):
        if not least <= ratio <= most:
            yield f"FAILED: {name}: {what}: prediction over fact is {ratio:.2f}"


def wall_share(program, replicates, threads):
    """Wall time as a share of one processor's time, as --timing tells it."""
    text = subprocess.run([program, "run", path_of("springfield"), "--replicates", str(replicates),
                           "--threads", str(threads), "--dry-run", "--timing"],
                          check=True, capture_output=True, text=True).stdout
    return float(re.search(r"^wall share +(\S+)", text, re.M)[1])


def faults_of_threads(program):
    one, two, three, four = (wall_share(program, replicates, 2) for replicates in (1, 2, 3, 4))
    if not wall_share(program, 3, 1) == 1.0:
        yield "FAILED: one thread: wall time is not that of one processor"
    if not (two == four and two < three < one < 1.0):
        yield f"FAILED: two threads: shares of 1 to 4 replicates are {one}, {two}, {three}, {four}"
    # Of three replicates the third is not lived by one thread alone.
    if not three < 4.0 / 3.0 * two:
        yield f"FAILED: three replicates take {three / two:.2f} of what two threads might, as if nobody helped"


def main(program):
    faults = list(faults_of_threads(program))
    for run in RUNS:
        faults += faults_of(" ".join(map(str, run)), compared(program, run)[1], ONE != run[-2:])
    with tempfile.TemporaryDirectory() as cities:
        for what in ("leaves", "begins from"):
            faults += faults_of(f"{what} kept cities", compared(program, KEPT, cities)[1])
    print("\n".join(faults) or f"{len(RUNS) + 2} runs, memory and disk within {WITHIN:.0%}, processor time within x {TIMES:.0f}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(os.path.realpath(sys.argv[1])))
