#!/usr/bin/env python3
"""Draws pictures of three classes into folders, for the other examples to learn from.

usage: shapes.py FOLDER [IMAGES-PER-CLASS]

    python3 shapes.py shapes-source
    imgds init shapes
    imgds add shapes shapes-source --by-folder --create
    imgds pack shapes --split 70,15,15
"""

import os
import random
import sys

from PIL import Image, ImageDraw


def draw(shape, chance):
    """A shape of any colour, size and place on a ground of another colour; 48 x 48 pixels."""
    ground, ink = (tuple(chance.randrange(256) for _ in range(3)) for _ in range(2))
    while sum(abs(a - b) for a, b in zip(ground, ink)) < 200:
        ink = tuple(chance.randrange(256) for _ in range(3))
    image = Image.new("RGB", (48, 48), ground)
    size = chance.randrange(18, 34)
    x, y = chance.randrange(2, 46 - size), chance.randrange(2, 46 - size)
    pen = ImageDraw.Draw(image)
    if shape == "circle":
        pen.ellipse((x, y, x + size, y + size), fill=ink)
    elif shape == "square":
        pen.rectangle((x, y, x + size, y + size), fill=ink)
    else:
        pen.polygon(((x, y + size), (x + size, y + size), (x + size // 2, y)), fill=ink)
    return image


def main(folder, count="150"):
    chance = random.Random(1)
    for shape in ("circle", "square", "triangle"):
        os.makedirs(os.path.join(folder, shape), exist_ok=True)
        for index in range(int(count)):
            draw(shape, chance).save(os.path.join(folder, shape, f"{index:04}.png"))


if __name__ == "__main__":
    main(*sys.argv[1:])
