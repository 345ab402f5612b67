from .tree import split_folders


def load(path):
    from . import cpu_torch  # noqa: F401
    from torchvision.datasets import ImageFolder

    splits = []
    for name, folder in split_folders(path):
        data = ImageFolder(folder)
        for index in range(len(data)):
            data[index]
        splits.append((name, data.classes, [(f, data.classes[i]) for f, i in data.samples]))
    return splits
