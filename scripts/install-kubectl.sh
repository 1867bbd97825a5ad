#!/usr/bin/env bash
# kubectl on Debian or Ubuntu. Changes nothing if it already answers.
# Exit codes: 0 it answers, 2 wrong use, 3 this machine cannot (the text says what to do).
set -euo pipefail

readonly BASE=https://dl.k8s.io/release
readonly GUIDE=https://kubernetes.io/docs/tasks/tools/

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"
# shellcheck source=scripts/lib-apt.sh
. "$scripts/lib-apt.sh"
# shellcheck source=scripts/lib-mirror.sh
. "$scripts/lib-mirror.sh"
# shellcheck source=scripts/lib-download.sh
. "$scripts/lib-download.sh"

kubectl_version() { kubectl version --client 2>/dev/null | grep -oE 'v[0-9]+\.[0-9]+\.[0-9]+' | sed -n 1p; }

main() {
  read_options "$@"
  if [ -z "$(kubectl_version || true)" ]; then
    step system "이 컴퓨터를 살펴봅니다." "Looking at this machine."
    require_debian_family kubectl
    become_root "$@"
    install_kubectl
  fi
  step ready "kubectl $(kubectl_version) 준비 완료" "kubectl $(kubectl_version) answers."
}

install_kubectl() {
  open_log
  step kubectl "kubectl을 설치합니다." "Installing kubectl."
  { [ "${SOURCE:-}" != distro ] && vendors_kubectl; } || packaged_kubectl
  [ -n "$(kubectl_version || true)" ] || machine_cannot \
    "설치한 kubectl이 응답하지 않습니다. 'kubectl version --client'를 실행해 오류를 확인하세요." \
    "kubectl is installed and does not answer. Run 'kubectl version --client' to see its error."
}

vendors_kubectl() {
  local release
  apt_need ca-certificates curl
  release=$(vendors_release) || return 1
  install_program kubectl "$(kubectl_file "$release")"
}

kubectl_file() { printf '%s/%s/bin/linux/%s/kubectl' "$BASE" "$1" "$(vendor_architecture)"; }

# vendors_release: the newest version, as the vendor names it.
vendors_release() {
  local folder release
  folder=$(mktemp -d)
  # A mirror could name an old version, whose checksum would be right too.
  download_from_vendor "$BASE/stable.txt" "$folder/stable" || no_download "$BASE/stable.txt"
  [ -s "$folder/stable" ] || [ -z "${DKKB_MIRROR:-}" ] || download "$BASE/stable.txt" "$folder/stable" ||
    no_download "$(mirrored "$BASE/stable.txt")"
  release=$(grep -xE 'v[0-9]+\.[0-9]+\.[0-9]+' "$folder/stable" 2>/dev/null || true)
  [ -n "$release" ] || [ ! -s "$folder/stable" ] ||
    note "$(mirrored "$BASE/stable.txt") 주소의 답에 kubectl 버전이 없습니다." "The answer of $(mirrored "$BASE/stable.txt") names no version of kubectl."
  rm -rf "$folder"
  [ -n "$release" ] && printf '%s' "$release"
}

packaged_kubectl() {
  distribution_is_allowed
  apt_update
  distribution_has_kubectl
  tell_package kubernetes-client
  apt_install kubernetes-client
}

distribution_is_allowed() {
  [ "${SOURCE:-}" != vendor ] || machine_cannot \
    "--source vendor를 지정했으므로 배포판 패키지는 쓰지 않습니다. $BASE 주소에 연결할 수 있는 네트워크에서 다시 실행하세요. 안내: $GUIDE" \
    "With --source vendor the distribution's package is not used. Run this again where $BASE can be reached. See $GUIDE"
}

distribution_has_kubectl() {
  [ -z "$(apt_candidate kubernetes-client)" ] || return 0
  [ "${SOURCE:-}" != distro ] || machine_cannot \
    "배포판의 kubectl 패키지(kubernetes-client)를 찾을 수 없습니다. 인터넷 연결과 /etc/apt의 패키지 목록을 확인하거나 --source 없이 다시 실행하세요." \
    "The distribution's package of kubectl (kubernetes-client) is not found. Check the network and the package sources in /etc/apt, or run this again without --source."
  machine_cannot \
    "kubectl을 받을 곳이 없습니다. 설치할 수 있는 배포판 패키지도 없으니 $BASE 주소에 연결할 수 있는 네트워크에서 다시 실행하세요. 안내: $GUIDE" \
    "There is nowhere to get kubectl from. No package of a distribution can be had either: run this again where $BASE can be reached. See $GUIDE"
}

main "$@"
