"""The tables of claims, a table for each verdict."""
from findings_parts.words import (OF_STUDIES, city_names, decimals_for, interval, outcome_words, percent, rounded,
                                  table, unit_of)

SECTIONS = [
    ("supported", "Claims that stand"),
    ("supported by assumption", "Claims that stand by assumption"),
    ("contradicted", "Claims that do not stand"),
    ("mixed", "Claims that cannot be told"),
    ("not informative", "Claims that the report's method could not have told"),
    ("input check", "Inputs"),
    ("audited", "Audited"),
    ("not judged", "Not judged, or not testable"),
]
SAYS = {
    "supported": "Come out as stated, levers also without each of the assumptions that their files name; studies name "
                 "none.",
    "supported by assumption": "Come out as stated, and do so no longer without a coefficient that nobody measured.",
    "contradicted": "A study would find otherwise in four cities of five, or an effect as large as the claim needs is "
                    "excluded.",
    "mixed": "Between the two: shares of cities between .20 and .80, or intervals that hold the smallest effect.",
    "not informative": "A study comes out as stated about as often where the models do nothing.",
    "input check": "What was put in, and whether it lies in the range that the claim states: data, no evidence.",
    "audited": "What the study finds beside the truth; there is no other verdict.",
    "not judged": "With the reason.",
}
HEADS = ["", "claim", "rule", "cities", "estimate", "truth", "as stated, placebo", "robust", "rests on"]


def asked(file, test, unit, times):
    """"at least .005" of a test: its smallest effect in the unit that is told."""
    if test.get("hazard"):
        return "asked below .8" if test["direction"] == "lower" else "asked above 1.25"
    least = test.get("smallest_effect", file.get("smallest_effect", {}).get("value"))
    if least is None:
        return ""
    least *= times
    text = f"{least:,.0f}" if least >= 1 else rounded(least, decimals_for(0, 0, least)).rstrip("0")
    if test["direction"] == "alike":
        return f"asked within {text}"
    return f"asked above {text}" if test["direction"] == "higher" else f"asked below -{text}"


def estimate_of_test(judged):
    at, test = judged.deciding()
    if test is None:
        return "-"
    outcome, hazard, *values, _ = test
    declared = judged.file["tests"][at]
    unit, times = (("times the hazard", 1) if hazard else unit_of(outcome))
    if unit == "USD":
        value, low, high = (f"{round(number):,}" for number in values)
        text = f"{value} ({low} to {high})"
    else:
        text = interval(*(times * value for value in values), sign="" if hazard else "+")
    place = f"; test {at + 1} of {len(judged.file['tests'])}" if len(judged.file["tests"]) > 1 else ""
    told = ", ".join(part for part in (f"{text} {unit}", asked(judged.file, declared, unit, times)) if part)
    return f"{outcome_words(outcome)}: {told}{place}"


def estimate_of_study(judged):
    if None in judged.values:
        return "-"
    turned = ", turned to the stated sides" if "mean, contrasts turned" in judged.why else ""
    margin = judged.file.get("smallest_effect", {}).get("value")
    alike = f", asked within {margin:g}" if judged.file["direction"] == "alike" and margin else ""
    alike = alike.replace(" 0.", " .")
    return f"{interval(*judged.values)} {OF_STUDIES[judged.file['published']['outcome']]}{turned}{alike}"


def truth_of(judged):
    if judged.has_tests():
        return "the estimate"
    audit = judged.audit()
    return interval(audit["truth"], audit["truth_low"], audit["truth_high"]) if audit else "-"


def robust_of(judged):
    parts = [] if judged.robust is None else [percent(judged.robust)]
    if supply := judged.others_supply():
        parts.append(f"others' staff {len(supply[1])} of {supply[0]}")
    return "; ".join(parts) or "-"


def keys_text(keys):
    return ", ".join(f"`{key.removeprefix('nature.')}`" for key in keys)


def rests_on(judged):
    if judged.beside:
        keys = f", by assumption: {keys_text(judged.beside_keys)}" if judged.beside_keys else ""
        return f"tests beside it {judged.beside}{keys}"
    if not judged.has_tests():
        return "-"
    count = len(judged.assumptions)
    if not judged.word.startswith("supported"):
        return f"{count} named, not tried" if count else "none named"
    spared = f"; cannot be lived without {keys_text(judged.not_lived)}" if judged.not_lived else ""
    if judged.carrying:
        return keys_text(judged.carrying) + spared
    tried = count - len(judged.not_lived)
    return (f"none of {tried} tried" if tried else "none tried" if count else "none named") + spared


def cells(judged):
    study = judged.is_study()
    shares = f"{percent(judged.share)}, {percent(judged.placebo)}" if judged.share is not None else "-"
    return [judged.id, judged.says, judged.rule, city_names(judged.file["cities"]),
            estimate_of_study(judged) if study else estimate_of_test(judged), truth_of(judged), shares,
            robust_of(judged), rests_on(judged)]


def reason_cells(judged):
    return [judged.id, judged.says, judged.rule, city_names(judged.file["cities"]), judged.why.rstrip(".")]


def input_cells(judged):
    return reason_cells(judged)[:4] + [judged.why.replace("; put in by construction: data, no evidence", "")]


def in_section(judged, word):
    return judged.word == word or (word == "not judged" and judged.word == "not testable")


def section(claims, word, title):
    inside = [judged for judged in claims if in_section(judged, word)]
    lines = ["", f"### {title} ({len(inside)})", SAYS[word]]
    if not inside:
        return lines[:-1] + ["None."]
    if word in ("input check", "audited", "not judged"):
        heads = ["", "claim", "rule", "cities", "why" if word == "not judged" else "what came out"]
        make = input_cells if word == "input check" else reason_cells
        return lines + table(heads, [make(judged) for judged in inside])
    untried = HEADS.index("robust") if all(robust_of(judged) == "-" for judged in claims) else len(HEADS)
    rows = [HEADS, *(cells(judged) for judged in inside)]
    heads, *rows = [row[:untried] + row[untried + 1:] for row in rows]
    return lines + table(heads, rows)


LEGEND = """
## Claim by claim
Every claim stands once. *Estimate*: of a study (V1) the mean over cities of what it would have found, with its 95 % interval (90 % where no difference is claimed); of a lever (V2 to V4, V6) the paired difference over the same dice with its 95 % interval, and what the claim asks of it. Claims of several contrasts are judged contrast by contrast, and their estimate is the mean of all, which may look alike where they differ to both sides. What is compared is named with the school model, where it is of one; where a claim has several tests the first that comes out as the whole claim does is shown. *Points* are percentage points, of children who are proficient, of rights, of teachers and so on. *Truth*: of a study what production moved in its own estimate ([decision 37](decisions/0037-the-truth-of-a-study-is-what-production-moved-in-its-estimate.md)); of a lever the estimate itself. *As stated, placebo*: the share of simulated cities in which the study comes out as stated, with effects and where the models do nothing. *Robust*: the share of the joint space in which the verdict is the same, and with the teachers and leaders of how many other cities it is; a dash where it was not tried. *Rests on*: assumed coefficients without which the claim is no longer supported. The program's whole sentence of each claim is in `docs/findings/claims.csv`.
""".strip("\n")


def claim_tables(claims):
    lines = ["", *LEGEND.splitlines()]
    for word, title in SECTIONS:
        lines += section(claims, word, title)
    return lines


def faults_of_units(claims):
    """Outcomes that nobody has given a unit."""
    faults = []
    for judged in claims:
        _, test = judged.deciding()
        if test and not test[1] and unit_of(test[0]) is None:
            faults.append(f"scripts/findings_parts/words.py has no unit for {test[0]} of {judged.id}")
        if judged.is_study() and judged.file["published"]["outcome"] not in OF_STUDIES:
            faults.append(f"scripts/findings_parts/words.py has no unit for the outcome of {judged.id}")
    return faults
