#!/usr/bin/env bash
# Prepares an empty data directory, then becomes the server.
set -euo pipefail

# shellcheck disable=SC2034 # read by what is sourced below
prefix=MARIADB empty_password=MARIADB_ALLOW_EMPTY_ROOT_PASSWORD server=mariadbd client=mariadb
# shellcheck source=src/images/kit/rootfs/database/usr/local/lib/prepare-database.sh
. /usr/local/lib/prepare-database.sh

# Each MARIADB_ name goes before its MYSQL_ twin.
take_own_names() {
  local name own
  for own in "${!MARIADB_@}"; do
    name=MYSQL_${own#MARIADB_}
    [[ $own != "$empty_password" ]] || name=MYSQL_ALLOW_EMPTY_PASSWORD
    export "$name=${!own}"
  done
}

check_command() { "${as_mysql[@]}" "${command[@]}" --help --verbose >/dev/null; }

database_options() { :; }

# The installer's accounts without a password go; then the grant tables are read, so that accounts
# can be made.
initialize() {
  sed -i "1i DELETE FROM mysql.global_priv WHERE User = '' OR (User = 'root' AND Host != 'localhost');\\
DELETE FROM mysql.proxies_priv WHERE Host != 'localhost';\\
FLUSH PRIVILEGES;" "$1"
  "${as_mysql[@]}" mariadb-install-db --datadir="$data" --skip-test-db --skip-name-resolve \
    --auth-root-authentication-method=normal --extra-file="$1" "${command[@]:1}" >/dev/null
}

take_own_names
main "$@"
