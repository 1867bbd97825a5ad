# shellcheck shell=bash disable=SC2034,SC2154
# WordPress on Apache and PHP, laid out as the public wordpress image is.
packages=(
  wordpress wordpress-theme-twentytwentyfive apache2 libapache2-mod-php
  php-mysql php-gd php-xml php-mbstring php-curl php-zip
)
server=wordpress
config='
    "Env": [
      "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "APACHE_CONFDIR=/etc/apache2",
      "APACHE_ENVVARS=/etc/apache2/envvars"
    ],
    "WorkingDir": "/var/www/html",
    "ExposedPorts": { "80/tcp": {} },
    "Volumes": { "/var/www/html": {} },
    "StopSignal": "SIGWINCH",
    "Entrypoint": ["docker-entrypoint.sh"],
    "Cmd": ["apache2-foreground"]'

customize() {
  in_root a2enmod --quiet rewrite
  in_root a2enconf --quiet wordpress
  in_root a2disconf --quiet other-vhosts-access-log
  ln -sf /proc/self/fd/1 "$root/var/log/apache2/access.log"
  ln -sf /proc/self/fd/2 "$root/var/log/apache2/error.log"
  move_wordpress
  drop_database_client
}

# From where Debian shares it between sites to where the entrypoint copies a site from. Debian's own
# links to shared scripts become files; its configuration is replaced by the environment's.
move_wordpress() {
  rm "$root"/usr/share/wordpress/{.htaccess,wp-config.php,wp-includes/certificates/ca-bundle.crt}
  in_root cp -rL /usr/share/wordpress/. /usr/src/wordpress/
  in_root ln -s /etc/ssl/certs/ca-certificates.crt \
    /usr/src/wordpress/wp-includes/certificates/ca-bundle.crt
  in_root chown -R --no-dereference www-data:www-data /usr/src/wordpress
  rm -rf "$root"/usr/share/{wordpress,javascript} "$root"/var/lib/wordpress "$root/var/www/html"/*
  in_root install -d -o www-data -g www-data /var/www/html
}
