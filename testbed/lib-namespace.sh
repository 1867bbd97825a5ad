# shellcheck shell=bash
# A thing in its own namespaces: a folder; a network, process and mount namespace held by one process;
# programs inside them; a registry and a name server. Needs lib.sh. The script that sources it defines
# `usage`, `print_env NAME`, `own_command COMMAND NAME...`, the name of its THING, the folder of its
# DATA, the function to START it, its OWN commands and its FLAGS of `up`.

# shellcheck source=testbed/lib-vm.sh
source "$TESTBED/lib-vm.sh"

REGISTRY=127.0.0.1:65001
# Seconds that a start may take, and seconds between two checks.
PATIENCE=300
PAUSE=0.02
ROOMY=$((12 * 1024 * 1024))

dir() { printf '%s/%s' "$ENGINES" "$1"; }
netns() { printf 'dkkb-%s' "$1"; }

# PID and start time: they identify a process, even after its number is used again. A zombie has ended.
identity() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  # shellcheck disable=SC2086  # split into the fields behind the command name
  set -- "$1" ${stat##*) }
  [[ $2 != Z ]] || return 1
  printf '%s %s\n' "$1" "${21}"
}

# Whether the process in the file still runs.
alive() {
  local pid was
  [[ -s $1 ]] && was=$(<"$1") && pid=${was%% *} && [[ $(identity "$pid") == "$was" ]]
}

# Waits until the command succeeds; fails when the process in the file is gone or the time is over.
await() {
  local what=$1 process=$2 log=$3 deadline=$((SECONDS + PATIENCE))
  shift 3
  until "$@" >/dev/null 2>&1; do
    if ! alive "$process" || ((SECONDS >= deadline)); then
      say "$what did not come up; the end of $log:"
      tail -n 15 "$log" >&2
      return 3
    fi
    sleep "$PAUSE"
  done
}

# Runs a command in its process, mount and network namespaces.
inside() {
  local name=$1 hold
  shift
  read -r hold _ <"$(dir "$name")/hold"
  nsenter --net="/run/netns/$(netns "$name")" --mount="/proc/$hold/ns/mnt" \
    --pid="/proc/$hold/ns/pid_for_children" "$@"
}

# Starts a long-running program inside and writes its process to the file $2.pid of its folder.
launch() {
  local name=$1 program=$2 at
  at=$(dir "$name")
  shift 2
  # shellcheck disable=SC2016  # the inner shell expands
  inside "$name" setsid sh -c 'exec "$@"' "$program" "$@" \
    </dev/null >>"$at/$program.log" 2>&1 9>&- &
  identity "$!" >"$at/$program"
}

hold_namespaces() {
  local name=$1 at
  at=$(dir "$name")
  ip netns add "$(netns "$name")"
  ip -n "$(netns "$name")" link set lo up
  # shellcheck disable=SC2016
  setsid nsenter --net="/run/netns/$(netns "$name")" unshare --mount --pid --fork --kill-child \
    --mount-proc bash -c 'trap "" TERM INT; : >"$1/ready"; sleep infinity & wait "$!"' hold "$at" \
    </dev/null >"$at/hold.log" 2>&1 9>&- &
  identity "$!" >"$at/hold"
  await "the namespaces of $name" "$at/hold" "$at/hold.log" test -e "$at/ready"
}

# Databases and image layers wait for the disk at every write; with enough free memory (KiB) they are kept in memory.
keep_data_in_memory() {
  local folder available
  [[ -n $DATA ]] || return 0
  folder=$(dir "$1")/$DATA
  available=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB$/\1/p' /proc/meminfo)
  mkdir "$folder"
  ((available < ROOMY)) || inside "$1" mount -t tmpfs -o mode=711,size=60% "$DATA" "$folder"
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

# Without a name server, an engine's resolver lets a container wait for 20 s; this one answers at once that it knows no name.
start_names() {
  launch "$1" dnsmasq dnsmasq --keep-in-foreground --conf-file=/dev/null --pid-file= --user=root \
    --no-resolv --no-hosts --address=/#/
}

# The first process of the namespace ends last; after that, no process writes any more.
end_namespaces() {
  local at=$1 hold first
  alive "$at/hold" || return 0
  read -r hold _ <"$at/hold"
  first=$(pgrep -P "$hold") || true
  kill -KILL "$hold"
  # After a program was frozen, the nsenter that waits for it is stopped too; until it goes on, the namespace cannot end.
  pkill -CONT -f "^nsenter --net=/run/netns/$(netns "$(basename "$at")") " || true
  while alive "$at/hold" || { [[ -n $first ]] && identity "$first" >/dev/null; }; do sleep 0.02; done
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

# Only one process at a time takes names and sweeps; the lock ends with the shell, or with `exec 9>&-`.
lock() {
  mkdir -p "$ENGINES"
  exec 9>"$ENGINES/.lock"
  flock 9
}

# Removes everything without a living owner, and everything of the given process.
sweep() {
  local at gone=${1:-}
  for at in "$ENGINES"/*/; do
    [[ -d $at ]] || continue
    if alive "$at/owner" && [[ $(<"$at/owner") != "$gone "* ]]; then continue; fi
    destroy "$(basename "$at")"
  done
}

up() {
  local name=$1 owner=$PPID registry=ro flags=() at
  shift
  while (($#)); do
    case $1 in
      --owner) owner=$2 && shift ;;
      --registry) registry=$2 && shift ;;
      *) [[ " ${FLAGS:-} " == *" $1 "* ]] || { usage >&2 && exit 2; } && flags+=("$1") ;;
    esac
    shift
  done
  [[ $registry =~ ^(ro|rw|none)$ ]] || die "--registry is ro, rw or none, not '$registry'" 2
  owner=$(identity "$owner") || die "--owner $owner: no such process" 2
  at=$(dir "$name")
  lock
  sweep
  [[ ! -e $at ]] || die "an engine or cluster '$name' runs for process $(<"$at/owner"); end it with: $0 down $name"
  mkdir -p "$at/home"
  printf '%s\n' "$owner" >"$at/owner"
  exec 9>&-
  # shellcheck disable=SC2064  # the name as it is now
  trap "destroy '$name'" EXIT
  hold_namespaces "$name"
  keep_data_in_memory "$name"
  start_names "$name"
  case $registry in
    ro) start_registry "$name" true ;;
    rw) start_registry "$name" false ;;
  esac
  "$START" "$name" "${flags[@]}"
  trap - EXIT
}

# Runs a command in its network and with its environment.
run() {
  local name=$1 settings
  shift
  mapfile -t settings < <(print_env "$name")
  exec nsenter --net="/run/netns/$(netns "$name")" \
    env -u DOCKER_CONTEXT -u DOCKER_CONFIG -u KUBECONFIG "${settings[@]}" "$@"
}

serve() {
  local command=${1:-}
  if [[ $command == sweep && $# -le 2 ]]; then
    [[ -d $ENGINES ]] || return 0
    need_root "$0"
    lock
    sweep "${2:-}"
    return
  fi
  [[ $command =~ ^(up|down|env|run|vm|vm-answers${OWN:+|$OWN})$ && $# -ge 2 ]] || { usage >&2 && exit 2; }
  [[ $2 =~ ^[a-z0-9][a-z0-9-]{0,30}$ ]] || die "the name of an $THING is like 'w1', not '$2'" 2
  need_root "$0"
  [[ $command == up || $command == down || -e $(dir "$2") ]] || die "no $THING '$2'; start it with: $0 up $2"
  shift
  case $command in
    up) up "$@" ;;
    down) destroy "$1" ;;
    env) print_env "$1" ;;
    run) run "$@" ;;
    vm) become_vm "${@:1:4}" ;;
    vm-answers) vm_answers "$@" ;;
    *) own_command "$command" "$@" ;;
  esac
}
