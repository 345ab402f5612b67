import os
import shutil
import tempfile


def load(path):
    """Loads the shards in a folder with Hugging Face, each set of one ending on its own."""
    from datasets import load_dataset

    with open(os.path.join(path, "classes.txt"), encoding="utf-8") as file:
        names = file.read().splitlines()
    sets = {}
    for shard in sorted(n for n in os.listdir(path) if n.endswith(".tar")):
        stem, split, _ = shard.rsplit("-", 2)
        sets.setdefault(stem, {}).setdefault(split, []).append(os.path.join(path, shard))
    splits = {}
    cache = tempfile.mkdtemp()
    try:
        for files in sets.values():
            data = load_dataset("webdataset", data_files=files, cache_dir=cache)
            for split, part in data.items():
                splits.setdefault(split, []).extend(rows(part, path, names))
    finally:
        shutil.rmtree(cache)
    return [(name, names, files) for name, files in splits.items()]


def rows(part, path, names):
    for row in part:
        ending = next(e for e in ("jpg", "png") if e in row)
        row[ending].load()
        assert row["json"]["label"] == names[row["cls"]]
        yield os.path.join(path, f"{row['__key__']}.{ending}"), names[row["cls"]]
