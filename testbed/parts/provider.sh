# shellcheck shell=bash
# The real Terraform provider for Docker, in a filesystem mirror: its vendor's, or built from its Go
# module.

# shellcheck source=testbed/lib-go.sh
source "$TESTBED/lib-go.sh"
# shellcheck source=testbed/lib-release.sh
source "$TESTBED/lib-release.sh"
# shellcheck source=testbed/lib-provider.sh
source "$TESTBED/lib-provider.sh"

readonly PROVIDER_VERSION=4.6.0
readonly PROVIDER_SOURCE=registry.terraform.io/kreuzwerker/docker
readonly MODULE=github.com/kreuzwerker/terraform-provider-docker
readonly MODULE_VERSION=v0.0.0-20260916201441-96d331c98ff4
readonly MODULE_SUM=h1:T3HvvZCRd4h2qkMl+SXA2zza26Rdz8xqV81skikQWy4=
# The name of the module in its own go.mod.
readonly MODULE_SELF=github.com/terraform-providers/terraform-provider-docker

present() { provider_is_there "$PROVIDER_SOURCE" "$PROVIDER_VERSION"; }

build() {
  make_provider "$PROVIDER_SOURCE" "$PROVIDER_VERSION" "$MODULE/releases/download/v$PROVIDER_VERSION"
}

build_provider() {
  local module
  module=$(go_module "$MODULE" "$MODULE_VERSION" "$MODULE_SUM")
  # The module's own list has the checksums of its sources.
  install -m 644 "$module/go.sum" "$WORK/go.sum"
  cat >"$WORK/go.mod" <<EOF
module dkkb.invalid/provider

$(grep '^go ' "$module/go.mod")

require $MODULE_SELF v0.0.0

replace $MODULE_SELF => $MODULE $MODULE_VERSION
EOF
  (cd "$WORK" && GOFLAGS=-mod=mod go_build "-X main.version=$PROVIDER_VERSION" provider "$MODULE_SELF")
}
