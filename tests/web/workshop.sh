#!/usr/bin/env bash
# The workshop's page in a browser: workshop.mjs says what is looked at.
#
#   tests/web/workshop.sh PROGRAM [SECONDS]    SECONDS: how long twenty pages move levers (default 5)
#
# Without Chromium or what drives it (scripts/setup --tests gets both) nothing is tested: that is a
# failure where CI is set, and a skipped test, which ctest names, elsewhere.
set -euo pipefail
seconds=${2:-5}
source "$(dirname "${BASH_SOURCE[0]}")/../app/harness.sh"

if ! "$root/scripts/npm_tools" browser || ! command -v chromium >/dev/null; then
  echo "the workshop is not tested: no Chromium here, or the npm registry cannot be reached" >&2
  [[ -n ${CI-} ]] && exit 1
  exit 77
fi

HOME=$work node "$root/tests/web/workshop.mjs" "$root/build/browser" "$program" "$scenario" "$seconds" ||
  fail 'the workshop'
finish
