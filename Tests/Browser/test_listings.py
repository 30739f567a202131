"""The listings: each filter alone and with others, sorting, and views that are kept in the address.

What is expected is reckoned from data/site.json, and never from the page. The tables of machines and forks are taken that have the
most runs on their first page.
"""

import json
import math
import re
from urllib.parse import parse_qs, urlsplit

import pytest

import site_files
from waiting import until
from test_pages import overflow

FEWEST = 12
VERDICTS = {"faster", "slower", "same", "unclear"}


@pytest.fixture(scope="session")
def index(site):
    return json.loads((site / "data/site.json").read_text(encoding="utf-8"))


class Listing:
    """The first page of a machine or a fork, with what the index knows of its rows."""

    def __init__(self, site, index, kind):
        pages = sorted((site / kind).glob("*/index.html"), key=lambda page: (-page.stat().st_size, page))
        self.place = pages[0].relative_to(site).as_posix()
        runs = {run["page"]: run for run in index["runs"]}
        links = [(pages[0].parent / link).resolve().relative_to(site).as_posix() for link in site_files.read_page(pages[0]).links
                 if link.startswith("../../runs/") and link.endswith("/index.html")]
        self.runs = {page: runs[page] for page in links}
        self.comparisons = {page: {} for page in links}
        files = {run["file"]: run for run in index["runs"]}
        for comparison in index["comparisons"]:
            page = files[comparison["head"]]["page"]
            if page in self.comparisons:
                self.comparisons[page][column_of(comparison, files)] = comparison["verdict"]

    def pages(self, keep):
        return {page for page, run in self.runs.items() if keep(page, run)}


def column_of(comparison, files):
    """The column that a comparison stands in, as an address names it."""
    label, head, base = comparison["label"], files[comparison["head"]], files[comparison["base"]]
    if label.startswith("default_base_vs_") or label == "base" and head["commit"][:7] == base["commit"][:7]:
        return "default-build"
    return "merge-base" if label == "base" else label


@pytest.fixture(scope="session", params=["machines", "forks"])
def listing(request, site, index):
    found = Listing(site, index, request.param)
    if len(found.runs) < FEWEST:
        pytest.skip(f"no listing of {request.param} has {FEWEST} runs")
    return found


@pytest.fixture
def tab(browser, watch, root, listing):
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.set_default_timeout(5000)
    watching = watch(page, root)
    page.goto(root + listing.place)
    yield page
    page.close()
    assert not watching.faults


def shown(tab):
    """The runs of the rows that are shown, from the top, as pages of the site."""
    links = tab.locator("table.listing tbody tr:not([hidden]) th a").evaluate_all("links => links.map(link => link.href)")
    return [re.search(r"runs/[^/]+/index\.html$", link).group() for link in links]


def comes_to(tab, reads, expected):
    """Whether a page shows what it should, within two seconds: going back is told to a page a moment later."""
    for _ in range(40):
        if reads(tab) == expected:
            return True
        tab.wait_for_timeout(50)
    return False


def control(tab, name):
    return tab.locator(f"#rows-0-{name}")


def choose(tab, listing):
    """Chooses some runs and not all by a list of values that the page has; what was chosen, as the address says it."""
    name = next(name for name in ("build", "version", "ref", "machine") if control(tab, name).count())
    value = WAYS[name](min(listing.runs.values(), key=lambda run: (not WAYS[name](run), run["page"])))
    control(tab, name).select_option(value)
    return {name: value}


def state(tab):
    return {name: values[0] for name, values in parse_qs(urlsplit(tab.url).fragment).items()}


def flags_of(run):
    names = ["T2" if flag == "PYTHON_UOPS" else flag for flag in run["flags"]]
    return ", ".join(names) or "default"


def day_of(run):
    return run["commitDate"][:10]


WAYS = {
    "fork": lambda run: run["fork"],
    "machine": lambda run: run["machine"],
    "ref": lambda run: "" if re.fullmatch(r"[0-9a-f]+", run["ref"]) and run["ref"].startswith(run["commit"][:7]) else run["ref"],
    "version": lambda run: run["version"],
    "build": flags_of,
}


@pytest.mark.parametrize("name", WAYS)
def test_each_list_of_values_shows_the_runs_that_have_them(tab, listing, name):
    values = {WAYS[name](run) for run in listing.runs.values()}
    if control(tab, name).count() == 0:
        assert len(values) == 1 or name in ("fork", "machine")
        return
    assert len(values) > 1, "a filter that tells no runs apart"
    offered = control(tab, name).locator("option").evaluate_all("options => options.map(option => option.value)")
    assert values - {""} <= set(offered)
    for value in sorted(values - {""})[:6]:
        control(tab, name).select_option(value)
        assert set(shown(tab)) == listing.pages(lambda _, run: WAYS[name](run) == value)
        assert state(tab) == {name: value}


def test_the_first_two_numbers_of_a_version_stand_for_all_of_them(tab, listing):
    series = sorted({".".join(run["version"].split(".")[:2]) for run in listing.runs.values()})
    for two in series:
        tab.evaluate("two => { location.hash = 'version=' + two }", two)
        until(tab, "two => document.querySelector('#rows-0-version').value === two", two)
        assert set(shown(tab)) == listing.pages(lambda _, run: run["version"].startswith(two + "."))


def test_verdicts_against_any_baseline_and_against_one(tab, listing):
    columns = {column for verdicts in listing.comparisons.values() for column in verdicts}
    words = {verdict["overall"] for verdicts in listing.comparisons.values() for verdict in verdicts.values()}
    assert len(words) > 1 and words <= VERDICTS
    for word in sorted(words):
        control(tab, "verdict").select_option(word)
        assert set(shown(tab)) == listing.pages(
            lambda page, _: word in {verdict["overall"] for verdict in listing.comparisons[page].values()})
        for column in sorted(columns):
            control(tab, "against").select_option(column)
            expected = listing.pages(lambda page, _: listing.comparisons[page].get(column, {}).get("overall") == word)
            assert set(shown(tab)) == expected
            assert state(tab) == {"verdict": word, "against": column}
        control(tab, "against").select_option("")


def test_dates_are_taken_from_and_to_inclusively(tab, listing):
    days = sorted(day_of(run) for run in listing.runs.values())
    first, last = days[len(days) // 3], days[2 * len(days) // 3]
    control(tab, "from").fill(first)
    control(tab, "from").dispatch_event("change")
    assert set(shown(tab)) == listing.pages(lambda _, run: first <= day_of(run))
    control(tab, "to").fill(last)
    control(tab, "to").dispatch_event("change")
    assert set(shown(tab)) == listing.pages(lambda _, run: first <= day_of(run) <= last)
    assert state(tab) == {"from": first, "to": last}


def test_filters_work_together_with_words_and_say_how_many_rows_they_leave(tab, listing):
    page, run = next((page, run) for page, run in listing.runs.items() if listing.comparisons[page])
    word = sorted(verdict["overall"] for verdict in listing.comparisons[page].values())[0]
    control(tab, "version").select_option(run["version"])
    control(tab, "verdict").select_option(word)
    tab.get_by_label("Filter the rows").press_sequentially(flags_of(run))
    expected = listing.pages(
        lambda page, other: other["version"] == run["version"] and set(run["flags"]) <= set(other["flags"])
        and word in {verdict["overall"] for verdict in listing.comparisons[page].values()}
        and (run["flags"] or not other["flags"]))
    assert set(shown(tab)) == expected
    assert tab.locator(".filter").get_by_role("status").inner_text() == f"{len(expected)} of {len(listing.runs)}"
    tab.get_by_label("Filter the rows").press_sequentially(" no such thing")
    assert shown(tab) == []
    assert tab.locator(".filter").get_by_role("status").inner_text() == f"None of {len(listing.runs)} matches."
    tab.get_by_role("button", name="Clear").click()
    assert len(shown(tab)) == len(listing.runs)
    assert tab.locator(".filter").get_by_role("status").inner_text() == f"All {len(listing.runs)}"
    assert state(tab) == {} and not tab.get_by_role("button", name="Clear").is_visible()


def version_key(text):
    """3.9.1, 3.14.0a6, 3.14.0a6+, 3.14.0b1, 3.14.0: a plus sign is one more digit."""
    found = re.fullmatch(r"(\d+)\.(\d+)\.(\d+\+?)(?:(a|b|rc)(\d+\+?))?", text)
    number = [int(part.replace("+", "0")) for part in found.group(1, 2, 3)]
    return (*number, found.group(4) or "~", int((found.group(5) or "0").replace("+", "0")))


def verdict_key(verdict):
    """The measured change as the table rounds it; no change is 1."""
    ratio = math.exp(verdict["lnMean"])
    if verdict["overall"] == "same":
        return 1
    return 1 / float(f"{1 / ratio:.2f}") if verdict["overall"] == "slower" else float(f"{ratio:.2f}")


def keys_of(listing, name):
    """What each run is sorted by in a column; runs that have nothing there are left out."""
    ways = {"date": day_of, "commit": lambda run: run["commit"][:7], **WAYS, "version": lambda run: version_key(run["version"])}
    if name == "fork":
        ways["fork"] = lambda run: "/".join(filter(None, [run["fork"], WAYS["ref"](run)]))
    if name in ways:
        return {page: ways[name](run) for page, run in listing.runs.items() if ways[name](run) != ""}
    measured = {page: verdicts[name] for page, verdicts in listing.comparisons.items() if name in verdicts}
    return {page: verdict_key(verdict) for page, verdict in measured.items() if verdict["lnMean"] is not None}


def test_every_column_sorts_both_ways_and_the_empty_fields_come_last(tab, listing):
    headings = tab.locator("table.listing thead th")
    for at in range(headings.count()):
        directions = set()
        for _ in range(2):
            headings.nth(at).get_by_role("button").click()
            direction = headings.nth(at).get_attribute("aria-sort")
            directions.add(direction)
            sort = state(tab)["sort"]
            assert sort.startswith("-") == (direction == "descending")
            keys = keys_of(listing, sort.removeprefix("-"))
            order = shown(tab)
            assert len(order) == len(listing.runs)
            assert set(order[:len(keys)]) == set(keys), f"{sort}: empty fields are not last"
            found = [keys[page] for page in order[:len(keys)]]
            assert found == sorted(found, reverse=direction == "descending"), sort
            assert tab.locator("thead [aria-sort]").count() == 1
            assert direction in tab.locator("table.listing caption").inner_text()
        assert directions == {"ascending", "descending"}


def test_a_field_is_sorted_by_its_value_also_where_notes_stand_in_it(tab):
    def key(text):
        return tab.evaluate("text => sortKey(text)", text)

    assert key("unclear a b 0.99x, ±9.8 %") == key("unclear 0.99x, ±9.8 %") == pytest.approx(math.log(0.99))
    assert key("1.07x slower a 1.05x to 1.09x") == pytest.approx(-math.log(1.07))
    assert key("no change c within 2 %") == 0


def test_headings_are_reached_and_pressed_by_the_keyboard(tab, listing):
    tab.locator("table.listing thead th button").first.focus()
    tab.keyboard.press("Tab")
    tab.keyboard.press("Enter")
    assert tab.locator("table.listing thead th").nth(1).get_attribute("aria-sort")


def test_an_address_shows_the_same_rows_in_the_same_order_to_another_reader(tab, listing, browser, watch, root):
    run = next(iter(listing.runs.values()))
    control(tab, "version").select_option(run["version"])
    control(tab, "from").fill(min(map(day_of, listing.runs.values())))
    control(tab, "from").dispatch_event("change")
    tab.get_by_label("Filter the rows").press_sequentially(run["version"].rstrip("+"))
    tab.locator("table.listing thead th button").nth(3).click()
    other = browser.new_page()
    watching = watch(other, root)
    other.goto(tab.url)
    assert shown(other) == shown(tab) and 0 < len(shown(tab))
    assert other.locator(".filter").get_by_role("status").inner_text() == tab.locator(".filter").get_by_role("status").inner_text()
    assert control(other, "version").input_value() == run["version"]
    assert other.get_by_label("Filter the rows").input_value() == run["version"].rstrip("+")
    assert other.locator("thead [aria-sort]").inner_text() == tab.locator("thead [aria-sort]").inner_text()
    other.close()
    assert not watching.faults


def test_back_and_forward_take_choices_away_and_bring_them_again(tab, listing):
    (name, _), = choose(tab, listing).items()
    one = shown(tab)
    tab.locator("table.listing thead th button").first.click()
    two = shown(tab)
    tab.go_back()
    assert comes_to(tab, shown, one) and tab.locator("thead [aria-sort]").count() == 0
    tab.go_back()
    assert comes_to(tab, lambda tab: len(shown(tab)), len(listing.runs)) and control(tab, name).input_value() == ""
    tab.go_forward()
    assert comes_to(tab, shown, one)
    tab.go_forward()
    assert comes_to(tab, shown, two)


def test_an_anchor_leaves_the_choices_alone(tab, listing, root):
    choose(tab, listing)
    before = shown(tab)
    tab.evaluate("location.hash = 'runs'")
    until(tab, "() => location.hash === '#runs'")
    assert shown(tab) == before
    tab.goto(root + listing.place + "#runs")
    tab.reload()
    assert tab.url.endswith("#runs")


def test_an_address_that_asks_for_what_is_not_there_says_so(browser, watch, root, listing):
    tab = browser.new_page()
    watching = watch(tab, root)
    tab.goto(root + listing.place + "#build=nothing+of+the+kind&sort=nonsense&other=1&%E0%A4%A")
    assert shown(tab) == []
    assert tab.locator(".filter").get_by_role("status").inner_text() == f"None of {len(listing.runs)} matches."
    if control(tab, "build").count():
        assert control(tab, "build").input_value() == "nothing of the kind"
    tab.close()
    assert not watching.faults


def test_bars_of_runs_that_are_filtered_away_step_back(tab, listing):
    bars = tab.locator(".columns a")
    if bars.count() == 0:
        pytest.skip("the bars of this page are no links")
    choose(tab, listing)
    kept = {page.removesuffix("index.html") for page in shown(tab)}
    for address, away in bars.evaluate_all("bars => bars.map(bar => [bar.getAttribute('href'), bar.classList.contains('away')])"):
        assert away == (re.search(r"runs/[^/]+/", address).group() not in kept)


def test_a_filter_goes_along_to_the_other_years(tab, listing):
    (name, value), = choose(tab, listing).items()
    for address in tab.locator(".years a").evaluate_all("links => links.map(link => link.getAttribute('href'))"):
        assert parse_qs(urlsplit(address).fragment) == {name: [value]} and address.startswith(("index.html", "2"))


def test_without_script_the_whole_table_stands_there_and_no_control(browser, root, listing):
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(root + listing.place + "#build=JIT")
    assert len(shown(tab)) == len(listing.runs)
    assert tab.locator("main :is(input, select, button)").count() == 0
    tab.close()


def test_a_phone_filters_and_sorts_without_scrolling_sideways(browser, watch, root, listing):
    tab = browser.new_page(viewport={"width": 360, "height": 800})
    watching = watch(tab, root)
    tab.goto(root + listing.place)
    tab.locator(".filter summary").click()
    assert overflow(tab) <= 0
    control(tab, "sort").select_option("-date")
    order = [day_of(listing.runs[page]) for page in shown(tab)]
    assert order == sorted(order, reverse=True)
    chosen = choose(tab, listing)
    assert tab.locator("table.listing tbody tr:visible").count() == len(shown(tab)) < len(listing.runs)
    assert overflow(tab) <= 0
    assert state(tab) == {"sort": "-date", **chosen}
    tab.close()
    assert not watching.faults


def test_a_long_table_gets_its_links_and_labels_from_the_script(browser, watch, root, site):
    """Only sites of hundreds of runs have one: its reports are linked where the index has them."""
    plain = [page for page in site_files.pages_of(site) if 'class="listing plain"' in page.read_text(encoding="utf-8")]
    if not plain:
        pytest.skip("no listing of this site is that long")
    tab = browser.new_page()
    watching = watch(tab, root)
    tab.goto(root + plain[0].relative_to(site).as_posix())
    links = tab.locator("table.listing td:is(.faster, .slower, .same, .unclear) a").evaluate_all("links => links.map(link => link.getAttribute('href'))")
    assert links and not [link for link in links if site_files.broken(site, plain[0], link)]
    assert len(links) == tab.locator("table.listing td:is(.faster, .slower, .same, .unclear)").count()
    assert tab.locator("td[data-label]").count() == len(links)
    tab.close()
    assert not watching.faults
