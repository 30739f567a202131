"""What other programs read of a site: feeds, badges, previews. No browser needed."""

import json
import re
from datetime import datetime
from urllib.parse import urlsplit
from xml.etree import ElementTree

import site_files

ATOM = "{http://www.w3.org/2005/Atom}"
SVG = "{http://www.w3.org/2000/svg}"


def feeds_of(site):
    return sorted(site.rglob("feed.xml"))


def only(element, name):
    """The one child of that name, as RFC 4287 asks for."""
    found = element.findall(ATOM + name)
    assert len(found) == 1, f"{len(found)} of {name}"
    return found[0]


def leads_somewhere(site, feed, address) -> bool:
    return not site_files.is_outside(address) and site_files.broken(site, feed, address) is None


def test_there_is_a_feed_of_all_of_each_machine_and_of_each_fork(site):
    listings = [path.parent for kind in ("machines", "forks") for path in site.glob(f"{kind}/*/index.html")]
    assert listings
    assert feeds_of(site) == sorted([site / "feed.xml"] + [folder / "feed.xml" for folder in listings])


def test_every_feed_has_what_its_format_asks_for(site):
    ids = []
    for path in feeds_of(site):
        feed = ElementTree.parse(path).getroot()
        assert feed.tag == ATOM + "feed"
        assert only(only(feed, "author"), "name").text
        entries = feed.findall(ATOM + "entry")
        assert 0 < len(entries) <= 50
        for element in [feed, *entries]:
            assert only(element, "title").text.strip()
            assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", only(element, "id").text)
            datetime.strptime(only(element, "updated").text, "%Y-%m-%dT%H:%M:%SZ")
            for link in element.findall(ATOM + "link"):
                assert leads_somewhere(site, path, link.get("href")), link.get("href")
            # RFC 4287, 4.1.1: no two links of relation alternate with the same type.
            alternates = [link for link in element.findall(ATOM + "link") if link.get("rel") == "alternate"]
            assert len(alternates) == 1
        assert [link.get("href") for link in feed.findall(ATOM + "link") if link.get("rel") == "self"] == ["feed.xml"]
        moments = [only(entry, "updated").text for entry in entries]
        assert moments == sorted(moments, reverse=True)
        assert only(feed, "updated").text == moments[0]
        own = [only(entry, "id").text for entry in entries]
        assert len(set(own)) == len(own)
        ids.append(only(feed, "id").text)
    assert len(set(ids)) == len(ids)


def test_an_entry_says_what_the_index_says_and_leads_to_the_reports(site):
    comparisons = json.loads((site / "data/site.json").read_text(encoding="utf-8"))["comparisons"]
    sentences = {comparison["html"]: comparison["verdict"]["sentence"] for comparison in comparisons}
    seen = set()
    for path in feeds_of(site):
        for entry in ElementTree.parse(path).getroot().iter(ATOM + "entry"):
            content = only(entry, "content")
            assert content.get("type") == "html"
            page = site_files.PageReader(site_files.PageText(path))
            page.feed(content.text)
            page.close()
            for address in page.page.links:
                assert leads_somewhere(site, path, address), address
                report = (path.parent / urlsplit(address).path).resolve().relative_to(site).as_posix()
                assert plain(sentences[report]) in plain(content.text)
                seen.add(report)
    assert seen


def plain(text: str) -> str:
    return re.sub(r"&(?:amp|lt|gt|quot|#39);|[&<>\"']", "·", text)


def test_every_badge_is_a_picture_with_a_name_and_the_same_words_for_shields(site):
    drawings = sorted(site.rglob("badge.svg"))
    assert [path.parent for path in drawings] == [path.parent for path in feeds_of(site) if path.parent != site]
    for path in drawings:
        drawing = ElementTree.parse(path).getroot()
        assert drawing.tag == SVG + "svg" and drawing.get("role") == "img"
        assert drawing.find(SVG + "title").text
        badge = json.loads((path.parent / "badge.json").read_text(encoding="utf-8"))
        assert list(badge) == ["schemaVersion", "label", "message", "color"]
        assert badge["schemaVersion"] == 1 and re.fullmatch("[0-9a-f]{6}", badge["color"])
        assert [text.text for text in drawing.iter(SVG + "text")] == [badge["label"], badge["message"]]
        assert drawing.get("aria-label") == f"{badge['label']}: {badge['message']}"
        for text in drawing.iter(SVG + "text"):
            assert float(text.get("x")) + float(text.get("textLength")) <= float(drawing.get("width"))
        for element in drawing.iter():
            assert "style" not in element.attrib and not element.tag.endswith(("style", "script", "image", "foreignObject"))


def test_every_page_says_the_same_to_previews_as_to_readers(site):
    for path in site_files.pages_of(site):
        if path.name == "404.html":  # A server shows it at any address: nobody passes on a link to it.
            continue
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        found = dict(re.findall(r'<meta (?:property|name)="([a-z:_]+)" content="([^"]*)">', head))
        assert found["og:type"] in ("website", "article")
        assert found["og:description"] == found["description"].strip() != ""
        title = re.search("<title>(.*)</title>", head).group(1)
        assert title in (found["og:title"], f"{found['og:title']} · {found['og:site_name']}")
