"""The figure, as SVG, from the table of means."""
import collections
import csv

# Panel: heading, what goes up, and lines (seats, design, outcome, label, colour, dashes). Colours
# differ in lightness as well, for eyes and printers that see none.
PANELS = (
    ("Choosers against others of their school", "mathematics after a year, SD",
     (("roomy", "choosers", "score_1", "seats for everybody", "#e08214", "5,3"),
      ("crowded", "choosers", "score_1", "a tenth of the seats free", "#2d004b", ""))),
    ("Lottery winners against losers", "mathematics after a year, SD",
     (("crowded", "any_offer", "score_1", "any seat against none", "#1b7837", ""),
      ("crowded", "first_choice", "score_1", "first choice, or not", "#762a83", "2,3"))),
    ("Where winners and losers go", "what a year there adds, SD",
     (("crowded", "any_offer", "quality_treated", "won any seat", "#1b7837", ""),
      ("crowded", "any_offer", "quality_controls", "won none", "#7fbf7b", "5,3"),
      ("crowded", "first_choice", "quality_treated", "won first choice", "#762a83", "2,3"),
      ("crowded", "first_choice", "quality_controls", "lost it", "#c2a5cf", "2,3"))),
)
WIDTH, HEIGHT = 262, 250           # of a panel
LEFT, RIGHT, TOP, BOTTOM = 50, 8, 52, 44
LOW, HIGH, STEP = -0.1, 0.25, 0.05  # of the vertical axis, SD


def means_of(table):
    """(seats, design, outcome): [(rate, mean, half of its 95 % interval)]."""
    lines = collections.defaultdict(list)
    with open(table, newline="") as file:
        for row in csv.DictReader(file):
            point = [float(row[key]) for key in ("participation", "mean", "half")]
            lines[row["seats"], row["design"], row["outcome"]].append(point)
    return lines


def across(panel, rate):
    return panel * WIDTH + LEFT + rate * (WIDTH - LEFT - RIGHT)


def down(value):
    return TOP + (HIGH - value) / (HIGH - LOW) * (HEIGHT - TOP - BOTTOM)


def text(x, y, words, anchor="middle", more=""):
    return f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}"{more}>{words}</text>'


def axes(panel, heading, measure):
    left, right = across(panel, 0), across(panel, 1)
    yield text(left, 14, heading, "start", ' font-weight="bold"')
    for i in range(round((HIGH - LOW) / STEP) + 1):
        value = LOW + i * STEP
        y = down(value)
        strong = "#777" if abs(value) < 1e-9 else "#e4e4e4"
        yield f'<path d="M{left:.1f} {y:.1f}H{right:.1f}" stroke="{strong}"/>'
        yield text(left - 5, y + 3.5, f"{value:.2f}".replace("-", "\u2212"), "end")
    for rate in (0, 0.25, 0.5, 0.75, 1):
        yield text(across(panel, rate), down(LOW) + 14, f"{rate:g}")
    yield text((left + right) / 2, down(LOW) + 30, "share of families who choose")
    x, y = panel * WIDTH + 10, (TOP + HEIGHT - BOTTOM) / 2
    yield text(x, y, measure, more=f' transform="rotate(-90 {x} {y})"')


def line(panel, points, colour, dashes, beside):
    """`beside`: how far to the right, so that bars of one rate stand side by side."""
    points = [(across(panel, rate) + beside, mean, half) for rate, mean, half in points]
    path = "M" + "L".join(f"{x:.1f} {down(mean):.1f}" for x, mean, _ in points)
    yield f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="1.8"' + (
        f' stroke-dasharray="{dashes}"/>' if dashes else "/>")
    for x, mean, half in points:
        high, low = down(min(HIGH, mean + half)), down(max(LOW, mean - half))
        yield f'<path d="M{x:.1f} {high:.1f}V{low:.1f}" stroke="{colour}"/>'
        yield f'<circle cx="{x:.1f}" cy="{down(mean):.1f}" r="2.6" fill="{colour}"/>'


def draw(table, out):
    lines = means_of(table)
    out.write('<svg xmlns="http://www.w3.org/2000/svg"'
              f' viewBox="0 0 {WIDTH * len(PANELS)} {HEIGHT}"'
              ' font-family="Helvetica, Arial, sans-serif" font-size="10">\n'
              '<rect width="100%" height="100%" fill="#fff"/>\n')
    for panel, (heading, measure, shown) in enumerate(PANELS):
        out.writelines(part + "\n" for part in axes(panel, heading, measure))
        for i, (*which, label, colour, dashes) in enumerate(shown):
            x, y = across(panel, 0) + i // 2 * 100, 28 + 13 * (i % 2)
            beside = 2.5 * (i - (len(shown) - 1) / 2)
            drawn = line(panel, lines[tuple(which)], colour, dashes, beside)
            out.writelines(part + "\n" for part in drawn)
            out.write(f'<path d="M{x:.1f} {y - 3}h20" stroke="{colour}"'
                      f' stroke-width="1.8" stroke-dasharray="{dashes or "none"}"/>\n')
            out.write(text(x + 24, y, label, "start") + "\n")
    out.write("</svg>\n")
