#!/usr/bin/env bash
# Sourced by uninstall.sh: the recorded packages, but none that something else needs or somebody has asked for.

# What was found out about the packages, as lines NAME REASON; empty until it is asked.
KEPT_PACKAGES=''
LOOKED=no

# ours: the recorded packages that are on the machine and may go.
ours() {
  awk -v kept="$KEPT_PACKAGES" 'BEGIN { n = split(kept, line, "\n"); for (i = 1; i <= n; i++) { split(line[i], word, " "); stays[word[1]] = 1 } }
    NR == FNR { if ($2 != "not-installed") there[$1] = 1; next }
    $1 == "package" && there[$2] && !stays[$2] && !seen[$2]++ { printf "%s ", $2 }' \
    <(dpkg-query -W -f '${Package} ${db:Status-Status}\n') "$RECORD"
}

reason_of() { printf '%s\n' "$KEPT_PACKAGES" | awk -v name="$1" '$1 == name { sub(/^[^ ]+ /, ""); print; exit }'; }

kept_package() {
  look_at_packages
  reason_of "$1"
}

# look_at_packages: once, which of them have to stay, and why. What stays may need others of them.
look_at_packages() {
  local name others found=yes
  [ "$LOOKED" = no ] || return 0
  LOOKED=yes
  for name in $(wished); do keep_package "$name" "$(pick '그 뒤에 누군가 직접 설치했습니다(apt-mark showmanual)' 'somebody has asked for it since (apt-mark showmanual)')"; done
  while [ -n "$found" ]; do
    found=$(needed)
    while read -r name others; do
      [ -z "$name" ] || keep_package "$name" "$(pick "다른 패키지에 필요합니다: $others" "other packages need it: $others")"
    done <<<"$found"
  done
}

keep_package() { KEPT_PACKAGES=$(printf '%s\n%s %s' "$KEPT_PACKAGES" "$1" "$2"); }

# wished: came as a dependency, and is marked now as installed by hand.
wished() {
  awk 'NR == FNR { manual[$1] = 1; next } $1 == "auto" && manual[$2] { print $2 }' \
    <(apt-mark showmanual 2>/dev/null) "$RECORD"
}

# needed: lines NAME PACKAGE… of those that others need, as dpkg itself says.
needed() {
  local packages
  packages=$(ours)
  [ -n "$packages" ] || return 0
  # shellcheck disable=SC2086 # one package a word
  { LC_ALL=C dpkg --dry-run --abort-after=9999 --remove $packages 2>&1 || true; } | awk '
    / prevent removal of / { name = $NF; sub(/:.*/, "", name) }
    / depends on / && name { sub(/:.*/, "", $1); by[name] = by[name] " " $1 }
    END { for (name in by) print name by[name] }'
}

# remove_packages: two steps, since purging docker.io runs a script that its removal has put among the user's data.
remove_packages() {
  local packages
  tell_lock
  look_at_packages
  packages=$(ours)
  [ -n "$packages" ] || return 0
  step packages "패키지를 지웁니다: $packages" "Removing packages: $packages"
  logged dpkg --configure -a || true
  remove_broken
  # shellcheck disable=SC2086 # one package a word
  apt_get remove -o APT::Get::AutomaticRemove=false $packages || packages_stay
  rm -f /var/lib/docker/nuke-graph-directory.sh
  # shellcheck disable=SC2086 # one package a word
  apt_get purge -o APT::Get::AutomaticRemove=false $packages || packages_stay
}

# remove_broken: apt does not remove a package that a killed run has left half unpacked. Unpacked as a whole again, from
# the file that apt still has, it goes with all its files.
remove_broken() {
  local name file
  for name in $(ours); do
    case $(dpkg-query -W -f '${db:Status-Eflag} ${db:Status-Status}' "$name" 2>/dev/null) in reinstreq* | *half-installed) ;; *) continue ;; esac
    file=$(find /var/cache/apt/archives -maxdepth 1 -name "${name}_*.deb" | sed -n 1p)
    { [ -n "$file" ] && logged dpkg --unpack "$file"; } ||
      logged dpkg --remove --force-remove-reinstreq --force-depends "$name" || true
  done
}

packages_stay() {
  by_hand_not_installed
  machine_cannot "패키지를 지우지 못했습니다: $(last_apt_error). 원인을 해결한 뒤 다시 실행하세요." \
    "The packages were not removed: $(last_apt_error). Mend the cause and run this again."
}
