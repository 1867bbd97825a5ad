#!/usr/bin/env bash
# Sourced by the scripts: a mirror in place of what is out there. Needs lib.sh.
# DKKB_MIRROR is an address below which HOST/PATH gives what https://HOST/PATH gives elsewhere (a folder that was
# mirrored so, or apt-cacher-ng); DKKB_IMAGE_MIRROR is a registry mirror, as `dkkb images serve` is one.

readonly DAEMON_SETTINGS=/etc/docker/daemon.json

# mirrored URL: where to get it from.
mirrored() {
  local mirror=${DKKB_MIRROR:-}
  if [ -n "$mirror" ]; then printf '%s/%s' "${mirror%/}" "${1#*://}"; else printf '%s' "$1"; fi
}

# protocols: what may be spoken on the way there; without a mirror nothing comes in clear.
protocols() { if [ -n "${DKKB_MIRROR:-}" ]; then echo '=http,https'; else echo '=https'; fi; }

# use_mirrors: packages and images come from there from now on. A daemon.json that is there already stays.
use_mirrors() {
  local mirror=${DKKB_MIRROR:-} list
  if [ -n "$mirror" ]; then
    note "패키지를 $mirror 미러에서 받습니다." "Taking packages from the mirror $mirror."
    for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
      case $list in *.list | *.sources) ;; *) continue ;; esac
      [ ! -f "$list" ] || sed -i -E "\\#${mirror%/}/#! s#https?://#${mirror%/}/#g" "$list"
    done
  fi
  [ -n "${DKKB_IMAGE_MIRROR:-}" ] || return 0
  if [ -e "$DAEMON_SETTINGS" ]; then
    note "$DAEMON_SETTINGS 파일이 이미 있어 그대로 둡니다." "$DAEMON_SETTINGS is there already, and stays as it is."
    return
  fi
  note "이미지를 $DKKB_IMAGE_MIRROR 미러에서 받습니다." "Taking images from the mirror $DKKB_IMAGE_MIRROR."
  mkdir -p "$(dirname "$DAEMON_SETTINGS")"
  printf '{ "registry-mirrors": ["%s"] }\n' "$DKKB_IMAGE_MIRROR" >"$DAEMON_SETTINGS"
}
