"""What the probes share: which folders of a tree are its splits."""

import os

WORDS = {"train", "training", "validation", "valid", "val", "dev", "test", "testing", "eval",
         "evaluation"}


def split_folders(path):
    """`(name, folder)` of each split; one nameless split for a tree of plain class folders."""
    tops = sorted(entry.name for entry in os.scandir(path)
                  if entry.is_dir() and not entry.name.startswith("."))
    is_dataset = os.path.exists(os.path.join(path, ".imgds.jsonl"))
    if tops and WORDS.issuperset(tops) and not is_dataset:
        return [(name, os.path.join(path, name)) for name in tops]
    return [("", path)]
