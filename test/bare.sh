#!/bin/bash
# Whether a bare Debian 12 is enough: makes a debootstrap tree with nothing in it but the base system
# and this machine's package sources, puts a clean clone of the last commit and the shared data
# inside, and runs there, as root, the commands given.
#
# usage: test/bare.sh [COMMAND]...       (default: "./dev run" "./dev test")
#
# Prints each command's exit code and duration; exits 0 if all were 0. Needs root, and
# debootstrap (./dev install-needs bare). The tree is /var/tmp/parley-bare/tree, made anew each time;
# packages once downloaded stay in /var/tmp/parley-bare/cache. PARLEY_BARE: another place for both.
set -euo pipefail

repository="$(cd "$(dirname "$0")/.." && pwd)"
data="${PARLEY_DATA:-$(readlink -m "$repository/../shared/data")}"
place="${PARLEY_BARE:-/var/tmp/parley-bare}"
tree="$place/tree"
release=bookworm
[[ $# -gt 0 ]] || set -- "./dev run" "./dev test"

[[ $(id -u) -eq 0 ]] || { echo "bare.sh: run it as root" >&2; exit 1; }
if [[ -z ${PARLEY_BARE_INSIDE:-} ]]; then
  # Mounts made below are seen by this process and its children only, and go with them.
  exec env PARLEY_BARE_INSIDE=1 unshare --mount --propagation private "$0" "$@"
fi

say() { printf '== %s\n' "$*"; }

# This machine's sources of the release, one "URI suite" a line: main only.
sources="$(apt-get indextargets --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
  awk -v release="$release" '
    $3 == "main" && ($2 == release || index($2, release "-") == 1) { print $1, $2 }' | sort -u)"
mirror="$(awk -v release="$release" '$2 == release { print $1; exit }' <<<"$sources")"
[[ -n $mirror ]] || { echo "bare.sh: apt has no source for $release" >&2; exit 1; }

mkdir -p "$place/cache/base" "$place/cache/apt/partial"
rm -rf --one-file-system "$tree"

say "making $tree"
debootstrap --variant=minbase --cache-dir="$place/cache/base" "$release" "$tree" "$mirror" \
  >"$place/debootstrap.log" 2>&1 || { tail -5 "$place/debootstrap.log" >&2; exit 1; }

# Package sources and how to reach them, as here.
awk '{ print "deb " $1 " " $2 " main" }' <<<"$sources" >"$tree/etc/apt/sources.list"
apt-config dump | grep -E '^Acquire::(http|https|ftp|Check-|Retries)' \
  >"$tree/etc/apt/apt.conf.d/99machine" || true
cp -L /etc/resolv.conf /etc/hosts "$tree/etc/"

git clone --quiet --no-hardlinks "$repository" "$tree/srv/main"
if [[ -d $data ]]; then
  mkdir -p "$tree/srv/shared"
  cp -r "$data" "$tree/srv/shared/data"
fi

mount -t proc proc "$tree/proc"
mount --rbind /dev "$tree/dev"
mount --rbind /sys "$tree/sys"
mount --bind "$place/cache/apt" "$tree/var/cache/apt/archives"

worst=0
summary=()
number=0
for command in "$@"; do
  number=$((number + 1))
  log="$place/$number.log"
  say "$command (log: $log)"
  started=$SECONDS
  code=0
  chroot "$tree" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
    HOME=/root LANG=C CI=true PARLEY_JOBS="${PARLEY_JOBS:-}" \
    bash -c "cd /srv/main && $command" </dev/null >"$log" 2>&1 || code=$?
  tail -3 "$log"
  [[ $code -eq 0 ]] || worst=1
  summary+=("$(printf 'exit %3d  %5d s  %s' "$code" $((SECONDS - started)) "$command")")
done
say "$(git -C "$tree/srv/main" log -1 --format=%h) on a bare $(. "$tree/etc/os-release" && echo "$PRETTY_NAME")"
printf '%s\n' "${summary[@]}"
exit "$worst"
