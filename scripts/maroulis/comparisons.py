"""Who is compared with whom, and what comes out for one replicate."""
import statistics

from district import ROUND, TESTED_BEFORE
from least_squares import effect, means_of

# Who is compared with whom: each gives (risk set, treated) of a child, or None. Within a risk set
# who is treated is a matter of chance.

def choosers(child, replicate, cutoffs):
    """Applicants against the other children of their school and grade: who takes part is a draw,
    and all that differs between those who then list a school and those who do not is taste."""
    return (child.school, child.grade), bool(child.listed)


def any_offer(child, replicate, cutoffs):
    """Among applicants, those whom some school had a seat for against those who got none. One
    lottery number serves for all schools, so the chance of an offer is the best cutoff on the
    list: children who share the school that has it share the chance."""
    if not child.listed:
        return None
    best = max(child.listed, key=lambda one: cutoffs[replicate, one[0], child.grade])[0]
    return (best, child.grade), any(offered for _, offered in child.listed)


def first_choice(child, replicate, cutoffs):
    """Among those who rank a school first, those whom it offered a seat against the others."""
    if not child.listed:
        return None
    school, offered = child.listed[0]
    return (school, child.grade), offered


DESIGNS = {"choosers": choosers, "any_offer": any_offer, "first_choice": first_choice}


def estimates(children, replicate, cutoffs, quality):
    """(design, outcome): value, for one replicate. `score_N` is public, N springs after seats were
    given; `balance` is a difference in scores before, which chance alone makes. `quality` is the
    difference in what the schools add that children attend, the truth of score_1;
    `quality_controls` and `quality_treated` are what it is the difference of."""
    out = {}
    for name, design in DESIGNS.items():
        placed = [(child, design(child, replicate, cutoffs)) for child in children.values()
                  if child.attends is not None]
        placed = [(child, *where) for child, where in placed if where is not None]
        for year in range(ROUND, ROUND + 3):
            sample = [(key, [float(treated), *child.before, child.after[year]])
                      for child, key, treated in placed if year in child.after]
            out[name, f"score_{year - TESTED_BEFORE}"], count = effect(sample)
            if year == ROUND:
                out[name, "children"] = count
        attended = [(key, [float(treated), quality[replicate, child.attends]])
                    for child, key, treated in placed]
        out[name, "quality"], _ = effect(attended)
        out[name, "quality_controls"], out[name, "quality_treated"] = means_of(attended)
        out[name, "balance"], _ = effect(
            [(key, [float(treated), child.before[0]]) for child, key, treated in placed])
    applicants = [child for child in children.values() if child.listed]
    out["all", "applied"] = len(applicants) / len(children)
    out["all", "offered"] = statistics.fmean(
        any(offered for _, offered in child.listed) for child in applicants)
    out["all", "offered_first"] = statistics.fmean(child.listed[0][1] for child in applicants)
    return out
