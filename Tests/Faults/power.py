"""Cuts the power at every moment of every writing command and checks the promise after each.

A run is recorded with strace; every call that changes the file system is then replayed in a model
in which nothing is durable until it was flushed: of a file's bytes what its last fsync, fdatasync or
syncfs saw, of a folder's entries what its last fsync saw. At every cut the states that a disk may be
left in are made (what was not flushed lost, kept, kept in part, kept in another order) and checked
as a strike is. A rename is one step, as on every file system with a journal.
"""

import argparse
import itertools
import os
import random
import re
import shutil
import stat
import subprocess
import sys
import tempfile

import promise
import scenarios
import strace

CALLS = ("open,openat,write,pwrite64,close,linkat,link,unlink,unlinkat,rename,renameat2,mkdir,rmdir,"
         "ftruncate,fsync,fdatasync,syncfs,ioctl,dup,dup2,dup3,fcntl,fchmod")
LINE = re.compile(r"^\d+\s+([a-z0-9_]+)\((.*)\)\s+= (-?\d+)")
TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(?:\.\.\.)?')


class Inode:
    def __init__(self, data=b"", mode=0o644):
        self.data = data
        self.mode = mode
        self.flushed = data
        self.flushed_mode = mode


class Model:
    """A folder's files as the process sees them, and what of them is durable."""

    def __init__(self, folder):
        self.folder = folder
        self.seen = {}
        for path, folders, files in os.walk(folder):
            for name in folders:
                self.seen[os.path.join(path, name)] = None
            for name in files:
                mode = stat.S_IMODE(os.stat(os.path.join(path, name)).st_mode)
                with open(os.path.join(path, name), "rb") as file:
                    self.seen[os.path.join(path, name)] = Inode(file.read(), mode)
        self.durable = dict(self.seen)
        self.pending = []
        self.open = {}
        self.said = b""

    def path(self, text):
        return os.path.normpath(os.path.join(self.folder, text))

    def is_inside(self, path):
        return path.startswith(self.folder + os.sep)

    def change(self, *step):
        """A change of entries: (path, inode or None for a folder, or the path it is renamed from or
        exchanged with)."""
        self.apply(self.seen, step)
        self.pending.append(step)

    @staticmethod
    def apply(entries, step):
        kind, path, what = step
        if kind == "remove":
            entries.pop(path, None)
        elif kind == "rename":
            if what in entries:
                entries[path] = entries.pop(what)
                below = what + os.sep
                for each in [each for each in entries if each.startswith(below)]:
                    entries[path + os.sep + each[len(below):]] = entries.pop(each)
        elif kind == "exchange":
            if path in entries and what in entries:
                entries[path], entries[what] = entries[what], entries[path]
        else:
            entries[path] = what

    def flush_folder(self, folder):
        rest = []
        for step in self.pending:
            paths = [step[1]] + ([step[2]] if step[0] in ("rename", "exchange") else [])
            if any(os.path.dirname(path) == folder for path in paths):
                self.apply(self.durable, step)
            else:
                rest.append(step)
        self.pending = rest

    def inodes(self):
        every = itertools.chain(self.seen.values(), self.durable.values(), self.open.values())
        return {id(each): each for each in every if isinstance(each, Inode)}.values()

    def play(self, call, arguments, result):
        """Makes one recorded call; gives whether it changed anything."""
        words = [bytes.fromhex(word.replace("\\x", "")) for word in TEXT.findall(arguments)]
        first = arguments.split(",")[0].strip()
        number = int(first) if first.lstrip("-").isdigit() else None
        if call in ("open", "openat"):
            path = self.path(words[0].decode())
            if "O_TMPFILE" in arguments:
                self.open[result] = Inode()
            elif os.path.isdir(path) or self.seen.get(path, 0) is None:
                self.open[result] = path
            else:
                if path not in self.seen and "O_CREAT" in arguments and self.is_inside(path):
                    self.change("link", path, Inode())
                self.open[result] = self.seen.get(path)
            return False
        if call == "fcntl" and "F_DUPFD" in arguments or call.startswith("dup"):
            self.open[result] = self.open.get(number)
            return False
        if call == "close":
            self.open.pop(number, None)
            return False
        target = self.open.get(number)
        if call == "write" and number == 1:
            self.said += words[0][:result]
        elif call == "write" and isinstance(target, Inode):
            target.data += words[0][:result]
        elif call == "ftruncate" and isinstance(target, Inode):
            size = int(arguments.split(",")[1])
            target.data = target.data[:size].ljust(size, b"\0")
        elif call == "fchmod" and isinstance(target, Inode):
            target.mode = int(arguments.split(",")[1], 8)
        elif call in ("fsync", "fdatasync") and isinstance(target, Inode):
            target.flushed = target.data
            if call == "fsync":
                target.flushed_mode = target.mode
        elif call == "fsync" and isinstance(target, str):
            self.flush_folder(target)
        elif call == "syncfs":
            for inode in self.inodes():
                inode.flushed, inode.flushed_mode = inode.data, inode.mode
            self.durable = dict(self.seen)
            self.pending = []
        elif call == "linkat":
            if words[0] == b"":
                inode = target
            elif words[0].startswith(b"/proc/self/fd/"):
                inode = self.open[int(words[0].split(b"/")[-1])]
            else:
                inode = self.seen[self.path(words[0].decode())]
            self.change("link", self.path(words[1].decode()), inode)
        elif call in ("rename", "renameat2"):
            kind = "exchange" if "RENAME_EXCHANGE" in arguments else "rename"
            self.change(kind, self.path(words[1].decode()), self.path(words[0].decode()))
        elif call in ("unlink", "unlinkat", "rmdir"):
            self.change("remove", self.path(words[0].decode()), None)
        elif call == "mkdir":
            self.change("link", self.path(words[0].decode()), None)
        elif call in ("pwrite64", "ioctl", "link"):
            if call != "ioctl":
                raise SystemExit("the model does not know %s" % call)
            return False
        else:
            return False
        return True

    def states(self, chance):
        """What the disk may hold if the power goes now: entries with their bytes."""
        steps = self.pending
        subsets = [[], steps]
        subsets += [[step] for step in steps] + [steps[:n] + steps[n + 1:] for n in
                                                 range(len(steps))] if len(steps) > 1 else []
        subsets += [[step for step in steps if chance.random() < 0.5] for _ in range(2)]
        for subset in subsets:
            entries = dict(self.durable)
            for step in subset:
                self.apply(entries, step)
            for keep in (0.0, 1.0, chance.random(), chance.random()):
                yield {path: None if inode is None else
                       (self.bytes(inode, keep), inode.mode if keep == 1.0 else inode.flushed_mode)
                       for path, inode in entries.items()}

    @staticmethod
    def bytes(inode, keep):
        """What is left of a file of whose unflushed bytes that share was written back."""
        if inode.data.startswith(inode.flushed):
            more = len(inode.data) - len(inode.flushed)
            return inode.data[:len(inode.flushed) + int(more * keep)]
        return inode.data if keep == 1.0 else inode.flushed


def make(state, folder, root):
    """Writes a state to disk; what lies in a folder that is not there is lost."""
    os.makedirs(folder)
    for path in sorted(state):
        place = os.path.join(folder, os.path.relpath(path, root))
        if not os.path.isdir(os.path.dirname(place)):
            continue
        if state[path] is None:
            os.makedirs(place, exist_ok=True)
        else:
            with open(place, "wb") as file:
                file.write(state[path][0])
            os.chmod(place, state[path][1])


def sweep(scenario, workshop, short):
    reference = promise.Reference(scenario, workshop)
    folder = os.path.realpath(os.path.join(workshop, "recorded"))
    reference.copy(folder)
    model = Model(folder)
    log = os.path.join(workshop, "log")
    subprocess.run(
        ["strace", "-f", "-qq", "-xx", "-s", "9999999", "-o", log, "-e", "trace=" + CALLS,
         "-e", "signal=none", scenarios.BINARY, *scenario.command],
        cwd=folder, env=scenarios.ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True,
        preexec_fn=scenario.start())
    chance = random.Random(0)
    cuts, broken, tried = 0, [], set()

    def check(label):
        for state in model.states(chance):
            key = hash((frozenset(state.items()), len(model.said)))
            if key in tried:
                continue
            tried.add(key)
            place = os.path.join(workshop, "cut")
            make(state, place, folder)
            try:
                reference.check(place, promise.lines(model.said))
                reference.check_again(place)
            except (promise.Broken, OSError, KeyError, ValueError) as error:
                broken.append((label, "%s: %s" % (type(error).__name__, error)))
            shutil.rmtree(place)

    with open(log) as lines:
        for line in lines:
            match = LINE.match(line)
            if not match or int(match[3]) < 0:
                continue
            if model.play(match[1], match[2], int(match[3])):
                cuts += 1
                if not short or cuts % 7 == 0:
                    check("%d, after %s" % (cuts, match[1]))
    check("the end")
    return cuts, len(tried), broken


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="every seventh cut only")
    parser.add_argument("--on", default=None, help="the folder, and so file system, to work in")
    parser.add_argument("--only", action="append", help="a command of the table")
    options = parser.parse_args()
    if not strace.available():
        print("LEFT OUT: strace is not installed or may not trace, no power was cut")
        return 0
    print("%-18s %7s %7s %9s" % ("command", "cuts", "states", "survived"), flush=True)
    failures = 0
    for scenario in scenarios.ALL:
        if options.only and scenario.name not in options.only or "-j2" in scenario.command:
            continue
        workshop = os.path.realpath(tempfile.mkdtemp(prefix="imgds-power-", dir=options.on))
        try:
            cuts, tried, broken = sweep(scenario, workshop, options.short)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
        failures += len(broken)
        print("%-18s %7d %7d %9d" % (scenario.name, cuts, tried, tried - len(broken)), flush=True)
        for label, outcome in broken[:6]:
            print("  lost at cut %s: %s" % (label, outcome.split("\n")[0][:200]), flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
