# shellcheck shell=bash disable=SC2034,SC2154
# Docker Registry (CNCF Distribution), laid out as the public registry image is.
packages=(docker-registry ca-certificates)
server=docker-registry
config='
    "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    "ExposedPorts": { "5000/tcp": {} },
    "Volumes": { "/var/lib/registry": {} },
    "Entrypoint": ["/entrypoint.sh"],
    "Cmd": ["/etc/docker/registry/config.yml"]'

customize() {
  ln -s docker-registry "$root/usr/bin/registry"
  mkdir -p "$root/var/lib/registry"
}
