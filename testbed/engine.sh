#!/usr/bin/env bash
# Docker Engines for tests: each in a network, process and mount namespace of its own, with its own
# data root, socket, home folder and registry. One process holds the namespaces; when it ends, the
# kernel ends all that runs in them, and the mounts go with them.
set -euo pipefail

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=testbed/lib-namespace.sh
source "$TESTBED/lib-namespace.sh"

GATEWAY=172.17.0.1

usage() {
  cat <<'EOF'
usage: testbed/engine.sh up NAME [--owner PID] [--registry ro|rw|none]
       testbed/engine.sh down|stop-daemon|start-daemon|env NAME
       testbed/engine.sh run NAME COMMAND [ARGUMENT...]
       testbed/engine.sh sweep [PID]
The engine belongs to the process --owner (default: whoever called) and is swept by the next `up`
after that process is gone, or by `sweep` with its PID. Without internet by nature; `docker pull` finds what the registry has.
EOF
}

start_daemon() {
  local name=$1 at
  at=$(dir "$name")
  ! alive "$at/dockerd" || return 0
  launch "$name" dockerd dockerd --data-root "$at/data" --exec-root "$at/exec" \
    --pidfile "$at/dockerd.pid" --host "unix://$at/docker.sock" \
    --cgroup-parent "/$(netns "$name")" --exec-opt native.cgroupdriver=cgroupfs \
    --registry-mirror "http://$REGISTRY" --bip "$GATEWAY/16" --dns "$GATEWAY"
  await "the engine of $name" "$at/dockerd" "$at/dockerd.log" docker_of "$name" version
}

# Containers are stopped as on a machine that shuts its engine down.
stop_daemon() {
  local name=$1 at
  at=$(dir "$name")
  alive "$at/dockerd" || return 0
  inside "$name" kill -TERM "$(<"$at/dockerd.pid")"
  while alive "$at/dockerd"; do sleep 0.02; done
}

docker_of() {
  local name=$1
  shift
  HOME=$(dir "$name")/home docker --host "unix://$(dir "$name")/docker.sock" "$@"
}

# What a program needs to see this engine and nothing of the user's.
print_env() {
  printf '%s\n' "DOCKER_HOST=unix://$(dir "$1")/docker.sock" "HOME=$(dir "$1")/home" \
    "TF_CLI_CONFIG_FILE=$TERRAFORM_CONFIG" CHECKPOINT_DISABLE=1 \
    "DKKB_NETNS=$(netns "$1")" "DKKB_IMAGES=$IMAGES" "DKKB_REGISTRY=$REGISTRY"
}

own_command() {
  case $1 in
    stop-daemon) stop_daemon "$2" ;;
    start-daemon) start_daemon "$2" ;;
  esac
}

# shellcheck disable=SC2034  # read by lib-namespace.sh
THING=engine START=start_daemon OWN='stop-daemon|start-daemon'
serve "$@"
