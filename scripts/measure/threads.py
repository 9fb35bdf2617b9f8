"""What a second thread is worth, and what it takes no part in."""
import runs
from tables import markdown, short

ALONE = ("los_angeles", "--replicates", 1)
RUNS = [("boston", "--replicates", 20), ALONE,
        ("national", "--replicates", 1, "--set", "nation.districts=300")]
WANTED = {RUNS[0]: "1.8", ALONE: "1.5", RUNS[2]: "1.8"}


LEAST_ROUNDS = 5  # a city alone is quick, and its ratio differs from round to round


def in_turns(program, rounds):
    """What each round took, by run and threads; runs take turns."""
    found = {(run, threads): [] for run in RUNS for threads in (1, 2)}
    for _ in range(max(rounds, LEAST_ROUNDS)):
        for run, threads in found:
            found[run, threads].append(runs.take(program, *run, "--threads", threads))
    return found


def serial(one, two, crowding):
    """By Amdahl's law: what of the time of one thread the second takes no part in. What both do
    takes `crowding` times the processor time that one alone needs."""
    return one * min(1.0, max(0.0, (two / one - crowding / 2) / (1 - crowding / 2)))


def parts(took):
    """Seconds by chapter; whatever is no chapter is founding, tables and the program's start."""
    return took.chapters | {"all else": took.wall - sum(took.chapters.values())}


def report(program, rounds=3):
    every = in_turns(program, rounds)
    found = {key: min(took, key=lambda one: one.wall) for key, took in every.items()}
    rows = []
    for run in RUNS:
        one, two = found[run, 1], found[run, 2]
        ratios = sorted(a.wall / b.wall for a, b in zip(every[run, 1], every[run, 2]))
        rows.append((" ".join(map(str, run)), short(one.wall), short(two.wall),
                     f"{one.wall / two.wall:.2f}", f"{ratios[0]:.2f} to {ratios[-1]:.2f}",
                     WANTED[run], f"{two.processor / one.processor:.2f}"))
    text = markdown(("run", "one thread [s]", "two [s]", "ratio of the lowest", "of each round",
                     "wanted", "processor time, two over one"), rows)
    if runs.disturbed(found[RUNS[0], 2]):
        return text + ("\nOther programs took processors meanwhile: these ratios tell nothing of "
                       "threads, and what is serial cannot be told.\n")
    one, two = parts(found[ALONE, 1]), parts(found[ALONE, 2])
    whole = sum(one.values())
    crowding = found[ALONE, 2].processor / found[ALONE, 1].processor
    lost = {chapter: serial(seconds, two[chapter], crowding) for chapter, seconds in one.items()
            if seconds > 0.005 * whole}
    rows = [(chapter, short(1e3 * seconds), short(1e3 * two[chapter]),
             short(1e3 * lost[chapter]), f"{100 * lost[chapter] / whole:.1f} %")
            for chapter, seconds in one.items() if chapter in lost]
    sum_of_lost = sum(lost.values())
    rows.append(("**all**", short(1e3 * whole), short(1e3 * sum(two.values())),
                 short(1e3 * sum_of_lost), f"{100 * sum_of_lost / whole:.1f} %"))
    return (text + "\nThe city alone, chapter by chapter; serial is what Amdahl's law makes of both "
            "times and of the processor time that two threads need more than one, its share that of "
            "the whole run on one thread:\n\n" +
            markdown(("chapter", "one thread [ms]", "two [ms]", "serial [ms]", "share"), rows))


if __name__ == "__main__":
    print(report(runs.built()))
