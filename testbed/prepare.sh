#!/usr/bin/env bash
# Makes the real components that the tests need. Each part is made once on a machine, and again when
# its version or recipe changes.
set -euo pipefail
shopt -s inherit_errexit

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# The order in which they are made: first those that most tests need, then those that take longest.
readonly PARTS=(engine ssh images vm vm-ready provider kubernetes aws browser newest node windows)

usage() {
  cat <<EOF
usage: testbed/prepare.sh [PART...]          make the parts that are missing (all: ${PARTS[*]})
       testbed/prepare.sh --missing [PART...]  only print those that are missing, one per line
exit codes: 0 all there, 1 a part failed, 2 wrong use, 3 this machine cannot
EOF
}

# Runs one function of a part in a shell of its own, with a work folder next to the cache.
part() (
  # shellcheck source=/dev/null
  source "$TESTBED/parts/$1.sh"
  if [[ $2 == build ]]; then
    WORK=$CACHE/.work/$1
    rm -rf "$WORK"
    mkdir -p "$WORK"
  fi
  "$2"
)

# Only one process at a time makes a part; a process that waited then finds it made.
make() {
  local name=$1 log=$CACHE/log/$1.log start=$SECONDS code=0
  exec 8>"$CACHE/.lock.$name"
  flock 8
  if part "$name" present; then
    say "$name: present, $((SECONDS - start)) s"
    return
  fi
  say "$name: being made; the log is $log"
  need_root "testbed/prepare.sh"
  bash "$0" --build "$name" >"$log" 2>&1 </dev/null 8>&- || code=$?
  rm -rf "$CACHE/.work/$name"
  if ((code == 0)) && part "$name" present; then
    # Prints which release files were taken, or why not.
    grep '^testbed: ' "$log" >&2 || true
    say "$name: built, $((SECONDS - start)) s"
    return
  fi
  say "$name: failed after $((SECONDS - start)) s (exit $code); the end of $log:"
  tail -n 20 "$log" | sed 's/^/    /' >&2
  return 1
}

# The engine's tools first, since others are made with them; then two parts at a time.
make_all() {
  local name failed=0 running=0
  [[ " $* " != *' engine '* ]] || make engine || failed=1
  for name; do
    [[ $name != engine ]] || continue
    if ((running == 2)); then
      wait -n || failed=1
      running=1
    fi
    make "$name" &
    running=$((running + 1))
  done
  while ((running > 0)); do
    wait -n || failed=1
    running=$((running - 1))
  done
  return "$failed"
}

# Prints the named parts, or all, in the order in which they are made.
in_order() {
  local name
  for name in "${PARTS[@]}"; do
    [[ $# -gt 0 && " $* " != *" $name "* ]] || printf '%s\n' "$name"
  done
}

main() {
  local mode=make name names
  case ${1:-} in
    --help | -h) usage && return ;;
    --missing | --build) mode=$1 && shift ;;
  esac
  for name; do
    [[ " ${PARTS[*]} " == *" $name "* ]] || { usage >&2 && die "no part '$name'; there are: ${PARTS[*]}" 2; }
  done
  mapfile -t names < <(in_order "$@")
  set -- "${names[@]}"
  if [[ $mode == --build ]]; then
    part "$1" build
    return
  fi
  if [[ $mode == --missing ]]; then
    for name; do part "$name" present || printf '%s\n' "$name"; done
    return
  fi
  mkdir -p "$CACHE/log"
  make_all "$@"
}

main "$@"
