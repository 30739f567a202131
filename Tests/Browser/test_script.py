"""What the one script adds to tables: they can be sorted. Of the search see test_search.py."""

import json

import pytest


@pytest.fixture
def run(site):
    """The newest run of the index that belongs to a commit."""
    runs = json.loads((site / "data/site.json").read_text(encoding="utf-8"))["runs"]
    return max(runs, key=lambda run: (run.get("commitDate") or "", run["page"]))


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
