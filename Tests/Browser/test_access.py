"""Whoever reads a page, and however: by keyboard, with large text, in other colours, without motion, on paper. WCAG 2.2, level AA."""

import pytest
from axe_playwright_python.sync_playwright import Axe

import site_files
from waiting import until

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], "resultTypes": ["violations"]}

# What WCAG 2.2, 1.4.12 lets a reader set.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""

# How far the page is wider than its window, and what in its header or footer is cut off.
LOST = """() => {
    const root = document.documentElement;
    const lost = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth - root.clientWidth} px too wide`] : [];
    for (const part of document.querySelectorAll("body > header *, body > nav *, h1, body > footer *, main h2")) {
        if (part.closest(".unseen, .status, [hidden]") || part.matches("img")) continue;
        const place = part.getBoundingClientRect();
        const isCut = getComputedStyle(part).overflow !== "visible" && (part.scrollWidth > part.clientWidth + 1 && part.tagName !== "INPUT");
        if (isCut || place.left < -1 || place.right > root.clientWidth + 1) lost.push(part.outerHTML.slice(0, 120));
    }
    return lost;
}"""


@pytest.fixture
def open_page(browser, server):
    """Opens a page of the site in a tab of its own."""
    tabs = []

    def open_page(page, width=1280, style=None, **settings):
        # A reader's own style comes from outside of the page, and its policy does not hold for it.
        tabs.append(browser.new_page(viewport={"width": width, "height": 800}, bypass_csp=style is not None, **settings))
        tabs[-1].goto(server + page)
        if style:
            tabs[-1].add_style_tag(content=style)
        return tabs[-1]

    yield open_page
    for tab in tabs:
        tab.close()


@pytest.fixture(scope="session")
def report(site):
    """The heaviest report."""
    reports = [page for page in site_files.sample_of(site) if page.name.startswith("vs-")]
    return max(reports, key=lambda page: page.stat().st_size).relative_to(site).as_posix()


def violations(tab) -> list[str]:
    found = Axe().run(tab, options=RULES).response["violations"]
    return [f"{fault['id']}: {fault['help']}: {node['html'][:160]}" for fault in found for node in fault["nodes"]]


@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_axe_finds_nothing_at_all(open_page, page, width, colours):
    assert not violations(open_page(page, width, color_scheme=colours))


@pytest.mark.parametrize("typed", ["a", "no such thing anywhere"])
@pytest.mark.parametrize("width, colours", [(1280, "light"), (1280, "dark"), (360, "light")])
def test_axe_finds_nothing_in_the_search(open_page, report, width, colours, typed):
    tab = open_page(report, width, color_scheme=colours)
    tab.keyboard.press("/")
    tab.keyboard.type(typed)
    until(tab, "() => document.querySelector('.search .status').textContent !== ''")
    assert not violations(tab)


def test_the_first_key_leads_past_the_header(open_page, page):
    if page == "404.html":
        pytest.skip("has no header")
    tab = open_page(page)
    tab.keyboard.press("Tab")
    skip = tab.locator(".skip")
    assert skip.evaluate("link => document.activeElement === link")
    place = skip.bounding_box()
    assert place["x"] >= 0 and place["y"] >= 0
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.tagName") == "MAIN"


# What has the focus: whether its mark is seen, and whether a part of it is in the window that nothing else lies over.
FOCUSED = """() => {
    const at = document.activeElement;
    if (at === document.body || at === document.documentElement) return null;
    const style = getComputedStyle(at);
    const isSeen = [...at.getClientRects()].some(({ left, top, right, bottom }) => {
        const [x1, y1, x2, y2] = [Math.max(left, 0), Math.max(top, 0), Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
        if (x2 <= x1 || y2 <= y1) return false;
        return [[.5, .5], [.1, .1], [.9, .9]].some(([x, y]) => {
            const over = document.elementFromPoint(x1 + x * (x2 - x1), y1 + y * (y2 - y1));
            return over !== null && (at.contains(over) || over.contains(at));
        });
    });
    return {
        what: at.outerHTML.slice(0, 120), isSeen,
        isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    };
}"""


@pytest.mark.parametrize("width", [1280, 360])
def test_every_stop_of_the_keyboard_is_seen(open_page, page, width):
    if page == "404.html":
        pytest.skip("has at most one link")
    tab = open_page(page, width, reduced_motion="reduce")
    stops = 0
    for _ in range(40):
        tab.keyboard.press("Tab")
        stop = tab.evaluate(FOCUSED)
        if stop is None:
            break
        stops += 1
        assert stop["isMarked"] and stop["isSeen"], stop
    assert stops > 0


@pytest.mark.parametrize("manner", ["text", "zoom", "phone"])
def test_text_twice_as_large_loses_nothing(open_page, page, manner):
    width, style = {"text": (1280, "html { font-size: 200% }"), "zoom": (640, None), "phone": (360, "html { font-size: 200% }")}[manner]
    assert open_page(page, width, style).evaluate(LOST) == []


@pytest.mark.parametrize("width", [1280, 360])
def test_text_with_more_space_loses_nothing(open_page, page, width):
    assert open_page(page, width, SPACED).evaluate(LOST) == []


def test_at_400_percent_there_is_one_direction_to_scroll(open_page, page):
    assert open_page(page, 320).evaluate(LOST) == []


def test_nothing_moves_for_those_who_do_not_want_it(open_page, page):
    tab = open_page(page, reduced_motion="reduce")
    moving = tab.evaluate("""() => [...document.querySelectorAll("*")].filter(part => ["", "::before", "::after"].some(pseudo => {
        const style = getComputedStyle(part, pseudo || null);
        return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0 || style.scrollBehavior === "smooth";
    })).map(part => part.outerHTML.slice(0, 120))""")
    assert moving == []


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_in_forced_colours_bars_keys_and_the_chosen_are_seen(open_page, report, colours):
    tab = open_page(report, forced_colors="active", color_scheme=colours)
    assert tab.evaluate("matchMedia('(forced-colors: active)').matches")
    canvas = tab.evaluate("getComputedStyle(document.body).backgroundColor")
    bars = tab.locator(".bars g.faster, .bars g.slower").evaluate_all("bars => bars.map(bar => getComputedStyle(bar).fill)")
    keys = tab.locator(".key.faster, .key.slower").evaluate_all("keys => keys.map(key => getComputedStyle(key, '::before').backgroundColor)")
    assert bars and keys
    assert canvas not in bars + keys
    tab.keyboard.press("/")
    tab.keyboard.type("a")
    chosen = tab.locator("[role=option][aria-selected=true]")
    chosen.wait_for()
    assert chosen.evaluate("option => getComputedStyle(option).outlineStyle") == "solid"


def test_on_paper_there_is_what_is_read_and_nothing_else(open_page, page):
    # A4 without its margins.
    tab = open_page(page, 688, color_scheme="dark")
    tab.emulate_media(media="print")
    for part in tab.locator(".top nav, .search, .skip, .shortcut, .breadcrumbs").all():
        assert not part.is_visible(), part.evaluate("part => part.outerHTML.slice(0, 80)")
    assert tab.locator("h1").is_visible()
    if page != "404.html":
        assert tab.evaluate("getComputedStyle(document.body).color") == "rgb(0, 0, 0)"
        assert tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert tab.evaluate("document.documentElement.scrollWidth") <= 688, "the paper is too narrow"


def test_every_chart_has_a_name_and_a_table_beside_it(open_page, page):
    tab = open_page(page)
    charts = tab.locator("main svg[role=img]")
    names = charts.evaluate_all("charts => charts.map(chart => chart.getAttribute('aria-label') || chart.querySelector('title')?.textContent)")
    assert all(names)
    assert not names or tab.locator("main table").count() > 0
    assert len(set(names)) == len(names), "two charts of a page have the same name"


def test_colour_is_never_the_only_sign(open_page, page):
    tab = open_page(page)
    signs = tab.locator("main :is(td, a, p):is(.faster, .slower, .f, .s)").evaluate_all("signs => signs.map(sign => sign.textContent)")
    words = ("faster", "slower", "less", "more")
    assert not [sign for sign in signs if not any(word in sign for word in words)]
