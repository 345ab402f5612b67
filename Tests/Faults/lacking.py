"""File systems that lack something, made by a filter of the kernel's (seccomp(2)).

A lack is a list of rules: a call whose argument has some bits set fails with an error, every time
and in every thread. Unlike strace's faults it can tell `open` for a nameless file from any other
`open`, and costs nothing.
"""

import ctypes
import errno
import os
import platform
import struct

#: Numbers of calls, and the AUDIT_ARCH that a filter must look at first.
_MACHINES = {
    "x86_64": (0xC000003E, {"openat": 257, "ioctl": 16, "flock": 73, "fcntl": 72, "link": 86,
                            "linkat": 265, "renameat2": 316}),
    "aarch64": (0xC00000B7, {"openat": 56, "ioctl": 29, "flock": 32, "fcntl": 25, "linkat": 37,
                             "renameat2": 276}),
}
_LOAD, _AND, _EQUAL, _RETURN = 0x20, 0x54, 0x15, 0x06
_ALLOW, _ERRNO = 0x7FFF0000, 0x00050000
_NO_NEW_PRIVILEGES, _SET_FILTER, _FILTER = 38, 22, 2

# From fcntl.h and linux/fs.h.
_TMPFILE, _EMPTY_PATH, _NO_REPLACE, _EXCHANGE, _CLONE = 0x400000, 0x1000, 1, 2, 0x40049409
_WAIT_LOCK, _TRY_LOCK = 38, 37


class Rule:
    """Calls whose argument number `place`, masked, equals `value` fail; without `place` all do."""

    def __init__(self, call, error, place=None, value=0, mask=0xFFFFFFFF):
        self.call, self.error, self.place = call, error, place
        self.value, self.mask = value, mask


def _no_nameless(error):
    return [Rule("openat", error, 2, _TMPFILE, _TMPFILE)]


def _no_clone(error):
    return [Rule("ioctl", error, 1, _CLONE)]


def _no_flock(error):
    return [Rule("flock", error)]


def _no_fresh_rename(error):
    return [Rule("renameat2", error, 4, flag, flag) for flag in (_NO_REPLACE, _EXCHANGE)]


def _no_links(error):
    return [Rule("link", error), Rule("linkat", error)]


#: What is lacked, by the name of its sweep.
LACKS = {
    "no reflinks: EOPNOTSUPP": _no_clone("EOPNOTSUPP"),
    "no reflinks: ENOTTY": _no_clone("ENOTTY"),
    "no reflinks: EXDEV": _no_clone("EXDEV"),
    "no nameless files: EOPNOTSUPP": _no_nameless("EOPNOTSUPP"),
    "no nameless files: EISDIR": _no_nameless("EISDIR"),
    "no link by descriptor: ENOENT": [Rule("linkat", "ENOENT", 4, _EMPTY_PATH, _EMPTY_PATH)],
    "no links: EPERM": _no_links("EPERM"),
    "no links: EOPNOTSUPP": _no_links("EOPNOTSUPP"),
    "no flock: ENOLCK": _no_flock("ENOLCK"),
    "no flock: EOPNOTSUPP": _no_flock("EOPNOTSUPP"),
    "no RENAME_NOREPLACE: EINVAL": _no_fresh_rename("EINVAL"),
    "no RENAME_NOREPLACE: ENOSYS": _no_fresh_rename("ENOSYS"),
    "as NFS": (_no_clone("EOPNOTSUPP") + _no_nameless("EOPNOTSUPP") + _no_flock("ENOLCK")
               + _no_fresh_rename("EINVAL")),
    "as FAT": (_no_clone("ENOTTY") + _no_nameless("EOPNOTSUPP") + _no_links("EPERM")
               + _no_fresh_rename("EINVAL")),
    "no locks: ENOLCK": _no_flock("ENOLCK") + [
        Rule("fcntl", "ENOLCK", 1, _WAIT_LOCK), Rule("fcntl", "ENOLCK", 1, _TRY_LOCK)],
}
#: A dataset that is a mount point, of which nothing can be renamed to a folder beside it.
MOUNT_POINT = _no_fresh_rename("EXDEV")
#: Where writing is refused, as nothing keeps two writers apart.
REFUSED = {"no locks: ENOLCK": b"No locks available"}


def _program(rules):
    """The filter: for each rule its instructions, which fall through to the next where it is not
    meant; struct seccomp_data holds the call's number at 0, the machine at 4, arguments from 16."""
    machine, numbers = _MACHINES[platform.machine()]
    code = [(_LOAD, 0, 0, 4), (_EQUAL, 1, 0, machine), (_RETURN, 0, 0, _ALLOW)]
    for rule in rules:
        if rule.call not in numbers:
            continue
        code += [(_LOAD, 0, 0, 0), (_EQUAL, 0, 1 if rule.place is None else 4, numbers[rule.call])]
        if rule.place is not None:
            code += [(_LOAD, 0, 0, 16 + 8 * rule.place), (_AND, 0, 0, rule.mask),
                     (_EQUAL, 0, 1, rule.value)]
        code.append((_RETURN, 0, 0, _ERRNO | getattr(errno, rule.error)))
    code.append((_RETURN, 0, 0, _ALLOW))
    return b"".join(struct.pack("=HBBI", *line) for line in code)


def available():
    """Whether this machine's calls are known and a filter can be set."""
    if platform.machine() not in _MACHINES:
        return False
    child = os.fork()
    if child == 0:
        try:
            installer(LACKS["no flock: ENOLCK"])()
        except OSError:
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1] == 0


def installer(rules):
    """A function that sets the filter, to be called in a child before it becomes the program."""
    program = ctypes.create_string_buffer(_program(rules))
    header = ctypes.create_string_buffer(
        struct.pack("@HP", len(program.raw) // 8, ctypes.addressof(program)))
    library = ctypes.CDLL(None, use_errno=True)

    def install():
        # The header points into `program`, which must live until here.
        _ = program
        if library.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0 \
                or library.prctl(_SET_FILTER, _FILTER, header, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")

    return install
