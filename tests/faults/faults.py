#!/usr/bin/env python3
"""Faults: commands that are killed, run out of disk, memory, files or permission, lose the end of a store or have their
clock set back. No finished work is lost, no half of a file stands under its final name, the message says what and where,
and what goes on afterwards gives the bytes of an undisturbed run.

    tests/faults/faults.py PROGRAM PRELOAD [--rounds N] [--seed S]    N rounds, drawn by the seed
    tests/faults/faults.py PROGRAM PRELOAD --seed S --round K         one of them once more
    tests/faults/faults.py PROGRAM PRELOAD --work run --way SIGKILL   only such rounds

A round is a command (works.py), a fault (ways.py) and a moment. Full disks are small ones of their own, in a mount namespace
that ends with this script; where the machine allows none files may not grow instead, and it says so.
"""
import argparse
import concurrent.futures
import dataclasses
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True

import judge  # noqa: E402
import ways  # noqa: E402
import works  # noqa: E402


@dataclasses.dataclass
class Tools:
    program: str
    preload: str
    mounts: bool
    without_privileges: list


@dataclasses.dataclass
class Calm:
    """What an undisturbed run takes and gives."""
    seconds: float
    calls: int
    memory: int   # bytes of address space
    bytes: int
    largest: int
    results: dict
    earlier: dict  # what stood there before


def in_own_mounts():
    """Begins again where disks of its own may be mounted; False where the machine allows none."""
    if os.environ.get("FAULTS_MOUNTS"):
        return os.environ["FAULTS_MOUNTS"] == "yes"
    for options in (["-m"], ["-Urm"]):
        tried = subprocess.run(["unshare", *options, "sh", "-c", "mount -t tmpfs none /mnt"], stderr=subprocess.DEVNULL)
        if tried.returncode == 0:
            os.environ["FAULTS_MOUNTS"] = "yes"
            os.execvp("unshare", ["unshare", *options, sys.executable, *sys.argv])
    print("faults: no disk may be mounted here: instead of a full one files may not grow", file=sys.stderr)
    return False


def privileges_dropped():
    """Root may write everywhere: the privilege is given up."""
    if os.geteuid() != 0:
        return []
    capabilities = "-dac_override,-dac_read_search"
    return ["setpriv", f"--bounding-set={capabilities}", f"--inh-caps={capabilities}"]


class Grounds:
    """Inputs of every command, and what it gives undisturbed; each made once."""

    def __init__(self, base, tools, chosen):
        self.base, self.tools = base, tools
        self.calm = {}
        for work in chosen:
            self.calm[work.name] = self.lived(work)

    def inputs(self, work):
        return self.base / "inputs" / work.name

    def ask(self, command, folder, env=None):
        ending = ways.undisturbed([self.tools.program, *command], folder, env)
        if ending.status:
            raise SystemExit(f"faults: {' '.join(command)} fails undisturbed: {ending.said}")
        return ending

    def lived(self, work):
        inputs = self.inputs(work)
        inputs.mkdir(parents=True)
        for name, text in work.files:
            (inputs / name).parent.mkdir(parents=True, exist_ok=True)
            (inputs / name).write_text(text, encoding="utf-8")
        for command in work.before:
            self.ask(command, inputs)
        if work.half_done:
            with sqlite3.connect(inputs / work.half_done) as store:
                store.execute("DELETE FROM runs WHERE run % 2 = 1")
            store.close()
        folder = self.base / "calm" / work.name
        shutil.copytree(inputs, folder)
        counted = folder.parent / f"{work.name}.calls"
        ending, memory = self.measured(work.command, folder, counted)
        for command in work.then:
            self.ask(command, folder)
        sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
        return Calm(ending.seconds, int(counted.read_text()), memory, max(0, ways.size_of(folder) - ways.size_of(inputs)),
                    max(sizes), judge.results(folder, work), judge.results(inputs, work))

    def measured(self, command, folder, counted):
        began = time.monotonic()
        env = ways.environment(LD_PRELOAD=self.tools.preload, FAULT_COUNT=counted)
        process = ways.start([self.tools.program, *command], folder, env)
        memory = 0
        while process.poll() is None:
            try:
                for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
                    if line.startswith("VmPeak:"):
                        memory = max(memory, int(line.split()[1]) * 1024)
            except OSError:
                pass
            time.sleep(0.002)
        ending = ways.end(process, folder, began)
        if ending.status:
            raise SystemExit(f"faults: {' '.join(command)} fails undisturbed: {ending.said}")
        return ending, memory


@dataclasses.dataclass(frozen=True)
class Round:
    number: int
    work: works.Work
    way: type
    moment: float


def dealt(cards, seed, what, number):
    """As from a pack of cards that is shuffled again whenever it is used up."""
    turn, place = divmod(number, len(cards))
    pack = list(cards)
    random.Random(f"{seed} {what} {turn}").shuffle(pack)
    return pack[place]


def drawn(seed, number, all_works):
    dice = random.Random(f"{seed} round {number}")
    way, work = dealt(ways.WAYS, seed, "ways", number), dealt(all_works, seed, "works", number)
    if way is ways.CutShort and not work.stores:
        work = dice.choice([one for one in all_works if one.stores])
    return Round(number, work, way, dice.random())


def gone_on(one, grounds, folder, done_before):
    """The fault is lifted: the same command, or the one that goes on, gives what an undisturbed one gives."""
    work, calm = one.work, grounds.calm[one.work.name]
    ending = ways.undisturbed([grounds.tools.program, *work.to_go_on()], folder)
    faults = []
    if ending.status:
        faults.append(f"afterwards: ended by {ending.status}: {ending.said.strip()[-400:]}")
    elif work.resumes:
        faults += [f"afterwards: {fault}" for fault in judge.faults_of_resuming(ending, done_before)]
    for command in work.then:
        then = ways.undisturbed([grounds.tools.program, *command], folder)
        if then.status:
            faults.append(f"afterwards: {' '.join(command)} ended by {then.status}: {then.said.strip()[-400:]}")
    now = judge.results(folder, work)
    for name in sorted(calm.results.keys() | now.keys()):
        if now.get(name) != calm.results.get(name):
            faults.append(f"afterwards: {name} is not that of an undisturbed run")
    left = judge.left_behind(folder, work)
    return faults + ([f"afterwards: left behind are {', '.join(left)}"] if left else [])


def disturbed(one, grounds, keep):
    """Faults of a round, and a line that tells it."""
    folder = grounds.base / f"round-{one.number}"
    shutil.copytree(grounds.inputs(one.work), folder)
    calm = grounds.calm[one.work.name]
    way = one.way(one.moment, calm, grounds.tools)
    told = f"{one.work.name}, {way}"
    try:
        way.prepare(folder, one.work)
        ending = way.begin([grounds.tools.program, *one.work.command], folder, one.work)
        faults = judge.faults_of_ending(way, ending, judge.failures_in_stores(folder, one.work))
        faults += judge.faults_of_left(folder, one.work, calm, calm.earlier, ending)
        if one.work.handles_signals and type(way) in (ways.Terminated, ways.Interrupted) and ending.status < 0:
            begun = judge.left_behind(folder, one.work)
            faults += [f"was ended by the signal after it had begun: {', '.join(begun)}"] if begun else []
        way.lift(folder, one.work, ending)
        done = judge.done_in_stores(folder, one.work)
        if ending.status == 0 and not one.work.then:
            now = judge.results(folder, one.work)
            # A city that cannot be kept is told, and the run goes on without.
            told_of = {name for name in calm.results if name.endswith(".burn_in") and "not kept" in ending.said}
            faults += [f"{name} is not that of an undisturbed run, though all went well"
                       for name in calm.results
                       if now.get(name) != calm.results[name] and not (name in told_of and name not in now)]
        faults += gone_on(one, grounds, folder, done)
        if faults:
            faults.append(f"it said: {ending.said.strip()[-600:]}")
        told += f": {ending.status}"
    except AssertionError as hanging:
        faults = [str(hanging)]
    finally:
        if os.path.ismount(folder):
            subprocess.run(["umount", "-l", folder], check=True)
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)
    return faults, told


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program")
    parser.add_argument("preload", help="library made of preload.cpp")
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--round", type=int, help="that one alone")
    parser.add_argument("--work", action="append", help="of this command only; more than once: of these")
    parser.add_argument("--way", help="of this fault only")
    parser.add_argument("--folder", help="where to work; kept, with what failed")
    return parser.parse_args()


def rounds_of(asked, all_works):
    numbers = [asked.round] if asked.round is not None else range(asked.rounds)
    rounds = [drawn(asked.seed, number, all_works) for number in numbers]
    return [one for one in rounds if (not asked.work or one.work.name in asked.work) and asked.way in (None, one.way.name)]


def main():
    asked = arguments()
    mounts = in_own_mounts()
    rounds = rounds_of(asked, works.works())
    tools = Tools(os.path.realpath(asked.program), os.path.realpath(asked.preload), mounts, privileges_dropped())
    base = pathlib.Path(asked.folder or tempfile.mkdtemp(prefix="faults-")).resolve()
    base.mkdir(parents=True, exist_ok=True)
    began, failed = time.monotonic(), 0
    try:
        grounds = Grounds(base, tools, {one.work.name: one.work for one in rounds}.values())
        with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
            for one, (faults, told) in zip(rounds, pool.map(lambda each: disturbed(each, grounds, bool(asked.folder)), rounds)):
                if asked.round is not None or asked.work or asked.way or faults:
                    print(f"round {one.number} of seed {asked.seed}: {told}", flush=True)
                if not faults:
                    continue
                failed += 1
                print("\n".join(f"  {fault}" for fault in faults))
                print(f"  once more: tests/faults/faults.py {asked.program} {asked.preload} --seed {asked.seed} "
                      f"--round {one.number}", flush=True)
    finally:
        if not asked.folder:
            shutil.rmtree(base, ignore_errors=True)
    print(f"{len(rounds) - failed} of {len(rounds)} rounds as they should be ({time.monotonic() - began:.0f} s)")
    return 1 if failed or not rounds else 0


if __name__ == "__main__":
    sys.exit(main())
