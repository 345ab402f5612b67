"""Measures cost by the number of images and of jobs; see growth.sh beside this folder."""

import argparse
import json
import shutil
import tempfile

from data import IMGDS, Data
from measure import Contender


def commands(data, source, jobs):
    """Every command on a dataset of the images of `source`, which `add` makes first."""
    new, out = data.path("new"), data.path("out.zip")
    yield Contender("add", [IMGDS, "add", new, source, "--by-folder", "--quiet", "--jobs", jobs],
                    before=lambda: data.empty(new))
    yield Contender("list", [IMGDS, "list", new])
    yield Contender("list TERM", [IMGDS, "list", new, "class:class001", "--json"])
    yield Contender("stats", [IMGDS, "stats", new])
    yield Contender("verify --quick", [IMGDS, "verify", new, "--quick", "--quiet"])
    yield Contender("verify (integrity)", [IMGDS, "verify", new, "--checks", "soundness,records",
                                           "--quiet", "--jobs", jobs])
    yield Contender("pack", [IMGDS, "pack", new, "-o", out, "--quiet", "--jobs", jobs])


def measured(data, images, jobs, told):
    for command in commands(data, data.made(images, True), str(jobs)):
        command.allowed = (0, 1)
        cost = command.run(data.cost)
        told({"command": command.name, "images": images, "jobs": jobs,
              "microseconds_an_image": round(cost["wall"] * 1e6 / images, 2),
              "seconds": round(cost["wall"], 3), "mib": round(cost["mib"], 1)})
    shutil.rmtree(data.path("new"))


def main():
    parser = argparse.ArgumentParser(prog="growth.sh", description="Measures how cost grows.")
    parser.add_argument("--most", type=int, default=100_000)
    parser.add_argument("--work")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()

    def tell(row):
        print(json.dumps(row) if options.json else
              "%(command)-20s %(images)8d images %(jobs)2d jobs %(seconds)9.3f s "
              "%(microseconds_an_image)9.2f us an image %(mib)8.1f MiB" % row, flush=True)

    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        data = Data(folder, 1)
        images = 1_000
        while images <= options.most:
            measured(data, images, data.jobs, tell)
            images *= 10
        for jobs in (1, 2, 4, 8):
            measured(data, min(10_000, options.most), jobs, tell)


if __name__ == "__main__":
    main()
