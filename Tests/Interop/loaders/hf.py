import os
import shutil
import tempfile


def load(path):
    from datasets import load_dataset

    cache = tempfile.mkdtemp()
    try:
        if path.endswith(".zip"):
            data = load_dataset("imagefolder", data_files=path, cache_dir=cache)
        elif os.path.exists(os.path.join(path, "README.md")):
            data = load_dataset(path, cache_dir=cache)
        else:
            data = load_dataset("imagefolder", data_dir=path, cache_dir=cache)
        return [(name, *contents(part, path)) for name, part in data.items()]
    finally:
        shutil.rmtree(cache)


def contents(part, path):
    from datasets import Image

    for row in part:
        row["image"].load()
    files = [row["image"]["path"] for row in part.cast_column("image", Image(decode=False))]
    files = [os.path.join(path, f) for f in files]
    if "label" not in part.features:
        return [], [(file, None) for file in files]
    label = part.features["label"]
    labels = part["label"]
    names = label.names if hasattr(label, "names") else sorted(set(labels))
    if hasattr(label, "names"):
        labels = [names[i] for i in labels]
    return names, list(zip(files, labels))
