#!/usr/bin/env bash
# Sourced by the install scripts: a program that is one file of its vendor. Needs lib.sh, lib-apt.sh, lib-mirror.sh.

readonly PROGRAMS=/usr/local/bin
readonly CONNECT_SECONDS=5
readonly SILENT_SECONDS=30
readonly TRIES=20
# Named by its checksum, a part of a file is of use to the next run too.
readonly PARTS=/var/cache/dkkb
# Checksums of the vendor's files, as lines of sha256sum, for machines that cannot reach the vendor.
readonly KNOWN_SUMS=${DKKB_SUMS:-/etc/dkkb/sums}

# download URL FILE: goes on where a broken connection has ended it, as long as something more arrives.
download() {
  local had size=-1 code=0 tries=0
  until logged curl -fsSL --proto "$(protocols)" --connect-timeout "$CONNECT_SECONDS" \
    --speed-limit 1 --speed-time "$SILENT_SECONDS" --retry 2 --retry-connrefused --retry-delay 1 \
    -C - -o "$2" "$(mirrored "$1")"; do
    code=$? had=$size size=$(stat -c %s "$2" 2>/dev/null || echo 0) tries=$((tries + 1))
    [ "$tries" -lt "$TRIES" ] || return 1
    case $code in
      18 | 28 | 52 | 55 | 56 | 92) [ "$size" -gt "$had" ] || return 1 ;;
      # The server cannot go on in the middle: from the start.
      22 | 33 | 36)
        [ "$size" -gt 0 ] || return 1
        rm -f "$2"
        size=-1
        continue
        ;;
      *) return 1 ;;
    esac
    note "받는 중에 연결이 끊겨 ${size}바이트부터 이어서 받습니다: $(log_end 1)" "The connection broke; going on from byte $size: $(log_end 1)"
  done
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
  local name=$1 url=$2 wanted part
  wanted=$(checksum "$url") || return 1
  part=$PARTS/$wanted
  hook will_write "$part"
  mkdir -p "$PARTS"
  # Two runs at once do not write into the same file.
  exec 9>>"$part"
  flock 9
  fetch_verified "$wanted" "$url" "$part" || return 1
  hook will_write "$PROGRAMS/.$name.new"
  hook will_write "$PROGRAMS/$name"
  logged install -m 0755 "$part" "$PROGRAMS/.$name.new"
  logged mv "$PROGRAMS/.$name.new" "$PROGRAMS/$name"
  hook wrote "$PROGRAMS/$name"
  rm -f "$part"
  rmdir "$PARTS" 2>/dev/null || true
}

fetch_verified() {
  local wanted=$1 url=$2 part=$3
  ! has_sum "$part" "$wanted" || return 0
  download "$url" "$part" || { no_download "$(mirrored "$url")"; return 1; }
  ! has_sum "$part" "$wanted" || return 0
  note "$(mirrored "$url") 파일의 체크섬이 $(sum_of "$part") 값입니다. $wanted 값이어야 하므로 설치하지 않습니다." \
    "The checksum of $(mirrored "$url") is $(sum_of "$part"), not $wanted; it is not installed."
  [ "$(head -c 1 "$part")" != '<' ] || note "받은 것은 프로그램이 아니라 웹 페이지입니다." "What came is a web page, not a program."
  rm -f "$part"
  return 1
}

sum_of() { sha256sum "$1" | cut -d' ' -f1; }
has_sum() { [ -s "$1" ] && [ "$(sum_of "$1")" = "$2" ]; }

# checksum URL: the one that the file has to have, from the list or from the vendor.
checksum() {
  local known
  known=$(known_sum "${1#*://}")
  if [ -n "$known" ]; then printf '%s' "$known"; else vendors_sum "$1"; fi
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

# vendors_sum URL: from the vendor itself, never from a mirror: who can change a file on a mirror can also
# change its checksum.
vendors_sum() {
  local url=$1.sha256 file wanted
  file=$(mktemp)
  download_from_vendor "$url" "$file" || { no_download "$url"; how_to_give_sums "$1"; rm -f "$file"; return 1; }
  wanted=$(grep -oE '^[0-9a-f]{64}' "$file" || true)
  rm -f "$file"
  [ -n "$wanted" ] || {
    note "$url 파일에 체크섬이 없습니다." "There is no checksum in $url."
    how_to_give_sums "$1"
    return 1
  }
  printf '%s' "$wanted"
}

how_to_give_sums() {
  note "체크섬을 모르는 프로그램은 설치하지 않습니다. 다른 곳에서 받은 공식 체크섬을 'SHA-256  ${1#*://}' 꼴의 줄로 파일에 쓰고 DKKB_SUMS에 그 경로를 지정하거나 $KNOWN_SUMS 파일에 두세요." \
    "A program whose checksum is not known is not installed. Get the vendor's checksum elsewhere, write it to a file as the line 'SHA-256  ${1#*://}', and name that file in DKKB_SUMS or put it at $KNOWN_SUMS."
}

no_download() {
  note "$1 파일을 받지 못했습니다: $(log_end 1)" "$1 did not arrive: $(log_end 1)"
}
