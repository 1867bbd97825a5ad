# shellcheck shell=bash disable=SC2154
# Prepares an empty data directory as the environment says. Sourced by a database's entrypoint, which
# sets "prefix", "empty_password", "server" and "client", and defines check_command, database_options and
# initialize.
shopt -s nullglob

readonly data=/var/lib/mysql
# Lies in the data directory while that is only half prepared; names with a dot do not disturb it.
readonly unfinished=$data/.preparing
readonly socket=/var/run/mysqld/mysqld.sock
readonly scripts=/docker-entrypoint-initdb.d
readonly as_mysql=(setpriv --reuid=mysql --regid=mysql --init-groups)

note() { printf '[entrypoint] %s\n' "$*" >&2; }

fail() {
  printf '[entrypoint] ERROR: %s\n' "$@" >&2
  exit 1
}

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
      "- ${prefix}_ROOT_PASSWORD" "- $empty_password" "- ${prefix}_RANDOM_ROOT_PASSWORD"
  fi
  [[ ${MYSQL_USER:-} != root ]] || fail \
    "${prefix}_USER=\"root\": root exists already; its password is ${prefix}_ROOT_PASSWORD."
  if [[ -n ${MYSQL_USER:-} && -z ${MYSQL_PASSWORD:-} ]]; then
    note "WARNING: ${prefix}_USER is set without ${prefix}_PASSWORD: $MYSQL_USER is not created."
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
  [[ -z ${MYSQL_DATABASE:-} ]] ||
    echo "CREATE DATABASE $(sql_name "$MYSQL_DATABASE") $(database_options);"
  if [[ -n ${MYSQL_USER:-} && -n ${MYSQL_PASSWORD:-} ]]; then
    account="$(sql_text "$MYSQL_USER")@'%'"
    echo "CREATE USER $account IDENTIFIED BY $(sql_text "$MYSQL_PASSWORD");"
    # In a grant the name is a pattern: an underscore would stand for any character.
    [[ -z ${MYSQL_DATABASE:-} ]] ||
      echo "GRANT ALL ON $(sql_name "${MYSQL_DATABASE//_/\\_}").* TO $account;"
  fi
  echo "ALTER USER 'root'@'localhost' IDENTIFIED BY $password;"
}

as_root() { MYSQL_PWD=${MYSQL_ROOT_PASSWORD:-} "$client" --socket="$socket" --user=root "$@"; }

run_shell_script() {
  if [[ -x $1 ]]; then "$1"; return; fi
  # shellcheck source=/dev/null
  . "$1"
}

run_scripts() {
  local script
  for script in "$scripts"/*; do
    case $script in
      *.sql) note "running $script" && as_root "${MYSQL_DATABASE:-mysql}" <"$script" ;;
      *.sql.gz)
        note "running $script" && gunzip --stdout "$script" | as_root "${MYSQL_DATABASE:-mysql}"
        ;;
      *.sh) note "running $script" && run_shell_script "$script" ;;
      *) note "ignored: $script" ;;
    esac
  done
}

# Reached by its socket only: what answers on the network port is always the finished server.
with_local_server() {
  local process
  "${as_mysql[@]}" "${command[@]}" --skip-networking --socket="$socket" &
  process=$!
  until as_root --execute 'SELECT 1' >/dev/null 2>&1; do
    kill -0 "$process" 2>/dev/null || fail 'the server ended while it was being prepared (see above).'
    sleep 0.1
  done
  "$@"
  kill "$process"
  wait "$process"
}

prepare() {
  check_environment
  check_command
  local sql
  sql=$(mktemp)
  accounts_sql >"$sql"
  chown mysql: "$sql"
  "${as_mysql[@]}" touch "$unfinished"
  note 'preparing the data directory'
  initialize "$sql"
  rm "$sql"
  local waiting=("$scripts"/*)
  if ((${#waiting[@]})); then with_local_server run_scripts; fi
  rm "$unfinished"
  note 'the data directory is ready'
}

wants_help() {
  local argument
  for argument in "${command[@]}"; do
    case $argument in --help | -\? | --version | -V | --print-defaults) return 0 ;; esac
  done
  return 1
}

main() {
  command=("$@")
  if [[ ${1:-} == -* ]]; then command=("$server" "$@"); fi
  if [[ ${command[0]} != "$server" ]] || wants_help; then exec "${command[@]}"; fi
  chown mysql: "$data"
  install -d -o mysql -g mysql "$(dirname "$socket")"
  read_environment
  if [[ -e $unfinished ]]; then
    note 'an earlier start was cut off while it prepared the data directory; starting over'
    find "$data" -mindepth 1 -delete
  fi
  if [[ ! -d $data/mysql ]]; then prepare; fi
  exec "${as_mysql[@]}" "${command[@]}"
}
