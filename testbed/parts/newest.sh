# shellcheck shell=bash
# Debian's newest Docker Engine with its client and Compose, in its own root file system. When the
# recipe changes, the number in its name has to go up.

present() { [[ -x $NEWEST/usr/sbin/dockerd ]]; }

build() {
  local packages=docker.io,docker-cli,docker-compose,docker-buildx,iptables,ca-certificates uri
  # shellcheck disable=SC2016  # apt fills the field in
  uri=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' \
    'Label: Debian' | sed -n 1p)
  mmdebstrap --variant=minbase --dpkgopt=force-unsafe-io --include="$packages" \
    --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
    --aptopt='Acquire::Check-Valid-Until "false"' \
    --customize-hook="mkdir -p \"\$1$ENGINES\"" sid "$WORK/root" ${uri:+"$uri"}
  rm -rf "$NEWEST"
  mv "$WORK/root" "$NEWEST"
}
