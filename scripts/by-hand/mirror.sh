#!/usr/bin/env bash
# Sourced by options.sh: --mirror for the distribution's packages too, for this run and without a change of the
# machine's package sources. Needs lib.sh, lib-apt.sh and lib-mirror.sh.

readonly MIRROR_WAIT_SECONDS=10
MIRROR_FOLDER=''

# by_hand_lists: before the package lists are fetched.
by_hand_lists() {
  tell_lock
  [ -n "${DKKB_MIRROR:-}" ] && [ -z "$MIRROR_FOLDER" ] || return 0
  MIRROR_FOLDER=$(mktemp -d)
  copy_sources
  APT_OPTIONS=(-o "Dir::Etc::SourceList=$MIRROR_FOLDER/sources.list" -o "Dir::Etc::SourceParts=$MIRROR_FOLDER/parts"
    -o "Dir::State::Lists=$MIRROR_FOLDER/lists" -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache=)
  apt_get -o APT::Update::Error-Mode=any -o Acquire::Retries=0 update || true
  [ -z "$(find "$MIRROR_FOLDER/lists" -name '*Packages*' -print -quit)" ] || return 0
  note "$DKKB_MIRROR 미러에 이 배포판의 패키지 목록이 없습니다($(mirror_reason)). 패키지는 원래 저장소에서 받습니다." \
    "The mirror $DKKB_MIRROR has no package lists of this distribution ($(mirror_reason)). Packages come from the machine's own sources."
  APT_OPTIONS=()
}

# mirror_answers: a connection is enough here; what it gives is verified later.
mirror_answers() {
  local code=0
  connects "$DKKB_MIRROR" || code=$?
  [ "$code" -ne 124 ] || machine_cannot \
    "$DKKB_MIRROR 미러에 ${MIRROR_WAIT_SECONDS}초 안에 연결되지 않습니다. 주소를 확인하거나 --mirror 없이 다시 실행하세요." \
    "The mirror $DKKB_MIRROR does not answer within ${MIRROR_WAIT_SECONDS}s. Check the address, or run this again without --mirror."
  [ "$code" -eq 0 ] || machine_cannot \
    "$DKKB_MIRROR 미러에 연결할 수 없습니다. 주소를 확인하거나 --mirror 없이 다시 실행하세요." \
    "The mirror $DKKB_MIRROR does not answer. Check the address, or run this again without --mirror."
}

# connects URL: its host takes a connection; 124 when the time is over. It needs no program that may be missing yet.
connects() {
  local address=${1#*://} host port=80
  address=${address%%/*}
  case $1 in https:*) port=443 ;; esac
  case $address in
    *:[0-9]*) [ "${address%]}" != "$address" ] || { port=${address##*:} address=${address%:*}; } ;;
  esac
  host=${address#[} host=${host%]}
  # shellcheck disable=SC2016 # the inner bash fills them in
  within "$MIRROR_WAIT_SECONDS" bash -c ': <"/dev/tcp/$1/$2"' _ "$host" "$port" 2>/dev/null
}

copy_sources() {
  local list mirror=${DKKB_MIRROR%/}
  mkdir -p "$MIRROR_FOLDER/parts" "$MIRROR_FOLDER/lists/partial"
  chmod 755 "$MIRROR_FOLDER"
  : >"$MIRROR_FOLDER/sources.list"
  for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
    case $list in *.list | *.sources) [ -f "$list" ] || continue ;; *) continue ;; esac
    sed -E "\\#${mirror}/#! s#https?://#${mirror}/#g" "$list" >"$MIRROR_FOLDER/parts/$(basename "$list")"
  done
}

mirror_reason() {
  case $(last_apt_error) in
    *NOSPLIT* | *Clearsigned* | *'not signed'* | *Release*) pick '웹 페이지나 빈 답' 'a web page, or nothing' ;;
    *) last_apt_error ;;
  esac
}

# by_hand_source FILE: a package source that was added meanwhile.
by_hand_source() { [ ${#APT_OPTIONS[@]} -eq 0 ] || cp "$1" "$MIRROR_FOLDER/parts/"; }

# by_hand_ended: what only this run needed.
# shellcheck disable=SC2034 # lib.sh reads LOG
by_hand_ended() {
  [ -z "$MIRROR_FOLDER" ] || rm -rf "$MIRROR_FOLDER"
  [ -z "${DRY_LOG:-}" ] || { rm -f "$DRY_LOG" && LOG=/dev/null; }
  MIRROR_FOLDER='' APT_OPTIONS=()
}
