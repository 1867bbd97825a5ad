#!/usr/bin/env bash
# Sourced by the install scripts: a vendor's own package repository. Needs lib.sh, lib-apt.sh, lib-mirror.sh.

readonly PROBE_SECONDS=15

# add_vendor_repository NAME BASE_URL COMPONENT FINGERPRINT: checks its key and adds it to the machine's sources.
# If it cannot be reached or trusted, prints the reason, fails and leaves nothing.
add_vendor_repository() {
  local name=$1 base component=$3 fingerprint=$4 suite key list
  base=$(mirrored "$2")
  key=/etc/apt/keyrings/$name.asc
  list=/etc/apt/sources.list.d/$name.sources
  suite=$(vendor_suite)
  [ -n "$suite" ] || { refuse "이 배포판($(os_field ID))용 저장소가 없습니다." "there is none for this distribution ($(os_field ID))."; return; }
  [ ! -e "$list" ] || { refuse "$list 파일이 이미 있지만 쓸 수 있는 패키지가 없습니다." "$list exists already, but offers nothing."; return; }
  apt_need ca-certificates curl
  fetch "$base/dists/$suite/Release" /dev/null || { refuse "$base 주소에 ${PROBE_SECONDS}초 안에 연결되지 않습니다($suite)." "no answer from $base within ${PROBE_SECONDS}s ($suite)."; return; }
  install_key "$base/gpg" "$key" "$fingerprint" || return
  hook will_write "$list" "$base"
  printf 'Types: deb\nURIs: %s\nSuites: %s\nComponents: %s\nSigned-By: %s\n' \
    "$base" "$suite" "$component" "$key" >"$list"
  if ! apt_get -o APT::Update::Error-Mode=any -o "Dir::Etc::SourceList=$list" -o Dir::Etc::SourceParts=- \
    -o APT::Get::List-Cleanup=0 -o Acquire::Retries=1 -o "Acquire::https::Timeout=$PROBE_SECONDS" update; then
    rm -f "$list" "$key"
    hook not_installed
    refuse "패키지 목록을 받지 못했습니다: $(last_apt_error)" "its package list did not arrive: $(last_apt_error)"
    return
  fi
  hook wrote "$list"
}

refuse() {
  note "공식 저장소를 쓰지 않습니다. $1" "The vendor's repository is not used: $2"
  return 1
}

fetch() {
  logged curl -fsSL --proto "$(protocols)" --connect-timeout 5 --max-time "$PROBE_SECONDS" -o "$2" "$1"
}

# install_key URL FILE FINGERPRINT: writes the file only if the download is that key and nothing else.
install_key() {
  local url=$1 file=$2 fingerprint=$3 found folder
  folder=$(mktemp -d)
  apt_need gpg
  fetch "$url" "$folder/key" || : >"$folder/key"
  found=$(GNUPGHOME=$folder gpg --batch --show-keys --with-colons "$folder/key" 2>>"$LOG" |
    awk -F: '$1 == "pub" { primary = 1 } $1 == "fpr" && primary { print $10; primary = 0 }' || true)
  if [ "$found" = "$fingerprint" ]; then
    hook will_write "$file"
    logged install -D -m 0644 "$folder/key" "$file"
    hook wrote "$file"
    rm -rf "$folder"
    return
  fi
  rm -rf "$folder"
  refuse "서명 키의 지문이 ${found:-없음}입니다. $fingerprint 지문이어야 합니다($url)." \
    "the key at $url has the fingerprint ${found:-none}, not $fingerprint."
}
