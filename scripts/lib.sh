#!/usr/bin/env bash
# Sourced by the install scripts: language, progress, errors, log, root.
# Runs on the bash 3.2 of macOS too, so a Mac prints a message and no syntax error.

readonly EXIT_USAGE=2
readonly EXIT_MACHINE=3
readonly LOG_TAIL=15

program=$(basename "$0" .sh)
step_name=start
LOG=''
# With `su`, and for plain Debian users, the PATH lacks the administrators' folders.
PATH="$PATH:/usr/local/sbin:/usr/sbin:/sbin"

# pick KO EN: the text in the reader's language.
pick() {
  if [ "$language" = ko ]; then printf '%s' "${1:?}"; else printf '%s' "${2:?}"; fi
}

# step NAME KO EN: one line of progress; later errors name this step.
step() {
  step_name=$1
  note "$2" "$3"
}

# note KO EN: one more line of the same step.
note() {
  printf '[%s] %s: %s\n' "$program" "$(step_label)" "$(pick "$1" "$2")" >&2
}

# step_label: the step's name for people; programs' names are the same in both languages.
step_label() {
  case $language:$step_name in
    ko:system) echo 확인 ;;
    ko:source) echo 출처 ;;
    ko:root) echo 권한 ;;
    ko:lists) echo 목록 ;;
    ko:engine) echo 엔진 ;;
    ko:start) echo 시작 ;;
    ko:group) echo 그룹 ;;
    ko:tools) echo 도구 ;;
    ko:ready) echo 완료 ;;
    ko:uninstall) echo 제거 ;;
    ko:packages) echo 패키지 ;;
    ko:left) echo 남음 ;;
    *) echo "$step_name" ;;
  esac
}

# machine_cannot KO EN: says what is wrong and what to do, and ends with 3.
machine_cannot() {
  hook ended
  note "$1" "$2"
  print_log_tail
  trap - EXIT
  exit "$EXIT_MACHINE"
}

# wrong_use KO EN: says how to call the script, and ends with 2.
wrong_use() {
  printf '[%s] %s\n' "$program" "$(pick "$1" "$2")" >&2
  trap - EXIT
  exit "$EXIT_USAGE"
}

choose_language() {
  local locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  language=en
  case ${DKKB_LANG:-$locale} in ko | ko[_.@-]*) language=ko ;; esac
  case ${DKKB_LANG:-en} in
    ko | en) ;;
    *) wrong_use "DKKB_LANG에 ${DKKB_LANG} 값은 쓸 수 없습니다. ko 또는 en으로 지정하세요." \
      "DKKB_LANG is '${DKKB_LANG}'; it can be ko or en." ;;
  esac
}

# only_help_may_be_asked USAGE "$@": the scripts take no arguments but --help.
only_help_may_be_asked() {
  local usage=$1
  shift
  [ $# -gt 0 ] || return 0
  case $1 in
    -h | --help)
      printf '%s\n' "$usage"
      exit 0
      ;;
    *) wrong_use "'$1' 인수는 쓸 수 없습니다. 사용법: ${program}.sh [--help]" \
      "'$1': unknown argument. Usage: ${program}.sh [--help]" ;;
  esac
}

# read_options "$@": those for people are in by-hand/, which a practice VM does not have.
# shellcheck disable=SC2154 # the scripts have $scripts
read_options() {
  if [ -r "$scripts/by-hand/options.sh" ]; then
    # shellcheck source=scripts/by-hand/options.sh
    . "$scripts/by-hand/options.sh"
    by_hand_options "$@"
  else
    only_help_may_be_asked "bash $0" "$@"
  fi
}

# hook NAME …: what by-hand/ does at this moment, if it was read.
hook() {
  local name=by_hand_$1
  shift
  ! declare -F "$name" >/dev/null || "$name" "$@"
}

# open_log: from now on the output of commands goes to the log, and a failure shows the log's end.
open_log() {
  LOG=${DKKB_LOG:-/var/log/dkkb-$program.log}
  case $LOG in /*) ;; *) LOG=$PWD/$LOG ;; esac
  # apt's own user has to read the files that are written for apt.
  umask 022
  hook begin
  : >"$LOG" || machine_cannot \
    "$LOG 로그 파일에 쓸 수 없습니다. DKKB_LOG에 다른 경로를 지정하고 다시 실행하세요." \
    "Cannot write the log file $LOG. Name another path in DKKB_LOG and run this again."
  trap 'unforeseen_end $?' EXIT
}

# logged COMMAND…: runs it with its output in the log.
logged() {
  printf '+ %s\n' "$*" >>"$LOG"
  "$@" >>"$LOG" 2>&1 </dev/null
}

# log_end LINES: the last lines of the log, if it is a file that can be read again.
log_end() {
  case $LOG in '' | /dev/*) return 0 ;; esac
  tail -n "$1" "$LOG"
}

print_log_tail() {
  [ -s "$LOG" ] || return 0
  ! log_end 50 | grep -qiE 'no space left|enough free space|writ(e error|ing (output|body))' ||
    note "디스크가 가득 찼습니다($(free_space)). 자리를 만든 뒤 다시 실행하세요." "The disk is full ($(free_space)). Make room and run this again."
  note "전체 로그는 $LOG 파일에 있습니다. 마지막 부분:" "The whole log is in $LOG. Its end:"
  log_end "$LOG_TAIL" | sed 's/^/    /' >&2
}

free_space() { df -hP / /var /tmp 2>/dev/null | awk 'NR > 1 && !seen[$6]++ { printf "%s%s: %s", sep, $6, $4; sep = ", " }'; }

unforeseen_end() {
  case $1 in 0 | "$EXIT_USAGE" | "$EXIT_MACHINE" | 130 | 143)
    hook ended
    exit "$1"
    ;;
  esac
  machine_cannot "이 단계가 실패했습니다(종료 코드 $1). 아래 원인을 해결하고 다시 실행하면 이어서 진행합니다." \
    "This step failed (exit code $1). Mend the cause below and run this again; it goes on from here."
}

has() { command -v "$1" >/dev/null 2>&1; }

# within SECONDS COMMAND…: with a time limit, if the system has `timeout` (macOS has not).
within() {
  local seconds=$1
  shift
  if has timeout; then timeout "$seconds" "$@"; else "$@"; fi
}

# become_root "$@": starts the script again with sudo; returns if it is already root.
become_root() {
  [ "$(id -u)" -ne 0 ] || return 0
  step root "관리자 권한으로 다시 시작합니다(sudo)." "Starting again with administrator rights (sudo)."
  has sudo || machine_cannot \
    "관리자(root) 권한이 필요한데 sudo 명령이 없습니다. 'su -'로 root가 된 뒤 다음을 실행하세요: bash $0" \
    "Root is needed, and there is no sudo. Become root with 'su -', then run: bash $0"
  sudo -n true 2>/dev/null || { : </dev/tty; } 2>/dev/null || machine_cannot \
    "sudo가 비밀번호를 물어야 하는데 터미널이 없습니다. 터미널에서 다음을 실행하세요: sudo bash $0" \
    "sudo wants a password and there is no terminal. Run in a terminal: sudo bash $0"
  exec sudo env "DKKB_LANG=$language" "DKKB_LOG=${DKKB_LOG:-}" "DKKB_MIRROR=${DKKB_MIRROR:-}" \
    "DKKB_SUMS=${DKKB_SUMS:-}" "DKKB_APT_WAIT=${DKKB_APT_WAIT:-}" "http_proxy=${http_proxy:-}" "https_proxy=${https_proxy:-}" "no_proxy=${no_proxy:-}" \
    bash "$0" "$@"
}

choose_language
