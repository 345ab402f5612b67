#!/bin/sh
# Fuzzes the decoders with libFuzzer for SECONDS (60), from the pictures of SEEDS (a folder) where given.
# usage: Tests/Fuzz/decode/run.sh [SECONDS] [SEEDS…]
set -eu
cd "$(dirname "$0")/../../.."
seconds=${1:-60}
[ $# -eq 0 ] || shift
folder=.build/fuzz/decode
mkdir -p "$folder/found"
clang -std=c11 -O1 -g -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=undefined \
  -ISources/CImageCodecs/include Sources/CImageCodecs/*.c Tests/Fuzz/decode/decode.c \
  -o "$folder/decode" -lpng16 -ljpeg -lz -lm
exec "$folder/decode" -max_total_time="$seconds" -max_len=65536 -timeout=10 -rss_limit_mb=512 \
  -artifact_prefix="$folder/" "$folder/found" "$@"
