#!/usr/bin/env python3
"""Trains a small classifier with PyTorch on a packed zip, which is read as it is, never unpacked.

usage: train_torch.py DATASET.zip [EPOCHS]

    imgds pack shapes --split 70,15,15
    python3 train_torch.py shapes_dataset.zip

The splits, the labels and the order of the classes come from the archive: `metadata.jsonl` tells of each
image its file, label and split, and the line of a class in `classes.txt` is its index, which is also the
one that torchvision and Keras give it.
"""

import io
import json
import sys
import zipfile

import numpy as np
import torch
from PIL import Image, ImageOps
from torch import nn
from torch.utils.data import DataLoader, Dataset

SIDE = 48


class PackedImages(Dataset):
    """The images of one split of an archive."""

    def __init__(self, path, split):
        self.archive = zipfile.ZipFile(path)
        lists = next(name for name in self.archive.namelist() if name.endswith("/metadata.jsonl"))
        self.root = lists.removesuffix("metadata.jsonl")
        rows = [json.loads(line) for line in self.archive.read(lists).splitlines()]
        self.rows = [row for row in rows if row["split"] == split]
        self.classes = self.archive.read(self.root + "classes.txt").decode().splitlines()

    def __len__(self):
        return len(self.rows)

    def __getitem__(self, index):
        row = self.rows[index]
        image = Image.open(io.BytesIO(self.archive.read(self.root + row["file_name"])))
        image = ImageOps.exif_transpose(image).convert("RGB").resize((SIDE, SIDE))
        pixels = torch.from_numpy(np.asarray(image, dtype=np.float32) / 255).permute(2, 0, 1)
        return pixels, self.classes.index(row["label"])


def network(classes):
    def layer(inputs, outputs):
        return nn.Sequential(nn.Conv2d(inputs, outputs, 3, padding=1), nn.BatchNorm2d(outputs),
                             nn.ReLU(), nn.MaxPool2d(2))

    return nn.Sequential(layer(3, 16), layer(16, 32), layer(32, 64), nn.AdaptiveAvgPool2d(3),
                         nn.Flatten(), nn.Linear(64 * 9, classes))


@torch.no_grad()
def accuracy(model, images):
    model.eval()
    right = sum((model(pixels).argmax(1) == labels).sum().item()
                for pixels, labels in DataLoader(images, batch_size=64))
    return right / max(1, len(images))


def main(path, epochs="12"):
    torch.manual_seed(0)
    train, val, test = (PackedImages(path, split) for split in ("train", "val", "test"))
    model = network(len(train.classes))
    optimiser = torch.optim.Adam(model.parameters(), lr=3e-3)
    for epoch in range(int(epochs)):
        model.train()
        for pixels, labels in DataLoader(train, batch_size=32, shuffle=True):
            optimiser.zero_grad()
            nn.functional.cross_entropy(model(pixels), labels).backward()
            optimiser.step()
        print(f"epoch {epoch + 1}: {accuracy(model, val):.3f} of val right")
    print(f"{accuracy(model, test):.3f} of {len(test)} test images right, "
          f"classes {', '.join(train.classes)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
