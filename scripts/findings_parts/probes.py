"""The report's weak inferences, tried where the truth is known."""
import csv

from findings_parts.words import CITIES, table, without_nought

WORDS = ["misleads", "holds", "cannot tell", ""]
PER_PROBE = 3


class Probe:
    """Rows of one probe; its word as docs/probes.md has it: of all measures that have a rule."""

    def __init__(self, rows):
        self.id, self.weakness, self.rows = rows[0]["id"], rows[0]["weakness"], rows
        words = {row["verdict"] for row in rows if row["verdict"]}
        self.word = next((word for word in ("misleads", "cannot tell") if word in words),
                         "holds" if words else "")

    def sentence(self):
        """The first measures that have the probe's word, another city each where there are several."""
        own = [row for row in self.rows if row["verdict"] == self.word]
        shown, cities = [], set()
        for row in own:
            if row["city"] not in cities and len(shown) < PER_PROBE:
                cities.add(row["city"])
                shown.append(f"{CITIES.get(row['city'], row['city'])}: " +
                             row["sentence"].removesuffix(f": {row['verdict']}"))
        return without_nought("; ".join(shown))

    def decided(self):
        ruled = [row for row in self.rows if row["verdict"]]
        return f"{sum(row['verdict'] == self.word for row in ruled)} of {len(ruled)}" if ruled else "-"


def read_probes(path):
    """Probes, and what is wrong; none where there are no results yet."""
    if not path.exists():
        return [], []
    by_id = {}
    with open(path, newline="", encoding="utf-8") as text:
        for row in csv.DictReader(text):
            by_id.setdefault(row["id"], []).append(row)
    wanted = [f"W{at:02d}" for at in range(1, 26)]
    faults = [f"docs/findings/probes.csv has no probe {name}" for name in wanted if name not in by_id]
    faults += [f"docs/findings/probes.csv has {name}, which is none of the 25" for name in by_id if name not in wanted]
    faults += [f"docs/findings/probes.csv: {name} says {row['verdict']!r}, which docs/probes.md does not know"
               for name, rows in by_id.items() for row in rows if row["verdict"] not in WORDS]
    return [Probe(by_id[name]) for name in wanted if name in by_id], faults


def probes_section(probes):
    lines = ["", "## Weak inferences"]
    if not probes:
        return lines + ["The report's 25 weak inferences (W01 to W25) have no results here yet."]
    lines += ["Each is tried in cities in which the truth is known. A probe *misleads* where one of its measures does "
              "and *holds* where all that have a rule hold; so many measures make it easier to mislead by chance. "
              "Shown is the first measure of a city that has the probe's word, and how many of the measures with a "
              "rule have it. It is about a method in simulated cities and does not say that the report is wrong. How "
              "each is lived and what its rule is: [probes](probes.md)."]
    rows = [[probe.id, probe.weakness, probe.word or "no rule", probe.decided(), probe.sentence()] for probe in probes]
    return lines + table(["", "weakness", "word", "measures", "what is found"], rows)
