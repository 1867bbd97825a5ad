#!/usr/bin/env bash
# Runs inside a bare machine: makes a package repository, which serve.mjs then serves there under a vendor's own name.
# Signs it with a new key and prints the key's fingerprint. Usage: vendor-site.sh HOST PACKAGE VERSION_LINE [EMPTY_PACKAGE…]
# PROGRAM is the package's program if it has another name, SUITE the release, COMPONENT its part.
set -euo pipefail

host=$1 package=$2 version_line=$3
shift 3
readonly SITE=/srv/site SUITE=${SUITE:-bookworm} COMPONENT=${COMPONENT:-main}
arch=$(dpkg --print-architecture)

trusted_certificate() {
  openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj "/CN=$host" -addext "subjectAltName=DNS:$host" \
    -keyout /srv/tls.key -out /srv/tls.crt 2>/dev/null
  cp /srv/tls.crt "/usr/local/share/ca-certificates/$host.crt"
  update-ca-certificates >/dev/null 2>&1
}

# make_package NAME [PROGRAM]
make_package() {
  local tree
  tree=$(mktemp -d)
  mkdir -p "$tree/DEBIAN" "$tree/usr/bin" "$SITE/pool"
  chmod 755 "$tree"
  if [ -n "${2:-}" ]; then
    printf '#!/bin/sh\necho "%s"\n' "$version_line" >"$tree/usr/bin/$2"
    chmod 755 "$tree/usr/bin/$2"
  fi
  printf 'Package: %s\nVersion: 9.0\nArchitecture: %s\nMaintainer: Test <test@example.invalid>\nDescription: test\n' \
    "$1" "$arch" >"$tree/DEBIAN/control"
  dpkg-deb --build "$tree" "$SITE/pool/$1.deb" >/dev/null
}

make_repository() {
  local dist=$SITE/dists/$SUITE
  mkdir -p "$dist/$COMPONENT/binary-$arch"
  cd "$SITE"
  apt-ftparchive packages pool >"$dist/$COMPONENT/binary-$arch/Packages"
  apt-ftparchive -o "APT::FTPArchive::Release::Suite=$SUITE" -o "APT::FTPArchive::Release::Codename=$SUITE" \
    -o "APT::FTPArchive::Release::Components=$COMPONENT" -o "APT::FTPArchive::Release::Architectures=$arch" \
    release "$dist" >/tmp/Release
  mv /tmp/Release "$dist/Release"
  gpg --batch --quiet --passphrase '' --quick-gen-key "test@$host" 2>/dev/null
  gpg --batch --quiet --clearsign --output "$dist/InRelease" "$dist/Release"
  gpg --batch --armor --export >"$SITE/gpg"
}

{
  apt-get update
  apt-get install -y --no-install-recommends ca-certificates openssl gpg gpg-agent apt-utils
} >/tmp/vendor-site.log 2>&1
trusted_certificate
make_package "$package" "${PROGRAM:-$package}"
for name; do make_package "$name"; done
make_repository
echo "127.0.0.1 $host" >>/etc/hosts
gpg --batch --with-colons --list-keys | awk -F: '$1 == "fpr" { print $10; exit }'
