"""Compares what real loaders held with what imgds packed, image by image.

usage: compare_packed.py STAGE LOADER RESULTS

RESULTS holds the lines of probe.py for shards, archives of parts and Croissant descriptions below STAGE,
whose folders are called DATASET, DATASET-flat or DATASET-split.
"""

import json
import os
import sys
import zipfile

NAMES = {"validation": "val"}


def packed(stage, folder):
    """The classes in index order, and split, class and id of every image, from the zip's own lists."""
    name = folder.removesuffix("-flat").removesuffix("-split")
    is_split = not folder.endswith("-flat")
    archive = os.path.join(stage, "zips", f"{name}{'-split' if is_split else ''}_dataset.zip")
    with zipfile.ZipFile(archive) as opened:
        root = opened.namelist()[0].split("/")[0]
        rows = [json.loads(line) for line in opened.read(f"{root}/metadata.jsonl").splitlines()]
        classes = opened.read(f"{root}/classes.txt").decode().splitlines()
    return classes, {(row.get("split", "train"), row["label"], row["id"]) for row in rows}


def fault(stage, result):
    if not result["loads"]:
        return result["error"]
    classes, images = packed(stage, os.path.basename(result["path"].rstrip("/")))
    for split in result["splits"]:
        if split["classes"] != classes:
            return f"classes {split['classes']} are not {classes}"
    rows = [(NAMES.get(split["name"], split["name"]), label, os.path.basename(file).split(".")[0])
            for split in result["splits"] for file, label in split["files"]]
    if len(rows) != len(images) or set(rows) != images:
        return f"{len(rows)} images, packed {len(images)}: {sorted(set(rows) ^ images)[:4]}"
    return ""


def main(stage, loader, results):
    count = wrong = 0
    with open(results, encoding="utf-8") as lines:
        for result in map(json.loads, lines):
            count += 1
            if difference := fault(stage, result):
                wrong += 1
                print(f"{loader}: {result['path']}: {difference}")
    print(f"{loader}: {count} packed sets, {wrong} differ")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:]) else 0)
