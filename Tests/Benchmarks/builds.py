"""The builds that are measured, each with what has to happen before it.

As a program it does just that, so that hyperfine can do it before each measurement:

    python3 builds.py BUILD WORKSHOP TOOL ARCHIVE
"""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from archives import PROJECT, newest_of_fork, newest_of_main, run_files

COLD, BARE, SAME, FRESH, TEMPLATE, FORK_RUN, MAIN_RUN = "cold", "bare", "same", "fresh", "template", "fork-run", "main-run"

ADDED = [FORK_RUN, MAIN_RUN]
"""The builds after a run was added. That of a fork is held against what is there. One of main is also one more measure of how much runs of
the same code differ on its machine, on which the verdicts of all comparisons there rest."""

TIMED = [COLD, BARE, SAME, FRESH, *ADDED]
"""The builds of a round. Each but the first two goes on from where the one before it ended: a whole site with its cache."""

ORDER = [*TIMED, TEMPLATE]
"""All builds. The last one replaces every page, see Workshop.put_away."""


def is_in_memory(folder):
    """Whether a folder lies in a file system that keeps its files in memory."""
    mounts = Path("/proc/mounts")
    if not mounts.exists():
        return False
    kinds = {line.split()[1]: line.split()[2] for line in mounts.read_text(encoding="utf-8").splitlines()}
    place = next(str(parent) for parent in [Path(folder).resolve(), *Path(folder).resolve().parents] if str(parent) in kinds)
    return kinds[place] == "tmpfs"


class Workshop:
    """A folder with everything that the builds of one archive write."""

    def __init__(self, folder, tool, archive):
        self.folder, self.tool, self.archive = Path(folder), Path(tool), Path(archive)
        self.site = self.folder / "site"
        self.cache = self.folder / "cache"
        self.bare_site = self.folder / "bare-site"
        self.templates = self.folder / "templates"
        self.held_back = self.folder / "held-back.json"
        self.old = self.folder / "old"

    def open(self):
        """Makes the folder anew, with templates of its own."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.old.mkdir(parents=True)
        shutil.copytree(PROJECT / "Templates", self.templates)

    def close(self):
        """Removes what the builds wrote."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def put_away(self, path):
        """Moves a file or folder out of the way until all is measured.

        A file system may take ten times as long to make files where as many were removed within the last minute (ext4 without a
        journal does), and that is no property of a build. So nothing is removed between two measurements. In memory it is the other way
        round: there what is kept makes each build ask a virtual machine for memory that it never had, which made builds a third dearer.
        """
        if not path.exists():
            return
        if is_in_memory(self.folder):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        else:
            path.rename(self.old / str(time.time_ns()))

    def command(self, build):
        """The command that is measured."""
        kept = ["--output", self.bare_site, "--no-cache"] if build == BARE else ["--output", self.site, "--cache", self.cache]
        return [str(word) for word in [self.tool, "build", self.archive, "--templates", self.templates, *kept]]

    def preparation(self, build):
        """The command that has to run before it."""
        return [sys.executable, __file__, build, str(self.folder), str(self.tool), str(self.archive)]

    def prepare(self, build):
        """Does what has to happen before a build is measured."""
        if build == COLD:
            self._clear()
        elif build == BARE:
            self.put_away(self.bare_site)
        elif build == FRESH:
            self._touch_everything()
        elif build == TEMPLATE:
            self._change_templates()
        elif build in ADDED:
            self._build_without(self.added(build))

    def _clear(self):
        self.put_away(self.site)
        self.put_away(self.cache)

    def _touch_everything(self):
        """A clone has new times; an hour ago, since the tool rightly distrusts files of the last two seconds."""
        now = time.time_ns() - 3600 * 10**9
        for folder in (self.archive, self.site, self.templates):
            for path in folder.rglob("*"):
                if path.is_file():
                    os.utime(path, ns=(now, now))

    def _change_templates(self):
        """A comment at the end of the two shells is seen on every page."""
        for name in ("layout.mustache", "404.mustache"):
            with open(self.templates / name, "a", encoding="utf-8") as template:
                template.write(f"<!-- {time.time_ns()} -->\n")

    def added(self, build):
        """The run that such a build finds added."""
        runs = run_files(self.archive)
        return newest_of_fork(runs) if build == FORK_RUN else newest_of_main(runs)

    def _build_without(self, run):
        run.rename(self.held_back)
        try:
            self._clear()
            done = subprocess.run(self.command(COLD), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            assert done.returncode in (0, 1), f"the build without {run.name} ended with {done.returncode}"
        finally:
            self.held_back.rename(run)


if __name__ == "__main__":
    name, *places = sys.argv[1:]
    Workshop(*places).prepare(name)
