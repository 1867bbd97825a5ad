# shellcheck shell=bash
# The book's images, made by the image kit: in the registry of the tests' engines, and each as an
# archive.

readonly KIT=${TESTBED%/testbed}/src/images/kit

# The sum of all files that shape the image.
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

# Builds two at a time: one computes while the other waits for its packages.
build() {
  local name engine=images-$$ failed=0 makers=()
  mkdir -p "$IMAGES"
  "$TESTBED/engine.sh" up "$engine" --owner $$ --registry rw
  # shellcheck disable=SC2064  # the name as it is now
  trap "'$TESTBED/engine.sh' down $engine" EXIT
  for name in $(missing); do
    ((${#makers[@]} < 2)) || await_first
    # It is a job, so it stops at its first error, while the others continue.
    publish "$engine" "$name" &
    makers+=("$! $name")
  done
  while ((${#makers[@]})); do await_first; done
  return "$failed"
}

await_first() {
  wait "${makers[0]% *}" || { failed=1 && say "${makers[0]#* } could not be made"; }
  makers=("${makers[@]:1}")
}

# With enough free memory (KiB), the root file systems are made in memory, because dpkg and the
# databases wait for the disk at every file. The mount ends with the command.
in_memory() {
  local folder=$1 available
  shift
  mkdir "$folder"
  available=$(sed -n 's/^MemAvailable: *\([0-9]*\) kB$/\1/p' /proc/meminfo)
  ((available >= 8 * 1024 * 1024)) || { TMPDIR=$folder "$@"; return; }
  # shellcheck disable=SC2016  # expanded by the inner shell
  unshare --mount sh -euc 'mount -t tmpfs -o mode=755 none "$1" && export TMPDIR="$1" && shift
    exec "$@"' - "$folder" "$@"
}

# The recipe's sum is written last. A killed run leaves none, so the next run does it again.
publish() {
  local engine=$1 name=$2 sum host
  sum=$(recipe "$name")
  host=$("$TESTBED/engine.sh" env "$engine" | sed -n 's/^DOCKER_HOST=//p')
  DOCKER_HOST=$host in_memory "$WORK/$name" "$KIT/build.sh" "$name"
  # shellcheck disable=SC2016  # expanded by the inner shell
  "$TESTBED/engine.sh" run "$engine" sh -euc 'there=$DKKB_REGISTRY/library/$1:latest
    docker tag "$1" "$there" && docker push --quiet "$there" && docker rmi "$there"
    docker save --output "$2" "$1"' - "$name" "$WORK/$name.tar"
  printf '%s\n' "$sum" >"$WORK/$name.recipe"
  mv "$WORK/$name.tar" "$WORK/$name.recipe" "$IMAGES"
}
