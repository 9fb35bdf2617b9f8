"""Nanoseconds of one core per student-year by chapter, and bytes per child."""
import re

import runs
from tables import markdown, short

RUNS = {"Boston": ("boston", "--replicates", 2),
        "Los Angeles": ("los_angeles", "--replicates", 1),
        "300 districts": ("national", "--replicates", 1, "--set", "nation.districts=300")}
FOUNDED = "founding, tables, start"


def processor_times(took):
    """Nanoseconds per student-year by chapter. The program tells chapters by the wall's clock; on
    one thread the processor's share of it is the same in all of them, as far as can be told."""
    scale = 1e9 * took.processor / took.wall / took.student_years
    times = {chapter: scale * seconds for chapter, seconds in took.chapters.items()}
    times.pop("founding", None)  # told apart in a nation alone
    times["the year"] = sum(times.values())
    times["the whole program"] = 1e9 * took.processor / took.student_years
    times[FOUNDED] = times["the whole program"] - times["the year"]
    return times


def report(program, rounds=3):
    """The lowest of the rounds, chapter by chapter; runs take turns."""
    lowest, peaks = {name: {} for name in RUNS}, {}
    for _ in range(rounds):
        for name, run in RUNS.items():
            took = runs.take(program, *run, "--threads", 1)
            for chapter, time in processor_times(took).items():
                lowest[name][chapter] = min(time, lowest[name].get(chapter, float("inf")))
            peaks[name] = min(took.memory, peaks.get(name, float("inf")))
    chapters = [key for key in lowest["Boston"] if key not in (FOUNDED, "the year", "the whole program")]
    rows = [(chapter, *(short(lowest[name][chapter]) for name in RUNS))
            for chapter in chapters + [FOUNDED]]
    rows += [(f"**{what}**", *(f"**{short(lowest[name][what])}**" for name in RUNS))
             for what in ("the year", "the whole program")]
    children = {name: float(re.search(r"^memory(?:_nation)?_student +(\S+)",
                                      runs.planned_text(program, *run, "--threads", 1), re.M)[1])
                for name, run in RUNS.items()}
    rows.append(("bytes of memory per child, program included",
                 *(short(peaks[name] / children[name]) for name in RUNS)))
    return markdown(("chapter [ns per student-year, one thread]", *RUNS), rows)


if __name__ == "__main__":
    print(report(runs.built()))
