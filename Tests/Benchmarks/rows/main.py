"""Measures the rows of table.py; see run.sh beside this folder."""

import argparse
import json
import platform
import sys
import tempfile
import time

import table
from data import Data
from measure import side_by_side, summed


def judged(told, goals):
    """Every goal with what was reached: (peer, what, ratio, goal)."""
    return [(peer, what, told[peer][what + "_ratio"], most)
            for peer, goal in goals.items() if peer in told for what, most in goal.items()]


def line(name, costs, goals):
    text = "  %-16s %9.3f s %9.3f s cpu %8.1f MiB" % (
        name, costs["wall"], costs["cpu"], costs["mib"])
    if "wall_ratio" in costs:
        text += "   wall %6.3f (%.3f-%.3f)  cpu %6.3f (%.3f-%.3f)" % (
            costs["wall_ratio"], *costs["wall_spread"], costs["cpu_ratio"], *costs["cpu_spread"])
    for what, most in goals.get(name, {}).items():
        is_met = costs[what + "_ratio"] <= most
        text += "  %s %s %.2f" % (what, "<=" if is_met else "MISSES", most)
    return text


def machine():
    """The processor's own name, how many there are, and the day."""
    with open("/proc/cpuinfo") as file:
        names = [each.split(":")[1].strip() for each in file if each.startswith("model name")]
    return {"processor": (names or [platform.machine()])[0], "processors": len(names) or 1,
            "kernel": platform.release(), "date": time.strftime("%Y-%m-%d")}


def main():
    parser = argparse.ArgumentParser(prog="run.sh", description="Measures the rows of table.py.")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--row", action="append", choices=[row.name for row in table.ALL])
    parser.add_argument("--runs", type=int, help="rounds, 7 or with --short 3")
    parser.add_argument("--json", action="store_true", help="a JSON object a row")
    parser.add_argument("--list", action="store_true", help="the rows by name")
    parser.add_argument("--work")
    parser.add_argument("--data", help="a folder of JPEG photographs")
    parser.add_argument("--slow-peers", action="store_true")
    options = parser.parse_args()
    if options.list:
        for row in table.ALL:
            print("%-14s %s" % (row.name, row.title))
        return 0
    is_missed = False
    rounds = options.runs or (3 if options.short else 7)
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        data = Data(folder, 0.1 if options.short else 1, options.data)
        if options.json:
            print(json.dumps({"type": "machine", **machine(), "rounds": rounds}), flush=True)
        else:
            print("%(processor)s, %(processors)d processors, Linux %(kernel)s, %(date)s" % machine())
        for row in table.ALL:
            if options.row and row.name not in options.row:
                continue
            contenders = list(row.make(data, options.slow_peers))
            told = summed(side_by_side(contenders, rounds, data.cost))
            data.forget()
            missed = [each for each in judged(told, row.goals) if each[2] > each[3]]
            is_missed = is_missed or bool(missed)
            if options.json:
                print(json.dumps({"type": "row", "name": row.name, "title": row.title,
                                  "costs": told, "goals": row.goals, "met": not missed}),
                      flush=True)
                continue
            print("%s: %s" % (row.name, row.title))
            for name, costs in told.items():
                print(line(name, costs, row.goals), flush=True)
    return 1 if is_missed else 0


if __name__ == "__main__":
    sys.exit(main())
