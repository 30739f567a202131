"""The pages' policy: they hold nothing inline, and Chromium lets in what they need, from disk and served, and nothing else."""

import re

import pytest

import site_files
from waiting import until


def inline(text: str) -> list[str]:
    """What a policy without 'unsafe-inline' forbids: styles and scripts in the markup."""
    tags = re.findall(r"<[a-zA-Z][^<>]*>", text)
    return [
        tag for tag in tags
        if re.match(r"<style\b", tag, re.I) or re.search(r"\s(style|on[a-z]+)\s*=", re.sub(r'="[^"]*"', '=""', tag), re.I)
        or (re.match(r"<script\b", tag, re.I) and not re.search(r"\ssrc=", tag)) or re.search(r'="\s*javascript:', tag, re.I)
    ]


def test_no_page_and_no_drawing_has_an_inline_style_script_or_handler(site):
    files = [*site.rglob("*.html"), *site.rglob("*.svg")]
    found = {path.relative_to(site).as_posix(): inline(path.read_text(encoding="utf-8")) for path in files}
    assert not {path: tags[:3] for path, tags in found.items() if tags}


@pytest.mark.parametrize("tag", [
    '<p style="color: red">', "<P STYLE='x'>", '<a href="x" onclick="f()">', "<style>", "<script>", '<a href="javascript:f()">',
])
def test_what_is_inline_is_noticed(tag):
    assert inline(f"<main>{tag}</main>") == [tag]


@pytest.mark.parametrize("tag", ['<p title="style=x onclick=y">', '<script src="x.js" defer>', '<link rel="stylesheet" href="style.css">'])
def test_what_only_looks_inline_is_not(tag):
    assert inline(tag) == []


def test_every_page_forbids_all_that_it_does_not_need_before_it_asks_for_anything(site):
    policy = (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'self\' file:; style-src \'self\' file:; '
        "img-src 'self' file:; base-uri 'none'; form-action 'none'\">")
    for path in site_files.pages_of(site):
        start, found, _ = path.read_text(encoding="utf-8").partition(policy)
        assert found, path
        assert start.split("<head>")[1].strip() == '<meta charset="utf-8">', path


@pytest.fixture
def tab(browser, root):
    tab = browser.new_page()
    tab.goto(root + "index.html")
    yield tab
    tab.close()


def test_style_script_pictures_and_the_search_index_are_let_in(tab, root):
    assert tab.evaluate("getComputedStyle(document.querySelector('.top')).display") == "flex"
    assert tab.evaluate("[...document.images].every(image => image.complete && image.naturalWidth > 0)")
    machine = tab.locator("main a[href^='machines/']").first
    address = machine.get_attribute("href")
    tab.get_by_role("combobox").fill(machine.inner_text())
    tab.locator(".search").get_by_role("option").first.wait_for()
    tab.goto(root + address.replace("index.html", "badge.svg"))
    assert tab.locator("text").first.is_visible()


@pytest.mark.parametrize("markup", [
    "const s = document.createElement('script'); s.textContent = 'document.title = 1'; document.body.append(s)",
    "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"document.title = 1\">')",
    "const s = document.createElement('script'); s.src = 'data:text/javascript,document.title = 1'; document.body.append(s)",
    "document.body.insertAdjacentHTML('beforeend', '<style>body { color: rgb(1, 2, 3) }</style><p style=\"color: rgb(1, 2, 3)\" class=s>s</p>')",
], ids=["script", "handler", "data", "style"])
def test_what_is_inline_is_kept_out(tab, markup):
    before = tab.title()
    tab.evaluate(f"() => {{ {markup} }}")
    tab.wait_for_timeout(200)
    assert tab.title() == before
    assert "rgb(1, 2, 3)" not in tab.evaluate(
        "[document.body, ...document.querySelectorAll('p.s')].map(part => getComputedStyle(part).color)")


def test_nothing_is_asked_of_another_place(tab):
    tab.evaluate("""() => {
        const picture = document.createElement('img');
        picture.src = 'http://127.0.0.1:9/x.png';
        document.body.append(picture);
        document.addEventListener('securitypolicyviolation', event => { document.body.dataset.refused = event.blockedURI; });
    }""")
    until(tab, "() => document.body.dataset.refused")
    assert tab.evaluate("document.body.dataset.refused").startswith("http://127.0.0.1:9")
