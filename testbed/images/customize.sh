#!/usr/bin/env bash
# Runs inside the build, on the fresh root file system: the recipe's own files and changes.
# usage: customize.sh NAME WORK ROOT
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
name=$1 work=$2 root=$3

in_root() { chroot "$root" "$@"; }

# What the checkout's umask and owner are must not show in the image.
copy_rootfs() {
  [[ -d $here/rootfs/$name ]] || return 0
  tar -C "$here/rootfs/$name" --owner=0 --group=0 --mode='u=rwX,go=rX' -c . |
    tar -C "$root" --no-overwrite-dir --keep-directory-symlink -x
}

# Debian's server packages pull Perl in for helper scripts; the essential perl-base stays.
shrink() {
  rm -rf "$root"/usr/lib/*-linux-gnu*/perl "$root"/usr/share/perl "$root"/usr/lib/*/libperl.so.*
  rm -rf "$root"/usr/share/{doc,info,man,locale,lintian}/*
  rm -rf "$root"/var/cache/debconf/*-old "$root"/var/cache/ldconfig/* "$root"/var/log/*.log
  rm -rf "$root"/var/log/apt "$root"/var/lib/dpkg/*-old
  rm -f "$root"/etc/apt/apt.conf.d/99mmdebstrap "$root"/etc/dpkg/dpkg.cfg.d/99mmdebstrap
}

customize() { :; }
# shellcheck source=/dev/null
. "$here/recipes/$name.sh"
copy_rootfs
customize
# shellcheck disable=SC2016,SC2154 # the recipe sets "server"
in_root dpkg-query --show --showformat '${source:Upstream-Version}' "$server" >"$work/version"
shrink
