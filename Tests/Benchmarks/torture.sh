#!/bin/sh
# Measures the program on the torture corpus: files a second and peak memory of `add` and of `verify` on
# a plain tree, and the slowest file.
#
# usage: Tests/Benchmarks/torture.sh [BINARY]
#
# BINARY is .build/release/imgds when not given. Wants IMGDS_CORPORA or ../shared/corpora, and
# /usr/bin/time.
set -eu
cd "$(dirname "$0")/../.."
binary=$(realpath "${1:-.build/release/imgds}")
corpora=$(realpath "${IMGDS_CORPORA:-../shared/corpora}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export IMGDS_USER=bench
tail -n +2 "$corpora/torture.tsv" | cut -f 1 | sed "s|^|$corpora/|" > "$work/list"
files=$(wc -l < "$work/list")
"$binary" init "$work/set" class
mkdir -p "$work/tree/class"
number=0
while IFS= read -r file; do
  number=$((number + 1))
  ln -s "$file" "$work/tree/class/$number"
done < "$work/list"

measure() {
  name=$1
  shift
  /usr/bin/time -o "$work/time" -f '%e %U %S %M' "$@" > "$work/out" 2> "$work/errors" ||
    [ $? -lt 2 ] || { cat "$work/errors"; exit 1; }
  grep -v '^Command' "$work/time" | awk -v name="$name" -v files="$files" \
    '{ printf "%s: %d files in %.2f s (%.2f s user, %.2f s system), %.0f a second, peak %.1f MiB\n",
       name, files, $1, $2, $3, files / $1, $4 / 1024 }'
}

measure add "$binary" add "$work/set" - --class class --quiet < "$work/list"
measure verify "$binary" verify "$work/tree" --quiet
measure 'verify --jobs 1' "$binary" verify "$work/tree" --quiet --jobs 1

# Each file alone, through a class folder of its own: of 5,600 starts the slowest is the file's doing.
mkdir -p "$work/one/class"
while IFS= read -r file; do
  ln -sf "$file" "$work/one/class/x"
  start=$(date +%s%N)
  "$binary" verify "$work/one" --quiet --jobs 1 > /dev/null 2>&1 || true
  echo "$((($(date +%s%N) - start) / 1000)) $file"
done < "$work/list" | sort -rn | head -n 5 |
  awk '{ printf "slowest: %.1f ms %s\n", $1 / 1000, $2 }'
