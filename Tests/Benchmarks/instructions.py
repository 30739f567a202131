"""Instruction counts of the hot stages, which do not depend on what else the machine does."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from archives import PROJECT

RECORD = Path(__file__).with_name("instructions.tsv")
STAGES = ["start", "digest", "compare", "render", "list"]
RUNS = 20
"""Runs of the archive on which instructions are counted."""


def is_possible():
    """Whether there is a callgrind that can count."""
    return shutil.which("valgrind") is not None and shutil.which("strip") is not None


def counted(program, archive):
    """Instructions by stage."""
    with tempfile.TemporaryDirectory() as folder:
        # This valgrind does not survive the debug information of Swift 6.
        bare = Path(folder, "floor")
        subprocess.run(["strip", "--strip-debug", "-o", bare, program], check=True)
        totals = [_total(bare, stage, archive, Path(folder, f"site-{stage}")) for stage in STAGES]
    return {stage: after - before for stage, before, after in zip(STAGES[1:], totals, totals[1:])}


def recorded():
    """What was recorded, by stage; empty where nothing was."""
    if not RECORD.exists():
        return {}
    lines = [line.split("\t") for line in RECORD.read_text().splitlines()[1:]]
    return {stage: int(count) for stage, count in lines}


def record(counts):
    """Records counts, for later ones to be held against."""
    RECORD.write_text("stage\tinstructions\n" + "".join(f"{stage}\t{count}\n" for stage, count in counts.items()))


def lines(now, before):
    """Stage, count now, count recorded, change."""
    return [
        [stage, f"{count:,}", f"{before[stage]:,}" if stage in before else "",
         f"{(count / before[stage] - 1) * 100:+.1f} %" if stage in before else ""]
        for stage, count in now.items()
    ]


def _total(program, stage, archive, site):
    """All instructions from the program's start to the end of a stage."""
    command = [program, "stage", stage, archive, site, "--templates", PROJECT / "Templates"]
    # Hashes with a new seed each time would make each count another one.
    environment = {**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"}
    done = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", *command],
        capture_output=True, text=True, env=environment, check=False)
    count = total(done.stderr)
    if done.returncode != 0 or count is None:
        sys.exit(f"bench: callgrind could not count the stage {stage}:\n{done.stderr}")
    return count


def total(text):
    """The count in what callgrind says at its end."""
    for line in text.splitlines():
        if "Collected :" in line:
            return int(line.split("Collected :")[1].split()[0])
    return None
