#!/usr/bin/env bash
# Brings the database up to this version, then becomes the server. Without its database it ends.
set -euo pipefail

readonly as_redmine=(setpriv --reuid=redmine --regid=redmine --init-groups)
readonly secret=config/secret_key.txt

fail() {
  printf '[entrypoint] ERROR: %s\n' "$@" >&2
  exit 1
}

# REDMINE_..._FILE names a file that holds the value, as Docker secrets do.
read_files() {
  local name
  for name in DB_MYSQL DB_PORT DB_USERNAME DB_PASSWORD DB_DATABASE DB_ENCODING SECRET_KEY_BASE; do
    local variable=REDMINE_$name file_variable=REDMINE_${name}_FILE
    [[ -n ${!file_variable:-} ]] || continue
    [[ -r ${!file_variable} ]] || fail "$file_variable names ${!file_variable}, which cannot be read."
    export "$variable=$(<"${!file_variable}")"
  done
}

write_secret() {
  if [[ -n ${REDMINE_SECRET_KEY_BASE:-} ]]; then
    printf '%s\n' "$REDMINE_SECRET_KEY_BASE" >"$secret"
  elif [[ ! -s $secret ]]; then
    od -An -N64 -tx1 /dev/urandom | tr -d ' \n' >"$secret"
  fi
  chown redmine: "$secret"
  chmod 600 "$secret"
}

# What the tables of the image do not settle, and a database that cannot be used, is for Redmine itself.
migrate() {
  if [[ ${DKKB_PREPARED_DATA:-yes} == no ]] || ! "${as_redmine[@]}" prepared-tables load; then
    SCHEMA=/dev/null "${as_redmine[@]}" rake db:migrate
  fi
}

prepare() {
  read_files
  [[ -n ${REDMINE_DB_MYSQL:-} ]] ||
    fail 'REDMINE_DB_MYSQL is not set: it names the container (or host) of the database.'
  write_secret
  chown redmine: files
  # A container that was killed leaves its pid file behind.
  rm -f tmp/pids/server.pid
  if [[ -z ${REDMINE_NO_DB_MIGRATE:-} ]]; then migrate; fi
}

if [[ "${1:-} ${2:-}" == 'rails server' || "${1:-} ${2:-}" == 'rails s' ]]; then prepare; fi
case ${1:-} in
  rails | rake | bundle) exec "${as_redmine[@]}" "$@" ;;
  *) exec "$@" ;;
esac
