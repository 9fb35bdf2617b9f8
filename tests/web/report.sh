#!/usr/bin/env bash
# Pages of `homeroom report` in a browser: report.mjs says what is looked at.
#
#   tests/web/report.sh PROGRAM
#
# Without Chromium or what drives it (scripts/setup --tests gets both) nothing is tested: that is a
# failure where CI is set, and a skipped test, which ctest names, elsewhere.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/../app/harness.sh"

if ! "$root/scripts/npm_tools" browser || ! command -v chromium >/dev/null; then
  echo "pages are not tested: no Chromium here, or the npm registry cannot be reached" >&2
  [[ -n ${CI-} ]] && exit 1
  exit 77
fi

run 0 run "$scenario" --replicates 3 --years 3 -o city --quiet
run 0 compare "$scenario" --policy R1 --replicates 2 --years 2 -o pair --quiet
run 0 audit effect "$scenario" --model innovation --replicates 1 --years 3 -o effect --quiet
mkdir claims
cp "$root/docs/findings/claims.csv" claims/
run 0 sweep "$root/tests/data/sweeps/tiny.toml" -o tiny --quiet --set run.policy_years=2 --set run.burn_in_years=2
pages=()
for folder in city pair effect claims tiny; do
  run 0 report "$folder"
  pages+=("$folder/report.html")
done
HOME=$work node "$root/tests/web/report.mjs" "$root/build/browser" "${pages[@]}" || fail 'the pages'
finish
