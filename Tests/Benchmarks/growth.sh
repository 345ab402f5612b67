#!/usr/bin/env bash
# Measures how cost grows with the number of images, and falls with the number of jobs.
#
# usage: Tests/Benchmarks/growth.sh [--most N] [--work FOLDER] [--json]
#
# Tiny generated PNGs, 1,000 and ten times as many until --most (100,000; a million takes 12 GB and an
# hour): microseconds an image and peak memory of each command, which should stay. Then 10,000 images
# with 1, 2, 4 and 8 jobs. IMGDS names the binary, else the release build is made.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
# shellcheck source=Tests/lib/setup.sh
. Tests/lib/setup.sh
imgds_setup >&2
IMGDS=${IMGDS:-$(imgds_build)}
IMGDS=$(realpath "$IMGDS")
export IMGDS IMGDS_USER=bench LC_ALL=C PYTHONDONTWRITEBYTECODE=1
exec python3 "$here/rows/growth.py" "$@"
