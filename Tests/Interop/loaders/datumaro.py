
from .tree import split_folders


def load(path):
    from datumaro.components.annotation import AnnotationType
    from datumaro.components.dataset import Dataset

    is_split = split_folders(path)[0][0] != ""
    data = Dataset.import_from(path, "imagenet_with_subset_dirs" if is_split else "imagenet")
    names = [label.name for label in data.categories()[AnnotationType.label]]
    splits = {}
    for item in data:
        if item.media.data is None:
            raise ValueError(f"cannot read {item.media.path}")
        labels = [a.label for a in item.annotations]
        splits.setdefault(item.subset, []).append(
            (item.media.path, names[labels[0]] if len(labels) == 1 else None))
    return [(name, names, files) for name, files in sorted(splits.items())]
