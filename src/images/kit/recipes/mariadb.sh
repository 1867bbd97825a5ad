# shellcheck shell=bash disable=SC2034,SC2154
# MariaDB Server, laid out as the public mariadb image is.
packages=(mariadb-server-core mariadb-client)
server=mariadb-server-core
overlays=(database mariadb)
config='
    "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    "ExposedPorts": { "3306/tcp": {} },
    "Volumes": { "/var/lib/mysql": {} },
    "Entrypoint": ["docker-entrypoint.sh"],
    "Cmd": ["mariadbd"]'

customize() {
  add_user mysql 999 /var/lib/mysql
  in_root install -d -o mysql -g mysql /var/lib/mysql
  in_root install -d /docker-entrypoint-initdb.d
  # From MariaDB 11 on, the public image has no program of that name.
  rm -f "$root/usr/sbin/mysqld"
  drop_tools
}

# Repair, conversion and load tools, each as big as the client itself.
drop_tools() {
  local tool
  for tool in mariadb-{binlog,import,slap,show,conv,plugin,waitpid} innochecksum perror replace \
    resolve_stack_dump; do
    rm -f "$root/usr/bin/$tool"
  done
}
