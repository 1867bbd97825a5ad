#!/usr/bin/env bash
# Runs inside a bare machine: makes the vendors' download files, which serve.mjs then serves there under the vendors'
# own names. The programs only print their versions. Usage: vendor-files.sh HOST…
set -euo pipefail

readonly SITE=/srv/site RELEASE=v9.9.9
arch=$(dpkg --print-architecture)

trusted_certificate() {
  local names
  names=$(printf ',DNS:%s' "$@")
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$1" -addext "subjectAltName=${names#,}" \
    -keyout /srv/tls.key -out /srv/tls.crt 2>/dev/null
  cp /srv/tls.crt /usr/local/share/ca-certificates/vendors.crt
  update-ca-certificates >/dev/null 2>&1
}

# program PATH LINE: a program that prints that line, and its checksum beside it.
program() {
  local file=$SITE/$1
  mkdir -p "$(dirname "$file")"
  printf '#!/bin/sh\necho "%s"\n' "$2" >"$file"
  sha256sum "$file" | cut -d' ' -f1 >"$file.sha256"
}

{
  apt-get update
  apt-get install -y --no-install-recommends ca-certificates openssl
} >/tmp/vendor-files.log 2>&1
mkdir -p "$SITE/release"
trusted_certificate "$@"
printf '%s' "$RELEASE" >"$SITE/release/stable.txt"
program "release/$RELEASE/bin/linux/$arch/kubectl" "Client Version: $RELEASE"
program "minikube/releases/latest/minikube-linux-$arch" "$RELEASE"
