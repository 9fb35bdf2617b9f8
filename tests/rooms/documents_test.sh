#!/usr/bin/env bash
# Documents: every relative link leads somewhere, and nothing in them is left to be filled in.
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
done < <(find . -name '*.md' -not -path './build*' -not -path './.git/*' -not -path './results/*')
[ "$faults" -eq 0 ] && echo "documents: every link leads somewhere"
exit $((faults > 0))
