"""Runs the scenario and reads its tables."""
import collections
import csv
import math
import os
import subprocess

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
SCENARIO = os.path.join(ROOT, "scenarios", "maroulis_2016.toml")

# Shares of families who choose. Where all do nobody is left to compare choosers with.
RATES = (0.1, 0.25, 0.5, 0.75, 0.9)
# `crowded` is the scenario as it stands; in `roomy` every school could hold whoever asks.
SEATS = {"crowded": [], "roomy": ["place.seat_slack=20"]}
TESTED_BEFORE = 2011  # the last spring without choice
ROUND = 2012          # the school year that families first choose for
LAST_GRADE = 8        # of the schools that are studied


def log_odds(share):
    return math.log(share / (1 - share))


def settings(rate, seats):
    """What --set says for a share of families who choose and for how many there are seats."""
    logit = f"{log_odds(rate):.4f}"
    return [f"nature.choice.transfer={logit}", f"nature.choice.participate={logit}", *SEATS[seats]]


def live(rate, seats, given, folder):
    """Runs one arm. Dice depend on seed and replicate alone: all arms have the same children,
    homes, schools and lottery numbers, and who chooses at a lower rate chooses at a higher one.
    `given` has program, replicates, years and further settings."""
    command = [given.program, "run", SCENARIO, "--students", "--quiet", "--force", "-o", folder,
               "--replicates", str(given.replicates), "--years", str(given.years)]
    for setting in [*settings(rate, seats), *given.set]:
        command += ["--set", setting]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def rows(folder, table, columns, where=lambda year: True):
    """The named cells of a table's rows, replicate first, of the years that are wanted."""
    with open(os.path.join(folder, table + ".csv"), newline="") as file:
        reader = csv.reader(file)
        at = {name: i for i, name in enumerate(next(reader))}
        wanted, replicate, year = [at[name] for name in columns], at["replicate"], at["year"]
        for row in reader:
            if where(int(row[year])):
                yield int(row[replicate]), int(row[year]), *(row[i] for i in wanted)


class Child:
    """A child of a K-8 school, tested before families choose, that may stay at its school."""

    def __init__(self, school, grade, before):
        self.school, self.grade = school, grade  # the school before, the grade in ROUND
        self.before = before                     # scores in mathematics and ELA
        self.after = {}                          # year: score in mathematics
        self.attends = None                      # school in ROUND
        self.listed = []                         # (school, offered), best first


def children_of(folder):
    """Replicate: id: Child; public tables only."""
    children = collections.defaultdict(dict)
    later = []
    for replicate, year, child, grade, school, math_score, ela_score in rows(
            folder, "students", ["student_id", "grade", "school_id", "score_math", "score_ela"]):
        if int(grade) > LAST_GRADE:
            continue
        if year > TESTED_BEFORE:
            later.append((replicate, year, child, school, math_score))
        elif year == TESTED_BEFORE and int(grade) < LAST_GRADE and math_score and ela_score:
            before = float(math_score), float(ela_score)
            children[replicate][child] = Child(school, int(grade) + 1, before)
    for replicate, year, child, school, score in later:
        of = children[replicate].get(child)
        if of is None:
            continue
        if year == ROUND:
            of.attends = school
        if score:
            of.after[year] = float(score)
    for replicate, _, child, rank, school, offer, market in rows(
            folder, "applications", ["student_id", "rank", "school_id", "offer", "market"],
            lambda year: year == ROUND):
        of = children[replicate].get(child)
        if of is not None and market == "district":
            of.listed.append((int(rank), school, offer != "never"))
    for of in children.values():
        for child in of.values():
            child.listed = [(school, offered) for _, school, offered in sorted(child.listed)]
    return children


def cutoffs_of(folder):
    """(replicate, school, grade): the worst lottery number served in ROUND."""
    return {(replicate, school, int(grade)): float(cutoff)
            for replicate, _, school, grade, cutoff, market in rows(
                folder, "cutoffs", ["school_id", "grade", "cutoff", "market"],
                lambda year: year == ROUND) if market == "district"}


def quality_of(folder):
    """(replicate, school): what a year adds, which is hidden: for the lines that say so, only."""
    return {(replicate, school): float(growth)
            for replicate, _, school, growth in rows(
                folder, "truth", ["school_id", "latent_growth_math"],
                lambda year: year == ROUND)}
