"""A page of every kind in Chromium: wide and narrow, light and dark, with and without script, from disk and served."""

import pytest

NARROW, WIDE = 360, 1280


def open_tab(browser, width=WIDE, colours="light", script=True):
    return browser.new_page(viewport={"width": width, "height": 800}, color_scheme=colours, java_script_enabled=script)


def overflow(tab) -> int:
    """How many pixels the page is wider than its window."""
    return tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


# What has words and is not seen, but for what waits to be opened.
UNSEEN = """() => [...document.querySelectorAll("main :is(h1, h2, h3, p, li, dt, dd, caption, td, th)")].filter(part =>
    part.textContent.trim() && !part.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    && !part.closest("details:not([open]), .unseen, [hidden]")).map(part => part.outerHTML.slice(0, 120))
"""


def test_all_words_of_a_page_can_be_seen(browser, server, page):
    tab = open_tab(browser)
    tab.goto(server + page, wait_until="load")
    unseen = tab.evaluate(UNSEEN)
    tab.close()
    assert not unseen


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_a_page_opens_whole_and_asks_for_nothing_outside(browser, watch, root, page, width, colours, script):
    tab = open_tab(browser, width, colours, script)
    watching = watch(tab, root)
    tab.goto(root + page, wait_until="load")
    assert overflow(tab) <= 0, "the page scrolls sideways"
    assert tab.locator("h1").first.is_visible()
    tab.close()
    assert not watching.faults
