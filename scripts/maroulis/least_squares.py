"""Least squares within risk sets, controls weighing as the treated of their set."""
import collections

FEWEST = 50           # children in lotteries, below which nothing is estimated


def solve(a, b):
    """The solution of a small symmetric system, by Gauss's elimination with pivots."""
    n = len(b)
    m = [list(row) + [b[i]] for i, row in enumerate(a)]
    for i in range(n):
        pivot = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[pivot] = m[pivot], m[i]
        for r in range(i + 1, n):
            factor = m[r][i] / m[i][i]
            m[r] = [x - factor * y for x, y in zip(m[r], m[i])]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][j] * x[j] for j in range(i + 1, n))) / m[i][i]
    return x


def weighted(sample):
    """[(weight, values)] of the children in risk sets in which both sorts stand. `sample` is
    [(set, [treated, ...])]. Controls weigh as the treated of their set do together, so that a
    comparison is of what happened to the treated, whatever the odds in their lottery."""
    sets = collections.defaultdict(lambda: ([], []))
    for key, values in sample:
        sets[key][values[0] > 0].append(values)
    for controls, treated in sets.values():
        if controls and treated:
            weight = len(treated) / len(controls)
            yield [(weight, values) for values in controls] + [(1.0, values) for values in treated]


def deviations(members):
    """From the weighted means of a risk set."""
    total = sum(weight for weight, _ in members)
    columns = range(len(members[0][1]))
    means = [sum(weight * values[i] for weight, values in members) / total for i in columns]
    return [(weight, [values[i] - means[i] for i in columns]) for weight, values in members]


def effect(sample):
    """Weighted least squares of the last column on the others, treated first, within risk sets;
    and how many children stand in sets in which both sorts are."""
    rows = [row for members in weighted(sample) for row in deviations(members)]
    if len(rows) < FEWEST:
        return None, len(rows)
    k = len(rows[0][1]) - 1
    a = [[sum(w * d[i] * d[j] for w, d in rows) for j in range(k)] for i in range(k)]
    b = [sum(w * d[i] * d[k] for w, d in rows) for i in range(k)]
    return solve(a, b)[0], len(rows)


def means_of(sample):
    """Mean of the last column among controls and among the treated."""
    rows = [row for members in weighted(sample) for row in members]
    for sort in (0.0, 1.0):
        of = [(weight, values[-1]) for weight, values in rows if values[0] == sort]
        total = sum(weight for weight, _ in of)
        yield sum(weight * value for weight, value in of) / total if len(rows) >= FEWEST else None
