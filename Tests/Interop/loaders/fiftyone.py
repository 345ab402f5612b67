import os
from unittest import mock

from .tree import split_folders

os.environ["FIFTYONE_DATABASE_URI"] = "mongodb://localhost:1"
os.environ["FIFTYONE_DATABASE_VALIDATION"] = "false"
os.environ["FIFTYONE_DO_NOT_TRACK"] = "1"


def load(path):
    """Reads with FiftyOne's own importer; the database that would keep the samples is a stand-in."""
    import mongoengine
    import pymongo

    pymongo.MongoClient = mongoengine.connect = mock.MagicMock()
    from fiftyone.utils.data.importers import ImageClassificationDirectoryTreeImporter

    splits = []
    for name, folder in split_folders(path):
        importer = ImageClassificationDirectoryTreeImporter(folder, compute_metadata=False)
        importer.setup()
        rows = [(file, label and label.label) for file, _, label in importer]
        splits.append((name, importer.get_dataset_info()["classes"], rows))
    return splits
