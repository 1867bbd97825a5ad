#!/usr/bin/env bash
# Sourced by the install scripts: Debian's and Ubuntu's packages. Needs lib.sh.

readonly APT_WAIT_SECONDS=${DKKB_APT_WAIT:-300}
APT_OPTIONS=()

export DEBIAN_FRONTEND=noninteractive NEEDRESTART_MODE=l

# os_field NAME: one field of /etc/os-release, empty where there is none.
os_field() {
  [ -r /etc/os-release ] || return 0
  # shellcheck source=/dev/null
  (. /etc/os-release && eval "printf '%s' \"\${$1:-}\"")
}

# apt_family: debian or ubuntu; empty on a system that has no apt-get or is neither.
apt_family() {
  has apt-get || return 0
  case " $(os_field ID) $(os_field ID_LIKE) " in
    *' ubuntu '*) echo ubuntu ;;
    *' debian '*) echo debian ;;
  esac
}

# require_debian_family PRODUCT: by-hand/ knows what to do on other systems, and a practice VM is none.
# shellcheck disable=SC2154 # the scripts have $scripts
require_debian_family() {
  if [ -r "$scripts/by-hand/systems.sh" ]; then
    # shellcheck source=scripts/by-hand/systems.sh
    . "$scripts/by-hand/systems.sh"
    supported_system "$1"
  fi
}

# vendor_suite: the release's code name in vendors' repositories; empty for a derivative with its own names.
vendor_suite() {
  local suite
  suite=$(os_field UBUNTU_CODENAME)
  [ -n "$suite" ] || case $(os_field ID) in debian | ubuntu) suite=$(os_field VERSION_CODENAME) ;; esac
  printf '%s' "$suite"
}

apt_get() {
  logged env LC_ALL=C apt-get -y -o "DPkg::Lock::Timeout=$APT_WAIT_SECONDS" -o Acquire::Retries=3 \
    -o Dpkg::Use-Pty=0 -o APT::Keep-Downloaded-Packages=false -o Dpkg::Options::=--force-confdef -o Dpkg::Options::=--force-confold "${APT_OPTIONS[@]}" "$@"
}

# apt_update: newest package lists. A broken source of the user's is no error yet: a missing package fails later.
# With DKKB_LISTS=fresh they have just been updated, by the caller or here.
apt_update() {
  local waited=0
  [ "${DKKB_LISTS:-}" != fresh ] || return 0
  hook lists
  until apt_get -o APT::Update::Error-Mode=any update; do
    # apt waits for dpkg's lock by itself, but not for the lock of the lists.
    if ! log_end 5 | grep -q 'lists/lock'; then
      note "일부 패키지 목록을 받지 못했습니다: $(last_apt_error)" "Some package lists did not arrive: $(last_apt_error)"
      return 0
    fi
    [ "$waited" -lt "$APT_WAIT_SECONDS" ] || machine_cannot \
      "다른 apt 작업이 ${APT_WAIT_SECONDS}초가 지나도 끝나지 않았습니다($(last_apt_error)). 끝난 뒤 다시 실행하세요." \
      "Another apt is still at work after ${APT_WAIT_SECONDS}s ($(last_apt_error)). Run this again when it has ended."
    sleep 2
    waited=$((waited + 2))
  done
  DKKB_LISTS=fresh
}

last_apt_error() { log_end 50 | sed -n 's/^[EW]: //p' | tail -n 1; }

# apt_install PACKAGE…: installs, removes nothing; finishes the work of a killed run.
apt_install() {
  install_packages "$@" && return
  log_end 50 | grep -qE 'dpkg --configure -a|--fix-broken' || return
  note "중단된 패키지 설치를 마무리합니다(dpkg --configure -a, apt-get --fix-broken install)." \
    "Finishing an interrupted installation (dpkg --configure -a, apt-get --fix-broken install)."
  logged dpkg --configure -a || true
  install_packages --fix-broken
  install_packages "$@"
}

install_packages() {
  hook will_install "$@"
  if apt_get install --no-install-recommends --no-remove "$@"; then
    hook installed
    return
  fi
  hook not_installed
  return 1
}

# tell_package PACKAGE: the distribution's is taken, by --source or because the vendor's cannot be had.
tell_package() {
  if [ "${SOURCE:-}" = distro ]; then
    note "배포판 패키지($1)로 설치합니다." "Installing the distribution's package ($1)."
  else
    note "공식 저장소 대신 배포판 패키지($1)로 설치합니다." "Installing the distribution's package ($1) in place of the vendor's."
  fi
}

# apt_need PACKAGE…: installs those that are missing, and leaves the others as they are.
apt_need() {
  local package missing=()
  for package in "$@"; do [ -n "$(apt_installed "$package")" ] || missing+=("$package"); done
  [ ${#missing[@]} -gt 0 ] || return 0
  apt_update
  apt_install "${missing[@]}"
}

# apt_candidate PACKAGE: the version that apt would install, empty where there is none.
apt_candidate() {
  LC_ALL=C apt-cache "${APT_OPTIONS[@]}" policy "$1" 2>/dev/null | sed -n 's/^  Candidate: //p' | grep -v '^(none)$' || true
}

# apt_installed PACKAGE: the version that is installed, empty where it is not.
apt_installed() {
  dpkg-query -W -f '${db:Status-Status} ${Version}\n' "$1" 2>/dev/null | sed -n 's/^installed //p' || true
}

# half_installed PACKAGE: a killed run has left it only partly installed.
half_installed() {
  case $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null || true) in
    '' | installed | not-installed | config-files) return 1 ;;
  esac
}

# available PACKAGE…: prints those that apt can install.
available() {
  local package
  for package in "$@"; do [ -z "$(apt_candidate "$package")" ] || echo "$package"; done
}
