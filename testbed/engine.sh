#!/usr/bin/env bash
# Docker Engines for tests. Each has its own network, process and mount namespace, data root, socket,
# home folder and registry. One process holds the namespaces. When it ends, the kernel ends all
# processes in them and removes the mounts.
set -euo pipefail

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=testbed/lib-namespace.sh
source "$TESTBED/lib-namespace.sh"

readonly CABLE=(192.0.2.1 192.0.2.2)
GATEWAY=172.17.0.1

usage() {
  cat <<'EOF'
usage: testbed/engine.sh up NAME [--owner PID] [--registry ro|rw|none] [--newest]
       testbed/engine.sh down|stop-daemon|start-daemon|env NAME
       testbed/engine.sh run NAME COMMAND [ARGUMENT...]
       testbed/engine.sh link NAME OTHER    # a cable between two of them; prints both addresses
       testbed/engine.sh sweep [PID]
The engine belongs to the process --owner (default: whoever called) and is swept by the next `up`
after that process is gone, or by `sweep` with its PID. With --newest it is the part `newest` of
testbed/prepare.sh, client and Compose too, instead of this machine's. Without internet by nature;
`docker pull` finds what the registry has.
EOF
}

# The root file system of the newest engine: its own files, read-only, with this machine's kernel and the engines' data.
furnish_newest() {
  local name=$1 at
  at=$(dir "$name")
  [[ -x $NEWEST/usr/sbin/dockerd ]] || die "the newest engine is missing; make it with: $TESTBED/prepare.sh newest"
  # shellcheck disable=SC2016
  inside "$name" sh -euc 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1"
    for own in /proc /sys /dev "$2"; do mount --rbind "$own" "$1$own"; done
    for empty in /run /tmp; do mount -t tmpfs none "$1$empty"; done' - "$NEWEST" "$ENGINES"
  mkdir "$at/newest"
  ln -s "$NEWEST/usr/bin/docker" "$at/newest/docker"
  printf '{ "cliPluginsExtraDirs": ["%s/usr/libexec/docker/cli-plugins"] }\n' "$NEWEST" \
    >"$at/newest/config.json"
  # Docker Desktop, and every engine from 29 on, keeps its images in this way.
  printf '{ "features": { "containerd-snapshotter": true } }\n' >"$at/daemon.json"
}

start_daemon() {
  local name=$1 at settings=() root=()
  at=$(dir "$name")
  ! alive "$at/dockerd" || return 0
  [[ ! -e $at/registry.yml ]] || settings+=(--registry-mirror "http://$REGISTRY")
  [[ ! -e $at/daemon.json ]] || settings+=(--config-file "$at/daemon.json")
  # A new root instead of chroot: in a container's namespace, a program would still see the old root.
  # shellcheck disable=SC2016
  [[ ! -e $at/newest ]] || root=(unshare --mount sh -euc
    'cd "$1" && shift && pivot_root . . && umount -l . && cd / && exec "$@"' - "$NEWEST")
  launch "$name" dockerd "${root[@]}" dockerd --data-root "$at/$DATA" --exec-root "$at/exec" \
    --pidfile "$at/dockerd.pid" --host "unix://$at/docker.sock" \
    --cgroup-parent "/$(netns "$name")" --exec-opt native.cgroupdriver=cgroupfs \
    --bip "$GATEWAY/16" --dns "$GATEWAY" "${settings[@]}"
  await "the engine of $name" "$at/dockerd" "$at/dockerd.log" docker_of "$name" version
}

# Stops the containers, as a machine does when it shuts its engine down.
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

# The environment in which a program sees this engine, and no settings of the user's.
print_env() {
  printf '%s\n' "DOCKER_HOST=unix://$(dir "$1")/docker.sock" "HOME=$(dir "$1")/home" \
    "TF_CLI_CONFIG_FILE=$TERRAFORM_CONFIG" CHECKPOINT_DISABLE=1 \
    "DKKB_NETNS=$(netns "$1")" "DKKB_IMAGES=$IMAGES" "DKKB_REGISTRY=$REGISTRY"
  [[ ! -e $(dir "$1")/newest ]] ||
    printf '%s\n' "DOCKER_CONFIG=$(dir "$1")/newest" "PATH=$(dir "$1")/newest:$PATH"
}

# Starts the engine of this machine, or the newest one.
start_engine() {
  [[ ${2:-} != --newest ]] || furnish_newest "$1"
  start_daemon "$1"
}

# The cable disappears with either engine. Its addresses are those for documentation, which nobody else uses.
link() {
  local one two
  one=$(netns "$1") two=$(netns "$2")
  ip link add cable netns "$one" type veth peer name cable netns "$two"
  ip -n "$one" address add "${CABLE[0]}/30" dev cable
  ip -n "$two" address add "${CABLE[1]}/30" dev cable
  ip -n "$one" link set cable up
  ip -n "$two" link set cable up
  printf '%s\n' "${CABLE[@]}"
}

own_command() {
  case $1 in
    stop-daemon) stop_daemon "$2" ;;
    start-daemon) start_daemon "$2" ;;
    link) link "$2" "${3:?}" ;;
  esac
}

# shellcheck disable=SC2034  # read by lib-namespace.sh
THING=engine DATA=data START=start_engine FLAGS='--newest' OWN='stop-daemon|start-daemon|link'
serve "$@"
