"""Runs contenders side by side and sums up what they cost."""

import os
import statistics
import subprocess


class Contender:
    """A command of a row.

    `before` makes its folder as it must be and is not measured; `takes` is standard input's file;
    a shell line is a single string."""

    def __init__(self, name, command, *, before=None, takes=None, folder=None, allowed=(0,)):
        self.name, self.command, self.before = name, command, before
        self.takes, self.folder, self.allowed = takes, folder, allowed

    def run(self, cost):
        """Wall seconds, processor seconds and peak memory in MiB, as the program `cost` tells."""
        if self.before:
            self.before()
        # What one run leaves to be written would else be flushed in the next one's time.
        os.sync()
        words = ["sh", "-c", self.command] if isinstance(self.command, str) else self.command
        with open(self.takes or os.devnull, "rb") as taken:
            done = subprocess.run([cost, cost + ".told", *words], cwd=self.folder, stdin=taken,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        if done.returncode not in self.allowed:
            raise SystemExit("%s ends with %d: %s" % (
                self.name, done.returncode, done.stderr.decode(errors="replace")[-2000:]))
        with open(cost + ".told") as told:
            wall, cpu, kib = map(float, told.read().split())
        return {"wall": wall, "cpu": cpu, "mib": kib / 1024}


def side_by_side(contenders, rounds, cost):
    """Every contender's costs, round by round; the order turns each round, the first is dropped."""
    costs = {each.name: [] for each in contenders}
    for number in range(rounds + 1):
        order = contenders if number % 2 == 0 else contenders[::-1]
        for each in order:
            told = each.run(cost)
            if number > 0:
                costs[each.name].append(told)
    return costs


def summed(costs, own="imgds"):
    """Medians of each contender, and of the program's ratios to it in the same round."""
    told = {}
    for name, runs in costs.items():
        told[name] = {what: round(statistics.median(run[what] for run in runs), 4)
                      for what in ("wall", "cpu", "mib")}
        if name == own:
            continue
        for what in ("wall", "cpu"):
            ratios = sorted(mine[what] / max(other[what], 1e-4)
                            for mine, other in zip(costs[own], runs))
            told[name][what + "_ratio"] = round(statistics.median(ratios), 3)
            told[name][what + "_spread"] = [round(ratios[0], 3), round(ratios[-1], 3)]
    return told
