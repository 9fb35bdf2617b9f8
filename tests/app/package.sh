#!/usr/bin/env bash
# What is installed: a program that finds its scenarios from any folder, a manual page and completions
# that leave no command and no option out, and a Debian package of the same files.
#
#   tests/app/package.sh PROGRAM BUILD
#
# What Debian's tools for packages are needed for is tested where they are; in CI they must be.
set -euo pipefail
build=$(readlink -f "${2:?the build folder}")
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
built=$program

# there NAME: true where a tool is here; its absence is told, and in CI it is a failure.
there() {
  command -v "$1" >/dev/null && return
  [[ -z ${CI-} ]] || fail "$1 is not here (scripts/setup --tests)"
  echo "without $1, what it would check is not checked" >&2
  return 1
}

if ! cmake --install "$build" --prefix "$work/usr" >installed.log 2>&1; then
  fail "cmake --install: $(tail -n 5 installed.log)"
  finish
fi
for file in bin/homeroom share/homeroom/scenarios/boston.toml share/homeroom/scenarios/policies/R1.toml \
  share/man/man1/homeroom.1.gz share/bash-completion/completions/homeroom \
  share/zsh/site-functions/_homeroom share/fish/vendor_completions.d/homeroom.fish \
  share/doc/homeroom/copyright share/doc/homeroom/README.md share/doc/homeroom/docs/install.md; do
  [[ -s usr/$file ]] || fail "$file is not installed"
done
is 'folders that others may not enter' "$(find usr -type d ! -perm 755)" ''

# The installed program, from a folder that knows nothing of it.
program=$work/usr/bin/homeroom
mkdir elsewhere
cd elsewhere
small() { run 0 "$@" --replicates 1 --years 1 --quiet; }
run 0 --version
is 'the first line of --version' "$(head -n 1 "$work/.out")" "$("$built" --version | head -n 1)"
prints "scenarios: $work/usr/share/homeroom/scenarios"
grep -qE '^compiler: +(GNU|Clang) [0-9]' "$work/.out" || fail '--version tells no compiler'
grep -qE '^libraries: .*SQLite [0-9].*Eigen [0-9]' "$work/.out" || fail '--version tells no libraries'
small run small_elected -o by_name
small run scenarios/small_elected.toml -o by_path
printf 'extends = "small_elected.toml"\nname = "small_elected"\n' >mine.toml
small run mine.toml -o by_base
(cd "$root" && "$built" run "$scenario" --replicates 1 --years 1 --quiet -o "$work/elsewhere/of_checkout" >/dev/null)
for other in by_name by_path by_base; do
  cmp -s "$other/schools.csv" of_checkout/schools.csv || fail "$other: other tables than of the checkout"
done
small compare small_elected --policy scenarios/policies/R1.toml -o compared
run 0 check boston denver
run 0 explain law.choice.list_length
run 0 sweep scenarios/sweeps/champion_leaves.toml --dry-run
run 0 sweep champion_leaves --dry-run

# Named by a variable; a folder of one's own that is called scenarios/ hides nothing.
mkdir scenarios
run 0 check boston
HOMEROOM_SCENARIOS=$root/scenarios run 0 --version
prints "scenarios: $root/scenarios"
HOMEROOM_SCENARIOS='' run 0 check boston
HOMEROOM_SCENARIOS=/nowhere refused 'HOMEROOM_SCENARIOS=/nowhere: there is no such folder' check boston
says "without the variable it is $work/usr/share/homeroom/scenarios"
HOMEROOM_SCENARIOS=$work refused 'has no folder nature/, so holds no scenarios' check boston
refused 'zzz: no such file; shipped ones, in '"$work/usr/share/homeroom/scenarios: boston, denver, " run zzz
refused 'bostn: no such file; did you mean ' run bostn
refused 'no such file; shipped ones' run scenarios/nothing_like_it.toml
printf 'extends = "nowhere.toml"\n' >lost.toml
refused 'base is missing: lost.toml -> nowhere.toml; nor is there one in '"$work/usr" check lost.toml
mv "$work/usr/share/homeroom" "$work/away"
for asked in 'run boston' 'patterns' 'claims --list' 'workshop' 'compare boston --policy R1'; do
  # shellcheck disable=SC2086
  refused "were not found; looked for scenarios, $work/scenarios, $work/usr/share/homeroom/scenarios" $asked
  says 'HOMEROOM_SCENARIOS=FOLDER names where they are'
done
mv "$work/away" "$work/usr/share/homeroom"
cd "$work"

# Commands and options as --help has them, word by word; each stands in the manual page and in every
# completion.
"$program" --help | sed -n '/^Subcommands:/,$s/^  \([a-z]*\) .*/\1/p' >commands.txt
(($(wc -l <commands.txt) >= 19)) || fail "--help tells $(wc -l <commands.txt) commands"
gunzip -c usr/share/man/man1/homeroom.1.gz >homeroom.1
while read -r command; do
  "$program" "$command" --help | sed -n 's/^  \(-[^ ]*\).*/\1/p' | tr ',' '\n' | sort >"options_$command"
  sed -n "/^\.SS homeroom $command\$/,/^\.S[SH] /p" homeroom.1 | sed -n 's/\\f[BIR]//g;s/\\-/-/g;/^-/s/, /\n/gp;/^-/p' |
    sed -n 's/^\(-[^ ]*\).*/\1/p' | sort -u >"manual_$command"
  diff "options_$command" "manual_$command" >differ || fail "options of $command in the manual: $(cat differ)"
done <commands.txt
for word in 'EXIT STATUS' HOMEROOM_SCENARIOS 130; do
  grep -q "$word" homeroom.1 || fail "the manual page says nothing of $word"
done
if there mandoc; then
  mandoc -T lint -W warning homeroom.1 >linted || true
  is 'what mandoc says of the manual page' "$(cat linted)" ''
fi

# bash completes: every command, every option, words, names that the program knows, files.
cat >complete.sh <<'END'
source "$1"
shift
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
_homeroom 2>/dev/null
printf '%s\n' "${COMPREPLY[@]}"
END
completed() { PATH=$work/usr/bin:$PATH bash complete.sh usr/share/bash-completion/completions/homeroom homeroom "$@" | sort; }
completes() { is "what completes '$2'" "$(completed "${@:3}" | tr '\n' ' ' | sed 's/ $//')" "$1"; }
is 'commands that bash completes' "$(completed '')" "$(sort commands.txt)"
while read -r command; do
  is "options of $command that bash completes" "$(completed "$command" -)" "$(cat "options_$command")"
  for file in usr/share/zsh/site-functions/_homeroom usr/share/fish/vendor_completions.d/homeroom.fish; do
    grep -qE "^    $command\)|fish_seen_subcommand_from $command" "$file" || fail "$file leaves $command out"
  done
done <commands.txt
mkdir folder_of_mine
touch boston_of_mine.toml boston_of_mine.csv
completes 'boston boston_of_mine.toml' 'run bos' run bos
completes '--replicate --replicates' '--replic' run boston --replic
completes '' '--seed ' run boston --seed ''
completes 'folder_of_mine' '-o fold' run boston -o fold
completes 'law.choice.list_length=' '--set law.choice.list_l' run boston --set law.choice.list_l
completes '' '--set KEY=' run boston --set law.choice.list_length =
completes 'denver' 'den after --set' run boston --set law.choice.list_length = 3 den
completes 'R6 R6a R6b R6c R6c_appointed R6d' '--policy R6' compare boston --policy R6
completes 'null' 'audit n' audit n
completes 'denver' 'audit null den' audit null den
completes '' 'audit null boston x' audit null boston ''
completes 'HC1 HC3' '--errors=HC' estimate t.csv --errors = HC
completes 'champion_leaves' 'sweep champ' sweep champ
if command -v zsh >/dev/null; then zsh -n usr/share/zsh/site-functions/_homeroom || fail 'zsh cannot read its completion'; fi
if command -v fish >/dev/null; then
  fish --no-execute usr/share/fish/vendor_completions.d/homeroom.fish || fail 'fish cannot read its completion'
fi

# Whatever is linked in stands among the licences.
"$program" --version | sed -n 's/^\(libraries\|pages\): *//p' | tr ',' '\n' | sed 's/^ *//' >parts
while read -r name _; do
  grep -qF -- "$name" usr/share/doc/homeroom/copyright || fail "the licences leave $name out"
done <parts

# The Debian package: the same files below /usr, and what it needs to run.
if there dpkg-shlibdeps && there file; then
  cpack --config "$build/CPackConfig.cmake" -B "$work/packed" >packed.log 2>&1 || fail "cpack: $(tail -n 5 packed.log)"
  deb=("$work"/packed/homeroom_*.deb)
  dpkg-deb --contents "${deb[0]}" | awk '$1 !~ /^d/ { print $6 }' | sed 's,^\./usr/,,' | sort >packed.txt
  (cd usr && find . -type f | sed 's,^\./,,;s,zsh/site-functions,zsh/vendor-completions,'
    echo share/doc/homeroom/changelog.gz) | sort >wanted.txt
  diff wanted.txt packed.txt >differ || fail "files of the package: $(head -n 10 differ)"
  dpkg-deb --field "${deb[0]}" Depends >depends
  for library in libc6 libstdc++6 libtbb12 libfmt9 libsqlite3-0 libcsv3 libcpp-httplib0.11; do
    grep -qF ", $library (>= " <(sed 's/^/, /' depends) || fail "no $library with a version in: $(cat depends)"
  done
  is 'scripts of the package' "$(dpkg-deb --ctrl-tarfile "${deb[0]}" | tar -t | sort | tr '\n' ' ')" './control ./md5sums '
fi
finish
