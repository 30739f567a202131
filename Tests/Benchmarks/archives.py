"""The archives that are measured: generated ones, and the real one where it is at hand."""

import hashlib
import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
ROOM_FOR_A_RUN = 3_000_000
"""Bytes of a generated run, its pages and its cache, and the first copy of its pages."""
ROOM_FOR_A_ROUND = 2_800_000
"""Bytes that one round leaves behind for each run where nothing is removed: four sites with three caches, and a copy of a site."""
MAIN = "python"
"""The fork that a machine follows."""


def room(runs, rounds):
    """Bytes that measuring an archive needs, with so many rounds that leave behind what they wrote."""
    return runs * (ROOM_FOR_A_RUN + rounds * ROOM_FOR_A_ROUND)


def generated(tool, runs, folder, rounds=0):
    """Returns a generated archive of some runs, made anew only where the generator has changed since; None where there is no room."""
    stamp = folder / f"archive-{runs}.stamp"
    archive = folder / f"archive-{runs}"
    wanted = _generator_hash()
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < room(runs, rounds):
        print(f"bench: no room for {runs} runs, which need {room(runs, rounds) / 1e9:.1f} GB in {folder}", file=sys.stderr)
        return None
    if stamp.exists() and stamp.read_text() == wanted and len(run_files(archive)) == runs:
        return archive
    stamp.unlink(missing_ok=True)
    shutil.rmtree(archive, ignore_errors=True)
    print(f"bench: generating {runs} runs", file=sys.stderr)
    subprocess.run([tool, "generate", "--output", archive, "--runs", str(runs)], check=True, stdout=subprocess.DEVNULL)
    stamp.write_text(wanted)
    return archive


def real(folder):
    """Returns a copy of the real archive, which is never written to; None where there is none."""
    shared = os.environ.get("BENCHFOLIO_SHARED")
    if not shared or not Path(shared, "archive").is_dir():
        return None
    return copied(Path(shared, "archive"), folder / "archive-real")


def copied(archive, copy):
    """Returns a fresh, writable copy of an archive."""
    shutil.rmtree(copy, ignore_errors=True)
    for source in sorted(path for path in archive.rglob("*") if path.is_file()):
        target = copy / source.relative_to(archive)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    return copy


def run_files(archive):
    """The results files of an archive in the order of their paths."""
    return sorted((archive / "results").rglob("bm-*.json"))


def newest_of_fork(runs):
    """The last run, by its path, that was measured on a fork."""
    return [run for run in runs if _fork(run) != MAIN][-1]


def newest_of_main(runs):
    """The last default run of main, by its path, on the machine that has the most runs: of all runs, most rests on this one."""
    (machine, _), = Counter(_machine(run) for run in runs).most_common(1)
    return [run for run in runs if _fork(run) == MAIN and _is_default(run) and _machine(run) == machine][-1]


def _machine(run):
    return run.name.split("-")[2]


def _fork(run):
    return run.name.split("-")[4]


def _is_default(run):
    """Whether no flags stand behind the commit in the name of the folder."""
    return run.parent.name.split("-")[-1] == run.stem.split("-")[-1]


def _generator_hash():
    content = hashlib.sha256()
    for source in sorted((PROJECT / "Sources" / "Generator").glob("*.swift")):
        content.update(source.read_bytes())
    return content.hexdigest()
