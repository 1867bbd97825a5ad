# shellcheck shell=bash
# Shared by the test bed's scripts: where things are kept, and how they are written.

TESTBED=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/testbed
# shellcheck disable=SC2034  # read by the scripts that source this file
REGISTRY_STORAGE=$CACHE/registry
# shellcheck disable=SC2034
IMAGES_ARCHIVE=$CACHE/images.tar
# shellcheck disable=SC2034
TERRAFORM_CONFIG=$CACHE/terraform.rc

say() { printf 'testbed: %s\n' "$*" >&2; }

die() {
  say "$1"
  exit "${2:-3}"
}

need_root() {
  [[ $EUID -eq 0 ]] || die "$1 needs root; run it with: sudo -E $1"
}

# Whether every file exists that the arguments name.
all_exist() {
  local file
  for file; do [[ -e $file ]] || return 1; done
}

# The hash of some files' names and contents.
hash_of() {
  (cd "$TESTBED" && find "$@" -type f ! -name '*.test.ts' -print0 | LC_ALL=C sort -z |
    xargs -0 sha256sum | sha256sum | cut -c1-16)
}
