#!/usr/bin/env bash
# Runs every script in Examples as a user would and looks at what it made.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
# shellcheck source=Tests/lib/setup.sh
. Tests/lib/setup.sh
IMGDS=$(imgds_build)
export IMGDS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

fail() {
  echo "examples: $*" >&2
  exit 1
}

echo "-- quickstart.sh"
Examples/quickstart.sh "$work/quickstart" >"$work/quickstart.log" 2>&1 || {
  cat "$work/quickstart.log"
  fail "quickstart.sh failed"
}
[ -s "$work/quickstart/pets_dataset.zip" ] || fail "quickstart.sh made no archive"

echo "-- Makefile"
cp -r Examples/pictures "$work/pictures"
cd "$work"
target() { make -s -f "$root/Examples/Makefile" PICTURES=pictures BUILD=out "$@"; }
target 2>/dev/null
first=$(sha256sum <out/pets_dataset.zip)
cmp out/pets_dataset.zip quickstart/pets_dataset.zip >/dev/null &&
  fail "the card's description should have made another archive"
[ "$(target --question >/dev/null 2>&1 && echo fresh)" = fresh ] || fail "make would rebuild without a change"
rm "pictures/sky/clear.jpg"
target --question >/dev/null 2>&1 && fail "make does not see that a picture went"
target 2>/dev/null
[ "$(sha256sum <out/pets_dataset.zip)" != "$first" ] || fail "make did not rebuild"
cp "$root/Examples/pictures/sky/clear.jpg" pictures/sky/
target 2>/dev/null
[ "$(sha256sum <out/pets_dataset.zip)" = "$first" ] || fail "the same pictures gave another archive"

echo "-- ci.sh"
ACCEPT_REFUSED=1 "$root/Examples/ci.sh" pictures ci >ci.log 2>&1 || {
  cat ci.log
  fail "ci.sh failed"
}
grep -q '3 pictures were refused' ci.log || fail "ci.sh does not tell what was refused"
[ -s ci_dataset.zip ] || fail "ci.sh made no archive"
if "$root/Examples/ci.sh" pictures ci >/dev/null 2>&1; then fail "ci.sh accepts refused pictures"; fi

echo "-- workflow.yml"
# The lines that the job runs, run here: those of the last step with the executable that was built.
sed -n 's/^        run: \(IMGDS=.*\)$/\1/p' "$root/Examples/workflow.yml" >job.sh
grep -q ci.sh job.sh || fail "workflow.yml runs no ci.sh"
sed -i "s|IMGDS=.build/release/imgds|IMGDS='$IMGDS'|; s|Examples/|$root/Examples/|g" job.sh
bash -e job.sh >/dev/null 2>&1 || fail "what workflow.yml runs failed"
[ -s pets_dataset.zip ] || fail "workflow.yml keeps no archive"
cd "$root"

echo "-- label_loop.sh"
photos=${IMGDS_CORPORA:-$root/../shared/corpora}/photos/clothing-full
[ -d "$photos" ] || photos=$root/Examples/pictures
XDG_CACHE_HOME=$work/cache Examples/label_loop.sh "$photos" "$work/loop" >"$work/loop.log" 2>&1 || {
  cat "$work/loop.log"
  fail "label_loop.sh failed"
}
grep -Eq '^guessed [0-9]+ of [0-9]+ right' "$work/loop.log" || fail "label_loop.sh guessed nothing"
[ -s "$work/loop/clothes_dataset.zip" ] || fail "label_loop.sh made no archive"

echo "-- publish.sh"
if command -v curl >/dev/null; then
  mkdir "$work/bucket"
  python3 Tests/lib/put_server.py "$work/bucket" "$work/port" &
  server=$!
  trap '{ kill "$server" && wait "$server"; } 2>/dev/null || true; rm -rf "$work"' EXIT
  while [ ! -s "$work/port" ] && kill -0 "$server"; do sleep 0.1; done
  Examples/publish.sh "$work/quickstart/pets" "http://127.0.0.1:$(cat "$work/port")/pets.zip" >"$work/publish.log" ||
    fail "publish.sh failed"
  cmp "$work/bucket/pets.zip" "$work/quickstart/pets_dataset.zip" || fail "publish.sh uploaded something else"
  if Examples/publish.sh "$work/quickstart/pets" "http://127.0.0.1:$(cat "$work/port")/no/pets.zip" \
    >/dev/null 2>&1; then fail "publish.sh sees no failure"; fi
  kill "$server"
  wait "$server" || true
  trap 'rm -rf "$work"' EXIT
else
  echo "LEFT OUT: publish.sh, there is no curl" >&2
fi

echo "-- the session of the README"
Tests/readme.sh
