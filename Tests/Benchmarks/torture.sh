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

# The slowest file, by processor time: first by hundreds, then each file of the three slowest hundreds.
time_list() {
  rm -rf "$work/part"
  mkdir -p "$work/part/class"
  place=0
  while IFS= read -r target; do
    place=$((place + 1))
    ln -s "$target" "$work/part/class/$place"
  done < "$1"
  /usr/bin/time -q -o "$work/time" -f '%U %S' \
    "$binary" verify "$work/part" --quiet --jobs 1 > /dev/null 2>&1 || true
  awk '{ printf "%d ", 1000 * ($1 + $2) }' "$work/time"
}

split -l 100 "$work/list" "$work/hundred."
for part in "$work"/hundred.*; do
  time_list "$part"
  echo "$part"
done | sort -rn | head -n 3 | cut -d ' ' -f 2- | xargs cat > "$work/suspects"
while IFS= read -r file; do
  printf '%s\n' "$file" > "$work/single"
  time_list "$work/single"
  printf '%s\n' "$file"
done < "$work/suspects" | sort -rn | head -n 3 | sed 's/^\([0-9]*\)/slowest: \1 ms/'
