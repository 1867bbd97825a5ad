# shellcheck shell=bash
# The book's images, from the image kit: in the registry that the tests' engines pull from, and in
# one archive.

readonly KIT=$TESTBED/images
readonly DONE=$CACHE/images

mapfile -t NAMES < <("$KIT/build.sh" --list)
readonly NAMES

# Changes with whatever shapes the image.
recipe() {
  local parts=(build.sh customize.sh "recipes/$1.sh")
  [[ ! -d $KIT/rootfs/$1 ]] || parts+=("rootfs/$1")
  (cd "$KIT" && find "${parts[@]}" -type f -print0 | LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
}

all_recipes() {
  local name
  for name in "${NAMES[@]}"; do echo "$name $(recipe "$name")"; done
}

in_registry() { [[ -e $DONE/$1 && $(<"$DONE/$1") == "$2" ]]; }

archived() {
  [[ -e $IMAGES_ARCHIVE && -e $DONE/.archive && $(<"$DONE/.archive") == "$(all_recipes)" ]]
}

present() {
  local name sum
  while read -r name sum; do
    in_registry "$name" "$sum" || return 1
  done < <(all_recipes)
  archived
}

build() {
  local name sum engine=images-$$
  mkdir -p "$DONE"
  "$TESTBED/engine.sh" up "$engine" --owner $$ --registry rw
  # shellcheck disable=SC2064  # the name as it is now
  trap "'$TESTBED/engine.sh' down $engine" EXIT
  while read -r name sum; do
    in_registry "$name" "$sum" || publish "$engine" "$name" "$sum"
  done < <(all_recipes)
  archived || archive "$engine"
}

publish() {
  local engine=$1 name=$2 sum=$3
  DOCKER_HOST=$("$TESTBED/engine.sh" env "$engine" | sed -n 's/^DOCKER_HOST=//p') \
    "$KIT/build.sh" "$name" </dev/null
  # shellcheck disable=SC2016  # expanded by the inner shell
  "$TESTBED/engine.sh" run "$engine" sh -euc 'there=$DKKB_REGISTRY/library/$1:latest
    docker tag "$1" "$there" && docker push --quiet "$there" && docker rmi "$there"' - "$name" </dev/null
  echo "$sum" >"$WORK/$name" && mv "$WORK/$name" "$DONE/$name"
}

archive() {
  local engine=$1 recipes
  recipes=$(all_recipes)
  # shellcheck disable=SC2016
  "$TESTBED/engine.sh" run "$engine" sh -euc 'archive=$1; shift
    for name; do docker image inspect "$name" >/dev/null 2>&1 || docker pull --quiet "$name"; done
    docker save --output "$archive" "$@"' - "$WORK/images.tar" "${NAMES[@]}"
  mv "$WORK/images.tar" "$IMAGES_ARCHIVE"
  echo "$recipes" >"$WORK/archive" && mv "$WORK/archive" "$DONE/.archive"
}
