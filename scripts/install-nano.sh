#!/usr/bin/env bash
# The editor nano on Debian or Ubuntu. Changes nothing if it already answers.
# Exit codes: 0 it answers, 2 wrong use, 3 this machine cannot (the text says what to do).
set -euo pipefail

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"
# shellcheck source=scripts/lib-apt.sh
. "$scripts/lib-apt.sh"

nano_version() { nano --version 2>/dev/null | grep -oE 'nano[ ,].*[0-9]+\.[0-9]+' | grep -oE '[0-9]+\.[0-9]+$' | sed -n 1p; }

main() {
  only_help_may_be_asked "$(pick \
    '사용법: install-nano.sh   Debian이나 Ubuntu에 nano 편집기를 설치합니다. DKKB_LANG=ko|en, DKKB_LOG=로그 파일' \
    'Usage: install-nano.sh   installs the editor nano on Debian or Ubuntu. DKKB_LANG=ko|en, DKKB_LOG=log file')" "$@"
  if [ -z "$(nano_version || true)" ]; then
    step system "이 컴퓨터를 살펴봅니다." "Looking at this machine."
    require_debian_family nano
    become_root "$@"
    open_log
    step lists "패키지 목록을 새로 받습니다." "Fetching the package lists."
    apt_update
    step nano "nano를 설치합니다." "Installing nano."
    [ -n "$(apt_candidate nano)" ] || machine_cannot \
      "nano 패키지를 받을 곳이 없습니다. 인터넷 연결과 /etc/apt의 패키지 목록을 확인한 뒤 다시 실행하세요." \
      "No package nano can be had. Check the network and the package sources in /etc/apt, then run this again."
    apt_install nano
  fi
  step ready "nano $(nano_version) 준비 완료" "nano $(nano_version) answers."
}

main "$@"
