# shellcheck shell=bash
# The disk of a real VM with cloud-init, as a cloud's own image has it, and what boots it.

readonly VM=$CACHE/vm
readonly VM_SUITE=trixie
readonly VM_RECIPE=2
readonly VM_PACKAGES=(
  linux-image-cloud-amd64 systemd-sysv systemd-timesyncd dbus cloud-init openssh-server netplan.io
  sudo curl ca-certificates
)
# The vendors' addresses lead nowhere there, so that every machine takes the same way.
readonly VM_NOWHERE=(download.docker.com dl.k8s.io storage.googleapis.com)
# command:package
readonly VM_TOOLS=(
  qemu-system-x86_64:qemu-system-x86 cloud-localds:cloud-image-utils genisoimage:genisoimage
  mmdebstrap:mmdebstrap mkfs.ext4:e2fsprogs ssh:openssh-client
)

present() {
  [[ -z $(lacking "${VM_TOOLS[@]%%:*}") && -e $VM/recipe && $(<"$VM/recipe") == "$(vm_recipe)" ]]
}

vm_recipe() { printf '%s' "$VM_RECIPE $VM_SUITE ${VM_PACKAGES[*]} ${VM_NOWHERE[*]}"; }

build() {
  local sources
  [[ $(uname -m) == x86_64 ]] || die 'the vm part is made for x86_64 only'
  install_tools "${VM_TOOLS[@]}"
  # The machine's own way to Debian, where it has one; else mmdebstrap's own idea of it.
  # shellcheck disable=SC2016  # apt fills the field in
  mapfile -t sources < <(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' \
    'Origin: Debian' 'Label: Debian' | sed -n "s|.*|deb & $VM_SUITE main|p;q")
  mmdebstrap --variant=minbase --format=directory --include="$(IFS=,; echo "${VM_PACKAGES[*]}")" \
    --dpkgopt=force-unsafe-io --dpkgopt='path-exclude=/usr/share/doc/*' \
    "$VM_SUITE" "$WORK/root" "${sources[@]}"
  vm_settings "$WORK/root"
  mkdir -p "$WORK/vm"
  cp -L "$WORK/root/vmlinuz" "$WORK/root/initrd.img" "$WORK/vm"
  truncate --size 6G "$WORK/vm/disk.img"
  mkfs.ext4 -q -F -E lazy_itable_init=1 -d "$WORK/root" "$WORK/vm/disk.img"
  vm_recipe >"$WORK/vm/recipe"
  rm -rf "$VM"
  mv "$WORK/vm" "$VM"
}

vm_settings() {
  local root=$1 name
  echo '/dev/vda / ext4 defaults 0 1' >"$root/etc/fstab"
  printf '127.0.0.1 localhost\n' >"$root/etc/hosts"
  for name in "${VM_NOWHERE[@]}"; do printf '127.0.0.1 %s\n' "$name" >>"$root/etc/hosts"; done
  echo 'Acquire::Languages "none";' >"$root/etc/apt/apt.conf.d/90dkkb"
  # Other places that cloud-init would look for its data in, and wait for.
  echo 'datasource_list: [NoCloud, None]' >"$root/etc/cloud/cloud.cfg.d/90_dkkb.cfg"
  rm -f "$root"/etc/machine-id "$root"/var/lib/dbus/machine-id "$root"/etc/ssh/ssh_host_*
  touch "$root/etc/machine-id"
}
