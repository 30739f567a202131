"""An archive whose every name and text tries to be markup, in a browser: nothing of it becomes any, and all of it can be read.

The archive is made here and its site is built with the tool: the one BENCHFOLIO names, or the built one of this checkout.
"""

import csv
import io
import json
import os
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

import pytest

import site_files

PROJECT = Path(__file__).resolve().parents[2]
PATHS = ("BENCHFOLIO", PROJECT / ".build/release/benchfolio", PROJECT / ".build/debug/benchfolio")

# Each sets `document.title`, adds an element or leaves an attribute where it is taken for more than text.
SCRIPT = "\"'><script>document.title='ran'</script><img src=x onerror=document.title='ran'>"
ADDRESS = "javascript:document.title='ran'"

# Benchmark names: each must be read on the page as it is, white space aside.
BENCHMARKS = [
    f"bench{SCRIPT}", "</title></svg></style></textarea><b id=injected>", "<!--", "--><b id=injected>", "]]><b id=injected>",
    f"[link]({ADDRESS})", f"![image]({ADDRESS})", "`code` *star* _line_ ~~gone~~", "pipe|in|name", "back\\slash\\|pipe", "&lt;b&gt;&amp;",
    "line\nend", "{{heading}}{{{table}}}", "=1+1", "+cmd|' /C calc'!A0", "@SUM(1)", "\u202egnissim", "\u2028\u2029", "${1+1}", "</script>",
    "\"};document.title='ran';//", "# heading", "<https://example.org>", "https://example.org/<b>", "%3Cscript%3E", "&#60;script&#62;",
]
# Other fields of a results file.
METADATA = {
    "platform": SCRIPT, "cpu_model_name": f"</script>{SCRIPT}", "hostname": "{{{heading}}}", "github_action_url": ADDRESS,
    "commit_date": f"2025-04-02T00:00:00{SCRIPT}", "commit_branch": SCRIPT, "commit_id": "../../../etc/passwd\"><b id=injected>",
    "commit_merge_base": f"<b id=injected>{SCRIPT}", "benchmark_hash": SCRIPT, "python_version": SCRIPT, "perf_version": SCRIPT,
}
# Parts of a file's name, by their place in it; no part may hold a slash or a dash.
NAMES = [
    {"machine": "<b id=injected>"}, {"machine": "\"onload=\"document.title='ran'\""}, {"fork": "%3cscript%3edocument.title='ran'%3c%2fscript%3e"},
    {"fork": "%2e%2e%2f%2e%2e%2fup"}, {"ref": "\u2028<u id=injected>"}, {"version": "<i id=injected>3.14"}, {"hash": "<s id=injected>"},
    {"architecture": "`x`*y*[z](javascript:0)"}, {"flags": "<b id=injected>,JIT"}, {"ref": "a\nb\tc"}, {"machine": ".."},
]


@dataclass
class Reading:
    """A format other than HTML: which files have it, and what a program reads there as the texts of the archive."""

    pattern: str
    texts: callable
    # Whether each benchmark must be among the texts of at least one file; names of runs and machines are in all formats.
    has_benchmarks: bool = False
    found: list[str] = field(default_factory=list)


def json_texts(text: str) -> list[str]:
    def walk(value):
        if isinstance(value, str):
            yield value
        elif isinstance(value, (list, dict)):
            for part in value.values() if isinstance(value, dict) else value:
                yield from walk(part)
    return list(walk(json.loads(text)))


def xml_texts(text: str) -> list[str]:
    return [text for element in ElementTree.fromstring(text).iter() for text in (element.text, *element.attrib.values()) if text]


def csv_texts(text: str) -> list[str]:
    return [cell for row in csv.reader(io.StringIO(text, newline="")) for cell in row]


# A further format is a further line here.
READINGS = [
    Reading("data/site.json", json_texts),
    Reading("**/*.json", json_texts, has_benchmarks=True),
    Reading("**/*.csv", csv_texts, has_benchmarks=True),
    Reading("**/*.xml", xml_texts),
    Reading("**/*.svg", xml_texts),
    Reading("assets/search-index.js", lambda text: json_texts(text[text.index("(") + 1:text.rindex(")")])),
]


def tool() -> str:
    for place in (os.environ.get(PATHS[0]), *PATHS[1:]):
        if place and Path(place).is_file():
            return str(Path(place).resolve())
    pytest.fail("no tool: run make tool first, or name one with BENCHFOLIO")


def results(factor: float) -> str:
    benchmarks = [
        {"metadata": {"name": name, "tags": ["<b id=injected>", "a|b", f"[x]({ADDRESS})"]},
         "runs": [{"values": [factor * (1 + number / 10) * (1 + step % 5 / 1000) for step in range(20)]}]}
        for number, name in enumerate(BENCHMARKS)]
    return json.dumps({"version": "1.0", "metadata": {**METADATA, "unit": "second"}, "benchmarks": benchmarks})


def write_run(archive: Path, factor: float, *, machine="box", architecture="x86_64", fork="python", ref="main", version="3.14.0a6+",
              hash="ccaa69a", flags="", date="20250402"):
    folder = archive / "results" / f"bm-{date}-3.14.0a6+-ccaa69a{'-' + flags if flags else ''}"
    folder.mkdir(parents=True, exist_ok=True)
    name = f"bm-{date}-{machine}-{architecture}-{fork}-{ref}-{version}-{hash}.json"
    (folder / name).write_text(results(factor), encoding="utf-8")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory) -> Path:
    """The site of the hostile archive."""
    place = tmp_path_factory.mktemp("hostile")
    archive = place / "archive"
    write_run(archive, 1, ref="v3.12.0", version="3.12.0", hash="0fb18b0", date="20231002")
    write_run(archive, 0.8)
    for number, parts in enumerate(NAMES):
        write_run(archive, 0.5 + number / 10, **parts)
    (archive / "bench_runner.toml").write_text(
        "[bases]\nversions = [\"3.12.0\", \"<b id=injected>\"]\n[runners.box]\nos = \"<i id=injected>linux\"\n"
        "[runners.box.plot]\nname = \"</svg><b id=injected>\"\n", encoding="utf-8")
    (archive / "site.toml").write_text(
        f"title = {json.dumps(SCRIPT)}\ndescription = {json.dumps(SCRIPT)}\nlanguage = \"en\\\" onload=\\\"document.title='ran'\"\n"
        f"[links]\ncommit = \"{ADDRESS}//{{commit}}\"\n", encoding="utf-8")
    pages = archive / "pages"
    pages.mkdir()
    (pages / "evil.md").write_text(
        f"# {SCRIPT}\n\n{SCRIPT}\n\n<b id=injected>\n\n[x]({ADDRESS}) ![x]({ADDRESS}) <{ADDRESS}>\n\n| {SCRIPT} |\n|---|\n| {SCRIPT} |\n",
        encoding="utf-8")
    (archive / "results" / "<b id=injected>.txt").write_text("", encoding="utf-8")
    broken = archive / "results" / "bm-20250402-3.14.0a6+-ccaa69a" / "bm-20250402-box-x86_64-<b id=injected>-main-3.14.0a6-bad0bad.json"
    broken.write_text("{\"<b id=injected>", encoding="utf-8")
    site = place / "site"
    built = subprocess.run(
        [tool(), "build", str(archive), "--output", str(site), "--no-cache"], cwd=PROJECT, capture_output=True, text=True, timeout=120)
    assert built.returncode == 1, built.stderr
    return site


# What a page may not have: an element of the archive's making, or one that runs something.
INJECTED = """() => {
    const found = [...document.querySelectorAll('#injected, [onload], [onerror], [onclick], iframe, object, embed, base, form[action]')];
    const links = [...document.querySelectorAll('[href], [src]')].filter(element =>
        !/^(https?|file|data|mailto):/.test(new URL(element.getAttribute('href') ?? element.getAttribute('src'), document.baseURI).protocol));
    const scripts = [...document.scripts].filter(script => !script.getAttribute('src') && script.type !== 'application/json');
    return [...found, ...links, ...scripts].map(element => element.outerHTML.slice(0, 200));
}"""


def squeezed(text: str) -> str:
    """The text as a reader sees it: white space of any kind is one space."""
    return " ".join(text.split())


def test_no_script_runs_and_no_element_is_injected_on_any_page(browser, watch, hostile):
    tab = browser.new_page()
    root = hostile.as_uri() + "/"
    for page in site_files.pages_of(hostile):
        place = page.relative_to(hostile).as_posix()
        watching = watch(tab, root)
        tab.goto(page.as_uri())
        tab.wait_for_load_state("load")
        assert tab.title() != "ran", place
        assert tab.evaluate(INJECTED) == [], place
        # The page that a server shows for any address names its files from the server's root.
        if place != "404.html":
            assert watching.faults == [], place
    tab.close()


def test_every_benchmark_can_be_read_in_the_report_as_it_is(browser, hostile):
    tab = browser.new_page()
    reports = sorted(hostile.glob("runs/*/vs-3.12.0.html"))
    assert len(reports) >= 2
    for report in reports[:2]:
        tab.goto(report.as_uri())
        text = squeezed(tab.evaluate("document.querySelector('main').textContent"))
        for name in BENCHMARKS:
            assert squeezed(name) in text, name
        cells = tab.locator("main td, main th").evaluate_all("cells => cells.map(cell => cell.textContent)")
        for name in BENCHMARKS:
            assert squeezed(name) in map(squeezed, cells), name
    tab.close()


def test_every_part_of_a_name_can_be_read_on_the_home_or_a_listing_page(browser, hostile):
    tab = browser.new_page()
    text = ""
    for page in [hostile / "index.html", *hostile.glob("machines/*/*.html"), *hostile.glob("forks/*/*.html"), *hostile.glob("runs/*/index.html")]:
        tab.goto(page.as_uri())
        text += squeezed(tab.evaluate("document.body.textContent")) + " "
    tab.close()
    for parts in NAMES:
        for part, written in parts.items():
            name = site_files.unquote(written) if part == "fork" else written
            assert squeezed(name) in text, f"{part} {name}"


@pytest.mark.parametrize("element", ["a", "code"])
def test_a_name_that_turns_its_text_around_turns_no_words_behind_it(browser, hostile, element):
    tab = browser.new_page()
    tab.goto((hostile / "index.html").as_uri())
    places = tab.evaluate("""name => {
        const [line, element, behind] = [document.createElement('p'), document.createElement(name), document.createElement('span')];
        [element.textContent, behind.textContent] = ['\u202enuf', ' faster'];
        line.append(element, behind);
        document.querySelector('main').prepend(line);
        return [element, behind].map(part => part.getBoundingClientRect().left);
    }""", element)
    tab.close()
    assert places[0] < places[1]


def test_a_search_for_a_hostile_name_shows_it_as_text(browser, hostile):
    tab = browser.new_page()
    tab.goto((hostile / "index.html").as_uri())
    field = tab.locator("input[type=search]").first
    if field.count() == 0:
        pytest.skip("no search field")
    for text in ("<b id", "onload", "script", "up", "\""):
        field.fill(text)
        tab.wait_for_timeout(300)
        assert tab.evaluate(INJECTED) == [], text
        assert tab.title() != "ran"
    tab.close()


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: reading.pattern)
def test_other_formats_are_well_formed_and_hold_names_as_they_are(hostile, reading):
    files = sorted(hostile.glob(reading.pattern))
    texts = [squeezed(text) for file in files for text in reading.texts(file.read_bytes().decode())]
    assert texts
    if reading.has_benchmarks:
        for name in BENCHMARKS:
            # A quote before what begins like a formula makes it a text in a spreadsheet.
            guard = "'" if reading.pattern.endswith(".csv") and name[0] in "=+-@" else ""
            assert guard + squeezed(name) in texts, name
    # A spreadsheet takes a cell that begins like a formula for one.
    if reading.pattern.endswith(".csv"):
        assert [text for text in texts if text[:1] in ("=", "@", "\t") or (text[:1] in ("+", "-") and not text[1:2].isdigit() and text[1:2] != ".")] == []
