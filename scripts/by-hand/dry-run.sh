#!/usr/bin/env bash
# Sourced by options.sh: says what an installation would do. Asks the package lists and the vendor, and changes nothing.

# dry_run: the steps in their order, one a line, on standard output.
# shellcheck disable=SC2034 # the libraries read them
dry_run() {
  LOG=/dev/null
  APT_OPTIONS=(-o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
  # Without root the reader is who has called; the script would call sudo.
  [ "$(id -u)" -eq 0 ] || SUDO_USER=$(id -un)
  if product_answers; then
    say "할 일이 없습니다. 이미 응답합니다: $(whose "$PRODUCT")" "Nothing to do. It answers already: $(whose "$PRODUCT")"
    return
  fi
  tell_dry_run
  step system "이 컴퓨터를 살펴봅니다." "Looking at this machine."
  [ "$PRODUCT" != docker ] || by_hand_engine
  require_debian_family "$(case $PRODUCT in docker) echo Docker ;; minikube) echo Minikube ;; *) echo "$PRODUCT" ;; esac)"
  [ -z "$(lock_holder)" ] || say "다른 프로그램이 apt를 쓰고 있습니다: $(lock_holder)" "Another program is using apt: $(lock_holder)"
  [ -z "$(dpkg --audit 2>/dev/null)" ] || say "중단된 패키지 설치를 마무리하게 됩니다." "would finish an interrupted installation"
  [ -z "${DKKB_MIRROR:-}" ] || say "$DKKB_MIRROR 미러에서 받게 됩니다." "would take everything from the mirror $DKKB_MIRROR"
  "plan_$PRODUCT"
  say "기록과 로그를 쓰게 됩니다: $RECORD, ${DKKB_LOG:-/var/log/dkkb-$program.log}" \
    "would write the record and the log: $RECORD, ${DKKB_LOG:-/var/log/dkkb-$program.log}"
}

say() {
  pick "$1" "$2"
  echo
}

plan_docker() {
  local engine=missing compose=missing
  ! engine_installed || engine=there
  ! compose_answers || compose=there
  case $engine$compose in *missing*) plan_lists ;; esac
  if [ "$engine" = missing ]; then plan_engine; fi
  if [ "$compose" = missing ] && [ "$engine:$FROM_VENDOR" != missing:yes ]; then plan_compose; fi
  starting_allowed && ! engine_answers && say "도커 엔진을 시작하게 됩니다." "would start the Docker Engine"
  [ -z "$(reader)" ] || id -nG "$(reader)" | tr ' ' '\n' | grep -qx docker ||
    say "$(reader) 사용자를 docker 그룹에 넣게 됩니다." "would add $(reader) to the group docker"
}

FROM_VENDOR=no

plan_engine() {
  local base
  base=$(mirrored "$DOCKER_BASE/$(apt_family)")
  # add_vendor_repository leaves a source of the user's as it is.
  if [ "$SOURCE" != distro ] && [ -n "$(vendor_suite)" ] && [ -z "$(distributions_engine)" ] &&
    { [ -n "$(apt_candidate docker-ce)" ] || vendor_answers "$base/dists/$(vendor_suite)/Release"; }; then
    FROM_VENDOR=yes
    if [ -z "$(apt_candidate docker-ce)" ]; then
      plan_packages ca-certificates curl gpg
      say "서명 키를 확인해 넣게 됩니다: /etc/apt/keyrings/docker.asc ($DOCKER_KEY)" "would verify and add the key /etc/apt/keyrings/docker.asc ($DOCKER_KEY)"
      say "저장소를 추가하게 됩니다: /etc/apt/sources.list.d/docker.sources ($base)" "would add the repository /etc/apt/sources.list.d/docker.sources ($base)"
    fi
    plan_packages docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin
    return
  fi
  [ "$SOURCE" != vendor ] || machine_cannot "$base 주소에서 받을 수 없고, --source vendor이므로 배포판 패키지는 쓰지 않습니다. 인터넷 연결을 확인하거나 --mirror 주소를 씁니다." \
    "Nothing can be had from $base, and with --source vendor the distribution's packages are not used. Check the network, or name a mirror by --mirror URL."
  # shellcheck disable=SC2046 # one package a word
  plan_packages docker.io iptables ca-certificates $(available docker-cli docker-buildx)
}

distributions_engine() { apt_installed docker.io; apt_installed containerd; apt_installed runc; }

plan_compose() {
  local package
  if no_lists; then
    say "Compose 2가 든 첫 패키지를 설치하게 됩니다(docker-compose-plugin, docker-compose-v2, docker-compose 가운데)." \
      "would install the first package with Compose 2 (of docker-compose-plugin, docker-compose-v2, docker-compose)"
    return
  fi
  for package in docker-compose-plugin docker-compose-v2 docker-compose; do
    [ "$SOURCE:$package" != distro:docker-compose-plugin ] || continue
    case $(apt_candidate "$package") in '' | 1.*) continue ;; esac
    plan_packages "$package"
    [ "$package" != docker-compose ] || plan_link
    return
  done
  say "Debian $COMPOSE_LENDER 저장소에서 docker-compose 패키지 하나를 받아 설치하게 됩니다(이 배포판에는 Compose 2가 없습니다)." \
    "would install the one package docker-compose of Debian $COMPOSE_LENDER (this release has no Compose 2)"
  plan_link
}

plan_link() {
  say "필요하면 $PLUGINS/docker-compose 링크를 만들게 됩니다." "would make the link $PLUGINS/docker-compose where it is needed"
}

plan_kubectl() {
  local release=''
  if [ "$SOURCE" != distro ]; then
    plan_packages ca-certificates curl
    # shellcheck disable=SC2153 # install-kubectl.sh has it
    release=$(vendors_text "$BASE/stable.txt" | grep -xE 'v[0-9]+\.[0-9]+\.[0-9]+' || true)
    if [ -n "$release" ] || { ! has curl && connects "$(mirrored "$BASE")"; }; then
      plan_program kubectl "$BASE/${release:-stable}/bin/linux/$(vendor_architecture)/kubectl"
      return
    fi
  fi
  if [ "$SOURCE" != vendor ] && { no_lists || [ -n "$(apt_candidate kubernetes-client)" ]; }; then
    plan_packages kubernetes-client
    return
  fi
  machine_cannot \
    "kubectl을 받을 곳이 없습니다($BASE). 인터넷 연결을 확인하거나 --mirror 주소를 씁니다. 안내: $GUIDE" \
    "There is nowhere to get kubectl from ($BASE). Check the network, or name a mirror by --mirror URL. See $GUIDE"
}

plan_minikube() {
  plan_packages ca-certificates curl
  vendor_answers "$(mirrored "$BASE/minikube-linux-$(vendor_architecture)")" || machine_cannot \
    "$(mirrored "$BASE") 주소에서 Minikube를 받을 수 없습니다. 인터넷 연결을 확인하거나 --mirror 주소를 씁니다. 안내: $GUIDE" \
    "Minikube cannot be had from $(mirrored "$BASE"). Check the network, or name a mirror by --mirror URL. See $GUIDE"
  plan_program minikube "$BASE/minikube-linux-$(vendor_architecture)"
}

plan_program() {
  say "$(mirrored "$2") 파일을 받아 검사합을 확인하고 $PROGRAMS/$1 파일로 설치하게 됩니다." \
    "would download $(mirrored "$2"), verify its checksum and install it as $PROGRAMS/$1"
}

plan_lists() { say "패키지 목록을 새로 받게 됩니다(apt-get update)." "would fetch the package lists (apt-get update)"; }

# no_lists: apt knows of no package yet.
no_lists() { [ -z "$(find /var/lib/apt/lists -maxdepth 1 -name '*Packages*' -print -quit 2>/dev/null)" ]; }

# plan_packages PACKAGE…: with the versions that apt knows of today.
plan_packages() {
  local package missing=() brought
  for package in "$@"; do [ -n "$(apt_installed "$package")" ] || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  [ "$PRODUCT" = docker ] || plan_lists
  brought=$(simulate install --no-install-recommends "${missing[@]}" |
    sed -nE 's/^Inst ([^ ]+) (\[[^]]*\] )?\(([^ ]+).*/\1 \3/p' | paste -sd, | sed 's/,/, /g')
  if [ -n "$brought" ]; then say "패키지를 설치하게 됩니다: $brought" "would install packages: $brought"; else
    say "패키지를 설치하게 됩니다(버전은 목록을 받은 뒤에 정해집니다): ${missing[*]}" \
      "would install packages (their versions are known after the lists were fetched): ${missing[*]}"
  fi
}

# vendor_answers URL: by its head only. Without curl, a connection has to do.
vendor_answers() {
  if ! has curl; then
    connects "$1"
    return
  fi
  curl -fsSIL --proto "$(protocols)" --connect-timeout 5 --max-time 15 -o /dev/null "$1" 2>/dev/null
}

vendors_text() {
  has curl || return 0
  curl -fsSL --proto "$(protocols)" --connect-timeout 5 --max-time 15 --max-filesize 4096 "$1" 2>/dev/null || true
}
