# shellcheck shell=bash
# Makes a namespace look like a student's VM to another namespace: with an address, a real SSH server
# with the user of Ubuntu's images, and the files in which a practice machine reports its state. It is
# a stand-in: the user is root under another name, and there was no boot and no installation. Its folder
# `told` is the VM's /var/lib/dkkb; the file `booted` in it means that the first boot has ended. Needs lib-namespace.sh.

# The address of the namespace that asks.
ASKER=10.255.255.1

# Files that the VM replaces by its own, only for the SSH server and its users.
# shellcheck disable=SC2016  # the inner shell expands
OWN_FILES='at=$1 scripts=$2
  mkdir -p "$at/told" "$at/own"
  mount -t tmpfs none "$at/own"
  for place in /etc /var/lib /usr/local/sbin; do
    mkdir -p "$at/own$place" "$at/own/work$place"
    mount -t overlay none -o "lowerdir=$place,upperdir=$at/own$place,workdir=$at/own/work$place" "$place"
  done
  mount -t tmpfs none /run
  mkdir -p /run/sshd /run/cloud-init /var/lib/dkkb
  ln -s /var/lib/dkkb/booted /run/cloud-init/result.json
  mount --bind "$at/told" /var/lib/dkkb
  [ ! -e "$at/docker.sock" ] || ln -s "$at/docker.sock" /run/docker.sock
  printf "ubuntu:x:0:0::%s:/bin/bash\n" "$at/home" >>/etc/passwd
  install -m 755 "$scripts/deadline.sh" /usr/local/sbin/dkkb-deadline
  exec /usr/sbin/sshd -D -f "$at/sshd_config"'

# lay_cable NAME FROM ADDRESS: the other end needs no address of its own.
lay_cable() {
  local name from cable
  name=$(netns "$1") from=$(netns "$2")
  # shellcheck disable=SC2086  # the four numbers
  cable=v$(printf '%02x' ${3//./ })
  ip link add "$cable" netns "$name" type veth peer name "$cable" netns "$from"
  ip -n "$name" address add "$3/32" dev "$cable"
  ip -n "$from" address replace "$ASKER/32" dev lo
  ip -n "$name" link set "$cable" up
  ip -n "$from" link set "$cable" up
  ip -n "$name" route add "$ASKER" dev "$cable" src "$3"
  ip -n "$from" route add "$3" dev "$cable" src "$ASKER"
}

# become_vm NAME FROM ADDRESS KEYS: KEYS is the file of the public keys that log in.
become_vm() {
  local name=$1 from=$2 address=$3 keys=$4 at settings
  at=$(dir "$name")
  lay_cable "$name" "$from" "$address"
  install -m 600 "$keys" "$at/authorized_keys"
  ssh-keygen -q -t ed25519 -N '' -f "$at/host_key"
  mapfile -t settings < <(print_env "$name")
  cat >"$at/sshd_config" <<END
ListenAddress $address
HostKey $at/host_key
AuthorizedKeysFile $at/authorized_keys
PidFile $at/sshd.pid
StrictModes no
UsePAM no
SetEnv $(printf '"%s" ' "${settings[@]}")
ForceCommand cd "\$HOME" && exec bash -c "\$SSH_ORIGINAL_COMMAND"
END
  launch "$name" sshd unshare --mount sh -euc "$OWN_FILES" - "$at" "$TESTBED/../scripts"
  await "the SSH server of $name" "$at/sshd" "$at/sshd.log" \
    nsenter --net="/run/netns/$(netns "$from")" bash -c ": </dev/tcp/$address/22"
}

# cable_of NAME: the network interface that leads to the namespace that asks.
cable_of() { ip -n "$(netns "$1")" -o link show type veth | sed -n 's/^[0-9]*: \(v[0-9a-f]*\)@.*/\1/p'; }

# vm_answers NAME no|silence|yes: ends its SSH server, or drops all packets, or lets them through again.
vm_answers() {
  local name
  name=$(netns "$1")
  case $2 in
    no) inside "$1" kill -KILL "$(<"$(dir "$1")/sshd.pid")" ;;
    silence) ip -n "$name" route replace blackhole "$ASKER" ;;
    yes) ip -n "$name" route replace "$ASKER" dev "$(cable_of "$1")" ;;
    *) usage >&2 && exit 2 ;;
  esac
}
