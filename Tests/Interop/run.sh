#!/bin/sh
# Loads what imgds keeps and packs with the real loaders, and holds `verify --for` to what they hold.
#
# usage: run.sh [--short]
#
# --short is for CI: Hugging Face, webdataset, mlcroissant, and the folder code of torchvision and timm
# without torch. The full run adds torch, TensorFlow, Datumaro, FiftyOne and the examples. Everything is
# installed from PyPI, in pinned versions, into throw-away folders; IMGDS_INTEROP=FOLDER keeps them for
# the next run. IMGDS names the binary, else the release build is taken, or the debug build. Without PyPI nothing is tested, which is said.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
imgds=${IMGDS:-$root/.build/release/imgds}
[ -x "$imgds" ] || imgds=$root/.build/debug/imgds
short=${1:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
venvs=${IMGDS_INTEROP:-$work/venvs}
export HF_HUB_OFFLINE=1 HF_DATASETS_DISABLE_PROGRESS_BARS=1 HF_HOME="$work/hf"
export CROISSANT_CACHE="$work/croissant" TF_CPP_MIN_LOG_LEVEL=3 CUDA_VISIBLE_DEVICES=
status=0

if [ ! -x "$imgds" ]; then
  echo "there is no $imgds, build it or set IMGDS" >&2
  exit 2
fi

# venv NAME: makes or finds the environment of requirements/NAME.txt.
venv() {
  if [ -e "$venvs/$1/ready" ]; then return 0; fi
  python3 -m venv "$venvs/$1" && "$venvs/$1/bin/pip" install -q --disable-pip-version-check \
    -r "$here/requirements/$1.txt" >"$work/pip.log" 2>&1 || return 1
  if [ -e "$here/requirements/$1-alone.txt" ]; then
    "$venvs/$1/bin/pip" install -q --disable-pip-version-check --no-deps \
      -r "$here/requirements/$1-alone.txt" >"$work/pip.log" 2>&1 || return 1
  fi
  touch "$venvs/$1/ready"
}

# need NAME: the environment, or a loud word and a false return.
need() {
  venv "$1" && return 0
  echo "LEFT OUT: everything that needs $1, its packages cannot be installed:" >&2
  tail -n 3 "$work/pip.log" >&2
  return 1
}

# predicted VENV LOADER TREE...: real against what verify --for says.
predicted() {
  venv=$1 loader=$2
  shift 2
  "$venvs/$venv/bin/python" "$here/probe.py" "$loader" "$@" \
    >"$work/$loader.jsonl" 2>"$work/$loader.log" || { cat "$work/$loader.log" >&2; status=1; }
  "$venvs/light/bin/python" "$here/compare.py" "$imgds" "$loader" "$work/$loader.jsonl" || status=1
}

# packed VENV LOADER FOLDER...: real against the lists that were packed.
packed() {
  venv=$1 loader=$2
  shift 2
  "$venvs/$venv/bin/python" "$here/probe.py" "$loader" "$@" \
    >"$work/$loader.jsonl" 2>"$work/$loader.log" || { cat "$work/$loader.log" >&2; status=1; }
  "$venvs/light/bin/python" "$here/compare_packed.py" "$work/stage" "$loader" \
    "$work/$loader.jsonl" || status=1
}

need light || exit 0
"$venvs/light/bin/python" "$here/cases.py" "$work/cases" >/dev/null
"$venvs/light/bin/python" "$here/stage.py" "$imgds" "$work/stage"
set -- "$work"/cases/* "$work"/stage/datasets/* "$work"/stage/unzipped/*/*

predicted light hf "$@" "$work"/stage/zips/*
packed light webdataset "$work"/stage/shards/*
packed light hf_shards "$work"/stage/shards/*
packed light croissant "$work"/stage/croissant/*
packed light hf "$work"/stage/parts/*

if [ "$short" = --short ]; then
  predicted light torchvision "$@"
  predicted light timm "$@"
  exit $status
fi
if need torch; then
  predicted torch torchvision "$@"
  predicted torch timm "$@"
fi
if need tensorflow; then
  predicted tensorflow keras "$@"
  predicted tensorflow tfds "$@"
fi
if need datumaro; then predicted datumaro datumaro "$@"; fi
if need fiftyone; then predicted fiftyone fiftyone "$@"; fi
need model || true
need publish || true
IMGDS=$imgds IMGDS_INTEROP=$venvs "$here/examples.sh" || status=1
exit $status
