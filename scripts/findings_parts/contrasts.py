"""Studies of several contrasts, contrast by contrast, and those that were told once more with prior scores held."""
import re

from findings_parts.judged import NUMBER
from findings_parts.words import CITIES, OF_STUDIES, interval, table, without_nought

ENDS = rf"({NUMBER}) \(({NUMBER}) to ({NUMBER})\)"
ONE = re.compile(rf"(?:one by one: )?(\w+ )?(\w+(?: \+ \w+)*) against (\w+(?: \+ \w+)*) {ENDS}, true ({NUMBER})[. ]*")
PRIOR = re.compile(rf"with schools' scores of the year before held {ENDS}, in truth ({NUMBER})")

SAYS = """
Claims of several contrasts are judged by all of them; here each stands by itself, as the study finds it (mean over cities, 95 % interval) and as production moved it.
""".strip()
HELD = """
Two claims ask for the same study with the schools' mean scores of the year before it held as well, which takes away where schools started together with what they taught before:
""".strip()


def words_of(models):
    return models.replace("_", " ").replace(" + ", ", ")


def contrasts_of(judged):
    """City, sides, estimate with its ends and truth of each contrast that the sentence tells."""
    _, found, told = judged.why.partition("; one by one: ")
    matches = [ONE.match(part) for part in told.split("; ")] if found else []
    return [(match[1].strip() if match[1] else judged.file["cities"][0], match[2], match[3],
             [float(number) for number in match.group(4, 5, 6)], float(match[7])) for match in matches if match]


def rows_of(judged):
    unit = OF_STUDIES[judged.file["published"]["outcome"]]
    return [[judged.id, CITIES[city], f"{words_of(of)} against {words_of(against)}", f"{interval(*ends)} {unit}",
             without_nought(f"{truth:+.2f}")] for city, of, against, ends, truth in contrasts_of(judged)]


def prior_rows(judged):
    match = PRIOR.search(judged.why)
    if not match:
        return []
    unit = OF_STUDIES[judged.file["published"]["outcome"]]
    return [[judged.id, judged.says, f"{interval(*judged.values)} {unit}",
             interval(*(float(number) for number in match.group(1, 2, 3))), without_nought(match[4])]]


def contrasts(claims):
    studies = [judged for judged in claims if judged.is_study() or judged.file.get("published")]
    rows = [row for judged in studies for row in rows_of(judged)]
    held = [row for judged in studies for row in prior_rows(judged)]
    lines = ["", "## Contrast by contrast"] if rows or held else []
    if rows:
        lines += [SAYS, *table(["claim", "city", "contrast", "the study finds", "in truth"], rows, ("in truth",))]
    if held:
        heads = ["", "claim", "five shares held", "prior scores too", "in truth"]
        lines += ["", HELD, *table(heads, held, ("in truth",))]
    return lines
