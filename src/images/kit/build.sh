#!/usr/bin/env bash
# Builds one of the book's images from distribution packages into the Docker engine in use.
set -euo pipefail
shopt -s inherit_errexit

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
readonly here
readonly exit_usage=2 exit_machine=3

usage() {
  cat <<'TEXT'
usage: build.sh [--force] NAME   build NAME and tag it NAME:latest
       build.sh --list           print the names, one per line
       build.sh --sum NAME       print the sum of all that shapes NAME, and build nothing

  --force   build again although NAME:latest is there, and take its tag over

exit codes: 0 built or already there, 1 refused or failed, 2 wrong use, 3 this machine cannot
TEXT
}

say() { printf '%s: %s\n' "$name" "$*" >&2; }

fail() {
  local code=$1
  shift
  printf 'build.sh: %s\n' "$@" >&2
  exit "$code"
}

list_names() {
  local recipe
  for recipe in "$here"/recipes/*.sh; do basename "$recipe" .sh; done
}

require_machine() {
  command -v docker >/dev/null ||
    fail $exit_machine 'no docker command on the PATH. Install it: scripts/install-docker.sh'
  local answer
  answer=$(docker version --format '{{.Server.Version}}' 2>&1) ||
    fail $exit_machine "the Docker engine does not answer: $answer" \
      'Start it, or point DOCKER_HOST at a running one.'
}

require_builder() {
  if ! command -v mmdebstrap >/dev/null; then
    command -v apt-get >/dev/null || fail $exit_machine \
      'images are built from packages on Debian and Ubuntu only.' \
      "Here, pull it (docker pull $name) or load an archive that was saved elsewhere."
    fail $exit_machine 'mmdebstrap is missing.' \
      'Install it: sudo apt-get install mmdebstrap debian-archive-keyring'
  fi
  [[ $EUID -eq 0 ]] || fail $exit_machine "building a root file system needs root, this is uid $EUID." \
    "Run it as root: sudo ${DOCKER_HOST:+DOCKER_HOST=$DOCKER_HOST }$here/build.sh $name"
}

# The machine's own Debian mirror; empty elsewhere, where mmdebstrap knows its default.
debian_mirror() {
  local id='' codename=''
  id=$(. /etc/os-release && echo "${ID:-}")
  codename=$(. /etc/os-release && echo "${VERSION_CODENAME:-}")
  [[ $id == debian ]] || return 0
  # shellcheck disable=SC2016 # apt's own placeholders
  apt-get indextargets --format '$(RELEASE) $(COMPONENT) $(SITE)' |
    awk -v release="$codename" '$1 == release && $2 == "main" && !found { print $3; found = 1 }'
}

# One sum over everything that shapes the image.
recipe_sum() {
  local files=(build.sh customize.sh recipe.sh "recipes/$name.sh")
  cd "$here"
  mapfile -t -O "${#files[@]}" files < <(
    for overlay in "${overlays[@]}"; do find "rootfs/$overlay" -type f; done | LC_ALL=C sort
  )
  sha256sum "${files[@]}" | sha256sum | cut -d' ' -f1
}

image_label() {
  docker image inspect --format "{{index .Config.Labels \"$1\"}}" "$name:latest" 2>/dev/null || true
}

image_id() { docker image inspect --format '{{.Id}}' "$name:latest" 2>/dev/null || true; }

# mmdebstrap takes its mounts and its own folder away when it is told to end.
stop_child() {
  [[ -n $child ]] || return 0
  kill "$child" 2>/dev/null || true
  wait "$child" || true
}

# A killed build's folder is one that no process holds any more.
make_work_folder() {
  local base=${TMPDIR:-/tmp} folder lock
  for folder in "$base"/dkkb-image.*; do
    [[ -d $folder && -O $folder ]] || continue
    exec {lock}<"$folder"
    if flock --nonblock "$lock"; then rm -rf --one-file-system "$folder"; fi
    exec {lock}<&-
  done
  work=$(mktemp -d "$base/dkkb-image.XXXXXX")
  trap 'stop_child; rm -rf --one-file-system "$work"' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  exec {lock}<"$work"
  flock "$lock"
  chmod 755 "$work"
}

make_root() {
  local mirror args
  mirror=$(debian_mirror)
  args=(--quiet --variant="$variant" --dpkgopt=force-unsafe-io)
  args+=(--aptopt='Acquire::Check-Valid-Until "false"')
  local folder
  for folder in doc info locale man lintian; do
    args+=(--dpkgopt="path-exclude=/usr/share/$folder/*")
  done
  args+=("${options[@]}" --include="$(IFS=,; echo "${packages[*]}")")
  args+=("--$stage-hook='$here/customize.sh' '$name' '$work' \"\$1\"")
  say "installing ${packages[*]} (Debian $suite${mirror:+, $mirror})"
  # In a mount namespace of its own, so that a killed build leaves no mounts.
  TMPDIR=$work unshare --mount mmdebstrap "${args[@]}" "$suite" "$work/root.tar" ${mirror:+"$mirror"} \
    >"$work/log" 2>&1 &
  child=$! # in the background, so that a signal to this script is heard at once
  if ! wait "$child"; then
    child=''
    tail -n 20 "$work/log" >&2
    fail 1 "the root file system of $name could not be made; the lines above say why."
  fi
  child=''
}

# An image archive rather than "docker import": import knows no stop signal, and the engine checks
# the layer's sum, so that no half image can come of a broken build.
load_image() {
  local version layer architecture
  version=$(<"$work/version")
  version=${version%%+*} # without Debian's mark for a repacked source
  layer=$(sha256sum "$work/root.tar" | cut -d' ' -f1)
  architecture=$(docker version --format '{{.Server.Arch}}')
  cat >"$work/config.json" <<JSON
{
  "architecture": "$architecture",
  "os": "linux",
  "created": "$(date --utc +%FT%TZ)",
  "config": {
    "Labels": {
      "dkkb.image.origin": "packages",
      "dkkb.image.recipe": "$sum",
      "org.opencontainers.image.version": "$version"
    },
    $config
  },
  "rootfs": { "type": "layers", "diff_ids": ["sha256:$layer"] },
  "history": [{ "created_by": "built from Debian packages: ${packages[*]}" }]
}
JSON
  printf '[{ "Config": "config.json", "RepoTags": ["%s:latest"], "Layers": ["root.tar"] }]\n' \
    "$name" >"$work/manifest.json"
  say "loading into the engine (version $version)"
  tar -C "$work" -c manifest.json config.json root.tar | docker load --quiet >/dev/null
}

# Only what an earlier build left, and only where no container uses it.
drop_replaced() {
  [[ $previous_origin == packages && $previous != "$(image_id)" ]] || return 0
  docker image rm "$previous" >/dev/null 2>&1 ||
    say "the image before this one is still in use: ${previous#sha256:}"
}

build() {
  local previous previous_origin sum bytes
  previous=$(image_id)
  previous_origin=$(image_label dkkb.image.origin)
  sum=$(recipe_sum)
  if [[ $force == no && -n $previous ]]; then
    if [[ $previous_origin != packages ]]; then
      fail 1 "$name:latest is there and was not built by this kit (${previous#sha256:})." \
        "It stays as it is. To replace it: build.sh --force $name"
    elif [[ $(image_label dkkb.image.recipe) == "$sum" ]]; then
      say 'already built from this recipe'
      return 0
    fi
  fi
  require_builder
  make_work_folder
  make_root
  load_image
  drop_replaced
  bytes=$(docker image inspect --format '{{.Size}}' "$name:latest")
  say "built $name:latest, $((bytes / 1000000)) MB, $SECONDS s"
}

force=no sum_only=no name=''
while (($#)); do
  case $1 in
    --list) list_names; exit 0 ;;
    --help | -h) usage; exit 0 ;;
    --force) force=yes ;;
    --sum) sum_only=yes ;;
    -*) usage >&2; fail $exit_usage "unknown option: $1" ;;
    *)
      [[ -z $name ]] || fail $exit_usage "one name at a time, got: $name $1"
      name=$1
      ;;
  esac
  shift
done
[[ -n $name ]] || { usage >&2; fail $exit_usage 'which image? One of:' "$(list_names | paste -sd' ')"; }
[[ $name != */* && -f $here/recipes/$name.sh ]] ||
  fail $exit_usage "no recipe for \"$name\". There are: $(list_names | paste -sd' ')"

work='' child=''
# shellcheck source=src/images/kit/recipe.sh
. "$here/recipe.sh"
if [[ $sum_only == yes ]]; then
  recipe_sum
  exit
fi
require_machine
build
