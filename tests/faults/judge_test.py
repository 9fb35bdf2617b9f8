#!/usr/bin/env python3
"""That the judge of faults sees what it is there for: folders and endings as a sound program leaves them pass, and with one
thing wrong each is told.

    tests/faults/judge_test.py
"""
import json
import pathlib
import sqlite3
import sys
import tempfile

sys.dont_write_bytecode = True

import judge  # noqa: E402
import ways  # noqa: E402
import works  # noqa: E402

HEADER = "scenario,replicate,year,value\n"
TABLE = HEADER + "".join(f"city,{replicate},2011,{replicate}.5\n" for replicate in (1, 2, 3))
SUMMED = "measure,mean\na,1\nb,2\n"
WORK = works.Work("planted", ("run",), ("out",), resumes="out/shard-*.sqlite", keeps=("kept",))


class Calm:
    """What an undisturbed run gives."""

    def __init__(self, folder):
        self.results = judge.results(folder, WORK)


def manifest(status, finished, tables=("schools.csv", "moved.csv")):
    return json.dumps({"status": status, "replicates": {"finished": finished}, "tables": list(tables)})


def laid(folder, files):
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def whole():
    return {"out/schools.csv": TABLE, "out/moved.csv": SUMMED, "out/codebook.csv": "column\n",
            "out/manifest.json": manifest("done", [1, 2, 3])}


def judged(files, kept_before=None):
    """Faults of a folder with these files, where an undisturbed run leaves whole()."""
    work = WORK if kept_before is None else works.Work("planted", ("run",), ("out", "kept"), keeps=("kept",))
    with tempfile.TemporaryDirectory() as base:
        calm = Calm(laid(pathlib.Path(base) / "calm", whole()))
        folder = laid(pathlib.Path(base) / "round", files)
        earlier = {name: text.encode() for name, text in (kept_before or {}).items()}
        return judge.faults_of_left(folder, work, calm, earlier, None)


def half_done(**changes):
    """A folder of a run that was stopped after its first replicate."""
    return {**whole(), "out/schools.csv": HEADER + TABLE.splitlines(True)[1], "out/moved.csv": "measure,mean\n",
            "out/manifest.json": manifest("interrupted", [1]), **changes}


def left_test():
    yield "whole", judged(whole()), None
    yield "stopped", judged(half_done()), None
    yield "half a line", judged(half_done(**{"out/schools.csv": TABLE[:-4]})), "ends within a line"
    yield "another value", judged(half_done(**{"out/schools.csv": HEADER + "city,1,2011,9.5\n"})), "no undisturbed run has"
    yield "another header", judged(half_done(**{"out/schools.csv": "scenario,replicate\n"})), "another header"
    yield "a replicate too many", judged(half_done(**{"out/schools.csv": TABLE})), "does not call finished: [2, 3]"
    yield "rows that are sums lack", judged({**whole(), "out/moved.csv": "measure,mean\n"}), "lacks rows"
    yield "a table of no run", judged({**whole(), "out/strange.csv": "a\n"}), "that no undisturbed run gives"
    yield "a table that is told and gone", judged({name: text for name, text in whole().items() if "moved" not in name}), "not there"
    yield "half a manifest", judged({**whole(), "out/manifest.json": '{"status": "do'}), "is no manifest"
    yield "a file of another kind", judged({**whole(), "out/page.html": "<"}), "neither whole nor as it was"
    kept = {"kept/city.burn_in": "all of it"}
    yield "what was kept", judged({**whole(), **kept}, kept), None
    yield "what was kept is gone", judged(whole(), kept), "whole before, and not any more"
    yield "what was kept is cut", judged({**whole(), "kept/city.burn_in": "all"}, kept), "whole before, and not any more"


def ended(way, status, said, failures=""):
    return judge.faults_of_ending(way, ways.Ending(status, said, 1.0), failures)


def ending_test():
    yield "killed", ended(ways.Killed, -9, ""), None
    yield "killed in another way", ended(ways.Killed, -11, ""), "ended by -11"
    yield "stopped", ended(ways.Terminated, 130, "homeroom: interrupted"), None
    yield "stopped without a word", ended(ways.Terminated, 130, "homeroom: no"), "says none of"
    yield "by nobody", ended(ways.Terminated, 130, "interrupted"), "does not say who speaks"
    yield "in the machine's words", ended(ways.Killed, 0, "terminate called after throwing"), "the machine's words"
    yield "with its reasons in a store", ended(ways.MemoryLimited, 1, "homeroom sweep: 3 failed", "out of memory"), None
    yield "with other reasons there", ended(ways.MemoryLimited, 1, "homeroom sweep: 3 failed", "no such key"), "says none of"


def resumed(said, done=("done", "done", "failed")):
    with tempfile.TemporaryDirectory() as base:
        folder = pathlib.Path(base)
        (folder / "out").mkdir()
        with sqlite3.connect(folder / "out" / "shard-1-of-1.sqlite") as store:
            store.execute("CREATE TABLE runs (run INTEGER PRIMARY KEY, status TEXT, failure TEXT)")
            store.executemany("INSERT INTO runs (status, failure) VALUES (?, 'out of memory')", [(one,) for one in done])
        store.close()
        assert judge.failures_in_stores(folder, WORK) == "\n".join("out of memory" for one in done if one == "failed")
        return judge.faults_of_resuming(ways.Ending(0, said, 1.0), judge.done_in_stores(folder, WORK))


def resuming_test():
    yield "found again", resumed("1 runs done, 2 were there already, 0 failed"), None
    yield "lived once more", resumed("3 runs done, 0 failed"), "of 2 finished runs 0 were found again"
    yield "found in two parts", resumed("1 were there already\n1 were there already"), None
    yield "nothing there", resumed("3 runs done", ()), None


def main():
    wrong = tried = 0
    for test in (left_test, ending_test, resuming_test):
        for name, faults, wanted in test():
            tried += 1
            seen = not faults if wanted is None else any(wanted in fault for fault in faults)
            if not seen:
                wrong += 1
                print(f"{test.__name__}, {name}: wanted {wanted or 'nothing'}, told is {faults}")
    print(f"{tried - wrong} of {tried} plantings seen for what they are")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
