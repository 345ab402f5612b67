"""The folder code of torchvision and timm, with torch or without.

With a torch that has no CUDA, PyPI's torchvision cannot load its compiled operators; the folder code
needs none, but the package asks on import whether two exist, so they are declared. Without torch the
files of the folder code are imported on their own, their packages replaced by empty ones.
"""

import ast
import importlib
import importlib.util
import os
import sys
import types


def has_torch():
    return importlib.util.find_spec("torch") is not None


def image_folder():
    """torchvision's `ImageFolder`."""
    if has_torch():
        declare_operators()
        return importlib.import_module("torchvision.datasets").ImageFolder
    hollow("torchvision").get_image_backend = lambda: "PIL"
    hollow("torchvision.datasets")
    vision = types.ModuleType("torchvision.datasets.vision")
    vision.VisionDataset = VisionDataset
    sys.modules[vision.__name__] = vision
    return importlib.import_module("torchvision.datasets.folder").ImageFolder


def timm_reader(root, split):
    """timm's reader of a split, as its training script finds it."""
    if has_torch():
        declare_operators()
        return importlib.import_module("timm.data").create_dataset("", root=root, split=split).reader
    for name in ("timm", "timm.utils", "timm.data", "timm.data.readers"):
        hollow(name)
    reader = importlib.import_module("timm.data.readers.reader_image_folder").ReaderImageFolder
    return reader(timm_search_split()(root, split))


class VisionDataset:
    """Stands for the base class, of which the folder code uses these members."""

    def __init__(self, root, transforms=None, transform=None, target_transform=None):
        self.root, self.transform, self.target_transform = root, transform, target_transform


def hollow(name):
    """A package without the code of its `__init__`, so that its files can be imported alone."""
    if name not in sys.modules:
        package = types.ModuleType(name)
        package.__path__ = list(importlib.util.find_spec(name).submodule_search_locations)
        sys.modules[name] = package
    return sys.modules[name]


def timm_search_split():
    """The one function of `timm/data/dataset_factory.py` that chooses the folder."""
    path = os.path.join(sys.modules["timm.data"].__path__[0], "dataset_factory.py")
    with open(path, encoding="utf-8") as file:
        tree = ast.parse(file.read())
    names = {"_TRAIN_SYNONYM", "_EVAL_SYNONYM", "_search_split"}
    tree.body = [node for node in tree.body if getattr(node, "name", None) in names
                 or isinstance(node, ast.Assign) and node.targets[0].id in names]
    scope = {"os": os}
    exec(compile(tree, path, "exec"), scope)
    return scope["_search_split"]


def declare_operators():
    import torch

    if "torchvision" in sys.modules:
        return
    global library
    library = torch.library.Library("torchvision", "FRAGMENT")
    for name in ("nms", "qnms"):
        library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
