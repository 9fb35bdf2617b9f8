"""How cost grows: with children, from 10,000 to those of the whole nation, with replicates and with
years. Processor time of one thread without the program's start; the lowest of the rounds."""
import re
import subprocess
import tomllib

import runs
from fit import exponent, line, slopes
from tables import markdown, short

TIMES = (2, 8, 32, 96)  # the invented city of 6,000 children, so many times
CITY_YEARS = 22
PARTS = (5, 10, 40, 160, 640, 2560)  # districts
SHORT, SHORT_YEARS = ("--years", 3, "--set", "run.burn_in_years=3"), 6
ALL = 13376
LEAST_STUDENT_YEARS = 1.5e6  # that a run lives, by more replicates where it is small


def scaled(program, scenario, times):
    """Options that make `times` of a city of groups: what `homeroom audit scale` multiplies."""
    text = subprocess.run([program, "explain", runs.path_of(scenario)], check=True,
                          capture_output=True, text=True).stdout
    tree = tomllib.loads(text)
    options = []

    def put(key, node):
        value = node["value"] if isinstance(node, dict) else node
        options.extend(("--set", f"{key}={value * times}"))

    for key in ("neighbourhoods", "area_km2", "opening_slots", "founder_queue"):
        put(f"place.{key}", tree["place"][key])
    for i, group in enumerate(tree["place"]["schools"]):
        put(f"place.schools.{i}.count", group["count"])
        put(f"place.schools.{i}.students", group["students"])
    return options


def start_of(program):
    """Seconds that the program takes before it lives anything, as its coefficients have it."""
    text = runs.planned_text(program, "small_elected")
    return float(re.search(r"^seconds_start +\S+ +\S+ +(\S+)", text, re.M)[1])


def lives_of(program, run):
    """Student-years of one replicate, as --dry-run counts them."""
    text = runs.planned_text(program, *run, "--replicates", 1)
    return 1e6 * float(re.search(r"([\d.]+) million student-years", text)[1])


def sizes(program, whole):
    """Name and run of each size, the small ones with several replicates."""
    found = [(f"{6000 * times:,} children in one city",
              ("small_elected", *scaled(program, "small_elected", times)), CITY_YEARS)
             for times in TIMES]
    found += [(f"{part:,} districts", ("national", "--set", f"nation.districts={part}", *SHORT),
               SHORT_YEARS) for part in PARTS + ((ALL,) if whole else ())]
    return [(name, (*run, "--replicates",
                    max(1, round(LEAST_STUDENT_YEARS / lives_of(program, run)))), years)
            for name, run, years in found]


class Cost:
    """Of one replicate, at best."""

    def __init__(self, name, run, years=1):
        self.name, self.run, self.replicates, self.years = name, run, run[-1], years
        self.seconds = self.memory = float("inf")

    def take(self, program, start):
        took = runs.take(program, *self.run, "--threads", 1)
        self.seconds = min(self.seconds, (took.processor - start) / self.replicates)
        self.memory = min(self.memory, took.memory)
        self.student_years = took.student_years / self.replicates
        self.students = self.student_years / self.years


def measured(program, rounds, costs):
    start = start_of(program)
    for _ in range(rounds):
        for cost in costs:
            # One round is enough of what takes half a minute.
            if cost.seconds == float("inf") or cost.seconds < 20:
                cost.take(program, start)
    return costs


def between(sizes, costs):
    """Exponents from each size to the next: a bend shows in them."""
    return ", ".join(f"{slope:.2f}" for slope in slopes(sizes, costs))


def said(what, slope):
    return f"{what}: {slope[0]:.3f} (standard error {slope[1]:.3f}, of bend as much as of noise)"


def growth_with_children(program, rounds, whole):
    costs = measured(program, rounds, [Cost(*size) for size in sizes(program, whole)])
    rows = [(cost.name, f"{cost.students:,.0f}", short(cost.seconds),
             short(1e9 * cost.seconds / cost.student_years), short(cost.memory / 2**20),
             short(cost.memory / cost.students)) for cost in costs]
    cities, parts = costs[:len(TIMES)], costs[len(TIMES):]

    def slope(groups):
        return exponent([[cost.students for cost in group] for group in groups],
                        [[cost.seconds for cost in group] for group in groups])

    heads = (f"{CITY_YEARS} years of a city, {SHORT_YEARS} of districts", "children",
             "processor time [s]", "ns per student-year", "peak memory [MiB]",
             "bytes per child, program included")
    return (markdown(heads, rows) + "\nExponent of cost in the number of children, by least squares "
            "on logarithms (wanted: at most 1.05): " +
            "; ".join((said("one city", slope([cities])), said("districts", slope([parts])),
                       said("both, each with a level of its own", slope([cities, parts])))) +
            ". From each size to the next: " +
            "; ".join(f"{what}: {between([c.students for c in group], [c.seconds for c in group])}"
                      for what, group in (("one city", cities), ("districts", parts))) + ".\n")


def growth_with(program, rounds, what, runs_of):
    """`runs_of`: how many, and the run."""
    costs = [Cost(str(many), (*run, "--replicates", 1) if what == "years" else run)
             for many, run in runs_of]
    measured(program, rounds, costs)
    totals = [cost.seconds * cost.replicates for cost in costs]
    many = [one for one, _ in runs_of]
    constant, each = line(many, totals)
    return (f"{what}: {1e3 * constant:.0f} ms and {1e3 * each:.1f} ms each (" +
            ", ".join(f"{cost.name} {total:.2f} s" for cost, total in zip(costs, totals)) +
            f"), exponents from each to the next {between(many, totals)}")


def report(program, rounds=3, whole=False):
    replicates = [(n, ("boston", "--years", 3, "--set", "run.burn_in_years=3", "--replicates", n))
                  for n in (1, 2, 4, 8, 16)]
    years = [(n, ("boston", "--years", n, "--set", "run.burn_in_years=0")) for n in (5, 10, 20, 40)]
    return (growth_with_children(program, rounds, whole) +
            "\nReplicates and years of Boston, founding included, as lines (relative least squares): " +
            growth_with(program, rounds, "replicates", replicates) + "; " +
            growth_with(program, rounds, "years", years) + ".\n")


if __name__ == "__main__":
    print(report(runs.built()))
