#!/usr/bin/env bash
# Fills an empty /var/www/html with WordPress and its configuration, then becomes the server.
set -euo pipefail

readonly source=/usr/src/wordpress

# index.php is copied last: a copy that was cut off is made again.
fill_folder() {
  if [[ -n $(ls -A) && ! -e wp-includes ]]; then
    echo "[entrypoint] WARNING: $PWD is not empty; WordPress is copied beside what is there" >&2
  fi
  tar -C "$source" --exclude=./index.php --exclude=./wp-config-docker.php -c . |
    tar --skip-old-files -x
  cp --preserve=ownership "$source/index.php" index.php
  echo "[entrypoint] WordPress was copied to $PWD" >&2
}

write_configuration() {
  local text
  text=$(<"$source/wp-config-docker.php")
  while [[ $text == *'put your unique phrase here'* ]]; do
    text=${text/put your unique phrase here/$(head -c 48 /dev/urandom | base64 --wrap=0)}
  done
  printf '%s\n' "$text" >wp-config.php.new
  chown www-data:www-data wp-config.php.new
  mv wp-config.php.new wp-config.php
}

if [[ ${1:-} == apache2* ]]; then
  if [[ ! -e index.php ]]; then fill_folder; fi
  if [[ ! -s wp-config.php && -n ${!WORDPRESS_@} ]]; then write_configuration; fi
fi
exec "$@"
