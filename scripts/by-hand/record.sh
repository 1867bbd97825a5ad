#!/usr/bin/env bash
# Sourced by options.sh: the record of what an installation puts here, one thing a line, written before it is done:
# a killed installation can be taken back as well. Needs lib.sh and lib-apt.sh.
#   package NAME   auto NAME   upgraded NAME OLD   file PATH   sum PATH SHA-256   folder PATH   lists URL
#   group NAME   member USER   data PATH

readonly RECORDS=/var/lib/dkkb-installed
readonly RECORD=$RECORDS/$PRODUCT
readonly DATA=(/var/lib/docker /var/lib/containerd /etc/docker /etc/containerd /opt/containerd /run/docker /run/containerd)

# keep WORD…: a line of the record, once.
keep() {
  grep -qxF -- "$*" "$RECORD" 2>/dev/null || printf '%s\n' "$*" >>"$RECORD" || machine_cannot \
    "$RECORD 기록을 쓸 수 없어 설치하지 않습니다. 디스크의 빈 곳을 확인하세요($(free_space))." \
    "The record $RECORD cannot be written, so nothing is installed. Look at the free space ($(free_space))."
}

# by_hand_begin: before the log is opened, which is the first thing that is left here.
by_hand_begin() {
  [ "$UNINSTALL" = no ] || return 0
  [ -z "${DKKB_MIRROR:-}" ] || mirror_answers
  mkdir -p "$RECORDS"
  case $LOG in /dev/*) ;; *) by_hand_will_write "$LOG" ;; esac
}

# by_hand_will_write FILE [URL]: what is not there yet will be ours, with its folders; URL is a package source's.
by_hand_will_write() {
  local folder new=()
  [ ! -e "$1" ] && [ ! -L "$1" ] || return 0
  folder=$(dirname "$1")
  until [ -d "$folder" ]; do new=("$folder" ${new[@]+"${new[@]}"}) folder=$(dirname "$folder"); done
  for folder in ${new[@]+"${new[@]}"}; do keep folder "$folder"; done
  keep file "$1"
  [ -z "${2:-}" ] || keep lists "$2"
}

# by_hand_wrote FILE: tells our file from one that somebody changes later.
by_hand_wrote() {
  ! recorded file "$1" || keep sum "$1" "$(sha256sum "$1" | cut -d' ' -f1)"
  case $1 in *.sources) by_hand_source "$1" ;; esac
}

by_hand_will_join() { keep member "$1"; }

# by_hand_will_install PACKAGE…: what apt would bring, as it says itself.
by_hand_will_install() {
  local path name was rest
  tell_lock
  if [ "$PRODUCT" = docker ]; then
    for path in "${DATA[@]}"; do [ -e "$path" ] || keep data "$path"; done
    [ -e /var/log/docker.log ] || keep file /var/log/docker.log
    getent group docker >/dev/null || keep group docker
  fi
  while read -r name was rest; do
    case $was in
      '['*) recorded package "$name" || keep upgraded "$name" "$(printf %s "$was" | tr -d '[]')" ;;
      *) keep package "$name" ;;
    esac
  done < <(simulate install --no-install-recommends "$@" | sed -n 's/^Inst //p')
}

# by_hand_installed: a dependency is marked as one, until somebody asks for it.
by_hand_installed() {
  local name
  while read -r name; do keep auto "$name"; done < <(
    awk 'NR == FNR { auto[$1] = 1; next } $1 == "package" && auto[$2] { print $2 }' <(apt-mark showauto 2>/dev/null) "$RECORD"
  )
}

# by_hand_not_installed: apt failed. What it did not bring is not ours; the last command of the log says why.
by_hand_not_installed() {
  local kind name
  while read -r kind name _; do
    case $kind in
      package) [ "$(package_state "$name")" != not-installed ] || forget package "$name" ;;
      file) [ -e "$name" ] || [ -L "$name" ] || forget file "$name" ;;
    esac
  done < <(cat "$RECORD" 2>/dev/null)
  ! log_end 50 | awk '/^[+] / { held = 0 } /Could not get lock .*dpkg/ { held = 1 } END { exit !held }' || machine_cannot \
    "다른 프로그램이 apt를 쓰고 있어 ${APT_WAIT_SECONDS}초를 기다렸지만 끝나지 않았습니다: $(lock_holder). 끝난 뒤 다시 실행하세요." \
    "Another program still uses apt after ${APT_WAIT_SECONDS}s: $(lock_holder). Run this again when it has ended."
}

# recorded WORD…: a line of the record begins with these words.
recorded() { awk -v want="$* " 'index($0 " ", want) == 1 { found = 1 } END { exit !found }' "$RECORD" 2>/dev/null; }

# forget WORD…: a killed run leaves the old or the new record.
forget() {
  [ -e "$RECORD" ] || return 0
  { grep -vxF -- "$*" "$RECORD" || true; } >"$RECORD.$$"
  mv "$RECORD.$$" "$RECORD"
}

package_state() {
  local state
  state=$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null || true)
  printf %s "${state:-not-installed}"
}

# simulate WORD…: apt's plan. It changes nothing and needs neither root nor a lock.
simulate() {
  LC_ALL=C apt-get -s ${APT_OPTIONS[@]+"${APT_OPTIONS[@]}"} -o Debug::NoLocking=true -o Dir::Cache::pkgcache= \
    -o Dir::Cache::srcpkgcache= -y "$@" 2>/dev/null || true
}
