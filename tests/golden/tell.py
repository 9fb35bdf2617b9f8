"""How the golden stories are told: from a run's tables to lines that read in a diff.

A teller gets the folder of a run and yields lines. Most stories are told as tables; `succession` and
`closure` follow one thing through the years, in words.
"""
import collections
import csv

# Columns of a story: the table's column, the story's heading, digits after the point.
MODELS = [
    ("schools", "schools", 0), ("enrolment", "children", 0), ("pct_low_income", "poor%", 1),
    ("proficiency_math", "math%", 1), ("proficiency_ela", "ela%", 1),
    ("mean_score_math", "mean", 2), ("median_sgp_math", "growth", 1),
    ("teachers", "teachers", 0), ("teacher_turnover", "left", 2),
    ("spending_per_pupil", "USD/child", 0),
]
DISTRICT = [
    ("students", "children", 0), ("schools", "schools", 0), ("proficiency_math", "math%", 1),
    ("proficiency_ela", "ela%", 1), ("teachers", "teachers", 0), ("vacancies", "vacant", 0),
    ("pool", "pool", 0), ("choosers", "choosers", 0), ("first_choice", "first", 2),
    ("unassigned", "beyond", 0), ("reform_share", "reform", 2), ("balance", "USD", 0),
]
PROMISES = [
    ("paper_autonomy", "promised", 2), ("held_autonomy", "honoured", 2),
    ("effective_autonomy", "in use", 2), ("friction", "friction", 3),
]


def table(folder, name):
    with open(folder / f"{name}.csv", newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def rounded(text, digits):
    return f"{float(text):.{digits}f}" if text else "-"


def columns_of(row, columns):
    return [rounded(row[name], digits) for name, _, digits in columns]


def aligned(heading, rows):
    """Lines of a table: words to the left, numbers to the right."""
    lines = [heading] + rows
    widths = [max(len(line[i]) for line in lines) for i in range(len(heading))]
    words = [all(not row[i][:1].isdigit() for row in rows) for i in range(len(heading))]
    for line in lines:
        cells = [c.ljust(w) if word else c.rjust(w) for c, w, word in zip(line, widths, words)]
        yield "  ".join(cells).rstrip()


def tables(folder):
    models = [[r["year"], r["model"]] + columns_of(r, MODELS) for r in table(folder, "models")]
    district = [[r["year"]] + columns_of(r, DISTRICT) for r in table(folder, "district")]
    events = [[r["year"], r["event"], r["school"] or "the city", r["model"] or "-",
               r["detail"] or "-", rounded(r["value"], 2)] for r in table(folder, "events")]
    yield "School models"
    yield from aligned(["year", "model"] + [c[1] for c in MODELS], models)
    yield ""
    yield "The district"
    yield from aligned(["year"] + [c[1] for c in DISTRICT], district)
    yield ""
    yield "Events"
    yield from aligned(["year", "event", "school", "model", "detail", "value"], events)


# What a superintendent would say of an event; events that are not here are not told.
SAID = {
    "succession": "The superintendent leaves after {value} years; another comes.",
    "support_office_dissolved": "The office that defended the network is given up.",
    "agreement": "The agreement with {school} is renewed.",
    "agreement_ended": "The agreement with {school} is let end.",
    "probation": "{school} is put on probation, rated {value} of 100.",
    "probation_end": "{school} comes off probation, rated {value} of 100.",
    "closure": "{school} is to close in June, for its {detail}.",
    "forced_placement": "Teachers placed in {school} without its consent: {value}.",
}


def said(folder, year):
    for row in table(folder, "events"):
        if row["year"] == year and row["event"] in SAID:
            yield "  " + SAID[row["event"]].format(
                school=row["school"], detail=row["detail"], value=rounded(row["value"], 0))


def succession(folder):
    """What two schools were promised, before and after those who promised it have gone."""
    city = {r["year"]: r for r in table(folder, "district")}
    for row in table(folder, "truth_sustainability"):
        if row["model"] != "network":
            continue
        year = row["year"]
        yield (f"{year}: the superintendent, {city[year]['superintendent_years']} years in office, "
               f"is committed {rounded(row['commitment'], 2)}; "
               f"the central office believes {rounded(row['buy_in'], 2)}.")
        yield from said(folder, year)
        rights = [f"{heading} {number}" for (_, heading, _), number in
                  zip(PROMISES, columns_of(row, PROMISES))]
        yield "  The network's autonomy: " + ", ".join(rights) + "."
    yield ""
    yield "Its schools and the others"
    models = table(folder, "models")
    yield from aligned(
        ["year", "model", "principals gone", "teachers gone", "growth"],
        [[r["year"], r["model"], rounded(r["principal_turnover"], 2),
          rounded(r["teacher_turnover"], 2), rounded(r["median_sgp_math"], 1)] for r in models])


def count_of(names, order):
    counts = collections.Counter(names)
    return ", ".join(f"{counts[name]} {name}" for name in order if counts[name]) or "none"


def found(teacher):
    """Where a year finds a teacher, and how it came there."""
    if teacher is None or teacher["place"] == "outside":
        return "gone"
    if teacher["place"] == "pool":
        return "in the pool"
    return ("" if teacher["hired"] in ("forced", "late") else "by ") + teacher["hired"]


def landed(folder, closed, year):
    """Where the children of a closed school are a year later, and its teachers two."""
    after = [str(int(year) + later) for later in (0, 1, 2)]
    schools = {(r["year"], r["school_id"]): r["name"] for r in table(folder, "schools")}
    names = sorted(set(schools.values())) + ["left the city or finished"]
    children = table(folder, "students")
    now = {r["student_id"]: r for r in children if r["year"] == after[1]}
    then = [r for r in children if r["year"] == year and r["school_id"] == closed]
    yield f"Its {len(then)} children, a year later: " + count_of(
        (schools[after[1], now[r["student_id"]]["school_id"]] if r["student_id"] in now
         else "left the city or finished" for r in then), names) + "."
    staff = table(folder, "teachers")
    before = {r["teacher_id"] for r in staff if r["year"] == year and r["school_id"] == closed}
    order = ["by consent", "by seniority", "late", "forced", "in the pool", "gone"]
    for later in (1, 2):
        at = {r["teacher_id"]: r for r in staff if r["year"] == after[later]}
        yield f"Its {len(before)} teachers, {later} year{'s' * (later > 1)} later: " + count_of(
            (found(at.get(t)) for t in before), order) + "."


def closure(folder):
    """A school is rated, warned and closed; where its children and its teachers go."""
    folder_rows = table(folder, "schools")
    years = sorted({r["year"] for r in folder_rows})
    schools = list(dict.fromkeys(r["name"] for r in folder_rows))
    rating = {(r["year"], r["name"]): rounded(r["rating"], 0) for r in folder_rows}
    size = {(r["year"], r["name"]): r["enrolment"] for r in folder_rows}
    yield "Rated, of 100"
    yield from aligned(["school"] + years, [[s] + [rating.get((y, s), "-") for y in years]
                                            for s in schools])
    yield ""
    yield "Children"
    yield from aligned(["school"] + years, [[s] + [size.get((y, s), "-") for y in years]
                                            for s in schools])
    yield ""
    closed = {r["school_id"]: r for r in table(folder, "events") if r["event"] == "closure"}
    for year in years:
        pool = next(r["pool"] for r in table(folder, "district") if r["year"] == year)
        yield f"{year}: teachers paid without a post: {pool}."
        yield from said(folder, year)
    for school, event in closed.items():
        yield ""
        yield f"After the closure of {event['school']}"
        yield from landed(folder, school, event["year"])


TELLERS = {"succession": succession, "closure": closure}
