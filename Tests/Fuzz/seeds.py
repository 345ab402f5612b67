#!/usr/bin/env python3
"""Gathers seeds for a fuzz target from the corpora: Tests/Fuzz/seeds.py TARGET FOLDER CORPORA

Files are taken whole; Exif blocks and ICC profiles are cut out of pictures; zips, tables, catalogs and
command lines are made of the corpus's pictures and names. Needs the standard library alone.
"""
import hashlib
import json
import os
import struct
import sys
import zipfile
import zlib

LARGEST = 16 * 1024


def files(corpora):
    for folder, _, names in os.walk(os.path.join(corpora, "torture")):
        for name in sorted(names):
            path = os.path.join(folder, name)
            if os.path.getsize(path) <= 4 * LARGEST:
                with open(path, "rb") as file:
                    yield path, file.read()


def segments(jpeg):
    """The segments before a JPEG's first scan, as pairs of marker and payload."""
    place = 2
    while place + 4 <= len(jpeg) and jpeg[place] == 0xFF and jpeg[place + 1] != 0xDA:
        length = struct.unpack(">H", jpeg[place + 2 : place + 4])[0]
        yield jpeg[place + 1], jpeg[place + 4 : place + 2 + length]
        place += 2 + length


def chunks(png):
    place = 8
    while place + 8 <= len(png):
        length = struct.unpack(">I", png[place : place + 4])[0]
        yield png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        place += 12 + length


def is_jpeg(data):
    return data[:3] == b"\xff\xd8\xff"


def is_png(data):
    return data[:8] == b"\x89PNG\r\n\x1a\n"


def exif(path, data):
    if is_jpeg(data):
        yield from (block[6:] for marker, block in segments(data) if block[:5] == b"Exif\0")
    elif is_png(data):
        yield from (block for name, block in chunks(data) if name == b"eXIf")


def icc(path, data):
    if is_jpeg(data):
        yield from (block[14:] for marker, block in segments(data) if block[:11] == b"ICC_PROFILE")
    elif is_png(data):
        for name, block in chunks(data):
            if name == b"iCCP":
                try:
                    yield zlib.decompress(block.split(b"\0", 1)[1][1:])
                except zlib.error:
                    continue


def catalog(path, data):
    digest = hashlib.sha256(data).hexdigest()
    stamp = {"time": "2026-01-01T00:00:00Z", "by": "a"}
    added = {
        "type": "added", "id": digest[:16], "class": "cat", **stamp, "sha256": digest,
        "bytes": len(data), "format": "png", "width": 3, "height": 4, "orientation": 1, "mode": "rgb8",
        "colours": [{"hex": "#0a0b0c", "share": 0.5, "name": "black"}], "phash": digest[16:32],
        "warnings": ["odd"], "icc": "sRGB", "gps": True, "source": path, "visibility": "public",
    }
    lines = [
        {"type": "dataset", "version": 1, **stamp, "description": "d", "license": "MIT"},
        {"type": "class", "class": "cat", **stamp}, added,
        {"type": "labelled", "id": digest[:16], "class": "dog", **stamp, "from": "cat"},
        {"type": "visibility", "id": digest[:16], **stamp, "visibility": "private"},
        {"type": "removed", "id": digest[:16], "class": "dog", **stamp},
    ]
    yield b"".join(json.dumps(line).encode() + b"\n" for line in lines)


def csv(path, data):
    yield b'file_name,label\r\n"' + os.fsencode(os.path.basename(path)) + b'","a, ""b"""\n'


def arguments(path, data):
    name = os.fsencode(os.path.basename(path))
    yield b"\0".join([b"add", b"set", name, b"--class=cat", b"-qj2", b"--json"])
    yield b"\0".join([b"pack", b"set", b"--split", b"80,10,10", b"--", name])


def archive(path, data):
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        place = "/dev/shm/imgds-seed-%d" % os.getpid()
        with zipfile.ZipFile(place, "w", method) as out:
            out.writestr("set/cat/a.png", data[:2000])
            out.writestr("set/classes.txt", "cat\n")
        with open(place, "rb") as made:
            yield made.read()
        os.unlink(place)


def whole(path, data):
    yield data


def picture(path, data):
    if is_jpeg(data) or is_png(data):
        yield data


MAKERS = {
    "arguments": (arguments, 20), "catalog": (catalog, 20), "csv": (csv, 20), "decode": (picture, 1e9),
    "exif": (exif, 1e9), "icc": (icc, 1e9), "json": (catalog, 20), "picture": (picture, 1e9),
    "type": (whole, 1e9), "zip": (archive, 20),
}


def main():
    target, folder, corpora = sys.argv[1:]
    maker, most = MAKERS[target]
    os.makedirs(folder, exist_ok=True)
    seen = set()
    for path, data in files(corpora):
        for seed in maker(path, data):
            name = hashlib.sha256(seed).hexdigest()[:16]
            if not seed or len(seed) > LARGEST or name in seen or len(seen) >= most:
                continue
            seen.add(name)
            with open(os.path.join(folder, name), "wb") as out:
                out.write(seed)
    print("%s: %d seeds" % (target, len(seen)), file=sys.stderr)


main()
