"""The search in the header of every page: by keyboard, from a home page and from deep below it, from disk and served."""

import json
import re

import pytest

from waiting import until

INDEX = "assets/search-index.js"


@pytest.fixture(scope="session")
def index(site):
    return json.loads((site / "data/site.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def run(index):
    """A run of a branch, whose names are not those of any other thing."""
    named = [run for run in index["runs"] if not run["ref"].startswith(run["commit"])]
    return max(named, key=lambda run: (run.get("commitDate") or "", run["page"]))


@pytest.fixture(scope="session")
def deep(index):
    """The page that lies deepest: a report."""
    return index["comparisons"][-1]["html"]


@pytest.fixture(params=["home", "deep"])
def start(request, deep):
    return "index.html" if request.param == "home" else deep


@pytest.fixture
def tab(browser):
    tab = browser.new_page()
    yield tab
    tab.close()


def box_of(tab):
    return tab.get_by_role("combobox", name="Find a run, commit, branch, machine, fork or benchmark")


def search(tab, text: str):
    """Types into the search with the keyboard alone, and waits for what it says."""
    tab.keyboard.press("/")
    tab.keyboard.type(text)
    until(tab, "() => document.querySelector('.search .status').textContent !== ''")


def options(tab) -> list[tuple[str, str]]:
    """What was found: the kind and the name of each."""
    found = tab.locator(".search [role=group]").evaluate_all(
        """groups => groups.flatMap(group => [...group.querySelectorAll("[role=option]")].map(option =>
            [document.getElementById(group.getAttribute("aria-labelledby")).textContent.split(",")[0], option.firstChild.textContent]))""")
    return [(kind, name) for kind, name in found]


def enter(tab):
    tab.keyboard.press("Enter")
    tab.wait_for_load_state("load")


def test_enter_leads_from_a_commit_to_its_page(tab, watch, root, start, run):
    watching = watch(tab, root)
    tab.goto(root + start)
    search(tab, run["commit"])
    assert options(tab)[0] == ("Commits", run["commit"])
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert tab.url == root + f"commits/{run['commit']}/index.html"
    assert not watching.faults


@pytest.mark.parametrize("typed", ["prefix", "full", "upper"])
def test_a_commit_is_found_by_any_part_of_its_hash(tab, server, run, typed):
    tab.goto(server + "index.html")
    search(tab, {"prefix": run["commit"][:5], "full": run["commit"] + "f" * 33, "upper": run["commit"].upper()}[typed])
    assert ("Commits", run["commit"]) in options(tab)
    assert "Runs" in {kind for kind, _ in options(tab)}


@pytest.mark.parametrize("kind, of", [("Machines", "machine"), ("Forks", "fork"), ("Refs", "ref")])
def test_a_name_is_found_first(tab, server, deep, run, kind, of):
    tab.goto(server + deep)
    search(tab, run[of])
    name = f"{run['fork']}/{run['ref']}" if of == "ref" else run[of]
    assert options(tab)[0] == (kind, name)
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    folder = {"machine": "machines", "fork": "forks", "ref": "commits"}[of]
    assert tab.url.startswith(server + folder + "/")


def test_a_branch_is_found_by_the_whole_of_a_name_that_is_cut(tab, server, index):
    cut = next((run for run in index["runs"] if len(run["ref"]) == 20 and not run["ref"].startswith(run["commit"])), None)
    if cut is None:
        pytest.skip("no branch of this archive is cut")
    tab.goto(server + "index.html")
    search(tab, cut["ref"] + "_and_more")
    assert options(tab)[0] == ("Refs", f"{cut['fork']}/{cut['ref']}")


def test_a_benchmark_leads_to_its_row(browser, tab, watch, root, start, deep):
    # In a tab of its own: who leaves a page at once breaks off what it still asks for, such as its icon.
    other = browser.new_page()
    other.goto(root + deep)
    benchmark = other.locator(".verdicts tbody th").first.evaluate("cell => cell.firstChild.textContent")
    other.close()
    watching = watch(tab, root)
    tab.goto(root + start)
    search(tab, benchmark)
    assert options(tab)[0] == ("Benchmarks", benchmark)
    with tab.expect_navigation():
        tab.keyboard.press("Enter")
    assert re.search(r"/runs/[^/]+/vs-[^/]+\.html#b-", tab.url)
    assert tab.locator(":target th").evaluate("cell => cell.firstChild.textContent") == benchmark
    assert not watching.faults


def test_a_benchmark_is_found_on_every_machine_and_on_the_one_that_is_named(tab, server, index):
    measured = {}
    for comparison in index["comparisons"]:
        measured.setdefault(next(run["machine"] for run in index["runs"] if run["file"] == comparison["head"]), comparison)
    if len(measured) < 2:
        pytest.skip("one machine alone was compared")
    tab.goto(server + next(iter(measured.values()))["html"])
    benchmark = tab.locator(".verdicts tbody th").first.evaluate("cell => cell.firstChild.textContent")
    search(tab, benchmark)
    found = [text for kind, text in options(tab) if kind == "Benchmarks" and text == benchmark]
    texts = tab.locator(".search").get_by_role("option").all_inner_texts()
    machines = [name for name in measured if any(f" on {name} vs. " in text for text in texts)]
    assert len(found) == len(machines) > 0
    for name in machines:
        box_of(tab).fill(f"{benchmark} {name}")
        alone = tab.locator(".search").get_by_role("option").filter(has_text=f" on {name} vs. ")
        alone.wait_for()
        assert options(tab).count(("Benchmarks", benchmark)) == 1


def test_every_thing_that_is_found_has_its_page(tab, server, site, index):
    tab.goto(server + "index.html")
    search(tab, "a")
    found = tab.evaluate(f"""() => new Promise(resolve => {{
        window.benchfolioSearch = index => resolve(searchEntries(index).map(entry => [entry.kind, entry.href]));
        document.head.append(Object.assign(document.createElement("script"), {{ src: "{INDEX}" }}));
    }})""")
    assert not [href for _, href in found if not (site / href.partition("#")[0]).is_file()]
    assert {href for kind, href in found if kind == "Runs"} == {run["page"] for run in index["runs"]}
    assert {href for kind, href in found if kind == "Commits"} >= {f"commits/{run['commit']}/index.html" for run in index["runs"]}
    assert len([kind for kind, _ in found if kind == "Runs"]) == len(index["runs"])
    rows = [href for kind, href in found if kind == "Benchmarks"]
    assert rows
    for href in rows:
        page, _, row = href.partition("#")
        assert f'id="{row}"' in (site / page).read_text(encoding="utf-8")


def test_several_words_must_all_be_met(tab, server, run):
    tab.goto(server + "index.html")
    search(tab, f"{run['machine']} {run['commit']}")
    kinds = [kind for kind, _ in options(tab)]
    assert set(kinds) == {"Runs"}
    assert all(run["machine"] in text for text in tab.locator(".search").get_by_role("option").all_inner_texts())


def test_arrows_go_round_and_escape_closes_and_then_empties(tab, server, run):
    tab.goto(server + "index.html")
    search(tab, run["machine"])
    box, count = box_of(tab), tab.locator(".search").get_by_role("option").count()
    assert count > 1

    def chosen():
        name = box.get_attribute("aria-activedescendant")
        assert tab.locator("[role=option][aria-selected=true]").get_attribute("id") == name
        return int(name.removeprefix("found-"))

    places = [chosen()]
    for key in ["ArrowDown", "ArrowUp", "ArrowUp", "ArrowDown"]:
        tab.keyboard.press(key)
        places.append(chosen())
    assert places == [0, 1, 0, count - 1, 0]
    assert box.get_attribute("aria-expanded") == "true"
    tab.keyboard.press("Escape")
    assert (box.get_attribute("aria-expanded"), box.get_attribute("aria-activedescendant")) == ("false", None)
    assert tab.locator(".search").get_by_role("option").count() == 0
    assert box.input_value() == run["machine"]
    tab.keyboard.press("Escape")
    assert box.input_value() == ""
    tab.keyboard.press("Escape")
    assert tab.evaluate("document.activeElement === document.body")


def test_the_slash_key_is_only_taken_where_nobody_types(tab, server, run):
    tab.goto(server + "index.html")
    for key in ["Control+/", "Alt+/", "Meta+/"]:
        tab.keyboard.press(key)
        assert tab.evaluate("document.activeElement === document.body"), key
    tab.keyboard.press("/")
    assert box_of(tab).evaluate("box => document.activeElement === box")
    tab.keyboard.type("a/b")
    assert box_of(tab).input_value() == "a/b"


def test_the_slash_key_can_be_turned_off_and_stays_off(tab, server, deep):
    tab.goto(server + "index.html")
    tab.get_by_role("button", name="Turn the key off").click()
    tab.goto(server + deep)
    tab.keyboard.press("/")
    assert not box_of(tab).evaluate("box => document.activeElement === box")
    tab.get_by_role("button", name="Turn the key on").click()
    tab.keyboard.press("/")
    assert box_of(tab).evaluate("box => document.activeElement === box")


def test_the_index_is_asked_for_when_the_search_is_first_used(tab, root, start, run):
    asked = []
    tab.on("request", lambda request: asked.append(request.url.removeprefix(root)))
    tab.goto(root + start)
    assert INDEX not in asked
    search(tab, run["machine"])
    tab.keyboard.press("Escape")
    search(tab, run["fork"])
    assert asked.count(INDEX) == 1


def test_it_says_when_nothing_is_found(tab, watch, root, start):
    watching = watch(tab, root)
    tab.goto(root + start)
    search(tab, "no such thing anywhere")
    assert tab.locator(".search").get_by_role("status").filter(has_text="Nothing found").is_visible()
    assert tab.locator(".search").get_by_role("option").count() == 0
    enter(tab)
    assert tab.url == root + start
    assert not watching.faults


def test_names_are_shown_as_text(tab, server):
    """An index is made of other people's names: none of them becomes markup, whatever it holds."""
    evil = "<img src=x onerror=document.title='taken'>\u202e\u2028\"'&amp;"
    index = {"machines": [[evil, "x", "y"]], "forks": [[evil]], "refs": [evil], "versions": [evil], "flags": [[evil, evil]],
             "sources": [["ccaa69a", "20250402", 0, 0, 0, [0]]], "commits": [], "benchmarks": [evil], "reports": [["a/vs-b.html", evil, evil, [0]]]}
    # Before the page is opened: one that is open may ask past it.
    tab.route("**/" + INDEX, lambda route: route.fulfill(body=f"benchfolioSearch({json.dumps(index)});", content_type="text/javascript"))
    tab.goto(server + "index.html")
    search(tab, "<img")
    assert tab.title() != "taken"
    assert tab.locator(".search img").count() == 0
    assert ["Machines", "Forks"] == [kind for kind, name in options(tab) if name == evil][:2]
    for address in tab.locator(".search").get_by_role("option").evaluate_all("options => options.map(option => option.getAttribute('href'))"):
        assert re.fullmatch(r"[A-Za-z0-9._/#-]+", address), address


@pytest.mark.parametrize("width", [1280, 800, 360])
def test_what_is_found_stays_in_the_window(browser, server, run, width):
    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.goto(server + "index.html")
    search(tab, run["machine"])
    for part in [box_of(tab), tab.locator(".search").get_by_role("option").first, tab.locator(".search .panel")]:
        place = part.bounding_box()
        assert place["x"] >= 0 and place["x"] + place["width"] <= width
    assert tab.evaluate("document.documentElement.scrollWidth") <= width
    top, bottom = (tab.locator(part).bounding_box() for part in ["#search", ".search .panel"])
    assert top["y"] + top["height"] <= bottom["y"], "the box is covered by what it finds"
    tab.close()


@pytest.mark.parametrize("place", ["index.html", "404.html"])
def test_without_script_there_is_no_dead_control(browser, server, place):
    tab = browser.new_page(java_script_enabled=False)
    tab.goto(server + place)
    assert tab.locator("input, button").count() == 0
    tab.close()
