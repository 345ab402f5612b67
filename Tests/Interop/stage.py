"""Builds datasets with imgds and packs them in every form, for the loaders to load.

usage: stage.py IMGDS OUT

Below OUT: `datasets/` and `unzipped/` hold trees, `zips/` archives, `parts/NAME/` one archive per split,
`shards/NAME/` tar shards and `croissant/` descriptions beside their archives. Every archive is checked
on the way: `unzip -t`, Python's zipfile, the digests of `metadata.jsonl` and `sha256sum -c --strict`.
"""

import hashlib
import json
import os
import subprocess
import sys
import zipfile

from cases import ODD, make

DATASETS = {
    "odd": {f"{c}/{i}.{'png' if i % 3 else 'jpg'}": None
            for c in [*ODD, "test", "train cats"] for i in range(10)},
    "plain": {f"{c}/{i}.jpg": None for c in ("cat", "dog", "owl") for i in range(10)},
    "numbers": {f"{c}/{i}.png": None for c in ("1", "2", "10") for i in range(10)},
    "letters": {f"{c}/{i}.png": None for c in "abc" for i in range(10)},
    "single": {f"cat/{i}.png": None for i in range(10)},
    "val": {f"{c}/{i}.png": None for c in ("train", "test") for i in range(10)},
    "turned": {f"{c}/{i}.jpg": 6 if i == 4 else 1 for c in ("cat", "dog") for i in range(10)},
}
SPLIT = ["--split", "60,20,20"]


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, check=False, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(command)}: exit {done.returncode}\n{done.stdout[-2000:]}{done.stderr}")


def build(imgds, out, name, tree):
    source, dataset = os.path.join(out, "source", name), os.path.join(out, "datasets", name)
    make(source, tree)
    os.makedirs(os.path.dirname(dataset), exist_ok=True)
    run(imgds, "init", dataset, "-q")
    for label in os.listdir(source):
        run(imgds, "add", dataset, os.path.join(source, label), f"--class={label}", "--create", "-q")
    return dataset


def pack(imgds, out, name, dataset):
    def target(*parts):
        path = os.path.join(out, *parts)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        return path

    zips = [(f"{name}_dataset.zip", []), (f"{name}-plain.zip", ["--plain"]),
            (f"{name}-split_dataset.zip", SPLIT), (f"{name}-split-plain.zip", [*SPLIT, "--plain"])]
    for file, options in zips:
        archive = target("zips", file)
        run(imgds, "pack", dataset, "-q", "-o", archive, *options)
        check(archive, target("unzipped", file[:-4], ""))
    run(imgds, "pack", dataset, "-q", *SPLIT, "--split-files", "-o", target("parts", name, "p.zip"))
    for form, options in (("flat", []), ("split", SPLIT)):
        shards = target("shards", f"{name}-{form}", "")
        run(imgds, "pack", dataset, "-q", "--format", "webdataset", "-o", shards[:-1], *options)
        run(imgds, "pack", dataset, "-q", "--croissant", *options,
            "-o", target("croissant", f"{name}-{form}", f"{name}-{form}_dataset.zip"))


def check(archive, folder):
    """Unzips an archive and compares every digest it tells."""
    run("unzip", "-tq", archive)
    run("unzip", "-q", archive, "-d", folder)
    root = os.path.join(folder, os.listdir(folder)[0])
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None, archive
        assert len(opened.namelist()) == len(set(opened.namelist())), archive
        for name in opened.namelist():
            with open(os.path.join(folder, name), "rb") as file:
                assert file.read() == opened.read(name), name
    if os.path.exists(os.path.join(root, "SHA256SUMS")):
        run("sha256sum", "-c", "--strict", "--quiet", "SHA256SUMS", cwd=root)
        with open(os.path.join(root, "metadata.jsonl"), encoding="utf-8") as rows:
            for row in map(json.loads, rows):
                with open(os.path.join(root, row["file_name"]), "rb") as file:
                    assert hashlib.sha256(file.read()).hexdigest() == row["sha256"], row


def main(imgds, out):
    for name, tree in DATASETS.items():
        pack(imgds, out, name, build(imgds, out, name, tree))


if __name__ == "__main__":
    main(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]))
