#!/usr/bin/env python3
"""Counts the instructions of five small workloads and fails where one takes over 5 % more than
recorded in instructions.json: a slow change is seen on a busy machine too.

usage: instructions.py [--record] [WORKLOAD...]

Valgrind counts, so processor, load and disk do not matter; what would pick other code for another
processor is pinned (libjpeg-turbo to SSE2, the C library to its baseline). Counts hold for one
architecture and one release of the compiler and the libraries, which the record names. IMGDS names
the binary, else the release build is taken. --record writes the counts of this machine.
"""

import argparse
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
IMGDS = os.environ.get("IMGDS", os.path.join(ROOT, ".build/release/imgds"))
RECORD = os.path.join(HERE, "instructions.json")
MOST = 1.05
ENVIRONMENT = {
    "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "LC_ALL": "C", "HOME": "/nonexistent",
    "XDG_CACHE_HOME": "/nonexistent", "IMGDS_USER": "ann", "JSIMD_FORCESSE2": "1",
    "SWIFT_DETERMINISTIC_HASHING": "1",
    "GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX_Usable,-AVX2_Usable,-AVX2,-AVX512F,-ERMS,-FSRM",
}
WORKLOADS = {
    "version": ["--version"],
    "add": ["add", "new", "pictures", "--class", "a", "--jobs", "1"],
    "verify": ["verify", "set", "--jobs", "1"],
    "pack": ["pack", "set", "--split", "80,20", "--no-near-duplicates", "--jobs", "1"],
    "list": ["list", "many", "colour:olive", "--json"],
}


def run(words, folder):
    subprocess.run(words, cwd=folder, env=ENVIRONMENT, check=True, stdout=subprocess.DEVNULL)


def prepare(folder):
    """Twelve JPEGs and four PNGs, a dataset of them and an empty one, a catalog of 5,000 records."""
    maker = os.path.join(folder, "maker")
    subprocess.run([os.environ.get("CC", "clang"), "-O2", os.path.join(HERE, "pictures.c"), "-o",
                    maker, "-lpng16", "-ljpeg", "-lz", "-lm"], check=True)
    os.mkdir(os.path.join(folder, "pictures"))
    run([maker, "pictures", "12", "jpeg", "480", "360"], folder)
    run([maker, "pictures", "4", "png", "256", "256", "100"], folder)
    for name in ("set", "new"):
        run([IMGDS, "init", name, "a", "--quiet"], folder)
    run([IMGDS, "add", "set", "pictures", "--class", "a", "--quiet"], folder)
    run([sys.executable, os.path.join(HERE, "make_million.py"), "many", "--images", "5000"], folder)


def count(name, folder):
    """Instructions of a workload, in every thread, by a program without the debugging information
    that Valgrind cannot read."""
    program = os.path.join(folder, "imgds")
    if not os.path.exists(program):
        subprocess.run(["strip", "-o", program, IMGDS], check=True)
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program,
         *WORKLOADS[name]],
        cwd=folder, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    match = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode not in (0, 1) or match is None:
        raise SystemExit("%s ends with %d:\n%s" % (name, done.returncode, done.stderr))
    return int(match[1])


def made_with():
    """What the counts depend on besides the sources."""
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout
    version = re.search(r"Swift version (\S+)", swift)
    return {"machine": platform.machine(), "swift": version[1] if version else "none"}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--record", action="store_true", help="write instructions.json")
    parser.add_argument("workloads", nargs="*", metavar="WORKLOAD", help=", ".join(WORKLOADS))
    options = parser.parse_args()
    if shutil.which("valgrind") is None or shutil.which("strip") is None:
        print("LEFT OUT: there is no valgrind, or no strip, and no instruction was counted")
        return 0
    if not os.path.exists(IMGDS):
        print("there is no %s: swift build -c release, or set IMGDS" % IMGDS, file=sys.stderr)
        return 2
    record = {"made_with": made_with(), "instructions": {}}
    if not options.record:
        with open(RECORD) as file:
            record = json.load(file)
        if record["made_with"] != made_with():
            print("LEFT OUT: the record is of %s, this is %s" % (record["made_with"], made_with()))
            return 0
    slower = []
    with tempfile.TemporaryDirectory() as folder:
        prepare(folder)
        for name in options.workloads or WORKLOADS:
            now = count(name, folder)
            before = record["instructions"].setdefault(name, now)
            print("%-8s %14d  %+6.2f %%" % (name, now, 100 * (now / before - 1)), flush=True)
            if now > before * MOST:
                slower.append(name)
    if options.record:
        with open(RECORD, "w") as file:
            json.dump(record, file, indent=2)
            file.write("\n")
    if slower:
        print("more than 5 %% above the record: %s; if that is meant, --record it"
              % ", ".join(slower))
    return 1 if slower else 0


if __name__ == "__main__":
    sys.exit(main())
