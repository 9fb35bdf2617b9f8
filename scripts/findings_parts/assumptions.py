"""On which assumed coefficients verdicts rest."""
import tomllib

from findings_parts.words import table, without_nought


def read_nature(folder):
    """Every parameter of nature by its key."""
    found = {}

    def walk(entry, key):
        if "value" in entry:
            found[key] = entry
            return
        for name, below in entry.items():
            if isinstance(below, dict):
                walk(below, f"{key}.{name}" if key else name)

    for path in sorted(folder.glob("*.toml")):
        walk(tomllib.loads(path.read_text(encoding="utf-8")), "")
    return found


def value_of(parameter):
    unit = "" if parameter.get("unit", "1") == "1" else f" {parameter['unit']}"
    return without_nought(f"{parameter['value']:g}") + unit


def range_of(parameter):
    low, high = parameter["range"]
    return without_nought(f"{low:g} to {high:g}")


def by_key(claims, keys_of, beside_of=lambda judged: []):
    found = {}
    for judged in claims:
        for key in keys_of(judged):
            found.setdefault(key, []).append(judged.id)
        for key in beside_of(judged):
            found.setdefault(key, []).append(f"{judged.id} (tests beside it)")
    return found


def carrying_table(carried, nature):
    rows = [[f"`{key}`", ", ".join(ids), value_of(nature[key]), range_of(nature[key]), nature[key]["source"],
             nature[key]["status"]]
            for key, ids in sorted(carried.items(), key=lambda item: (-len(item[1]), item[0]))]
    return table(["key", "carries", "value", "range", "source", "status"], rows)


def rest_of_keys(claims, carried, nature):
    """Keys that carry nothing: which claims stand without them, and of which they were not tried."""
    spared = by_key(claims, lambda judged: [key for key in judged.assumptions if judged.was_tried_without() and key
                                            not in judged.carrying + judged.beside_keys + judged.not_lived])
    unlived = by_key(claims, lambda judged: judged.not_lived)
    untried = by_key(claims, lambda judged: [] if judged.was_tried_without() else judged.assumptions)
    keys = sorted((set(spared) | set(unlived) | set(untried)) - set(carried))
    rows = [[f"`{key}`", value_of(nature[key]), *(", ".join(ids.get(key, [])) for ids in (spared, unlived, untried))]
            for key in keys]
    return table(["key", "value", "stand without it", "cannot be lived without it", "not tried: not supported anyway"],
                 rows)


def assumptions(claims, nature):
    carried = by_key(claims, lambda judged: judged.carrying, lambda judged: judged.beside_keys)
    lines = ["", "## On which assumptions they rest",
             "A supported claim of rules V2 to V4 and V6 is lived again without each assumed coefficient that its file "
             "names, one at a time, each set to the value at which it does nothing. Two that could stand in for each "
             "other are not found so. Claims of studies (V1) name none: they rest on the whole model "
             "([parameters](parameters.md)), and the joint space tries some of it."]
    lines += carrying_table(carried, nature) if carried else ["", "No claim rests on one of them."]
    return lines + ["", "Those that carry nothing:"] + rest_of_keys(claims, carried, nature)


def faults_of_keys(claims, nature):
    return [f"scenarios/claims/{judged.id}.toml names {key}, which scenarios/nature does not know"
            for judged in claims for key in judged.assumptions if key not in nature]
