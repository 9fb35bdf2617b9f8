#!/usr/bin/env python3
"""homeroom import: whatever stands in lists of 128 MiB, it ends within 5 s of processor time and 1 GiB
(docs/hostile_input.md).

    tests/app/large_lists.py PROGRAM [--mebibytes N]
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

HEAD = b"Academic Year,County Code,District Code,School Code,School Name,Low Grade,High Grade,Enrollment K12,FRPM Count K12\n"
WIDE = (b"School Code,School Name,School Type,District Name,District Code,K_Enrollment,1_Enrollment,"
        b"9_Enrollment,TOTAL_Enrollment,% African American,% Asian,% Hispanic,% White,Economically "
        b"Disadvantaged,Level\n")
DIRECTORY = b"SCHOOL_YEAR,NCESSCH,LEAID,SCH_NAME,LEA_NAME,GSLO,GSHI,SY_STATUS,CHARTER_TEXT\n"
GOOD = b"2014-2015,19,64733,0100289,Elm,K,12,60,45\n"


def rows(size, head, row):
    """The head and as many rows as fit; `row` makes one of a number."""
    return head + b"".join(row(i) for i in range(size // len(row(10**6))))[:size]


def repeated(size, head, text):
    return head + text * (size // len(text))


SHAPES = {
    "schools of one city": lambda n: rows(
        n, HEAD, lambda i: b"2014-2015,19,64733,%07d,S,K,12,60,45\n" % i),
    "a district a row": lambda n: rows(n, DIRECTORY, lambda i: b",%012d,%07d,,,KG,5,1,No\n" % (i, i)),
    "a million districts": lambda n: rows(
        min(n, 10**6 * 31), DIRECTORY, lambda i: b",%012d,%07d,,,KG,5,1,No\n" % (i, i)),
    "a hundred thousand schools": lambda n: rows(
        min(n, 99990 * 38), HEAD, lambda i: b"2014-2015,19,64733,%07d,S,K,12,60,45\n" % i),
    "a map of ids without end": lambda n: rows(
        min(n, 59990 * 38), HEAD, lambda i: b"2014-2015,19,64733,%07d,S,K,12,60,45\n" % i),
    "empty cells": lambda n: repeated(n, WIDE, b"," * 14 + b"\n"),
    "one letter a row": lambda n: repeated(n, HEAD, b"a\n"),
    "ids that repeat": lambda n: repeated(n, HEAD, GOOD),
    "bad bytes": lambda n: repeated(n, HEAD, b"\xe9\n"),
    "one endless line of bad bytes": lambda n: repeated(n, HEAD, b"\xe9"),
    "quotes that never close": lambda n: repeated(n, HEAD, b'"a""b\n'),
    "an open quote": lambda n: HEAD + b'"' + b"a\n" * (n // 2),
    "stray quotes": lambda n: repeated(n, HEAD, b'a"b\n'),
    "empty lines": lambda n: repeated(n, HEAD, b"\n"),
    "NUL bytes": lambda n: bytes(n),
    "numbers that are none": lambda n: repeated(n, HEAD, b"2014-2015,19,64733,01,E,x,y,z,w\n"),
    "UTF-16": lambda n: rows(n // 2, HEAD, lambda i: b"2014-2015,19,64733,%07d,S,K,12,60,45\n" % i)
    .decode("ascii").encode("utf-16"),
    "one column name over and over": lambda n: repeated(n, b"", b"School Code,") + b"\n" + GOOD,
    "sites without end": lambda n: rows(n - 4096, b"SCH_ID,X,Y\n", lambda i: b"%07d,-71,42\n" % i),
}
# Beside a list of one school, or beside the list.
BESIDE = {
    "sites without end": (["good.csv", "--locations", "list.csv"], HEAD + GOOD),
    "a map of ids without end": (["list.csv", "--map", "map.toml"], b'[[rule]]\nzone = "z"\nid = [%s]\n' % b",".join(
        b'"1964733%07d"' % i for i in range(0, 2 * 10**5))),
}
MOST_SECONDS, MOST_KIBIBYTES = 5.0, 1 << 20


def import_list(program, folder, name, text):
    """Exit status, processor time, memory (KiB) and what is said of a list."""
    lists, beside = BESIDE.get(name, (["list.csv"], b""))
    (folder / "list.csv").write_bytes(text)
    (folder / ("map.toml" if "--map" in lists else "good.csv")).write_bytes(beside)
    with open(folder / "said", "wb") as said:
        child = subprocess.Popen([program, "import", *lists, "--lenient", "-o", "place.toml"], cwd=folder,
                                 stdout=said, stderr=said,
                                 preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (60, 60)))
        _, status, used = os.wait4(child.pid, 0)
    return (os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss,
            (folder / "said").read_text(errors="replace"))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--mebibytes", type=int, default=127)
    asked = parser.parse_args()
    program, failures = asked.program.resolve(), 0
    with tempfile.TemporaryDirectory() as made:
        for name, text_of in SHAPES.items():
            text = text_of(asked.mebibytes << 20)
            status, seconds, kibibytes, said = import_list(program, pathlib.Path(made), name, text)
            del text
            print(f"{name}: status {status}, {seconds:.1f} s, {kibibytes >> 10} MiB: {said[:90]!r}", flush=True)
            wrong = [words for words, is_so in (
                (f"exit status {status}", status not in (0, 2)),
                ("nothing is said", not said.strip()),
                ("says more than 1 MiB", len(said) > 1 << 20),
                ("more than 5 s", seconds > MOST_SECONDS),
                ("more than 1 GiB", kibibytes > MOST_KIBIBYTES)) if is_so]
            for words in wrong:
                print(f"FAILED: {name}: {words}", file=sys.stderr)
            failures += len(wrong)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
