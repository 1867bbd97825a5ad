# shellcheck shell=bash disable=SC2034,SC2154
# Apache HTTP Server, laid out as the public httpd image is.
packages=(apache2-bin media-types)
server=apache2-bin
config='
    "Env": [
      "PATH=/usr/local/apache2/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "HTTPD_PREFIX=/usr/local/apache2"
    ],
    "WorkingDir": "/usr/local/apache2",
    "ExposedPorts": { "80/tcp": {} },
    "StopSignal": "SIGWINCH",
    "Cmd": ["httpd-foreground"]'

customize() {
  local prefix=$root/usr/local/apache2
  mkdir -p "$prefix"/{bin,cgi-bin,htdocs,logs} "$root/etc/apache2"
  echo '<html><body><h1>It works!</h1></body></html>' >"$prefix/htdocs/index.html"
  ln -s /usr/sbin/apache2 "$prefix/bin/httpd"
  ln -s /usr/lib/apache2/modules "$prefix/modules"
  ln -s /etc/mime.types "$prefix/conf/mime.types"
  # The path that Debian compiled in.
  ln -s /usr/local/apache2/conf/httpd.conf "$root/etc/apache2/apache2.conf"
}
