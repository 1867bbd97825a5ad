#!/usr/bin/env bash
# Terraform for cdktf, on Debian or Ubuntu. Changes nothing if a new enough version is installed.
# Exit codes: 0 it answers, 2 wrong use, 3 this machine cannot (the text says what to do).
set -euo pipefail

readonly NEEDED=1.5
readonly BASE=https://apt.releases.hashicorp.com
readonly KEY=798AEC654E5C15428C8E42EEAA16FCBCA621E701
export CHECKPOINT_DISABLE=1

scripts=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# shellcheck source=scripts/lib.sh
. "$scripts/lib.sh"
# shellcheck source=scripts/lib-apt.sh
. "$scripts/lib-apt.sh"
# shellcheck source=scripts/lib-mirror.sh
. "$scripts/lib-mirror.sh"
# shellcheck source=scripts/lib-vendor.sh
. "$scripts/lib-vendor.sh"

terraform_version() { terraform version 2>/dev/null | sed -n '1s/^Terraform v//p'; }

# new_enough: the terraform that the PATH finds is NEEDED or newer.
new_enough() {
  terraform_version | awk -F. -v needed="$NEEDED" '
    { split(needed, n, "."); ok = $1 > n[1] || ($1 == n[1] && $2 + 0 >= n[2]) } END { exit !ok }'
}

main() {
  only_help_may_be_asked "$(pick \
    "사용법: install-terraform.sh   Debian이나 Ubuntu에 Terraform $NEEDED 이상을 설치합니다. DKKB_LANG=ko|en, DKKB_LOG=로그 파일" \
    "Usage: install-terraform.sh   installs Terraform $NEEDED or newer on Debian or Ubuntu. DKKB_LANG=ko|en, DKKB_LOG=log file")" "$@"
  if ! new_enough; then
    step system "이 컴퓨터를 살펴봅니다." "Looking at this machine."
    require_debian_family Terraform
    become_root "$@"
    install_terraform
  fi
  step ready "Terraform $(terraform_version) 준비 완료" "Terraform $(terraform_version) answers."
}

install_terraform() {
  open_log
  step lists "패키지 목록을 새로 받습니다." "Fetching the package lists."
  apt_update
  step terraform "Terraform $NEEDED 이상을 설치합니다." "Installing Terraform $NEEDED or newer."
  [ -n "$(apt_candidate terraform)" ] || add_vendor_repository hashicorp "$BASE" main "$KEY" || machine_cannot \
    "Terraform을 받을 곳이 없습니다. $BASE 주소에 연결할 수 있는 네트워크에서 다시 실행하거나, $(remedy Terraform any) 페이지에서 받은 terraform 파일을 /usr/local/bin에 넣으세요." \
    "There is nowhere to get Terraform from. Run this again where $BASE can be reached, or put the terraform program from $(remedy Terraform any) into /usr/local/bin."
  apt_install terraform
  new_enough || machine_cannot \
    "PATH에서 먼저 찾는 $(command -v terraform) 파일의 버전이 $(terraform_version)입니다. 그 파일을 지우거나 $NEEDED 이상으로 바꾸세요." \
    "The first terraform on the PATH, $(command -v terraform), is version $(terraform_version). Remove it or replace it by $NEEDED or newer."
}

main "$@"
