#!/usr/bin/env bash
# Probes: listed, told on kept sweeps, gone on with, and wrong input told.
#
#   tests/app/probes.sh PROGRAM
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"

scenarios_before=$(find "$root/scenarios" -type f -exec cksum {} + | sort)
run 0 probes --probes "$root/scenarios/probes" --list
is 'probes listed' "$(wc -l <.out)" 25

mkdir probes
cat >probes/P1.toml <<PROBE
id = "P1"
weakness = "Leadership is seen, what it costs is not."
source = "a test"
question = "How much more growth comes from more leadership?"
known = "The coefficient is set."
replicates = 6
quick = 4
[sweep]
scenarios = ["$scenario"]
policies = ["none", "placebo_growth"]
set = ["run.policy_years=4", "run.burn_in_years=2"]
[sweep.design]
method = "grid"
[[sweep.factors]]
name = "leadership"
key = "nature.learning.leadership"
values = [0.02, 0.1]
[[measures]]
says = "growth rises by"
unit = "SD a year"
statistic = "mean"
found = [
  { outcome = "truth_models.leadership_math@mean", at = { leadership = 0.1 } },
  { outcome = "truth_models.leadership_math@mean", at = { leadership = 0.02 }, times = -1 },
]
truth = [
  { outcome = "truth_models.leadership_math@last", at = { leadership = 0.1 } },
]
[[measures]]
says = "nobody can tell this apart from 1000"
statistic = "mean"
found = [{ outcome = "truth_models.leadership_math@mean" }]
truth = 1000
smallest = 1
[[measures]]
says = "two ways of the regression differ by"
statistic = "mean"
found = [
  { outcome = "studied.gap.classical.estimate.proficiency.math+ela.innovation-traditional@2013+2014" },
  { outcome = "published.estimate.proficiency.math+ela.innovation-traditional@2013+2014", times = -1 },
]
truth = 0
smallest = 0.000001
PROBE
# Of the same design: its sweep is P1's.
sed '/^\[\[measures\]\]/,$d; s/P1/P2/' probes/P1.toml >probes/P2.toml
cat >>probes/P2.toml <<'PROBE'
[[measures]]
says = "the lowest gain by"
unit = "points"
statistic = "mean"
policy = "placebo_growth"
found = [{ outcome = "studied.lowest.10.estimate.proficiency.math+ela@2012+2012+2013" }]
truth = 0
smallest = 1000
[[measures]]
says = "found where there is nothing"
statistic = "any_significant"
policy = "placebo_growth"
outcomes = ["studied.lowest.30.p.growth.math@2012+2012+2013", "studied.lowest.30.p.growth.ela@2012+2012+2013"]
PROBE
run 0 probes --probes probes --quick -o first --quiet
prints 'P1   misleads (provisional)'
prints 'P2   holds (provisional)'
prints 'of 4 cities'
prints 'The coefficient is set.'
is 'rows of probes.csv' "$(wc -l <first/probes.csv)" 6
in_codebook probes first/probes.csv
is 'the head of probes.csv' "$(head -1 first/probes.csv)" \
  'id,weakness,city,statistic,estimate,low,high,truth,n,verdict,sentence'
[[ -e first/P1/quick/runs.csv && ! -e first/P2 ]] || fail 'probes of one design do not share a sweep'
is 'runs of both' "$(wc -l <first/P1/quick/runs.csv)" 17
run 0 probes --probes probes --quick -o again --quiet --threads 1
cmp -s first/probes.csv again/probes.csv || fail 'one thread tells otherwise'
# What was lived is not lived again, whichever of them is asked for, and is the same.
run 2 probes --probes probes --quick -o first --quiet
says '--resume goes on'
run 0 probes --probes probes --quick -o first --quiet --resume --id P2
says '0 runs done, 16 were there already'
cmp -s <(grep '^P2' again/probes.csv) <(grep '^P2' first/probes.csv) || fail 'P2 alone is told otherwise'
is 'the scenarios after probing' "$(find "$root/scenarios" -type f -exec cksum {} + | sort)" "$scenarios_before"
# The estimate is the mean of paired differences, as the tables have it.
python3 - <<'PYTHON' || fail 'the estimate is not the mean of paired differences'
import csv, sys
cells = {}
for row in csv.DictReader(open("again/P1/quick/runs.csv")):
    if row["policy"] == "none":
        cells[row["replicate"], row["leadership"]] = float(row["truth_models.leadership_math@mean"])
steps = [cells[r, "0.1"] - cells[r, "0.02"] for r in "1234"]
told = [row for row in csv.DictReader(open("again/probes.csv")) if row["sentence"].startswith("growth rises")]
mean = sum(steps) / 4
sys.exit(abs(float(told[0]["estimate"]) - mean) > 1e-4 * max(1e-3, abs(mean)))
PYTHON

refused 'no probe has it; did you mean "P1"?' probes --probes probes --id P11 --quick
refused 'holds no probe' probes --probes nowhere
refused 'out of range (allowed: 1 to 4096)' probes --probes probes --threads 0
sed 's/studied.gap.classical/studied.gap.clasical/' probes/P1.toml >broken.toml
mkdir wrong && sed 's/P1/broken/' broken.toml >wrong/broken.toml
refused 'did you mean "classical"?' probes --probes wrong --quick
sed -i 's/gap.clasical/gap.classical/; s/innovation-traditional/inovation-traditional/' wrong/broken.toml
refused 'no city has a model "inovation"' probes --probes wrong --quick
sed -i 's/inovation-/innovation-/; s/2013+2014/2013+2044/' wrong/broken.toml
refused 'no city runs 2044' probes --probes wrong --quick
sed -i 's/2013+2044/2013+2014/; s/studied.gap.classical.estimate.proficiency/studied.change.throughout.index5/' wrong/broken.toml
refused 'allowed: proficiency, mean_score, growth' probes --probes wrong --quick
sed -i 's/statistic = "mean"/statistic = "meen"/' probes/P1.toml
refused 'did you mean "mean"?' probes --probes probes --quick
finish
