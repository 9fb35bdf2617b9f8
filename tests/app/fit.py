#!/usr/bin/env python3
"""The fits of scripts/measure find what was planted: coefficients, none below 0, and exponents with
an error that tells a straight line from a bent one."""
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../scripts/measure"))

from fit import exponent, line, nonnegative, slopes  # noqa: E402
from threads import serial  # noqa: E402

RUNS = [{"start": 1.0, "child": n, "school": n / 400 + s} for n in (1e3, 2e4, 5e5, 3e6)
        for s in (1, 30)]
FAULTS = []


def expect(what, found, wanted, within):
    if found == "missing" or not abs(found - wanted) <= within:
        FAULTS.append(f"FAILED: {what} is {found}, not {wanted}")


def main():
    planted = {"start": 0.03, "child": 2e-7, "school": 5e-5}
    found = nonnegative(RUNS, [sum(planted[key] * run[key] for key in run) for run in RUNS])
    for key, value in planted.items():
        expect(key, found.get(key, 0.0), value, 1e-6 * value)
    # Schools that make a run cheaper are none: the term goes, the others stay positive.
    found = nonnegative(RUNS, [0.03 + 2e-7 * run["child"] - 1e-6 * run["school"] for run in RUNS])
    # A key that is left out is told as 0: what was fitted before must not stay beside the others.
    expect("a coefficient below 0", found.get("school", "missing"), 0.0, 0.0)
    expect("the coefficient beside it", found["child"], 2e-7, 2e-8)
    # Two families of sizes, each with a level of its own, and one power for both.
    sizes = [[10.0, 100.0, 1000.0], [1e4, 1e5, 1e6]]
    slope, error = exponent(sizes, [[3 * x**1.04 for x in sizes[0]], [x**1.04 for x in sizes[1]]])
    expect("the exponent", slope, 1.04, 1e-9)
    expect("its error", error, 0.0, 1e-9)
    _, error = exponent([[1.0, 10.0, 100.0]], [[1.0, 20.0, 100.0]])
    expect("the error of a bent line", error, 0.1738, 0.0001)
    # A bend shows from size to size, and a constant with so much each is a line.
    first, last = slopes([1.0, 10.0, 100.0], [2.0, 20.0, 2000.0])
    expect("the first slope", first, 1.0, 1e-9)
    expect("the last slope", last, 2.0, 1e-9)
    constant, each = line([5, 10, 20, 40], [0.07 + 0.012 * years for years in (5, 10, 20, 40)])
    expect("the constant", constant, 0.07, 1e-9)
    expect("what comes with each", each, 0.012, 1e-9)
    # Half serial, and the other half takes two threads 1.1 times the processor time of one.
    expect("what is serial", serial(2.0, 1.0 + 1.1 / 2, 1.1), 1.0, 1e-9)
    print("\n".join(FAULTS) or "what was planted is found")
    return 1 if FAULTS else 0


if __name__ == "__main__":
    sys.exit(main())
