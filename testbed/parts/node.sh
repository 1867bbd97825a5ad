# shellcheck shell=bash
# The lines of Node.js that a user may have, each with its npm, from the npm registry:
# CACHE/node/LINE/bin holds node, npm and npx, as a user's PATH has them.

# shellcheck source=testbed/lib-npm.sh
source "$TESTBED/lib-npm.sh"

# Each line: a line of Node.js, a package, its version, its checksum; from the oldest to the newest.
readonly NODES=$TESTBED/parts/nodes.txt

present() { cmp --silent "$NODES" "$CACHE/node/nodes.txt"; }

build() {
  local line package version integrity
  [[ $(uname -m) == x86_64 ]] || die "the npm registry has these Node.js versions for x86_64 only; this is $(uname -m)"
  mkdir "$WORK/node"
  while read -r line package version integrity; do
    unpack "$package@$version" "$integrity" "$WORK/node/$line"
  done <"$NODES"
  cp "$NODES" "$WORK/node/nodes.txt"
  rm -rf "$CACHE/node"
  mv "$WORK/node" "$CACHE/node"
}

unpack() {
  local package=$1 integrity=$2 to=$3
  mkdir -p "$to/bin"
  if [[ $package == npm@* ]]; then
    unpack_package "$package" "$integrity" "$to/npm"
    ln -s ../npm/bin/npm-cli.js "$to/bin/npm"
    ln -s ../npm/bin/npx-cli.js "$to/bin/npx"
  else
    unpack_package "$package" "$integrity" "$to" bin/node
  fi
}
