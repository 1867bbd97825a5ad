# shellcheck shell=bash
# Shared by the test bed's scripts: where things are kept, and how they are written.

# shellcheck disable=SC2034  # read by the scripts that source this file
TESTBED=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/testbed
# shellcheck disable=SC2034
REGISTRY_STORAGE=$CACHE/registry IMAGES=$CACHE/images \
  TERRAFORM_CONFIG=$CACHE/terraform.rc

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

# Those of the commands that this machine lacks.
lacking() {
  local command
  for command; do command -v "$command" >/dev/null || printf '%s\n' "$command"; done
}
