"""Folders as they stand at one moment, and what must be true of a site at every moment."""

import os
import re
import signal
from pathlib import Path, PurePosixPath

OWN = {".benchfolio", ".benchfolio.journal"}
"""The tool's own notes in a site, which no page links to."""


def contents(folder):
    """The bytes of every file in a folder by its path; links count by what they say."""
    files = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            files[path.relative_to(folder).as_posix()] = b"-> " + os.fsencode(os.readlink(path)) if path.is_symlink() else path.read_bytes()
    return files


def modes(folder):
    """The permissions of every file and folder in a folder."""
    paths = [Path(place, name) for place, folders, files in os.walk(folder) for name in folders + files]
    return {path.relative_to(folder).as_posix(): oct(path.stat().st_mode) for path in paths}


def empty_folders(folder):
    """The folders in a folder that hold nothing."""
    return sorted(place for place, folders, files in os.walk(folder) if not folders and not files and place != str(folder))


def temporary(files):
    """The paths of what is there only while something is written."""
    return sorted(path for path in files if path.endswith(".new"))


def differences(left, right):
    """The paths at which two folders differ."""
    return sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))


LINK = re.compile(rb'(?:href|src)="([^"#?]+)[^"]*"')


def broken_links(files, start="index.html"):
    """What the pages that a reader reaches from the home page link to, and is not there."""
    seen, queue, broken = {start}, [start], []
    while queue:
        page = queue.pop()
        for target in LINK.findall(files[page]):
            address = target.decode()
            if ":" in address or address.startswith("//"):
                continue
            path = os.path.normpath(PurePosixPath(page).parent / address)
            if path in seen:
                continue
            seen.add(path)
            if path not in files:
                broken.append(f"{page} links to {path}")
            elif path.endswith(".html"):
                queue.append(path)
    return broken


def take_interrupts():
    """Lets a new process be interrupted also where these tests may not be, as in the background of a shell."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
