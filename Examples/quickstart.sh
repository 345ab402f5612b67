#!/usr/bin/env bash
# Sets a fresh machine up, builds imgds, and makes a dataset of the pictures beside this script.
#
#   Examples/quickstart.sh [FOLDER]      where the dataset goes; a temporary folder if none is given
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/.."
# shellcheck source=Tests/lib/setup.sh
. Tests/lib/setup.sh
imgds_setup
imgds=$(imgds_build)

work=${1:-$(mktemp -d)}
mkdir -p "$work"
cd "$work"

say() { printf '\n\033[1m$ imgds %s\033[0m\n' "$*"; }
run() {
  say "$@"
  "$imgds" "$@"
}

run init pets --description "what the quickstart shows" --license CC0-1.0
say "add pets pictures --by-folder"
# Three of the pictures are broken on purpose: exit status 1 says that something was refused.
status=0
"$imgds" add pets "$here/pictures" --by-folder || status=$?
[ "$status" -eq 1 ] || { echo "quickstart: expected status 1, not $status" >&2; exit 1; }
run stats pets
run list pets class:sky colour:blue
run verify pets
run pack pets
printf '\nThe dataset:\n'
find pets -type f | sort
printf '\nThe archive:\n'
if command -v unzip >/dev/null; then unzip -l pets_dataset.zip; else ls -l pets_dataset.zip; fi
run verify pets_dataset.zip
printf '\nThe executable is %s, the archive %s\n' "$imgds" "$work/pets_dataset.zip"
