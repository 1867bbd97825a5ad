#!/usr/bin/env bash
# Prepares an empty data directory, then becomes the server.
set -euo pipefail

# shellcheck disable=SC2034 # read by what is sourced below
prefix=MYSQL empty_password=MYSQL_ALLOW_EMPTY_PASSWORD server=mysqld client=mysql
# shellcheck source=src/images/kit/rootfs/database/usr/local/lib/prepare-database.sh
. /usr/local/lib/prepare-database.sh

# An argument that this server does not know ends the container before anything is written.
check_command() { "${as_mysql[@]}" "${command[@]}" --validate-config; }

# While it initializes, this server goes by its built-in character set, whatever it was told.
database_options() {
  "${as_mysql[@]}" "${command[@]}" --help --verbose 2>/dev/null | awk '
    $1 == "character-set-server" && NF == 2 { print "CHARACTER SET", $2 }
    $1 == "collation-server" && NF == 2 { print "COLLATE", $2 }'
}

initialize() { "${as_mysql[@]}" "${command[@]}" --initialize-insecure --init-file="$1"; }

main "$@"
