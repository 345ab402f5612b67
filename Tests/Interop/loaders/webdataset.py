import os


def load(path):
    """Loads the shards in a folder; the split is the word before their number."""
    import webdataset as wds

    shards = sorted(n for n in os.listdir(path) if n.endswith(".tar"))
    if not shards:
        raise FileNotFoundError("webdataset opens tar files")
    with open(os.path.join(path, "classes.txt"), encoding="utf-8") as file:
        names = file.read().splitlines()
    splits = {}
    for shard in shards:
        split = shard.rsplit("-", 2)[1]
        data = wds.WebDataset(os.path.join(path, shard), shardshuffle=False).decode("pil")
        for sample in data:
            ending = next(e for e in ("jpg", "png") if e in sample)
            sample[ending].load()
            assert sample["json"]["label"] == names[sample["cls"]]
            splits.setdefault(split, []).append(
                (os.path.join(path, sample["__key__"] + "." + ending), names[sample["cls"]]))
    return [(name, names, files) for name, files in splits.items()]
