"""What the one script adds: the search of the home page, and tables that can be sorted. Without it both are simply not there."""

import json

import pytest


@pytest.fixture
def run(site):
    """The newest run of the index that belongs to a commit."""
    runs = json.loads((site / "data/site.json").read_text(encoding="utf-8"))["runs"]
    return max(runs, key=lambda run: (run.get("commitDate") or "", run["page"]))


def test_the_search_leads_from_a_commit_to_its_page(browser, watch, root, run):
    tab = browser.new_page()
    watching = watch(tab, root)
    tab.goto(root + "index.html")
    box = tab.get_by_role("combobox")
    box.click()
    box.fill(run["commit"][:7])
    tab.get_by_role("option").first.wait_for()
    box.press("Enter")
    tab.wait_for_url(lambda address: run["commit"][:7] in address)
    tab.close()
    assert not watching.faults


def test_the_search_says_when_it_finds_nothing(browser, server):
    tab = browser.new_page()
    tab.goto(server + "index.html")
    tab.get_by_role("combobox").fill("no such thing anywhere")
    tab.get_by_text("Nothing found").wait_for()
    tab.close()


def test_without_script_there_is_no_search_box(browser, server):
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(server + "index.html")
    assert tab.get_by_role("combobox").count() == 0
    tab.close()


def test_a_listing_sorts_both_ways_and_keeps_its_rows(browser, server, run):
    tab = browser.new_page()
    tab.goto(server + f"machines/{run['machine']}/index.html")
    table = tab.locator("main table").filter(has=tab.locator("th button")).first
    rows = table.locator("tbody tr")
    heading = table.locator("thead th").first
    before = sorted(rows.all_inner_texts())
    orders = []
    for _ in range(2):
        heading.get_by_role("button").click()
        column = rows.locator("td, th").evaluate_all("cells => cells.filter(c => c.cellIndex === 0).map(c => c.innerText.trim())")
        orders.append((heading.get_attribute("aria-sort"), column))
        assert sorted(rows.all_inner_texts()) == before
    tab.close()
    for direction, column in orders:
        assert column == sorted(column, reverse=direction == "descending")
    assert {direction for direction, _ in orders} == {"ascending", "descending"}
