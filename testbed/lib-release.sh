# shellcheck shell=bash
# Takes the release files of a vendor, so that they need not be built. Needs lib.sh.
#
# DKKB_RELEASES is a folder or an http(s) address. Below it, the path of each file is its vendor's
# address without https://, as `wget -x` writes it (VERSION and ARCH as in the parts):
#   dl.k8s.io/VERSION/bin/linux/ARCH/kubelet
#   github.com/kreuzwerker/terraform-provider-docker/releases/download/vVERSION/terraform-provider-docker_VERSION_linux_ARCH.zip
#   releases.hashicorp.com/terraform-provider-aws/VERSION/terraform-provider-aws_VERSION_linux_ARCH.zip
# The vendors themselves are DKKB_RELEASES=https://
#
# Checksums never come from there: who can change a file can also change a list beside it. They are
# in releases.sha256, or in the list DKKB_RELEASES_SUMS, which a developer gets from the vendor. A
# file without a checksum is not taken.

readonly RELEASE_SUMS=$TESTBED/releases.sha256

# take_releases FOLDER PATH...: puts all of them into the folder, by their last names; 1 when one is
# not available and they have to be built. A wrong checksum ends the making of the part.
take_releases() {
  local folder=$1 path
  shift
  [[ -n ${DKKB_RELEASES:-} ]] || return 1
  [[ -r ${DKKB_RELEASES_SUMS:-$RELEASE_SUMS} ]] ||
    die "the list of checksums $DKKB_RELEASES_SUMS (DKKB_RELEASES_SUMS) cannot be read"
  for path; do
    take_release "$path" "$folder/${path##*/}" || { say 'it is built from its source instead' && return 1; }
  done
}

take_release() {
  local path=$1 file=$2 wanted found
  wanted=$(release_sums "$path")
  case $wanted in
    '') say "no checksum of $path is known; DKKB_RELEASES_SUMS=FILE names a list that has it" && return 1 ;;
    *$'\n'*) die "the lists name more than one checksum of $path: ${wanted//$'\n'/ }" ;;
  esac
  fetch_release "$path" "$file" || { say "$path is not to be had from $DKKB_RELEASES" && return 1; }
  found=$(sha256sum <"$file")
  [[ $found == "$wanted "* ]] ||
    die "$path from $DKKB_RELEASES has the checksum ${found%% *}, not $wanted; it is not used"
  say "$path is taken from $DKKB_RELEASES; its checksum is $wanted"
}

# The checksums of a path, or of the end of it, in the lists (in the format of sha256sum).
release_sums() {
  awk -v path="/$1" '
    NF == 2 && length($1) == 64 && $1 !~ /[^0-9a-fA-F]/ {
      end = $2
      sub(/^[*]?([.]?\/)*/, "/", end)
      if (substr(path, length(path) - length(end) + 1) == end) print tolower($1)
    }' "$RELEASE_SUMS" ${DKKB_RELEASES_SUMS:+"$DKKB_RELEASES_SUMS"} | sort -u
}

fetch_release() {
  case $DKKB_RELEASES in
    http://* | https://*)
      install_tools curl:curl
      curl -fsSL --retry 2 --connect-timeout 10 --speed-limit 1 --speed-time 30 \
        -o "$2" "${DKKB_RELEASES%/}/$1"
      ;;
    *) cp "$DKKB_RELEASES/$1" "$2" ;;
  esac
}
