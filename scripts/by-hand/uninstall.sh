#!/usr/bin/env bash
# Sourced by options.sh: takes away what the record names, looks again, and tells what is left.

# shellcheck source=scripts/by-hand/uninstall-packages.sh
. "$BY_HAND/uninstall-packages.sh"
# shellcheck source=scripts/by-hand/uninstall-engine.sh
. "$BY_HAND/uninstall-engine.sh"

# uninstall: ends with 0 when nothing of the record is left, else with 1.
uninstall() {
  step uninstall "설치 기록을 살펴봅니다: $RECORD" "Looking at the record of the installation: $RECORD"
  has dpkg-query || require_debian_family "$PRODUCT"
  [ -s "$RECORD" ] || without_record
  look_at_packages
  if [ "$DRY_RUN" = yes ]; then
    LOG=/dev/null
    tell_plan
    exit 0
  fi
  become_root --uninstall
  open_own_log
  [ "$PRODUCT" != docker ] || stop_engine
  remove_packages
  each_line remove_line
  remove_folders
  tell_result
}

# open_own_log: the log of an uninstallation is kept only where it failed.
open_own_log() {
  DKKB_LOG=${DKKB_LOG:-$(mktemp "/tmp/dkkb-uninstall-$PRODUCT.XXXXXX")}
  open_log
}

# without_record: what nobody has written down is not ours to remove.
without_record() {
  local whose
  whose=$(whose "$PRODUCT")
  if [ -z "$whose" ]; then
    note "이 스크립트가 설치한 것이 없습니다. 지울 것이 없습니다." "This script has installed nothing here: nothing to take away."
    exit 0
  fi
  note "이 스크립트가 설치했다는 기록이 없어 아무것도 지우지 않습니다. 있는 것: $whose" \
    "There is no record that this script installed it, so nothing is removed. What is there: $whose"
  exit 1
}

# each_line FUNCTION: for each line of the record, from the last to the first.
each_line() {
  local kind name rest
  while read -r kind name rest; do "$1" "$kind" "$name" "$rest"; done < <(tac "$RECORD")
}

# is_there KIND NAME: what this line names is on the machine.
is_there() {
  case $1 in
    package) [ "$(package_state "$2")" != not-installed ] ;;
    file) [ -e "$2" ] || [ -L "$2" ] ;;
    data) [ -e "$2" ] ;;
    member) id -nG "$2" 2>/dev/null | tr ' ' '\n' | grep -qx docker ;;
    group) getent group "$2" >/dev/null ;;
    lists) [ -n "$(fetched_lists "$2")" ] ;;
    *) return 1 ;;
  esac
}

# why_it_stays KIND NAME: the reason, if this may not be removed now.
why_it_stays() {
  case $1 in
    package) kept_package "$2" ;;
    file) is_as_written "$2" || pick '그 뒤에 바뀌었습니다' 'it was changed since' ;;
    group) [ -z "$(members "$2")" ] || pick "구성원이 있습니다($(members "$2"))" "it has members ($(members "$2"))" ;;
    data) [ -z "$(users_data "$2")" ] || pick \
      "컨테이너, 볼륨이나 이미지가 들어 있습니다. 지우려면: sudo rm -rf $2" \
      "it holds containers, volumes or images. To remove them: sudo rm -rf $2" ;;
  esac
}

is_as_written() {
  local sum
  sum=$(awk -v path="$1" '$1 == "sum" && $2 == path { sum = $3 } END { print sum }' "$RECORD")
  [ -z "$sum" ] || [ "$(sha256sum "$1" 2>/dev/null | cut -d' ' -f1)" = "$sum" ]
}

# members GROUP: those that the record does not name.
members() {
  local user
  for user in $(getent group "$1" | cut -d: -f4 | tr ',' ' '); do recorded member "$user" || printf '%s ' "$user"; done
}

# fetched_lists URL: the package lists of a source, as apt names their files.
fetched_lists() {
  local name=${1#*://}
  find /var/lib/apt/lists -maxdepth 1 -name "$(printf %s "${name%/}" | tr / _)_dists_*" 2>/dev/null
}

# remove_line KIND NAME: all but packages and folders, which have an order of their own.
remove_line() {
  is_there "$1" "$2" && [ -z "$(why_it_stays "$1" "$2")" ] || return 0
  case $1 in
    file) logged rm -f "$2" ;;
    data) logged rm -rf --one-file-system "$2" ;;
    member) logged gpasswd -d "$2" docker ;;
    group) logged groupdel "$2" ;;
    lists) fetched_lists "$2" | while read -r file; do logged rm -f "$file"; done ;;
  esac || true
}

# remove_folders: those that are empty now; one with somebody else's files stays without a word.
remove_folders() {
  local folder
  awk '$1 == "folder" { print $2 }' "$RECORD" | sort -ru | while read -r folder; do
    [ "$folder" = "$RECORDS" ] || rmdir "$folder" 2>/dev/null || true
  done
}

tell_plan() {
  local plan
  plan=$(each_line plan_line)
  if [ -n "$plan" ]; then tell_dry_run && printf '%s\n' "$plan"; else pick '할 일이 없습니다.' 'Nothing to do.' && echo; fi
}

plan_line() {
  local why
  is_there "$1" "$2" || return 0
  why=$(why_it_stays "$1" "$2")
  if [ -n "$why" ]; then pick "그대로 두게 됩니다: $(kind_word "$1") $2 ($why)" "would stay: $1 $2 ($why)"; else
    pick "지우게 됩니다: $(kind_word "$1") $2" "would remove: $1 $2"
  fi
  echo
}

# tell_result: looks at the machine again. What is left stays in the record, for the next try.
tell_result() {
  local left
  left=$(each_line left_line)
  each_line tell_upgraded
  trap - EXIT
  if [ -z "$left" ]; then
    rm -f "$RECORD" "$LOG"
    rmdir "$RECORDS" 2>/dev/null || true
    step ready "이 스크립트가 설치한 것을 모두 지웠습니다." "All that this script had installed is gone."
    exit 0
  fi
  each_line forget_gone
  step left "남은 것이 있습니다:" "Something is left:"
  printf '%s\n' "$left" >&2
  note "기록: $RECORD, 로그: $LOG" "The record: $RECORD, the log: $LOG"
  exit 1
}

left_line() {
  local why
  is_there "$1" "$2" || return 0
  why=$(why_it_stays "$1" "$2")
  printf '    %s %s: %s\n' "$(kind_word "$1")" "$2" "${why:-$(pick '지워지지 않았습니다' 'it could not be removed')}"
}

# kind_word KIND: the record's word for it, for people.
kind_word() {
  case $1 in
    package) pick '패키지' 'package' ;;
    file) pick '파일' 'file' ;;
    data) pick '데이터' 'data' ;;
    member) pick 'docker 그룹의 사용자' 'member' ;;
    group) pick '그룹' 'group' ;;
    lists) pick '패키지 목록' 'lists' ;;
    *) printf %s "$1" ;;
  esac
}

tell_upgraded() {
  [ "$1" != upgraded ] || note "$2 패키지는 설치 때 $3 버전에서 새로워졌고 그대로 둡니다." \
    "The package $2 was upgraded from $3 by the installation and stays."
}

forget_gone() {
  case $1 in
    folder | sum | upgraded | auto) ;;
    *) is_there "$1" "$2" || forget "$1" "$2${3:+ $3}" ;;
  esac
}
