#!/usr/bin/env bash
# The tools that build the book's images from distribution packages, on Debian or Ubuntu.
# Exit codes: 0 it is there, 2 wrong use, 3 this machine cannot (the text says what to do).
set -euo pipefail

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"
# shellcheck source=scripts/lib-apt.sh
. "$scripts/lib-apt.sh"

main() {
  only_help_may_be_asked "$(pick \
    '사용법: install-image-tools.sh   이미지를 만드는 도구(mmdebstrap)를 설치합니다.' \
    'Usage: install-image-tools.sh   installs what builds images (mmdebstrap).')" "$@"
  if ! has mmdebstrap; then
    require_debian_family mmdebstrap
    become_root "$@"
    open_log
    step lists "패키지 목록을 새로 받습니다." "Fetching the package lists."
    apt_update
    step tools "이미지를 만드는 도구를 설치합니다." "Installing what builds images."
    apt_install mmdebstrap debian-archive-keyring
  fi
  step ready "mmdebstrap 준비 완료" "mmdebstrap answers."
}

main "$@"
