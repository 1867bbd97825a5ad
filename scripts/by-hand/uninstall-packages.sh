#!/usr/bin/env bash
# Sourced by uninstall.sh: the recorded packages, but none that something else needs or somebody has asked for.

# What was found out about the packages, as lines NAME REASON; empty until it is asked.
KEPT_PACKAGES=''
LOOKED=no

# ours: the recorded packages that are on the machine and may go.
ours() {
  local kind name rest
  while read -r kind name rest; do
    if [ "$kind" = package ] && is_there package "$name" && [ -z "$(reason_of "$name")" ]; then printf '%s ' "$name"; fi
  done <"$RECORD"
}

reason_of() { printf '%s\n' "$KEPT_PACKAGES" | awk -v name="$1" '$1 == name { sub(/^[^ ]+ /, ""); print; exit }'; }

kept_package() {
  look_at_packages
  reason_of "$1"
}

# look_at_packages: once, which of them have to stay, and why.
look_at_packages() {
  local name others more=yes
  [ "$LOOKED" = no ] || return 0
  LOOKED=yes
  for name in $(wished); do keep_package "$name" "$(pick '그 뒤에 누군가 직접 설치했습니다(apt-mark showmanual)' 'somebody has asked for it since (apt-mark showmanual)')"; done
  while [ "$more" = yes ]; do
    more=no
    # shellcheck disable=SC2046 # one package a word
    [ -n "$(others_that_go $(ours))" ] || break
    for name in $(ours); do
      others=$(others_that_go "$name")
      [ -n "$others" ] || continue
      keep_package "$name" "$(pick "다른 패키지에 필요합니다: $others" "other packages need it: $others")"
      more=yes
    done
  done
}

keep_package() { KEPT_PACKAGES=$(printf '%s\n%s %s' "$KEPT_PACKAGES" "$1" "$2"); }

# wished: came as a dependency, and is marked now as installed by hand.
wished() {
  awk 'NR == FNR { manual[$1] = 1; next } $1 == "package" && $3 == "auto" && manual[$2] { print $2 }' \
    <(apt-mark showmanual 2>/dev/null) "$RECORD"
}

# others_that_go PACKAGE…: what apt would remove or bring besides, if these went.
others_that_go() {
  local gone name
  [ $# -gt 0 ] || return 0
  gone=" $(ours) "
  simulate purge -o APT::Get::AutomaticRemove=false "$@" | awk '$1 ~ /^(Remv|Purg|Inst)$/ { print $2 }' | sort -u |
    while read -r name; do case $gone in *" $name "*) ;; *) printf '%s ' "$name" ;; esac; done
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
  # shellcheck disable=SC2086 # one package a word
  apt_get remove -o APT::Get::AutomaticRemove=false $packages || packages_stay
  rm -f /var/lib/docker/nuke-graph-directory.sh
  # shellcheck disable=SC2086 # one package a word
  apt_get purge -o APT::Get::AutomaticRemove=false $packages || packages_stay
}

packages_stay() {
  by_hand_not_installed
  machine_cannot "패키지를 지우지 못했습니다: $(last_apt_error). 원인을 해결한 뒤 다시 실행하세요." \
    "The packages were not removed: $(last_apt_error). Mend the cause and run this again."
}
