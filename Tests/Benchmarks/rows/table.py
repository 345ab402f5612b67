"""The rows: what is measured, beside what, and what is to be reached."""

import os
import shutil

from data import HERE, IMGDS
from measure import Contender


class Row:
    """`goals` are the largest ratios of the program to a peer, by peer and `wall` or `cpu`."""

    def __init__(self, name, title, make, **goals):
        self.name, self.title, self.make = name, title, make
        self.goals = {peer.replace("_", " "): goal for peer, goal in goals.items()}


def fresh(data, folder):
    def make():
        data.away(folder)
        os.makedirs(folder)
    return make


def gone(path):
    def remove():
        if os.path.exists(path):
            os.remove(path)
    return remove


def has(tool):
    return shutil.which(tool) is not None


def adding(pictures):
    """`add` of a folder's pictures to an empty dataset."""

    def make(data, slow):
        folder = pictures(data)
        new, out, listing = data.path("new"), data.path("out"), data.list_of(folder)
        yield Contender("imgds", [IMGDS, "add", new, folder, "--class", "class", "--quiet"],
                        before=lambda: data.empty(new))
        yield Contender("floor", [data.floor, str(data.jobs), out], before=fresh(data, out),
                        takes=listing)
        # What is durable at its end, as all that imgds tells of is.
        yield Contender("floor, flushed", "%s %d '%s' && sync -f '%s'" % (
            data.floor, data.jobs, out, out), before=fresh(data, out), takes=listing)
        python = data.python("pillow==12.0.0")
        if python:
            yield Contender("pillow", [python, os.path.join(HERE, "pillow_add.py"), out],
                            before=fresh(data, out), takes=listing)
    return make


def verifying(data, slow):
    folder = data.photographs
    yield Contender("imgds", [IMGDS, "verify", data.tree_of(folder), "--quiet", "--checks",
                              "soundness,records"])
    yield Contender("floor", [data.floor, str(data.jobs)], takes=data.list_of(folder))
    if has("jpeginfo"):
        yield Contender("jpeginfo", "jpeginfo -c -q -f -", takes=data.list_of(folder),
                        allowed=(0, 1))


def verifying_all(data, slow):
    folder = data.photographs
    yield Contender("imgds", [IMGDS, "verify", data.tree_of(folder), "--quiet"])
    yield Contender("floor", [data.floor, str(data.jobs)], takes=data.list_of(folder))
    python = data.python("cleanvision==0.3.7", "setuptools<81") if slow else None
    if python:
        yield Contender("cleanvision", [
            python, "-c", "import sys; from cleanvision import Imagelab\n"
            "Imagelab(data_path=sys.argv[1]).find_issues(verbose=False)", folder])


def packing(dataset):
    """`pack` of a dataset, beside archivers that keep its files as they are."""

    def make(data, slow):
        path = dataset(data)
        out, tree = data.path("out.zip"), os.path.basename(path)
        inside = os.path.dirname(path)
        yield Contender("imgds", [IMGDS, "pack", path, "-o", out, "--quiet",
                                  "--include-private"], before=gone(out))
        for tool, words in (("tar", ["tar", "cf", out, tree]),
                            ("bsdtar", ["bsdtar", "--format=zip", "--options=compression=store",
                                        "-cf", out, tree]),
                            ("zip -0", ["zip", "-q", "-r", "-0", out, tree]),
                            ("zip", ["zip", "-q", "-r", out, tree])):
            if has(words[0]):
                yield Contender(tool, words, before=gone(out), folder=inside)
    return make


def reading(*words, with_files=False):
    """A command on a catalog of a million records, beside counting its lines."""

    def make(data, slow):
        path = data.made(data.count(1_000_000), with_files)
        yield Contender("imgds", [IMGDS, words[0], path, *words[1:]], allowed=(0, 1))
        # Into a pipe: grep stops at the first match if its output is /dev/null.
        yield Contender("grep -c", "grep -c added '%s' | cat" % os.path.join(path, ".imgds.jsonl"))
    return make


def adding_one(data, slow):
    """`add` of one picture to a dataset of a million, and to an empty one."""
    large, empty = data.made(data.count(1_000_000), False), data.path("empty")
    folder = data.generated(40, "jpeg", 64, 64)
    names = {"large": iter(sorted(os.listdir(folder))), "one": os.path.join(folder, "000000.jpg")}
    chosen = data.path("one.jpg")

    def next_picture():
        shutil.copy(os.path.join(folder, next(names["large"])), chosen)
    yield Contender("imgds", [IMGDS, "add", large, chosen, "--class", "class000", "--quiet"],
                    before=next_picture)
    yield Contender("to an empty one", [IMGDS, "add", empty, names["one"], "--class", "class",
                                        "--quiet"], before=lambda: data.empty(empty))


def starting(data, slow):
    """A hundred starts each, as one is too short for a clock."""
    loop = "i=0; while [ $i -lt 100 ]; do %s --version; i=$((i + 1)); done"
    yield Contender("imgds", loop % IMGDS)
    if has("git"):
        yield Contender("git", loop % "git")


ALL = [
    Row("add-jpeg", "add 1,000 JPEG photographs", adding(lambda data: data.photographs),
        floor={"wall": 1.30, "cpu": 1.30}, pillow={"wall": 1 / 2.1}),
    Row("add-png", "add 600 PNG of 512 x 512 RGBA",
        adding(lambda data: data.generated(data.count(600), "png", 512, 512)),
        floor={"wall": 1.15, "cpu": 1.15}),
    Row("add-small", "add 10,000 JPEG of 32 x 32",
        adding(lambda data: data.generated(data.count(10_000), "jpeg", 32, 32)),
        floor={"wall": 1.50, "cpu": 1.50}),
    Row("verify", "verify the photographs, integrity alone", verifying,
        floor={"wall": 1.10, "cpu": 1.10}),
    Row("verify-all", "verify the photographs, every check", verifying_all,
        floor={"wall": 1.40, "cpu": 1.40}, cleanvision={"wall": 1 / 12}),
    Row("pack", "pack the photographs",
        packing(lambda data: data.dataset_of(data.photographs)), tar={"wall": 1.10}),
    Row("pack-many", "pack 50,000 tiny PNG",
        packing(lambda data: data.made(data.count(50_000), True)),
        bsdtar={"wall": 1.0}, **{"zip -0": {"wall": 0.5}}),
    Row("list", "list a million records", reading("list"), **{"grep -c": {"wall": 3}}),
    Row("stats", "stats of a million records", reading("stats"), **{"grep -c": {"wall": 3}}),
    Row("verify-quick", "verify --quick of 100,000 images there",
        lambda data, slow: reading("verify", "--quick", "--quiet", with_files=True)(
            Tenth(data), slow)),
    Row("add-one", "add one image to a million", adding_one,
        **{"to an empty one": {"wall": 1.5}}),
    Row("start", "a hundred starts", starting, git={"wall": 1.5}),
]


class Tenth:
    """Data whose counts are a tenth."""

    def __init__(self, data):
        self._data = data

    def __getattr__(self, name):
        return getattr(self._data, name)

    def count(self, whole):
        return self._data.count(whole // 10)
