#!/usr/bin/env python3
"""A model for `imgds suggest --model`: scikit-learn on small grey pictures of a dataset's classes.

usage: imgds suggest DATASET FILE... --model "python3 model_sklearn.py DATASET"

It reads a line of JSON for each picture, {"type":"picture","path":PATH}, and answers each, in order, with
{"classes":[{"class":NAME,"score":S},...]}. Needs Pillow and scikit-learn; any other model will do as well.
"""

import base64
import json
import os
import sys

import numpy
from PIL import Image, ImageOps
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def features(path):
    image = ImageOps.exif_transpose(Image.open(path)).convert("RGB")
    return numpy.asarray(image.resize((16, 16)), dtype=float).ravel() / 255


def learn(dataset):
    inputs, answers = [], []
    for name in sorted(entry.name for entry in os.scandir(dataset) if entry.is_dir()):
        for picture in sorted(os.listdir(os.path.join(dataset, name))):
            inputs.append(features(os.path.join(dataset, name, picture)))
            answers.append(name)
    model = make_pipeline(StandardScaler(), LogisticRegression(C=0.1, max_iter=1000))
    return model.fit(inputs, answers)


def main(dataset):
    model = learn(dataset)
    for line in sys.stdin:
        picture = json.loads(line)
        path = picture["path"]
        if "path_base64" in picture:
            path = base64.b64decode(picture["path_base64"])
        scores = model.predict_proba([features(path)])[0]
        classes = [{"class": str(c), "score": float(s)} for c, s in zip(model.classes_, scores)]
        print(json.dumps({"classes": classes}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
