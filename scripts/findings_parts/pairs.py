"""Claims that tell most when they are read side by side."""
from findings_parts.words import table

PAIRS = [
    (["C01", "C03"], "The same autonomy, opposite signs",
     "Horace Mann charters and pilots have almost the same rights, and the report has one above and the other below "
     "traditional schools."),
    (["C17", "C20", "C21"], "Little autonomy, good results",
     "In Los Angeles proficiency is said to rise with autonomy, but for two models that have little of it and stand "
     "above traditional schools."),
    (["C29", "C30"], "Level down, growth up",
     "Denver's innovation schools are said to be lower in proficiency and higher in growth."),
    (["C23", "C81"], "A zone without a difference, donors that lose",
     "The iZone's proficiency is said not to differ, while schools that its teachers left lose."),
    (["C42"], "Autonomy alone", "The factorial of autonomy, accountability and leaders that no city can supply."),
    (["C85", "C86"], "What closing schools does",
     "Charters are said to be better where weak ones are closed, and closure to raise the average and to spur the "
     "rest."),
    (["C106", "C107", "C108", "C109", "C110", "C111"], "What lasts after the champion",
     "Survival of rights, with and without boards, offices and second parties that protect them."),
]


def pairs(claims):
    by_id = {judged.id: judged for judged in claims}
    lines = ["", "## Side by side",
             "What tells most: claims that can hardly hold together unless something else than autonomy is at work, "
             "and those that take apart what cities never do."]
    for names, title, why in PAIRS:
        rows = [[name, by_id[name].row["verdict"], by_id[name].says, by_id[name].why.rstrip(".")]
                for name in names if name in by_id]
        lines += ["", f"**{title}.** {why}", *table(["", "verdict", "claim", "what came out"], rows)]
    return lines
