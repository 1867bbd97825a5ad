#!/usr/bin/env bash
# Sourced by the install scripts: one program as a file of its vendor's. Needs lib.sh, lib-apt.sh, lib-mirror.sh.

readonly PROGRAMS=/usr/local/bin
readonly CONNECT_SECONDS=5
readonly SILENT_SECONDS=30

# download URL FILE: tries three times, and gives up on an address that says nothing any more.
download() {
  logged curl -fsSL --proto "$(protocols)" --connect-timeout "$CONNECT_SECONDS" \
    --speed-limit 1 --speed-time "$SILENT_SECONDS" --retry 2 --retry-connrefused --retry-delay 1 \
    -o "$2" "$(mirrored "$1")"
}

# vendor_architecture: this machine's, as these vendors write it.
vendor_architecture() {
  case $(uname -m) in
    x86_64) echo amd64 ;;
    aarch64 | arm64) echo arm64 ;;
    *) uname -m ;;
  esac
}

# install_program NAME URL: there, whole and with the checksum that the vendor gives beside it, or not at all.
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
  download "$url.sha256" "$folder/sum" || { no_download "$url.sha256"; return 1; }
  wanted=$(grep -oE '^[0-9a-f]{64}' "$folder/sum" || true)
  [ -n "$wanted" ] || {
    note "$(mirrored "$url.sha256") 파일에 검사합이 없습니다." "There is no checksum in $(mirrored "$url.sha256")."
    return 1
  }
  download "$url" "$folder/program" || { no_download "$url"; return 1; }
  found=$(sha256sum "$folder/program" | cut -d' ' -f1)
  [ "$found" = "$wanted" ] || {
    note "$(mirrored "$url") 파일의 검사합이 $found 값입니다. $wanted 값이어야 하므로 설치하지 않습니다." \
      "The checksum of $(mirrored "$url") is $found, not $wanted; it is not installed."
    return 1
  }
}

no_download() {
  note "$(mirrored "$1") 파일을 받지 못했습니다: $(log_end 1)" "$(mirrored "$1") did not arrive: $(log_end 1)"
}
