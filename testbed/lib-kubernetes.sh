# shellcheck shell=bash
# Builds programs of Kubernetes from its Go module. Needs lib.sh.

# shellcheck source=testbed/lib-go.sh
source "$TESTBED/lib-go.sh"

readonly MODULE=k8s.io/kubernetes
readonly MODULE_SUM=h1:Yy6R4QB8C9kJPp25GFqEvX5XQwY5qzKeqD0Xx6oAcmk=
# The SHA-256 of go.sum, which has the checksums of all sources.
readonly GO_SUM=2521109556a4301547d3bf89a3e602afbd92f9448381ebd37f73e85a1de0779a
# shellcheck disable=SC2034  # read by the parts
readonly KUBECTL_PACKAGE=$MODULE/cmd/kubectl

# build_kubernetes MAIN OUTPUT PACKAGE...: builds packages of Kubernetes, and `.`, which is the program MAIN.
build_kubernetes() {
  local module main=$1 version=k8s.io/component-base/version minor=${KUBERNETES_VERSION#v1.}
  module=$(go_module "$MODULE" "$KUBERNETES_VERSION" "$MODULE_SUM")
  describe_module "$module"
  cp "$main" "$WORK"
  (
    cd "$WORK" || exit
    export GOFLAGS=-mod=mod
    GOOS=linux go list -deps . "$KUBECTL_PACKAGE" >/dev/null
    [[ $(sha256sum <go.sum) == "$GO_SUM "* ]] ||
      die "what $MODULE is built from has other checksums: $(sha256sum <go.sum)"
    go_build "-X $version.gitVersion=$KUBERNETES_VERSION -X $version.gitMajor=1 \
      -X $version.gitMinor=${minor%%.*}" "${@:2}"
  )
}

# We use our own module: that of Kubernetes refers to folders that a downloaded module does not have.
describe_module() {
  local module=$1 staging=v0.${KUBERNETES_VERSION#v1.}
  install -m 644 "$module/go.sum" "$WORK/go.sum"
  {
    printf 'module dkkb.invalid/kubernetes\n\n'
    grep -E '^(go|godebug) ' "$module/go.mod"
    printf 'require %s %s\n' "$MODULE" "$KUBERNETES_VERSION"
    sed -n "s|^\t\(k8s.io/[a-z-]*\) => ./staging/.*|replace \1 => \1 $staging|p" "$module/go.mod"
  } >"$WORK/go.mod"
}
