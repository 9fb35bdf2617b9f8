"""What a second thread is worth, and what it takes no part in."""
import runs
from tables import markdown, short

ALONE = ("los_angeles", "--replicates", 1)
RUNS = [("boston", "--replicates", 20), ALONE,
        ("national", "--replicates", 1, "--set", "nation.districts=300")]
WANTED = {RUNS[0]: "1.8", ALONE: "1.5", RUNS[2]: "1.8"}


def best(program, rounds):
    """The quickest of the rounds by run and threads; runs take turns."""
    found = {}
    for _ in range(rounds):
        for run in RUNS:
            for threads in (1, 2):
                took = runs.take(program, *run, "--threads", threads)
                if (run, threads) not in found or took.wall < found[run, threads].wall:
                    found[run, threads] = took
    return found


def serial(one, two):
    """By Amdahl's law: what of the time of one thread the second takes no part in."""
    return min(one, max(0.0, 2 * two - one))


def parts(took):
    """Seconds by chapter; whatever is no chapter is founding, tables and the program's start."""
    return took.chapters | {"all else": took.wall - sum(took.chapters.values())}


def report(program, rounds=3):
    found = best(program, rounds)
    rows = []
    for run in RUNS:
        one, two = found[run, 1], found[run, 2]
        rows.append((" ".join(map(str, run)), short(one.wall), short(two.wall),
                     f"{one.wall / two.wall:.2f}", WANTED[run],
                     f"{two.processor / one.processor:.2f}"))
    text = markdown(("run", "one thread [s]", "two [s]", "ratio", "wanted",
                     "processor time, two over one"), rows)
    if runs.disturbed(found[RUNS[0], 2]):
        return text + ("\nOther programs took processors meanwhile: these ratios tell nothing of "
                       "threads, and what is serial cannot be told.\n")
    one, two = parts(found[ALONE, 1]), parts(found[ALONE, 2])
    whole = sum(one.values())
    rows = [(chapter, short(1e3 * seconds), short(1e3 * two[chapter]),
             short(1e3 * serial(seconds, two[chapter])),
             f"{100 * serial(seconds, two[chapter]) / whole:.1f} %")
            for chapter, seconds in one.items() if seconds > 0.005 * whole]
    return (text + "\nThe city alone, chapter by chapter; serial is what Amdahl's law makes of both "
            "times, its share that of the whole run on one thread:\n\n" +
            markdown(("chapter", "one thread [ms]", "two [ms]", "serial [ms]", "share"), rows))


if __name__ == "__main__":
    print(report(runs.built()))
