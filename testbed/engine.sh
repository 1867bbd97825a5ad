#!/usr/bin/env bash
# Docker Engines for tests: each in a network, process and mount namespace of its own, with its own
# data root, socket, home folder and registry. One process holds the namespaces; when it ends, the
# kernel ends all that runs in them, and the mounts go with them.
set -euo pipefail

# shellcheck source=testbed/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=testbed/namespaces.sh
source "$TESTBED/namespaces.sh"

REGISTRY=127.0.0.1:65001
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

start_registry() {
  local name=$1 readonly=$2 at
  at=$(dir "$name")
  mkdir -p "$REGISTRY_STORAGE"
  cat >"$at/registry.yml" <<EOF
version: 0.1
log: { level: warn, accesslog: { disabled: true } }
storage:
  filesystem: { rootdirectory: '$REGISTRY_STORAGE' }
  maintenance: { uploadpurging: { enabled: false }, readonly: { enabled: $readonly } }
http: { addr: '$REGISTRY' }
EOF
  launch "$name" docker-registry docker-registry serve "$at/registry.yml"
  await "the registry of $name" "$at/docker-registry" "$at/docker-registry.log" \
    inside "$name" bash -c ": </dev/tcp/${REGISTRY/://}"
}

# Without a name server the engine's own resolver keeps a container waiting for 20 s; this one knows no name, at once.
start_names() {
  launch "$1" dnsmasq dnsmasq --keep-in-foreground --conf-file=/dev/null --pid-file= --user=root \
    --no-resolv --no-hosts --address=/#/
}

# The root file system of the newest engine as this one sees it: its own files read-only, this machine's kernel and the engines' data.
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
  # As Docker Desktop keeps its images, and every engine from 29 on.
  printf '{ "features": { "containerd-snapshotter": true } }\n' >"$at/daemon.json"
}

start_daemon() {
  local name=$1 at settings=() root=()
  at=$(dir "$name")
  ! alive "$at/dockerd" || return 0
  [[ ! -e $at/registry.yml ]] || settings+=(--registry-mirror "http://$REGISTRY")
  [[ ! -e $at/daemon.json ]] || settings+=(--config-file "$at/daemon.json")
  # A new root rather than chroot: whoever enters a container's namespace would see the old one.
  # shellcheck disable=SC2016
  [[ ! -e $at/newest ]] || root=(unshare --mount sh -euc
    'cd "$1" && shift && pivot_root . . && umount -l . && cd / && exec "$@"' - "$NEWEST")
  launch "$name" dockerd "${root[@]}" dockerd --data-root "$at/data" --exec-root "$at/exec" \
    --pidfile "$at/dockerd.pid" --host "unix://$at/docker.sock" \
    --cgroup-parent "/$(netns "$name")" --exec-opt native.cgroupdriver=cgroupfs \
    --bip "$GATEWAY/16" --dns "$GATEWAY" "${settings[@]}"
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

destroy() {
  local name=$1 at group
  at=$(dir "$name")
  end_namespaces "$at"
  [[ ! -e /run/netns/$(netns "$name") ]] || ip netns delete "$(netns "$name")"
  for group in "/sys/fs/cgroup/$(netns "$name")" /sys/fs/cgroup/*/"$(netns "$name")"; do
    [[ ! -d $group ]] || find "$group" -depth -type d -exec rmdir {} +
  done
  rm -rf "$at"
}

# Only one at a time claims names and sweeps; the lock goes with the shell, or with `exec 9>&-`.
lock() {
  mkdir -p "$ENGINES"
  exec 9>"$ENGINES/.lock"
  flock 9
}

# Removes the engines whose owners are gone, and those of the process that is named.
sweep() {
  local at gone=${1:-}
  for at in "$ENGINES"/*/; do
    [[ -d $at ]] || continue
    if alive "$at/owner" && [[ $(<"$at/owner") != "$gone "* ]]; then continue; fi
    destroy "$(basename "$at")"
  done
}

up() {
  local name=$1 owner=$PPID registry=ro newest=no at
  shift
  while (($#)); do
    case $1 in
      --owner) owner=$2 && shift ;;
      --registry) registry=$2 && shift ;;
      --newest) newest=yes ;;
      *) usage >&2 && exit 2 ;;
    esac
    shift
  done
  [[ $registry =~ ^(ro|rw|none)$ ]] || die "--registry is ro, rw or none, not '$registry'" 2
  owner=$(identity "$owner") || die "--owner $owner: no such process" 2
  at=$(dir "$name")
  lock
  sweep
  [[ ! -e $at ]] || die "an engine '$name' runs for process $(<"$at/owner"); end it with: $0 down $name"
  mkdir -p "$at/home"
  printf '%s\n' "$owner" >"$at/owner"
  exec 9>&-
  # shellcheck disable=SC2064  # the name as it is now
  trap "destroy '$name'" EXIT
  hold_namespaces "$name"
  start_names "$name"
  [[ $newest == no ]] || furnish_newest "$name"
  case $registry in
    ro) start_registry "$name" true ;;
    rw) start_registry "$name" false ;;
  esac
  start_daemon "$name"
  trap - EXIT
}

# What a program needs to see this engine and nothing of the user's.
print_env() {
  printf '%s\n' "DOCKER_HOST=unix://$(dir "$1")/docker.sock" "HOME=$(dir "$1")/home" \
    "TF_CLI_CONFIG_FILE=$TERRAFORM_CONFIG" CHECKPOINT_DISABLE=1 \
    "DKKB_NETNS=$(netns "$1")" "DKKB_IMAGES=$IMAGES" \
    "DKKB_REGISTRY=$REGISTRY"
  [[ ! -e $(dir "$1")/newest ]] ||
    printf '%s\n' "DOCKER_CONFIG=$(dir "$1")/newest" "PATH=$(dir "$1")/newest:$PATH"
}

run() {
  local name=$1 settings
  shift
  mapfile -t settings < <(print_env "$name")
  exec nsenter --net="/run/netns/$(netns "$name")" env -u DOCKER_CONTEXT -u DOCKER_CONFIG \
    "${settings[@]}" "$@"
}

main() {
  local command=${1:-}
  if [[ $command == sweep && $# -le 2 ]]; then
    [[ -d $ENGINES ]] || return 0
    need_root "$0"
    lock
    sweep "${2:-}"
    return
  fi
  [[ $command =~ ^(up|down|stop-daemon|start-daemon|env|run|link)$ && $# -ge 2 ]] || { usage >&2 && exit 2; }
  [[ $2 =~ ^[a-z0-9][a-z0-9-]{0,30}$ ]] || die "an engine's name is like 'w1', not '$2'" 2
  need_root "$0"
  [[ $command == up || $command == down || -e $(dir "$2") ]] || die "no engine '$2'; start it with: $0 up $2"
  shift
  case $command in
    up) up "$@" ;;
    down) destroy "$1" ;;
    stop-daemon) stop_daemon "$1" ;;
    start-daemon) start_daemon "$1" ;;
    env) print_env "$1" ;;
    run) run "$@" ;;
    link) link "$@" ;;
  esac
}

main "$@"
