# shellcheck shell=bash
# The lines of Node.js that a user may have, each with its npm, from the npm registry:
# CACHE/node/LINE/bin holds node, npm and npx, as a user's PATH has them.

# Each line: a line of Node.js, a package, its version, its checksum; from the oldest to the newest.
readonly NODES=$TESTBED/parts/nodes.txt

present() { cmp --silent "$NODES" "$CACHE/node/nodes.txt"; }

build() {
  local line package version integrity
  [[ -z $(lacking npm openssl) ]] || die 'npm or openssl is missing; install them first'
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
  local package=$1 integrity=$2 to=$3 archive
  archive=$WORK/$(cd "$WORK" && npm pack --silent "$package")
  [[ sha512-$(openssl dgst -sha512 -binary "$archive" | base64 --wrap=0) == "$integrity" ]] ||
    die "$package has another checksum than $integrity"
  mkdir -p "$to/bin"
  if [[ $package == npm@* ]]; then
    mkdir "$to/npm"
    tar -xzf "$archive" -C "$to/npm" --strip-components=1
    ln -s ../npm/bin/npm-cli.js "$to/bin/npm"
    ln -s ../npm/bin/npx-cli.js "$to/bin/npx"
  else
    tar -xzf "$archive" -C "$to" --strip-components=1 package/bin/node
  fi
  rm "$archive"
}
