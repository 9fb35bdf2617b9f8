#!/usr/bin/env python3
"""Documents: every link leads to a file, and to a heading of it where it names one; nothing is left
to be filled in; every page of the model has its sentence, its equations, its sources and its tests,
and every chapter of the year and every source of it has a page; the ODD has its elements.

    tests/rooms/documents.py [ROOT]      ROOT: another checkout, for the test of this test
"""
import os
import pathlib
import re
import sys

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[2]).resolve()
LEFT_OUT = re.compile(r"^(build[^/]*|results|\.git)(/|$)|(^|/)node_modules(/|$)")
# Of the year, but no chapter: what all of them stand on.
NO_CHAPTER = {"chapter_times", "chapters", "year", "child_dice"}
faults = []


def pages():
    for folder, below, files in os.walk(ROOT):
        here = os.path.relpath(folder, ROOT)
        below[:] = [name for name in below if not LEFT_OUT.search(os.path.normpath(f"{here}/{name}"))]
        yield from (pathlib.Path(folder) / name for name in files if name.endswith(".md"))


def prose_of(text):
    """The text with code blanked out, line by line: what stands there is no link and no heading."""
    lines, fence = [], None
    for line in text.split("\n"):
        mark = re.match(r" {0,3}(`{3,}|~{3,})", line)
        if fence:
            if mark and mark[1].startswith(fence):
                fence = None
            line = ""
        elif mark:
            fence, line = mark[1], ""
        lines.append(line)
    return "\n".join(lines)


def without_code(line):
    return re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", "", line)


def anchors_of(text):
    """As GitHub makes them of headings; one that comes again has a number."""
    anchors, seen = set(re.findall(r'<a (?:id|name)="([^"]+)"', text)), {}
    for heading in re.findall(r"^#{1,6} +(.+?) *#*$", prose_of(text), re.M):
        words = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "").lower()
        anchor = re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
        count = seen.get(anchor, 0)
        seen[anchor] = count + 1
        anchors.add(f"{anchor}-{count}" if count else anchor)
    return anchors


def fault(page, line, what):
    faults.append(f"{page.relative_to(ROOT)}:{line}: {what}")


def look_for_places(file, text):
    for number, line in enumerate(text.split("\n"), 1):
        if re.search(r"@@[A-Z ]+@@", line):
            fault(file, number, "left to be filled in")


def look_at_links(page, text, anchors):
    look_for_places(page, prose_of(text))
    for number, line in enumerate(prose_of(text).split("\n"), 1):
        for link in re.findall(r"\]\(([^)\s]+)\)", without_code(line)):
            if re.match(r"[a-z]+:", link):
                continue
            target, _, anchor = link.partition("#")
            file = (page.parent / target).resolve() if target else page
            if not file.exists():
                fault(page, number, f"dead link: {link}")
            elif anchor and file.suffix == ".md":
                if file not in anchors:
                    anchors[file] = anchors_of(file.read_text(encoding="utf-8"))
                if anchor not in anchors[file]:
                    fault(page, number, f"no such heading: {link}")


def spelled_out(name):
    """`a_{b,c}.*` is a_b.* and a_c.*."""
    braces = re.search(r"\{([^}]*)\}", name)
    if not braces:
        return [name]
    return [one for word in braces[1].split(",") for one in spelled_out(name.replace(braces[0], word))]


def files_named(text):
    """Files that a page names: by their path, or by their name where one before stood in the folder."""
    found, folders = {}, []
    for name in re.findall(r"`([\w./*{},]+\.(?:[a-z]+|\*|\{[a-z,]+\}))`", text):
        if re.match(r"(tests|sim|scenarios|docs)/", name):
            folders.append(name.rpartition("/")[0])
            found[name] = [file for one in spelled_out(name) for file in ROOT.glob(one)]
        elif "/" not in name and spelled_out(name)[0].endswith((".cpp", ".hpp")):
            found[name] = [file for folder in folders for one in spelled_out(name)
                           for file in ROOT.glob(f"{folder}/{one}")]
    return found


def look_at_parts(page, text):
    """The four parts of a page of the model; the sources of the program that it names."""
    parts = {'sentence that a superintendent would say (> "...")': r'^> ".+"$',
             "equation (a line set off by four spaces)": r"^    .* (=|~) ",
             "sources (**Sources.**)": r"^\*\*Sources\.\*\* .",
             "tests (**Tests.**)": r"^\*\*Tests\.\*\* .*`tests/"}
    for part, pattern in parts.items():
        if not re.search(pattern, text, re.M):
            fault(page, 1, f"has no {part}")
    named = files_named(text)
    for name, files in named.items():
        if not files:
            fault(page, text[:text.index(f"`{name}`")].count("\n") + 1, f"no such file: {name}")
    return {file for files in named.values() for file in files}


def look_at_the_model():
    named, chapters = set(), ROOT / "sim/year/chapters.cpp"
    for page in sorted(ROOT.glob("docs/model/*.md")):
        named |= look_at_parts(page, page.read_text(encoding="utf-8"))
    for source in sorted([*ROOT.glob("sim/year/*.?pp"), *ROOT.glob("scenarios/nature/*.toml")]):
        look_for_places(source, source.read_text(encoding="utf-8"))
    for source in sorted([*ROOT.glob("sim/year/*.cpp"), *ROOT.glob("sim/founding/*.cpp")]):
        if source not in named and source.stem not in NO_CHAPTER:
            fault(source, 1, "is named by no page of docs/model")
    listed = re.findall(r'\{"(\w+)",\s*"[^"]*",[^{}]*?"(\w+)",\s*"[^"]*",\s*"[^"]*"\}',
                        chapters.read_text(encoding="utf-8"))
    if len(listed) < 10:
        fault(chapters, 1, f"only {len(listed)} chapters were found")
    for chapter, page in listed:
        if not (ROOT / f"docs/model/{page}.md").exists():
            fault(chapters, 1, f"the chapter {chapter} has no page docs/model/{page}.md")


# Grimm et al. (2020): the seven elements, and the concepts of the fourth.
ODD = ["1. Purpose and patterns", "2. Entities, state variables and scales",
       "3. Process overview and scheduling", "4. Design concepts", "5. Initialization",
       "6. Input data", "7. Submodels"]
CONCEPTS = ["Basic principles", "Emergence", "Adaptation", "Objectives", "Learning", "Prediction",
            "Sensing", "Interaction", "Stochasticity", "Collectives", "Observation"]


def look_at_odd():
    page = ROOT / "docs/odd.md"
    text = page.read_text(encoding="utf-8")
    elements = [name for name in re.findall(r"^## (.*)$", text, re.M) if re.match(r"\d", name)]
    concepts = re.findall(r"^### (.*)$", text.partition("## 4.")[2].partition("## 5.")[0], re.M)
    for wanted, there in ((ODD, elements), (CONCEPTS, concepts)):
        if there != wanted:
            fault(page, 1, f"has {there}, where the protocol has {wanted}")


def main():
    anchors = {}
    for page in sorted(pages()):
        look_at_links(page, page.read_text(encoding="utf-8"), anchors)
    look_at_the_model()
    look_at_odd()
    print("\n".join(faults) or "documents: every link leads somewhere, every page has its parts")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
