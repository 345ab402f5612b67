import os


def load(path):
    """Validates and loads the description in a folder, whose archive lies beside it."""
    import mlcroissant as mlc

    description = next(n for n in os.listdir(path) if n.endswith("_croissant.json"))
    data = mlc.Dataset(os.path.join(path, description))
    if data.metadata.ctx.issues.errors:
        raise ValueError(str(data.metadata.ctx.issues.errors))
    names = [text(row["classes/name"]) for row in data.records("classes")]
    splits = {}
    for row in data.records("images"):
        row["images/image"].load()
        split = text(row["images/split"]) if "images/split" in row else "train"
        splits.setdefault(split, []).append(
            (os.path.join(path, text(row["images/path"])), text(row["images/label"])))
    return [(name, names, files) for name, files in splits.items()]


def text(value):
    return value.decode() if isinstance(value, bytes) else value
