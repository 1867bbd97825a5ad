# shellcheck shell=bash
# Builds programs from Go modules with known checksums. Needs lib.sh.

# Prints the folder of a Go module in the module cache; fails if it has another checksum than the given one.
go_module() {
  local module=$1 version=$2 sum=$3 found
  [[ -z $(lacking go) ]] || die "go is missing; $module is built with Go 1.26 or newer"
  found=$(cd "$WORK" && GOFLAGS=-mod=mod go mod download -json "$module@$version")
  grep -qF "\"Sum\": \"$sum\"" <<<"$found" ||
    die "$module $version has another checksum than $sum"
  sed -n 's/^\t"Dir": "\(.*\)",$/\1/p' <<<"$found"
}

# go_build LDFLAGS OUTPUT PACKAGE...: all builds have the same settings and run one after the other, so
# common packages are compiled only once. There is no debug information, and the compiler collects
# garbage only when memory becomes short: this saves a third of its work.
go_build() {
  (
    exec 6>"$CACHE/.lock.go"
    flock 6
    CGO_ENABLED=0 GOGC=off GOMEMLIMIT=3GiB go build -trimpath -buildvcs=false \
      -gcflags=all=-dwarf=false -ldflags "-s -w $1" -o "$2" "${@:3}"
  )
}
