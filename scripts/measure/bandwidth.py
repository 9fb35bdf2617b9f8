"""The program against the limit of memory: what a year must move, how fast memory is, and what
share of that the program uses."""
import subprocess

import runs
from tables import markdown, short

RUN = ("national", "--replicates", 1, "--set", "nation.districts=300")


def machine():
    """Bytes per second by threads, and (chapter, read, written, sentence) of the year."""
    subprocess.run([f"{runs.ROOT}/scripts/build", "bench"], check=True)
    text = subprocess.run([f"{runs.ROOT}/build-bench/tests/bench/homeroom_bandwidth"], check=True,
                          capture_output=True, text=True).stdout
    lines = [line.split(" ", 4) for line in text.splitlines()]
    return ({int(line[1]): float(line[2]) for line in lines if line[0] == "triad"},
            [(line[1], float(line[2]), float(line[3]), line[4]) for line in lines
             if line[0] == "moved"])


def report(program, rounds=3):
    triad, moved = machine()
    total = sum(read + written for _, read, written, _ in moved)
    rows = [(chapter, says, short(read), short(written)) for chapter, read, written, says in moved]
    rows.append(("**year**", "", short(sum(m[1] for m in moved)), short(sum(m[2] for m in moved))))
    text = (markdown(("chapter", "why", "read [bytes]", "written [bytes]"), rows) +
            "\nBytes per student-year that must be moved at least, if every chapter streams its "
            "columns once (`tests/bench/bandwidth/moved_bytes.cpp`).\n\n")
    rows = []
    for threads in (1, 2):
        took = min((runs.take(program, *RUN, "--threads", threads) for _ in range(rounds)),
                   key=lambda one: one.wall)
        best = 1e9 * total / triad[threads]
        spent = 1e9 * took.wall / took.student_years
        rows.append((str(threads), short(triad[threads] / 1e9), short(best), short(spent),
                     f"{100 * best / spent:.1f} %"))
    return text + markdown(
        ("threads", "triad [GB/s]", "least time for these bytes [ns per student-year]",
         f"{' '.join(map(str, RUN))} [ns, wall]", "share of the bandwidth"), rows)


if __name__ == "__main__":
    print(report(runs.built()))
