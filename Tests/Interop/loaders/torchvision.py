from .folder_code import image_folder
from .tree import split_folders


def load(path):
    splits = []
    for name, folder in split_folders(path):
        data = image_folder()(folder)
        for index in range(len(data)):
            data[index]
        splits.append((name, data.classes, [(f, data.classes[i]) for f, i in data.samples]))
    return splits
