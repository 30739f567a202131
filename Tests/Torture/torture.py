"""Ends builds by force at random moments, and looks at what they leave.

    python3 torture.py --tool benchfolio --rounds 200 [--runs 100] [--folder DIR] [--seed N]

An archive and its templates are brought from one state to another and back: runs are removed and changed, templates are edited. Each
round builds one state over whatever the rounds before have left, and ends the build at some moment. After that

- every file is whole: it is the one that was there before, or the one of the new state;
- where a whole site stood before, all links that a reader can follow from its home page lead somewhere;
- the next build, with the cache or without, gives the bytes of an undisturbed one, and leaves nothing behind.
"""

import argparse
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import trees

PROJECT = Path(__file__).resolve().parents[2]


class Found(Exception):
    """Something that must not be."""


class State:
    """An archive and its templates, and the site that an undisturbed build makes of them."""

    def __init__(self, workshop, name):
        self.archive, self.templates = workshop / name / "archive", workshop / name / "templates"
        self.name = name
        self.site = {}


def run_files(archive):
    return sorted((archive / "results").rglob("*.json"))


def edited(template):
    template.write_text(template.read_text(encoding="utf-8").replace("</body>", "<!-- edited --></body>"), encoding="utf-8")


def states(workshop, archive, rng):
    """Four states: the archive as it is, without some runs, with changed runs, and with other templates."""
    made = []
    for name in ("whole", "fewer", "changed", "edited"):
        state = State(workshop, name)
        shutil.copytree(archive, state.archive)
        shutil.copytree(PROJECT / "Templates", state.templates)
        made.append(state)
    _, fewer, changed, other = made
    for path in rng.sample(run_files(fewer.archive), 4):
        path.unlink()
    for path in rng.sample(run_files(changed.archive), 4):
        path.write_bytes(re.sub(rb'"values": ?\[', rb"\g<0>0.5,", path.read_bytes()))
    for path in rng.sample(run_files(other.archive), 2):
        path.unlink()
    edited(other.templates / "layout.mustache")
    return made


class Torture:
    def __init__(self, tool, workshop, archive, rng):
        self.tool, self.workshop, self.rng = tool, workshop, rng
        self.site, self.cache = workshop / "site", workshop / "cache"
        self.states = states(workshop, archive, rng)
        self.counts = Counter()
        self.is_whole = False
        self.duration = 60.0
        for state in self.states:
            begun = time.monotonic()
            self.end(self.start(state, ["--no-cache"], site=workshop / "clean"))
            self.duration = min(self.duration, time.monotonic() - begun)
            state.site = trees.contents(workshop / "clean")
            shutil.rmtree(workshop / "clean")

    def start(self, state, options, site=None):
        return subprocess.Popen(
            [self.tool, "build", state.archive, "--templates", state.templates, "--output", site or self.site, *options],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, preexec_fn=trees.take_interrupts)

    def end(self, process):
        """Waits for a build that nobody disturbs."""
        errors = process.communicate()[1].decode()
        if process.returncode not in (0, 1):
            raise Found(f"the build ended with {process.returncode}:\n{errors}")

    def options(self):
        jobs = ["--jobs", str(self.rng.choice([1, 2, 7]))]
        return jobs + (["--no-cache"] if self.rng.random() < 0.3 else ["--cache", str(self.cache)])

    def round(self):
        if self.rng.random() < 0.15:
            shutil.rmtree(self.site, ignore_errors=True)
            self.is_whole = False
        if self.rng.random() < 0.1:
            shutil.rmtree(self.cache, ignore_errors=True)
        state = self.rng.choice(self.states)
        before = trees.contents(self.site)
        is_tidy = self.interrupt(state)
        after = trees.contents(self.site)
        self.check(before, after, state)
        if is_tidy and (left := set(trees.temporary(after)) - before.keys()):
            raise Found(f"temporary files stay: {sorted(left)[:5]}")
        self.counts["files looked at"] += len(after)
        if self.rng.random() < 0.6:
            self.complete(state)

    def interrupt(self, state):
        """Begins a build and ends it at a random moment; every other time just when the new site takes the old one's place.

        Says whether the build had its own way to end.
        """
        number = self.rng.choices([signal.SIGKILL, signal.SIGTERM, signal.SIGINT], [8, 1, 1])[0]
        process = self.start(state, self.options())
        if self.rng.random() < 0.5:
            # Builds that go on from a cache take a fraction of the time.
            time.sleep(self.duration * self.rng.random() ** 2)
        else:
            while process.poll() is None and not (self.site / ".benchfolio.new").exists():
                time.sleep(0.0001)
            time.sleep(self.rng.uniform(0, 0.02 * self.duration))
        process.send_signal(number)
        sent = time.monotonic()
        errors = process.communicate()[1].decode()
        seconds = time.monotonic() - sent
        self.counts["killed" if process.returncode < 0 else "ended" if process.returncode > 1 else "came too late"] += 1
        if number == signal.SIGKILL:
            return process.returncode >= 0
        if process.returncode > 1 and (process.returncode != 128 + number or "benchfolio: interrupted" not in errors):
            raise Found(f"signal {number} ended the build with {process.returncode}:\n{errors}")
        if process.returncode < 0 and "benchfolio" in errors:
            raise Found(f"signal {number} was not taken:\n{errors}")
        if seconds > 3:
            raise Found(f"signal {number} took {seconds:.1f} s")
        # On a machine that has much else to do, the rest is left to the next build.
        return process.returncode >= 0 and seconds < 0.6

    def check(self, before, after, state):
        pages = {path for path in after if path not in trees.OWN and not path.endswith(".new")}
        torn = [path for path in sorted(pages) if after[path] not in (before.get(path), state.site.get(path))]
        if torn:
            raise Found(f"neither the old nor the new file: {torn[:5]}")
        if self.is_whole and (broken := trees.broken_links(after)):
            raise Found(f"links that lead nowhere: {broken[:5]}")
        self.counts["half-way"] += any(after.get(path) != state.site.get(path) for path in state.site) and after != before

    def complete(self, state):
        self.end(self.start(state, self.options()))
        after = trees.contents(self.site)
        if different := trees.differences(after, state.site):
            raise Found(f"the next build does not complete the site: {different[:5]}")
        if folders := trees.empty_folders(self.site):
            raise Found(f"empty folders stay: {folders[:5]}")
        self.counts["completed"] += 1
        self.is_whole = True


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", type=lambda path: Path(path).resolve(), required=True)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--runs", type=int, help="the size of a generated archive (default: the sample archive)")
    parser.add_argument("--folder", help="where the work is done (default: the system's folder for such files)")
    parser.add_argument("--seed", type=int, default=int(time.time()))
    return parser.parse_args()


def main():
    options = arguments()
    workshop = Path(tempfile.mkdtemp(prefix="benchfolio-torture-", dir=options.folder))
    rng, number = random.Random(options.seed), 0
    try:
        archive = PROJECT / "Content"
        if options.runs:
            archive = workshop / "generated"
            subprocess.run([options.tool, "generate", "--output", archive, "--runs", str(options.runs)], check=True, stdout=subprocess.DEVNULL)
        torture = Torture(options.tool, workshop, archive, rng)
        for number in range(1, options.rounds + 1):
            torture.round()
        torture.complete(torture.states[0])
    except Found as found:
        print(f"torture: seed {options.seed}, round {number}: {found}", file=sys.stderr)
        return 1
    finally:
        shutil.rmtree(workshop)
    print(f"torture: {number} rounds, seed {options.seed}: " + ", ".join(f"{count} {what}" for what, count in sorted(torture.counts.items())))
    return 0


if __name__ == "__main__":
    sys.exit(main())
