"""Makes folder trees that loaders read differently.

A tree is a dictionary of relative paths: a path that ends in '/' is an empty folder, any other a file
whose content follows from its value, or from its ending where the value is None.
"""

import io
import os
import zlib

from PIL import Image

PICTURES = {
    "jpg": "JPEG", "jpeg": "JPEG", "jpe": "JPEG", "jfif": "JPEG", "png": "PNG", "bmp": "BMP",
    "gif": "GIF", "tif": "TIFF", "tiff": "TIFF", "webp": "WEBP", "ppm": "PPM",
}


def picture(name, ending, orientation=1):
    """A picture that differs from every other, as its name does."""
    seed = zlib.crc32(os.fsencode(name))
    image = Image.new("RGB", (24, 16), (seed & 255, seed >> 8 & 255, seed >> 16 & 255))
    for step in range(8):
        seed = zlib.crc32(seed.to_bytes(4, "little"))
        image.putpixel((seed % 24, seed >> 8 & 15), (seed >> 16 & 255, seed >> 24, step * 30))
    out = io.BytesIO()
    options = {}
    if orientation != 1:
        exif = Image.Exif()
        exif[0x0112] = orientation
        options["exif"] = exif
    image.save(out, PICTURES[ending.lower()], **options)
    return out.getvalue()


def content(path, value):
    ending = path.rsplit(".", 1)[-1]
    if isinstance(value, bytes):
        return value
    if isinstance(value, int):
        return picture(path, ending, value)
    if ending.lower() in PICTURES:
        return picture(path, ending)
    return b"no picture\n"


def classes(*names, per=2, ending="jpg"):
    return {f"{name}/{index}{name[:1]}.{ending}": None for name in names for index in range(per)}


def splits(words, *names):
    tree = {}
    for word in words:
        tree |= {f"{word}/{name}/{word[:2]}{index}.png": None for name in names for index in range(2)}
    return tree


ODD = ["日本", "Ünïcode", "with space", "-dash", "it's 5, ok"]
SPLITS = ["train", "val", "test"]

CASES = {
    "plain": classes("cat", "dog"),
    "many": {f"{c}/{i}.jpg": None for c in "abc" for i in range(5)},
    "names": {f"{c}/{i}.png": None for c in ODD for i in range(2)},
    "numbers": classes("1", "2", "10"),
    "natural": classes("img2", "img10", "img1"),
    "padded": classes("01", "02", "10"),
    "digits-in-words": classes("a2b", "a10b"),
    "case-order": classes("Zebra", "ant", "Bee"),
    "test-class": {"test/x.jpg": None, "test/y.jpg": None, "cat/x.jpg": None, "cat/y.jpg": None},
    "train-cats": {"train cats/x.jpg": None, "dogs/x.jpg": None, "train cats/y.jpg": None},
    "words": {"x_test_y/a.jpg": None, "contest/b.jpg": None, "latest/c.jpg": None},
    "words-in-names": {"contest/b.jpg": None, "latest/c.jpg": None, "retrain/d.jpg": None},
    "digit-word": {"test1/a.jpg": None, "cat/b.jpg": None},
    "dash-word": {"val-3/a.jpg": None, "cat/b.jpg": None},
    "upper-word": {"Test/a.jpg": None, "TRAIN/b.jpg": None},
    "file-word": {"cat/test_1.jpg": None, "cat/2.jpg": None, "dog/a.jpg": None},
    "file-word-plain": {"cat/test.jpg": None, "cat/2.jpg": None, "dog/a.jpg": None},
    "file-word-text": {"cat/test_1.txt": None, "cat/2.jpg": None, "dog/a.jpg": None},
    "root-word": {"test.txt": None, "cat/2.jpg": None, "dog/a.jpg": None},
    "both-words": {"train/test.jpg": None, "dog/a.jpg": None},
    "deep-word": {"cat/test/a.jpg": None, "dog/b.jpg": None},
    "hidden-class": classes("cat", "dog") | {".hidden/x.jpg": None},
    "hidden-empty": classes("cat", "dog") | {".git/": None},
    "hidden-file": classes("cat", "dog") | {"cat/.x.jpg": None},
    "hidden-text": classes("cat", "dog") | {"cat/.DS_Store": None},
    "hidden-root": classes("cat", "dog") | {".notes.jsonl": b"{}\n"},
    "underscores": classes("cat", "dog") | {"__pycache__/x.jpg": None},
    "underscore-file": classes("cat", "dog") | {"cat/__x.jpg": None, "_owl/x.jpg": None},
    "empty-class": classes("cat", "dog") | {"owl/": None},
    "text-class": classes("cat", "dog") | {"owl/notes.txt": None},
    "nested": classes("cat", "dog") | {"cat/deep/x.jpg": None},
    "nested-all": {"cat/deep/a.jpg": None, "dog/deep/b.jpg": None},
    "nested-two": {"cat/one/a.jpg": None, "cat/two/c.jpg": None, "dog/one/b.jpg": None},
    "nested-empty": classes("cat", "dog") | {"cat/deep/": None},
    "endings": {f"cat/{i}.{e}": None for i, e in enumerate(
        ["JPG", "jpeg", "jpe", "webp", "bmp", "gif", "tif", "png", "jfif", "ppm"])}
    | classes("dog"),
    "upper": {"cat/a.JPG": None, "cat/b.PNG": None, "dog/c.Jpeg": None},
    "webp": classes("cat", "dog", ending="webp"),
    "bmp": classes("cat", "dog", ending="bmp"),
    "gif": classes("cat", "dog", ending="gif"),
    "no-ending": {"cat/a.jpg": None, "cat/b": picture("b", "jpg"), "dog/c.jpg": None},
    "stems": {"cat/a.jpg": None, "cat/a.png": None, "dog/b.jpg": None, "dog/c.png": None},
    "stems-across": {"cat/a.jpg": None, "dog/a.jpg": None, "dog/b.png": None},
    "dots": {"cat/a.b.jpg": None, "cat/a.c.jpg": None, "v1.0/x.jpg": None},
    "root-text": classes("cat", "dog") | {"notes.txt": None},
    "root-picture": classes("cat", "dog") | {"x.jpg": None},
    "text-in-class": classes("cat", "dog") | {"cat/notes.txt": None},
    "texts": {"cat/a.jpg": None, "dog/b.jpg": None}
    | {f"cat/{i}.txt": None for i in range(5)},
    "single": classes("cat"),
    "single-nested": {"cat/deep/x.jpg": None},
    "one-picture": {"cat/x.png": None},
    "split": splits(SPLITS, "cat", "dog"),
    "split-two": splits(["train", "val"], "cat", "dog"),
    "split-names": splits(SPLITS, *ODD),
    "split-numbers": splits(SPLITS, "1", "2", "10"),
    "split-test-class": splits(SPLITS, "test", "cat"),
    "split-validation": splits(["train", "validation"], "cat", "dog"),
    "split-dev": splits(["train", "dev", "test"], "cat", "dog"),
    "split-only-train": splits(["train"], "cat", "dog"),
    "split-single": splits(SPLITS, "cat"),
    "split-missing": splits(["train"], "ant", "cat", "dog") | splits(["val"], "cat", "dog"),
    "split-extra": splits(["train"], "cat") | splits(["val"], "cat", "owl"),
    "split-fewer-first": {"train/ant/a.jpg": None, "train/ant/b.jpg": None, "val/ant/c.jpg": None,
                          "val/bee/d.jpg": None},
    "split-fewer-last": {"train/ant/a.jpg": None, "train/bee/b.jpg": None, "val/ant/c.jpg": None},
    "split-one-each": {"train/ant/a.jpg": None, "val/bee/b.jpg": None, "test/cat/c.jpg": None},
    "split-fewer-twice": {"train/ant/a.jpg": None, "val/ant/b.jpg": None, "test/bee/c.jpg": None},
    "split-deeper-last": {"train/ant/a.jpg": None, "train/bee/b.jpg": None, "test/ant/x/c.jpg": None},
    "split-empty": splits(["train", "val"], "cat", "dog") | {"val/owl/": None, "train/owl/a.png": None},
    "split-two-words": splits(["train", "training"], "cat", "dog"),
    "split-flat": {"train/a.jpg": None, "test/b.jpg": None},
    "split-root-text": splits(SPLITS, "cat", "dog") | {"notes.txt": None},
    "split-hidden": splits(SPLITS, "cat", "dog") | {".notes": None},
    "split-hidden-class": splits(["train", "val"], "cat", "dog") | {"train/.x/": None},
    "split-text": splits(SPLITS, "cat", "dog") | {"train/cat/notes.txt": None},
    "split-stems": splits(["train", "val"], "cat", "dog")
    | {"train/cat/a.jpg": None, "train/cat/a.png": None},
    "split-nested": splits(["train", "val"], "cat", "dog") | {"train/cat/deep/a.jpg": None},
    "split-endings": splits(["train", "val"], "cat", "dog") | {"train/cat/a.webp": None, "val/dog/b.JPG": None},
    "split-loose": splits(["train", "val"], "cat", "dog") | {"train/x.jpg": None},
    "mixed-split": splits(["train"], "cat", "dog") | classes("owl"),
    "turned": classes("cat", "dog") | {"cat/turned.jpg": 6},
    "corrupt": classes("cat", "dog") | {"cat/bad.jpg": picture("bad", "jpg")[:120]},
    "not-a-picture": classes("cat", "dog") | {"cat/bad.jpg": b"this is text\n"},
    "empty-file": classes("cat", "dog") | {"cat/bad.jpg": b""},
    "misnamed": classes("cat", "dog") | {"cat/really.png": picture("really", "jpg")},
    "nfc": {"caf\u00e9/a.jpg": None, "cafe\u0301/b.jpg": None},
    "case": {"Cat/a.jpg": None, "cat/b.jpg": None},
    "not-utf8": {os.fsdecode(b"caf\xe9") + "/a.jpg": None, "dog/b.jpg": None},
    "not-utf8-file": {os.fsdecode(b"dog/\xe9.jpg"): None, "cat/b.jpg": None},
    "brackets": {"[x]/a.jpg": None, "a*b/b.jpg": None, "c?/c.jpg": None},
    "percent": {"a%20b/a.jpg": None, "c#d/b.jpg": None, "e+f/c.jpg": None},
    "backslash": {"a\\b/a.jpg": None, "cat/b.jpg": None},
    "colons": {"a::b/a.jpg": None, "cat/b.jpg": None},
    "newline": {"a\nb/a.jpg": None, "cat/b.jpg": None},
    "trailing-space": {"cat /a.jpg": None, " dog/b.jpg": None},
    "folder-named-jpg": classes("cat", "dog") | {"cat/x.jpg/": None},
    "class-named-jpg": {"x.jpg/a.jpg": None, "cat/b.jpg": None},
    "logs": classes("cat", "dog") | {"cat/run.eval": None},
    "metadata": classes("cat", "dog") | {"metadata.jsonl":
        b'{"file_name":"cat/0c.jpg","label":"cat"}\n{"file_name":"dog/0d.jpg","label":"dog"}\n'},
    "metadata-csv": classes("cat", "dog") | {"metadata.csv": b"id,x\n1,2\n"},
    "metadata-csv-labels": classes("cat", "dog", per=1) | {"metadata.csv":
        b"\xef\xbb\xbffile_name,label\r\ncat/0c.jpg,cat\r\n\r\ndog/0d.jpg,dog\r\n"},
    "metadata-csv-nothing": classes("cat", "dog", per=1) | {"metadata.csv":
        b"file_name,label\ncat/0c.jpg,NA\ndog/0d.jpg,dog\n"},
    "metadata-csv-short": classes("cat", "dog", per=1) | {"metadata.csv":
        b"file_name,label\ncat/0c.jpg\ndog/0d.jpg,dog\n"},
    "metadata-csv-long": classes("cat", "dog", per=1) | {"metadata.csv":
        b"file_name,label\ncat/0c.jpg,cat\ndog/0d.jpg,dog,x\n"},
    "metadata-csv-numbers": classes("01", "02", per=1) | {"metadata.csv":
        b"file_name,label\n01/00.jpg,01\n02/00.jpg,02\n"},
    "metadata-csv-missing": classes("cat", "dog") | {"metadata.csv": b"file_name,label\ncat/x.jpg,cat\n"},
    "metadata-csv-empty": classes("cat", "dog") | {"metadata.csv": b""},
    "metadata-csv-rows": classes("cat", "dog") | {"metadata.csv": b"file_name,label\n"},
    "metadata-csv-twice": classes("cat", "dog", per=1) | {"cat/metadata.csv": b"file_name,label\n0c.jpg,cat\n",
        "dog/metadata.csv": b"file_name,label\n0d.jpg,dog\n"},
    "metadata-both": classes("cat", "dog", per=1) | {"metadata.csv": b"file_name,label\ncat/0c.jpg,cat\n",
        "metadata.jsonl": b'{"file_name":"cat/0c.jpg","label":"cat"}\n'},
    "nothing": {"cat/": None},
    "train-class": {"train/a.jpg": None, "cat/b.jpg": None},
    "training-class": {"training/a.jpg": None, "cat/b.jpg": None},
    "val-class": {"val/a.jpg": None, "cat/b.jpg": None},
    "drive": {"c/a.jpg": None, "dog/b.jpg": None},
    "drive-like": {"c:x/a.jpg": None, "dog/b.jpg": None},
    "arabic-digits": {"\u0661/a.jpg": None, "\u0662/b.jpg": None, "10/c.jpg": None},
    "superscript": {"x\u00b2/a.jpg": None, "\u00b2/b.jpg": None},
    "mixed-numbers": {"1/a.jpg": None, "a1/b.jpg": None, "a/c.jpg": None, "1a/d.jpg": None},
    "sharp-s": {"stra\u00dfe/a.jpg": None, "STRASSE/b.jpg": None, "\u0130x/c.jpg": None},
    "leaf-twins": {"cat/one/a.jpg": None, "dog/one/b.jpg": None},
    "leaf-class": {"cat/dog/a.jpg": None, "dog/b.jpg": None, "cat/c.jpg": None},
    "blacklist": {"images/a.jpg": None, "labels/b.jpg": None},
    "no-label": {"no_label/a.jpg": None, "cat/b.jpg": None},
    "zip-inside": classes("cat", "dog") | {"cat/x.zip": b"PK\x05\x06" + bytes(18)},
    "audio": classes("cat") | {"dog/x.jpg": None} | {f"dog/{i}.wav": b"x" for i in range(9)},
    "video-class": {"cat/a.jpg": None, "dog/b.mpg": b"x"},
    "double-ending": {"cat/a.jpg.txt": None, "cat/b.jpg": None, "dog/c.txt.jpg": None},
    "tilde": {"~cat/a.jpg": None, "$HOME/b.jpg": None, "%s/c.jpg": None},
    "long": {"x" * 200 + "/a.jpg": None, "dog/b.jpg": None},
    "data-shards": {"data/train-00000-of-00001.jpg": None, "cat/b.jpg": None},
    "root-metadata-hidden": classes("cat", "dog") | {"cat/metadata.csv": b"file_name,x\n0c.jpg,1\n"},
}


for _name in ("brackets", "percent", "backslash", "colons", "newline", "trailing-space", "hidden-file",
              "hidden-text", "hidden-class", "underscores", "underscore-file", "gif", "upper", "endings",
              "dots", "case", "nfc", "not-utf8", "not-utf8-file", "folder-named-jpg", "nested-all",
              "nested-empty", "empty-class", "text-class", "corrupt", "not-a-picture", "empty-file",
              "misnamed", "turned", "natural", "case-order", "many", "file-word", "words", "deep-word",
              "no-ending", "single", "metadata", "texts"):
    CASES["in-splits-" + _name] = {
        f"{split}/{path}": value for split in ("train", "val") for path, value in CASES[_name].items()}


def make(root, tree):
    for path, value in tree.items():
        target = os.path.join(root, path)
        if path.endswith("/"):
            os.makedirs(target, exist_ok=True)
            continue
        os.makedirs(os.path.dirname(target), exist_ok=True)
        with open(target, "wb") as file:
            file.write(content(path, value))


def make_all(root):
    """Makes every case below a folder, and some with links."""
    for name, tree in CASES.items():
        make(os.path.join(root, name), tree)
    linked = os.path.join(root, "links")
    make(linked, CASES["plain"])
    make(linked + "-targets", {"owl/o.jpg": None, "p.jpg": None})
    os.symlink("../links-targets/owl", os.path.join(linked, "owl"))
    os.symlink("../../links-targets/p.jpg", os.path.join(linked, "cat/p.jpg"))
    below = os.path.join(root, "link-below")
    make(below, CASES["plain"])
    os.symlink("../../links-targets/owl", os.path.join(below, "cat/owl"))
    dangling = os.path.join(root, "link-dangling")
    make(dangling, CASES["plain"])
    os.symlink("nowhere.jpg", os.path.join(dangling, "cat/x.jpg"))
    return sorted(name for name in os.listdir(root) if name != "links-targets")


if __name__ == "__main__":
    import sys

    print("\n".join(make_all(sys.argv[1])))
