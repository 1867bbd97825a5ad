# shellcheck shell=bash
# Namespaces that one process holds, and programs that run in them. Needs lib.sh.

readonly PATIENCE=30
readonly CABLE=(192.0.2.1 192.0.2.2)

dir() { printf '%s/%s' "$ENGINES" "$1"; }
netns() { printf 'dkkb-%s' "$1"; }

# PID and start time: names one process, even after its number is used again. A zombie has ended.
identity() {
  local stat
  stat=$(cat "/proc/$1/stat" 2>/dev/null) || return 1
  # shellcheck disable=SC2086  # split into the fields behind the command name
  set -- "$1" ${stat##*) }
  [[ $2 != Z ]] || return 1
  printf '%s %s\n' "$1" "${21}"
}

# Whether the process that the file names still runs.
alive() {
  local pid was
  [[ -s $1 ]] && was=$(<"$1") && pid=${was%% *} && [[ $(identity "$pid") == "$was" ]]
}

# Waits until the command succeeds; fails when the process in the file is gone or patience ends.
await() {
  local what=$1 process=$2 log=$3 deadline=$((SECONDS + PATIENCE))
  shift 3
  until "$@" >/dev/null 2>&1; do
    if ! alive "$process" || ((SECONDS >= deadline)); then
      say "$what did not come up; the end of $log:"
      tail -n 15 "$log" >&2
      return 3
    fi
    sleep 0.02
  done
}

# Runs a command in the engine's process, mount and network namespaces.
inside() {
  local name=$1 hold
  shift
  read -r hold _ <"$(dir "$name")/hold"
  nsenter --net="/run/netns/$(netns "$name")" --mount="/proc/$hold/ns/mnt" \
    --pid="/proc/$hold/ns/pid_for_children" "$@"
}

# Starts a long-running program inside and notes it in the file $2.pid of the engine's folder.
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

# The first process of the namespace is the last to go: then nothing writes any more.
end_namespaces() {
  local at=$1 hold first
  alive "$at/hold" || return 0
  read -r hold _ <"$at/hold"
  first=$(pgrep -P "$hold") || true
  kill -KILL "$hold"
  while alive "$at/hold" || { [[ -n $first ]] && identity "$first" >/dev/null; }; do sleep 0.02; done
}

# The cable goes with either engine. Addresses that documentation may use, since nobody else does.
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
