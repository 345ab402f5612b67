#!/usr/bin/env bash
# Uploads a dataset while it is packed, so that no archive need lie on this machine's disk.
#
#   Examples/publish.sh DATASET URL [PACK OPTION…]
#
# URL is s3://BUCKET/KEY, for the AWS command line (AWS_ENDPOINT_URL names another server than
# Amazon's), or http://… and https://… of a server that takes PUT. What arrived is read back and its
# digest compared with the one that imgds told. IMGDS names the executable, else it is looked for on PATH.
set -euo pipefail
dataset=${1:?"which dataset?"}
url=${2:?"to which URL?"}
shift 2
imgds=${IMGDS:-imgds}
report=$(mktemp)
trap 'rm -f "$report"' EXIT

case $url in
s3://*)
  put() { aws s3 cp --no-progress - "$url"; }
  get() { aws s3 cp --no-progress "$url" -; }
  ;;
*)
  put() { curl --fail --silent --show-error --upload-file - "$url"; }
  get() { curl --fail --silent --show-error "$url"; }
  ;;
esac

if ! "$imgds" pack "$dataset" --output - --json "$@" 2>"$report" | put >/dev/null; then
  cat "$report" >&2
  echo "publish: '$url' may hold a part of an archive, take it away" >&2
  exit 1
fi
told=$(sed -n 's/^{"type":"pack",.*"sha256":"\([0-9a-f]*\)".*/\1/p' "$report")
arrived=$(get | sha256sum | cut -d ' ' -f 1)
if [ "$told" != "$arrived" ]; then
  echo "publish: '$url' holds $arrived, not the archive $told" >&2
  exit 1
fi
echo "$told  $url"
