"""Loads trees or archives with one real loader and prints what it holds, a JSON line each.

usage: probe.py LOADER PATH…

Keys: `path`, `loads`, `error`, `splits` (a list of `name`, `classes` in index order, and `files` of
`[path below PATH, class]`). A picture that a loader lists is also decoded, and counts as loaded only if
that works.
"""

import importlib
import json
import os
import sys
import warnings

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
warnings.filterwarnings("ignore")


def text(value):
    return os.fsencode(value).decode("utf-8", "backslashreplace") if isinstance(value, str) else value


def probe(loader, path):
    try:
        splits = loader.load(path)
        return {"path": text(path), "loads": True, "error": "", "splits": [
            {"name": text(name), "classes": [text(c) for c in classes],
             "files": sorted([text(os.path.relpath(file, path)), text(label)] for file, label in files)}
            for name, classes, files in splits]}
    except Exception as error:  # whatever a loader throws is the result
        words = f"{type(error).__name__}: {error}".splitlines()
        return {"path": text(path), "loads": False, "error": text(words[0][:300]), "splits": []}


if __name__ == "__main__":
    output = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    loader = importlib.import_module("loaders." + sys.argv[1])
    for path in sys.argv[2:]:
        print(json.dumps(probe(loader, path), ensure_ascii=False), file=output, flush=True)
