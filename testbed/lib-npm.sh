# shellcheck shell=bash
# Takes packages of the npm registry with known checksums. Needs lib.sh.

# unpack_package PACKAGE@VERSION INTEGRITY FOLDER [PATH]: all files of a package, or one path of it.
unpack_package() {
  local package=$1 integrity=$2 to=$3 archive
  [[ -z $(lacking npm openssl) ]] || die 'npm or openssl is missing; install them first'
  archive=$WORK/$(cd "$WORK" && npm pack --silent "$package")
  [[ sha512-$(openssl dgst -sha512 -binary "$archive" | base64 --wrap=0) == "$integrity" ]] ||
    die "$package has another checksum than $integrity"
  mkdir -p "$to"
  tar -xzf "$archive" -C "$to" --strip-components=1 ${4:+"package/$4"}
  rm "$archive"
}
