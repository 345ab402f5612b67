#!/usr/bin/env bash
# Measures the program beside the least its work can cost and beside what people use instead.
#
# usage: Tests/Benchmarks/run.sh [--short] [--row NAME]... [--runs N] [--json] [--list] [--work FOLDER]
#                                [--data FOLDER] [--slow-peers]
#
# Each row runs the program, the floor (floor.c) and the peers in turn, again and again in alternating
# order, after a first round that does not count; told are medians, and the median and spread of the
# ratios of runs that stood side by side. Caches are warm, and what was written before is on the disk.
# --short has a tenth of the data and three rounds. Pictures are those of IMGDS_CORPORA or ../shared/corpora where that is, or --data, else
# generated ones with the statistics of photographs (pictures.c). --work is where all is made, in a
# folder that is taken away again (10 GB whole); its file system matters. --slow-peers has cleanvision
# too. IMGDS names the binary, else the release build is made. Exits 1 if a row misses what it is to
# reach.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
cd "$here/../.."
# shellcheck source=Tests/lib/setup.sh
. Tests/lib/setup.sh
imgds_setup >&2
for tool in bsdtar:libarchive-tools zip:zip jpeginfo:jpeginfo git:git; do
  command -v "${tool%:*}" >/dev/null || imgds_install "${tool#*:}" >&2 ||
    echo "there is no ${tool%:*}, its columns are left out" >&2
done
IMGDS=${IMGDS:-$(imgds_build)}
IMGDS=$(realpath "$IMGDS")
if [ -z "${IMGDS_CORPORA:-}" ] && [ -d ../shared/corpora ]; then
  IMGDS_CORPORA=$(realpath ../shared/corpora)
fi
export IMGDS IMGDS_CORPORA="${IMGDS_CORPORA:-}" IMGDS_USER=bench LC_ALL=C PYTHONDONTWRITEBYTECODE=1
exec python3 "$here/rows/main.py" "$@"
