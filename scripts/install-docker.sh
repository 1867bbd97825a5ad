#!/usr/bin/env bash
# Docker Engine and Compose 2 on Debian or Ubuntu. Changes nothing if both already answer.
# Exit codes: 0 both answer, 2 wrong use, 3 this machine cannot (the text says what to do).
set -euo pipefail

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"
# shellcheck source=scripts/lib-apt.sh
. "$scripts/lib-apt.sh"
# shellcheck source=scripts/lib-mirror.sh
. "$scripts/lib-mirror.sh"
# shellcheck source=scripts/lib-vendor.sh
. "$scripts/lib-vendor.sh"
# shellcheck source=scripts/lib-engine.sh
. "$scripts/lib-engine.sh"
# shellcheck source=scripts/lib-packages.sh
. "$scripts/lib-packages.sh"

main() {
  read_options "$@"
  if ! all_is_there; then
    step system "이 컴퓨터를 살펴봅니다." "Looking at this machine."
    hook engine
    require_debian_family Docker
    become_root "$@"
    install_what_is_missing
  fi
  step ready "Docker ${ENGINE:-(시작하지 않음)}, Compose $COMPOSE 준비 완료" "Docker ${ENGINE:-(not started)} and Compose $COMPOSE answer."
}

# starting_allowed: false with DKKB_START=no, for an image build that cannot start programs.
starting_allowed() { [ "${DKKB_START:-yes}" != no ]; }

install_what_is_missing() {
  local engine=there compose=there
  open_log
  engine_answers || engine_installed || engine=missing
  compose_answers || compose=missing
  case $engine$compose in *missing*)
    step lists "패키지 목록을 새로 받습니다." "Fetching the package lists."
    apt_update
    ;;
  esac
  [ "$engine" = there ] || install_engine
  # The vendor's packages already include it.
  compose_answers || install_compose
  engine_answers || ! starting_allowed || start_engine
  reader_may_use_engine || let_reader_use_engine
  compose_answers || machine_cannot \
    "'docker compose version' 명령이 응답하지 않습니다. 'docker compose version'을 직접 실행해 오류를 확인하세요." \
    "'docker compose version' does not answer. Run it yourself to see its error."
}

let_reader_use_engine() {
  step group "$(reader) 사용자를 docker 그룹에 넣습니다." "Adding $(reader) to the group docker."
  note "이 그룹에 있는 사용자는 이 컴퓨터에서 root와 같은 권한을 가집니다. 빼려면: sudo gpasswd -d $(reader) docker" \
    "Whoever is in this group has the power of root on this machine. To take it back: sudo gpasswd -d $(reader) docker"
  hook will_join "$(reader)"
  logged usermod -aG docker "$(reader)"
  note "sudo 없이 쓰려면 로그아웃한 뒤 다시 로그인하세요(이 터미널에서 바로 쓰려면: newgrp docker)." \
    "Log out and in again to use docker without sudo (in this terminal at once: newgrp docker)."
}

main "$@"
