# shellcheck shell=bash disable=SC2034,SC2154
# Reads the recipe called "$name" from "$here": what it leaves out has these values.
suite=trixie    # the Debian suite
variant=minbase # what comes besides the packages, in mmdebstrap's terms
stage=customize # after which of mmdebstrap's stages the recipe's own changes come
packages=()     # what to install
server=''       # the package whose version is the image's
options=()      # more options for mmdebstrap
overlays=()     # folders of rootfs/ to lay over the result; its own where there is one
config=''       # the image's configuration: members of the OCI image specification's "config"
customize() { :; }

[[ ! -d $here/rootfs/$name ]] || overlays=("$name")
# shellcheck source=/dev/null
. "$here/recipes/$name.sh"
