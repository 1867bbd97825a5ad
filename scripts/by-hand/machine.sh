#!/usr/bin/env bash
# Sourced by options.sh: what this machine is and what is on it. Needs lib.sh and lib-apt.sh.

# by_hand_release: says where the scripts are not known to work; they go on all the same.
by_hand_release() {
  case $(vendor_suite) in
    bookworm | trixie | jammy | noble | resolute) ;;
    *) note "$(linux_name)에서는 시험하지 않았습니다(Ubuntu 22.04, 24.04, 26.04와 Debian 12, 13용). 그래도 계속합니다." \
      "Not tried on $(linux_name) (made for Ubuntu 22.04, 24.04, 26.04 and Debian 12, 13). Going on all the same." ;;
  esac
  case $(uname -m) in
    x86_64 | aarch64 | arm64) ;;
    *) note "$(uname -m) 구조에서는 시험하지 않았습니다(amd64와 arm64용). 그래도 계속합니다." \
      "Not tried on the architecture $(uname -m) (made for amd64 and arm64). Going on all the same." ;;
  esac
}

# product_answers: the same question with which the script begins.
product_answers() {
  case $PRODUCT in
    docker) all_is_there ;;
    *) [ -n "$("${PRODUCT}_version" || true)" ] ;;
  esac
}

# whose COMMAND: the file that the PATH finds and the package that it is from; empty where there is none.
whose() {
  local path package
  path=$(command -v "$1") || return 0
  package=$(dpkg-query -S "$(readlink -f "$path")" 2>/dev/null | cut -d: -f1 | sed -n 1p || true)
  if [ -n "$package" ]; then pick "$path ($package 패키지)" "$path (package $package)"; else
    pick "$path (패키지가 아닌 파일)" "$path (no package's file)"
  fi
}

# can_come_from_source: what --source asks for is possible; what is there already stays.
can_come_from_source() {
  [ -n "$SOURCE" ] || return 0
  if product_answers; then
    step source "이미 있어 그대로 둡니다: $(whose "$PRODUCT")" "It is there already and stays: $(whose "$PRODUCT")"
    return
  fi
  case $PRODUCT:$SOURCE:$(apt_family) in
    minikube:distro:*) machine_cannot "Minikube는 배포판 패키지가 없습니다. --source 없이 다시 실행하세요." \
      "No distribution packages Minikube. Run this again without --source." ;;
    kubectl:distro:ubuntu) [ -n "$(apt_candidate kubernetes-client)" ] || machine_cannot \
      "Ubuntu에는 kubectl 패키지가 없습니다. --source 없이 다시 실행하세요." \
      "Ubuntu has no package of kubectl. Run this again without --source." ;;
  esac
}

# lock_holder: who has a lock of apt, as "apt-get (1234)"; empty where nobody has.
lock_holder() {
  local file pid
  for file in /var/lib/dpkg/lock-frontend /var/lib/dpkg/lock /var/lib/apt/lists/lock /var/cache/apt/archives/lock; do
    [ -e "$file" ] || continue
    pid=$(awk -v inode="$(stat -c %i "$file")" '{ n = split($6, part, ":") } part[n] == inode && $5 > 0 { print $5; exit }' /proc/locks 2>/dev/null || true)
    [ -n "$pid" ] || continue
    printf '%s (%s)' "$(cat "/proc/$pid/comm" 2>/dev/null || echo '?')" "$pid"
    return
  done
}

# tell_lock: apt waits for the lock without a word.
tell_lock() {
  local holder
  holder=$(lock_holder)
  [ -z "$holder" ] || note "다른 프로그램이 apt를 쓰고 있어 최대 ${APT_WAIT_SECONDS}초 기다립니다: $holder" \
    "Another program is using apt; waiting for it at most ${APT_WAIT_SECONDS}s: $holder"
}
