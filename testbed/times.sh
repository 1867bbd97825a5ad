#!/usr/bin/env bash
# Measures a circle of the tests on this machine and writes the tables of docs/testing.md.
set -euo pipefail

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
cd "$TESTBED/.."

usage() {
  cat <<'EOF'
usage: testbed/times.sh warm|fresh test|test:all   measure, and write the tables
       testbed/times.sh tables                     only write them again
warm: with the parts that are there. fresh: a clean clone, `npm ci` included, with no part, no package and
no compiled Go in any cache; what is installed of Debian's packages stays installed.
EOF
}

# measure NAME FOLDER COMMAND...: keeps the wall seconds together with the results of the run in that folder.
measure() {
  local name=$1 folder=$2 start=$SECONDS
  shift 2
  "$@" || say "$name: not all passed"
  node testbed/runner/tables.mjs keep "$name" "$((SECONDS - start))" "$folder/test-results/run.json"
}

# Runs a command with its own caches, which are deleted at the end.
fresh() {
  local command=$1 folder
  folder=$(mktemp -d /var/tmp/dkkb-fresh.XXXXXX)
  # shellcheck disable=SC2064  # the folder as it is now
  trap "chmod -R u+w '$folder' && rm -rf '$folder'" EXIT
  git clone --quiet . "$folder/clone"
  # shellcheck disable=SC2016  # the inner shell expands
  XDG_CACHE_HOME=$folder/cache GOCACHE=$folder/go-build GOMODCACHE=$folder/go-mod \
    npm_config_cache=$folder/npm measure "fresh $command" "$folder/clone" bash -euc \
    'cd "$1/clone" && npm ci && npm run "$2"' - "$folder" "$command"
}

main() {
  case ${1:-} in
    warm) measure "warm ${2:?}" . npm run "$2" ;;
    fresh) fresh "${2:?}" ;;
    tables) ;;
    *) usage >&2 && exit 2 ;;
  esac
  node testbed/runner/tables.mjs write
}

main "$@"
