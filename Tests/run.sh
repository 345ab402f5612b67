#!/usr/bin/env bash
# Sets the machine up, then runs every check.
#
#   Tests/run.sh [STEP…]      those steps only
#   Tests/run.sh --list       the steps by name
#
# Steps go on after a failure, whose last lines are shown again at the end; the last line counts.
set -uo pipefail
cd "$(dirname "$0")/.." || exit
# shellcheck source=Tests/lib/setup.sh
. Tests/lib/setup.sh

steps=(setup lint build tests instructions examples sanitizers interop fuzz faults)

setup() { imgds_setup && imgds_setup_tests; }

lint() { swift format lint --strict -r Sources Tests Package.swift; }

# What ships, without a warning.
build() {
  local log
  log=$(mktemp)
  swift build -c release --product imgds 2>&1 | tee "$log" || return 1
  ! grep -n 'warning:' "$log" && alone
}

# The release build needs nothing but itself: no library, no /proc, no /etc, no /tmp.
alone() {
  local root words status=0
  root=$(mktemp -d)
  cp .build/release/imgds "$root"
  if unshare -r chroot "$root" / 2>&1 | grep -q 'Operation not permitted'; then
    echo 'left out: no user namespace, so the program was not run alone'
  else
    for words in 'init pets cat' 'list pets' 'verify pets'; do
      # shellcheck disable=SC2086
      unshare -r chroot "$root" /imgds $words || status=1
    done
  fi
  rm -r "$root"
  return $status
}

# Unit tests, the binary's own tests, the house, the manual's freshness.
tests() { swift test; }

# Small workloads of the release build cost no more instructions than recorded.
instructions() { Tests/Benchmarks/instructions.py; }

examples() { Tests/examples.sh; }

# Long checks give a short form of themselves here; by name they run whole.
short() {
  local script=Tests/$1/run.sh
  if [ ! -x "$script" ]; then
    echo "left out: there is no $script"
    return 0
  fi
  "$script" --short
}
sanitizers() { short Sanitizers; }
interop() { short Interop; }
fuzz() { short Fuzz; }
faults() {
  short Faults && Tests/Faults/power.sh --short && Tests/Faults/crowd.sh &&
    Tests/Faults/unrest.sh --rounds 10
}

if [ "${1:-}" = --list ]; then
  printf '%s\n' "${steps[@]}"
  exit 0
fi
for step in "$@"; do
  case " ${steps[*]} " in
  *" $step "*) ;;
  *)
    echo "Tests/run.sh: there is no step '$step', only: ${steps[*]}" >&2
    exit 2
    ;;
  esac
done
[ $# -gt 0 ] && steps=("$@")

passed=0
failed=()
logs=$(mktemp -d)
trap 'rm -rf "$logs"' EXIT
for step in "${steps[@]}"; do
  printf '\n== %s\n' "$step"
  start=$SECONDS
  if "$step" </dev/null 2>&1 | tee "$logs/$step"; then
    passed=$((passed + 1))
    result=passed
  else
    failed+=("$step")
    result=FAILED
  fi
  printf '== %s %s after %d s\n' "$step" "$result" $((SECONDS - start))
done
for step in "${failed[@]}"; do
  printf '\n== the last lines of %s\n' "$step"
  tail -n 40 "$logs/$step"
done
[ ${#failed[@]} -eq 0 ] || printf '\nfailed: %s\n' "${failed[*]}"
printf '\nchecks: %d passed, %d failed\n' "$passed" "${#failed[@]}"
[ ${#failed[@]} -eq 0 ]
