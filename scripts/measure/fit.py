"""Least squares, without libraries: a few coefficients of a few runs."""
import math


def solved(matrix, right):
    """The solution of a small system of equations; pivots that vanish give 0."""
    size = len(right)
    rows = [list(row) + [value] for row, value in zip(matrix, right)]
    for i in range(size):
        pivot = max(range(i, size), key=lambda r: abs(rows[r][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        if abs(rows[i][i]) < 1e-12:
            continue
        for r in range(size):
            if r != i and rows[r][i]:
                factor = rows[r][i] / rows[i][i]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    return [row[size] / row[i] if abs(row[i]) > 1e-12 else 0.0 for i, row in enumerate(rows)]


def least_squares(columns, right):
    """Coefficients of `columns` (lists of equal length) that come nearest to `right`."""
    scale = [math.sqrt(sum(x * x for x in column)) or 1.0 for column in columns]
    columns = [[x / s for x in column] for column, s in zip(columns, scale)]
    matrix = [[sum(a * b for a, b in zip(one, other)) for other in columns] for one in columns]
    found = solved(matrix, [sum(a * y for a, y in zip(column, right)) for column in columns])
    return [value / s for value, s in zip(found, scale)]


def nonnegative(runs, told, whole=None):
    """Coefficients by key, none below 0, whose sums over `runs` (each counts by key) come nearest
    to `told` in relative terms: of itself, or of `whole` where it is a part. Those that would be
    negative are left out one by one: they are 0."""
    whole = whole or told
    every = sorted({key for run in runs for key in run})
    keys, found = list(every), {}
    while keys:
        columns = [[run.get(key, 0.0) / y for run, y in zip(runs, whole)] for key in keys]
        found = dict(zip(keys, least_squares(columns, [x / y for x, y in zip(told, whole)])))
        spread = {key: found[key] * max(column) for key, column in zip(keys, columns)}
        worst = min(spread, key=spread.get)
        if spread[worst] >= 0.0:
            break
        keys.remove(worst)
    return {key: found[key] if key in keys else 0.0 for key in every}


def exponent(sizes, costs):
    """The power of size with which cost grows, and its standard error: parallel lines through the
    logarithms of each group (lists of lists), every group with a level of its own."""
    points = []
    for xs, ys in zip(sizes, costs):
        xs, ys = [math.log(x) for x in xs], [math.log(y) for y in ys]
        mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
        points += [(x - mean_x, y - mean_y) for x, y in zip(xs, ys)]
    square = sum(x * x for x, _ in points)
    slope = sum(x * y for x, y in points) / square
    rest = sum((y - slope * x) ** 2 for x, y in points)
    free = len(points) - len(sizes) - 1
    return slope, math.sqrt(rest / free / square) if free > 0 else float("nan")


def slopes(sizes, costs):
    """The power of size with which cost grows from each size to the next."""
    steps = zip(sizes, sizes[1:], costs, costs[1:])
    return [math.log(cost / before) / math.log(size / smaller)
            for smaller, size, before, cost in steps]


def line(sizes, costs):
    """What comes once, and what comes with each: the line nearest to `costs` in relative terms."""
    return least_squares([[1 / cost for cost in costs],
                          [size / cost for size, cost in zip(sizes, costs)]], [1.0] * len(costs))
