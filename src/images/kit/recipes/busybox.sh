# shellcheck shell=bash disable=SC2034,SC2154
# BusyBox and nothing else, as in the public busybox image.
variant=extract
stage=extract # the last stage of this variant
packages=(busybox-static)
config='
    "Env": ["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"],
    "Cmd": ["sh"]'

customize() {
  mkdir -p "$root"/{bin,etc,root,home}
  install -d -m 1777 "$root/tmp"
  mv "$root/usr/bin/busybox" "$root/bin/"
  in_root /bin/busybox --install /bin
  echo 'root:x:0:0:root:/root:/bin/sh' >"$root/etc/passwd"
  echo 'root:x:0:' >"$root/etc/group"
  rm -rf "${root:?}"/usr/share "$root"/etc/kernel
}

# Nothing is installed that could be asked: the program says it itself.
version() { in_root /bin/busybox | sed -nE '1s/^BusyBox v([0-9.]+).*/\1/p'; }
