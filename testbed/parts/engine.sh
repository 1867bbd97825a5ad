# shellcheck shell=bash
# The Docker Engine with Compose, and the tools that the test bed and its tests call.

# command:package
readonly TOOLS=(
  dockerd:docker.io iptables:iptables ip:iproute2 nsenter:util-linux mmdebstrap:mmdebstrap
  docker-registry:docker-registry shellcheck:shellcheck tmux:tmux busybox:busybox-static ps:procps
  dnsmasq:dnsmasq-base slirp4netns:slirp4netns
)

present() {
  [[ $EUID -eq 0 && -z $(lacking docker "${TOOLS[@]%%:*}") ]] && docker compose version >/dev/null 2>&1
}

build() {
  local scripts=$TESTBED/../scripts lib tool packages=()
  command -v apt-get >/dev/null || die 'the engine part is installed on Debian and Ubuntu only'
  for lib in lib lib-apt lib-mirror lib-vendor lib-engine lib-packages; do
    # shellcheck source=/dev/null
    source "$scripts/$lib.sh"
  done
  # shellcheck disable=SC2034  # read by the functions sourced above
  LOG=/dev/stdout
  # No service is started on the machine, because the tests start their own engines.
  export RUNLEVEL=1
  for tool in "${TOOLS[@]}"; do
    has "${tool%%:*}" || packages+=("${tool##*:}")
  done
  apt_update
  has docker || mapfile -t -O "${#packages[@]}" packages < <(available docker-cli)
  ((${#packages[@]} == 0)) || apt_install "${packages[@]}"
  compose_answers || install_compose
}
