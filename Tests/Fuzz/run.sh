#!/bin/sh
# Fuzzes with libFuzzer under the address and undefined-behaviour sanitizers.
#
# usage: Tests/Fuzz/run.sh [--short] [TARGET|all] [SECONDS]
#
# TARGET is decode (the C decoders), or one of the Swift readers: arguments catalog csv exif icc json
# picture type zip. SECONDS (60; 10 with --short) are for each target. Seeds come from the corpora,
# where IMGDS_CORPORA or ../shared/corpora is. In .build/fuzz/TARGET stays what is found: `found` is the
# corpus that grows from run to run, crash-*, oom-* and timeout-* are inputs to make a test of. The exit
# status is 1 when there is one.
set -eu
cd "$(dirname "$0")/../.."

seconds=60
if [ "${1:-}" = --short ]; then
  seconds=10
  shift
fi
targets=${1:-all}
seconds=${2:-$seconds}
[ "$targets" != all ] || targets='decode arguments catalog csv exif icc json picture type zip'
corpora=${IMGDS_CORPORA:-../shared/corpora}
scratch=.build/fuzz

build_decode() {
  mkdir -p $scratch/decode
  clang -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
    -ISources/CImageCodecs/include Sources/CImageCodecs/*.c Tests/Fuzz/decode/decode.c \
    -o $scratch/decode/decode -lpng16 -ljpeg -lz -lm
}

# gold, the default linker, fails on this debug information.
build_swift() {
  IMGDS_FUZZ=1 IMGDS_DYNAMIC=1 swift build -c release --scratch-path $scratch/build --product Fuzz \
    --sanitize address -Xswiftc -enable-testing -Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld \
    -Xcc -fsanitize=fuzzer-no-link
}

longest() {
  case $1 in
  decode | picture | zip) echo 65536 ;;
  *) echo 8192 ;;
  esac
}

has_swift=
status=0
for target in $targets; do
  mkdir -p "$scratch/$target/found" "$scratch/$target/seeds"
  if [ -d "$corpora/torture" ] && [ -z "$(ls "$scratch/$target/seeds")" ]; then
    Tests/Fuzz/seeds.py "$target" "$scratch/$target/seeds" "$corpora"
  fi
  if [ "$target" = decode ]; then
    build_decode
    set -- $scratch/decode/decode
  else
    [ -n "$has_swift" ] || build_swift
    has_swift=yes
    set -- $scratch/build/release/Fuzz "$target"
  fi
  "$@" -max_total_time="$seconds" -max_len="$(longest "$target")" -timeout=10 -rss_limit_mb=1024 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="$scratch/$target/" \
    "$scratch/$target/found" "$scratch/$target/seeds" > "$scratch/$target/log" 2>&1 || {
    status=1
    grep -v '^INFO' "$scratch/$target/log" | head -n 40
  }
  runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$scratch/$target/log")
  echo "$target: ${runs:-?} executions"
done
exit $status
