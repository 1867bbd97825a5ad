#!/usr/bin/env bash
# Sourced by the install scripts: a vendor's own package repository. Needs lib.sh, lib-apt.sh, lib-mirror.sh.

readonly PROBE_SECONDS=15

# add_vendor_repository NAME BASE_URL COMPONENT FINGERPRINT: checks its key and adds it to the machine's sources.
# If it cannot be reached or trusted, prints the reason, fails and leaves nothing.
add_vendor_repository() {
  local name=$1 base component=$3 fingerprint=$4 suite key list
  base=$(mirrored "$2")
  key=/etc/apt/keyrings/$name.asc
  list=$(vendor_list "$name")
  suite=$(vendor_suite)
  repository_fits "$name" || return
  apt_need ca-certificates curl
  fetch "$(release_file "$base")" /dev/null || { not_reached "$base"; return; }
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

vendor_list() { printf '/etc/apt/sources.list.d/%s.sources' "$1"; }
release_file() { printf '%s/dists/%s/Release' "$1" "$(vendor_suite)"; }

# repository_fits NAME: what this machine is and has already does not speak against it.
repository_fits() {
  [ -n "$(vendor_suite)" ] || { refuse "이 배포판($(os_field ID))용 저장소가 없습니다." "there is none for this distribution ($(os_field ID))."; return; }
  [ ! -e "$(vendor_list "$1")" ] || refuse "$(vendor_list "$1") 파일이 이미 있지만 쓸 수 있는 패키지가 없습니다." "$(vendor_list "$1") exists already, but offers nothing."
}

# not_reached BASE: with the reason that the last command has given.
not_reached() {
  refuse "$1 주소에서 저장소를 받을 수 없습니다($(vendor_suite)): $(log_end 1)" "it cannot be had from $1 ($(vendor_suite)): $(log_end 1)"
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
  local folder
  folder=$(mktemp -d)
  apt_need gpg
  if ! fetch_key "$1" "$folder" "$3"; then
    rm -rf "$folder"
    return 1
  fi
  hook will_write "$2"
  logged install -D -m 0644 "$folder/key" "$2"
  hook wrote "$2"
  rm -rf "$folder"
}

# fetch_key URL FOLDER FINGERPRINT: into the folder, as key; needs gpg.
fetch_key() {
  local url=$1 folder=$2 fingerprint=$3 found
  fetch "$url" "$folder/key" || : >"$folder/key"
  found=$(GNUPGHOME=$folder gpg --batch --show-keys --with-colons "$folder/key" 2>>"$LOG" |
    awk -F: '$1 == "pub" { primary = 1 } $1 == "fpr" && primary { print $10; primary = 0 }' || true)
  [ "$found" = "$fingerprint" ] || refuse "서명 키의 지문이 ${found:-없음}입니다. $fingerprint 지문이어야 합니다($url)." \
    "the key at $url has the fingerprint ${found:-none}, not $fingerprint."
}
