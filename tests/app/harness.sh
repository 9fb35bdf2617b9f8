# shellcheck shell=bash
# What the tests of the program share: a workplace of their own, and one line for every expectation.
# Sourced with the program as first argument. SCENARIO is small and quick.

program=$(readlink -f "${1:?the program}")
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
scenario=$root/scenarios/small_elected.toml
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit
failures=0
unset HOMEROOM_SCENARIOS  # what the shell names is not what is tested

fail() {
  echo "FAILED: $1" >&2
  failures=$((failures + 1))
}

# run STATUS ARGUMENTS...: runs the program, keeps out.txt and err.txt beside the workplace's files.
run() {
  local wanted=$1 status=0
  shift
  "$program" "$@" >"$work/.out" 2>"$work/.err" || status=$?
  [[ $status == "$wanted" ]] || fail "homeroom $*: exit status $status, not $wanted: $(cat "$work/.err")"
}

# says WORDS: the last run's message holds them.
says() { grep -qF -- "$1" "$work/.err" || fail "no word of '$1' in: $(cat "$work/.err")"; }
prints() { grep -qF -- "$1" "$work/.out" || fail "no word of '$1' in what was printed"; }
is() { [[ $2 == "$3" ]] || fail "$1 is '$2', not '$3'"; }

# Everything in the workplace with its size and content.
listing() { find . -type f ! -name .out ! -name .err -size -3M -exec cksum {} + | sort; find . ! -name .out ! -name .err | sort; }

# refused WORDS ARGUMENTS...: bad input, said in these words, with nothing written anywhere.
refused() {
  local words=$1 before after
  shift
  before=$(listing)
  run 2 "$@"
  says "$words"
  after=$(listing)
  [[ $before == "$after" ]] || fail "homeroom $*: something was written"
}

# The value of a key of DIR/manifest.json, by a path of keys.
manifest() { python3 -c '
import json, sys
value = json.load(open(sys.argv[1] + "/manifest.json"))
for key in sys.argv[2:]: value = value[key]
print(value if isinstance(value, str) else json.dumps(value))' "$@"; }

# in_codebook TABLE FILE: the columns of a file are those that the data dictionary has.
in_codebook() {
  is "columns of $1 in the data dictionary" "$("$program" explain codebook | grep "^$1," | cut -d, -f2 | paste -sd,)" \
    "$(head -n1 "$2")"
}

# Rows by replicate of every table of DIR; each line is one replicate's count.
replicates_in() { tail -qn +2 "$1" | cut -d, -f2 | sort -n | uniq | tr '\n' ' ' | sed 's/ $//'; }

finish() {
  ((failures == 0)) || { echo "$failures failures" >&2 && exit 1; }
  echo "all as expected"
}
