"""The table of a report page: filters, sorting, links to its rows and from the chart, copies. Without script it is whole, with no dead control."""

import csv
import io
import json
import math
import re

import pytest

from waiting import until


@pytest.fixture(scope="session")
def known(site):
    """What the index says of the comparison with the most benchmarks that became slower."""
    index = json.loads((site / "data/site.json").read_text(encoding="utf-8"))
    return max(index["comparisons"], key=lambda one: (one["verdict"]["slower"] * bool(one["verdict"]["unclear"]), one["html"]))


@pytest.fixture(scope="session")
def benchmarks(site, known):
    return json.loads((site / known["json"]).read_text(encoding="utf-8"))["benchmarks"]


@pytest.fixture
def tab(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def names(tab):
    """The names of the rows that are shown, in their order."""
    return tab.locator(".verdicts tbody tr:not([hidden])").evaluate_all("rows => rows.map(row => row.cells[0].firstChild.data)")


def expect(tab, expected):
    assert sorted(names(tab)) == sorted(expected)
    status = tab.locator(".tools [role=status]").first.inner_text()
    everything = tab.locator(".verdicts tbody tr").count()
    assert status == ("" if len(expected) == everything else f"{len(expected)} of {everything} shown")


def change(one):
    return 100 * (math.exp(abs(math.log(one["ratio"]))) - 1)


def test_the_filters_show_what_they_say(tab, watch, root, known, benchmarks):
    watching = watch(tab, root)
    tab.goto(root + known["html"])
    expect(tab, [one["name"] for one in benchmarks])
    for word in ("slower", "faster"):
        tab.get_by_label("Show").select_option(word)
        expect(tab, [one["name"] for one in benchmarks if one["verdict"] == word])
    tab.get_by_label("Show").select_option("changed")
    expect(tab, [one["name"] for one in benchmarks if one["verdict"] in ("faster", "slower")])
    tab.get_by_label("Show").select_option("")
    # The page has two decimals, so a limit between two of them says the same of both.
    tab.get_by_label("Change over, %").fill("4.5")
    expect(tab, [one["name"] for one in benchmarks if round(1 + change(one) / 100, 2) > 1.045])
    tab.get_by_label("Show").select_option("slower")
    expect(tab, [one["name"] for one in benchmarks if round(1 + change(one) / 100, 2) > 1.045 and one["verdict"] == "slower"])
    tab.get_by_label("Change over, %").fill("")
    tab.get_by_label("Show").select_option("")
    tab.get_by_label("Name").fill("JSON")
    expect(tab, [one["name"] for one in benchmarks if "json" in one["name"]])
    assert not watching.faults


def test_the_tags_are_those_of_the_benchmarks(tab, root, known, benchmarks):
    tab.goto(root + known["html"])
    tags = sorted({tag for one in benchmarks for tag in one["tags"]})
    if not tags:
        assert tab.get_by_label("Tag").count() == 0
        return
    assert tab.get_by_label("Tag").locator("option").evaluate_all("all => all.map(one => one.value)") == ["", *tags]
    for tag in tags:
        tab.get_by_label("Tag").select_option(tag)
        expect(tab, [one["name"] for one in benchmarks if tag in one["tags"]])


def test_an_address_keeps_the_filter(tab, root, known, benchmarks):
    tab.goto(root + known["html"])
    tab.get_by_label("Show").select_option("slower")
    tab.get_by_label("Name").fill("a")
    address = tab.evaluate("location.href")
    assert address.endswith("#only=slower&name=a")
    tab.goto("about:blank")
    tab.goto(address)
    expect(tab, [one["name"] for one in benchmarks if one["verdict"] == "slower" and "a" in one["name"].lower()])
    assert tab.get_by_label("Name").input_value() == "a"
    tab.get_by_label("Name").fill("")
    tab.get_by_label("Show").select_option("")
    assert "#" not in tab.evaluate("location.href")


@pytest.mark.parametrize("column, key", [(0, lambda one: one["name"]), (2, lambda one: one["ratio"]), (3, lambda one: one["smallestVisibleChange"])])
def test_each_column_sorts_both_ways(tab, server, known, benchmarks, column, key):
    tab.goto(server + known["html"])
    heading = tab.locator(".verdicts thead th").nth(column)
    keys = {one["name"]: key(one) for one in benchmarks}
    seen = set()
    for _ in range(2):
        heading.get_by_role("button").click()
        direction = heading.get_attribute("aria-sort")
        seen.add(direction)
        found = [keys[name] for name in names(tab)]
        assert len(found) == len(benchmarks)
        ordered = sorted(found, reverse=direction == "descending")
        # What the page shows is rounded, so neighbours may be the other way round by that.
        assert all(a == b if column == 0 else abs(a - b) < 0.011 * max(a, b) for a, b in zip(found, ordered))
    assert seen == {"ascending", "descending"}


def test_the_words_of_the_verdicts_and_the_memory_sort_together(tab, server, known):
    tab.goto(server + known["html"])
    for column in (1, 4):
        heading = tab.locator(".verdicts thead th").nth(column)
        if not heading.count():
            continue
        heading.get_by_role("button").click()
        texts = tab.locator(".verdicts tbody tr").evaluate_all(f"rows => rows.map(row => row.cells[{column}].textContent)")
        words = [re.sub(r"^[\d.]+x.*", "number", text) for text in texts]
        groups = [word for at, word in enumerate(words) if at == 0 or words[at - 1] != word]
        assert len(groups) == len(set(groups)), groups


def test_a_link_to_a_row_opens_and_shows_it_whatever_is_filtered(tab, watch, root, known, benchmarks):
    watching = watch(tab, root)
    faster = next(one["name"] for one in benchmarks if one["verdict"] != "slower" and re.fullmatch(r"[\w.-]+", one["name"]))
    tab.goto(root + known["html"])
    tab.get_by_label("Show").select_option("slower")
    row = tab.locator(f"[id='b-{faster}']")
    assert not row.is_visible()
    tab.evaluate("fragment => { location.hash = fragment }", f"b-{faster}")
    row.wait_for(state="visible")
    until(tab, "row => { const box = row.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }", row.element_handle())
    assert tab.evaluate("row => getComputedStyle(row.cells[0]).backgroundColor", row.element_handle()) != tab.evaluate(
        "() => getComputedStyle(document.querySelector('.verdicts tbody tr:not(:target)').cells[0]).backgroundColor")
    assert row.get_by_role("link", name=f"Link to {faster}", exact=True).get_attribute("href") == f"#b-{faster}"
    assert not watching.faults


def test_a_bar_leads_to_its_row_and_the_row_back_also_where_the_bar_is_folded(tab, watch, root, known, benchmarks):
    watching = watch(tab, root)
    tab.goto(root + known["html"])
    for word in ("slower", "unclear"):
        name = next(one["name"] for one in benchmarks if one["verdict"] == word and re.fullmatch(r"[\w.-]{1,30}", one["name"]))
        row, bar = tab.locator(f"[id='b-{name}']"), tab.locator(f"[id='bar-{name}']")
        tab.goto(root + known["html"])
        row.get_by_role("link", name=f"{name} in the chart", exact=True).focus()
        tab.keyboard.press("Enter")
        bar.wait_for(state="visible")
        assert tab.url.endswith(f"#bar-{name}")
        bar.click()
        until(tab, "row => { const box = row.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }", row.element_handle())
        assert tab.url.endswith(f"#b-{name}")
    assert not watching.faults


def test_the_names_of_the_chart_are_one_stop_of_the_tab_key(tab, server, known):
    tab.goto(server + known["html"])
    chart = tab.locator(".bars").first
    stops = chart.locator("a[tabindex='0']")
    assert stops.count() == 1
    stops.focus()
    first = tab.evaluate("document.activeElement.id")
    tab.keyboard.press("ArrowDown")
    second = tab.evaluate("document.activeElement.id")
    assert second.startswith("bar-") and second != first and stops.count() == 1
    tab.keyboard.press("ArrowUp")
    assert tab.evaluate("document.activeElement.id") == first


def test_the_links_of_the_table_are_one_stop_of_the_tab_key(tab, server, known):
    tab.goto(server + known["html"])
    body = tab.locator(".verdicts tbody")
    links, stops = body.get_by_role("link"), body.locator("a[tabindex='0']")
    assert links.count() > 2 and stops.count() == 1
    stops.focus()
    reached = [tab.evaluate("document.activeElement.getAttribute('href')")]
    for _ in range(2):
        tab.keyboard.press("ArrowDown")
        reached.append(tab.evaluate("document.activeElement.getAttribute('href')"))
    assert reached == [links.nth(number).get_attribute("href") for number in range(3)]
    # Where the row with the stop is filtered away, another one has it.
    last = body.locator("th").last.get_attribute("aria-label")
    tab.get_by_label("Name").fill(last)
    assert stops.count() == 1 and not stops.evaluate("link => link.closest('tr').hidden")


def test_a_chart_is_heard_as_names_with_their_changes(tab, server, known):
    tab.goto(server + known["html"])
    chart = tab.locator(".bars").first
    names = chart.get_by_role("link")
    first = names.first.get_attribute("aria-label")
    assert re.fullmatch(r".+: [\d.]+x( (faster|slower))? \([\d.]+–[\d.]+\)", first), first
    # What else is drawn says nothing that these do not.
    snapshot = chart.aria_snapshot()
    assert not re.search(r"^\s*- (img|text: [\d.]+x)", snapshot, re.MULTILINE), snapshot


def test_no_field_of_the_classic_report_runs_into_the_next_one_on_a_phone(tab, server, known):
    tab.set_viewport_size({"width": 360, "height": 800})
    tab.goto(server + known["html"])
    wide = tab.locator(".report :is(th, td)").evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth + 1).map(one => one.textContent)")
    assert tab.locator(".report td").count() and not wide


def test_paper_has_what_is_folded_and_words_in_the_heads_of_its_tables(tab, server, known):
    tab.goto(server + known["html"])
    tab.emulate_media(media="print")
    heads = tab.locator(".verdicts th button")
    assert heads.count() and heads.evaluate_all("all => all.every(one => getComputedStyle(one).display === 'contents')")
    assert tab.locator("details:not([open])").count()
    until(tab, """() => [...document.querySelectorAll("details:not([open])")]
        .every(one => one.lastElementChild.checkVisibility({ contentVisibilityAuto: true }))""")
    assert tab.locator("details:not([open]) svg").first.bounding_box()["height"] > 0


def test_a_legend_shows_what_a_bar_looks_like_and_no_arrow(tab, root, known):
    tab.goto(root + known["html"])
    content = "key => getComputedStyle(key, '::before').content"
    for word in ("faster", "slower"):
        assert tab.locator(f".key.{word}").first.evaluate(content) == '""'


def test_an_address_without_a_filter_shows_all_rows_again(tab, root, known, benchmarks):
    tab.goto(root + known["html"] + "#only=slower")
    slower = [one["name"] for one in benchmarks if one["verdict"] == "slower"]
    assert sorted(names(tab)) == sorted(slower)
    tab.evaluate("location.hash = ''")
    until(tab, "count => document.querySelectorAll('.verdicts tbody tr:not([hidden])').length === count", len(benchmarks))
    assert tab.get_by_label("Show").input_value() == ""


def copied(tab, kind, allowed):
    if allowed:
        tab.context.grant_permissions(["clipboard-read", "clipboard-write"])
    else:
        tab.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
        tab.wait_for_load_state("networkidle")
        tab.reload()
        tab.get_by_label("Show").select_option("slower")
    tab.get_by_role("button", name=f"Copy as {kind}").click()
    tab.locator(".tools [role=status]").nth(1).filter(has_text="copied").wait_for()
    if allowed:
        return tab.evaluate("navigator.clipboard.readText()")
    area = tab.get_by_label("The table as text")
    assert area.evaluate("area => area.selectionEnd - area.selectionStart === area.value.length && document.activeElement === area")
    return area.input_value()


@pytest.mark.parametrize("allowed", [True, False], ids=["clipboard", "fallback"])
def test_what_is_shown_can_be_copied(tab, watch, root, known, benchmarks, allowed):
    watching = watch(tab, root)
    slower = [one["name"] for one in benchmarks if one["verdict"] == "slower"]
    tab.goto(root + known["html"])
    tab.get_by_label("Show").select_option("slower")
    title, empty, *lines = copied(tab, "Markdown", allowed).replace("\r\n", "\n").splitlines()
    heading, verdict = tab.locator("h1").inner_text(), tab.locator(".verdict").inner_text()
    place = f"[{heading}]({root}{known['html']})" if root.startswith("http") else heading
    assert (title.replace("\\", ""), empty) == (f"{place}: {verdict}", "")
    assert lines[0].startswith("| Benchmark | Verdict | Measured, 95 % interval | Smallest visible change |")
    assert set(lines[1].replace(" ", "")) == {"|", "-"}
    assert [line.split(" | ")[0].removeprefix("| ").replace("\\", "") for line in lines[2:]] == slower
    assert tab.locator(".tools [role=status]").nth(1).inner_text() == f"{len(slower)} rows copied"
    rows = list(csv.reader(io.StringIO(copied(tab, "CSV", allowed)), strict=True))
    assert [row[0] for row in rows] == ["Benchmark", *slower]
    assert all(row[1] == "slower" for row in rows[1:])
    assert not watching.faults


def test_the_page_leads_to_its_files(tab, server, site, known):
    tab.goto(server + known["html"])
    found = {address.removeprefix(server) for address in tab.locator("main .links a").evaluate_all("links => links.map(link => link.href)")}
    assert {known["markdown"], known["json"], known["csv"]} <= found


def test_without_script_the_table_is_whole_and_nothing_is_dead(browser, server, known, benchmarks):
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(server + known["html"])
    assert tab.locator(".verdicts tbody tr").count() == len(benchmarks)
    assert tab.locator("main").get_by_role("button").count() == 0
    assert tab.locator("main :is(input, select, textarea)").count() == 0
    tab.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_on_a_phone_nothing_scrolls_sideways(browser, root, known, script):
    tab = browser.new_page(viewport={"width": 360, "height": 800}, java_script_enabled=script)
    tab.goto(root + known["html"])
    for place in ("html", ".scroll:has(.verdicts)"):
        assert tab.locator(place).first.evaluate("one => one.scrollWidth - one.clientWidth") <= 0, place
    tab.close()


def test_printed_the_page_has_sentence_chart_and_table_and_no_controls(tab, server, known):
    tab.goto(server + known["html"])
    tab.emulate_media(media="print")
    for place in (".verdict", ".bars >> nth=0", ".verdicts"):
        assert tab.locator(place).is_visible(), place
    assert not tab.locator(".tools").is_visible()
    assert not tab.locator(".place").first.is_visible()
