#!/usr/bin/env bash
# What `homeroom schema` prints, as an editor uses it: the TOML language tool accepts every shipped
# file by the schema of its kind and by the configuration that docs/scenario_files.md gives, and
# refuses planted faults.
#
#   tests/schema/editor_test.sh PROGRAM
#
# Without the tool (scripts/setup --tests fetches it from the npm registry) nothing is tested: that
# is a failure where CI is set, and a skipped test, which ctest names, elsewhere.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../app/harness.sh"

if ! "$root/scripts/npm_tools" schema; then
  echo "the schema is not tested: the npm registry cannot be reached, so the tool is not here" >&2
  [[ -n ${CI-} ]] && exit 1
  exit 77
fi
taplo=$root/build/schema/node_modules/.bin/taplo

mkdir schema
for kind in scenario nature models places patterns policies; do
  run 0 schema "$kind"
  cp .out "schema/$kind.json"
done
run 0 schema nature --scenario boston
cp .out schema/bounded.json

# tool KIND FILE...: what the tool says; the last line is its exit status.
tool() {
  local kind=$1 status=0
  shift
  "$taplo" check --no-auto-config --schema "file://$work/schema/$kind.json" "$@" >.said 2>&1 ||
    status=$?
  return "$status"
}
accepts() { tool "$@" || fail "by the schema of $1: $(grep -v INFO .said | head -n 20)"; }

# Every shipped file by its kind, and all of them as what a scenario may say.
accepts nature "$root"/scenarios/nature/*.toml
accepts bounded "$root"/scenarios/nature/*.toml
accepts models "$root"/scenarios/models/*.toml
accepts places "$root"/scenarios/places/*.toml
accepts patterns "$root"/scenarios/patterns.toml
accepts policies "$root"/scenarios/policies/*.toml "$root"/scenarios/sweeps/policies/*.toml "$root"/scenarios/claims/policies/*.toml "$root"/scenarios/probes/policies/*.toml
# mechanisms.toml says what the theory asserts, ladders.toml names sets of policies; sweeps/, claims/ and
# probes/ are designs, claims and probes, lists/ and maps/ describe official lists: no scenarios.
# Bands of patterns, lists of signs and of mutants are no scenarios, and a corpus holds broken ones.
mapfile -t shipped < <(find "$root/scenarios" "$root/tests" -name '*.toml' ! -name patterns.toml ! -name mechanisms.toml \
  ! -name ladders.toml ! -path '*/policies/*' ! -path '*/scenarios/lists/*' ! -path '*/scenarios/maps/*' ! -path '*/sweeps/*' ! -path '*/scenarios/claims/*' ! -path '*/scenarios/probes/*' \
  ! -path '*/tests/mutants/*' ! -path '*/tests/fuzz/*' \
  \( ! -path '*/tests/signs/*' -o -path '*/cities/*' \))
accepts scenario "${shipped[@]}"

# Planted faults, a file each: all are told in one call, and no sound file among them.
plant() { printf '%b' "$2" >"planted/$1.toml"; }
mkdir planted
plant unknown_key '[place]\nshare_low_incom = 0.3\n'
plant unknown_part '[politics]\nx = 1\n'
plant unknown_in_policy '[policy]\nx = 1\n'
plant wrong_type 'name = 3\n'
plant out_of_range '[law.governance]\nturnout = 7\n'
plant dated_out_of_range '[law.governance]\nturnout = { 1900 = 0.1, 2012 = 7 }\n'
plant not_a_year '[law.governance]\nturnout = { 12 = 0.1 }\n'
plant misspelt_word '[law.governance]\nboard = "electd"\n'
plant fraction '[run]\nreplicates = 1.5\n'
plant in_a_list '[[place.schools]]\nmodel = "pilot"\ncuont = 3\n'
plant in_a_model '[models.mine]\nS1 = 2\n'
plant wrong_unit '[nature.learning.climate]\nvalue = 0.1\nunit = "SD"\n'
plant wrong_status '[nature.learning.climate]\nvalue = 0.1\nstatus = "guessed"\n'
tool scenario planted/*.toml && fail 'planted faults are accepted'
for file in planted/*.toml; do
  grep -q "invalid file.*$file" .said || fail "$file is accepted"
done
plant sound '[law.governance]\nturnout = { value = 0.2, source = "x", status = "assumed" }\n'
accepts scenario planted/sound.toml

# A policy has bounds, selectors and years that count from its first.
mkdir policies
plant_policy() { printf '%b' "$2" >"policies/$1.toml"; }
plant_policy place '[place]\nshare_black = 0.3\n'
plant_policy bound '[law.governance]\nturnout = { at_least = 7 }\n'
plant_policy two_bounds '[law.governance]\nturnout = { at_least = 0.1, at_most = 0.2 }\n'
plant_policy word '[[every_model]]\nwhere = { employer = "distrit" }\nS1 = 1\n'
plant_policy class '[[every_model]]\nwhere = { ordinary = false }\nneutral = ["producton"]\n'
plant_policy about '[[every_model]]\nwhere = { emploier = "district" }\nS1 = 1\n'
plant_policy share '[[law.selections]]\nmodel = "x"\nshare = 2\n'
tool policies policies/*.toml && fail 'planted faults in policies are accepted'
for file in policies/*.toml; do
  grep -q "invalid file.*$file" .said || fail "$file is accepted"
done
plant_policy neutral '[[every_model]]\nwhere = { ordinary = false }\nneutral = ["production", "selection"]\n'
accepts policies policies/neutral.toml
plant_policy sound '[law.governance]\nturnout = { "+0" = 0.2, "+5" = 0.1 }\n[[every_model]]\nwhere = { employer = ["district", "state"], ordinary = false }\nS1 = { at_least = 1 }\n'
accepts policies policies/sound.toml

# A file of nature owes its notes, and holds nothing else; with a scenario its ranges bind.
mkdir owed
printf '[nature.learning.climate]\nvalue = 0.1\n' >owed/without_notes.toml
printf '[nature.learning]\nclimate = 0.1\n' >owed/bare.toml
printf '[law.governance]\nturnout = 0.1\n' >owed/law.toml
tool nature owed/*.toml && fail 'files of nature without notes are accepted'
for file in owed/*.toml; do grep -q "invalid file.*$file" .said || fail "$file is accepted"; done
beyond=$(sed 's/^\(value = \).*/\1-0.49/' <<<'[nature.learning.climate]
value = 0
unit = "SD/year"
range = [-0.5, 0.5]
source = "x"
status = "assumed"')
printf '%s\n' "$beyond" >beyond.toml
accepts nature beyond.toml
tool bounded beyond.toml && fail 'a value beyond the range of the shipped file is accepted'

# Bands: a figure that nothing computes, a key too many, a band that lacks an end or has no reason,
# a list of none.
mkdir bands
band() {
  printf '[[pattern]]\nid = "F1"\nfigure = "%s"\nsays = "s"\nsource = "t"\n%b' "$2" "$3" >"bands/$1.toml"
}
band unknown_figure between_schools_math_33 'low = 0\nhigh = 1\n'
band unknown_key between_schools_math_3 'low = 0\nhigh = 1\nlov = 1\n'
band without_high between_schools_math_3 'low = 0\n'
band without_band between_schools_math_3 ''
band both between_schools_math_3 'low = 0\nhigh = 1\nunjudged = "no band is known"\n'
band text between_schools_math_3 'low = "0"\nhigh = 1\n'
printf '[[pattern]]\nid = "F1"\nfigure = "between_schools_math_3"\nlow = 0\nhigh = 1\n' >bands/unsaid.toml
printf 'pattern = []\n' >bands/none.toml
tool patterns bands/*.toml && fail 'faults in bands are accepted'
for file in bands/*.toml; do grep -q "invalid file.*$file" .said || fail "$file is accepted"; done
band sound between_schools_math_3 'low = 0\nhigh = 1\n'
band unjudged between_schools_math_3 'unjudged = "no band is known"\n'
accepts patterns bands/sound.toml bands/unjudged.toml

# The documentation's own configuration, in a folder laid out as it says.
mkdir -p project
cp -r "$root/scenarios" schema project/
sed -n '/^```toml$/,/^```$/{/^```/!p}' "$root/docs/scenario_files.md" >project/.taplo.toml
grep -q '^\[\[rule\]\]' project/.taplo.toml || fail 'docs/scenario_files.md has no configuration'
cp planted/misspelt_word.toml project/scenarios/
sed -i 's/^status = "assumed"/status = "guessed"/' project/scenarios/nature/climate.toml
sed -i 's/^figure = "between_schools_math_3"/figure = "between_schools_math_33"/' \
  project/scenarios/patterns.toml
(cd project && "$taplo" check) >.said 2>&1 && fail 'by the documented configuration all is accepted'
for file in scenarios/misspelt_word.toml scenarios/nature/climate.toml scenarios/patterns.toml; do
  grep -q "invalid file.*$file" .said || fail "by the documented configuration $file is accepted"
done
[[ $(grep -c 'invalid file' .said) == 3 ]] || fail "sound files are refused: $(cat .said)"

finish
