"""Claims as their files state them beside what became of them: a row of claims.csv, taken apart."""
import csv
import math
import re
import tomllib

NUMBER = r"[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?)"
COLUMNS = ["claim", "city", "measure", "groups", "stated", "estimate", "low", "high", "truth", "share",
           "placebo_share", "ratio", "robust_share", "verdict", "why"]
VERDICT = re.compile(r"(supported|contradicted|mixed|not informative|input check|audited|not judged|not testable)(?:: outside)?"
                     r"(?: by assumption: (\S+(?:, \S+)*))?( \(provisional\))?")
NOT_LIVED = "not lived yet"
WORDS_OF_RULES = {"V1": {"supported", "contradicted", "mixed", "not informative", "not judged"},
                  "V5": {"input check", "not judged"}, "V7": {"audited", "not judged"}, "none": {"not testable"}}
WORDS_OF_TESTS = {"supported", "contradicted", "mixed", "not judged", "supported by assumption"}
ENDS = rf"(?:({NUMBER}) \(({NUMBER}) to ({NUMBER})\)|(below|above) ({NUMBER}), nothing ended at the \w+ level)"
TEST = re.compile(rf"(\S+?)(, ratio of hazards)? {ENDS} with .*: (supported|contradicted|mixed)$", re.DOTALL)


def number(text):
    return float(text) if text else None


def found(pattern, text):
    """The numbers that a sentence tells, or None."""
    match = re.search(pattern, text)
    return [float(group) for group in match.groups()] if match else None


def ends_of(match):
    """Estimate, low and high of a test; of a hazard with a bound to one side nought or infinity."""
    if match[3]:
        return tuple(map(float, match.group(3, 4, 5)))
    bound = float(match[7])
    return (0.0, 0.0, bound) if match[6] == "below" else (math.inf, bound, math.inf)


class Judged:
    """One claim: `file` says what was asked, the rest what came out."""

    def __init__(self, file, row):
        self.file, self.row, self.id = file, row, file["id"]
        self.rule, self.kind, self.says = file["rule"], file["kind"], file["says"]
        match = VERDICT.fullmatch(row["verdict"])
        self.word, keys, self.provisional = match.groups() if match else (None, None, None)
        self.carrying = keys.split(", ") if keys else []
        if self.carrying:
            self.word += " by assumption"
        self.why = row["why"]
        self.values = [number(row[name]) for name in ("estimate", "low", "high")]
        self.truth, self.robust = number(row["truth"]), number(row["robust_share"])
        self.share, self.placebo = number(row["share"]), number(row["placebo_share"])
        self.assumptions = [entry["key"] for entry in file.get("assumptions", [])]
        self.not_lived = self.keys_after("cannot be lived without")
        beside = re.search(r"Beside it: tests (\w+)", self.why) if not self.has_tests() else None
        self.beside = beside[1] if beside else None  # what tests of a lever say beside another rule
        self.beside_keys = self.keys_after("not supported without") if beside else []

    def keys_after(self, what):
        match = re.search(rf"; {what} ((?:\S+, )*[^\s,;]+?)(?=[;.]? |[;.]?$)", self.why)
        return match.group(1).split(", ") if match else []

    def is_study(self):
        return self.rule in ("V1", "V7")

    def was_tried_without(self):
        return self.word.startswith("supported") if self.has_tests() else self.beside == "supported"

    def has_tests(self):
        return self.rule in ("V2", "V3", "V4", "V6")

    def audit(self):
        """Truth, bias and sign errors of a study, as numbers; None where there is none."""
        names = ("truth", "truth_low", "truth_high", "bias", "bias_low", "bias_high", "other_sign")
        ends = rf"\(({NUMBER}) to ({NUMBER})\)"
        told = found(rf"in truth ({NUMBER}) {ends}, a bias of ({NUMBER}) {ends}, and the other sign than the "
                     rf"truth in ({NUMBER}) %", self.why) if not self.has_tests() else None
        return dict(zip(names, told)) if told else None

    def tests(self):
        """Of each test outcome, hazard, estimate, low, high and word, in the file's order."""
        own = re.split(r"; \d+ replicates, judged by ", self.why)[0] if self.has_tests() else ""
        parts = [TEST.match(part) for part in own.split("; ")]
        return [(match[1], bool(match[2]), *ends_of(match), match[8]) if match else None for match in parts]

    def deciding(self):
        """The first test that comes out as the claim does, and its place; else the first that was told."""
        told = [(at, test) for at, test in enumerate(self.tests()) if test]
        same = [pair for pair in told if pair[1][5] == self.word.split(" by ")[0]]
        return (same or told or [(None, None)])[0]

    def others_supply(self):
        """Cities whose supply was tried, and those with which the verdict was the same."""
        match = re.search(r"with the teachers and leaders of (\d+) cities that have others the same in (none|[\w, ]+)", self.why)
        return (int(match[1]), [] if match[2] == "none" else match[2].split(", ")) if match else None


def read_claims(folder):
    files = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("C*.toml"))]
    return {file["id"]: file for file in files}


def read_rows(path):
    with open(path, newline="", encoding="utf-8") as text:
        return list(csv.DictReader(text))


def write_rows(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as text:
        table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def with_missing(files, rows):
    """Rows of all claims: those without one are not judged, for they are not lived yet."""
    known = {row["claim"]: row for row in rows}
    for name, file in files.items():
        if name not in known:
            known[name] = dict.fromkeys(COLUMNS, "") | {
                "claim": name, "city": " ".join(file["cities"]), "verdict": "not judged", "why": NOT_LIVED,
                **{key: file.get(key, "") for key in ("measure", "groups", "stated")}}
    return [known[name] for name in sorted(known, key=lambda name: (len(name), name))]


def faults_of_row(name, file, row):
    """What is wrong with a row, beside the file of its claim."""
    judged = Judged(file, row)
    where = f"docs/findings/claims.csv: {name}"
    if judged.word is None:
        return [f"{where} has the verdict {row['verdict']!r}, which docs/claims.md does not know"]
    faults = []
    if judged.word not in WORDS_OF_RULES.get(judged.rule, WORDS_OF_TESTS):
        faults.append(f"{where} is {judged.word}, which rule {judged.rule} cannot say")
    told = {"city": " ".join(file["cities"])} | {key: file.get(key, "") for key in ("measure", "groups", "stated")}
    faults += [f"{where} has another {key} than scenarios/claims/{name}.toml: the claims are to be judged anew"
               for key, value in told.items() if row[key] != value]
    faults += [f"{where} rests on {key}, which scenarios/claims/{name}.toml does not name"
               for key in judged.carrying if key not in judged.assumptions]
    if not row["why"].strip():
        faults.append(f"{where} has no reason")
    return faults


def judged_claims(files, rows):
    """Claims in order, and what is wrong: each of C01 to C130 must be there once."""
    faults, seen = [], {}
    for row in rows:
        seen.setdefault(row["claim"], []).append(row)
    wanted = [f"C{at:02d}" for at in range(1, 131)]
    faults += [f"docs/findings/claims.csv has no claim {name}" for name in wanted if name not in seen]
    faults += [f"docs/findings/claims.csv has {name} {len(rows)} times" for name, rows in seen.items() if len(rows) > 1]
    faults += [f"docs/findings/claims.csv has {name}, and scenarios/claims does not" for name in seen
               if name not in files]
    for name in (name for name in wanted if name in seen and name in files):
        faults += faults_of_row(name, files[name], seen[name][0])
    known = [Judged(files[name], seen[name][0]) for name in wanted if name in seen and name in files]
    return [one for one in known if one.word], faults
