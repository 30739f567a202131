"""The page for addresses that lead nowhere: a server shows it at any of them, and it finds a commit by any part of its hash."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import serving

PROJECT = Path(__file__).resolve().parents[2]
BELOW = "/some/benchmarks/"
# What the browser itself says of a page that comes with status 404.
OWN_NOTE = "Failed to load resource: the server responded with a status of 404"


def tool() -> str:
    """The tool that builds a site for a subpath: the one that is named, else the newest that was built."""
    named = os.environ.get("BENCHFOLIO")
    built = [path for path in (PROJECT / ".build" / kind / "benchfolio" for kind in ("release", "debug")) if path.is_file()]
    if named or built:
        return str(Path(named).resolve()) if named else str(max(built, key=lambda path: path.stat().st_mtime))
    if os.environ.get("CI") == "true":
        pytest.fail("no built tool, and on CI no test is skipped")
    pytest.skip("needs a built tool: run make site first")


def write_run(archive: Path, day: str, commit: str, full: str = "", version: str = "3.14.0a6+"):
    """Writes a results file of one benchmark."""
    values = [{"values": [0.25 + 0.001 * (number % 5) for number in range(4)]} for _ in range(5)]
    content = {"version": "1.0", "metadata": {"unit": "second", "commit_id": full},
               "benchmarks": [{"metadata": {"name": "nbody"}, "runs": values}]}
    place = archive / f"results/bm-{day}-{version}-{commit}/bm-{day}-box-x86_64-python-main-{version}-{commit}.json"
    place.parent.mkdir(parents=True)
    place.write_text(json.dumps(content), encoding="utf-8")


FULL = "ccaa69a" + "1" * 33


@pytest.fixture(scope="module", params=["/", BELOW], ids=["root", "subpath"])
def published(request, tmp_path_factory):
    """The address of a small site where two commits begin alike, at a server's root and below a path."""
    folder = tmp_path_factory.mktemp("published")
    archive, site = folder / "archive", folder / "site"
    write_run(archive, "20250402", "ccaa69a", FULL)
    write_run(archive, "20250403", "ccaa000", "ccaa000" + "2" * 33)
    write_run(archive, "20231002", "d7159b0", version="3.12.0")
    (archive / "bench_runner.toml").write_text('[bases]\nversions = ["3.12.0"]\n[runners.box]\nos = "linux"\n', encoding="utf-8")
    if request.param != "/":
        (archive / "site.toml").write_text(f'base_url = "https://example.org{request.param}"\n', encoding="utf-8")
    subprocess.run([tool(), "build", archive, "--output", site, "--no-cache"], check=True, capture_output=True)
    with serving(site, request.param) as address:
        yield address


def open_tab(browser, watch, root, **options):
    tab = browser.new_page(viewport={"width": 1280, "height": 800}, **options)
    return tab, watch(tab, root)


def faults(watching, address: str) -> list[str]:
    """All faults but that the address itself is not there."""
    return [fault for fault in watching.faults if fault != f"404: {address}" and OWN_NOTE not in fault]


@pytest.mark.parametrize("place, commit", [
    ("commits/ccaa6", "ccaa69a"), ("commits/ccaa6/", "ccaa69a"), ("commits/ccaa6/index.html", "ccaa69a"), ("CCAA69A", "ccaa69a"),
    (f"commits/{FULL[:20]}", "ccaa69a"), (f"deep/down/{FULL.upper()}", "ccaa69a"), ("ccaa0.html", "ccaa000"),
    ("commits/d7159b0ffff?q=1#x", "d7159b0"),
])
def test_any_part_that_begins_a_hash_leads_to_the_commit(browser, watch, published, place, commit):
    tab, watching = open_tab(browser, watch, published)
    before = tab.evaluate("history.length")
    tab.goto(published + place)
    tab.wait_for_url(f"{published}commits/{commit}/index.html")
    assert tab.locator("h1").inner_text() == f"Commit {commit}"
    assert tab.evaluate("history.length") <= before + 1, "the wrong address is left in the way back"
    tab.close()
    assert not faults(watching, published + place.partition("#")[0])


def test_the_alias_of_a_full_hash_is_a_page_of_its_own(browser, watch, published):
    tab, watching = open_tab(browser, watch, published)
    assert tab.goto(published + f"commits/{FULL}/index.html").status == 200
    tab.close()
    assert not watching.faults


def test_where_several_commits_begin_alike_they_are_listed(browser, watch, published):
    tab, watching = open_tab(browser, watch, published)
    assert tab.goto(published + "commits/ccaa").status == 404
    tab.get_by_text("2 commits begin with ccaa:").wait_for()
    found = tab.locator(".lost + .commits a")
    assert found.all_inner_texts() == ["ccaa000" + "2" * 33, FULL]
    found.first.click()
    tab.wait_for_url(published + "commits/ccaa000/index.html")
    tab.close()
    assert not faults(watching, published + "commits/ccaa")


@pytest.mark.parametrize("place", ["commits/0123456", "ccaa69a2", "d7159b1"])
def test_where_no_commit_begins_so_the_page_says_it(browser, watch, published, place):
    tab, watching = open_tab(browser, watch, published)
    tab.goto(published + place)
    tab.get_by_text(f"No commit of this archive begins with {place.split('/')[-1]}.").wait_for()
    assert tab.url == published + place
    tab.close()
    assert not faults(watching, published + place)


@pytest.mark.parametrize("place", ["cca", "commits/", "runs/nothing/index.html", "pages/method"])
def test_what_looks_like_no_hash_asks_for_nothing(browser, watch, published, place):
    tab, watching = open_tab(browser, watch, published)
    asked = []
    tab.on("request", lambda request: asked.append(request.url))
    tab.goto(published + place)
    assert tab.locator(".lost").inner_text().startswith("The address may be mistyped.")
    assert not [address for address in asked if address.endswith("commits.js")]
    tab.close()
    assert not faults(watching, published + place)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_the_newest_commits_are_listed_and_every_link_leads_somewhere(browser, watch, published, width, colours, script):
    tab = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=colours, java_script_enabled=script)
    watching = watch(tab, published)
    place = published + "a/b/c/nowhere"
    tab.goto(place)
    assert tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
    listed = tab.locator("main .commits li")
    assert [text.split()[0] for text in listed.all_inner_texts()] == ["ccaa000", "ccaa69a", "d7159b0"]
    links = tab.locator("a[href]").evaluate_all("links => links.map(link => link.href)")
    inside = [link for link in links if not link.startswith(("https://", place + "#"))]
    assert len(inside) > 5
    for link in inside:
        assert tab.request.get(link).status == 200, link
    tab.close()
    assert not faults(watching, place)


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_axe_finds_nothing_serious(browser, published, colours):
    tab = browser.new_page(color_scheme=colours)
    tab.goto(published + "commits/ccaa")
    tab.locator(".lost + .commits").wait_for()
    serious = [violation["id"] for violation in Axe().run(tab).response["violations"] if violation["impact"] in ("serious", "critical")]
    tab.close()
    assert not serious
