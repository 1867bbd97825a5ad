# shellcheck shell=bash
# Shared by the test bed's scripts: the folders, and how messages are printed.

# shellcheck disable=SC2034  # read by the scripts that source this file
TESTBED=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/testbed
# shellcheck disable=SC2034
ENGINES=/var/tmp/dkkb-testbed REGISTRY_STORAGE=$CACHE/registry IMAGES=$CACHE/images \
  TERRAFORM_CONFIG=$CACHE/terraform.rc AWS_API=$CACHE/aws-api NEWEST=$CACHE/newest-1 \
  WINDOWS=$CACHE/windows WINE=/usr/lib/wine/wine64

# shellcheck disable=SC2034
KUBERNETES_VERSION=v1.34.4 PAUSE_IMAGE=dkkb.invalid/pause:1
# shellcheck disable=SC2034
KUBERNETES=$CACHE/kubernetes/$KUBERNETES_VERSION CNI_PLUGINS=/usr/lib/cni

say() { printf 'testbed: %s\n' "$*" >&2; }

die() {
  say "$1"
  exit "${2:-3}"
}

need_root() {
  [[ $EUID -eq 0 ]] || die "$1 needs root; run it with: sudo -E $1"
}

# Prints the commands that this machine lacks.
lacking() {
  local command
  for command; do command -v "$command" >/dev/null || printf '%s\n' "$command"; done
}

# Installs the packages of missing tools; each argument is command:package.
install_tools() {
  local tool packages=()
  for tool; do
    command -v "${tool%%:*}" >/dev/null || packages+=("${tool##*:}")
  done
  ((${#packages[@]} == 0)) || add_packages "${packages[@]}"
}

# Installs packages; parts that are made at the same time do this one after the other.
add_packages() {
  command -v apt-get >/dev/null || die "$* can be installed on Debian and Ubuntu only"
  (
    exec 7>"$CACHE/.lock.apt"
    flock 7
    apt-get update
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y \
      --no-install-recommends "$@"
  )
}

# This machine's architecture, as Go and the vendors write it.
architecture() { if [[ $(uname -m) == aarch64 ]]; then echo arm64; else echo amd64; fi; }
