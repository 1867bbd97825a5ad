#!/usr/bin/env bash
# Runs inside the build, on the fresh root file system: the recipe's own files and changes.
# usage: customize.sh NAME WORK ROOT
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
name=$1 work=$2 root=$3

in_root() { chroot "$root" "$@"; }

# add_user NAME ID HOME: with the id that the public image gives it.
add_user() {
  in_root groupadd --system --gid "$2" "$1"
  in_root useradd --system --uid "$2" --gid "$1" --no-create-home --home-dir "$3" \
    --shell /usr/sbin/nologin "$1"
}

# Debian's web applications ask for a client, which the public images do not have.
drop_database_client() {
  rm -f "$root"/usr/bin/{mariadb,mysql,my_,myisam,aria_,innochecksum,replace,resolve,perror}*
}

# shellcheck disable=SC2016 # dpkg's own placeholder
version() { in_root dpkg-query --show --showformat '${source:Upstream-Version}' "$server"; }

# What the checkout's umask and owner are must not show in the image.
copy_overlays() {
  local overlay
  for overlay in "${overlays[@]}"; do
    tar -C "$here/rootfs/$overlay" --owner=0 --group=0 --mode='u=rwX,go=rX' -c . |
      tar -C "$root" --no-overwrite-dir --keep-directory-symlink -x
  done
}

# Debian's server packages pull Perl in for helper scripts; the essential perl-base stays.
shrink() {
  rm -rf "$root"/usr/lib/*-linux-gnu*/perl "$root"/usr/share/perl "$root"/usr/lib/*/libperl.so.*
  rm -rf "$root"/usr/share/{doc,info,man,locale,lintian}/*
  rm -rf "$root"/var/cache/debconf/*-old "$root"/var/cache/ldconfig/* "$root"/var/log/*.log
  rm -rf "$root"/var/log/apt "$root"/var/lib/dpkg/*-old
  rm -f "$root"/etc/apt/apt.conf.d/99mmdebstrap "$root"/etc/dpkg/dpkg.cfg.d/99mmdebstrap
}

# shellcheck source=src/images/kit/recipe.sh
. "$here/recipe.sh"
copy_overlays
customize
version >"$work/version"
shrink
