# shellcheck shell=bash disable=SC2034,SC2154
# Redmine on Puma, laid out as the public redmine image is.
packages=(redmine redmine-mysql ruby-mysql2 puma ruby-bootsnap mariadb-server-core)
server=redmine
# shellcheck disable=SC2016 # for the shell that mmdebstrap starts
# Without these answers the package would set a database up while it is installed.
options=(--essential-hook='printf "%s\n" \
  "redmine redmine/instances/default/dbconfig-install boolean false" \
  "dbconfig-common dbconfig-common/dbconfig-install boolean false" |
  chroot "$1" debconf-set-selections')
config='
    "Env": [
      "PATH=/usr/src/redmine/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "LANG=C.UTF-8",
      "HOME=/home/redmine",
      "RAILS_ENV=production",
      "RAILS_LOG_TO_STDOUT=1",
      "RAILS_SERVE_STATIC_FILES=1"
    ],
    "WorkingDir": "/usr/src/redmine",
    "ExposedPorts": { "3000/tcp": {} },
    "Volumes": { "/usr/src/redmine/files": {} },
    "Entrypoint": ["/docker-entrypoint.sh"],
    "Cmd": ["rails", "server", "-b", "0.0.0.0"]'

customize() {
  add_user redmine 999 /home/redmine
  in_root install -d -o redmine -g redmine /home/redmine
  move_redmine
  in_app bundle lock --local
  in_app bin/rake assets:precompile
  keep_tables
  # Starts once, and so leaves its code compiled in bootsnap's cache.
  in_app ruby -e 'require "./config/environment"'
  in_root chown -R --no-dereference redmine:redmine /usr/src/redmine
  drop_database_client
}

# Migrates a database that is there for the build alone, and keeps the tables.
keep_tables() {
  # shellcheck disable=SC2016 # for the shell inside
  in_root bash -euc 'datadir=$(mktemp -d) socket=/tmp/mysqld.sock
    mariadb-install-db --no-defaults --user=root --datadir="$datadir" --force --skip-test-db \
      --auth-root-authentication-method=normal >/dev/null
    mariadbd --no-defaults --user=root --datadir="$datadir" --skip-networking --socket="$socket" &
    until [[ -S $socket ]]; do kill -0 "$!" || exit 1; sleep 0.1; done
    echo "CREATE DATABASE redmine" | mariadb --no-defaults --socket="$socket"
    cd /usr/src/redmine
    export HOME=/tmp SECRET_KEY_BASE=unused REDMINE_DB_SOCKET=$socket REDMINE_DB_MYSQL=localhost
    SCHEMA=/dev/null bin/rake db:migrate >/dev/null
    prepared-tables keep
    kill "$!"
    wait "$!"
    rm -rf "$datadir"'
  in_root apt-get --yes --autoremove purge mariadb-server-core
}

in_app() { in_root env -C /usr/src/redmine HOME=/tmp SECRET_KEY_BASE=unused "$@"; }

# Debian spreads several instances over /etc and /var; here the one instance is the folder itself,
# and Debian's links to shared scripts become files.
move_redmine() {
  local app=$root/usr/src/redmine
  rm -f "$root"/usr/share/redmine/{Gemfile.lock,instances,config/{database.yml,boot.rb}}
  in_root cp -rL /usr/share/redmine/. /usr/src/redmine/
  rm -rf "$root"/usr/share/{redmine,javascript} "$root"/{etc,var/lib,var/cache,var/log}/redmine
  ln -s ../src/redmine "$root/usr/share/redmine"
  mkdir -p "$app"/{instances,files,log,plugins,tmp/pids,public/assets}
  ln -s .. "$app/instances/default"
  rm -rf "$app/extra"
}
