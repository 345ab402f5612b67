#!/bin/sh
# Has readers look on while writers move everything about; see README.md beside it.
# Takes the options of unrest.py; IMGDS names the program, else the release build is taken.
set -eu
FAULTS=unrest.py exec "$(dirname "$0")/run.sh" "$@"
