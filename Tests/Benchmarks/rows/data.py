"""The pictures, datasets and tools of the benchmarks, made when they are first asked for."""

import functools
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
BENCHMARKS = os.path.dirname(HERE)
ROOT = os.path.dirname(os.path.dirname(BENCHMARKS))
IMGDS = os.environ["IMGDS"]


def quietly(*words, folder=None):
    subprocess.run([str(word) for word in words], cwd=folder, check=True,
                   stdout=subprocess.DEVNULL)


def space(folder):
    """The bytes of the files right in a folder and in its folders."""
    return sum(os.lstat(os.path.join(path, name)).st_size
               for path, _, names in os.walk(folder) for name in names)


class Data:
    """Everything below one folder; `scale` is 1, or less for a short run."""

    def __init__(self, folder, scale, pictures=None):
        self.folder, self.scale, self.given = folder, scale, pictures
        self.jobs = len(os.sched_getaffinity(0))

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def count(self, whole):
        return max(10, int(whole * self.scale))

    @functools.cached_property
    def floor(self):
        return self._compiled("floor", [
            "-I", os.path.join(ROOT, "Sources/CDigest/include"), "-pthread",
            *(os.path.join(ROOT, "Sources/CDigest", name)
              for name in ("sha256.c", "sha256_x86.c", "sha256_arm.c", "sha256_portable.c"))])

    @functools.cached_property
    def cost(self):
        return self._compiled("cost", [])

    @functools.cached_property
    def _maker(self):
        return self._compiled("pictures", [])

    def _compiled(self, name, more):
        program = self.path(name)
        quietly(os.environ.get("CC", "clang"), "-O2", *more,
                os.path.join(BENCHMARKS, name + ".c"), "-o", program, "-lpng16", "-ljpeg", "-lz",
                "-lm")
        return program

    @functools.lru_cache(None)
    def generated(self, count, kind, width, height):
        folder = self.path("%s-%dx%d-%d" % (kind, width, height, count))
        os.makedirs(folder)
        quietly(self._maker, folder, count, kind, width, height)
        return folder

    @functools.cached_property
    def photographs(self):
        """A folder of JPEG photographs: those given, the corpus', or made ones."""
        corpus = os.path.join(os.environ.get("IMGDS_CORPORA") or "/nonexistent",
                              "photos/clothing-full")
        source = self.given or (corpus if os.path.isdir(corpus) else None)
        if source is None:
            return self.generated(self.count(1000), "jpeg", 960, 720)
        folder = self.path("photographs")
        os.makedirs(folder)
        found = sorted(os.path.join(path, name) for path, _, names in os.walk(source)
                       for name in names if name.lower().endswith((".jpg", ".jpeg")))
        for path in found[:self.count(1000)]:
            shutil.copy(path, folder)
        return folder

    def list_of(self, folder):
        """A file with the path of every file of a folder, one a line."""
        path = folder + ".list"
        if not os.path.exists(path):
            with open(path, "w") as file:
                file.writelines(os.path.join(folder, name) + "\n"
                                for name in sorted(os.listdir(folder)))
        return path

    def tree_of(self, folder):
        """A class-folder tree with one class, all the pictures of a folder."""
        tree = folder + ".tree"
        if not os.path.exists(tree):
            os.makedirs(tree)
            os.symlink(folder, os.path.join(tree, "class"))
        return tree

    @functools.lru_cache(None)
    def dataset_of(self, folder):
        path = folder + ".set"
        self.empty(path)
        quietly(IMGDS, "add", path, folder, "--class", "class", "--quiet")
        return path

    def away(self, path):
        """Takes a folder away, whatever was there before.

        A small one is only put aside until ``forget()``: ext4 looks through the inodes of what was
        deleted in the last minute for each file that is made, so that thousands of files removed just
        before a run would cost it more than its own work."""
        if os.path.isdir(path) and space(path) < 200 << 20:
            os.makedirs(self.path("aside"), exist_ok=True)
            os.rename(path, tempfile.mkdtemp(dir=self.path("aside")))
        else:
            shutil.rmtree(path, ignore_errors=True)

    def forget(self):
        """Removes what was put aside."""
        shutil.rmtree(self.path("aside"), ignore_errors=True)

    def empty(self, path):
        """A dataset with a class and nothing in it, whatever was there before."""
        self.away(path)
        quietly(IMGDS, "init", path, "class", "--quiet")
        return path

    @functools.lru_cache(None)
    def made(self, images, with_files):
        """A dataset of many tiny images, or of their catalog alone."""
        path = self.path("%d%s" % (images, "-files" if with_files else ""))
        quietly(sys.executable, os.path.join(BENCHMARKS, "make_million.py"), path,
                "--images", images, *(["--files"] if with_files else []))
        return path

    @functools.lru_cache(None)
    def python(self, *packages):
        """A Python with packages of PyPI in an environment of its own, or None."""
        folder = self.path("venv-" + packages[0].split("=")[0])
        try:
            quietly(sys.executable, "-m", "venv", folder)
            quietly(os.path.join(folder, "bin/pip"), "install", "-q",
                    "--disable-pip-version-check", *packages)
        except subprocess.CalledProcessError:
            print("LEFT OUT: what needs %s, which cannot be installed" % packages[0],
                  file=sys.stderr)
            return None
        return os.path.join(folder, "bin/python")
