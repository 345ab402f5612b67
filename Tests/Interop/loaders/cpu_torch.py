"""Lets PyPI's torchvision, compiled against CUDA, be imported beside a torch without it.

Its compiled operators cannot be loaded there; the folder code needs none of them, but the package asks
on import whether two exist.
"""

import torch

_library = torch.library.Library("torchvision", "FRAGMENT")
for _name in ("nms", "qnms"):
    try:
        _library.define(f"{_name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    except RuntimeError:
        pass
import torchvision  # noqa: E402, F401
