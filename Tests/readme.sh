#!/usr/bin/env bash
# Runs the session of the README in an empty folder and compares what is printed, `…` standing for
# any lines.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD
# shellcheck source=Tests/lib/setup.sh
. Tests/lib/setup.sh
imgds=${IMGDS:-$(imgds_build)}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/bin"
ln -s "$imgds" "$work/bin/imgds"
ln -s "$root/Examples" "$work/Examples"
# shellcheck disable=SC2016 # the backquotes are Markdown's
sed -n '/^## A session$/,/^## /{/^```console$/,/^```$/p}' README.md | sed '/^```/d' >"$work/session"
[ -s "$work/session" ] || { echo "readme: there is no session" >&2; exit 1; }
cd "$work"
export PATH="$work/bin:$PATH" LC_ALL=C.UTF-8
while IFS= read -r line; do
  case $line in
  '$ '*)
    echo "$line"
    bash -c "${line#\$ }" 2>&1 || true
    ;;
  esac
done <session >printed

# Lines of the README in their order; a `…` lets lines pass until the next one is met.
awk '
  NR == FNR { wanted[++count] = $0; next }
  { printed[++lines] = $0 }
  END {
    at = 1
    for (i = 1; i <= count; i++) {
      if (wanted[i] == "…") { skip = 1; continue }
      if (skip) { while (at <= lines && printed[at] != wanted[i]) at++ ; skip = 0 }
      if (printed[at] != wanted[i]) {
        printf "readme: line %d of the session\n  README:  %s\n  printed: %s\n", i, wanted[i], printed[at]
        exit 1
      }
      at++
    }
    if (at <= lines && !skip) { printf "readme: also printed: %s\n", printed[at]; exit 1 }
  }' session printed
echo "the session of $(grep -c '^\$ ' session) commands prints what the README says"
