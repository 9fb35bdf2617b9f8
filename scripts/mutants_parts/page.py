"""docs/mutants.md: every mutant with the test that catches it."""
import difflib

from mutants_parts.read import ROOT

PAGE = ROOT / "docs" / "mutants.md"

HEAD = """# Mutants: faults that were made on purpose

A test that cannot fail says nothing. Here are {count} faults, each a change of a few characters in the model, what its tables say of it, the estimators or what judges them; for each the test that fails because of it. They stand as data in `tests/mutants`, this page is made of them by `scripts/mutants --write`.

```
scripts/mutants --check       each applies exactly once, its test exists, this page is theirs (in every test, instant)
scripts/mutants --pick 5      builds five, chosen by the revision, and asks their tests (in every test)
scripts/mutants --all         builds them all (scripts/test --full)
scripts/mutants choice.far_schools_attract               one by its name
scripts/mutants --find choice.far_schools_attract        all tests of its program that catch it
```

A mutant is *caught* where its test passes without it and fails with it. It *survives* where the test passes all the same: then a test is missing, and is written where its question belongs (`tests/unit`, `theory`, `signs`, `laws`, `chance`). A mutant that does not compile is a fault of its file.

Nothing of the build is touched: the changed source is compiled by the command that compiled the original and linked before the libraries, with the one file of tests that is asked ([decision 44](decisions/0044-a-mutant-is-one-object-more.md)). Headers can have no mutant so, for more than one object is made of them.

A new one wants an entry: `id`, `file`, the text `before` (which stands in the file exactly once) and `after`, `why` it would matter, and the `test` that must catch it.
"""


def row(mutant):
    return f"| `{mutant.id.split('.', 1)[1]}` | {mutant.why} | `{mutant.file}` | `{mutant.test}` |"


def page(mutants):
    lines = [HEAD.format(count=len(mutants))]
    for said_in in dict.fromkeys(mutant.said_in for mutant in mutants):
        of = [mutant for mutant in mutants if mutant.said_in == said_in]
        title = of[0].chapter.rstrip(".")
        lines.append(f"\n## {title}\n\n| mutant | what is wrong | where | caught by |\n| --- | --- | --- | --- |")
        lines += [row(mutant) for mutant in of]
    return "\n".join(lines) + "\n"


def faults_of_page(mutants):
    there = PAGE.read_text(encoding="utf-8") if PAGE.exists() else ""
    wanted = page(mutants)
    if there == wanted:
        return []
    lines = difflib.unified_diff(there.splitlines(), wanted.splitlines(), "docs/mutants.md", "what it should be", n=0,
                                 lineterm="")
    return ["docs/mutants.md is not that of tests/mutants; scripts/mutants --write makes it:", *list(lines)[:20]]
