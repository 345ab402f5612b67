#!/bin/sh
# Cuts the power at every moment of every writing command; see README.md beside it.
# Takes the options of power.py; IMGDS names the program, else the release build is taken.
set -eu
FAULTS=power.py exec "$(dirname "$0")/run.sh" "$@"
