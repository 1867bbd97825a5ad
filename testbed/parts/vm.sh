# shellcheck shell=bash
# The disk of a real VM with cloud-init, as in a cloud's own image, the emulator that boots it, and an
# archive of the packages for its installation. Unneeded work takes minutes in the emulated VM and only
# seconds here, so the disk is prepared to avoid it.

readonly VM=$CACHE/vm
readonly VM_SUITE=trixie
readonly VM_RECIPE=3
readonly VM_PACKAGES=(
  linux-image-cloud-amd64 systemd-sysv systemd-timesyncd dbus cloud-init openssh-server netplan.io
  sudo curl ca-certificates
)
# The packages that the install scripts take from Debian, with their dependencies.
readonly VM_INSTALLS=(
  docker.io iptables docker-cli docker-buildx docker-compose kubernetes-client nano
)
# The name of the archive in the VM's package source.
readonly VM_ARCHIVE=packages.test
# Services that look for new packages, which would take the lock of apt during a test; and services
# that take an emulated machine seconds at each boot and are of no use there.
readonly VM_MASKED=(
  apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer fstrim.timer e2scrub_all.timer
  systemd-binfmt.service systemd-timesyncd.service getty@tty1.service
)
# The vendors' addresses are unreachable there, so that the scripts do the same on every machine.
readonly VM_NOWHERE=(download.docker.com dl.k8s.io storage.googleapis.com)
# command:package
readonly VM_TOOLS=(
  qemu-system-x86_64:qemu-system-x86 cloud-localds:cloud-image-utils genisoimage:genisoimage
  mmdebstrap:mmdebstrap mkfs.ext4:e2fsprogs ssh:openssh-client
)

present() {
  [[ -z $(lacking "${VM_TOOLS[@]%%:*}") && -e $VM/recipe && $(<"$VM/recipe") == "$(vm_recipe)" ]]
}

vm_recipe() {
  printf '%s' "$VM_RECIPE $VM_SUITE ${VM_PACKAGES[*]} ${VM_INSTALLS[*]} ${VM_MASKED[*]} ${VM_NOWHERE[*]}"
}

build() {
  require_vm_tools
  mkdir -p "$WORK/vm/archive" "$WORK/packages"
  # shellcheck disable=SC2016  # mmdebstrap's shell expands
  vm_root "$WORK/root" "${VM_PACKAGES[@]}" -- \
    --customize-hook='chroot "$1" apt-get clean' \
    --customize-hook="chroot \"\$1\" apt-get install --yes --no-install-recommends --download-only ${VM_INSTALLS[*]}" \
    --customize-hook="cp \"\$1\"/var/cache/apt/archives/*.deb '$WORK/packages'"
  vm_archive "$WORK/packages" "$WORK/vm/archive"
  vm_disk "$WORK/root" "$WORK/vm"
  vm_recipe >"$WORK/vm/recipe"
  rm -rf "$VM"
  mv "$WORK/vm" "$VM"
}

require_vm_tools() {
  [[ $(uname -m) == x86_64 ]] || die 'the vm part is made for x86_64 only'
  install_tools "${VM_TOOLS[@]}"
}

# vm_root FOLDER PACKAGE… -- OPTION…: a root file system of these packages, made by mmdebstrap with these options.
vm_root() {
  local root=$1 sources packages=()
  shift
  while [[ $1 != -- ]]; do packages+=("$1") && shift; done
  shift
  # The machine's own Debian source, if it has one; else mmdebstrap uses its default.
  # shellcheck disable=SC2016  # apt fills the field in
  mapfile -t sources < <(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    'Origin: Debian' 'Label: Debian' | sed -n "s|.*|deb & $VM_SUITE main|p;q")
  # shellcheck disable=SC2016  # mmdebstrap's shell expands
  mmdebstrap --variant=minbase --format=directory --include="$(IFS=,; echo "${packages[*]}")" \
    --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
    --essential-hook='mkdir -p "$1/etc/initramfs-tools/conf.d"
      echo virtio_blk >"$1/etc/initramfs-tools/modules"
      echo MODULES=list >"$1/etc/initramfs-tools/conf.d/dkkb"' \
    "$@" "$VM_SUITE" "$root" "${sources[@]}"
}

# vm_disk ROOT FOLDER: the disk of a root file system, with its kernel and initrd beside it.
vm_disk() {
  local root=$1 folder=$2
  vm_settings "$root"
  cp -L "$root/vmlinuz" "$root/initrd.img" "$folder"
  truncate --size 6G "$folder/disk.img"
  mkfs.ext4 -q -F -E lazy_itable_init=1 -d "$root" "$folder/disk.img"
}

# vm_archive FOLDER ARCHIVE: the packages, compressed so that an emulated machine unpacks them fast.
vm_archive() {
  local package packed
  for package in "$1"/*.deb; do
    packed=$2/$(basename "$package")
    dpkg-deb --raw-extract "$package" "$WORK/unpacked"
    dpkg-deb -Zzstd -z1 --build "$WORK/unpacked" "$packed" >/dev/null
    rm -r "$WORK/unpacked"
    dpkg-deb --field "$packed"
    printf '%s\n' "Filename: ./${packed##*/}" "Size: $(stat -c %s "$packed")" \
      "SHA256: $(sha256sum "$packed" | cut -d' ' -f1)" ''
  done >"$2/Packages"
  printf '%s\n' "Suite: $VM_SUITE" 'SHA256:' \
    " $(sha256sum "$2/Packages" | cut -d' ' -f1) $(stat -c %s "$2/Packages") Packages" >"$2/Release"
}

vm_settings() {
  local root=$1 name
  echo '/dev/vda / ext4 defaults 0 0' >"$root/etc/fstab"
  printf '127.0.0.1 localhost\n' >"$root/etc/hosts"
  for name in "${VM_NOWHERE[@]}"; do printf '127.0.0.1 %s\n' "$name" >>"$root/etc/hosts"; done
  echo "deb [trusted=yes] http://$VM_ARCHIVE/ ./" >"$root/etc/apt/sources.list"
  echo 'Acquire::Languages "none";' >"$root/etc/apt/apt.conf.d/90dkkb"
  for name in "${VM_MASKED[@]}"; do ln -sf /dev/null "$root/etc/systemd/system/$name"; done
  # Without this, cloud-init would look for its data in other places too, and wait.
  echo 'datasource_list: [NoCloud, None]' >"$root/etc/cloud/cloud.cfg.d/90_dkkb.cfg"
  # Caches that a first boot would make again.
  touch "$root/etc/.updated" "$root/var/.updated"
  rm -f "$root"/etc/machine-id "$root"/var/lib/dbus/machine-id "$root"/etc/ssh/ssh_host_*
  touch "$root/etc/machine-id"
}
