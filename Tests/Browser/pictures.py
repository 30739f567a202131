"""Pictures of five kinds of pages, wide and on a phone, light and dark.

    python Tests/Browser/pictures.py --site Site --folder .build/pictures
    python Tests/Browser/pictures.py --site Site --readme .github/report.png

The pages are those of the comparison with the most benchmarks that stand out, among those of one size the newest.
"""

import argparse
import json
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

import site_files

WIDTHS = {"wide": 1280, "phone": 360}
COLOURS = ("light", "dark")
# What the README shows is the head of a report, small enough that its text can be read where it is shown.
README_SIZE = (1180, 860)


def pages(site: Path) -> dict[str, str]:
    """A page of each kind, by its name."""
    index = json.loads((site / "data/site.json").read_text(encoding="utf-8"))
    runs = {run["file"]: run for run in index["runs"]}
    if not index["comparisons"]:
        sys.exit(f"no comparison in {site}: there is no report to take a picture of")

    def interest(comparison):
        verdict, run = comparison["verdict"], runs[comparison["head"]]
        return verdict["faster"] + verdict["slower"], run["commitDate"] or "", comparison["html"]

    comparison = max(index["comparisons"], key=interest)
    run = runs[comparison["head"]]
    commit = f"commits/{run['commit']}/index.html"
    machine = f"machines/{run['machine']}/index.html"
    found = {"home": "index.html", "machine": machine, "commit": commit, "report": comparison["html"], "run": run["page"]}
    return {kind: page for kind, page in found.items() if (site / page).is_file()}


def take(browser: Browser, address: str, picture: Path, colours: str, width: int, height: int, whole: bool = True):
    picture.parent.mkdir(parents=True, exist_ok=True)
    tab = browser.new_page(viewport={"width": width, "height": height}, color_scheme=colours)
    tab.goto(address)
    tab.screenshot(path=picture, full_page=whole)
    tab.close()


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--site", type=Path, default=Path("Site"))
    parser.add_argument("--folder", type=Path, help="folder for the pictures")
    parser.add_argument("--readme", type=Path, help="the README's picture")
    chosen = parser.parse_args()
    if not (chosen.site / "index.html").is_file():
        sys.exit(f"no site in {chosen.site}: run make site first")
    chromium = site_files.chromium() or sys.exit("no Chromium on the PATH; CHROMIUM may name one")
    site = chosen.site.resolve()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        found = pages(site)
        if chosen.readme:
            take(browser, (site / found["report"]).as_uri(), chosen.readme, "light", *README_SIZE, whole=False)
        for kind, page in found.items() if chosen.folder else ():
            for manner, width in WIDTHS.items():
                for colours in COLOURS:
                    take(browser, (site / page).as_uri(), chosen.folder / f"{kind}-{manner}-{colours}.png", colours, width, 800)
        browser.close()


main()
