#!/usr/bin/env python3
"""Packs datasets on either side of where a zip needs Zip64, and has Python read them.

usage: zip64.py [--short] [--work FOLDER]

IMGDS names the binary, else the release build is taken. --short packs by the number of entries
alone; whole, a zip of more than 4 GiB is made too, for which FOLDER (else the system's folder for
temporary files) needs 10 GB.
"""

import argparse
import os
import struct
import subprocess
import sys
import tempfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
IMGDS = os.environ.get("IMGDS", os.path.join(ROOT, ".build/release/imgds"))
#: The classic end record cannot tell this many entries, nor this many bytes.
ENTRIES, BYTES = 0xFFFF, 0xFFFFFFFF
#: What a zip holds beside images: metadata.jsonl, README.md, classes.txt and SHA256SUMS.
COMPANIONS = 4


def run(*words):
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


def pack(dataset):
    """Packs a dataset, private images too, and gives the archive."""
    archive = dataset + ".zip"
    run(IMGDS, "pack", dataset, "-o", archive, "--quiet", "--include-private")
    return archive


def many(folder, images):
    """A dataset of so many tiny images that lie there."""
    dataset = os.path.join(folder, "many%d" % images)
    run(sys.executable, os.path.join(ROOT, "Tests/Benchmarks/make_million.py"), dataset,
        "--images", images, "--classes", 10, "--files")
    return dataset


def large(folder):
    """A dataset of JPEGs with 250 MB of zeros behind each, 4.5 GB in all."""
    sources = os.path.join(folder, "sources")
    os.makedirs(sources)
    for number in range(18):
        path = os.path.join(sources, "%d.jpg" % number)
        with open(path, "wb") as file:
            file.write(tiny_jpeg(number))
            file.truncate(250_000_000)
    dataset = os.path.join(folder, "large")
    run(IMGDS, "init", dataset, "class")
    run(IMGDS, "add", dataset, sources, "--class", "class", "--move", "--quiet")
    return dataset


def tiny_jpeg(number):
    """A grey JPEG of 8 x 8 pixels with one code for everything, told apart by a comment."""

    def segment(marker, body):
        return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body

    one_code = bytes([0, 1] + [0] * 14) + b"\0"
    return (b"\xff\xd8" + segment(0xFE, b"%d" % number) + segment(0xDB, b"\0" + b"\x10" * 64)
            + segment(0xC0, struct.pack(">BHHB", 8, 8, 8, 1) + b"\1\x11\0")
            + segment(0xC4, b"\x00" + one_code) + segment(0xC4, b"\x10" + one_code)
            + segment(0xDA, b"\1\1\0\0\x3f\0") + b"\x0f\xff\xd9")


def check(archive, images):
    """Every entry reads whole, and Zip64 is used exactly where it must be."""
    size = os.path.getsize(archive)
    with open(archive, "rb") as file:
        file.seek(-22, os.SEEK_END)
        end = file.read()
        file.seek(max(0, size - 22 - 20 - 56))
        has_records = b"PK\6\6" in file.read(56) and b"PK\6\7" in file.read(20)
    signature, _, _, _, count, _, start, _ = struct.unpack("<4sHHHHIIH", end)
    assert signature == b"PK\5\6", "no end record of 22 bytes"
    with zipfile.ZipFile(archive) as opened:
        entries = opened.infolist()
        assert len(entries) == images + COMPANIONS, len(entries)
        far = [entry for entry in entries if entry.header_offset >= BYTES]
        assert opened.start_dir < BYTES or far, "the directory alone lies behind 4 GiB"
        assert opened.testzip() is None
        needed = len(entries) >= ENTRIES or opened.start_dir >= BYTES
        names = [entry.filename for entry in entries]
        assert names == sorted(names, key=os.fsencode) and len(set(names)) == len(names)
        for entry in entries:
            has_extra = entry.extra[:2] == b"\1\0"
            assert has_extra == (entry.header_offset >= BYTES), entry.filename
    assert has_records == needed, "Zip64 records: %s, needed: %s" % (has_records, needed)
    assert (count == ENTRIES) == (len(entries) >= ENTRIES), count
    assert (start == BYTES) == (opened.start_dir >= BYTES), start
    run(IMGDS, "verify", archive, "--checks", "soundness,records", "--quiet")
    print("%d entries, %d bytes: Zip64 %s" % (len(entries), size, "used" if needed else "not used"))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--short", action="store_true", help="no zip of more than 4 GiB")
    parser.add_argument("--work", help="where datasets and archives are made, and taken away")
    options = parser.parse_args()
    os.environ["IMGDS_USER"] = "ann"
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        for images in (ENTRIES - COMPANIONS - 1, ENTRIES - COMPANIONS, 70_000):
            check(pack(many(folder, images)), images)
        if not options.short:
            check(pack(large(folder)), 18)


if __name__ == "__main__":
    main()
