#!/usr/bin/env bash
# Makes a bare Debian or Ubuntu as one file for the tests, once on each machine, and prints its path.
# Usage: bare-root.sh RELEASE   bookworm, trixie, jammy, noble or resolute
set -euo pipefail

readonly RECIPE=2
# Ubuntu Archive Automatic Signing Key (2018).
readonly UBUNTU_KEY=F6ECB3762474EDA9D21B7022871920D1991BC93C

release=$1
cache=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/testbed
root=$cache/bare-$release-$(dpkg --print-architecture)-$RECIPE.tar

# The machine's own Debian source, if it has one; else mmdebstrap uses its default.
sources() {
  # shellcheck disable=SC2016 # apt fills the field in
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' 'Label: Debian' |
    sed -n "s|.*|deb & $release main|p;q"
}

# ubuntu_sources KEYRING: from the archive that mmdebstrap itself uses for Ubuntu.
ubuntu_sources() {
  sed -n "s#^ *\$mirror *= '\(http://archive[^']*/ubuntu\)';#deb [signed-by=$1] \1 $release main universe#p" "$(command -v mmdebstrap)"
}

# ubuntu_keyring FOLDER: the one key of Ubuntu's archive, out of its package; the fingerprint above says that it is it.
ubuntu_keyring() {
  local folder=$1 options
  mkdir -p "$folder/lists/partial"
  mkdir -m 700 "$folder/gpg"
  # apt's own user reads the key.
  chmod 755 "$folder"
  ubuntu_sources any | sed 's/signed-by=any/trusted=yes/' >"$folder/sources.list"
  options=(-o "Dir::Etc::SourceList=$folder/sources.list" -o Dir::Etc::SourceParts=- -o "Dir::State::Lists=$folder/lists"
    -o "Dir::Cache=$folder" -o APT::Sandbox::User=root -o Acquire::Languages=none)
  apt-get -qq "${options[@]}" update
  (cd "$folder" && apt-get -qq "${options[@]}" download ubuntu-keyring && dpkg-deb -x ubuntu-keyring_*.deb keys)
  GNUPGHOME=$folder/gpg gpg --batch --quiet --import "$folder/keys/usr/share/keyrings/ubuntu-archive-keyring.gpg"
  GNUPGHOME=$folder/gpg gpg --batch --quiet --export "$UBUNTU_KEY" >"$folder/ubuntu.gpg"
  [ -s "$folder/ubuntu.gpg" ] || { echo "The keyring of Ubuntu does not have the key $UBUNTU_KEY." >&2 && return 1; }
}

# The tools that make the machines and that not every Debian has.
need_tools() {
  local tool missing=()
  for tool in mmdebstrap slirp4netns; do command -v "$tool" >/dev/null || missing+=("$tool"); done
  ((${#missing[@]} == 0)) && return
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

make_root() {
  local lines folder
  rm -rf "$root.part"
  case $release in
    bookworm | trixie)
      mapfile -t lines < <(sources)
      mmdebstrap --quiet --format=tar --variant=minbase "$release" "$root.part" "${lines[@]}"
      ;;
    *)
      folder=$(mktemp -d)
      ubuntu_keyring "$folder"
      ubuntu_sources "$folder/ubuntu.gpg" >"$folder/sources.list"
      mmdebstrap --quiet --format=tar --variant=minbase --include=apt --keyring="$folder/ubuntu.gpg" "$release" "$root.part" "$folder/sources.list" \
        --customize-hook="sed 's/\[signed-by=[^]]*\] //p; s/ $release / $release-updates /' $folder/sources.list >\"\$1/etc/apt/sources.list\"; rm -f \"\$1\"/etc/apt/sources.list.d/*"
      rm -rf "$folder"
      ;;
  esac
  mv "$root.part" "$root"
}

mkdir -p "$cache"
exec 9>"$cache/.bare-root.lock"
flock 9
need_tools >&2 </dev/null
[ -s "$root" ] || make_root >&2
printf '%s\n' "$root"
