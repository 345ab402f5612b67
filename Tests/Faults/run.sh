#!/bin/sh
# Strikes every file-system call of every writing command; see README.md beside it.
# Takes the options of strike.py; IMGDS names the program, else the release build is taken.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
: "${IMGDS:=$here/../../.build/release/imgds}"
if [ ! -x "$IMGDS" ]; then
  echo "no program at $IMGDS: swift build -c release, or set IMGDS" >&2
  exit 2
fi
IMGDS=$(cd "$(dirname "$IMGDS")" && pwd)/$(basename "$IMGDS")
export IMGDS PYTHONDONTWRITEBYTECODE=1
exec python3 "$here/${FAULTS:-strike.py}" "$@"
