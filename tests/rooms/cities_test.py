#!/usr/bin/env python3
"""A city that is shipped stands wherever shipped cities stand: a scenario NAME.toml that lays
places/NAME.toml is tried under placebos, has its page, its column among the patterns of all cities,
its title in findings, its place in the workshop, and a name that no equation may say.

    tests/rooms/cities_test.py [ROOT]

Prints one line for each place in which a city is missing; exit status 1 if there is any.
"""
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else __file__).resolve()
if ROOT.is_file():
    ROOT = ROOT.parents[2]


def text(file):
    return (ROOT / file).read_text(encoding="utf-8")


def cities():
    for file in sorted((ROOT / "scenarios").glob("*.toml")):
        extends = tomllib.loads(file.read_text(encoding="utf-8")).get("extends", [])
        if f"places/{file.stem}.toml" in extends:
            yield file.stem


def between(file, begin, end):
    """The part of a file in which the names stand."""
    found = re.search(re.escape(begin) + r"(.*?)" + re.escape(end), text(file), re.DOTALL)
    if not found:
        sys.exit(f"{file}: nothing from {begin!r} to {end!r}; mend this test")
    return found.group(1)


def names_in(file, begin, end):
    part = between(file, begin, end)
    return lambda city: f'"{city}"' in part


# No equation may say its name: the pattern is written as a regular expression.
NAMES = re.compile(between("scripts/check_rooms", "NAMES = re.compile(", "re.IGNORECASE)").replace('"\n', "").replace('r"', "")
                   .replace(" ", "").strip().rstrip(',"'), re.IGNORECASE)
PLACES = {
    "tests/laws/placebo_law_test.cpp": names_in("tests/laws/placebo_law_test.cpp", "::testing::Values(", ")"),
    "scripts/patterns_of_cities, REPLICATES": names_in("scripts/patterns_of_cities", "REPLICATES = {", "}"),
    "scripts/patterns_of_cities, TITLES": names_in("scripts/patterns_of_cities", "TITLES = {", "}"),
    "scripts/findings_parts/words.py, CITIES": names_in("scripts/findings_parts/words.py", "CITIES = {", "}"),
    "scripts/check_rooms, NAMES": lambda city: NAMES.search(city) is not None,
    "app/workshop_command.cpp, kCities": names_in("app/workshop_command.cpp", "kCities[] = {", "}"),
    "docs/places/CITY.md": lambda city: (ROOT / "docs/places" / f"{city}.md").is_file(),
    "docs/patterns/CITY.csv": lambda city: (ROOT / "docs/patterns" / f"{city}.csv").is_file(),
    "tests/unit/place_CITY_test.cpp": lambda city: (ROOT / "tests/unit" / f"place_{city}_test.cpp").is_file(),
}

found = list(cities())
if len(found) < 6:
    sys.exit(f"cities_test: {len(found)} shipped cities ({', '.join(found)}); there were six")
missing = [f"cities_test: {city} is not in {place}; docs/extending/city.md says what belongs there"
           for city in found for place, has in PLACES.items() if not has(city)]
print("\n".join(missing) or f"cities_test: {len(found)} cities stand in all {len(PLACES)} places")
sys.exit(bool(missing))
