# shellcheck shell=bash
# Shared by the test bed's scripts: where things are kept, and how they are written.

# shellcheck disable=SC2034  # read by the scripts that source this file
TESTBED=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
CACHE=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/testbed
# shellcheck disable=SC2034
ENGINES=/var/tmp/dkkb-testbed REGISTRY_STORAGE=$CACHE/registry IMAGES=$CACHE/images \
  TERRAFORM_CONFIG=$CACHE/terraform.rc AWS_API=$CACHE/aws-api NEWEST=$CACHE/newest-1

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

# Installs the packages of those tools, written command:package, that this machine lacks.
install_tools() {
  local tool packages=()
  for tool; do
    command -v "${tool%%:*}" >/dev/null || packages+=("${tool##*:}")
  done
  ((${#packages[@]} == 0)) || add_packages "${packages[@]}"
}

# Installs packages; the parts that are made side by side take turns.
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

# Where a provider's binary stands in the filesystem mirror: its source address, then its version.
mirrored_provider() {
  local arch=amd64
  [[ $(uname -m) != aarch64 ]] || arch=arm64
  printf '%s/terraform/%s/%s/linux_%s/terraform-provider-%s_v%s' \
    "$CACHE" "$1" "$2" "$arch" "${1##*/}" "$2"
}

# Makes Terraform take its providers from the mirror and from nowhere else.
write_terraform_config() {
  cat >"$WORK/terraform.rc" <<END
provider_installation {
  filesystem_mirror {
    path = "$CACHE/terraform"
  }
}
END
  mv "$WORK/terraform.rc" "$TERRAFORM_CONFIG"
}

# Prints the folder of a Go module in the module cache; its checksum has to be the one that is named.
go_module() {
  local module=$1 version=$2 sum=$3 found
  [[ -z $(lacking go) ]] || die "go is missing; $module is built with Go 1.26 or newer"
  found=$(cd "$WORK" && GOFLAGS=-mod=mod go mod download -json "$module@$version")
  grep -qF "\"Sum\": \"$sum\"" <<<"$found" ||
    die "$module $version has another checksum than $sum"
  sed -n 's/^\t"Dir": "\(.*\)",$/\1/p' <<<"$found"
}
