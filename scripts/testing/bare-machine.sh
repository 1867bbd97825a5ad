#!/usr/bin/env bash
# The first process of a bare machine for the tests, started by bare-machine.ts with
#   unshare --mount --pid --net --uts --ipc --fork --kill-child bare-machine.sh ROOT_TAR SCRIPTS
# Its disk is in memory, and all its processes, mounts and networks are in its own namespaces. It ends when its standard
# input closes, and the kernel then removes everything.
set -euo pipefail

root_tar=$1 scripts=$2
readonly AT=/mnt

mount_disk() {
  mount -t tmpfs -o mode=755,size=75% bare-machine "$AT"
  tar -xf "$root_tar" -C "$AT"
  mkdir -p "$AT/opt/scripts" "$AT/old"
  mount --bind "$scripts" "$AT/opt/scripts"
  mount -o remount,bind,ro "$AT/opt/scripts"
}

mount_kernel() {
  local device
  mount -t proc proc "$AT/proc"
  mount -t sysfs sysfs "$AT/sys"
  mount --rbind /sys/fs/cgroup "$AT/sys/fs/cgroup"
  mount -t tmpfs -o mode=755 dev "$AT/dev"
  for device in null zero full random urandom tty; do
    : >"$AT/dev/$device"
    mount --bind "/dev/$device" "$AT/dev/$device"
  done
  mkdir "$AT/dev/pts" "$AT/dev/shm"
  mount -t devpts -o newinstance,ptmxmode=0666 devpts "$AT/dev/pts"
  ln -s pts/ptmx "$AT/dev/ptmx"
  ln -s /proc/self/fd "$AT/dev/fd"
  mount -t tmpfs -o mode=1777 shm "$AT/dev/shm"
}

# /proc is still the outer one. It has the process id with which nsenter finds this machine.
read -r outer_pid _ </proc/self/stat
mount_disk
mount_kernel
hostname bare
printf '127.0.0.1 localhost bare\n' >"$AT/etc/hosts"
# The name server of slirp4netns, which passes requests on to the host's own.
printf 'nameserver 10.0.2.3\n' >"$AT/etc/resolv.conf"
cd "$AT"
pivot_root . old
umount -l /old
rmdir /old
echo "ready $outer_pid"
cat >/dev/null
