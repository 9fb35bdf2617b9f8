"""Mutants as data: tests/mutants/*.toml, and what may be wrong with them."""
import dataclasses
import pathlib
import re
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FOLDER = ROOT / "tests" / "mutants"
KEYS = {"id", "file", "before", "after", "why", "test"}
# Folders of tests that are programs of their own; a test's folder names its program.
PROGRAMS = ("unit", "theory", "laws", "chance", "recovery", "signs")
# Rooms where a mutant may live: what is lived, what is seen, and what judges it.
ROOMS = ("sim/", "analysis/")
TEST = re.compile(r"^(?:TEST|TEST_F|TEST_P|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\(\s*(\w+)\s*,\s*(\w+)", re.M)


@dataclasses.dataclass(frozen=True)
class Mutant:
    id: str
    file: str
    before: str
    after: str
    why: str
    test: str
    said_in: str
    chapter: str  # the first line of its file

    def mutated(self):
        text = (ROOT / self.file).read_text(encoding="utf-8")
        return text.replace(self.before, self.after, 1)


def source_of_tests():
    """Where each test stands, by the name that ctest has for it."""
    found = {}
    for program in PROGRAMS:
        for file in sorted((ROOT / "tests" / program).glob("*.cpp")):
            for suite, name in TEST.findall(file.read_text(encoding="utf-8")):
                found.setdefault(f"{suite}.{name}", file)
    for file in (ROOT / "tests" / "signs").glob("*.toml"):
        found[f"signs.{file.stem}"] = file
    return found


def faults_of(mutant, tests):
    where = f"{mutant.said_in}: {mutant.id}"
    file = ROOT / mutant.file
    if not mutant.file.startswith(ROOMS) or file.suffix != ".cpp":
        return [f"{where}: {mutant.file}: a mutant changes a .cpp file of {' or '.join(ROOMS)}"]
    if not file.exists():
        return [f"{where}: {mutant.file}: no such file"]
    faults = []
    times = file.read_text(encoding="utf-8").count(mutant.before)
    if times != 1:
        faults.append(f"{where}: the text before stands {times} times in {mutant.file}; it must stand there once: "
                      "say more of what is around it")
    if mutant.before == mutant.after:
        faults.append(f"{where}: the text after is that before")
    if mutant.test not in tests:
        faults.append(f"{where}: there is no test {mutant.test} in tests/{{{','.join(PROGRAMS)}}}")
    return faults


def read_mutants(folder=FOLDER):
    """All mutants, and all faults of their files."""
    mutants, faults = [], []
    for file in sorted(folder.glob("*.toml")):
        text = file.read_text(encoding="utf-8")
        name = file.relative_to(ROOT).as_posix() if file.is_relative_to(ROOT) else str(file)
        chapter = text.splitlines()[0].lstrip("# ") if text.startswith("#") else file.stem
        try:
            told = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            faults.append(f"{name}: {error}")
            continue
        for number, one in enumerate(told.get("mutant", []), 1):
            wrong = {*one.keys()} ^ KEYS
            if wrong:
                faults.append(f"{name}: mutant {number}: {', '.join(sorted(wrong))}: wanted are {', '.join(sorted(KEYS))}")
            else:
                mutants.append(Mutant(**one, said_in=name, chapter=chapter))
    if not mutants:
        faults.append(f"{folder}: holds no mutant")
    ids = [mutant.id for mutant in mutants]
    faults += [f"two mutants are called {id}" for id in sorted({id for id in ids if ids.count(id) > 1})]
    tests = source_of_tests()
    for mutant in mutants:
        faults += faults_of(mutant, tests)
    return mutants, faults
