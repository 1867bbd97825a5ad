#!/usr/bin/env bash
# Makes a machine the practice machine of the appendix: runs the install scripts one after the other, writes its
# progress to /var/lib/dkkb, and continues after a failed one. A second run does what is still missing.
# Exit codes: 0 all installed, 1 steps failed (named in /var/lib/dkkb/failed), 2 wrong use, 3 this machine cannot.
set -euo pipefail

readonly SETTINGS=/etc/dkkb/machine.env
readonly PLACE=/var/lib/dkkb
readonly PRACTICE_LOG=/var/log/dkkb-practice-machine.log
readonly LOG_END=20

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"
# shellcheck source=scripts/lib-apt.sh
. "$scripts/lib-apt.sh"
# shellcheck source=scripts/lib-mirror.sh
. "$scripts/lib-mirror.sh"

main() {
  [ $# -gt 0 ] || wrong_use "설치할 단계를 적으세요. 예: ${program}.sh lists docker kubectl minikube nano" \
    "Name the steps. Example: ${program}.sh lists docker kubectl minikube nano"
  become_root "$@"
  LOG=$PRACTICE_LOG
  read_settings
  mkdir -p "$PLACE" "$(dirname "$READY")"
  rm -f "$READY" "$PLACE/failed" "$PLACE/failed.log"
  : >"$PLACE/steps"
  for name; do run_step "$name"; done
  finish
}

# read_settings: the settings from when the machine was made; the reader is the first user with a login for people.
read_settings() {
  # shellcheck source=/dev/null
  if [ -r "$SETTINGS" ]; then set -a && . "$SETTINGS" && set +a; fi
  choose_language
  READY=${DKKB_READY:-$PLACE/ready}
  export SUDO_USER=${SUDO_USER:-$(getent passwd 1000 | cut -d: -f1)}
}

# run_step NAME: writes its output to the log and its state to the file of steps. The end of a failed step's output
# is kept in its own file, because later steps add to the log.
run_step() {
  local name=$1 code=0
  tell "$name begun"
  (
    printf '== %s %s\n' "$name" "$(date --utc +%FT%TZ)"
    case $name in
      mirror) use_mirrors ;;
      lists) apt_update ;;
      *) bash "$scripts/install-$name.sh" ;;
    esac
  ) >>"$PRACTICE_LOG" 2>&1 </dev/null || code=$?
  if [ "$code" -eq 0 ]; then
    tell "$name done"
    [ "$name" != lists ] || export DKKB_LISTS=fresh
    return
  fi
  tell "$name failed $code"
  tail -n "$LOG_END" "$PRACTICE_LOG" >>"$PLACE/failed.log"
  printf '%s\n' "$name" >>"$PLACE/failed"
}

tell() {
  printf '%s\n' "$1" >>"$PLACE/steps"
  printf '[practice-machine] %s\n' "$1" >&2
}

finish() {
  if [ ! -e "$PLACE/failed" ]; then
    date --utc +%FT%TZ >"$READY"
    return
  fi
  cat "$PLACE/failed.log" >&2
  exit 1
}

main "$@"
