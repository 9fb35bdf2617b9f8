"""The program against the limit of memory: what one pass of every chapter over its columns moves,
how fast memory is, and how much of a year such passes would take."""
import subprocess

import runs
from tables import markdown, short

# Columns that no cache holds: those of a small district would be read from it again and again.
RUN = ("los_angeles", "--replicates", 1)


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
            "\nBytes per student-year of one pass of each chapter over its columns "
            "(`tests/bench/bandwidth/moved_bytes.cpp`), in a city whose columns no cache holds: "
            "chapters that keep theirs in the cache move fewer, those that go over them twice more.\n\n")
    rows = []
    for threads in (1, 2):
        took = min((runs.take(program, *RUN, "--threads", threads) for _ in range(rounds)),
                   key=lambda one: one.wall)
        best = 1e9 * total / triad[threads]
        spent = 1e9 * took.wall / took.student_years
        rows.append((str(threads), short(triad[threads] / 1e9), short(best), short(spent),
                     f"{100 * best / spent:.1f} %"))
    return text + markdown(
        ("threads", "triad [GB/s]", "time of these passes [ns per student-year]",
         f"{' '.join(map(str, RUN))} [ns, wall]", "bytes of one pass per chapter over time, of the triad's"), rows)


if __name__ == "__main__":
    print(report(runs.built()))
