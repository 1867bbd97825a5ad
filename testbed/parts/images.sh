# shellcheck shell=bash
# The book's images, from the image kit: in the registry that the tests' engines pull from, and each
# as an archive.

readonly KIT=$TESTBED/images

# Changes with whatever shapes the image.
recipe() { "$KIT/build.sh" --sum "$1"; }

published() {
  [[ -e $IMAGES/$1.tar && -e $IMAGES/$1.recipe && $(<"$IMAGES/$1.recipe") == "$(recipe "$1")" ]]
}

missing() {
  local name
  for name in $("$KIT/build.sh" --list); do
    published "$name" || printf '%s\n' "$name"
  done
}

present() { [[ -z $(missing) ]]; }

build() {
  local name engine=images-$$ failed=0
  mkdir -p "$IMAGES"
  "$TESTBED/engine.sh" up "$engine" --owner $$ --registry rw
  # shellcheck disable=SC2064  # the name as it is now
  trap "'$TESTBED/engine.sh' down $engine" EXIT
  for name in $(missing); do
    # As a job, which stops at its first error although the others go on.
    publish "$engine" "$name" &
    wait "$!" || { failed=1 && say "$name could not be made"; }
  done
  return "$failed"
}

# The note of the recipe comes last: a killed run leaves none, and the next one does it again.
publish() {
  local engine=$1 name=$2 sum host
  sum=$(recipe "$name")
  host=$("$TESTBED/engine.sh" env "$engine" | sed -n 's/^DOCKER_HOST=//p')
  DOCKER_HOST=$host "$KIT/build.sh" "$name"
  # shellcheck disable=SC2016  # expanded by the inner shell
  "$TESTBED/engine.sh" run "$engine" sh -euc 'there=$DKKB_REGISTRY/library/$1:latest
    docker tag "$1" "$there" && docker push --quiet "$there" && docker rmi "$there"
    docker save --output "$2" "$1"' - "$name" "$WORK/$name.tar"
  printf '%s\n' "$sum" >"$WORK/$name.recipe"
  mv "$WORK/$name.tar" "$WORK/$name.recipe" "$IMAGES"
}
