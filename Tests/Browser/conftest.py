"""What the tests share: the site under test, a server for it, and Chromium.

    pytest Tests/Browser --site Site

Chromium is the system's own: the one CHROMIUM names, or the first of the usual names on the PATH. Without one the tests
that need it are skipped, but not where CI=true: there a skip would hide a fault.
"""

import os
import sys
import threading
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import site_files

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / ".ci"))
from serve import SiteHandler  # noqa: E402: what `make serve` serves with

# The site is served below a path, as on GitHub Pages: a link that starts at the server's root would be found out.
SUBPATH = "/some/sub/path/"


def pytest_addoption(parser):
    parser.addoption("--site", default="Site", help="folder of the built site")


def site_folder(config) -> Path:
    return Path(config.getoption("--site")).resolve()


def pytest_generate_tests(metafunc):
    """One test for each page of the sample, named by its place in the site.

    404.html is none of them: it is right only where a server shows it, at the path that the site is made for (test_not_found.py).
    """
    if "page" in metafunc.fixturenames:
        site = site_folder(metafunc.config)
        places = [page.relative_to(site).as_posix() for page in site_files.sample_of(site) if page.name != "404.html"]
        metafunc.parametrize("page", places, scope="session")


@pytest.fixture(scope="session")
def site(pytestconfig) -> Path:
    folder = site_folder(pytestconfig)
    assert (folder / "index.html").is_file(), f"no site in {folder}: run make site first"
    return folder


class QuietHandler(SiteHandler):
    def log_message(self, *_):
        pass


@contextmanager
def serving(site: Path, below: str):
    """The address of a site on loopback, below a path. The system chooses the port."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site), below=below)) as listening:
        threading.Thread(target=listening.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{listening.server_port}{below}"
        listening.shutdown()


@pytest.fixture(scope="session")
def server(site):
    """The address of the site on loopback, below SUBPATH."""
    with serving(site, SUBPATH) as address:
        yield address


@pytest.fixture(scope="session", params=["file", "http"])
def root(request, site):
    """The site's address: opened by double click, and served."""
    return site.as_uri() + "/" if request.param == "file" else request.getfixturevalue("server")


@pytest.fixture(scope="session")
def browser():
    chromium = site_files.chromium()
    if chromium is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no Chromium on the PATH, and on CI no test is skipped")
        pytest.skip("needs Chromium on the PATH, or CHROMIUM set to it")
    with sync_playwright() as playwright:
        # The sandbox needs rights that a container does not give; only our own pages are opened.
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        yield running
        running.close()


class Watch:
    """Listens to one tab and remembers what must not happen."""

    def __init__(self, tab, root: str):
        self.faults: list[str] = []
        tab.on("request", lambda request: self.note_request(request.url, root))
        tab.on("requestfailed", self.note_failure)
        tab.on("response", lambda response: response.status >= 400 and self.faults.append(f"{response.status}: {response.url}"))
        tab.on("console", lambda line: line.type in ("error", "warning") and self.faults.append(f"console {line.type}: {line.text}"))
        tab.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))

    def note_failure(self, request):
        # Who leaves a page at once breaks off what it still asks for, such as its icon.
        if request.failure != "net::ERR_ABORTED":
            self.faults.append(f"failed: {request.url}: {request.failure}")

    def note_request(self, address: str, root: str):
        if not address.startswith((root, "data:")):
            self.faults.append(f"asked for something outside the site: {address}")


@pytest.fixture
def watch():
    return Watch
