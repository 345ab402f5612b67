"""The commands that write, each with the folder it is run in.

A scenario's `prepare` fills an empty folder; the command is then run there, struck, looked at and
run again. Every scenario that has a dataset calls it `pets`.
"""

import os
import subprocess

import lacking
from pictures import image_id, png

BINARY = os.environ.get("IMGDS", "imgds")
ENVIRONMENT = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "IMGDS_USER": "ann", "LC_ALL": "C",
    "HOME": "/nonexistent", "XDG_CACHE_HOME": "/nonexistent/cache",
}


def imgds(folder, *arguments, user="ann", **more):
    """Runs the program in a folder and gives what it said."""
    return subprocess.run(
        [BINARY, *arguments], cwd=folder, env=dict(ENVIRONMENT, IMGDS_USER=user),
        stdin=subprocess.DEVNULL, capture_output=True, timeout=120, **more)


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


class Scenario:
    """A command with its folder. `sources` are the folders it must not touch, or with
    `moves` only empty; `output` is an archive that is whole or as it was; what `is_damaged` breaks
    promises before the command begins, and may lose nothing all the same; `lacks` are rules of
    lacking.py for what the file system never has."""

    def __init__(self, name, command, prepare, *, sources=(), moves=False, output=None,
                 is_damaged=False, lacks=()):
        self.name = name
        self.command = command
        self.fill = prepare
        self.sources = sources
        self.moves = moves
        self.output = output
        self.is_damaged = is_damaged
        self.lacks = list(lacks)

    def prepare(self, folder):
        os.makedirs(folder)
        self.fill(folder)

    def start(self, more=()):
        """What a child does before it becomes the command, or None."""
        rules = self.lacks + list(more)
        return lacking.installer(rules) if rules else None

    def run(self, folder):
        """The command, which nothing disturbs."""
        return imgds(folder, *self.command, preexec_fn=self.start())


def check(result):
    if result.returncode != 0:
        raise SystemExit("cannot prepare: %s" % result.stderr.decode())


def dataset(folder):
    """Two classes with two images and one."""
    check(imgds(folder, "init", "pets", "cat", "dog"))
    for seed, name in ((1, "cat"), (2, "cat"), (3, "dog")):
        path = os.path.join(folder, "first", name, "%d.png" % seed)
        write(path, png(seed))
        check(imgds(folder, "add", "pets", path, "--class", name))


def with_sources(count, *, refused=True):
    """A dataset, and a folder with new pictures, one the dataset has, and one that is none."""

    def fill(folder):
        dataset(folder)
        for seed in range(10, 10 + count):
            write(os.path.join(folder, "source", "%d.png" % seed), png(seed))
        if refused:
            write(os.path.join(folder, "source", "known.png"), png(1))
            write(os.path.join(folder, "source", "words.png"), b"no picture at all\n")

    return fill


def with_tree(folder):
    dataset(folder)
    for seed, name in ((20, "cat"), (21, "fox"), (22, "fox"), (23, "owl")):
        write(os.path.join(folder, "source", name, "%d.png" % seed), png(seed))


def with_private(folder):
    dataset(folder)
    check(imgds(folder, "label", "pets", *IDS, "--private", "--describe", "mine"))


def with_table(folder):
    dataset(folder)
    rows = ["id,label"] + ["%s,dog" % each for each in IDS]
    write(os.path.join(folder, "table.csv"), "\n".join(rows).encode())


def with_facts(folder):
    dataset(folder)
    check(imgds(folder, "class", "pets", "add", "fox"))
    check(imgds(folder, "class", "pets", "describe", "cat", "legs=4"))


def with_part(folder):
    """A dataset, and another one by someone else that shares an image with it."""
    dataset(folder)
    check(imgds(folder, "init", "part", "cat", "fox", "--license", "CC0", user="bob"))
    for seed, name, user in ((2, "cat", "bob"), (50, "cat", "ann"), (51, "fox", "bob")):
        path = os.path.join(folder, "second", name, "%d.png" % seed)
        write(path, png(seed))
        check(imgds(folder, "add", "part", path, "--class", name, user=user))
    check(imgds(folder, "label", "part", image_id(png(50)), "--also", "x", "--describe", "y",
                "--private"))
    check(imgds(folder, "class", "part", "describe", "fox", "legs=4", user="bob"))


def with_copies(folder):
    """An image of which something was said, and a copy of it that someone made in another class."""
    dataset(folder)
    check(imgds(folder, "label", "pets", IDS[0], "--also", "x", "--describe", "mine"))
    write(os.path.join(folder, "pets", "dog", IDS[0] + ".png"), png(1))


def with_archive(folder):
    dataset(folder)
    check(imgds(folder, "pack", "pets", "-o", "out.zip"))
    write(os.path.join(folder, "more.png"), png(30))
    check(imgds(folder, "add", "pets", "more.png", "--class", "dog"))


def with_strays(folder):
    """What `verify --repair` moves aside, and an image that it records."""
    dataset(folder)
    pets = os.path.join(folder, "pets")
    unrecorded = png(40)
    write(os.path.join(pets, "dog", image_id(unrecorded) + ".png"), unrecorded)
    write(os.path.join(pets, "cat", "notes.txt"), b"not a picture\n")
    write(os.path.join(pets, "stray.png"), png(42))
    write(os.path.join(pets, "cat", "inner", "deep.txt"), b"in a folder\n")


def damaged(folder):
    """One of everything that `verify --repair` mends or moves aside."""
    dataset(folder)
    pets = os.path.join(folder, "pets")
    unrecorded = png(40)
    write(os.path.join(pets, "dog", image_id(unrecorded) + ".png"), unrecorded)
    write(os.path.join(pets, "cat", "holiday.png"), png(41))
    write(os.path.join(pets, "cat", "notes.txt"), b"not a picture\n")
    write(os.path.join(pets, "stray.png"), png(42))
    os.rename(os.path.join(pets, "cat", image_id(png(2)) + ".png"),
              os.path.join(pets, "dog", image_id(png(2)) + ".png"))
    os.remove(os.path.join(pets, "cat", image_id(png(1)) + ".png"))
    with open(os.path.join(pets, ".imgds.jsonl"), "ab") as catalog:
        catalog.write(b"garbage\n\0\0\0\n{\"type\":\"added\",\"id\":\"../../x\"}\n{\"ty")


def astray(folder):
    """Two images under each other's names, and a corrupt one whose sound bytes lie beside it."""
    dataset(folder)
    check(imgds(folder, "label", "pets", image_id(png(3)), "--also", "kept"))
    cat, dog = (os.path.join(folder, "pets", name) for name in ("cat", "dog"))
    for seed, other in ((1, 2), (2, 1)):
        write(os.path.join(cat, image_id(png(other)) + ".png"), png(seed))
    write(os.path.join(dog, image_id(png(3)) + ".png"), png(3)[:-20])
    write(os.path.join(dog, "good.png"), png(3))


IDS = [image_id(png(seed)) for seed in (1, 2)]

ALL = [
    Scenario("init", ["init", "pets", "cat", "dog", "--json"], lambda folder: None),
    Scenario("init --exist-ok",
             ["init", "pets", "fox", "owl", "--exist-ok", "--license", "CC0", "--json"], dataset),
    Scenario("add", ["add", "pets", "source", "--class", "cat", "--json", "-j1"],
             with_sources(3), sources=["source"]),
    Scenario("add -j2", ["add", "pets", "source", "--class", "cat", "--json", "-j2"],
             with_sources(3), sources=["source"]),
    Scenario("add (many)", ["add", "pets", "source", "--class", "dog", "--json", "-j1"],
             with_sources(9, refused=False), sources=["source"]),
    Scenario("add --by-folder",
             ["add", "pets", "source", "--by-folder", "--create", "--json", "-j1"],
             with_tree, sources=["source"]),
    Scenario("add --move", ["add", "pets", "source", "--class", "cat", "--move", "--json", "-j1"],
             with_sources(3), sources=["source"], moves=True),
    Scenario("add --strict",
             ["add", "pets", "source", "--class", "cat", "--strict", "--json", "-j1"],
             with_sources(3, refused=False), sources=["source"]),
    Scenario("add --private",
             ["add", "pets", "source", "--class", "cat", "--private", "--json", "-j1"],
             with_sources(2), sources=["source"]),
    Scenario("add --suggest",
             ["add", "pets", "source", "--suggest", "0", "--json", "-j1"],
             with_sources(3), sources=["source"]),
    Scenario("label", ["label", "pets", *IDS, "--class", "dog", "--json"], dataset),
    Scenario("label --private",
             ["label", "pets", *IDS, "--private", "--also", "x", "--describe", "mine", "--json"],
             dataset),
    Scenario("label --public",
             ["label", "pets", *IDS, "--class", "dog", "--public", "--json"], with_private),
    Scenario("label --from", ["label", "pets", "--from", "table.csv", "--json"], with_table),
    Scenario("label --where",
             ["label", "pets", "--where", "class:cat", "--class", "dog", "--json"], dataset),
    Scenario("label --where --private",
             ["label", "pets", "--where", "class:cat", "--private", "--also", "x", "--json"],
             dataset),
    Scenario("remove", ["remove", "pets", *IDS, "--json"], dataset),
    Scenario("remove --purge", ["remove", "pets", *IDS, "--purge", "--json"], dataset),
    Scenario("remove --where", ["remove", "pets", "--where", "class:cat", "--json"], dataset),
    Scenario("remove --where --purge",
             ["remove", "pets", "--where", "class:cat", "--purge", "--json"], dataset),
    Scenario("remove (copies)",
             ["remove", "pets", "cat/%s.png" % IDS[0], IDS[1], "--json"], with_copies),
    Scenario("class add", ["class", "pets", "add", "fox", "owl", "--json"], dataset),
    Scenario("class remove", ["class", "pets", "remove", "fox", "--json"], with_facts),
    Scenario("class rename", ["class", "pets", "rename", "cat", "tiger", "--json"], with_facts),
    Scenario("class merge", ["class", "pets", "merge", "cat", "dog", "--json"], with_facts),
    Scenario("class describe", ["class", "pets", "describe", "cat", "legs=", "say=meow", "--json"],
             with_facts),
    Scenario("merge", ["merge", "pets", "part", "--json", "-j1"], with_part, sources=["part"]),
    Scenario("verify --repair", ["verify", "pets", "--repair", "--json", "-j1"], damaged,
             is_damaged=True),
    Scenario("verify --repair (names)", ["verify", "pets", "--repair", "--json", "-j1"], astray,
             is_damaged=True),
    Scenario("verify --repair (mount point)", ["verify", "pets", "--repair", "--json", "-j1"],
             with_strays, is_damaged=True, lacks=lacking.MOUNT_POINT),
    Scenario("pack", ["pack", "pets", "-o", "out.zip", "--json", "-j1"],
             with_archive, output="out.zip"),
    Scenario("pack -j2", ["pack", "pets", "-o", "out.zip", "--json", "-j2"],
             with_archive, output="out.zip"),
]
