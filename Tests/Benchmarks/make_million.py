#!/usr/bin/env python3
"""Makes a dataset of many images whose catalog is plausible, for measuring at size.

make_million.py FOLDER [--images 1000000] [--classes 100] [--files]

Ids are the digests of a counter, so that no image need exist; with --files every image is there, as
a tiny PNG that its id and facts are true of. Every hundredth image has been relabelled, every
fiftieth is private.
"""

import argparse
import hashlib
import json
import os
import random
import struct
import zlib


def chunk(kind, body):
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png(number):
    """A PNG of one pixel and a text that makes it differ."""
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
            + chunk(b"tEXt", b"Comment\0%d" % number)
            + chunk(b"IDAT", zlib.compress(b"\0" + struct.pack(">I", number)[1:]))
            + chunk(b"IEND", b""))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--images", type=int, default=1_000_000)
    parser.add_argument("--classes", type=int, default=100)
    parser.add_argument("--files", action="store_true", help="make the images, too")
    options = parser.parse_args()
    names = ["class%03d" % number for number in range(options.classes)]
    os.makedirs(options.folder)
    chance = random.Random(0)
    stamp = '"time":"2026-01-02T03:04:05Z","by":"%s"'
    colours = [json.dumps(
        [{"hex": "#%06x" % chance.randrange(1 << 24), "share": round(0.4 / place, 4),
          "name": chance.choice(["brown", "dark grey", "white", "olive", "sky blue"])}
         for place in range(1, 6)], separators=(",", ":")) for _ in range(500)]
    with open(os.path.join(options.folder, ".imgds.jsonl"), "w") as catalog:
        catalog.write('{"type":"dataset","version":1,%s}\n' % (stamp % "ann"))
        for name in names:
            os.mkdir(os.path.join(options.folder, name))
            catalog.write('{"type":"class","class":"%s",%s}\n' % (name, stamp % "ann"))
        for number in range(options.images):
            content = png(number) if options.files else b"%d" % number
            digest = hashlib.sha256(content).hexdigest()
            name = first = names[number % len(names)]
            by = "ann" if number % 3 else "bob"
            is_moved, is_private = number % 100 == 99, number % 50 == 49
            if is_moved:
                name = names[(number + 1) % len(names)]
            size, width, height = len(content), 1, 1
            crc32 = ',"crc32":"%08x"' % zlib.crc32(content) if options.files else ""
            if not options.files:
                size, width, height = 40_000 + number % 90_000, 500, 375
            catalog.write(
                '{"type":"added","id":"%s","class":"%s",%s,"sha256":"%s","bytes":%d,'
                '"format":"png","width":%d,"height":%d,"orientation":1,"mode":"rgb8",'
                '"colours":%s,"phash":"%016x"%s,"source":"photos/2024/IMG_%07d.png",'
                '"visibility":"%s"}\n'
                % (digest[:16], first, stamp % by, digest, size, width, height,
                   chance.choice(colours), chance.getrandbits(64), crc32, number,
                   "private" if is_private else "public"))
            if is_moved:
                catalog.write('{"type":"labelled","id":"%s","class":"%s",%s,"from":"%s"}\n'
                              % (digest[:16], name, stamp % by, first))
            if options.files:
                path = os.path.join(options.folder, name, digest[:16] + ".png")
                with open(path, "wb") as file:
                    file.write(content)
                if is_private:
                    os.chmod(path, 0o600)


if __name__ == "__main__":
    main()
