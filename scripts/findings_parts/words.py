"""Numbers, units and words of docs/findings.md."""
import math
import re

CITIES = {"boston": "Boston", "denver": "Denver", "memphis": "Memphis", "los_angeles": "Los Angeles",
          "springfield": "Springfield", "indianapolis": "Indianapolis", "small_elected": "Millbrook (invented)"}

# What an outcome is told in: its name, the unit, and how often the unit lies in the outcome's own.
UNITS = [(r"^truth_models\.\w+_(math|ela)\b", "SD a year", 1),
         (r"turnover|survival|autonomy|friction|buy_in|held_against|novice_share|enrolment_share", "points", 100),
         (r"^district\.(top_three|first_choice)\b", "points", 100),
         (r"\.pct_", "points", 1), (r"\.schools(_closed)?\b", "schools", 1), (r"\.zones\b", "zones", 1),
         (r"^district\.(pool|forced_placements)\b", "teachers", 1), (r"fund_balance", "USD", 1)]
# What a column of a run's tables is called where a claim is told; terms of growth are named as they are.
COLUMNS = {"latent_growth": "growth", "leadership": "growth from leadership", "climate": "growth from climate",
           "effort": "growth from effort", "fit": "growth from fit", "teacher": "growth from teachers",
           "program": "growth from the program", "resources": "growth from resources", "time": "growth from time",
           "disruption": "growth lost to disruption", "first_choice": "first choices met",
           "top_three": "one of three choices met", "pool": "teachers without a post",
           "forced_placements": "teachers placed by force", "enrolment_share": "share of children",
           "fund_balance": "reserves", "novice_share": "novices among teachers",
           "principal_turnover": "principals who leave", "teacher_turnover": "teachers who leave",
           "agreement_survival": "agreements that last", "school_survival": "schools that last", "schools": "schools",
           "zones": "zones", "buy_in": "buy-in of the central office", "effective_autonomy": "rights honoured and used",
           "friction": "rights in dispute", "held_against_champion": "rights held against the champion's last year",
           "held_autonomy": "rights held", "paper_autonomy": "rights on paper"}
SUBJECTS = {"math": "mathematics", "ela": "ELA"}
OF_STUDIES = {"proficiency": "points", "proficiency_change": "points", "growth": "percentiles", "index5": "levels",
              "rating": "percentiles"}


def city_names(cities):
    return ", ".join(CITIES[city] for city in cities)


def unit_of(outcome):
    """Unit and factor; None where nobody has said what this outcome is told in."""
    return next(((unit, times) for pattern, unit, times in UNITS if re.search(pattern, outcome)), None)


def outcome_words(outcome):
    """"growth in mathematics, izone" of truth_models.latent_growth_math.izone@mean."""
    name, _, when = outcome.partition("@")
    _, column, *model = name.split(".")
    stem, _, subject = column.rpartition("_")
    if subject in SUBJECTS:
        column, subject = stem, f" in {SUBJECTS[subject]}" if stem == "latent_growth" else f", {SUBJECTS[subject]}"
    else:
        subject = ""
    words = COLUMNS.get(column, column.replace("_", " ")) + subject
    whose = f", {model[0].replace('_', ' ')}" if model else ""
    at = {"mean": "", "sum": ", in all", "last": ", last year", "change": ", change", "first": ", first year"}
    return words + whose + at.get(when, f", {when}")


def without_nought(text):
    return re.sub(r"(?<!\d)0\.(?=\d)", ".", text)


def rounded(value, decimals, sign=""):
    text = f"{value:{sign},.{max(decimals, 0)}f}"
    if not re.search("[1-9]", text):
        text = text.lstrip("+-")
    return without_nought(text)


def decimals_for(low, high, value):
    """Of the interval's half width one figure from 5 on, else two; of a value without one three."""
    half = (high - low) / 2
    if half == 0 and value == 0:
        return 2
    size, figures = (half, 2) if half > 0 else (abs(value), 3)
    place = math.floor(math.log10(size))
    figures -= half > 0 and size / 10**place >= 5
    return min(max(figures - 1 - place, 0), 6)


def interval(value, low, high, sign="+"):
    """"+3.0 (2.8 to 3.3)"; of what has a bound to one side alone that."""
    if math.isinf(high):
        return f"above {rounded(low, 2)}"
    if value == low == 0 and high > 0:
        return f"below {rounded(high, 2)}"
    at = decimals_for(low, high, value)
    return f"{rounded(value, at, sign)} ({rounded(low, at)} to {rounded(high, at)})"


def percent(share):
    return f"{100 * share:.0f} %"


def several(number, one, more=None):
    return f"{number} {one if number == 1 else more or one + 's'}"


def joined(parts):
    parts = list(parts)
    return " and ".join([", ".join(parts[:-1]), parts[-1]] if len(parts) > 1 else parts)


def table(heads, rows, right=()):
    """Lines of a table; columns that `right` names stand to the right."""
    rules = ["---:" if head in right else "---" for head in heads]
    lines = ["", "| " + " | ".join(heads) + " |", "| " + " | ".join(rules) + " |"]
    return lines + ["| " + " | ".join(str(cell).replace("|", "/") for cell in row) + " |" for row in rows]
