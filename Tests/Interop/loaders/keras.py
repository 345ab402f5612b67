import os

from .tree import split_folders

os.environ["TF_CPP_MIN_LOG_LEVEL"] = "3"
os.environ["CUDA_VISIBLE_DEVICES"] = ""


def load(path):
    import keras

    splits = []
    for name, folder in split_folders(path):
        data = keras.utils.image_dataset_from_directory(
            folder, label_mode="int", shuffle=False, image_size=(8, 8), batch_size=1, verbose=False)
        labels = [int(label[0]) for _, label in data]
        splits.append((name, data.class_names,
                       [(f, data.class_names[i]) for f, i in zip(data.file_paths, labels)]))
    return splits
