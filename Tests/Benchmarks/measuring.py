"""Measuring: processor time, wall time and memory of whole processes, and what they wrote."""

import hashlib
import json
import os
import shlex
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import builds


@dataclass
class Times:
    """Seconds of each round."""

    wall: list = field(default_factory=list)
    processor: list = field(default_factory=list)


@dataclass
class Facts:
    """What one build did, whatever time it took."""

    peak: int
    """Bytes."""
    stages: list
    """Name, wall seconds, processor seconds, amount."""
    written: int = 0
    needless: int = 0
    """How many of the written files hold what they held before."""
    pages: int = 0
    parsed: int = 0


def facts(workshop, build):
    """Prepares a build and runs it once, with a look at the site and the cache before and after.

    Wall time and processor time of its stages are those of this one run.
    """
    workshop.prepare(build)
    before, records = _snapshot(workshop.site), _records(workshop.cache)
    peak, errors = _run([*workshop.command(build), "--timings"])
    after = _snapshot(workshop.site)
    changed = [path for path, (stamp, _) in after.items() if path not in before or before[path][0] != stamp]
    return Facts(
        peak=peak, stages=stages(errors), written=len(changed),
        needless=sum(1 for path in changed if path in before and before[path][1] == after[path][1]),
        pages=sum(1 for path in after if path.endswith(".html")), parsed=len(_records(workshop.cache) - records))


def stages(text):
    """Takes the table of --timings apart."""
    lines = text.splitlines()
    start = next((index for index, line in enumerate(lines) if line.startswith("stage ")), None)
    if start is None:
        return []
    width = lines[start].index("wall s") - 4
    rows = []
    for line in lines[start + 1:]:
        words = line[width:].split(maxsplit=2)
        if len(words) < 2:
            break
        rows.append((line[:width].strip(), float(words[0]), float(words[1]), words[2].split(",")[0] if len(words) > 2 else ""))
    return rows


def floor(program, workshop):
    """The unavoidable work: processor seconds and bytes by part.

    The last copy goes right before the next is made, as the last site goes before a cold build: in a virtual machine, memory that was given
    back a while ago is dear to have again, which made a copy twice as dear.
    """
    copy = workshop.folder / "copy"
    workshop.put_away(copy)
    done = subprocess.run([program, workshop.archive, workshop.site, copy], check=True, capture_output=True, text=True)
    return floor_parts(done.stdout)


def floor_parts(text):
    """Takes the floor's lines apart: seconds and bytes by part."""
    parts = {}
    for line in text.splitlines():
        name, seconds, size, _ = line.split("\t")
        parts[name] = (float(seconds), int(size))
    return parts


def measure_round(workshop, times):
    """Measures every build once, side by side, and adds to their times."""
    words = ["hyperfine", "--shell=none", "--runs", "1", "--ignore-failure", "--style", "none"]
    for build in builds.TIMED:
        words += ["--prepare", shlex.join(workshop.preparation(build)), "--command-name", build]
    for build, result in _hyperfine(words, [workshop.command(build) for build in builds.TIMED]).items():
        times.setdefault(build, Times())
        times[build].wall.append(result["median"])
        times[build].processor.append(result["user"] + result["system"])


def help_seconds(tool):
    """Wall seconds of `--help`, the median of many."""
    words = ["hyperfine", "--shell=none", "--warmup", "5", "--runs", "40", "--style", "none", "--command-name", "help"]
    return _hyperfine(words, [[str(tool), "--help"]])["help"]["median"]


def median(values):
    """The middle value."""
    return statistics.median(values)


def median_ratio(over, under):
    """The middle one of the rounds' own ratios, which noise that lasts longer than a round leaves alone."""
    return statistics.median(a / b for a, b in zip(over, under))


def _hyperfine(words, commands):
    with tempfile.TemporaryDirectory() as folder:
        export = Path(folder, "times.json")
        subprocess.run([*words, "--export-json", export, *map(shlex.join, commands)], check=True, stderr=subprocess.DEVNULL)
        results = json.loads(export.read_text())["results"]
    for result in results:
        # The tool ends with 1 where it has listed problems of the archive; the site is built.
        assert all(code in (0, 1) for code in result["exit_codes"]), f"{result['command']} ended with {result['exit_codes']}"
    return {result["command"]: result for result in results}


def _run(command):
    """Runs a command; returns its peak memory in bytes, and what it wrote to stderr."""
    with tempfile.TemporaryFile("w+") as errors:
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        text = errors.read()
    assert process.returncode in (0, 1), f"{shlex.join(command)} ended with {process.returncode}:\n{text}"
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024), text


def _snapshot(folder):
    """Stamp and content of each file."""
    files = {}
    for path in folder.rglob("*"):
        if path.is_file():
            status = path.stat()
            content = hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
            files[str(path.relative_to(folder))] = ((status.st_ino, status.st_mtime_ns), content)
    return files


def _records(cache):
    """The cache's records of runs: one comes new for each content that is parsed."""
    return {path.name for kind in cache.glob("run-*") for path in kind.rglob("*") if path.is_file()}
