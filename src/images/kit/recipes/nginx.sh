# shellcheck shell=bash disable=SC2034,SC2154
# nginx, laid out as the public nginx image is.
packages=(nginx)
server=nginx
config='
    "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    "ExposedPorts": { "80/tcp": {} },
    "StopSignal": "SIGQUIT",
    "Entrypoint": ["/docker-entrypoint.sh"],
    "Cmd": ["nginx", "-g", "daemon off;"]'

customize() {
  add_user nginx 101 /nonexistent
  rm -rf "$root"/etc/nginx/{sites-available,sites-enabled,snippets,modules-available,modules-enabled}
  rm -rf "$root"/var/www
  mkdir -p "$root/docker-entrypoint.d"
  ln -sf /dev/stdout "$root/var/log/nginx/access.log"
  ln -sf /dev/stderr "$root/var/log/nginx/error.log"
}
