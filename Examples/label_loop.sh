#!/usr/bin/env bash
# Sorts pictures with the dataset's own suggestions: few by hand, the sure ones by themselves, the others
# by a table that a person corrects.
#
#   Examples/label_loop.sh PICTURES [FOLDER]
#
# PICTURES has a folder for each class; the folders stand in for the person who knows the answers. FOLDER
# is where the dataset goes; a temporary folder if none is given. IMGDS names the binary.
set -euo pipefail
imgds=${IMGDS:-imgds}
pictures=$(realpath "$1")
work=${2:-$(mktemp -d)}
mkdir -p "$work"
cd "$work"

step() { printf '\n-- %s\n' "$*" >&2; }
# The values of two keys of JSON lines, parted by a tab; imgds writes keys in a fixed order.
values() { sed -n "s/.*\"$1\":\"\([^\"]*\)\".*\"$2\":\"\([^\"]*\)\".*/\1\t\2/p"; }
# What the person says: the class of a picture is the folder it lies in.
truth() {
  local folder=${1%/*}
  echo "${folder##*/}"
}

step "a third of the pictures, labelled by hand"
"$imgds" init clothes --quiet
find "$pictures" -type f | LC_ALL=C sort | awk 'NR % 3 == 1' >known.txt
find "$pictures" -type f | LC_ALL=C sort | awk 'NR % 3 != 1' >unknown.txt
{
  echo file_name,label
  while read -r file; do echo "\"$file\",$(truth "$file")"; done <known.txt
} >known.csv
"$imgds" add clothes - --labels known.csv --create --quiet <known.txt || [ $? -eq 1 ]

step "the others, where a class is suggested with 0.7 or more"
status=0
"$imgds" add clothes - --suggest 0.7 --json <unknown.txt >sorted.jsonl || status=$?
[ "$status" -le 1 ]
grep '"code":"unsure"' sorted.jsonl | values source code | cut -f 1 >unsure.txt || true
echo "sorted $(grep -c '"type":"added"' sorted.jsonl), unsure $(wc -l <unsure.txt)"

step "what looks likeliest for the unsure ones, for a person to look through"
if [ -s unsure.txt ]; then
  "$imgds" suggest clothes - --top 1 --json <unsure.txt | values source class >guesses.tsv
  right=0
  {
    echo file_name,label
    while IFS=$'\t' read -r file guess; do
      if [ "$(truth "$file")" = "$guess" ]; then right=$((right + 1)); fi
      echo "\"$file\",$(truth "$file")"
    done <guesses.tsv
  } >labels.csv
  echo "guessed $right of $(wc -l <guesses.tsv) right"
  "$imgds" add clothes - --labels labels.csv --quiet <unsure.txt
fi

step "corrections of what sorted itself into a wrong class"
{
  echo id,label
  "$imgds" list clothes is:suggested --json |
    sed -n 's/.*"id":"\([^"]*\)".*"class":"\([^"]*\)","labels".*"source":"\([^"]*\)".*/\1\t\2\t\3/p' |
    while IFS=$'\t' read -r id class file; do
      [ "$(truth "$file")" = "$class" ] || echo "$id,$(truth "$file")"
    done
} >corrections.csv
if [ "$(wc -l <corrections.csv)" -gt 1 ]; then
  "$imgds" label clothes --from corrections.csv --quiet
fi
echo "corrected $(($(wc -l <corrections.csv) - 1))"

step "labels that still look wrong, the most doubtful first"
"$imgds" verify clothes --doubts --checks soundness,records >doubts.txt
sed -n 1,5p doubts.txt
step "the dataset, packed"
"$imgds" stats clothes
"$imgds" pack clothes --split 80,20 --quiet
ls -l clothes_dataset.zip
