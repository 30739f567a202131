"""A built site as it lies on disk: its pages, and what each of them says and points to. No browser needed, but it knows where one is."""

import os
import shutil
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

# Attributes whose address a browser loads by itself, by element. A link (`a`) is only followed by a reader.
LOADED = {
    ("link", "href"), ("script", "src"), ("img", "src"), ("img", "srcset"), ("source", "src"), ("iframe", "src"),
    ("object", "data"), ("embed", "src"), ("audio", "src"), ("video", "src"), ("video", "poster"), ("image", "href"),
    ("use", "href"), ("use", "xlink:href"),
}
# `link` elements that name an address without loading it.
NAMING_ONLY = {"canonical", "alternate", "prev", "next", "author", "license", "up"}


@dataclass
class PageText:
    """What the tests ask of one page."""

    path: Path
    language: str | None = None
    root: str = ""
    title: str = ""
    headings: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loaded: list[str] = field(default_factory=list)


class PageReader(HTMLParser):
    def __init__(self, page: PageText):
        super().__init__(convert_charrefs=True)
        self.page = page
        self.inside: str | None = None

    def handle_starttag(self, tag, attributes):
        values = dict(attributes)
        if tag == "html":
            self.page.language = values.get("lang")
        if tag == "body":
            self.page.root = values.get("data-root") or ""
        if values.get("id"):
            self.page.ids.append(values["id"])
        if tag in ("a", "area") and values.get("href") is not None:
            self.page.links.append(values["href"])
        if tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh":
            self.page.links.append((values.get("content") or "").partition("=")[2].strip(" '\""))
        if tag == "h1":
            self.inside = "h1"
            self.page.headings.append("")
        # An SVG has titles of its own: only the first counts, which stands in the head.
        if tag == "title" and not self.page.title:
            self.inside = "title"
        for name, value in values.items():
            if (tag, name) in LOADED and value is not None:
                names_only = tag == "link" and NAMING_ONLY & set((values.get("rel") or "").lower().split())
                (self.page.links if names_only else self.page.loaded).append(value)

    def handle_endtag(self, tag):
        if tag == self.inside:
            self.inside = None

    def handle_data(self, text):
        if self.inside == "h1":
            self.page.headings[-1] += text
        elif self.inside == "title":
            self.page.title += text


@cache
def read_page(path: Path) -> PageText:
    page = PageText(path)
    reader = PageReader(page)
    reader.feed(path.read_text(encoding="utf-8"))
    reader.close()
    return page


def pages_of(site: Path) -> list[Path]:
    """Every page of the site, in one fixed order."""
    return sorted(site.rglob("*.html"))


CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


def chromium() -> str | None:
    """The system's own Chromium: the one that CHROMIUM names, or the first of the usual names on the PATH.

    The headless shell is the same browser without a window, which the tests do not look at: they take a third of the time in it.
    """
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, CHROMIUMS)), None)


def is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.scheme or parts.netloc) and parts.scheme != "data"


def broken(site: Path, page: Path, address: str) -> str | None:
    """Why a link of the site leads nowhere, or nothing when it leads somewhere."""
    parts = urlsplit(address)
    if parts.scheme == "data":
        return None
    path = unquote(parts.path)
    if page.name == "404.html" and path:
        # A server shows this one page at any address, so that its links begin at the server's root, where the site is to stand.
        below = read_page(page).root
        if not (below.startswith("/") and path.startswith(below)):
            return "does not begin at the site's root"
        path = path.removeprefix(below)
    if path.startswith("/"):
        return "is not relative"
    target = (page.parent / path).resolve() if path else page.resolve()
    if not target.is_relative_to(site.resolve()):
        return "leaves the site"
    if not target.is_file():
        return "names no file" + (" (a folder: index.html must be named)" if target.is_dir() else "")
    if parts.fragment and target.suffix == ".html" and unquote(parts.fragment) not in read_page(target).ids:
        return f"names no place in {target.relative_to(site.resolve())}"
    return None


def sample_of(site: Path) -> list[Path]:
    """A page of every kind, and of runs, listings and reports the lightest and the heaviest."""
    kinds: dict[str, list[Path]] = {}
    for page in pages_of(site):
        place = page.relative_to(site)
        kind = place.parts[0] if len(place.parts) > 1 else place.name
        if kind == "runs":
            kind = "reports" if place.name.startswith("vs-") else "runs"
        kinds.setdefault(kind, []).append(page)
    chosen: list[Path] = []
    for _, pages in sorted(kinds.items()):
        by_weight = sorted(pages, key=lambda page: (page.stat().st_size, page))
        chosen += by_weight if len(pages) < 3 else [by_weight[0], by_weight[-1]]
    # Prose pages are few, and each is written by hand.
    prose = [page for page in kinds.get("pages", []) if page not in chosen]
    return chosen + prose
