#!/bin/sh
# A configuration file, a command of the registry, or any other program.
set -eu

case "${1:-}" in
  *.yml | *.yaml) set -- registry serve "$@" ;;
  serve | garbage-collect | help | -*) set -- registry "$@" ;;
esac
exec "$@"
