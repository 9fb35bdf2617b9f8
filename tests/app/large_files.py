#!/usr/bin/env python3
"""Whatever stands in a file that is as large as it may be, the program ends within 5 s of processor time and 1 GiB
(docs/hostile_input.md): official lists of 127 MiB, scenarios and designs of 4 MiB.

    tests/app/large_files.py PROGRAM [NAME...]      NAME: only shapes whose name holds it
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LIST, SCENARIO = 127 << 20, (4 << 20) - 64
MOST_SECONDS, MOST_KIBIBYTES = 5.0, 1 << 20
GIVEN_UP = 2 << 30  # bytes of data, so that a regression leaves the machine whole

HEAD = (b"Academic Year,County Code,District Code,School Code,School Name,Low Grade,High Grade,Enrollment K12,"
        b"FRPM Count K12\n")
WIDE = (b"School Code,School Name,School Type,District Name,District Code,K_Enrollment,1_Enrollment,"
        b"9_Enrollment,TOTAL_Enrollment,% African American,% Asian,% Hispanic,% White,Economically "
        b"Disadvantaged,Level\n")
DIRECTORY = b"SCHOOL_YEAR,NCESSCH,LEAID,SCH_NAME,LEA_NAME,GSLO,GSHI,SY_STATUS,CHARTER_TEXT\n"
GOOD = b"2014-2015,19,64733,0100289,Elm,K,12,60,45\n"
BOSTON = f'extends = "{ROOT}/scenarios/boston.toml"\n'.encode()
DESIGN = (f'name = "large"\ndescription = "?"\nscenarios = ["{ROOT}/scenarios/small_elected.toml"]\nreplicates = 1\n'
          'outcomes = ["district.proficiency_math@last"]\n').encode()


def rows(size, head, row, most=10**9):
    """The head and as many rows as fit, at most so many; `row` makes one of a number."""
    return head + b"".join(row(i) for i in range(min(most, (size - len(head)) // len(row(10**6)))))


def filled(size, head, text, end=b""):
    return head + text * ((size - len(head) - len(end)) // len(text)) + end


def school(i, name=b"S"):
    return b"2014-2015,19,64733,%07d,%s,K,12,60,45\n" % (i, name)


IMPORT = ["import", "list.csv", "--lenient", "-o", "place.toml"]
MAPPED = ["import", "list.csv", "--map", "map.toml", "--lenient", "-o", "place.toml"]
SITED = ["import", "good.csv", "--locations", "list.csv", "--lenient", "-o", "place.toml"]
CHECK, DRY = ["check", "large.toml"], ["sweep", "large.toml", "--dry-run", "-o", "none"]
IDS = b'[[rule]]\nzone = "z"\nid = [%s]\n' % b",".join(b'"1964733%07d"' % i for i in range(2 * 10**5))



def folder_of(name, files, text):
    """A scenario that extends a folder of so many equal files."""
    return {"large.toml": BOSTON.replace(b"\n", b"").replace(b"extends = ", b"extends = [") + b', "%s"]\n' % name.encode(),
            **{f"{name}/{i:02d}.toml": text for i in range(files)}}


# name: (command, file, its content or files with theirs, what is said, exit status)
SHAPES = {
    "schools of one city": (IMPORT, "list.csv", lambda: rows(LIST, HEAD, school), "at most 1000000", 2),
    "a hundred thousand schools": (IMPORT, "list.csv", lambda: rows(LIST, HEAD, school, 99999), "at most 60000", 2),
    "sixty thousand schools": (IMPORT, "list.csv", lambda: rows(LIST, HEAD, school, 59999), "at most 4 MiB", 2),
    "a district a row": (IMPORT, "list.csv", lambda: rows(
        LIST, DIRECTORY, lambda i: b",%012d,%07d,,,KG,5,1,No\n" % (i, i)), "at most 1000000", 2),
    "a million districts": (IMPORT, "list.csv", lambda: rows(
        LIST, DIRECTORY, lambda i: b",%012d,%07d,,,KG,5,1,No\n" % (i, i), 999999), "holds 999999 districts", 2),
    "a school year a row": (IMPORT, "list.csv", lambda: rows(
        LIST, HEAD, lambda i: b"%04d,19,64733,%07d,S,K,12,60,45\n" % (1000 + i % 9000, i), 59999),
        "is not that of most rows", 0),
    "endless names": (IMPORT, "list.csv", lambda: rows(
        LIST, HEAD, lambda i: school(i, b"N" * 2300), 19999), "is longer than 500 bytes", 0),
    "endless names in bad bytes": (IMPORT, "list.csv", lambda: rows(
        LIST, HEAD, lambda i: school(i, b"\x80" * 2300), 59999), "of UTF-8 (allowed: at most 128 MiB)", 2),
    "names of 300,000 bytes": (IMPORT, "list.csv", lambda: rows(
        LIST, HEAD, lambda i: school(i, b"N" * 300000)), "is longer than 500 bytes", 0),
    "empty cells": (IMPORT, "list.csv", lambda: filled(LIST, WIDE, b"," * 14 + b"\n"), "at most 1000000", 2),
    "one letter a row": (IMPORT, "list.csv", lambda: filled(LIST, HEAD, b"a\n"), "no row that can be read", 2),
    "ids that repeat": (IMPORT, "list.csv", lambda: filled(LIST, HEAD, GOOD), "at most 1000000", 2),
    "bad bytes": (IMPORT, "list.csv", lambda: filled(LIST, HEAD, b"\xe9\n"), "of UTF-8", 2),
    "fewer bad bytes": (IMPORT, "list.csv", lambda: filled(LIST // 3 * 2, HEAD, b"\xe9\n"), "no row that can be read", 2),
    "one endless line of bad bytes": (IMPORT, "list.csv", lambda: filled(LIST // 2, HEAD, b"\xe9"),
                                      "no row that can be read", 2),
    "quotes that never close": (IMPORT, "list.csv", lambda: filled(LIST, HEAD, b'"a""b\n'), "no row that can be read", 2),
    "an open quote": (IMPORT, "list.csv", lambda: filled(LIST, HEAD + b'"', b"a\n"), "no row that can be read", 2),
    "stray quotes": (IMPORT, "list.csv", lambda: filled(LIST, HEAD, b'a"b\n'), "no row that can be read", 2),
    "empty lines": (IMPORT, "list.csv", lambda: filled(LIST, HEAD, b"\n"), "no row that can be read", 2),
    "NUL bytes": (IMPORT, "list.csv", lambda: bytes(LIST), "no header that can be read", 2),
    "numbers that are none": (IMPORT, "list.csv", lambda: filled(LIST, HEAD, b"2014-2015,19,64733,01,E,x,y,z,w\n"),
                              "at most 1000000", 2),
    "UTF-16": (IMPORT, "list.csv", lambda: rows(LIST // 2, HEAD, school).decode().encode("utf-16"), "at most 1000000", 2),
    "UTF-16 of wide letters": (IMPORT, "list.csv", lambda: rows(
        LIST // 3, HEAD, lambda i: school(i, "語".encode() * 100)).decode().encode("utf-16"), "has more than 100000 rows", 2),
    "one column name over and over": (IMPORT, "list.csv", lambda: filled(LIST, b"", b"School Code,", b"\n" + GOOD),
                                      "is no list whose columns are known", 2),
    "sites without end": (SITED, "list.csv", lambda: rows(
        LIST - 4096, b"SCH_ID,X,Y\n", lambda i: b"%07d,-71,42\n" % i), "is of none of the schools", 0),
    "a map of ids without end": (MAPPED, "list.csv", lambda: rows(LIST, HEAD, school, 9999),
                                 "no school that is taken has the id", 0),
    "models": (CHECK, "large.toml", lambda: rows(SCENARIO, BOSTON, lambda i: b"[models.m%d]\n" % i), "holds", 2),
    "listed schools": (CHECK, "large.toml", lambda: filled(SCENARIO, BOSTON, b"[[place.school_list]]\n"), "at most 60000", 2),
    "groups of schools": (CHECK, "large.toml", lambda: filled(SCENARIO, BOSTON, b"[[place.schools]]\n"), "at most 1000", 2),
    "selections": (CHECK, "large.toml", lambda: filled(SCENARIO, BOSTON, b"[[law.selections]]\n"), "at most 1000", 2),
    "classes of districts": (CHECK, "large.toml", lambda: filled(SCENARIO, BOSTON, b"[[nation.classes]]\n"),
                             "at most 1000", 2),
    "unknown keys": (CHECK, "large.toml", lambda: rows(SCENARIO, BOSTON, lambda i: b"a%d=1\n" % i), "more faults", 2),
    "dates of a lever": (CHECK, "large.toml", lambda: BOSTON + b"[law.choice]\nlist_length = { " + b", ".join(
        b'"+%d" = 1' % i for i in range(250000)) + b" }\n", "list_length", 2),
    "a title without end": (CHECK, "large.toml", lambda: BOSTON + b'description = "' + b"a" * (SCENARIO - 200) + b'"\n',
                            "no faults", 0),
    "remarks": (CHECK, "large.toml", lambda: filled(SCENARIO, BOSTON, b"#\n"), "no faults", 0),
    "a folder of large files": (CHECK, "large.toml", lambda: folder_of(
        "full", 16, b"x = [" + b"0," * 900000 + b"]\n"), "asks for more than 16 MiB", 2),
    "a folder of files that extend it": (CHECK, "large.toml", lambda: folder_of(
        "ring", 16, b'extends = "."\n#' + b"." * 13000 + b"\n"), "bases go in a circle", 2),
    "values of a factor": (DRY, "large.toml", lambda: DESIGN + b'[design]\nmethod = "grid"\n[[factors]]\n'
                           b'key = "nature.learning.leadership"\nvalues = [' + b",".join(
                               b"0.05%06d" % i for i in range(100000)) + b"]\n", "100000 points", 0),
    "more values of a factor": (DRY, "large.toml", lambda: DESIGN + b'[design]\nmethod = "grid"\n[[factors]]\n'
                                b'key = "nature.learning.leadership"\nvalues = [' + b",".join(
                                    b"0.05%06d" % i for i in range(300000)) + b"]\n", "at most 100000", 2),
    "factors": (DRY, "large.toml", lambda: rows(SCENARIO, DESIGN + b'[design]\nmethod = "grid"\n', lambda i: b'[[factors]]\nname = "f%d"\n'
                b'key = "nature.learning.leadership"\nvalues = [0.05]\n' % i), "fault", 2),
}


def ended(program, folder, command):
    """Exit status, processor time, memory (KiB) and what is said."""
    def limited():
        resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
        resource.setrlimit(resource.RLIMIT_DATA, (GIVEN_UP, GIVEN_UP))
    with open(folder / "said", "wb") as said:
        child = subprocess.Popen([program, *command], cwd=folder, stdout=said, stderr=said, preexec_fn=limited)
        _, status, used = os.wait4(child.pid, 0)
    return (os.waitstatus_to_exitcode(status), used.ru_utime + used.ru_stime, used.ru_maxrss,
            (folder / "said").read_text(errors="replace"))


def main():
    program, names = pathlib.Path(sys.argv[1]).resolve(), sys.argv[2:]
    failures = 0
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        (folder / "good.csv").write_bytes(HEAD + GOOD)
        (folder / "map.toml").write_bytes(IDS)
        for name, (command, file, content, words, expected) in SHAPES.items():
            if names and not any(one in name for one in names):
                continue
            written = content()
            for path, text in (written if isinstance(written, dict) else {file: written}).items():
                (folder / path).parent.mkdir(exist_ok=True)
                (folder / path).write_bytes(text)
            status, seconds, kibibytes, said = ended(program, folder, command)
            print(f"{name}: status {status}, {seconds:.1f} s, {kibibytes >> 10} MiB", flush=True)
            wrong = [fault for fault, is_so in (
                (f"exit status {status}, not {expected}", status != expected),
                (f"no word of '{words}' in: {said[:500]}", words not in said),
                ("says more than 1 MiB", len(said) > 1 << 20),
                ("more than 5 s", seconds > MOST_SECONDS),
                ("more than 1 GiB", kibibytes > MOST_KIBIBYTES)) if is_so]
            for fault in wrong:
                print(f"FAILED: {name}: {fault}", file=sys.stderr)
            failures += len(wrong)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
