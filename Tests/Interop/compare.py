"""Compares what real loaders held with what `imgds verify --for` had said.

usage: compare.py IMGDS LOADER RESULTS [--quick]

RESULTS holds the lines of probe.py. A prediction must name the right `loads`, and, of what loads, the
right numbers of classes, images and splits; what it calls exact must have the folders' very classes in
the order of their bytes, files, labels and splits, and what it does not must differ from them.
"""

import json
import os
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from cases import PICTURES  # noqa: E402
from loaders.tree import split_folders  # noqa: E402
from probe import text  # noqa: E402

SPLITS = {"training": "train", "valid": "validation", "val": "validation", "dev": "validation",
          "testing": "test", "eval": "test", "evaluation": "test"}


def predicted(imgds, loader, path, *options):
    command = [imgds, "verify", path, "--for", loader, "--json", "-q", *options]
    lines = subprocess.run(command, capture_output=True, check=False).stdout.splitlines()
    rows = [json.loads(line) for line in lines]
    return next(row for row in rows if row["type"] == "loader")


def numbers(result):
    classes = {name for split in result["splits"] for name in split["classes"]}
    images = sum(len(split["files"]) for split in result["splits"])
    return len(classes), images, len(result["splits"])


def folders(path, is_flat=False):
    """The classes, and split, class and name of every image, as the visible folders say."""
    if path.endswith(".zip"):
        with tempfile.TemporaryDirectory() as place, zipfile.ZipFile(path) as opened:
            opened.extractall(place)
            depth = max(name.count("/") for name in opened.namelist())
            return folders(os.path.join(place, os.listdir(place)[0]), is_flat=depth < 3)
    names, truth = set(), set()
    for name, folder in [("", path)] if is_flat else split_folders(path):
        for label in os.listdir(folder):
            if label.startswith(".") or not os.path.isdir(os.path.join(folder, label)):
                continue
            names.add(text(label))
            for place, below, files in os.walk(os.path.join(folder, label)):
                below[:] = [b for b in below if not b.startswith(".")]
                truth |= {(name, text(label), text(os.path.relpath(os.path.join(place, f), path)))
                          for f in files if is_image(os.path.join(place, f))}
    return sorted(names), truth


def is_image(file):
    if not os.path.exists(file):
        return False
    name = os.path.basename(file)
    ending = os.path.splitext(name)[1][1:].lower()
    with open(file, "rb") as opened:
        magic = opened.read(3)
    return not name.startswith(".") and (ending in PICTURES or magic == b"\xff\xd8\xff")


def exactness(result, truth):
    """What differs from the folders, or an empty text."""
    names, images = truth
    for split in result["splits"]:
        if split["classes"] != names:
            return f"classes {split['classes']} of '{split['name']}' are not {names}"
    if len({name for name, _, _ in images}) != len(result["splits"]):
        return "the splits differ"
    held = [(canonical(split["name"], result), label, file)
            for split in result["splits"] for file, label in split["files"]]
    if len(held) != len(set(held)):
        return "an image was loaded twice"
    wanted = {(canonical(split, result), label, file) for split, label, file in images}
    if set(held) != wanted:
        return f"files differ: {sorted(map(str, set(held) ^ wanted))[:4]}"
    return ""


def canonical(split, result):
    one = len(result["splits"]) == 1
    return "" if one and split in ("", "default", "train") else SPLITS.get(split, split)


def faults(imgds, loader, result, options):
    said = predicted(imgds, loader, result["path"], *options)
    counts = (said["classes"], said["images"], said["splits"])
    loads = result["loads"] and numbers(result)[1] > 0
    if said["message"] == "":
        if not loads:
            yield f"was called exact and failed: {result['error']}"
        elif difference := exactness(result, folders(result["path"])):
            yield f"was called exact: {difference}"
    if "not looked into" in said["message"] or "not understood" in said["message"]:
        return
    if "--quick" in options and not loads:
        return
    if loads != said["loads"]:
        yield f"loads: {loads}, said {said['loads']} ({said['message']}{result['error']})"
    elif loads and numbers(result) != counts:
        yield f"has classes, images, splits {numbers(result)}, said {counts} ({said['message']})"
    elif loads and said["message"]:
        if not exactness(result, folders(result["path"])) and not any(word in said["message"] for word in ("EXIF", "by chance", "archive")):
            yield f"loads exactly, said: {said['message']}"


def main(imgds, loader, results, *options):
    count = wrong = exact = 0
    with open(results, encoding="utf-8") as lines:
        for line in lines:
            result = json.loads(line)
            result["path"] = os.fsdecode(result["path"].encode())
            count += 1
            for fault in faults(imgds, loader, result, options):
                wrong += 1
                print(f"{loader}: {result['path']}: {fault}")
    print(f"{loader}: {count} trees, {wrong} wrong predictions")
    return wrong


if __name__ == "__main__":
    sys.exit(1 if main(*sys.argv[1:]) else 0)
