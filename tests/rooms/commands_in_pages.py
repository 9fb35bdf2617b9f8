#!/usr/bin/env python3
"""What pages tell to type, and what they name: every command of `homeroom` is one, with options that
it has and scenarios, policies, ladders and designs that are there; keys, scripts, files and tests
that a page names exist.

    tests/rooms/commands_in_pages.py PROGRAM [ROOT]      ROOT: another checkout, for the test of this test

Words in capitals (SCENARIO, NAME), files of mine/ and results/ and those that a page has itself stand
for the reader's own. Pages that tell what was (decisions, the log of changes) are left out.
"""
import functools
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tomllib

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else pathlib.Path(__file__).parents[2]).resolve()
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
LEFT_OUT = re.compile(r"^(CHANGELOG\.md|docs/(decisions/|roadmap\.md))")
OWN = re.compile(r"[A-Z]{2}|^(\./|mine|/|results|cities$)|[.$*<>{}]")
SUFFIX = re.compile(r"\.(toml|csv|cpp|hpp)$")
MADE = re.compile(r"/(made|node_modules)\b")  # by a build
faults, looked = [], {"commands": 0, "keys": 0, "files": 0, "tests": 0}


@functools.cache
def printed(*words):
    return subprocess.run([PROGRAM, *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout


@functools.cache
def commands():
    return set(re.findall(r"^  (\w+) ", printed("--help").split("Subcommands:")[1], re.M))


@functools.cache
def options(command):
    return set(re.findall(r"(?<![\w-])--?[a-z][\w-]*", printed(command, "--help")))


@functools.cache
def stems(folder):
    return {file.stem for file in (ROOT / "scenarios" / folder).glob("*.toml")}


@functools.cache
def keys():
    """Keys of a scenario, groups included; models and items of lists stand for each other."""
    found = set()

    def walk(node, path):
        for name, below in node.get("properties", {}).items():
            if path.endswith(("parameters",)):
                continue
            found.add(f"{path}{name}")
            walk(below, f"{path}{name}.")
        for below in node.get("anyOf", []):
            walk(below, path)
        for word in ("items", "additionalProperties"):
            if isinstance(node.get(word), dict):
                walk(node[word], f"{path}*." if path else path)
        for below in node.get("patternProperties", {}).values():
            walk(below, f"{path}*.")

    walk(json.loads(printed("schema")), "")
    return found


@functools.cache
def ladders():
    return set(tomllib.loads((ROOT / "scenarios/ladders.toml").read_text(encoding="utf-8")))


@functools.cache
def sources_of_tests():
    return "\n".join(file.read_text(encoding="utf-8", errors="replace")
                     for file in (ROOT / "tests").rglob("*") if file.suffix in (".cpp", ".txt", ".hpp"))


def fault(page, line, what):
    faults.append(f"{page.relative_to(ROOT)}:{line}: {what}")


def lines_of_code(text):
    """Lines of blocks that hold commands, and code within text, each with its line number."""
    language, joined = None, ""
    for number, line in enumerate(text.split("\n"), 1):
        mark = re.match(r" {0,3}```(.*)$", line)
        if mark:
            language = None if language is not None else mark[1].strip()
        elif language in ("", "bash", "console", "sh"):
            joined += line.rstrip("\\") + " "
            if not line.endswith("\\"):
                yield number, joined
                joined = ""
        elif language is None:
            if line.startswith("    "):
                yield number, line
            for code in re.findall(r"`([^`]+)`", line):
                yield number, code


def commands_in(code):
    """Each call of homeroom in a line: its words, up to a pipe, a comment or a bracket."""
    for found in re.finditer(r"(?:^|[\s(])(?:scripts/)?homeroom ([^#]*)", code):
        call = re.split(r" [|>&] |; |\)| <\(", re.sub(r"[\[\]]|\.\.\.", " ", found[1]))[0]
        try:
            yield shlex.split(call)
        except ValueError:
            yield call.split()


def is_key(key):
    key = re.sub(r"\.(\d+|N|KEY|CHAPTER)(?=\.|$)", ".*", key)
    models = re.sub(r"^models\.[a-z_0-9]+", "models.*", key)
    return key in keys() or models in keys() or f"{key}.*" in keys() or any(
        one.startswith((f"{key}.", f"{models}.")) for one in keys())


def look_at_policies(page, line, names):
    for name in re.split(r"[+-](?=[Ra]|placebo)", names):
        if not OWN.search(name) and name not in stems("policies") | {"none"}:
            fault(page, line, f"no such policy: {name}")


def is_of_the_page(file, text):
    """A page that shows a file begins it with its name."""
    return re.search(rf"^(//|#) [\w/]*{re.escape(file.rpartition('/')[2])}", text, re.M)


def look_at_call(page, line, words, text):
    command = words[0]
    if command in ("--version", "--help") or not re.fullmatch(r"[a-z]+", command):
        return
    if command not in commands():
        fault(page, line, f"no such command: homeroom {command}")
        return
    looked["commands"] += 1
    for at, word in enumerate(words[1:], 1):
        value = words[at + 1] if at + 1 < len(words) else ""
        option = word.split("=")[0]
        if re.match(r"--?[a-z]", option) and option not in options(command):
            fault(page, line, f"homeroom {command} has no option {option}")
        if option == "--policy":
            look_at_policies(page, line, value)
        if option == "--ladder" and not OWN.search(value) and value not in ladders():
            fault(page, line, f"no such ladder: {value}")
        if option == "--set" and not OWN.search(value.split("=")[0].replace(".", "")):
            look_at_key(page, line, value.split("=")[0])
        if word.startswith("scenarios/") and not (ROOT / word).exists() and not is_of_the_page(word, text):
            fault(page, line, f"no such file: {word}")
    first = next((word for word in words[1:] if not word.startswith("-")), "")
    if command in ("run", "check", "compare", "patterns") and first and not re.search(r"[/A-Z.]", first) \
            and first not in stems("."):
        fault(page, line, f"no such scenario: {first}")
    if command == "sweep" and first and not re.search(r"[/A-Z.]", first) and first not in stems("sweeps"):
        fault(page, line, f"no such design: {first}")
    if command == "explain" and re.match(r"(law|nature|place|run|models)\.", first):
        look_at_key(page, line, first)


def look_at_key(page, line, key):
    looked["keys"] += 1
    if not is_key(key):
        fault(page, line, f"no such key: {key}")


def look_at_name(page, line, code, text):
    """A name in code: of a key, of a file of this repository, or of a test."""
    if re.fullmatch(r"(law|nature|place|run|nation|models)(\.([a-z_0-9]+|[A-Z]\d+|KEY|N))+", code) and \
            not SUFFIX.search(code):
        # A page on how to add one declares its own.
        if f'"{code.rpartition(".")[2]}",' not in text:
            look_at_key(page, line, code)
    elif re.fullmatch(r"(sim|analysis|app|scripts|tests|cmake|packaging|scenarios)/[\w./*-]+", code):
        looked["files"] += 1
        place = code.rstrip("/")
        if not list(ROOT.glob(place)) and not re.search(r"[A-Z]{3}", place.replace("README", "")) \
                and not is_of_the_page(place, text) and not MADE.search(place):
            fault(page, line, f"no such file: {code}")
    elif suite := re.fullmatch(r"([A-Z]\w+)\.([A-Z][A-Za-z0-9]+)", code):
        looked["tests"] += 1
        if not re.search(rf"(TEST|TEST_F|TEST_P|RC_GTEST_PROP)\({suite[1]},\s*{suite[2]}\b", sources_of_tests()) and \
                f"TEST({suite[1]}, {suite[2]})" not in text:
            fault(page, line, f"no such test: {code}")


def main():
    for page in sorted(PAGES):
        if LEFT_OUT.match(str(page.relative_to(ROOT))):
            continue
        text = page.read_text(encoding="utf-8")
        for line, code in lines_of_code(text):
            for words in commands_in(code):
                if words:
                    look_at_call(page, line, words, text)
            look_at_name(page, line, code.strip(), text)
    for what, least in (("commands", 150), ("keys", 60), ("files", 200), ("tests", 20)):
        if looked[what] < least and len(sys.argv) < 3:
            faults.append(f"only {looked[what]} {what} were found")
    print("\n".join(faults) or "pages: " + ", ".join(f"{count} {what}" for what, count in looked.items())
          + " that they name are there")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
