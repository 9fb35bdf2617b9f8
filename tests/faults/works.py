"""The commands that are disturbed: what each starts from, how it is asked, how it is gone on with."""
import dataclasses
import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCENARIO = str(ROOT / "scenarios" / "small_elected.toml")
SHORT = ("--set", "run.burn_in_years=2", "--set", "run.policy_years=2", "--quiet")
RUN = ("run", SCENARIO, "--years", "2", "--set", "run.burn_in_years=2", "--quiet", "--threads", "2")

DESIGN = f"""name = "disturbed"
description = "What if leadership counts for more?"
scenarios = ["{SCENARIO}"]
policies = ["none", "R1"]
replicates = 3
outcomes = ["truth_models.latent_growth_math@mean", "district.proficiency_math@last"]
set = ["run.policy_years=2", "run.burn_in_years=2"]
[design]
method = "grid"
[[factors]]
name = "leadership"
key = "nature.learning.leadership"
values = [0.02, 0.05, 0.1]
"""

CLAIM = f"""id = "C1"
says = "Children of innovation schools are likelier to be proficient."
source = "a test"
kind = "outcome"
cities = ["{SCENARIO}"]
measure = "proficiency"
groups = "innovation against traditional schools"
direction = "higher"
stated = "not said"
evidence = "none"
rule = "V1"
[published]
outcome = "proficiency"
subjects = ["math", "ela"]
years = [2012]
controls = ["race", "language", "income", "special_education"]
[[contrasts]]
of = ["innovation"]
against = ["traditional"]
direction = "higher"
"""

LIST = ("Academic_Year,County_Code,District_Code,School_Code,School_Name,Low_Grade,High_Grade,Enrollment_K12,"
        "FRPM_Count_K12\n" +
        "".join(f"2014-2015,19,64733,01002{i},School {i},K,12,390,{i * 10}\n" for i in range(10, 30)))

TABLE = "x,y\n" + "".join(f"{i % 7},{(i * i) % 11}\n" for i in range(200))


@dataclasses.dataclass(frozen=True)
class Work:
    name: str
    command: tuple
    results: tuple           # files and folders of the round that must come out the same
    again: tuple = ()        # how it is gone on with; empty: the same command
    then: tuple = ()         # commands after it, so that results are there
    files: tuple = ()        # (name, text) that it reads
    before: tuple = ()       # commands that must have been before
    stores: str = ""         # kind of stores that may be cut short, as a pattern of their names
    remade: tuple = ()       # commands that make a store once more that was moved away
    half_done: str = ""      # a store of which half is taken away again
    resumes: str = ""        # stores whose finished runs are found again by what goes on, as a pattern
    handles_signals: bool = True  # False: it keeps nothing, and a signal may end it at any moment
    keeps: tuple = ()        # what was whole before, and stays so whatever happens

    def to_go_on(self):
        return self.again or self.command


def sweep(*more):
    return ("sweep", "design.toml", "-o", "out", "--quiet", "--threads", "2", *more)


def works():
    """Every command that writes something worth keeping."""
    claims = ("claims", "--claims", "claims", "--quick", "-o", "out", "--quiet", "--threads", "2")
    six, kept = ("--replicates", "6", "-o", "out"), ("--keep-burn-ins", "kept")
    effect = ("audit", "effect", SCENARIO, "--model", "innovation", *SHORT, "--replicates", "2", "-o", "out")
    return [
        Work("run", (*RUN, *six), ("out",)),
        Work("students", (*RUN, "--students", "--replicates", "3", "-o", "out"), ("out",)),
        Work("run_again", (*RUN, *six), ("out",), before=((*RUN, *six),), keeps=("out",)),
        Work("run_over_another", (*RUN, *six, "--force"), ("out",), before=((*RUN, "--seed", "9", *six),)),
        Work("burn_ins", (*RUN, *six, *kept), ("out", "kept"), stores="kept/*.burn_in",
             before=((*RUN, *kept, "--replicates", "3", "-o", "earlier"),)),
        Work("compare", ("compare", SCENARIO, "--policy", "R1", *SHORT, "--replicates", "3", "-o", "out"), ("out",)),
        Work("sweep", sweep(), ("out",), again=sweep("--resume"), resumes="out/shard-*.sqlite",
             files=(("design.toml", DESIGN),)),
        Work("shard", sweep("--shard", "1/2", "--resume"), ("out",), then=(("collect", "out", "--quiet"),),
             stores="out/shard-1-of-2.sqlite", half_done="out/shard-1-of-2.sqlite",
             resumes="out/shard-1-of-2.sqlite", files=(("design.toml", DESIGN),),
             before=(sweep("--shard", "1/2"), sweep("--shard", "2/2"))),
        Work("collect", ("collect", "out", "--quiet"), ("out",), stores="out/shard-*.sqlite", handles_signals=False,
             remade=(sweep("--shard", "1/2", "--resume"), sweep("--shard", "2/2", "--resume")),
             files=(("design.toml", DESIGN),), before=(sweep("--shard", "1/2"), sweep("--shard", "2/2"))),
        Work("audit", ("audit", "null", SCENARIO, *SHORT, "--replicates", "2", "-o", "null.csv"), ("null.csv",)),
        Work("audit_effect", effect, ("out",)),
        Work("claims", claims, ("out/claims.csv",), again=(*claims, "--resume"),
             resumes="out/**/shard-*.sqlite", files=(("claims/C1.toml", CLAIM),)),
        Work("report", ("report", "out"), ("out",), before=((*RUN, *six),), handles_signals=False),
        Work("import", ("import", "list.csv", "-o", "place.toml"), ("place.toml",), files=(("list.csv", LIST),),
             handles_signals=False),
        Work("patterns", ("patterns", SCENARIO, *SHORT, "--replicates", "2", "-o", "bands.csv"), ("bands.csv",)),
        Work("estimate", ("estimate", "table.csv", "--outcome", "y", "--on", "x", "-o", "terms.csv"), ("terms.csv",),
             files=(("table.csv", TABLE),), handles_signals=False),
    ]
