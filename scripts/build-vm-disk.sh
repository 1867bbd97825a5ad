#!/usr/bin/env bash
# Builds the disk of a local practice VM from Debian's packages, for machines that get no cloud image: a file
# system without a boot loader, and its kernel beside it. Needs mmdebstrap. A folder that is there is replaced
# only when the new one is complete.
# Exit codes: 0 built, 2 wrong use, 3 this machine cannot.
set -euo pipefail

readonly SUITE=${DKKB_VM_SUITE:-trixie}
readonly SIZE=6G
readonly PACKAGES=(
  systemd-sysv systemd-resolved systemd-timesyncd dbus cloud-init openssh-server netplan.io e2fsprogs sudo curl ca-certificates
)

fail() {
  printf '%s\n' "$2" >&2
  exit "$1"
}

usage='Usage: build-vm-disk.sh FOLDER   builds disk.img, vmlinuz and initrd.img there from Debian packages (mmdebstrap, e2fsprogs). DKKB_VM_SUITE=trixie'
case ${1:-} in
  --help | -h) printf '%s\n' "$usage" && exit 0 ;;
  '' | -*) fail 2 "$usage" ;;
esac
[ $# -eq 1 ] || fail 2 "$usage"

folder=$1
for program in mmdebstrap mkfs.ext4; do
  PATH=$PATH:/usr/sbin:/sbin command -v "$program" >/dev/null ||
    fail 3 "$program is missing: apt-get install mmdebstrap e2fsprogs"
done
case $(uname -m) in
  x86_64) kernel=linux-image-cloud-amd64 ;;
  aarch64) kernel=linux-image-cloud-arm64 ;;
  *) fail 3 "no Debian cloud kernel is known for $(uname -m)" ;;
esac

mkdir -p "$(dirname "$folder")"
work=$(mktemp -d "$folder.XXXXXX")
trap 'rm -rf "$work"' EXIT

# The machine's own Debian source, if it has one; else mmdebstrap uses its default.
# shellcheck disable=SC2016  # apt fills the field in
mapfile -t sources < <(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
  'Origin: Debian' 'Label: Debian' 2>/dev/null | sed -n "s|.*|deb & $SUITE main|p;q")

# shellcheck disable=SC2016  # mmdebstrap's shell expands
mmdebstrap --variant=minbase --format=tar \
  --include="$(IFS=, && echo "$kernel,${PACKAGES[*]}")" --dpkgopt=force-unsafe-io \
  --essential-hook='mkdir -p "$1/etc/initramfs-tools/conf.d"
    printf "virtio_blk\nvirtio_pci\n" >"$1/etc/initramfs-tools/modules"
    echo MODULES=most >"$1/etc/initramfs-tools/conf.d/dkkb"' \
  --customize-hook='echo "/dev/vda / ext4 defaults 0 0" >"$1/etc/fstab"
    echo "datasource_list: [NoCloud, None]" >"$1/etc/cloud/cloud.cfg.d/90_dkkb.cfg"
    rm -f "$1"/etc/machine-id "$1"/etc/ssh/ssh_host_*
    touch "$1/etc/machine-id"' \
  --customize-hook="copy-out /vmlinuz /initrd.img '$work'" \
  "$SUITE" "$work/root.tar" "${sources[@]}"

# What the links lead to came along under its own name, with the version of the kernel.
for name in vmlinuz initrd.img; do
  [ -e "$work/$name" ] || mv "$work/$name"-* "$work/$name"
done
mkdir "$work/root"
tar -xf "$work/root.tar" -C "$work/root" --numeric-owner
rm "$work/root.tar"
truncate --size "$SIZE" "$work/disk.img"
PATH=$PATH:/usr/sbin:/sbin mkfs.ext4 -q -F -d "$work/root" "$work/disk.img"
rm -rf "$work/root"
rm -rf "$folder"
mv "$work" "$folder"
