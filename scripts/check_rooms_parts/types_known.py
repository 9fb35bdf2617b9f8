"""Types that one program would know twice: two files that define a class of one name in one
namespace are a program whose linker takes either for both, without a word."""
import re

TOKEN = re.compile(r"""
    "(?:\\.|[^"\\\n])*" | '(?:\\.|[^'\\\n])+'                       # texts may hold braces
  | \bnamespace\s+(?P<space>[\w:]+)?\s*\{
  | \b(?:template\s*<>\s*)?(?:struct|class|union|enum(?:\s+class)?)\s+(?:\[\[\w+\]\]\s*)?
    (?P<type>\w+)\s*(?P<special><)?(?:final\b)?\s*(?::(?!:)[^;{()]*)?\{
  | (?P<open>\{) | (?P<close>\})""", re.VERBOSE)


def defined_in(text):
    """Line and full name of each type that other files could know, in code without comments."""
    spaces = []  # of each brace that is open: a namespace's name, or None where nothing has a name
    for token in TOKEN.finditer(text):
        if token["open"]:
            spaces.append(None)
        elif token["close"]:
            if spaces:
                spaces.pop()
        elif token["type"]:
            if None not in spaces and not token["special"]:
                yield text.count("\n", 0, token.start()) + 1, "::".join(spaces + [token["type"]])
            spaces.append(None)
        elif token.group(0).startswith("namespace"):
            spaces.append(token["space"])  # an anonymous one hides what it holds


def programs_of(paths):
    """The files of every program: the product's, and with these each folder of tests."""
    product = [path for path in paths if not path.startswith("tests/")]
    shared = [path for path in paths if path.startswith("tests/") and path.count("/") == 1]
    folders = sorted({path.split("/")[1] for path in paths
                      if path.startswith("tests/") and path.count("/") > 1})
    yield product
    for folder in folders:
        own = [path for path in paths if path.startswith(f"tests/{folder}/")]
        yield product + shared + own


def twice(texts):
    """Path, line, name and the other place of each type that a program knows twice; `texts`: code
    without comments by path."""
    defined = {path: list(defined_in(text)) for path, text in texts.items()}
    told = set()
    for program in programs_of(sorted(texts)):
        known = {}
        for path in program:
            for line, name in defined[path]:
                other = known.setdefault(name, (path, line))
                if other[0] != path and (path, line) not in told:
                    told.add((path, line))
                    yield path, line, name, other
