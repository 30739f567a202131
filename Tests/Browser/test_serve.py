"""`make serve` serves the site on loopback."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_make_serve_answers_with_the_home_page(site):
    port = free_port()
    serving = subprocess.Popen(
        ["make", "serve", f"SITE={site}", f"PORT={port}"], cwd=PROJECT, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert fetch(f"http://127.0.0.1:{port}/index.html") == (site / "index.html").read_bytes()
    finally:
        os.killpg(serving.pid, signal.SIGTERM)
        serving.wait(timeout=10)


def fetch(address: str) -> bytes:
    """The page at the address, once the server is up; within ten seconds."""
    for _ in range(100):
        try:
            with urlopen(address, timeout=5) as answer:
                return answer.read()
        except URLError:
            time.sleep(0.1)
    pytest.fail(f"nothing answers at {address}")


def test_make_serve_says_what_to_do_where_there_is_no_site(tmp_path):
    ran = subprocess.run(["make", "serve", f"SITE={tmp_path}"], cwd=PROJECT, capture_output=True, text=True, timeout=30)
    assert ran.returncode != 0
    assert "run make site first" in ran.stderr
