#!/usr/bin/env bash
# Sourced by the scripts: a mirror in place of the internet. Needs lib.sh.
# Below the address DKKB_MIRROR, HOST/PATH has the content of https://HOST/PATH (a folder with such copies,
# or apt-cacher-ng); DKKB_IMAGE_MIRROR is a registry mirror, such as `dkkb images serve`.

readonly DAEMON_SETTINGS=/etc/docker/daemon.json

# mirrored URL: the address to get it from.
mirrored() {
  local mirror=${DKKB_MIRROR:-}
  if [ -n "$mirror" ]; then printf '%s/%s' "${mirror%/}" "${1#*://}"; else printf '%s' "$1"; fi
}

# protocols: those that a download may use; plain http only with a mirror.
protocols() { if [ -n "${DKKB_MIRROR:-}" ]; then echo '=http,https'; else echo '=https'; fi; }

# use_mirrors: packages and images come from the mirrors from now on. An existing daemon.json stays.
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
  # An engine of the machine's image runs already.
  if has systemctl && systemctl --quiet is-active docker; then systemctl reload docker; fi
}
