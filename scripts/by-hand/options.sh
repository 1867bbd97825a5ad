#!/usr/bin/env bash
# Sourced by read_options of lib.sh: the options of install-docker.sh, install-kubectl.sh and install-minikube.sh.
# shellcheck disable=SC2154 # the scripts have $scripts and $program

readonly BY_HAND=$scripts/by-hand
readonly PRODUCT=${program#install-}
readonly ADDRESS='^https?://([A-Za-z0-9.-]+|\[[0-9A-Fa-f:]+\])(:[0-9]{1,5})?(/[A-Za-z0-9._~/-]*)?$'
readonly OPTIONS='[--source vendor|distro] [--mirror URL] [--uninstall] [--dry-run] [--help]'

# shellcheck source=scripts/by-hand/record.sh
. "$BY_HAND/record.sh"
# shellcheck source=scripts/by-hand/mirror.sh
. "$BY_HAND/mirror.sh"
# shellcheck source=scripts/by-hand/machine.sh
. "$BY_HAND/machine.sh"
# shellcheck source=scripts/by-hand/other-engines.sh
. "$BY_HAND/other-engines.sh"

# by_hand_options "$@": reads the options, and does here what is no installation.
by_hand_options() {
  SOURCE='' UNINSTALL=no DRY_RUN=no
  local given=' '
  while [ $# -gt 0 ]; do
    case $1 in
      -h | --help)
        show_usage
        exit 0
        ;;
      --source=* | --mirror=*) take_option "${1%%=*}" "${1#*=}" ;;
      --source | --mirror)
        [ $# -gt 1 ] || wrong_option "$1 뒤에 값이 없습니다." "$1 needs a value."
        take_option "$1" "$2"
        shift
        ;;
      --uninstall) take_option "$1" && UNINSTALL=yes ;;
      --dry-run) take_option "$1" && DRY_RUN=yes ;;
      *) wrong_option "'$1' 인수는 쓸 수 없습니다." "'$1': unknown argument." ;;
    esac
    shift
  done
  check_together "$given"
  act
}

# take_option NAME [VALUE]: each may be given once.
take_option() {
  case $given in *" $1 "*) wrong_option "$1 옵션을 두 번 썼습니다." "$1 is given twice." ;; esac
  given="$given$1 "
  case $1 in
    --source)
      case ${2:-} in vendor | distro) SOURCE=$2 ;; *) wrong_option \
        "--source에 '${2:-}' 값은 쓸 수 없습니다. vendor(공식 저장소) 또는 distro(배포판)로 지정하세요." \
        "--source is '${2:-}'; it can be vendor or distro." ;; esac
      ;;
    --mirror)
      [ -n "${2:-}" ] || wrong_option "--mirror 뒤에 주소가 없습니다." "--mirror needs an address."
      export DKKB_MIRROR=$2
      ;;
  esac
}

# check_together GIVEN: what is possible alone may be wrong together.
check_together() {
  [ -z "${DKKB_MIRROR:-}" ] || [[ $DKKB_MIRROR =~ $ADDRESS ]] || wrong_option \
    "미러 주소 '$DKKB_MIRROR' 값은 쓸 수 없습니다. http://10.0.0.5:3142와 같은 주소로 지정하세요." \
    "The mirror '$DKKB_MIRROR' is no address like http://10.0.0.5:3142."
  case ${DKKB_APT_WAIT:-300} in *[!0-9]* | ?????*) wrong_option \
    "DKKB_APT_WAIT에 '$DKKB_APT_WAIT' 값은 쓸 수 없습니다. 0부터 9999까지의 초로 지정하세요." \
    "DKKB_APT_WAIT is '$DKKB_APT_WAIT'; it can be 0 to 9999 seconds." ;; esac
  case $UNINSTALL:$1 in yes:*' --source '* | yes:*' --mirror '*) wrong_option \
    "--uninstall은 --source, --mirror와 함께 쓸 수 없습니다. 기록에 적힌 것을 지웁니다." \
    "--uninstall takes neither --source nor --mirror: it takes away what the record names." ;; esac
}

act() {
  case $UNINSTALL$DRY_RUN in
    nono)
      can_come_from_source
      return
      ;;
    noyes)
      # shellcheck source=scripts/by-hand/dry-run.sh
      . "$BY_HAND/dry-run.sh"
      can_come_from_source
      dry_run
      ;;
    *)
      # shellcheck source=scripts/by-hand/uninstall.sh
      . "$BY_HAND/uninstall.sh"
      uninstall
      ;;
  esac
  exit
}

# tell_dry_run: what is said after it would only be done without --dry-run.
tell_dry_run() {
  pick "연습 실행입니다. 아무것도 바꾸지 않습니다. 실제로 실행하면:" "A dry run: nothing is changed. A real run:"
  echo
}

wrong_option() {
  wrong_use "$1 사용법: ${program}.sh $OPTIONS" "$2 Usage: ${program}.sh $OPTIONS"
}

show_usage() {
  pick "사용법: ${program}.sh $OPTIONS
Debian과 Ubuntu에 $(product_name) 설치하기. 이미 응답하면 아무것도 바꾸지 않습니다.
  --source vendor   공식 저장소에서만 받습니다.
  --source distro   배포판의 패키지만 씁니다. 지정하지 않으면 공식 저장소, 배포판 순서로 찾습니다.
  --mirror URL      URL/호스트/경로에서 받습니다(DKKB_MIRROR와 같음). 서명과 체크섬은 그대로 확인합니다.
  --uninstall       이 스크립트가 설치한 것만 지웁니다($RECORD 기록).
  --dry-run         무엇을 할지만 말하고 아무것도 바꾸지 않습니다. --uninstall과 함께 쓸 수 있습니다.
환경 변수: DKKB_LANG=ko|en, DKKB_LOG=로그 파일, DKKB_SUMS=체크섬 파일, DKKB_APT_WAIT=다른 apt를 기다릴 초(300)
종료 코드: 0 완료, 1 남은 것이 있음, 2 잘못된 사용, 3 이 컴퓨터에서는 할 수 없음" \
    "Usage: ${program}.sh $OPTIONS
Installs $(product_name) on Debian or Ubuntu. Changes nothing where it already answers.
  --source vendor   only from those who make it
  --source distro   only the distribution's packages; without --source the vendor comes first, then these
  --mirror URL      from URL/HOST/PATH (as DKKB_MIRROR); signatures and checksums are verified all the same
  --uninstall       takes away what this script has installed, and nothing else (the record $RECORD)
  --dry-run         says what would be done and changes nothing; also with --uninstall
Environment: DKKB_LANG=ko|en, DKKB_LOG=log file, DKKB_SUMS=file of checksums, DKKB_APT_WAIT=seconds to wait for another apt (300)
Exit codes: 0 done, 1 something is left, 2 wrong use, 3 this machine cannot"
  echo
}

product_name() { case $PRODUCT in docker) printf 'Docker Engine, Compose' ;; minikube) printf Minikube ;; *) printf %s "$PRODUCT" ;; esac; }
