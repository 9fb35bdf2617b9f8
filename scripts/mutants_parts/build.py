"""Builds one mutant into a test program of its own, and runs the test that must catch it.

Nothing of the build is touched. The changed source is compiled by the command that compiled the
original, and linked before the libraries: whatever it defines is then taken from it, and what the
libraries hold of the original is never asked for. Of the tests only the file that holds the test is
linked, with what the tests of its folder share, which takes a second or two instead of many.
"""
import json
import pathlib
import re
import shlex
import subprocess

from mutants_parts.read import ROOT, source_of_tests

TEST_SECONDS = 300  # whatever takes longer hangs, and has failed


class BuildFailed(Exception):
    pass


def run(command, folder, seconds=None):
    """Status and what was said; 124 or 137 where it took too long. A mutant that never ends is ended
    by a process of its own, whatever becomes of this one."""
    limit = ["timeout", "--kill-after=5", str(seconds)] if seconds else []
    told = subprocess.run([*limit, *command], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          errors="replace")
    return told.returncode, told.stdout


class Build:
    """A build folder that scripts/build tests has made."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder).resolve()
        commands = self.folder / "compile_commands.json"
        if not commands.exists():
            raise BuildFailed(f"{folder}: holds no build of the tests; scripts/build tests makes one")
        self.compile = {one["file"]: one for one in json.loads(commands.read_text())}
        self.tests = source_of_tests()
        self.links = {}

    def words_of_compiling(self, file):
        source = str(ROOT / file)
        if source not in self.compile:
            raise BuildFailed(f"{file}: is in no target of {self.folder}; scripts/build tests makes it")
        return shlex.split(self.compile[source]["command"])

    def refuse_stale(self, file):
        words = self.words_of_compiling(file)
        made = self.folder / words[words.index("-o") + 1]
        if not made.exists() or made.stat().st_mtime < (ROOT / file).stat().st_mtime:
            raise BuildFailed(f"{file}: is newer than what was built of it; scripts/build tests first")

    def words_of_linking(self, program):
        if program not in self.links:
            target = f"tests/test_{program}"
            status, said = run(["ninja", "-t", "commands", "-s", target], self.folder)
            parts = [shlex.split(part) for part in said.split("&&")]
            found = [words for words in parts if "-o" in words and words[words.index("-o") + 1] == target]
            if status or not found:
                raise BuildFailed(f"{target}: ninja does not tell how it is linked: {said[-500:]}")
            self.links[program] = found[0]
        return self.links[program]

    def compiled(self, mutant, folder):
        source = folder / pathlib.Path(mutant.file).name
        source.write_text(mutant.mutated(), encoding="utf-8")
        words = self.words_of_compiling(mutant.file)
        words[words.index("-o") + 1] = str(source.with_suffix(".o"))
        words[words.index("-c") + 1] = str(source)
        # What includes its own folder's files by their paths from the root finds them as before.
        status, said = run(words, self.folder)
        if status:
            raise BuildFailed(f"{mutant.id} does not compile, so that no test is asked:\n{said[-2000:]}")
        return source.with_suffix(".o")

    def linked(self, program, own, changed, folder, whole=False):
        """A test program of one file of tests; `changed`, if any, is linked before the libraries."""
        words, last = [], 0
        objects = f"tests/CMakeFiles/test_{program}.dir/{program}/"
        for word in self.words_of_linking(program):
            other = word.startswith(objects) and word.endswith("_test.cpp.o") and word != f"{objects}{own}.o"
            if other and not whole:
                continue
            words.append(word)
            if word.startswith(objects):
                last = len(words)
        words[last:last] = [str(changed)] if changed else []
        words[words.index("-o") + 1] = str(folder / "tests")
        status, said = run(words, self.folder)
        if status:
            raise BuildFailed(f"test_{program} with {changed or own} does not link:\n{said[-2000:]}")
        return folder / "tests"

    def program_of(self, test):
        """The program, and the file of it that holds the test."""
        file = self.tests[test]
        program = file.parent.name
        return program, "signs_test.cpp" if file.suffix == ".toml" else file.name

    def unchanged(self, test, folder):
        """What the test says of the sources as they are."""
        program, own = self.program_of(test)
        whole = self.folder / "tests" / f"test_{program}"
        return asked(whole if whole.exists() else self.linked(program, own, None, folder), test, self.folder)


def filter_of(test):
    suite, name = test.split(".", 1)
    return f"Lists/Signs.Holds/{name}__*" if suite == "signs" else test


def asked(program, test, folder):
    """"passed", "failed" or "not there", with what was said."""
    status, said = run([program, f"--gtest_filter={filter_of(test)}"], folder, TEST_SECONDS)
    if re.search(r"^\[=+\] Running 0 tests", said, re.M):
        return "not there", said
    return "passed" if status == 0 else "failed", said


def failures_in(said):
    return sorted(set(re.findall(r"^\[  FAILED  \] ([\w/]+\.[\w/]+)", said, re.M)))
