# shellcheck shell=bash
# Shared by the test bed's scripts: where things are kept, and how they are written.

# shellcheck disable=SC2034  # read by the scripts that source this file
TESTBED=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/testbed
# shellcheck disable=SC2034
REGISTRY_STORAGE=$CACHE/registry IMAGES=$CACHE/images \
  TERRAFORM_CONFIG=$CACHE/terraform.rc

say() { printf 'testbed: %s\n' "$*" >&2; }

die() {
  say "$1"
  exit "${2:-3}"
}

need_root() {
  [[ $EUID -eq 0 ]] || die "$1 needs root; run it with: sudo -E $1"
}

# Those of the commands that this machine lacks.
lacking() {
  local command
  for command; do command -v "$command" >/dev/null || printf '%s\n' "$command"; done
}

# Installs the packages of those tools, written command:package, that this machine lacks; one caller at a time.
install_tools() {
  local tool packages=()
  command -v apt-get >/dev/null || die 'the test bed is installed on Debian and Ubuntu only'
  for tool; do
    command -v "${tool%%:*}" >/dev/null || packages+=("${tool##*:}")
  done
  ((${#packages[@]} > 0)) || return 0
  (
    exec 7>"$CACHE/.lock.apt"
    flock 7
    apt-get update
    DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 install -y \
      --no-install-recommends "${packages[@]}"
  )
}
