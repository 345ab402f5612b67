"""Strikes every file-system call of every writing command and checks the promise after each.

Sweeps: `kill` ends the process at the call; an errno makes the call fail once; `sticky` makes it
and all later ones fail; `fsize` lets no file grow beyond so many bytes, so writes come short and
then fail; `lack` takes something away from the file system for good (lacking.py). Prints a table and, for each strike that broke a promise, how to repeat it.
"""

import argparse
import concurrent.futures
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile

import lacking
import promise
import scenarios
import strace

ERRORS = {
    "EIO": b"Input/output error", "ENOSPC": b"No space left on device",
    "EACCES": b"Permission denied", "ENOMEM": b"Cannot allocate memory", "EINTR": b"",
}
#: How many lacks `--short` tries of each command.
SAMPLED_LACKS = 2
WRITING = {"write", "linkat", "renameat2", "rename", "mkdir", "ftruncate", "fsync", "fdatasync",
           "syncfs", "unlink", "fchmod"}


class Strike:
    """One fault: a sweep's name, the call and its number, a size, or what is lacked."""

    def __init__(self, sweep, call, when):
        self.sweep, self.call, self.when = sweep, call, when

    def __str__(self):
        return "%s %s %s" % (self.sweep, self.call, self.when)

    def run(self, folder, scenario):
        command = scenario.command
        if self.sweep == "fsize":
            start = scenario.start()

            def limited():
                resource.setrlimit(resource.RLIMIT_FSIZE, (self.when,) * 2)
                if start:
                    start()
            return scenarios.imgds(folder, *command, preexec_fn=limited)
        if self.sweep == "lack":
            return scenarios.imgds(
                folder, *command, preexec_fn=scenario.start(lacking.LACKS[self.when]))
        if self.sweep == "kill":
            return strace.struck(folder, scenario, self.call, "signal=KILL", self.when)
        sticky = self.sweep.startswith("sticky ")
        error = self.sweep.split()[-1]
        when = "%d+" % self.when if sticky else self.when
        return strace.struck(folder, scenario, self.call, "error=" + error, when)


def points(counts, largest, has_lacks):
    """Every strike there is, sweep by sweep; what lacks something already is tried as it is."""
    for call, most in sorted(counts.items()):
        for when in range(1, most + 1):
            yield Strike("kill", call, when)
            for error in ERRORS:
                yield Strike(error, call, when)
            if call in WRITING:
                yield Strike("sticky EIO", call, when)
                yield Strike("sticky ENOSPC", call, when)
    for size in range(0, largest, max(1, largest // 160)):
        yield Strike("fsize", "write", size)
    if lacking.available() and not has_lacks:
        for lack in lacking.LACKS:
            yield Strike("lack", "of", lack)


def judge(strike, reference, result):
    """Whether the exit status and the message are true."""
    said = result.stdout + result.stderr
    if strike.sweep == "kill":
        if result.returncode not in (-9, 137, reference.status):
            raise promise.Broken("exit %d" % result.returncode)
        return
    if strike.sweep == "lack":
        judge_lack(strike.when, reference, result)
    if result.returncode not in (0, 1, 3, reference.status):
        raise promise.Broken("exit %d: %s" % (result.returncode, said.decode(errors="replace")))
    if strike.sweep == "EINTR" and result.returncode != reference.status:
        raise promise.Broken("an interrupted call was not made again: exit %d, %s"
                             % (result.returncode, said.decode(errors="replace")))
    if result.returncode == 3:
        # From then on nothing can be written, messages neither; what was said before does not count.
        is_sticky = strike.sweep.startswith("sticky ")
        is_untellable = strike.call == "write" and (is_sticky or not result.stderr)
        if b"imgds: " not in result.stderr and not is_untellable:
            raise promise.Broken("exit 3 without a message")
        words = lacking.REFUSED.get(
            strike.when, ERRORS.get(strike.sweep.split()[-1], b"File too large"))
        if words not in result.stderr and not is_untellable:
            raise promise.Broken("the message does not name the error: %s"
                                 % result.stderr.decode(errors="replace"))
        if b"'" not in result.stderr and b"standard output" not in result.stderr \
                and not is_untellable:
            raise promise.Broken("the message names no file: %s"
                                 % result.stderr.decode(errors="replace"))


def judge_lack(lack, reference, result):
    """Another way is found, or where there is none the command is refused."""
    is_refused = lack in lacking.REFUSED and result.returncode == 3
    if result.returncode != reference.status and not is_refused:
        raise promise.Broken("no other way was found: exit %d, %s"
                             % (result.returncode, result.stderr.decode(errors="replace")))


def attempt(strike, reference, folder):
    """None if the promise held, else what broke."""
    reference.copy(folder)
    try:
        result = strike.run(folder, reference.scenario)
        judge(strike, reference, result)
        reference.check(folder, promise.lines(result.stdout))
        is_told = b"private-unread" in result.stdout or b"learnt from" in result.stderr
        must_end_alike = reference.status == 0 or strike.sweep == "lack"
        if result.returncode == reference.status and must_end_alike and not is_told:
            end = promise.state(reference.scenario, folder)
            for part, expected in reference.end.items():
                if end[part] != expected:
                    raise promise.Broken("exit 0 with other %s\n  %r\n  instead of\n  %r"
                                         % (part, end[part], expected))
        reference.check_again(folder, b"could not be learnt from" not in result.stderr)
    except promise.Broken as broken:
        return str(broken)
    except (OSError, ValueError, KeyError, subprocess.TimeoutExpired) as error:
        return "%s: %s" % (type(error).__name__, error)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return None


def sweep(scenario, options, workshop):
    """Strikes one command everywhere; gives points, tried and what broke."""
    reference = promise.Reference(scenario, workshop)
    trial = os.path.join(workshop, "trial")
    reference.copy(trial)
    counts = strace.counted(trial, scenario, os.path.join(workshop, "log"))
    largest = max((os.path.getsize(os.path.join(path, name))
                   for path, _, names in os.walk(trial) for name in names), default=0)
    shutil.rmtree(trial)
    strikes = list(points(counts, largest + 1, scenario.lacks))
    if options.sweep:
        strikes = [each for each in strikes if each.sweep == options.sweep]
    if options.at:
        strikes = [each for each in strikes if str(each) == options.at]
    tried = strikes
    if options.short:
        chance = random.Random(options.seed)
        lacks = [each for each in strikes if each.sweep == "lack"]
        others = [each for each in strikes if each.sweep != "lack"]
        tried = chance.sample(others, min(options.sample, len(others)))
        tried += chance.sample(lacks, min(SAMPLED_LACKS, len(lacks)))
    broken = []
    with concurrent.futures.ThreadPoolExecutor(options.workers) as pool:
        folders = [os.path.join(workshop, "strike-%d" % number) for number in range(len(tried))]
        outcomes = pool.map(lambda pair: attempt(pair[0], reference, pair[1]),
                            zip(tried, folders))
        for strike, outcome in zip(tried, outcomes):
            if outcome is not None:
                broken.append((strike, outcome))
    return len(strikes), len(tried), broken


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", action="store_true", help="a sample of each command's strikes")
    parser.add_argument("--sample", type=int, default=30, help="how many, with --short")
    parser.add_argument("--seed", type=int, default=0, help="which ones, with --short")
    parser.add_argument("--on", default=None, help="the folder, and so file system, to work in")
    parser.add_argument("--only", action="append", help="a command of the table")
    parser.add_argument("--sweep", help="one sweep: kill, EIO, 'sticky EIO', fsize, ...")
    parser.add_argument("--at", help="one strike, as a failure names it: 'kill write 3'")
    parser.add_argument("--workers", type=int, default=os.cpu_count())
    options = parser.parse_args()
    if not strace.available():
        print("LEFT OUT: strace is not installed or may not trace, no strike was tried")
        return 0
    print("%-18s %7s %7s %9s" % ("command", "points", "tried", "survived"), flush=True)
    total, failures = [0, 0], []
    for scenario in scenarios.ALL:
        if options.only and scenario.name not in options.only:
            continue
        workshop = tempfile.mkdtemp(prefix="imgds-faults-", dir=options.on)
        try:
            every, tried, broken = sweep(scenario, options, workshop)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
        total[0] += every
        total[1] += tried
        failures += [(scenario.name, *each) for each in broken]
        print("%-18s %7d %7d %9d" % (scenario.name, every, tried, tried - len(broken)), flush=True)
        for strike, outcome in broken[:12]:
            print("  lost at '%s': %s" % (strike, outcome.split("\n")[0][:200]), flush=True)
    print("%-18s %7d %7d %9d" % ("all", *total, total[1] - len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
