"""The report of a measurement as Markdown."""

import os
import platform
import re
import subprocess
from pathlib import Path

from builds import COLD, FORK_RUN, MAIN_RUN, SAME
from measuring import median
from results import rows

TITLES = {COLD: "cold", SAME: "nothing changed", FORK_RUN: "one run of a fork added", MAIN_RUN: "one run of main added"}
"""The builds whose stages are shown."""
BEGIN, END = "<!-- Written by `make bench`. -->\n", "<!-- Until here. -->\n"


def table(head, lines):
    """A pipe table."""
    return "".join("| " + " | ".join(cells) + " |\n" for cells in [head, ["---"] * len(head), *lines])


def bounds(results, help_time, folder):
    """The table of all bounds, a column for each archive."""
    head = ["build", "bound", *[result.name for result in results]]
    conditions = f"{machine()}; medians of {len(results[0].floors)} rounds, {_disk(folder)}all inputs in memory."
    return f"{conditions}\n\n{table(head, rows(results, help_time))}"


def details(results):
    """Where the floor's time and the builds' time goes."""
    text = ""
    for result in results:
        text += f"\n## {result.name[0].upper()}{result.name[1:]}\n\n"
        text += table(["part of the floor", "CPU s", "MB", "MB/s"], [_part(result, name) for name in result.floors[0]])
        for build, title in TITLES.items():
            lines = [[stage, f"{wall:.3f}", f"{cpu:.3f}", amount] for stage, wall, cpu, amount in result.facts[build].stages]
            text += "\n" + table([f"stage, {title}", "wall s", "CPU s", "amount"], lines)
    return text


def _part(result, name):
    size = result.floors[0][name][1] / 1e6
    taken = median(parts[name][0] for parts in result.floors)
    return [name, f"{taken:.3f}", f"{size:.1f}", f"{size / taken:.0f}" if taken > 0 else ""]


def machine():
    """The machine's words: processor, cores, system, compiler."""
    return f"{_processor()}, {os.cpu_count()} cores, {_system()}, {_compiler()}"


def _disk(folder):
    """The file system that is written to, where the system tells."""
    told = subprocess.run(["stat", "-f", "-c", "%T", folder], capture_output=True, text=True, check=False)
    return f"on {told.stdout.strip()}, " if told.returncode == 0 and told.stdout.strip() else ""


def _processor():
    if platform.system() == "Darwin":
        return subprocess.run(["sysctl", "-n", "machdep.cpu.brand_string"], capture_output=True, text=True, check=False).stdout.strip()
    names = re.findall(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text(), re.MULTILINE)
    return names[0] if names else platform.machine()


def _system():
    if platform.system() == "Darwin":
        return f"macOS {platform.mac_ver()[0]}"
    named = re.search(r'^PRETTY_NAME="?([^"\n]+)', Path("/etc/os-release").read_text(), re.MULTILINE)
    return named.group(1) if named else platform.system()


def _compiler():
    words = subprocess.run(["swift", "--version"], capture_output=True, text=True, check=False).stdout
    version = re.search(r"Swift version (\S+)", words)
    return f"Swift {version.group(1)}" if version else "no Swift"


def replaced(text, section):
    """A text with what stands between the two marks exchanged."""
    start, end = text.index(BEGIN) + len(BEGIN), text.index(END)
    return f"{text[:start]}\n{section}\n{text[end:]}"
