# shellcheck shell=bash disable=SC2034,SC2154
# MySQL Server, laid out as the public mysql image is. Of Debian's suites only sid carries it.
suite=sid
packages=(mysql-server-core mysql-client-core)
server=mysql-server-core
overlays=(database mysql)
config='
    "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    "ExposedPorts": { "3306/tcp": {}, "33060/tcp": {} },
    "Volumes": { "/var/lib/mysql": {} },
    "Entrypoint": ["docker-entrypoint.sh"],
    "Cmd": ["mysqld"]'

customize() {
  add_user mysql 999 /var/lib/mysql
  in_root install -d -o mysql -g mysql /var/lib/mysql
  in_root install -d -o mysql -g mysql -m 750 /var/lib/mysql-files
  in_root install -d /docker-entrypoint-initdb.d
  drop_tools
}

# Repair and conversion tools and rare plugins, each as big as the client itself.
drop_tools() {
  local tool
  for tool in ibd2sdi innochecksum my_print_defaults myisam_ftdump myisamchk myisamlog myisampack \
    mysql_config_editor mysql_migrate_keyring mysql_secure_installation mysqlbinlog mysqlslap \
    perror mysqldumpslow; do
    rm -f "$root/usr/bin/$tool"
  done
  rm -f "$root"/usr/lib/mysql/plugin/{authentication_*,group_replication,telemetry_client}*
}
