#!/usr/bin/env bash
# What a CI job runs: builds a dataset from a folder of class folders, verifies and packs it, and
# fails with a summary that people can read.
#
#   Examples/ci.sh PICTURES [NAME]       IMGDS names the executable, else it is looked for on PATH
set -euo pipefail
pictures=${1:?"which folder of class folders?"}
name=${2:-pets}
imgds=${IMGDS:-imgds}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$imgds" init --quiet "$work/$name"
status=0
"$imgds" add "$work/$name" "$pictures" --by-folder --json >"$work/added.jsonl" || status=$?
if [ "$status" -gt 1 ]; then exit "$status"; fi
refused=$(grep -c '^{"type":"refused"' "$work/added.jsonl" || true)
if [ "$refused" -gt 0 ]; then
  echo "### $refused pictures were refused"
  grep '^{"type":"refused"' "$work/added.jsonl" |
    sed 's/.*"source":"\([^"]*\)","code":"\([^"]*\)","message":"\([^"]*\)".*/- \1: \2: \3/'
fi

status=0
"$imgds" verify "$work/$name" --json >"$work/findings.jsonl" || status=$?
if [ "$status" -ne 0 ]; then
  echo "### the dataset is not sound"
  grep '"severity":"error"' "$work/findings.jsonl"
  exit "$status"
fi

"$imgds" pack "$work/$name" --output "${name}_dataset.zip"
"$imgds" stats "$work/$name"
# Remove this line to accept what is left when pictures were refused.
[ "$refused" -eq 0 ] || [ -n "${ACCEPT_REFUSED:-}" ] || exit 1
