from PIL import Image

from .tree import split_folders


def load(path):
    from . import cpu_torch  # noqa: F401
    from timm.data import create_dataset

    splits = []
    for name, _ in split_folders(path):
        data = create_dataset("", root=path, split=name or "train")
        for file, _ in data.reader.samples:
            with open(file, "rb") as image:
                Image.open(image).convert("RGB")
        reader = data.reader
        names = {i: c for c, i in reader.class_to_idx.items()}
        splits.append((name, [names[i] for i in sorted(names)],
                       [(f, names[i]) for f, i in reader.samples]))
    return splits
