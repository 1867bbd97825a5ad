# shellcheck shell=bash
# The real Terraform provider for Docker, built from its Go module into a filesystem mirror.

readonly PROVIDER_VERSION=4.6.0
readonly PROVIDER_SOURCE=registry.terraform.io/kreuzwerker/docker
readonly MODULE=github.com/kreuzwerker/terraform-provider-docker
readonly MODULE_VERSION=v0.0.0-20260916201441-96d331c98ff4
readonly MODULE_SUM=h1:T3HvvZCRd4h2qkMl+SXA2zza26Rdz8xqV81skikQWy4=
# Under this name the module's own go.mod goes.
readonly MODULE_SELF=github.com/terraform-providers/terraform-provider-docker

provider_binary() { mirrored_provider "$PROVIDER_SOURCE" "$PROVIDER_VERSION"; }

present() {
  [[ -z $(lacking terraform) && -x $(provider_binary) && -s $TERRAFORM_CONFIG ]]
}

build() {
  local binary
  [[ -z $(lacking terraform) ]] || die 'terraform is missing; install it with: scripts/install-terraform.sh'
  binary=$(provider_binary)
  [[ -x $binary ]] || build_provider "$binary"
  write_terraform_config
}

build_provider() {
  local module
  module=$(go_module "$MODULE" "$MODULE_VERSION" "$MODULE_SUM")
  # The module's own list of checksums holds for what it is built from.
  install -m 644 "$module/go.sum" "$WORK/go.sum"
  cat >"$WORK/go.mod" <<EOF
module dkkb.invalid/provider

$(grep '^go ' "$module/go.mod")

require $MODULE_SELF v0.0.0

replace $MODULE_SELF => $MODULE $MODULE_VERSION
EOF
  (cd "$WORK" && CGO_ENABLED=0 GOFLAGS=-mod=mod go build -trimpath \
    -ldflags "-s -w -X main.version=$PROVIDER_VERSION" -o provider "$MODULE_SELF")
  mkdir -p "$(dirname "$1")"
  mv "$WORK/provider" "$1"
}
