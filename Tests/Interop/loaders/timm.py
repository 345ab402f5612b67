from PIL import Image

from .folder_code import timm_reader
from .tree import split_folders


def load(path):
    splits = []
    for name, _ in split_folders(path):
        reader = timm_reader(path, name or "train")
        for file, _ in reader.samples:
            Image.open(file).convert("RGB")
        names = {i: c for c, i in reader.class_to_idx.items()}
        splits.append((name, [names[i] for i in sorted(names)],
                       [(f, names[i]) for f, i in reader.samples]))
    return splits
