#!/usr/bin/env bash
# The moment at which a practice machine powers itself off, by its own clock; it survives a reboot.
# Exit codes: 0 done, 2 wrong use, 3 this machine cannot.
set -euo pipefail

readonly KEPT=/var/lib/dkkb/deadline
readonly UNITS=/etc/systemd/system
readonly TIMER=dkkb-deadline.timer
# Without logind: while packages are installed, it refuses even root.
readonly POWER_OFF=(start --no-block --job-mode=replace-irreversibly poweroff.target)
readonly LONGEST=$((366 * 24 * 3600))

usage() {
  cat >&2 <<'TEXT'
usage: dkkb-deadline show              prints the deadline and the seconds that are left
       dkkb-deadline arm SECONDS       sets it from now on, unless it is set already
       dkkb-deadline set SECONDS       sets it from now on
       dkkb-deadline extend SECONDS    moves it by so much
TEXT
  exit 2
}

kept() { [ ! -s "$KEPT" ] || cat "$KEPT"; }

# show: the deadline in UTC, and the seconds until then.
show() {
  local at
  at=$(kept)
  [ -n "$at" ] || { echo 'no deadline is set' >&2 && exit 3; }
  printf '%s %s\n' "$(date --utc --date="@$at" +%FT%TZ)" "$((at - $(date +%s)))"
}

# keep EPOCH: a killed run leaves the old or the new file, never a part of one.
keep() {
  mkdir -p "$(dirname "$KEPT")"
  printf '%s\n' "$1" >"$KEPT.new"
  mv "$KEPT.new" "$KEPT"
}

# arm_timer EPOCH: Persistent, so a machine that was off at the deadline powers off when it is started.
arm_timer() {
  printf '[Unit]\nDescription=Power off at the deadline\n[Service]\nType=oneshot\nExecStart=%s\nRestart=on-failure\nRestartSec=30s\n' \
    "$(command -v systemctl) ${POWER_OFF[*]}" >"$UNITS/${TIMER%.timer}.service"
  printf '[Unit]\nDescription=The deadline of this practice machine\n[Timer]\nOnCalendar=%s\nAccuracySec=1s\nPersistent=true\n[Install]\nWantedBy=timers.target\n' \
    "$(date --utc --date="@$1" '+%F %T UTC')" >"$UNITS/$TIMER"
  systemctl daemon-reload
  systemctl enable --quiet "$TIMER"
  # Early in the boot, waiting would block.
  systemctl --no-block restart "$TIMER"
  if [ "$(date +%s)" -ge "$1" ]; then systemctl "${POWER_OFF[@]}"; fi
}

move() {
  [ "$(id -u)" -eq 0 ] || { echo "root is needed: sudo dkkb-deadline $*" >&2 && exit 3; }
  local command=$1 seconds=$2 at
  at=$(kept)
  case $command in
    arm) [ -n "$at" ] || at=$(($(date +%s) + seconds)) ;;
    set) at=$(($(date +%s) + seconds)) ;;
    extend) [ -n "$at" ] || { echo 'no deadline is set' >&2 && exit 3; }
      at=$((at + seconds)) ;;
  esac
  keep "$at"
  arm_timer "$at"
  show
}

case ${1:-}:$# in
  show:1) show ;;
  arm:2 | set:2 | extend:2)
    case $2 in '' | *[!0-9]* | ??????????*) usage ;; esac
    [ "$2" -le "$LONGEST" ] || usage
    move "$1" "$2"
    ;;
  *) usage ;;
esac
