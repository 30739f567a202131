"""The way a reader takes: home, a machine, a run, a report, by clicking; and what stands at its end."""

import json
import re

import pytest


@pytest.fixture(scope="session")
def index(site):
    return json.loads((site / "data/site.json").read_text(encoding="utf-8"))


def follow(tab, what: str, accepts):
    """Clicks the first visible link of the page's main part whose address, from the site's root, is accepted."""
    # The bars of a chart are links as well, but what they lead to stands in the table beside it.
    links = tab.locator("main a[href]:not(svg a)")
    for place, address in enumerate(links.evaluate_all("links => links.map(link => link.href)")):
        if accepts(address.partition("#")[0]) and links.nth(place).is_visible():
            links.nth(place).click()
            tab.wait_for_load_state("load")
            return
    pytest.fail(f"no link to {what} on {tab.url}")


def walk_to_a_report(tab, root, index):
    """Clicks from the home page to a report. Only runs that were compared lead to one."""
    compared = {comparison["head"] for comparison in index["comparisons"]}
    runs = [run for run in index["runs"] if run["file"] in compared]
    assert runs, "no run of this site was compared"
    run_pages = {root + run["page"] for run in runs}
    machines = {run["page"]: run["machine"] for run in runs}
    tab.goto(root + "index.html")
    follow(tab, "a machine", lambda address: re.search(r"/machines/[^/]+/index\.html$", address)
           and address.split("/")[-2] in set(machines.values()))
    follow(tab, "a run", lambda address: address in run_pages)
    follow(tab, "a report", lambda address: re.search(r"/runs/[^/]+/vs-[^/]+\.html$", address))


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_a_reader_walks_from_home_to_a_report(browser, watch, root, site, index, script, width):
    tab = browser.new_page(viewport={"width": width, "height": 800}, java_script_enabled=script)
    watching = watch(tab, root)
    walk_to_a_report(tab, root, index)

    report = site / tab.url.removeprefix(root).replace(".html", ".md")
    overall = re.search(r"^- overall geometric mean: (.+)$", report.read_text(encoding="utf-8"), re.MULTILINE).group(1)
    assert overall in tab.locator("main").inner_text()
    page = tab.url.removeprefix(root)
    verdict = next(comparison["verdict"] for comparison in index["comparisons"] if comparison["html"] == page)
    sentence = tab.locator("main .verdict")
    assert sentence.inner_text().endswith(verdict["sentence"])
    assert sentence.bounding_box()["y"] < 400, "the answer is not at the top"
    assert tab.locator("main .verdicts th[scope=col]").first.is_visible()
    # By the script the chart's bars lead to their rows, and what holds links is a group and no image.
    chart = tab.locator("main svg[role=img], main svg[role=group]").first
    assert chart.is_visible()
    assert chart.get_attribute("aria-label") or chart.locator("title").count() or chart.get_attribute("aria-labelledby")
    tab.close()
    assert not watching.faults


def test_a_report_page_leads_back_home_and_to_its_markdown(browser, server, index):
    tab = browser.new_page()
    walk_to_a_report(tab, server, index)
    addresses = tab.locator("a[href]:not(svg a)").evaluate_all("links => links.map(link => link.href)")
    tab.close()
    assert server + "index.html" in addresses
    assert any(address.endswith(".md") for address in addresses)


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_what_is_folded_on_a_report_page_opens(browser, server, index, script):
    tab = browser.new_page(java_script_enabled=script)
    comparison = max(index["comparisons"], key=lambda comparison: comparison["verdict"]["unclear"])
    tab.goto(server + comparison["html"])
    folded = tab.locator("main .chart details").first
    rest = folded.locator("svg").first
    summary = folded.locator("summary")
    assert summary.inner_text().startswith(f"{comparison['verdict']['unclear']} unclear")
    was_open = rest.is_visible()
    summary.click()
    assert rest.is_visible() != was_open
    tab.close()


def test_every_run_and_comparison_of_the_index_has_its_page(site, index):
    named = [run["page"] for run in index["runs"]]
    named += [comparison[kind] for comparison in index["comparisons"] for kind in ("html", "markdown", "json", "csv")]
    assert not [name for name in named if not (site / name).is_file()]
