#!/usr/bin/env bash
# Sourced by options.sh: says what an installation would do. Asks the package lists, the mirror and the vendor as a real
# run does, ends with 3 where that would, and changes nothing.

# dry_run: the steps in their order, one a line, on standard output.
# shellcheck disable=SC2034 # the libraries read them
dry_run() {
  # What a command says is needed for a message only.
  DRY_LOG=$(mktemp) LOG=$DRY_LOG
  trap 'rm -f "$DRY_LOG"' EXIT
  APT_OPTIONS=(-o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
  # Without root the reader is who has called; the script would call sudo.
  [ "$(id -u)" -eq 0 ] || SUDO_USER=$(id -un)
  if product_answers; then
    say "이미 설치되어 있어 할 일이 없습니다: $(whose "$PRODUCT")" "Nothing to do. It answers already: $(whose "$PRODUCT")"
    return
  fi
  tell_dry_run
  step system "이 컴퓨터를 살펴봅니다." "Looking at this machine."
  [ "$PRODUCT" != docker ] || by_hand_engine
  require_debian_family "$(case $PRODUCT in docker) echo Docker ;; minikube) echo Minikube ;; *) echo "$PRODUCT" ;; esac)"
  [ -z "${DKKB_MIRROR:-}" ] || mirror_answers
  [ -z "$(lock_holder)" ] || say "다른 프로그램이 apt를 쓰고 있습니다: $(lock_holder)" "Another program is using apt: $(lock_holder)"
  [ -z "$(dpkg --audit 2>/dev/null)" ] || say "중단된 패키지 설치를 마무리하게 됩니다." "would finish an interrupted installation"
  [ -z "${DKKB_MIRROR:-}" ] || say "$DKKB_MIRROR 미러에서 받게 됩니다." "would take everything from the mirror $DKKB_MIRROR"
  step_name=$PRODUCT
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
  step_name=engine
  if [ "$SOURCE" != distro ] && keeps_no_package && plan_vendors_engine; then
    FROM_VENDOR=yes
    return
  fi
  distribution_is_allowed
  no_lists || distribution_has_engine
  # shellcheck disable=SC2046 # one package a word
  plan_distribution docker.io iptables ca-certificates $(available docker-cli docker-buildx)
}

plan_vendors_engine() {
  local base
  base=$(mirrored "$DOCKER_BASE/$(apt_family)")
  # A source of the user's stays as it is.
  if [ -z "$(apt_candidate docker-ce)" ] && ! { no_lists && [ -e "$(vendor_list docker)" ]; }; then
    repository_fits docker && repository_answers "$base" || return 1
    plan_packages ca-certificates curl gpg
    say "서명 키를 확인해 넣게 됩니다: /etc/apt/keyrings/docker.asc ($DOCKER_KEY)" "would verify and add the key /etc/apt/keyrings/docker.asc ($DOCKER_KEY)"
    say "저장소를 추가하게 됩니다: $(vendor_list docker) ($base)" "would add the repository $(vendor_list docker) ($base)"
  fi
  plan_packages docker-ce docker-ce-cli containerd.io docker-buildx-plugin docker-compose-plugin
}

# repository_answers BASE: with its key, as far as the programs that are here already can tell.
repository_answers() {
  local folder code=0
  if ! can_ask; then
    reaches "$1"
    return
  fi
  fetch "$(release_file "$1")" /dev/null || { not_reached "$1"; return; }
  has gpg || return 0
  folder=$(mktemp -d)
  fetch_key "$1/gpg" "$folder" "$DOCKER_KEY" || code=$?
  rm -rf "$folder"
  return "$code"
}

# plan_distribution PACKAGE…: the first names what is installed.
plan_distribution() {
  [ "$SOURCE" = distro ] || say "공식 저장소를 쓸 수 없어 배포판 패키지($1)로 설치하게 됩니다." \
    "would install the distribution's package ($1), because the vendor's cannot be had"
  plan_packages "$@"
}

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
  { [ "$(os_field ID)" = debian ] && [ -n "$(debian_archive)" ]; } || no_compose
  say "Debian $COMPOSE_LENDER 저장소에서 docker-compose 패키지 하나를 받아 설치하게 됩니다(이 배포판에는 Compose 2가 없습니다)." \
    "would install the one package docker-compose of Debian $COMPOSE_LENDER (this release has no Compose 2)"
  plan_link
}

plan_link() {
  say "필요하면 $PLUGINS/docker-compose 링크를 만들게 됩니다." "would make the link $PLUGINS/docker-compose where it is needed"
}

plan_kubectl() {
  if [ "$SOURCE" != distro ] && plan_vendors_kubectl; then return; fi
  distribution_is_allowed
  { no_lists && [ "$(apt_family)" != ubuntu ]; } || distribution_has_kubectl
  plan_distribution kubernetes-client
}

plan_vendors_kubectl() {
  local release=stable
  plan_packages ca-certificates curl
  if can_ask; then release=$(vendors_release) || return 1; fi
  plan_program kubectl "$(kubectl_file "$release")"
}

plan_minikube() {
  plan_packages ca-certificates curl
  plan_program minikube "$(minikube_file)" || no_minikube
}

# plan_program NAME URL: fails where its checksum or the program itself cannot be had.
plan_program() {
  if can_ask; then
    checksum "$2" >/dev/null && file_answers "$(mirrored "$2")" || return 1
  else
    grep -qs "$1" "$KNOWN_SUMS" || reaches "$2" || { how_to_give_sums "$2"; return 1; }
    reaches "$(mirrored "$2")" || return 1
    say "curl이 아직 없어 연결만 확인했습니다. 파일과 체크섬은 설치할 때 확인합니다." \
      "(without curl only the connection was tried; the file and its checksum are asked for by a real run)"
  fi
  say "$(mirrored "$2") 파일을 받아 체크섬을 확인하고 $PROGRAMS/$1 파일로 설치하게 됩니다." \
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

# can_ask: a real run would first install what is needed to ask.
can_ask() { has curl && [ -n "$(apt_installed ca-certificates)" ]; }

# reaches URL: without curl a connection has to do.
reaches() {
  connects "$1" || { note "$1 주소에 연결할 수 없습니다." "$1 cannot be reached."; return 1; }
}

# file_answers URL: by its head only.
file_answers() {
  logged curl -fsSIL --proto "$(protocols)" --connect-timeout "$CONNECT_SECONDS" --max-time 15 -o /dev/null "$1" || {
    no_download "$1"
    return 1
  }
}
