"""What must hold of a folder after anything has happened to a command.

Looks with its own eyes first: files, names and digests are read by this script, and the program is
asked only what it alone can say.
"""

import hashlib
import json
import os
import re
import shutil
import stat
from collections import Counter

from pictures import image_id
from scenarios import imgds

IMAGE = re.compile(r"^([0-9a-f]{16})\.(png|jpg)$")
LEFTOVER = re.compile(r"^\.imgds-[0-9]+-[0-9]+-[0-9a-f]{8}-[0-9]+$")
CATALOG = ".imgds.jsonl"
CATALOG_LINE = b'{"type":"dataset"'


class Broken(Exception):
    """A promise that did not hold."""


def tree(folder):
    """Every file below a folder with its digest and mode, and every folder."""
    found = {}
    for path, folders, files in os.walk(folder):
        for name in folders:
            found[os.path.relpath(os.path.join(path, name), folder)] = "folder"
        for name in files:
            full = os.path.join(path, name)
            with open(full, "rb") as file:
                digest = hashlib.sha256(file.read()).hexdigest()
            mode = stat.S_IMODE(os.lstat(full).st_mode)
            found[os.path.relpath(full, folder)] = "%s %o" % (digest, mode)
    return found


def contents(folder):
    """The bytes of every file below a folder, by digest."""
    found = {}
    for path, _, files in os.walk(folder):
        for name in files:
            with open(os.path.join(path, name), "rb") as file:
                content = file.read()
            found[hashlib.sha256(content).hexdigest()] = content
    return found


def is_dataset(folder):
    return os.path.isfile(os.path.join(folder, "pets", CATALOG))


def lines(text):
    """The whole lines of JSON that arrived before the end came."""
    return [json.loads(line) for line in text.split(b"\n")[:-1] if line]


def look_at_tree(folder, known):
    """Every entry of the dataset is a whole image that we know, or what readers pass over."""
    pets = os.path.join(folder, "pets")
    if not os.path.isdir(pets):
        return
    for name in os.listdir(pets):
        path = os.path.join(pets, name)
        if name == CATALOG or LEFTOVER.match(name):
            continue
        if not os.path.isdir(path):
            raise Broken("a stray beside the class folders: %s" % name)
        if name.startswith("."):
            raise Broken("a hidden folder, which loaders take for a class: %s" % name)
        for entry in os.listdir(path):
            with open(os.path.join(path, entry), "rb") as file:
                content = file.read()
            match = IMAGE.match(entry)
            if not match:
                raise Broken("a loader sees %s/%s" % (name, entry))
            if image_id(content) != match[1]:
                raise Broken("half or foreign: %s/%s" % (name, entry))
            if hashlib.sha256(content).hexdigest() not in known:
                raise Broken("unknown bytes: %s/%s" % (name, entry))


def look_at_reports(folder, reported):
    """What was said to be added or labelled is whole and in its class."""
    listed = None
    for line in reported:
        path = os.path.join(folder, "pets", line.get("file", ""))
        if line["type"] == "removed" and os.path.exists(path):
            raise Broken("reported as removed, but there: %s" % line["file"])
        if line["type"] not in ("added", "labelled"):
            continue
        if not os.path.isfile(path):
            raise Broken("reported, but not there: %s" % line["file"])
        with open(path, "rb") as file:
            content = file.read()
        if image_id(content) != line["id"]:
            raise Broken("reported, but not whole: %s" % line["file"])
        if line.get("sha256", hashlib.sha256(content).hexdigest()) \
                != hashlib.sha256(content).hexdigest():
            raise Broken("reported with another digest: %s" % line["file"])
        if listed is None:
            listed = {each["id"]: each["class"] for each in images(folder)}
        if listed.get(line["id"]) != line["class"]:
            raise Broken("reported, but not in the catalog: %s" % line["file"])


def images(folder, is_damaged=False):
    result = imgds(folder, "list", "pets", "--json")
    if result.returncode != 0:
        raise Broken("list exits %d: %s" % (result.returncode, result.stderr.decode()))
    if result.stderr and not is_damaged:
        raise Broken("list complains: %s" % result.stderr.decode())
    return [line for line in lines(result.stdout) if line["type"] == "image"]


def findings(folder):
    """What `verify` finds beyond notes, as (severity, code, file)."""
    result = imgds(folder, "verify", "pets", "--json", "-j1")
    if result.returncode not in (0, 1):
        raise Broken("verify exits %d: %s" % (result.returncode, result.stderr.decode()))
    return [(line["severity"], line["code"], line["file"]) for line in lines(result.stdout)
            if line["type"] == "finding" and line["severity"] != "note"]


def look_at_findings(folder, before, is_damaged=False):
    """No error that was not there; of warnings only images that the same command will record. What
    is damaged may be found under another name by now."""
    left = Counter((severity, code) for severity, code, _ in before)
    for severity, code, file in findings(folder):
        if (severity, code, file) in before or code in ("unrecorded", "empty-class"):
            left[severity, code] -= 1
            continue
        left[severity, code] -= 1
        if is_damaged and left[severity, code] >= 0:
            continue
        raise Broken("verify finds %s %s %s" % (severity, code, file))


def look_at_privacy(folder):
    """An image that is hidden from others is private in the catalog, too, and so never packed."""
    for each in images(folder):
        path = os.path.join(folder, "pets", each["file"])
        if not os.path.exists(path) or each["visibility"] == "private":
            continue
        if not os.stat(path).st_mode & 0o077:
            raise Broken("hidden, but not private: %s" % each["file"])


def look_at_sources(scenario, folder, template):
    """Sources are as they were; of a move, each is there or its bytes are in the dataset."""
    for name in scenario.sources:
        before, after = tree(os.path.join(template, name)), tree(os.path.join(folder, name))
        if not scenario.moves:
            if before != after:
                raise Broken("sources were touched")
            continue
        kept = contents(os.path.join(folder, "pets"))
        for path, what in before.items():
            if after.get(path) != what and what.split()[0] not in kept:
                raise Broken("neither source nor copy is there: %s" % path)
        if not set(after) <= set(before):
            raise Broken("something new lies among the sources")


def state(scenario, folder):
    """The end state of a command, without times."""
    found = {"tree": {path: what for path, what in tree(os.path.join(folder, "pets")).items()
                      if path != CATALOG}}
    found["images"] = sorted(
        (each["id"], each["class"], each["visibility"], each["by"], each["source"],
         each["labels"], each.get("description"))
        for each in images(folder, scenario.is_damaged))
    found["sources"] = {name: tree(os.path.join(folder, name)) for name in scenario.sources}
    stats = json.loads(imgds(folder, "stats", "pets", "--json").stdout)
    found["classes"] = stats["classes"]
    found["facts"] = imgds(folder, "class", "pets", "list", "--json").stdout
    found["card"] = card(folder)
    found["findings"] = findings(folder)
    if scenario.output:
        found["beside"] = tree(folder).get(scenario.output)
    found["names"] = sorted(name for name in os.listdir(folder) if "_strays-" not in name)
    # A stray that was copied, and not yet removed when the end came, is copied again.
    found["strays"] = sorted({digest for name in os.listdir(folder) if "_strays-" in name
                              for digest, content in contents(os.path.join(folder, name)).items()
                              if CATALOG_LINE not in content})
    return found


def card(folder):
    """The dataset's card, folded from the catalog."""
    fields = {}
    with open(os.path.join(folder, "pets", CATALOG), "rb") as file:
        for line in file.read().split(b"\n")[:-1]:
            try:
                record = json.loads(line)
            except ValueError:
                continue
            if record.get("type") == "dataset":
                fields.update({key: record[key] for key in record
                               if key in ("description", "license", "author", "url")})
    return fields


class Reference:
    """A scenario's folder before the command, and what it is after a run that nothing disturbs."""

    def __init__(self, scenario, workshop):
        self.scenario = scenario
        self.template = os.path.join(workshop, "template")
        scenario.prepare(self.template)
        self.known = contents(self.template)
        self.before = findings(self.template) if is_dataset(self.template) else []
        end = os.path.join(workshop, "end")
        self.copy(end)
        result = scenario.run(end)
        self.status = result.returncode
        self.archives = {tree(self.template).get(scenario.output), tree(end).get(scenario.output)}
        self.end = state(scenario, end)
        shutil.rmtree(end)

    def copy(self, folder):
        shutil.copytree(self.template, folder, symlinks=True)

    def check(self, folder, reported):
        """Right after the strike."""
        if self.scenario.is_damaged:
            self.check_nothing_lost(folder)
        else:
            look_at_tree(folder, self.known)
        if self.scenario.output and tree(folder).get(self.scenario.output) not in self.archives:
            raise Broken("the archive is neither the old one nor the new one")
        look_at_sources(self.scenario, folder, self.template)
        if is_dataset(folder):
            look_at_findings(folder, self.before, self.scenario.is_damaged)
            if not self.scenario.is_damaged:
                look_at_privacy(folder)
            look_at_reports(folder, reported)
        elif is_dataset(self.template):
            raise Broken("the dataset is gone")
        elif any(line["type"] == "dataset" for line in reported):
            raise Broken("reported as made, but no dataset")

    def check_nothing_lost(self, folder):
        """Every file that was there is there, wherever it lies by now."""
        missing = set(self.known) - set(contents(folder))
        for digest in missing:
            if CATALOG_LINE not in self.known[digest]:
                raise Broken("lost: %r" % self.known[digest][:40])

    def check_again(self, folder, has_learnt_all=True):
        """The same command once more finishes the work; where images were sorted by what fewer of
        them teach, as was said, they may lie in another class."""
        result = self.scenario.run(folder)
        is_made = b"it is a dataset already" in result.stderr and self.scenario.name == "init"
        if result.returncode not in (0, 1, self.status) and not is_made:
            raise Broken("again: exit %d, %s" % (result.returncode, result.stderr.decode()))
        if not has_learnt_all:
            return
        end = state(self.scenario, folder)
        for part, expected in self.end.items():
            if end[part] != expected:
                raise Broken("again: other %s\n  %r\n  instead of\n  %r"
                             % (part, end[part], expected))
