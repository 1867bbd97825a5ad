#!/usr/bin/env bash
# Makes a bare Debian as one file for the tests, once on each machine, and prints its path. Usage: bare-root.sh RELEASE
set -euo pipefail

readonly RECIPE=2

release=$1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/testbed
root=$cache/bare-$release-$(dpkg --print-architecture)-$RECIPE.tar

# The machine's own Debian source, if it has one; else mmdebstrap uses its default.
sources() {
  # shellcheck disable=SC2016 # apt fills the field in
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' |
    sed -n "s|.*|deb & $release main|p;q"
}

# The tools that make the machines and that not every Debian has.
need_tools() {
  local tool missing=()
  for tool in mmdebstrap slirp4netns; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  ((${#missing[@]} == 0)) && return
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

mkdir -p "$cache"
exec 9>"$cache/.bare-root.lock"
flock 9
need_tools >&2 </dev/null
if [ ! -s "$root" ]; then
  mapfile -t lines < <(sources)
  rm -rf "$root.part"
  mmdebstrap --quiet --format=tar --variant=minbase "$release" "$root.part" "${lines[@]}" >&2
  mv "$root.part" "$root"
fi
printf '%s\n' "$root"
