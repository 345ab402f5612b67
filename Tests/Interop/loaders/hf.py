import os
import shutil
import tempfile
import zipfile


def load(path):
    from datasets import load_dataset

    cache = tempfile.mkdtemp()
    try:
        return [(name, *contents(part, path))
                for name, part in opened(load_dataset, path, cache).items()]
    finally:
        shutil.rmtree(cache)


def opened(load_dataset, path, cache):
    if path.endswith(".zip"):
        return load_dataset("imagefolder", data_files=path, cache_dir=cache)
    names = os.listdir(path)
    parts = {name[:-4].rsplit("_", 1)[-1]: os.path.join(path, name)
             for name in names if name.endswith(".zip")}
    if len(parts) == len(names):
        return load_dataset("imagefolder", data_files=parts, cache_dir=cache)
    if "README.md" in names:
        return load_dataset(path, cache_dir=cache)
    return load_dataset("imagefolder", data_dir=path, cache_dir=cache)


def contents(part, path):
    from datasets import Image

    for row in part:
        row["image"].load()
    files = [row["image"]["path"] for row in part.cast_column("image", Image(decode=False))]
    files = [place(file, path) for file in files]
    if "label" not in part.features:
        return [], [(file, None) for file in files]
    label = part.features["label"]
    labels = part["label"]
    names = label.names if hasattr(label, "names") else sorted(set(labels) - {None})
    if hasattr(label, "names"):
        labels = [None if i is None else names[i] for i in labels]
    return names, list(zip(files, labels))


def place(file, path):
    """The path of an image below `path`; in an archive, below the archive's top folder."""
    file = file.split("::")[0].removeprefix("zip://")
    if path.endswith(".zip"):
        with zipfile.ZipFile(path) as opened:
            root = opened.namelist()[0].split("/")[0]
        file = file.split(f"/{root}/")[-1].removeprefix(root + "/")
    return os.path.join(path, file)
