#!/usr/bin/env bash
# Sourced by the install scripts: a program that is one file of its vendor. Needs lib.sh, lib-apt.sh, lib-mirror.sh.

readonly PROGRAMS=/usr/local/bin
readonly CONNECT_SECONDS=5
readonly SILENT_SECONDS=30
# Checksums of the vendor's files, as lines of sha256sum, for machines that cannot reach the vendor.
readonly KNOWN_SUMS=${DKKB_SUMS:-/etc/dkkb/sums}

# download URL FILE: tries three times, and gives up when the server stops sending.
download() {
  logged curl -fsSL --proto "$(protocols)" --connect-timeout "$CONNECT_SECONDS" \
    --speed-limit 1 --speed-time "$SILENT_SECONDS" --retry 2 --retry-connrefused --retry-delay 1 \
    -o "$2" "$(mirrored "$1")"
}

# download_from_vendor URL FILE: without a mirror, over https.
download_from_vendor() { DKKB_MIRROR='' download "$@"; }

# vendor_architecture: this machine's architecture, as these vendors write it.
vendor_architecture() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64 | arm64) echo arm64 ;;
    *) uname -m ;;
  esac
}

# install_program NAME URL: installs it only whole and with the vendor's checksum.
install_program() {
  local name=$1 url=$2 folder code=0
  folder=$(mktemp -d)
  fetch_verified "$folder" "$url" || code=$?
  if [ "$code" -eq 0 ]; then
    install -m 0755 "$folder/program" "$PROGRAMS/.$name.new"
    mv "$PROGRAMS/.$name.new" "$PROGRAMS/$name"
  fi
  rm -rf "$folder"
  return "$code"
}

fetch_verified() {
  local folder=$1 url=$2 wanted found
  wanted=$(known_sum "${url#*://}")
  [ -n "$wanted" ] || wanted=$(vendors_sum "$folder" "$url") || return 1
  download "$url" "$folder/program" || { no_download "$(mirrored "$url")"; return 1; }
  found=$(sha256sum "$folder/program" | cut -d' ' -f1)
  [ "$found" = "$wanted" ] || {
    note "$(mirrored "$url") 파일의 검사합이 $found 값입니다. $wanted 값이어야 하므로 설치하지 않습니다." \
      "The checksum of $(mirrored "$url") is $found, not $wanted; it is not installed."
    return 1
  }
}

# known_sum PATH: the list's checksum for this path or the end of it; empty if it has none.
known_sum() {
  [ -r "$KNOWN_SUMS" ] || return 0
  awk -v path="/$1" '
    $1 ~ /^[0-9a-f]+$/ && length($1) == 64 {
      sub(/^\*/, "", $2); end = "/" $2
      if (substr(path, length(path) - length(end) + 1) == end) { print $1; exit }
    }' "$KNOWN_SUMS"
}

# vendors_sum FOLDER URL: from the vendor itself, never from a mirror: who can change a file on a mirror can also
# change its checksum.
vendors_sum() {
  local folder=$1 url=$2.sha256 wanted
  download_from_vendor "$url" "$folder/sum" || { no_download "$url"; how_to_give_sums "$2"; return 1; }
  wanted=$(grep -oE '^[0-9a-f]{64}' "$folder/sum" || true)
  [ -n "$wanted" ] || {
    note "$url 파일에 검사합이 없습니다." "There is no checksum in $url."
    how_to_give_sums "$2"
    return 1
  }
  printf '%s' "$wanted"
}

how_to_give_sums() {
  note "검사합을 모르는 프로그램은 설치하지 않습니다. 다른 곳에서 받은 공식 검사합을 'SHA-256  ${1#*://}' 꼴의 줄로 파일에 쓰고 DKKB_SUMS에 그 경로를 지정하거나 $KNOWN_SUMS 파일에 두세요." \
    "A program whose checksum is not known is not installed. Get the vendor's checksum elsewhere, write it to a file as the line 'SHA-256  ${1#*://}', and name that file in DKKB_SUMS or put it at $KNOWN_SUMS."
}

no_download() {
  note "$1 파일을 받지 못했습니다: $(log_end 1)" "$1 did not arrive: $(log_end 1)"
}
