#!/usr/bin/env bash
# Prepares an empty data directory as the environment says, then becomes the server.
set -euo pipefail
shopt -s nullglob

readonly data=/var/lib/mysql
# Lies in the data directory while that is only half prepared; names with a dot do not disturb it.
readonly unfinished=$data/.preparing
readonly socket=/var/run/mysqld/mysqld.sock
readonly scripts=/docker-entrypoint-initdb.d

note() { printf '[entrypoint] %s\n' "$*" >&2; }

fail() {
  printf '[entrypoint] ERROR: %s\n' "$@" >&2
  exit 1
}

as_mysql() { setpriv --reuid=mysql --regid=mysql --init-groups "$@"; }

# VARIABLE_FILE names a file that holds the value, as Docker secrets do.
read_variable() {
  local variable=$1 file_variable=$1_FILE
  [[ -n ${!file_variable:-} ]] || return 0
  [[ -z ${!variable:-} ]] || fail "both $variable and $file_variable are set; one is enough."
  [[ -r ${!file_variable} ]] || fail "$file_variable names ${!file_variable}, which cannot be read."
  export "$variable=$(<"${!file_variable}")"
  unset "$file_variable"
}

read_environment() {
  local name
  for name in ROOT_PASSWORD ROOT_HOST DATABASE USER PASSWORD; do read_variable "MYSQL_$name"; done
}

check_environment() {
  if [[ -z ${MYSQL_ROOT_PASSWORD:-}${MYSQL_ALLOW_EMPTY_PASSWORD:-}${MYSQL_RANDOM_ROOT_PASSWORD:-} ]]
  then
    fail 'Database is uninitialized and password option is not specified' \
      'You need to specify one of the following as an environment variable:' \
      '- MYSQL_ROOT_PASSWORD' '- MYSQL_ALLOW_EMPTY_PASSWORD' '- MYSQL_RANDOM_ROOT_PASSWORD'
  fi
  [[ ${MYSQL_USER:-} != root ]] ||
    fail 'MYSQL_USER="root": root exists already; its password is MYSQL_ROOT_PASSWORD.'
  if [[ -n ${MYSQL_USER:-} && -z ${MYSQL_PASSWORD:-} ]]; then
    note "WARNING: MYSQL_USER is set without MYSQL_PASSWORD: $MYSQL_USER is not created."
  fi
  if [[ -n ${MYSQL_RANDOM_ROOT_PASSWORD:-} ]]; then
    MYSQL_ROOT_PASSWORD=$(head -c 24 /dev/urandom | base64)
    note "GENERATED ROOT PASSWORD: $MYSQL_ROOT_PASSWORD"
  fi
}

sql_text() {
  local value=${1//\\/\\\\}
  printf "'%s'" "${value//\'/\\\'}"
}

# shellcheck disable=SC2016 # SQL's own quotes
sql_name() { printf '`%s`' "${1//\`/\`\`}"; }

accounts_sql() {
  local password host account
  password=$(sql_text "${MYSQL_ROOT_PASSWORD:-}")
  host=${MYSQL_ROOT_HOST:-%}
  if [[ $host != localhost ]]; then
    account="'root'@$(sql_text "$host")"
    echo "CREATE USER $account IDENTIFIED BY $password;"
    echo "GRANT ALL ON *.* TO $account WITH GRANT OPTION;"
  fi
  [[ -z ${MYSQL_DATABASE:-} ]] || echo "CREATE DATABASE $(sql_name "$MYSQL_DATABASE");"
  if [[ -n ${MYSQL_USER:-} && -n ${MYSQL_PASSWORD:-} ]]; then
    account="$(sql_text "$MYSQL_USER")@'%'"
    echo "CREATE USER $account IDENTIFIED BY $(sql_text "$MYSQL_PASSWORD");"
    # In a grant the name is a pattern: an underscore would stand for any character.
    [[ -z ${MYSQL_DATABASE:-} ]] ||
      echo "GRANT ALL ON $(sql_name "${MYSQL_DATABASE//_/\\_}").* TO $account;"
  fi
  echo "ALTER USER 'root'@'localhost' IDENTIFIED BY $password;"
}

client() { MYSQL_PWD=${MYSQL_ROOT_PASSWORD:-} mysql --socket="$socket" --user=root "$@"; }

run_shell_script() {
  if [[ -x $1 ]]; then "$1"; return; fi
  # shellcheck source=/dev/null
  . "$1"
}

run_scripts() {
  local script
  for script in "$scripts"/*; do
    note "running $script"
    case $script in
      *.sql) client "${MYSQL_DATABASE:-mysql}" <"$script" ;;
      *.sql.gz) gunzip --stdout "$script" | client "${MYSQL_DATABASE:-mysql}" ;;
      *.sh) run_shell_script "$script" ;;
      *) note "ignored: $script" ;;
    esac
  done
}

# Reached by its socket only: what answers on the network port is always the finished server.
with_local_server() {
  local server
  as_mysql "${command[@]}" --skip-networking --mysqlx=OFF --socket="$socket" &
  server=$!
  until client --execute 'SELECT 1' >/dev/null 2>&1; do
    kill -0 "$server" 2>/dev/null || fail 'the server ended while it was being prepared (see above).'
    sleep 0.1
  done
  "$@"
  kill "$server"
  wait "$server"
}

prepare() {
  local sql
  sql=$(mktemp)
  accounts_sql >"$sql"
  chown mysql: "$sql"
  as_mysql touch "$unfinished"
  note 'preparing the data directory'
  as_mysql "${command[@]}" --initialize-insecure --init-file="$sql"
  rm "$sql"
  local waiting=("$scripts"/*)
  if ((${#waiting[@]})); then with_local_server run_scripts; fi
  rm "$unfinished"
  note 'the data directory is ready'
}

command=("$@")
if [[ ${1:-} == -* ]]; then command=(mysqld "$@"); fi
if [[ ${command[0]} != mysqld ]]; then exec "${command[@]}"; fi

chown mysql: "$data"
install -d -o mysql -g mysql "$(dirname "$socket")"
read_environment
if [[ -e $unfinished ]]; then
  note 'an earlier start was cut off while it prepared the data directory; starting over'
  find "$data" -mindepth 1 -delete
fi
if [[ ! -d $data/mysql ]]; then
  check_environment
  prepare
fi
exec setpriv --reuid=mysql --regid=mysql --init-groups "${command[@]}"
