#!/usr/bin/env python3
"""Loads a packed dataset with Hugging Face `datasets`, as real splits.

usage: huggingface.py DATASET_train.zip DATASET_val.zip [DATASET_test.zip]
       huggingface.py FOLDER

    imgds pack shapes --split 70,15,15 --split-files
    python3 huggingface.py shapes_dataset_*.zip

An archive for each split loads without unpacking: each has its own `metadata.jsonl`, from which the
labels and all other columns come. A folder is an unpacked archive; the head of its `README.md` tells the
splits, and the folders are the labels, numbered like the lines of `classes.txt`.
"""

import sys

from datasets import ClassLabel, load_dataset


def load(paths):
    if not paths[0].endswith(".zip"):
        return load_dataset(paths[0])
    parts = {path.removesuffix(".zip").rsplit("_", 1)[-1]: path for path in paths}
    data = load_dataset("imagefolder", data_files=parts)
    names = sorted({label for part in data.values() for label in part["label"]})
    return data.cast_column("label", ClassLabel(names=names))


def main(*paths):
    for split, part in load(paths).items():
        label = part.features["label"]
        counts = {name: part["label"].count(index) for index, name in enumerate(label.names)}
        size = part[0]["image"].size if len(part) else "-"
        print(f"{split}: {len(part)} images, the first of {size}, {counts}")


if __name__ == "__main__":
    main(*sys.argv[1:])
