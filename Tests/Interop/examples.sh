#!/bin/sh
# Runs the examples to their end: draws pictures, packs them, trains on the zip, loads it elsewhere.
#
# IMGDS names the binary, IMGDS_INTEROP the folder with the environments that run.sh made.
set -eu
examples=$(cd "$(dirname "$0")/../../Examples" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

# wants PATTERN FILE: fails unless a line fits.
wants() {
  grep -Eq "$1" "$2" || { echo "no line of $2 fits $1:" >&2; cat "$2" >&2; exit 1; }
}

"$IMGDS_INTEROP/light/bin/python" "$examples/shapes.py" source
"$IMGDS" init shapes -q
"$IMGDS" add shapes source --by-folder --create -q
# Drawings are as alike as near-duplicates of photographs.
"$IMGDS" pack shapes --split 70,15,15 --no-near-duplicates -q
"$IMGDS" pack shapes --split 70,15,15 --no-near-duplicates --split-files -q
unzip -q shapes_dataset.zip -d unzipped

export HF_HOME="$work/hf" HF_HUB_OFFLINE=1
for form in "shapes_dataset_train.zip shapes_dataset_val.zip shapes_dataset_test.zip" unzipped/shapes; do
  # shellcheck disable=SC2086
  "$IMGDS_INTEROP/light/bin/python" "$examples/huggingface.py" $form >hf.txt 2>hf.log ||
    { cat hf.log >&2; exit 1; }
  wants "^train: 31[0-9] images, .*'circle': 10[0-9], 'square': 10[0-9], 'triangle': 10[0-9]" hf.txt
  wants '^test: 6[0-9] images' hf.txt
done
echo "examples: huggingface.py loaded the zips and the folder"

if [ -e "$IMGDS_INTEROP/torch/ready" ]; then
  "$IMGDS_INTEROP/torch/bin/python" "$examples/train_torch.py" shapes_dataset.zip >torch.txt
  wants '^(0\.9|1\.)[0-9]* of 6[0-9] test images right, classes circle, square, triangle$' torch.txt
  echo "examples: train_torch.py reached $(tail -n 1 torch.txt)"
else
  echo "LEFT OUT: train_torch.py, torch is not installed" >&2
fi

if [ -e "$IMGDS_INTEROP/model/ready" ]; then
  "$IMGDS" suggest shapes source/circle/0000.png source/square/0001.png --json \
    --model "'$IMGDS_INTEROP/model/bin/python' '$examples/model_sklearn.py' shapes" >model.jsonl
  wants '"source":"source/circle/0000.png".*"class":"circle".*"score":' model.jsonl
  wants '"suggestions":2,"refused":0' model.jsonl
  echo "examples: model_sklearn.py suggested classes"
else
  echo "LEFT OUT: model_sklearn.py, scikit-learn is not installed" >&2
fi

if [ -e "$IMGDS_INTEROP/publish/ready" ]; then
  export AWS_ACCESS_KEY_ID=none AWS_SECRET_ACCESS_KEY=none AWS_DEFAULT_REGION=us-east-1
  mkfifo hold
  "$IMGDS_INTEROP/publish/bin/python" "$examples/../Tests/Interop/bucket.py" url <hold >bucket.log 2>&1 &
  exec 9>hold
  while [ ! -s url ] && kill -0 $!; do sleep 0.2; done
  AWS_ENDPOINT_URL=$(cat url) PATH="$IMGDS_INTEROP/publish/bin:$PATH" IMGDS="$IMGDS" \
    "$examples/publish.sh" shapes s3://sets/shapes.zip \
    --split 70,15,15 --no-near-duplicates >publish.txt
  exec 9>&-
  wants "^$(sha256sum <shapes_dataset.zip | cut -d ' ' -f 1)  s3://sets/shapes.zip$" publish.txt
  echo "examples: publish.sh filled a bucket"
else
  echo "LEFT OUT: publish.sh to a bucket, awscli and moto are not installed" >&2
fi
