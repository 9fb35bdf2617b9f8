"""The measured section of docs/performance.md: everything between its marks is written here."""
import datetime
import os
import subprocess

import bandwidth
import chapters
import predictions
import runs
import sizes
import threads

PAGE = f"{runs.ROOT}/docs/performance.md"
BEGIN, END = "<!-- measured by scripts/bench --write: begin -->", "<!-- measured: end -->"


def compiler():
    """Of the build, as CMake's memory has it."""
    with open(f"{runs.ROOT}/build/CMakeCache.txt") as cache:
        name = next(line.split("=", 1)[1].strip() for line in cache
                    if line.startswith("CMAKE_CXX_COMPILER:"))
    return subprocess.run([name, "--version"], check=True, capture_output=True,
                          text=True).stdout.splitlines()[0]


def revision():
    return subprocess.run(["git", "-C", runs.ROOT, "describe", "--always", "--dirty=+"],
                          capture_output=True, text=True).stdout.strip() or "unknown"


def section(program, rounds, whole):
    load = os.getloadavg()[0]
    parts = [
        ("Time by chapter", chapters.report(program, rounds)),
        ("Growth with size", sizes.report(program, rounds, whole)),
        ("Threads", threads.report(program, rounds)),
        ("Against the limit of memory", bandwidth.report(program, rounds)),
        ("What the dry run predicts", predictions.report(program, whole))]
    head = (f"Made by `scripts/bench --write` on {datetime.date.today():%d %B %Y}: revision {revision()}, "
            f"{compiler()}, {os.cpu_count()} processors ({runs.processor_name()}), the lowest of "
            f"{rounds} run{'' if rounds == 1 else 's'} in turns, but one of the whole nation and "
            f"of each prediction. Other programs kept {load:.1f} processors busy when it began. "
            "A report: no test holds its values.\n\n")
    return head + "\n".join(f"### {name}\n\n{text}" for name, text in parts)


def refuse_changed_tree():
    """What stands on the page must be of a revision that others can look at."""
    changed = subprocess.run(["git", "-C", runs.ROOT, "status", "--porcelain", "--untracked-files=no"],
                             capture_output=True, text=True).stdout.split("\n")
    changed = [line[3:] for line in changed if line]
    if changed:
        raise SystemExit(f"bench: --write: files differ from the last commit ({', '.join(changed[:3])}"
                         f"{', ...' if len(changed) > 3 else ''}); commit them first, so that the page "
                         "names what was measured")


def write(program, rounds, whole):
    refuse_changed_tree()
    with open(PAGE) as page:
        text = page.read()
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    new = f"{before}{BEGIN}\n{section(program, rounds, whole)}\n{END}{after}"
    with open(PAGE, "w") as page:
        page.write(new)
