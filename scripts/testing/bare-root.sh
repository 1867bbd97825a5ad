#!/usr/bin/env bash
# A bare Debian 12 as one file, for the tests: prints its path; made once a machine.
set -euo pipefail

readonly RELEASE=bookworm RECIPE=1

cache=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/testbed
root=$cache/bare-$RELEASE-$(dpkg --print-architecture)-$RECIPE.tar

# The machine's own way to Debian, where it is this Debian; else mmdebstrap's own idea of it.
sources() {
  # shellcheck disable=SC2016 # apt fills the fields in
  apt-get indextargets --format 'deb $(REPO_URI) $(CODENAME) $(COMPONENT)' 'Created-By: Packages' |
    grep " $RELEASE" || true
}

# What the machines are made with, beside the tools of every Debian.
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
  mmdebstrap --quiet --format=tar --variant=minbase "$RELEASE" "$root.part" "${lines[@]}" >&2
  mv "$root.part" "$root"
fi
printf '%s\n' "$root"
