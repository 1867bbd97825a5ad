# shellcheck shell=bash
# Builds programs from Go modules that are known by their checksums. Needs lib.sh.

# Prints the folder of a Go module in the module cache; its checksum has to be the one that is named.
go_module() {
  local module=$1 version=$2 sum=$3 found
  [[ -z $(lacking go) ]] || die "go is missing; $module is built with Go 1.26 or newer"
  found=$(cd "$WORK" && GOFLAGS=-mod=mod go mod download -json "$module@$version")
  grep -qF "\"Sum\": \"$sum\"" <<<"$found" ||
    die "$module $version has another checksum than $sum"
  sed -n 's/^\t"Dir": "\(.*\)",$/\1/p' <<<"$found"
}

# go_build LDFLAGS OUTPUT PACKAGE...: all builds have the same settings and take turns, so that what two
# of them have in common is compiled once. Nothing is written for a debugger, and the compiler's
# garbage is collected only where memory would get short: this saves a third of the compiler's work.
go_build() {
  (
    exec 6>"$CACHE/.lock.go"
    flock 6
    CGO_ENABLED=0 GOGC=off GOMEMLIMIT=3GiB go build -trimpath -buildvcs=false \
      -gcflags=all=-dwarf=false -ldflags "-s -w $1" -o "$2" "${@:3}"
  )
}
