"""Many processes at once on one dataset: add, label, verify, list, stats and pack for some seconds.

At the end every picture is there once, every report was true, and what readers saw on the way was
whole: no listing with a torn line, no error found by verify, every archive of one instant.
"""

import argparse
import json
import os
import random
import shutil
import sys
import tempfile
import threading
import time

import promise
import scenarios
from pictures import image_id, png

CLASSES = ["cat", "dog", "fox"]


class Crew:
    """Threads that run the program side by side, and what they found wrong."""

    def __init__(self, folder):
        self.folder = folder
        self.faults = []
        self.counts = {}
        self.guard = threading.Lock()

    def complain(self, words):
        with self.guard:
            self.faults.append(words)

    def run(self, what, *arguments, allowed=(0,)):
        result = scenarios.imgds(self.folder, *arguments)
        with self.guard:
            self.counts[what] = self.counts.get(what, 0) + 1
        if result.returncode not in allowed:
            self.complain("%s: exit %d: %s%s" % (what, result.returncode, result.stderr.decode(),
                                                 result.stdout.decode()[-600:]))
        return result

    def side_by_side(self, jobs):
        def guarded(job):
            try:
                job()
            except Exception as error:
                self.complain("%s: %r" % (getattr(job, "__name__", "a job"), error))
        threads = [threading.Thread(target=guarded, args=(job,)) for job in jobs]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def tell(self, pictures):
        """Prints what was run and found; gives the exit status."""
        print(", ".join("%d × %s" % (count, what) for what, count in sorted(self.counts.items())))
        print("%d pictures, %d faults" % (pictures, len(self.faults)))
        for fault in self.faults[:20]:
            print("  " + fault[:400])
        return 1 if self.faults else 0


class Crowd(Crew):
    def __init__(self, folder, pictures, seconds):
        super().__init__(folder)
        self.end = time.monotonic() + seconds
        self.content = {image_id(each): each for each in (png(seed, 8) for seed in range(pictures))}
        self.added = {}
        for name, content in self.content.items():
            scenarios.write(os.path.join(folder, "source", name + ".png"), content)
        scenarios.check(scenarios.imgds(folder, "init", "pets", *CLASSES))

    def adder(self, seed):
        """Adds overlapping parts of the pictures, the same picture always to the same class."""
        chance = random.Random(seed)
        names = sorted(self.content)
        while names and (time.monotonic() < self.end or len(self.added) < len(names)):
            part = chance.sample(names, min(24, len(names)))
            for number, name in enumerate(CLASSES):
                paths = ["source/%s.png" % each for each in part
                         if int(each[:4], 16) % len(CLASSES) == number]
                if not paths:
                    continue
                result = self.run("add", "add", "pets", *paths, "--class", name, "--json",
                                  "-j2", allowed=(0, 1))
                for line in promise.lines(result.stdout):
                    if line["type"] == "refused" and line["code"] != "conflict":
                        self.complain("add refused %r" % line)
                    if line["type"] != "added":
                        continue
                    with self.guard:
                        if line["id"] in self.added:
                            self.faults.append("added twice: %s" % line["id"])
                        self.added[line["id"]] = line["class"]

    def labeller(self, seed):
        chance = random.Random(seed)
        while time.monotonic() < self.end:
            with self.guard:
                known = sorted(self.added)
            if known:
                some = chance.sample(known, min(5, len(known)))
                self.run("label", "label", "pets", *some, "--class", chance.choice(CLASSES))

    def verifier(self):
        while time.monotonic() < self.end:
            result = self.run("verify", "verify", "pets", "--json", "-j1")
            for line in promise.lines(result.stdout):
                if line["type"] == "finding" and line["code"] not in ("empty-class",):
                    self.complain("verify amid writers: %r" % line)

    def lister(self):
        while time.monotonic() < self.end:
            with self.guard:
                known = len(self.added)
            for what in ("list", "stats"):
                result = self.run(what, what, "pets", "--json")
                if result.stderr:
                    self.complain("%s: %s" % (what, result.stderr.decode()))
                lines = promise.lines(result.stdout)
                if what == "list" and len(lines) - 1 < known:
                    self.complain("list has %d images, reported were %d" % (len(lines) - 1, known))

    def packer(self):
        while time.monotonic() < self.end:
            with self.guard:
                known = len(self.added)
            if not known:
                time.sleep(0.05)
                continue
            result = self.run("pack", "pack", "pets", "-o", "out.zip", "--json", "-j1")
            if result.returncode == 0:
                if json.loads(result.stdout)["images"] < known:
                    self.complain("the archive lacks images that were reported")
                self.run("verify of the archive", "verify", "out.zip", "--json", "-j1")

    def work(self):
        jobs = [lambda: self.adder(1), lambda: self.adder(2), lambda: self.adder(3),
                lambda: self.labeller(4), lambda: self.labeller(5), self.verifier, self.lister,
                self.packer]
        self.side_by_side(jobs)
        self.count()

    def count(self):
        """Every picture once, in the tree, the catalog and the archive."""
        found = []
        for name in CLASSES:
            for entry in os.listdir(os.path.join(self.folder, "pets", name)):
                with open(os.path.join(self.folder, "pets", name, entry), "rb") as file:
                    if image_id(file.read()) != entry[:16]:
                        self.faults.append("not whole: %s" % entry)
                found.append((entry[:16], name))
        if sorted(each for each, _ in found) != sorted(self.content):
            self.faults.append("%d images in the tree, not %d" % (len(found), len(self.content)))
        listed = [(each["id"], each["class"]) for each in promise.images(self.folder)]
        if sorted(listed) != sorted(found):
            self.faults.append("catalog and tree differ")
        if sorted(self.added) != sorted(self.content):
            self.faults.append("%d reported as added" % len(self.added))
        left = [name for name in os.listdir(os.path.join(self.folder, "pets"))
                if promise.LEFTOVER.match(name)]
        if left:
            self.faults.append("left-overs: %r" % left)
        for code in promise.findings(self.folder):
            if code[1] != "empty-class":
                self.faults.append("at the end: %r" % (code,))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--on", default=None, help="the folder, and so file system, to work in")
    parser.add_argument("--seconds", type=float, default=5)
    parser.add_argument("--pictures", type=int, default=200)
    options = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="imgds-crowd-", dir=options.on)
    try:
        crowd = Crowd(folder, options.pictures, options.seconds)
        crowd.work()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return crowd.tell(len(crowd.content))


if __name__ == "__main__":
    sys.exit(main())
