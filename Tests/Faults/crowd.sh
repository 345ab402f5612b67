#!/bin/sh
# Has many processes work on one dataset at once; see README.md beside it.
# Takes the options of crowd.py; IMGDS names the program, else the release build is taken.
set -eu
FAULTS=crowd.py exec "$(dirname "$0")/run.sh" "$@"
