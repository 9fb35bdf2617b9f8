"""The modes of scripts/bench that measure more than one scenario."""
import argparse
import sys

sys.dont_write_bytecode = True

import bandwidth
import chapters
import coefficients
import page
import predictions
import runs
import sizes
import threads


def rounds_of(text):
    """A whole number of rounds, 1 at least."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text} is no number of rounds; allowed: 1 and more")
    return int(text)


def main():
    parser = argparse.ArgumentParser(prog="bench", allow_abbrev=False)
    for mode in MODES:
        parser.add_argument(f"--{mode}", action="store_true")
    parser.add_argument("--pairs", type=rounds_of, default=3, metavar="N", help="rounds of runs")
    parser.add_argument("--whole", action="store_true", help="the whole nation as well: minutes")
    asked = parser.parse_args()
    program = runs.built()
    for mode, run in MODES.items():
        if getattr(asked, mode):
            text = run(program, asked.pairs, asked.whole)
            if text:
                print(text)


MODES = {
    "coefficients": lambda program, rounds, whole: coefficients.measure_and_write(rounds),
    "refit": lambda program, rounds, whole: coefficients.fit_again(),
    "chapters": lambda program, rounds, whole: chapters.report(program, rounds),
    "sizes": sizes.report,
    "threads": lambda program, rounds, whole: threads.report(program, rounds),
    "bandwidth": lambda program, rounds, whole: bandwidth.report(program, rounds),
    "predictions": lambda program, rounds, whole: predictions.report(program, whole),
    "write": page.write}

if __name__ == "__main__":
    main()
