#!/usr/bin/env bash
# Minikube on Debian or Ubuntu. Changes nothing if it already answers.
# Exit codes: 0 it answers, 2 wrong use, 3 this machine cannot (the text says what to do).
set -euo pipefail

readonly BASE=https://storage.googleapis.com/minikube/releases/latest
readonly GUIDE=https://minikube.sigs.k8s.io/docs/start/

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"
# shellcheck source=scripts/lib-apt.sh
. "$scripts/lib-apt.sh"
# shellcheck source=scripts/lib-mirror.sh
. "$scripts/lib-mirror.sh"
# shellcheck source=scripts/lib-download.sh
. "$scripts/lib-download.sh"

minikube_version() { minikube version --short 2>/dev/null | grep -oE 'v[0-9]+\.[0-9]+\.[0-9]+' | sed -n 1p; }

main() {
  read_options "$@"
  if [ -z "$(minikube_version || true)" ]; then
    step system "이 컴퓨터를 살펴봅니다." "Looking at this machine."
    require_debian_family Minikube
    become_root "$@"
    install_minikube
  fi
  step ready "Minikube $(minikube_version) 준비 완료" "Minikube $(minikube_version) answers."
}

install_minikube() {
  open_log
  step minikube "Minikube를 설치합니다." "Installing Minikube."
  apt_need ca-certificates curl
  install_program minikube "$(minikube_file)" || no_minikube
  [ -n "$(minikube_version || true)" ] || machine_cannot \
    "설치한 Minikube가 응답하지 않습니다. 'minikube version'을 실행해 오류를 확인하세요." \
    "Minikube is installed and does not answer. Run 'minikube version' to see its error."
}

minikube_file() { printf '%s/minikube-linux-%s' "$BASE" "$(vendor_architecture)"; }

no_minikube() {
  local ko='DKKB_MIRROR에 미러 주소를, DKKB_SUMS에' en="a mirror in DKKB_MIRROR and"
  [ -z "${DKKB_MIRROR:-}" ] || ko='DKKB_SUMS에' en=''
  machine_cannot \
    "Minikube는 배포판 패키지가 없어 $BASE 주소에서만 받을 수 있습니다. 그 주소에 연결할 수 있는 네트워크에서 다시 실행하거나 $ko 공식 체크섬이 든 파일을 지정하세요. 안내: $GUIDE" \
    "No distribution packages Minikube: it comes from $BASE only. Run this again where that can be reached, or name ${en:+$en }a file with the vendor's checksum in DKKB_SUMS. See $GUIDE"
}

main "$@"
