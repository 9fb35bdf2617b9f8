#!/usr/bin/env bash
# Documents: every relative link leads somewhere, nothing in them is left to be filled in, and every
# page of the model has its sentence, its equations, its sources and its tests, which exist.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
faults=0
while IFS= read -r file; do
  folder=$(dirname "$file")
  while IFS= read -r link; do
    target=${link%%#*}
    [ -z "$target" ] && continue
    if [ ! -e "$folder/$target" ]; then
      echo "$file: dead link: $link"
      faults=$((faults + 1))
    fi
  done < <(grep -oE '\]\([^)]+\)' "$file" | sed 's/^](//; s/)$//' | grep -vE '^(https?|mailto):' || true)
  if grep -nE '@@[A-Z]+@@' "$file"; then
    echo "$file: left to be filled in"
    faults=$((faults + 1))
  fi
done < <(find . -name '*.md' -not -path './build*' -not -path '*/node_modules/*' -not -path './.git/*' -not -path './results/*')

lacks() {
  echo "$1: has no $2"
  faults=$((faults + 1))
}
for page in docs/model/*.md; do
  grep -qE '^> ".+"$' "$page" || lacks "$page" 'sentence that a superintendent would say (> "...")'
  grep -qE '^    .* (=|~) ' "$page" || lacks "$page" 'equation (a line set off by four spaces)'
  grep -q '^\*\*Sources\.\*\* .' "$page" || lacks "$page" 'sources (**Sources.**)'
  grep -q '^\*\*Tests\.\*\* .*`tests/' "$page" || lacks "$page" 'tests (**Tests.**)'
  while IFS= read -r named; do
    compgen -G "$named" >/dev/null || lacks "$page" "such file: $named"
  done < <(grep -oE '`(tests|sim|scenarios)/[^`]*[a-z*]\.[a-z]+`' "$page" | tr -d '`')
done
[ "$faults" -eq 0 ] && echo "documents: every link leads somewhere, every page has its parts"
exit $((faults > 0))
