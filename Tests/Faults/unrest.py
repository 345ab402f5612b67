"""Readers beside writers that leave nothing where it lies, for a fixed amount of work.

One process labels, one renames and merges classes, one removes images and adds them again, round by
round; until they are done others list, verify and pack. Most pictures are never removed: each listing
must have them once, each archive, too, and verify must find nothing, whatever moved while it looked.
"""

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import threading

import promise
import scenarios
from crowd import Crew
from pictures import image_id, png

CLASSES = ["a", "b", "c"]
#: What class a is called half of the time.
OTHER = "zz"
#: What a command may say that named a class which another writer had just taken away.
GONE = (b"there is no class", b"was removed meanwhile", b"no class")


class Unrest(Crew):
    def __init__(self, folder, pictures, rounds):
        super().__init__(folder)
        self.rounds = rounds
        contents = [png(seed, 8) for seed in range(pictures)]
        self.ids = [image_id(each) for each in contents]
        self.leaving, self.staying = self.ids[: pictures // 6], self.ids[pictures // 6:]
        self.paths = ["source/%s.png" % each for each in self.ids]
        for path, content in zip(self.paths, contents):
            scenarios.write(os.path.join(folder, path), content)
        scenarios.check(scenarios.imgds(folder, "init", "pets", *CLASSES))
        for number, name in enumerate(CLASSES):
            scenarios.check(scenarios.imgds(
                folder, "add", "pets", *self.paths[number::3], "--class", name))
        self.is_quiet = False

    def write(self, what, *arguments, allowed=(0,)):
        """Runs a writer; one whose class is gone is told so, and that is all that may be."""
        result = self.run(what, *arguments, allowed=(0, 1, 2))
        is_gone = any(words in result.stderr for words in GONE)
        if result.returncode not in allowed and not is_gone:
            self.complain("%r: exit %d: %s" % (arguments, result.returncode,
                                               result.stderr.decode()))

    def labeller(self):
        chance = random.Random(1)
        for _ in range(self.rounds):
            some = chance.sample(self.staying, 5)
            self.write("label", "label", "pets", *some, "--class", chance.choice(CLASSES))
            self.write("label --where", "label", "pets", "--where", "id:" + some[0][:8],
                       "--class", chance.choice(CLASSES), "--also", "x%d" % chance.randrange(3))
            self.write("label --where", "label", "pets", "--where",
                       "class:" + chance.choice(CLASSES), chance.choice(["--private", "--public"]),
                       "--drop", "x1")

    def renamer(self):
        chance = random.Random(2)
        for number in range(self.rounds):
            self.run("class rename", "class", "pets", "rename", "a", OTHER)
            self.run("class rename", "class", "pets", "rename", OTHER, "a")
            if number % 5 == 0:
                pair = chance.choice([("b", "c"), ("c", "b")])
                self.run("class merge", "class", "pets", "merge", *pair)
                self.run("class add", "class", "pets", "add", pair[0])

    def remover(self):
        chance = random.Random(3)
        sources = self.paths[: len(self.leaving)]
        for _ in range(self.rounds):
            self.run("remove", "remove", "pets", *chance.sample(self.leaving, 8))
            # What still lies in another class is a conflict.
            self.write("add", "add", "pets", *sources, "--class", chance.choice(CLASSES),
                       allowed=(0, 1))

    def until_quiet(self, look):
        """Looks again and again until the writers are done, and once more then."""
        while not self.is_quiet:
            look()
        look()

    def verify(self, *options):
        what = " ".join(("verify",) + options)
        result = self.run(what, "verify", "pets", "--json", "-j1", *options)
        found = [line for line in promise.lines(result.stdout)
                 if line["type"] == "finding" and line["code"] != "empty-class"]
        if found:
            self.complain("%s amid writers: %d findings, %r" % (what, len(found), found[0]))

    def list(self):
        result = self.run("list", "list", "pets", "--json")
        listed = [line for line in promise.lines(result.stdout) if line["type"] == "image"]
        ids = [line["id"] for line in listed]
        if result.stderr:
            self.complain("list: %s" % result.stderr.decode())
        if len(set(ids)) != len(ids):
            self.complain("list has an image twice")
        self.compare("list", ids)
        others = {line["class"] for line in listed} - set(CLASSES) - {OTHER}
        if others:
            self.complain("list has classes %r" % others)

    def pack(self):
        result = self.run("pack", "pack", "pets", "-o", "out.zip", "--include-private", "--json",
                          "-j1")
        if result.returncode == 0:
            count = json.loads(result.stdout)["images"]
            if not len(self.staying) <= count <= len(self.ids):
                self.complain("the archive has %d images" % count)
            self.run("verify of the archive", "verify", "out.zip", "--quick")

    def compare(self, what, ids):
        lacking = set(self.staying) - set(ids)
        if lacking or not set(ids) <= set(self.ids):
            self.complain("%s lacks %d images, has %d unknown"
                          % (what, len(lacking), len(set(ids) - set(self.ids))))

    def work(self):
        writers = threading.Thread(target=self.side_by_side, args=(
            [self.labeller, self.renamer, self.remover],))
        looks = [self.list, self.pack, lambda: self.verify("--quick"),
                 lambda: self.verify("--checks", "records,soundness,sameness")]
        readers = threading.Thread(target=self.side_by_side, args=(
            [lambda look=look: self.until_quiet(look) for look in looks],))
        writers.start()
        readers.start()
        writers.join()
        self.is_quiet = True
        readers.join()
        found = [entry[:16] for name in CLASSES
                 for entry in os.listdir(os.path.join(self.folder, "pets", name))]
        self.compare("the tree", found)
        listed = [each["id"] for each in promise.images(self.folder)]
        if sorted(listed) != sorted(found):
            self.complain("catalog and tree differ at the end")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--on", default=None, help="the folder, and so file system, to work in")
    parser.add_argument("--rounds", type=int, default=25, help="what each writer does")
    parser.add_argument("--pictures", type=int, default=1500)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="imgds-unrest-", dir=options.on)
    try:
        crew = Unrest(folder, options.pictures, options.rounds)
        crew.work()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return crew.tell(options.pictures)


if __name__ == "__main__":
    sys.exit(main())
