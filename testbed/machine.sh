#!/usr/bin/env bash
# Empty machines for tests: their own namespaces, in which programs and an SSH server run.
set -euo pipefail

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=testbed/lib-namespace.sh
source "$TESTBED/lib-namespace.sh"

usage() {
  cat <<'EOF'
usage: testbed/machine.sh up NAME [--owner PID] [--registry ro|rw|none]
       testbed/machine.sh down|env NAME
       testbed/machine.sh run NAME COMMAND [ARGUMENT...]
       testbed/machine.sh vm NAME FROM ADDRESS KEYS    # as a student's VM that FROM reaches
       testbed/machine.sh vm-answers NAME no|silence|yes
       testbed/machine.sh sweep [PID]
The machine belongs to the process --owner (default: whoever called) and is swept by the next `up`
after that process is gone, or by `sweep` with its PID. Engines and clusters have `vm` too.
EOF
}

print_env() {
  printf '%s\n' "HOME=$(dir "$1")/home" "PATH=$PATH" "DKKB_NETNS=$(netns "$1")"
}

# shellcheck disable=SC2034  # read by lib-namespace.sh
THING=machine DATA='' START=true OWN=
serve "$@"
