#!/usr/bin/env bash
# What is handed out, as those who get it meet it: lintian finds nothing in the Debian package, it
# installs and runs in a bare Debian 12, and the source package builds there without network and
# without Node, into a program that writes the same tables. Takes minutes: scripts/test --full.
#
#   tests/app/package_full.sh PROGRAM
#
# Wants root, lintian, mmdebstrap and a Debian mirror: without them it is skipped, and says so.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/harness.sh"
skip() { echo "not tested: $*" >&2 && exit 77; }
[[ -e $root/.git ]] || skip 'packages are made of a checkout'
((EUID == 0)) || skip 'bare systems are made by root'
for tool in lintian mmdebstrap unshare dpkg-shlibdeps; do
  command -v "$tool" >/dev/null || skip "$tool is not here (scripts/setup --full)"
done
seconds() { printf '%s: %s s\n' "$1" "$((SECONDS - before))" && before=$SECONDS; }
before=$SECONDS

# Both packages, of a clone of the commit: files that differ from it do not count here. Its build is
# this one's, as far as the compiler's cache has it.
git clone -q "$root" "$work/clone"
[[ ! -d $root/app/web/node_modules ]] || cp -r "$root/app/web/node_modules" "$work/clone/app/web/"
"$work/clone/scripts/package" -o "$work/out" >made.log 2>&1 || { cat made.log && fail 'scripts/package' && finish; }
deb=("$work"/out/homeroom_*.deb) tarball=("$work"/out/homeroom-*.tar.gz)
seconds 'packages'
cp "${tarball[0]}" first.tar.gz
"$work/clone/scripts/package" source -o "$work/out" 2>>made.log
cmp first.tar.gz "${tarball[0]}" || fail 'the same commit gives another source package'

lintian --allow-root --fail-on error,warning --tag-display-limit 0 "${deb[0]}" >lintian.txt 2>&1 || fail "lintian: $(cat lintian.txt)"
is 'what lintian says' "$(grep -v '^N:' lintian.txt || true)" ''
seconds 'lintian'

# A bare Debian 12: what mmdebstrap calls minbase, with this machine's way to a mirror.
bare=$work/bare
mmdebstrap --variant=minbase --mode=root --quiet bookworm "$bare" >bare.log 2>&1 ||
  skip "no mirror of Debian: $(tail -n 3 bare.log)"
cp /etc/resolv.conf "$bare/etc/resolv.conf"
cp -r /etc/apt/apt.conf.d/. "$bare/etc/apt/apt.conf.d/"
rm -f "$bare"/etc/apt/sources.list.d/*
for sources in /etc/apt/sources.list /etc/apt/sources.list.d; do
  [[ ! -e $sources ]] || cp -rT "$sources" "$bare$sources"
done
mkdir -p "$bare/etc/ssl" "$bare/usr/share/keyrings"
cp -rL /etc/ssl/certs "$bare/etc/ssl/"
cp -rn /usr/share/keyrings/. "$bare/usr/share/keyrings/"
# inside WORDS...: in the bare system; alone WORDS...: there, without any network.
clean=(env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive)
while IFS='=' read -r name _; do
  [[ ${name,,} != *_proxy ]] || clean+=("$name=${!name}")
done < <(env)
inside() { chroot "$bare" "${clean[@]}" "$@"; }
alone() { unshare --net --mount bash -c 'cache=$1 bare=$2; shift 2
  if [[ -d $cache ]]; then mkdir -p "$bare/root/.cache/ccache" && mount --bind "$cache" "$bare/root/.cache/ccache"; fi
  exec chroot "$bare" "$@"' bash "${CCACHE_DIR:-$HOME/.cache/ccache}" "$bare" "${clean[@]}" "$@"; }
seconds 'a bare system'

inside apt-get -q update >apt.log 2>&1 || skip "no mirror of Debian: $(tail -n 3 apt.log)"
cp "${deb[0]}" "$bare/tmp/homeroom.deb"
inside apt-get -q install --yes --no-install-recommends /tmp/homeroom.deb >>apt.log 2>&1 || fail "apt: $(tail -n 5 apt.log)"
seconds 'installing'
alone homeroom --version >version.txt || fail 'the installed program does not run'
is 'the first line of --version' "$(head -n 1 version.txt)" "$("$work/clone/build/app/homeroom" --version | head -n 1)"
grep -q '^scenarios: /usr/share/homeroom/scenarios$' version.txt || fail "$(cat version.txt)"
! grep -q '^pages: *none' version.txt || fail 'the packed program has no pages'
alone homeroom run small_elected --replicates 1 --years 2 --quiet -o /tmp/installed >/dev/null || fail 'run in a bare system'
alone homeroom report /tmp/installed >/dev/null || fail 'report in a bare system'
run 0 run "$scenario" --replicates 1 --years 2 --quiet -o here
for table in "$work"/here/*.csv; do
  cmp -s "$table" "$bare/tmp/installed/${table##*/}" || fail "${table##*/} differs in a bare system"
done
alone homeroom compare boston --policy R1 --replicates 1 --years 1 --quiet -o /tmp/compared >/dev/null || fail 'compare'
inside apt-get -q remove --purge --yes homeroom >>apt.log 2>&1 || fail "apt remove: $(tail -n 5 apt.log)"
is 'what is left of the package' "$(find "$bare/usr" -name '*homeroom*')" ''
seconds 'running and removing'

# The source package, built there with what setup names, and then no network at all.
mkdir "$bare/src"
tar -xf "${tarball[0]}" -C "$bare/src" --strip-components=1
mapfile -t needs < <(inside /src/scripts/setup --print)
[[ " ${needs[*]} " != *' nodejs '* && " ${needs[*]} " != *' npm '* ]] || fail 'the source package wants Node'
inside apt-get -q install --yes --no-install-recommends "${needs[@]}" >>apt.log 2>&1 || fail "apt: $(tail -n 5 apt.log)"
seconds 'what a build needs'
alone /src/scripts/homeroom run small_elected --replicates 1 --years 2 --quiet -o /tmp/built >built.txt 2>&1 ||
  fail "a build of the source package: $(tail -n 20 built.txt)"
seconds 'building the source package'
alone /src/build/app/homeroom --version >version.txt
is 'the first line of --version' "$(head -n 1 version.txt)" "$("$work/clone/build/app/homeroom" --version | head -n 1)"
! grep -q '^pages: *none' version.txt || fail 'the built program has no pages'
for table in "$work"/here/*.csv; do
  cmp -s "$table" "$bare/tmp/built/${table##*/}" || fail "${table##*/} differs in the built program"
done
finish
