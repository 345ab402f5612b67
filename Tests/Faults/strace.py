"""Runs the program under strace: to list its calls, or to make one of them fail.

The static binary cannot be reached by a preloaded library, so faults come from the kernel's side.
A call that is struck is not made. Counts are strace's own: of one call's name, for each thread.
"""

import collections
import os
import re
import subprocess

from scenarios import BINARY, ENVIRONMENT

#: Everything that reads or changes the file system, standard streams included.
CALLS = """
open openat creat read pread64 write pwrite64 close link linkat unlink unlinkat rename renameat
renameat2 mkdir mkdirat rmdir ftruncate truncate fallocate copy_file_range fsync fdatasync syncfs
flock fcntl chmod fchmod fchmodat ioctl stat lstat fstat newfstatat statx readlink readlinkat
getdents64 access faccessat faccessat2 fadvise64
""".split()

_LINE = re.compile(r"^(\d+)\s+([a-z0-9_]+)\(")


def available():
    """Whether strace is there and may trace."""
    try:
        done = subprocess.run(["strace", "-o", "/dev/null", "true"], capture_output=True)
    except OSError:
        return False
    return done.returncode == 0


def counted(folder, scenario, log):
    """How often each call is made, at most by one thread."""
    subprocess.run(
        ["strace", "-f", "-qq", "-o", log, "-e", "trace=" + ",".join(CALLS), "-e", "signal=none",
         BINARY, *scenario.command],
        cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True,
        preexec_fn=scenario.start())
    counts = collections.Counter()
    with open(log, errors="replace") as lines:
        for line in lines:
            match = _LINE.match(line)
            if match:
                counts[match[1], match[2]] += 1
    most = collections.Counter()
    for (_, call), count in counts.items():
        most[call] = max(most[call], count)
    return most


def struck(folder, scenario, call, what, when):
    """Runs the command with one call struck; `what` is strace's word for what happens."""
    return subprocess.run(
        ["strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=" + call, "-e", "signal=none",
         "-e", "inject=%s:%s:when=%s" % (call, what, when), BINARY, *scenario.command],
        cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, timeout=120,
        preexec_fn=scenario.start())
