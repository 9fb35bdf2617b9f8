"""What the program's --dry-run predicts with: measures it here and writes app/measured_costs.hpp.

Counts come from the program itself (`run --dry-run --timing`), so that what is fitted is what it
multiplies. Each run is measured in turns with the others; the lowest of the rounds counts.
"""
import datetime
import json
import re
import tempfile

import runs
from fit import nonnegative

HEADER = f"{runs.ROOT}/app/measured_costs.hpp"
STRUCT = f"{runs.ROOT}/app/cost_coefficients.hpp"
KEPT = f"{runs.ROOT}/build/measured_runs.json"
PART = re.compile(r"(\w+) +(\S+) +(\S+) +(\S+) (s|bytes of memory|bytes on disk)$")
BURN = ("--set", "run.burn_in_years=3")
PART_OF_NATION = ("national", "--replicates", 1, "--set")

CITIES = [
    ("small_elected", "--replicates", 1), ("small_elected", "--replicates", 10),
    ("springfield", "--replicates", 2), ("indianapolis", "--replicates", 2),
    ("denver", "--replicates", 1), ("memphis", "--replicates", 1), ("boston", "--replicates", 2),
    ("boston", "--replicates", 1, "--years", 1, *BURN), ("los_angeles", "--replicates", 1),
    ("los_angeles", "--replicates", 1, "--years", 1, *BURN),
    ("small_zone", "--replicates", 60, "--years", 1, "--set", "run.burn_in_years=0"),
    ("memphis", "--replicates", 4, "--years", 1, "--set", "run.burn_in_years=0"),
    ("boston", "--replicates", 6, "--years", 1, "--set", "run.burn_in_years=0"),
    ("springfield", "--replicates", 1, "--students"),
    ("boston", "--replicates", 1, "--students", "--years", 4),
    ("denver", "--replicates", 1, "--students", "--years", 2),
    ("indianapolis", "--replicates", 2, "--students", "--years", 1),
    ("los_angeles", "--replicates", 1, "--students", "--years", 1, *BURN),
    ("boston", "--replicates", 4, "--years", 2, "--threads", 2),
    ("boston", "--replicates", 20, "--threads", 2), ("memphis", "--replicates", 5),
    ("boston", "--replicates", 2, "--students", "--threads", 2),
    ("indianapolis", "--replicates", 4, "--years", 2, "--students", "--threads", 2)]
KEPT_CITIES = [
    ("small_elected", "--replicates", 10, "--years", 1, *BURN),
    ("boston", "--replicates", 10, "--years", 1, "--set", "run.burn_in_years=1"),
    ("boston", "--replicates", 6, "--years", 1, "--set", "run.burn_in_years=1", "--threads", 2),
    ("los_angeles", "--replicates", 1, "--years", 1, *BURN)]


def but(classes):
    """A nation in which of these classes of size there is one district each."""
    return [word for one in classes for word in ("--set", f"nation.classes.{one}.count=1")]


# Parts of the nation have all in proportion; nations of small or of large districts alone do not.
NATIONS = [
    (*PART_OF_NATION, "nation.districts=40", *but(range(3, 8)), "--years", 4, *BURN),
    (*PART_OF_NATION, "nation.districts=2000", *but(range(5)), "--years", 4, *BURN),
    (*PART_OF_NATION, "nation.districts=2000", *but(range(5)), "--years", 4, *BURN, "--streamed"),
    (*PART_OF_NATION, "nation.districts=60"), (*PART_OF_NATION, "nation.districts=300"),
    (*PART_OF_NATION, "nation.districts=300", "--years", 1, "--set", "run.burn_in_years=1"),
    (*PART_OF_NATION, "nation.districts=1000", "--years", 1, "--set", "run.burn_in_years=1"),
    (*PART_OF_NATION, "nation.districts=2500", "--years", 3, *BURN),
    (*PART_OF_NATION, "nation.districts=300", "--years", 3, *BURN, "--schools"),
    (*PART_OF_NATION, "nation.districts=300", "--years", 3, *BURN, "--streamed"),
    (*PART_OF_NATION, "nation.districts=2000", "--years", 2, "--set", "run.burn_in_years=0",
     "--streamed")]
# Fitted after the lives that they are made of.
COMPARISONS = [
    ("compare boston", "--policy", "R1", "--replicates", 6),
    ("compare boston", "--policy", "R1", "--replicates", 2, "--years", 3),
    ("compare boston", "--ladder", "steps", "--replicates", 2, "--years", 5),
    ("compare small_elected", "--ladder", "steps", "--replicates", 8),
    ("compare small_elected", "--policy", "R1", "--replicates", 60, "--years", 4, *BURN),
    ("compare springfield", "--policy", "R1", "--replicates", 16, "--years", 4, *BURN),
    ("compare springfield", "--policy", "R1", "--policy", "R6", "--replicates", 4),
    ("compare los_angeles", "--policy", "R1", "--replicates", 1, "--years", 2, *BURN),
    ("compare boston", "--policy", "R1", "--replicates", 6, "--threads", 2),
    ("compare boston", "--ladder", "steps", "--replicates", 4, "--years", 6, "--threads", 2)]
MOST_FITS = 5  # of memory
def fits(run):
    """True of a run that coefficients are measured on, whatever its threads."""
    return without_threads(run) in map(without_threads, CITIES + NATIONS + COMPARISONS)


def without_threads(run):
    if "--threads" not in run:
        return run
    at = run.index("--threads")
    return run[:at] + run[at + 2:]


UNITS = {"s": "seconds", "bytes of memory": "memory", "bytes on disk": "disk"}


class Measured:
    """One run, and what it took at best."""

    def __init__(self, run):
        self.run = run if "--threads" in run else (*run, "--threads", 1)
        self.seconds = self.memory = self.disk = float("inf")

    def take(self, program):
        self.add(runs.take(program, *self.run))

    def add(self, took, more_disk=0.0):
        self.seconds = min(self.seconds, took.processor)
        self.memory = min(self.memory, took.memory)
        self.disk = min(self.disk, took.disk + more_disk)


class Keeping(Measured):
    """A run that leaves its cities in a folder; counted with one that holds none."""

    def __init__(self, run):
        super().__init__(run)
        self.plain = self.run
        self.run = (*self.run, "--keep-burn-ins", "no_such_folder")

    def take(self, program):
        with tempfile.TemporaryDirectory(prefix="homeroom_measure_") as cities:
            took = runs.take(program, *self.plain, "--keep-burn-ins", cities)
            self.add(took, runs.bytes_in(cities))


def counts_of(program, run, target, keys):
    """Counts of one target by key, and the sum of what has no coefficient to be fitted."""
    counts, known = {}, 0.0
    for part in map(PART.match, runs.planned_text(program, *run).splitlines()):
        if part and UNITS[part[5]] == target:
            if part[1] in keys:
                counts[part[1]] = float(part[2])
            else:
                known += float(part[4])
    return counts, known


def fitted(program, measured, target, keys):
    """Coefficients of one target among these keys; what others make of the runs is known."""
    counted = [counts_of(program, one.run, target, keys) for one in measured]
    facts = [getattr(one, target) for one in measured]
    found = nonnegative([counts for counts, _ in counted],
                        [fact - known for fact, (_, known) in zip(facts, counted)], facts)
    for one, (counts, known), fact in zip(measured, counted, facts):
        ratio = (known + sum(found[key] * count for key, count in counts.items())) / fact
        if not 0.85 < ratio < 1.15:
            print(f"measure: {target} x {ratio:.2f}: {' '.join(map(str, one.run))}")
    return found


def measured_runs(program, rounds):
    """All runs, `rounds` times in turns, and the yardstick meanwhile."""
    every = [Measured(run) for run in CITIES + NATIONS + COMPARISONS] + [Keeping(run) for run in KEPT_CITIES]
    yardstick = float("inf")
    for turn in range(rounds):
        for one in every:
            one.take(program)
            yardstick = min(yardstick, runs.yardstick(program))
        print(f"measure: round {turn + 1} of {rounds} done", flush=True)
    return every, yardstick


def threads_lose(program, rounds):
    """Share of a city alone that one thread does, and what processor time gains by a neighbour.
    Nothing where another program took a core meanwhile: wall time then tells nothing."""
    alone, together = {1: [], 2: []}, {1: [], 2: []}
    for _ in range(rounds):
        for threads in (1, 2):
            alone[threads].append(runs.take(program, "los_angeles", "--replicates", 1, "--threads",
                                            threads))
            together[threads].append(runs.take(program, "boston", "--replicates", 6, "--threads",
                                               threads))
    two = min(together[2], key=lambda took: took.wall)
    if runs.disturbed(two):
        print("measure: the machine is busy: what threads lose is kept as it was")
        return {}
    crowding = max(1.0, two.processor / min(took.processor for took in together[1]))
    ratio = min(took.wall for took in alone[2]) / min(took.wall for took in alone[1])
    share = (ratio - crowding / 2) / (1 - crowding / 2)
    return {"serial_share": min(1.0, max(0.0, share)), "crowding": crowding}


def header(values):
    """The generated file with these values, in the order of their declaration."""
    lines = []
    with open(STRUCT) as struct:
        for kind, key in re.findall(r"^  (double|Coefficient) (\w+);", struct.read(), re.M):
            value = f"{values.get(key, 0.0):.4g}"
            lines.append(f"    .{key} = {value}," if kind == "double" else
                         f'    .{key} = {{"{key}", {value}}},')
    with open(HEADER) as before:
        top = before.read().split("// Measured:")[0]
    return (f"{top}// Measured: {datetime.date.today():%Y-%m-%d}, {runs.processor_name()}.\n"
            '#pragma once\n\n#include "app/cost_coefficients.hpp"\n\nnamespace homeroom::app::measured {\n\n'
            "inline constexpr Costs kCosts = {\n" + "\n".join(lines) +
            "\n};\n\n}  // namespace homeroom::app::measured\n")


def before():
    """What the file says now."""
    with open(HEADER) as file:
        return {key: float(value) for key, value in
                re.findall(r"^    \.(\w+) = (?:\{\"\w+\", )?([^,}]+)", file.read(), re.M)}


def remember(measured):
    """Keeps what was measured in the build, to be fitted once more without running anything."""
    with open(KEPT, "w") as file:
        json.dump([[one.run, one.seconds, one.memory, one.disk] for one in measured], file)


def fit_again():
    """Fits what was measured last, after a term of the prediction changed."""
    with open(KEPT) as file:
        told = json.load(file)
    measured = []
    for run, *figures in told:
        measured.append(Measured(run))
        measured[-1].seconds, measured[-1].memory, measured[-1].disk = figures
    return fit_and_write(runs.built(), measured, before(), declared())


def declared():
    """Keys of the coefficients that the program multiplies."""
    with open(STRUCT) as struct:
        return set(re.findall(r"^  Coefficient (\w+);", struct.read(), re.M))


def write(values):
    with open(HEADER, "w") as file:
        file.write(header(values))


def measure_and_write(rounds):
    program = runs.built()
    keys = declared()
    measured, yardstick = measured_runs(program, rounds)
    values = before() | {"yardstick": yardstick} | threads_lose(program, rounds)
    remember(measured)
    return fit_and_write(program, measured, values, keys)


def fit_and_write(program, measured, values, keys):
    """Fits runs, and with them comparisons, which live as runs do."""
    comparisons = [one for one in measured if one.run[0].startswith("compare ")]
    plain = [one for one in measured if one not in comparisons]
    compared = {key for key in keys if "_compared_" in key}
    fit_targets(program, plain, values, keys - compared)
    fit_targets(program, comparisons, values, compared)
    return "\n".join(f"{key:32} {values[key]:.4g}" for key in sorted(values))


def fit_targets(program, measured, values, keys):
    """Fits disk first: bytes of tables are what memory and time hang on. Which parts of memory make
    the peak hangs on the coefficients themselves, so that they are fitted until they stay."""
    for target in ("disk", "seconds", *("memory",) * MOST_FITS):
        before_it = header(values)
        values |= fitted(program, measured, target, keys)
        if target == "memory" and header(values) == before_it:
            return
        write(values)
        program = runs.built()
    print("measure: the coefficients of memory do not come to rest")
