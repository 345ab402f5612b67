"""Small PNG files that differ by seed, made without a library."""

import hashlib
import struct
import zlib


def png(seed, side=12):
    """A PNG of 8-bit RGB noise; the same seed gives the same bytes."""

    def chunk(kind, body):
        return (struct.pack(">I", len(body)) + kind + body
                + struct.pack(">I", zlib.crc32(kind + body)))

    noise = b""
    while len(noise) < side * side * 3:
        noise += hashlib.sha256(b"%d %d" % (seed, len(noise))).digest()
    rows = b"".join(b"\0" + noise[y * side * 3:(y + 1) * side * 3] for y in range(side))
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header)
            + chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


def image_id(content):
    """The name an image has in a dataset: 16 hex digits of its SHA-256."""
    return hashlib.sha256(content).hexdigest()[:16]
