"""Compares decoded rows with what Pillow and djpeg decode.

usage: compare_pixels.py TABLE

TABLE has a line for each picture: path, format, width, height, channels, bits of a sample, stored mode
and the file of its rows, separated by tabs. A line is printed for each picture that differs.

PNG: equal to Pillow's bit for bit. Where Pillow keeps the high byte of 16-bit colour only, that byte is
compared. Where it leaves a gray colour key unscaled, alpha is made here from the key.
JPEG: gray and RGB within 1 of djpeg, CMYK and YCCK within 1 of Pillow.
"""

import io
import shutil
import subprocess
import sys
import warnings

from PIL import Image, ImageChops

warnings.simplefilter("ignore")
Image.MAX_IMAGE_PIXELS = None
MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
GRAY_DEPTHS = {"gray1": 1, "gray2": 2, "gray4": 4, "gray8": 8, "gray16": 16}


def high_bytes(rows):
    return rows[1::2] if sys.byteorder == "little" else rows[::2]


def keyed_gray(image, depth):
    """Gray and alpha of a gray picture with a colour key, 8 or native 16 bits."""
    step = 255 // (2**depth - 1) if depth <= 8 else 1
    key = image.info["transparency"] * step
    if depth == 16:
        gray = memoryview(image.tobytes("raw", "I;16N")).cast("H")
        pairs = [word for value in gray for word in (value, 0 if value == key else 65535)]
        return b"".join(word.to_bytes(2, sys.byteorder) for word in pairs)
    gray = image.convert("L").tobytes()
    return bytes(byte for value in gray for byte in (value, 0 if value == key else 255))


def expected_png(path, channels, depth, mode):
    image = Image.open(path)
    image.load()
    if channels == 2 and mode in GRAY_DEPTHS:
        return keyed_gray(image, GRAY_DEPTHS[mode])
    if depth == 16 and channels == 1:
        return image.tobytes("raw", "I;16N")
    return image.convert(MODES[channels]).tobytes()


def expected_jpeg(path, mode):
    if mode in ("cmyk8", "ycck8"):
        return Image.open(path).convert("RGB")
    run = subprocess.run(["djpeg", "-pnm", path], capture_output=True, check=False)
    return Image.open(io.BytesIO(run.stdout))


def differs(path, format, size, channels, depth, mode, rows):
    if format == "jpeg":
        expected = expected_jpeg(path, mode)
        if expected.size != size:
            return True
        found = Image.frombytes(MODES[channels], size, rows)
        extrema = ImageChops.difference(found, expected).getextrema()
        return max(extrema if channels == 1 else [high for _, high in extrema]) > 1
    expected = expected_png(path, channels, depth, mode)
    if depth == 16 and len(rows) == 2 * len(expected):
        rows = high_bytes(rows)
    return rows != expected


def main():
    has_djpeg = shutil.which("djpeg") is not None
    compared = 0
    with open(sys.argv[1], encoding="utf-8", errors="surrogateescape") as table:
        for line in table:
            path, format, *numbers, mode, rows = line.rstrip("\n").split("\t")
            width, height, channels, depth = map(int, numbers)
            if format == "jpeg" and not has_djpeg:
                continue
            with open(rows, "rb") as file:
                if differs(path, format, (width, height), channels, depth, mode, file.read()):
                    print(f"{mode} differs: {path}".encode("utf-8", "replace").decode())
            compared += 1
    print(f"compared {compared}", file=sys.stderr)


if __name__ == "__main__":
    main()
