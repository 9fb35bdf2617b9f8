#!/usr/bin/env bash
# Documents: links, anchors, and the parts that every page of the model has (documents.py). Then a
# fault of each kind is planted in a copy, and must be told; and what only looks like one, and must
# not.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
python3 -B "$here/documents.py"

copy=$(mktemp -d)
trap 'rm -rf "$copy"' EXIT
# Pages that faults are planted in as files of its own, all else as it is.
mkdir -p "$copy/docs"
cp -r "$root/docs/model" "$root/docs/odd.md" "$copy/docs"
for other in "$root"/* "$root"/.c* "$root"/docs/*; do
  place=$copy/${other#"$root/"}
  [[ -e $place || ${other##*/} == build* ]] || ln -s "$other" "$place"
done
failures=0
planted=0

# plant WHAT EXPECTED: sed or text of $page is changed by WHAT (a sed program) and EXPECTED is told;
# an empty EXPECTED: nothing may be told.
page=docs/model/climate.md
plant() {
  local told
  cp "$root/$page" "$copy/$page"
  sed -i "$1" "$copy/$page"
  told=$(python3 -B "$here/documents.py" "$copy" || true)
  cp "$root/$page" "$copy/$page"
  planted=$((planted + 1))
  if [[ -z $2 && $told != documents:* ]] || ! grep -qF -- "$2" <<<"$told"; then
    echo "FAILED: $1 should tell '$2', and tells: $told" >&2
    failures=$((failures + 1))
  fi
}
plant '$a [gone](gone.md)' 'dead link: gone.md'
plant '$a [gone](budget.md#no-such-heading)' 'no such heading: budget.md#no-such-heading'
plant '$a [gone](#nowhere)' 'no such heading: #nowhere'
plant '$a @@FIGURE@@' 'left to be filled in'
plant 's/^> .*//' 'has no sentence'
plant 's/^    .*//' 'has no equation'
plant 's/^\*\*Sources\.\*\*//' 'has no sources'
plant 's/^\*\*Tests\.\*\*//' 'has no tests'
plant 's/climate_test\.cpp/climates_test.cpp/' 'no such file: tests/unit/climates_test.cpp'
plant 's/enact_climate\.cpp/enact_climates.cpp/' 'sim/year/enact_climate.cpp:1: is named by no page'
# What stands in code is no link; a heading that is there is found, also the second of its name.
plant '$a `all[0](x)` and\n```\nrows[1](gone.md)\n```' ''
plant '$a [it](#sources-and-tests), [again](#twice-1)\n## Twice\n## Twice' ''
page=docs/model/cohort.md
plant 's/cohort_birth\.cpp//' 'sim/year/cohort_birth.cpp:1: is named by no page'
page=docs/odd.md
plant 's/^### Collectives/### Groups/' 'where the protocol has'
((failures == 0)) || { echo "$failures of $planted planted faults are not told as they should" >&2 && exit 1; }
echo "documents: $planted planted faults are told"
