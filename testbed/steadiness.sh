#!/usr/bin/env bash
# Runs the tests again and again in random order, beside a process that keeps one processor busy, and
# lists which tests failed and how often.
set -euo pipefail

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

usage() {
  cat <<'EOF'
usage: testbed/steadiness.sh N [--quiet] [--first] [FILE...]   N runs of everything
  --quiet   without the process that takes a processor
  --first   the first circle only, as `npm test` runs it
FILE is a part of a test file's name.
exit codes: 0 nothing failed, 1 something did, 2 wrong use
EOF
}

# The tests that failed in a run, one line each, from the run's output.
failed_in() { sed -n 's/^FAILED //p' "$1"; }

main() {
  local runs=${1:-} hog=yes circle=--all seed number code=0 folder
  [[ $runs != --help && $runs != -h ]] || { usage && return; }
  [[ $runs =~ ^[1-9][0-9]*$ ]] || { usage >&2 && exit 2; }
  shift
  while (($#)); do
    case $1 in
      --quiet) hog=no ;;
      --first) circle='' ;;
      -*) usage >&2 && exit 2 ;;
      *) break ;;
    esac
    shift
  done
  folder=$TESTBED/../test-results/steadiness
  rm -rf "$folder"
  mkdir -p "$folder"
  if [[ $hog == yes ]]; then
    node -e 'for (;;);' &
    # shellcheck disable=SC2064  # the process as it is now
    trap "kill $!" EXIT
  fi
  for ((number = 1; number <= runs; number++)); do
    seed=$RANDOM
    say "run $number of $runs, seed $seed"
    # shellcheck disable=SC2086  # one word or none
    node "$TESTBED/runner/run.mjs" $circle --random "$seed" "$@" >"$folder/$number.log" 2>&1 || code=1
    tail -n 1 "$folder/$number.log"
    [[ ! -d $TESTBED/../test-results/failures ]] || mv "$TESTBED/../test-results/failures" "$folder/$number"
  done
  for ((number = 1; number <= runs; number++)); do failed_in "$folder/$number.log"; done |
    sort | uniq -c | sort -rn
  return "$code"
}

main "$@"
