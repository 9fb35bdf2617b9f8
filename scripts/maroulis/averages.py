"""Means over replicates and their errors."""
import collections
import csv
import math
import statistics

# Two-sided 95 % points of Student's t, degrees of freedom 1 to 30.
STUDENT = (12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179,
           2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086, 2.080, 2.074, 2.069, 2.064,
           2.060, 2.056, 2.052, 2.048, 2.045, 2.042)


def weighted_mean(pairs):
    return sum(weight * value for weight, value in pairs) / sum(weight for weight, _ in pairs)


def pooled(pairs):
    """Mean over replicates by the children compared in each, since a small lottery says little; its
    standard error, by leaving out one replicate after the other; half of its 95 % interval."""
    n = len(pairs)
    without = [weighted_mean(pairs[:i] + pairs[i + 1:]) for i in range(n)]
    error = math.sqrt((n - 1) / n * sum((one - statistics.fmean(without)) ** 2 for one in without))
    return weighted_mean(pairs), error, STUDENT[min(n - 1, len(STUDENT)) - 1] * error


def summed(table):
    """[seats, participation, design, outcome, mean, error, half, replicates] of what `estimate`
    wrote, over replicates."""
    values = collections.defaultdict(dict)
    for row in csv.DictReader(table):
        if row["value"]:
            where = row["seats"], float(row["participation"]), row["design"], row["outcome"]
            values[where][row["replicate"]] = float(row["value"])
    for (*arm, design, outcome), of in values.items():
        weighed = outcome != "children" and values.get((*arm, design, "children"))
        pairs = [(weighed[replicate] if weighed else 1.0, value) for replicate, value in of.items()]
        if len(pairs) > 1:
            cells = [f"{number:.4f}" for number in pooled(pairs)]
            yield [*arm, design, outcome, *cells, len(pairs)]
