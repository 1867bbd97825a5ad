#!/usr/bin/env bash
# The practice machine as a container: the build of its image, and its first process.
# Exit codes: 0 done, 1 a step could not be installed or an engine ended, 2 wrong use.
set -euo pipefail

readonly READER=student
readonly HOST_KEYS=/etc/ssh/keys
readonly SOCKET=/var/run/docker.sock
readonly ANSWERED=/run/practice-host-answered
readonly SELDOM_SECONDS=300

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"
# shellcheck source=scripts/lib-apt.sh
. "$scripts/lib-apt.sh"
# shellcheck source=scripts/lib-mirror.sh
. "$scripts/lib-mirror.sh"

# build: runs while the image is built, where no program can be started.
build() {
  LOG=/dev/stdout
  export RUNLEVEL=1 DKKB_START=no SUDO_USER=$READER
  use_mirrors
  apt_update
  export DKKB_LISTS=fresh
  apt_install openssh-server sudo ca-certificates curl iproute2 procps
  id "$READER" >/dev/null 2>&1 || useradd --create-home --shell /bin/bash "$READER"
  passwd --lock "$READER" >/dev/null
  printf '%s ALL=(ALL) NOPASSWD: ALL\n' "$READER" >/etc/sudoers.d/$READER
  printf 'HostKey %s\nPasswordAuthentication no\nKbdInteractiveAuthentication no\nPermitRootLogin no\n' \
    "$HOST_KEYS/ssh_host_ed25519_key" >/etc/ssh/sshd_config.d/00-practice-host.conf
  rm -f /etc/ssh/ssh_host_*
  bash "$scripts/practice-machine.sh" docker kubectl nano
  apt-get clean
  rm -rf /var/lib/apt/lists/*
}

# run: starts SSH and the engine; ends when one of them ends.
run() {
  local code=0
  let_the_reader_in
  prepare_kernel_files
  # A killed container leaves the pid files of processes that have ended.
  rm -f /var/run/docker.pid /var/run/docker/containerd/containerd.pid "$SOCKET" "$ANSWERED"
  DKKB_MIRROR='' use_mirrors
  /usr/sbin/sshd -D -e &
  dockerd --host "unix://$SOCKET" --exec-opt native.cgroupdriver=cgroupfs \
    --cgroup-parent "/practice/$(hostname)" &
  trap 'stop_all; exit 0' TERM INT
  wait -n || code=$?
  stop_all
  exit "${code/#0/1}"
}

stop_all() {
  local pid
  # shellcheck disable=SC2046 # one process id a word
  kill $(jobs -p) 2>/dev/null || true
  for pid in $(jobs -p); do wait "$pid" 2>/dev/null || true; done
}

# let_the_reader_in: the reader's keys come from the container's environment; the machine's own keys are in a volume.
let_the_reader_in() {
  local folder=/home/$READER/.ssh
  mkdir -p /run/sshd "$HOST_KEYS" "$folder"
  [ -s "$HOST_KEYS/ssh_host_ed25519_key" ] ||
    ssh-keygen -q -t ed25519 -N '' -f "$HOST_KEYS/ssh_host_ed25519_key"
  printf '%s\n' "${DKKB_AUTHORIZED_KEYS:-}" >"$folder/authorized_keys"
  chmod 700 "$folder"
  chmod 600 "$folder/authorized_keys"
  chown -R "$READER:" "$folder"
}

# prepare_kernel_files: an engine writes kernel settings that a container can usually only read.
prepare_kernel_files() {
  if grep -q ' /proc/sys proc ro' /proc/mounts; then mount -o remount,bind,rw /proc/sys; fi
}

# answers: the health check. Each check adds to the short history of the outer engine, so after the first
# answer it asks only rarely.
answers() {
  if [ -e "$ANSWERED" ]; then sleep "$SELDOM_SECONDS"; fi
  docker version --format '{{.Server.Version}}' && ss -Hltn 'sport = :22' | grep -q . && touch "$ANSWERED"
}

case $* in
  build | run | answers) "$1" ;;
  *) wrong_use "사용법: ${program}.sh build | run | answers" "Usage: ${program}.sh build | run | answers" ;;
esac
