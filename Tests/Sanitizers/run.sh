#!/bin/sh
# Runs the tests, and the program they run, under a sanitizer.
#
# usage: Tests/Sanitizers/run.sh [--short] [address|undefined|thread|all]
#
# Each has a build of its own in .build/sanitize, optimised, against the dynamic C library. Whole, every
# test runs, the corpora's too where IMGDS_CORPORA or ../shared/corpora is; --short runs the tests of the
# decoders, the system and the program without the corpora, under the first only unless one is named. What a sanitizer reports, in a test or in a
# program that a test runs, ends that process with an error, and the exit status is 1.
set -eu
cd "$(dirname "$0")/../.."

is_short=
if [ "${1:-}" = --short ]; then
  is_short=yes
  shift
fi
sanitizers=${1:-${is_short:+address}}
sanitizers=${sanitizers:-all}
[ "$sanitizers" != all ] || sanitizers='address undefined thread'

export IMGDS_DYNAMIC=1
# Swift's runtime keeps memory for the life of a process, which is no leak.
export ASAN_OPTIONS=detect_leaks=0:detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1:halt_on_error=1
export TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1

status=0
for sanitizer in $sanitizers; do
  set -- --scratch-path ".build/sanitize/$sanitizer" -Xswiftc -O
  if [ "$sanitizer" = undefined ]; then
    # Swift has none of its own; the C rooms stop at the instruction, which needs no runtime library.
    set -- "$@" -Xcc -fsanitize=undefined -Xcc -fsanitize-trap=undefined
  else
    set -- "$@" --sanitize "$sanitizer"
  fi
  swift build --build-tests "$@"
  # The house is read, not run.
  set -- "$@" --skip HouseTests
  if [ -n "$is_short" ]; then
    set -- "$@" --filter 'ByteTextTests|ImageCodecTests|SystemTests|imgdsTests'
    export IMGDS_CORPORA=/nonexistent
  fi
  echo "== $sanitizer"
  swift test --skip-build "$@" || status=1
done
exit $status
