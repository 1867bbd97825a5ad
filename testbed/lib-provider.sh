# shellcheck shell=bash
# Keeps Terraform's providers in a filesystem mirror. Needs lib.sh and lib-release.sh.

# The path of a provider's binary in the filesystem mirror: its source address, then its version.
mirrored_provider() {
  local source=$1 version=$2
  printf '%s/terraform/%s/%s/linux_%s/terraform-provider-%s_v%s' \
    "$CACHE" "$source" "$version" "$(architecture)" "${source##*/}" "$version"
}

provider_is_there() {
  [[ -z $(lacking terraform) && -x $(mirrored_provider "$@") && -s $TERRAFORM_CONFIG ]]
}

# make_provider SOURCE VERSION FOLDER: takes the vendor's archive from that folder of the releases;
# without one, build_provider makes $WORK/provider.
make_provider() {
  local source=$1 version=$2 folder=$3 binary
  [[ -z $(lacking terraform) ]] || die 'terraform is missing; install it with: scripts/install-terraform.sh'
  binary=$(mirrored_provider "$source" "$version")
  if [[ ! -x $binary ]]; then
    take_provider "$folder/terraform-provider-${source##*/}_${version}_linux_$(architecture).zip" ||
      build_provider
    mkdir -p "$(dirname "$binary")"
    mv "$WORK/provider" "$binary"
  fi
  write_terraform_config
}

take_provider() {
  take_releases "$WORK" "$1" || return 1
  install_tools unzip:unzip
  unzip -p "$WORK/${1##*/}" 'terraform-provider-*' >"$WORK/provider" || die "$1 holds no provider"
  chmod 755 "$WORK/provider"
}

# Makes Terraform take its providers only from the mirror.
write_terraform_config() {
  cat >"$WORK/terraform.rc" <<END
provider_installation {
  filesystem_mirror {
    path = "$CACHE/terraform"
  }
}
END
  mv "$WORK/terraform.rc" "$TERRAFORM_CONFIG"
}
