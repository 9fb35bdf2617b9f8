"""What --dry-run predicts against what runs take: time, memory and disk."""
import tempfile

import runs
from coefficients import fits
from tables import markdown, short

SEVERAL = [
    ("boston", "--replicates", 20),
    ("boston", "--replicates", 2, "--students"),
    ("memphis", "--replicates", 5, "--threads", 1),
    ("indianapolis", "--replicates", 4, "--years", 5, "--students"),
    ("los_angeles", "--replicates", 1),
    ("national", "--replicates", 1, "--set", "nation.districts=300"),
    ("national", "--replicates", 1, "--set", "nation.districts=1500", "--years", 2, "--set",
     "run.burn_in_years=2", "--streamed", "--schools"),
    ("maroulis_2016", "--replicates", 4),
    ("memphis", "--replicates", 3, "--students", "--years", 6),
    ("small_elected", "--replicates", 2, "--years", 100),
    ("national", "--set", "nation.districts=30", "--replicates", 20),
    ("national", "--set", "nation.districts=30", "--replicates", 60),
    ("compare boston", "--ladder", "steps", "--replicates", 6),
    ("compare denver", "--policy", "R6", "--replicates", 3, "--threads", 1)]
WHOLE = [("national", "--replicates", 1, "--streamed"), ("national", "--replicates", 1)]
KEPT = ("boston", "--replicates", 10)
MEBIBYTE = 1048576.0
HEADS = ("run", "in the fit", "wall [s]", "predicted", "processor [s]", "predicted", "memory [MiB]", "predicted",
         "disk [MiB]", "predicted")


def compared(program, run, cities=None):
    """Facts of a run, and prediction over fact: wall time, processor time, memory, disk."""
    keep = ("--keep-burn-ins", cities) if cities else ()
    told = runs.planned(program, *run, *keep)
    before = runs.bytes_in(cities) if cities else 0.0
    took = runs.take(program, *run, *keep)
    left = runs.bytes_in(cities) - before if cities else 0.0
    facts = (took.wall, took.processor, took.memory, took.disk + left)
    return facts, [prediction / fact for prediction, fact in zip(told, facts)]


def row(name, found, in_fit):
    facts, ratios = found
    scaled = (facts[0], facts[1], facts[2] / MEBIBYTE, facts[3] / MEBIBYTE)
    cells = [cell for fact, ratio in zip(scaled, ratios) for cell in (short(fact), f"x {ratio:.2f}")]
    return (name, "yes" if in_fit else "no", *cells)


def report(program, whole=False):
    """A row for each run; `whole` runs the whole nation as well."""
    rows = [row(" ".join(map(str, run)), compared(program, run), fits(run))
            for run in SEVERAL + (WHOLE if whole else [])]
    with tempfile.TemporaryDirectory(prefix="homeroom_measure_") as cities:
        for what in ("leaves", "begins from"):
            rows.append(row(f"{' '.join(map(str, KEPT))}, {what} kept cities",
                            compared(program, KEPT, cities), False))
    return (markdown(HEADS, rows) + "\nPredicted is the multiple of the fact that --dry-run told "
            "before the run (wanted: x .75 to x 1.25); runs in the fit are among those that its "
            "coefficients were measured on, with these threads or fewer. Neighbours on the machine make wall time "
            "longer than it foresees.\n")


if __name__ == "__main__":
    print(report(runs.built()))
