"""The answer in sentences, and the verdicts counted."""
import statistics
from collections import Counter

from findings_parts.claim_tables import keys_text
from findings_parts.judged import NOT_LIVED
from findings_parts.words import joined, percent, several, table

ORDER = ["supported", "supported by assumption", "contradicted", "mixed", "not informative", "input check", "audited",
         "not judged", "not testable"]
KINDS = {"outcome": "outcomes of school models", "mechanism": "mechanisms", "choice": "choice",
         "accountability": "accountability", "sustainability": "sustainability", "description": "description"}


def count_of(claims, *words):
    return sum(judged.word in words for judged in claims)


def named(claims, word):
    """"2 (C28, C45)"."""
    ids = [judged.id for judged in claims if judged.word == word]
    return f"{len(ids)} ({', '.join(ids)})" if ids else "none"


def stands(judged):
    return judged.word in ("supported", "supported by assumption")


def counted(claims, head, name_of, names):
    rows = []
    for name in names:
        group = [judged for judged in claims if name_of(judged) == name]
        if group:
            rows.append([KINDS.get(name, name), *(count_of(group, word) or "" for word in ORDER), len(group)])
    rows.append(["all", *(count_of(claims, word) or "" for word in ORDER), len(claims)])
    return table([head, *ORDER, "all"], rows, right=[*ORDER, "all"])


def of_all(claims):
    assumed = count_of(claims, "supported by assumption")
    apart = count_of(claims, "input check", "audited", "not judged", "not testable")
    waiting = sum(judged.why == NOT_LIVED for judged in claims)
    first = [f"{several(waiting, 'claim is', 'claims are')} not lived yet."] if waiting else []
    return first + [f"Of {len(claims)} claims {sum(map(stands, claims))} stand, {assumed} of them only by an assumption; "
            f"{count_of(claims, 'contradicted')} do not stand, {count_of(claims, 'mixed')} cannot be told, and of "
            f"{count_of(claims, 'not informative')} the report's method could not have told whether they hold. "
            f"{apart} have no such verdict: inputs, the audit, and what is not judged."]


def of_kinds(claims):
    parts = []
    for kind, words in KINDS.items():
        group = [judged for judged in claims if judged.kind == kind]
        parts.append(f"{sum(map(stands, group))} of {len(group)} on {words}")
    return [f"Those that stand are {joined(parts)}."]


def of_studies(claims):
    studies = [judged for judged in claims if judged.rule == "V1" and judged.share is not None]
    if not studies:
        return []
    useless = count_of(studies, "not informative")
    return [f"Of {len(studies)} claims that rest on a comparison of schools (V1) {useless} are not informative: in the "
            "median of all of them simulated cities come out as stated in "
            f"{percent(statistics.median(judged.share for judged in studies))} with effects and in "
            f"{percent(statistics.median(judged.placebo for judged in studies))} where the models do nothing. "
            f"{named(studies, 'supported')} stand, {named(studies, 'contradicted')} do not, and "
            f"{named(studies, 'mixed')} cannot be told."]


def stated_side(judged):
    """1 where the stated sign of a study's numbers is positive, -1 where it is negative, None where there is none."""
    if "mean, contrasts turned" in judged.why:
        return 1
    return {"higher": 1, "lower": -1}.get(judged.file["direction"])


def of_truth_behind(claims):
    """What is true where the method could not have told."""
    signs = Counter()
    for judged in claims:
        audit, side = judged.audit(), stated_side(judged)
        if judged.word == "not informative" and audit and side:
            low, high = sorted((side * audit["truth_low"], side * audit["truth_high"]))
            signs["stated" if low > 0 else "other" if high < 0 else "none"] += 1
    if not signs:
        return []
    return ["Of those that are not informative and state a side, what models do lies on the stated side in "
            f"{signs['stated']}, on the other in {signs['other']}, and is not told from 0 in {signs['none']}."]


def of_levers(claims):
    levers = [judged for judged in claims if judged.has_tests()]
    if not levers:
        return []
    return [f"Of {len(levers)} claims that a lever does something (V2 to V4, V6) {sum(map(stands, levers))} stand, "
            f"{count_of(levers, 'contradicted')} do not, {count_of(levers, 'mixed')} cannot be told and "
            f"{count_of(levers, 'not judged')} could not be judged."]


def how_contradicted(judged):
    """Of a lever that does not do what is claimed: what it does instead, by the deciding test."""
    at, test = judged.deciding()
    if test is None or test[5] != "contradicted":
        return None
    _, hazard, _, low, high, _ = test
    direction, nothing = judged.file["tests"][at]["direction"], 1 if hazard else 0
    if direction == "alike":
        return "where no difference is claimed there is one"
    low, high = (low - nothing, high - nothing) if direction == "higher" else (nothing - high, nothing - low)
    if low > 0:
        return "the effect has the stated sign and is too small, or does not go by the stated path"
    return "the effect goes the other way" if high < 0 else "no effect is to be seen"


def of_contradicted(claims):
    ways = Counter(filter(None, (how_contradicted(judged) for judged in claims
                                 if judged.has_tests() and judged.word == "contradicted")))
    if not ways:
        return []
    return ["Of levers that do not do what is claimed: " +
            "; ".join(f"in {count} {way}" for way, count in ways.most_common()) + "."]


def of_assumptions(claims):
    carried = Counter(key for judged in claims for key in judged.carrying)
    levers = [judged for judged in claims if judged.has_tests() and stands(judged)]
    if not carried:
        return ["No claim that stands rests on an assumption that was tried."] if levers else []
    most = max(carried.values())
    first = [key for key, count in sorted(carried.items()) if count == most]
    return [f"Of {len(levers)} claims on levers that stand {count_of(levers, 'supported by assumption')} rest on a "
            f"coefficient that nobody measured, on {len(carried)} different ones together; most is carried by "
            f"{keys_text(first)} ({several(most, 'claim')}{' each' if len(first) > 1 else ''})."]


def of_bias(claims):
    audits = [audit for judged in claims if (audit := judged.audit())]
    if not audits:
        return []
    true = [audit for audit in audits if audit["truth_low"] > 0 or audit["truth_high"] < 0]
    biased = [audit for audit in audits if audit["bias_low"] > 0 or audit["bias_high"] < 0]
    larger = sum(abs(audit["bias"]) > abs(audit["truth"]) for audit in audits)
    text = (f"What a study finds has the other sign than the truth of the same city in "
            f"{statistics.median(audit['other_sign'] for audit in audits):.0f} % of contrasts and cities in the median "
            f"of {len(audits)} claims")
    if true:
        text += (f", and in {statistics.median(audit['other_sign'] for audit in true):.0f} % of the {len(true)} whose "
                 "mean truth differs from 0")
    return [f"{text}; in {len(biased)} the mean bias differs from 0, and in {larger} it is larger than the truth."]


def of_robustness(claims):
    tried = [judged.robust for judged in claims if judged.robust is not None]
    supplies = [supply for judged in claims if (supply := judged.others_supply())]
    if not tried and not supplies:
        return ["How far verdicts hold over a joint space of assumptions, and with other cities' teachers and leaders, "
                "was not tried in these results."]
    text = []
    if tried:
        text.append(f"Over the joint space of assumptions {several(len(tried), 'verdict was', 'verdicts were')} tried: "
                    f"the median is the same in {percent(statistics.median(tried))} of it, "
                    f"{sum(share >= 0.8 for share in tried)} in at least 80 %, "
                    f"{sum(share < 0.5 for share in tried)} in less than half.")
    if supplies:
        same = sum(len(cities) == count for count, cities in supplies)
        text.append(f"With the teachers and leaders of other cities {same} of {len(supplies)} verdicts stay the same "
                    "everywhere.")
    return text


def of_inputs(claims):
    told = [judged for judged in claims if judged.word == "input check"]
    outside = [judged.id for judged in told if "outside the stated range" in judged.why]
    if not told:
        return []
    where = f"; outside it {joined(outside)}" if outside else ""
    return [f"Of {len(told)} inputs {len(told) - len(outside)} lie in the range that the report states{where}."]


def of_provisional(claims):
    some = sum(bool(judged.provisional) for judged in claims)
    return [f"**{some} verdicts are provisional: few cities, one look.**"] if some else []


def of_probes(probes):
    if not probes:
        return []
    words = Counter(probe.word for probe in probes)
    return [f"Of {len(probes)} inferences of the report that were tried where the truth is known "
            f"{words['misleads']} mislead, {words['holds']} hold and {words['cannot tell']} cannot be told."]


def answer(claims, probes):
    parts = (of_provisional, of_all, of_studies, of_truth_behind, of_levers, of_kinds, of_contradicted,
             of_assumptions, of_bias, of_inputs, of_robustness)
    sentences = [sentence for part in parts for sentence in part(claims)] + of_probes(probes)
    lines = ["", "## The answer", *(f"- {sentence}" for sentence in sentences)]
    lines += counted(claims, "kind of claim", lambda judged: judged.kind, KINDS)
    return lines + counted(claims, "rule", lambda judged: judged.rule, [f"V{at}" for at in range(1, 8)] + ["none"])
