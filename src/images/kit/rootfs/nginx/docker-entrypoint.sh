#!/usr/bin/env bash
# Runs what was mounted at /docker-entrypoint.d before nginx itself; any other command as it is.
set -euo pipefail
shopt -s nullglob

if [[ ${1:-} == nginx ]]; then
  for script in /docker-entrypoint.d/*.sh; do
    echo "$0: running $script" >&2
    "$script"
  done
fi
exec "$@"
