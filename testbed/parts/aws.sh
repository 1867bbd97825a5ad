# shellcheck shell=bash
# The real Terraform provider for AWS, with only the services that the practice VM uses, and a local
# AWS API server (moto), which is a stand-in for the cloud.

# shellcheck source=testbed/lib-go.sh
source "$TESTBED/lib-go.sh"
# shellcheck source=testbed/lib-release.sh
source "$TESTBED/lib-release.sh"
# shellcheck source=testbed/lib-provider.sh
source "$TESTBED/lib-provider.sh"

readonly PROVIDER_VERSION=6.47.1
readonly PROVIDER_SOURCE=registry.terraform.io/hashicorp/aws
readonly RELEASES=releases.hashicorp.com/terraform-provider-aws
readonly MODULE=github.com/hashicorp/terraform-provider-aws
readonly MODULE_VERSION=v1.60.1-0.20260602190131-5f2286d6d836
readonly MODULE_SUM=h1:haLmsj0WF7e6d2TGbk0fbz5qWdA9f8w9sNpMe6J6WqM=
# The whole provider takes an hour to build. The stacks and the provider itself need only these.
readonly SERVICES='ec2 meta'
readonly CLIENTS='EC2 S3 Organizations Account ResourceGroupsTaggingAPI'
# moto[server,ec2,iam,ssm,sts] with everything that it needs, in fixed versions.
readonly API_PACKAGES=$TESTBED/parts/aws-api.txt

present() { provider_is_there "$PROVIDER_SOURCE" "$PROVIDER_VERSION" && api_is_there; }

build() {
  make_provider "$PROVIDER_SOURCE" "$PROVIDER_VERSION" "$RELEASES/$PROVIDER_VERSION"
  api_is_there || build_api
}

build_provider() {
  local module copy=$WORK/source
  module=$(go_module "$MODULE" "$MODULE_VERSION" "$MODULE_SUM")
  mkdir "$copy"
  tar -C "$module" -cf - --exclude='*_test.go' --exclude=testdata --exclude=test-fixtures \
    go.mod go.sum main.go internal names version | tar -C "$copy" -xf -
  chmod -R u+w "$copy"
  keep_services "$copy/internal/provider/sdkv2/service_packages_gen.go"
  keep_clients "$copy/internal/conns/awsclient_gen.go"
  (cd "$copy" && go_build "-X $MODULE/version.ProviderVersion=$PROVIDER_VERSION" "$WORK/provider" .)
}

# Keeps only the lines of these services in the generated list.
keep_services() {
  # shellcheck disable=SC2016  # awk's own
  rewrite "$1" -v kept=" $SERVICES " '
    match($0, /internal\/service\/[a-z0-9]+"/) { name = substr($0, RSTART + 17, RLENGTH - 18) }
    match($0, /[a-z0-9]+\.ServicePackage\(/) { name = substr($0, RSTART, RLENGTH - 16) }
    name == "" || index(kept, " " name " ")
    { name = "" }'
}

# Keeps only the functions of these clients in the generated file, and their imports.
keep_clients() {
  # shellcheck disable=SC2016  # awk's own
  rewrite "$1" -v kept=" $CLIENTS " '
    /aws-sdk-go-v2\/service\// {
      name = $NF; gsub(/.*\/|"/, "", name)
      if (!index(tolower(kept), " " name " ")) next
    }
    /^func / { name = $4; sub(/Client\(.*/, "", name); inside = !index(kept, " " name " ") }
    !inside
    /^}/ { inside = 0 }'
}

rewrite() {
  local file=$1
  shift
  awk "$@" "$file" >"$WORK/rewritten.go"
  mv "$WORK/rewritten.go" "$file"
}

# It is made in its final place, because its programs contain the path of their interpreter.
build_api() {
  rm -rf "$AWS_API"
  if ! python3 -m venv "$AWS_API"; then
    add_packages python3-venv
    python3 -m venv --clear "$AWS_API"
  fi
  # Python later compiles only the few modules that it loads; pip would compile all.
  "$AWS_API/bin/pip" install --quiet --disable-pip-version-check --only-binary :all: --no-compile \
    --requirement "$API_PACKAGES"
  cp "$API_PACKAGES" "$AWS_API/packages"
}

api_is_there() { cmp --silent "$API_PACKAGES" "$AWS_API/packages"; }
