"""Patterns of every city in a paragraph, and what the page cannot say."""
import csv

from findings_parts.words import CITIES, joined


def figures(root, city):
    with open(root / "docs" / "patterns" / f"{city}.csv", newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def cities_section(root):
    """Counted as the page of patterns counts them, out of band with and without errors together."""
    parts, tests = [], []
    for city, name in CITIES.items():
        rows = figures(root, city)
        verdicts = [row["verdict"] for row in rows]
        inside, outside = verdicts.count("in band"), verdicts.count("out of band")
        parts.append(f"{name} {inside} of {inside + outside}")
        tests += [verdict.removeprefix("test: ") for verdict in verdicts if verdict.startswith("test: ")]
    words = [f"{tests.count(word)} {word}" for word in dict.fromkeys(tests)]
    return ["", "## Patterns of every city",
            "What a verdict is worth in a city hangs on whether the city behaves like one. Of the figures that are "
            f"judged there lie in band with their errors: {joined(parts)}. Of what studies found of school models, to "
            f"which nothing was fitted, come out {joined(words)}, all cities together. What misses and why: [patterns "
            "of every city](patterns/cities.md). Parameters of nature were fitted to Boston alone; verdicts of cities "
            "that miss more rest on less."]


LIMITS = """
## What this page cannot say
- **Nothing of real schools.** A verdict is about simulated cities whose levers do what literature and assumptions say. Where a mechanism is missing, so is its effect; a claim that no effect is seen of may be one of a mechanism that is too weak here.
- **Nothing beyond the report's words as read here.** Claims are paraphrased; figures have no heights in the text, so that direction and significance as worded are all that is judged. Another reading, measure or smallest effect might have another verdict; all were written down before anything was judged.
- **Two claims are not blind**: the outcome of C125 was changed after one replicate had been seen, and that of C92 after five that were equal in both arms. C26, C33 and C43 were judged anew by contrast after first verdicts had shown what a mean over contrasts hides.
- **Claims of no difference cannot stand here**, however true: where models do nothing such a claim holds as well, so that a study that finds no difference is *not informative*. They can be contradicted, and are by a difference to either side: C22, C23 and C43 say "no better" and are contradicted by schools that are worse.
- **Paths are cut one at a time**: C41 names three reasons together, of which none alone carries what it asks; what goes when all are cut stands in its sentence.
- **A claim is more than its tests.** Of C45 that it is most in Boston, of C120 how near schools come, of C70 that units survive, of C84 and C115 what single cities show are in no test; C124's test asks for growth where the claim speaks of rights. Their files and sentences say so.
- **Assumptions are done without one at a time**, where nothing says 0 at the weak end of their range, and only those that a claim's file names. The smallest effects of interest are assumed, too.
- **Few cities.** Six cities and an invented one, each many times; what differs between cities of one name is luck, not another city. Verdicts of a single city are no verdicts of its kind.
- **Chance.** Intervals are of Monte Carlo, not of what is unknown of nature. Of 100 claims whose true effect is exactly the smallest of interest about five are told wrongly to one side or the other ([decision 36](decisions/0036-claims-are-looked-at-early-by-wide-intervals.md)); no correction is made for 130 claims.
- **Contradicted is not the contrary**: it excludes an effect as large as the claim needs ([decision 35](decisions/0035-an-effect-that-is-excluded-contradicts.md)). A smaller one may still matter to somebody.
- **Truth of studies** is what production moved in the policy years; what models did before counts as bias, and where the truth is near 0 its sign is luck ([decision 37](decisions/0037-the-truth-of-a-study-is-what-production-moved-in-its-estimate.md)).
- **Several claims lie near construction** (C83, C84, C111, C113, C127): their files' notes say so. What is put in comes out.
- **Outcomes are tests, money, staff, survival and rights.** What else families and children want of schools is not judged.

**Sources.** Osborne and Langhorne (2018), Progressive Policy Institute; those of assumptions stand beside them.
**Tests.** `golden.findings` (`scripts/findings check`), `tests/app/findings.py`, `tests/app/claims.sh`.
""".strip("\n")


def limits():
    return ["", *LIMITS.splitlines()]
