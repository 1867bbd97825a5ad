#!/usr/bin/env bash
# Records the pictures of this folder: real runs of dkkb against an engine of their own.
# Run it as root on Debian, again whenever the texts of the command line change.
set -euo pipefail

HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
ROOT=$(cd "$HERE/../.." && pwd)
VENV=${XDG_CACHE_HOME:-$HOME/.cache}/dkkb/recordings
ENGINE=recording-$$

finish() {
  "$ROOT/testbed/engine.sh" down "$ENGINE"
  rm -rf "$FOLDER"
}

# The libraries, in a folder outside the checkout; pip does nothing when they are there.
[[ -x $VENV/bin/pip ]] || python3 -m venv "$VENV"
"$VENV/bin/pip" install --quiet --disable-pip-version-check --requirement "$HERE/requirements.txt"

(cd "$ROOT" && npm run --silent build)
"$ROOT/testbed/prepare.sh" engine images

FOLDER=$(mktemp -d)
trap finish EXIT
mkdir "$FOLDER/bin" "$FOLDER/work"
ln -s "$ROOT/build/dkkb.mjs" "$FOLDER/bin/dkkb"

"$ROOT/testbed/engine.sh" up "$ENGINE" --owner "$$"
cd "$FOLDER/work"
"$ROOT/testbed/engine.sh" run "$ENGINE" docker pull --quiet httpd >/dev/null
"$ROOT/testbed/engine.sh" run "$ENGINE" env PATH="$FOLDER/bin:$PATH" DKKB_DATA="$FOLDER/data" \
  "$VENV/bin/python" "$HERE/record.py" "$HERE"
