# shellcheck shell=bash
# The disk of the part vm with the packages of the install scripts already on it. An emulated machine installs them in
# minutes; here it takes seconds. It is for tests of what comes after the installation.

# shellcheck source=testbed/parts/vm.sh
source "$TESTBED/parts/vm.sh"

readonly VM_READY=$CACHE/vm-ready

present() {
  [[ -z $(lacking "${VM_TOOLS[@]%%:*}") && -e $VM_READY/recipe && $(<"$VM_READY/recipe") == "$(vm_recipe)" ]]
}

build() {
  require_vm_tools
  mkdir -p "$WORK/vm"
  # shellcheck disable=SC2016  # mmdebstrap's shell expands
  vm_root "$WORK/root" "${VM_PACKAGES[@]}" "${VM_INSTALLS[@]}" -- \
    --customize-hook='chroot "$1" apt-get clean'
  vm_disk "$WORK/root" "$WORK/vm"
  vm_recipe >"$WORK/vm/recipe"
  rm -rf "$VM_READY"
  mv "$WORK/vm" "$VM_READY"
}
