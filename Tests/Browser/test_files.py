"""All pages, as files: every link leads somewhere, nothing is loaded from outside, each page says what it is."""

import re

import site_files


def faults(site, check):
    """One line for each fault that `check` finds on a page; the first twenty, and how many more."""
    lines = [f"{path.relative_to(site)}: {fault}" for path in site_files.pages_of(site) for fault in check(site_files.read_page(path))]
    return "\n".join(lines[:20] + ([f"… and {len(lines) - 20} more"] if len(lines) > 20 else []))


def test_every_link_leads_to_a_file_and_a_place_in_it(site):
    def check(page):
        for address in sorted({*page.links, *page.loaded}):
            if not site_files.is_outside(address):
                why = site_files.broken(site, page.path, address)
                if why:
                    yield f"{address} {why}"

    assert not faults(site, check)


def test_nothing_is_loaded_from_outside_the_site(site):
    assert not faults(site, lambda page: [address for address in page.loaded if site_files.is_outside(address)])


def test_no_style_sheet_loads_from_outside_or_names_a_missing_file(site):
    found = []
    for sheet in sorted(site.rglob("*.css")):
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", sheet.read_text(encoding="utf-8")):
            address = "".join(address)
            why = "is outside the site" if site_files.is_outside(address) else site_files.broken(site, sheet, address)
            if why:
                found.append(f"{sheet.relative_to(site)}: {address} {why}")
    assert not found


def test_every_page_has_a_language_a_title_and_a_main_heading(site):
    def check(page):
        if not page.language:
            yield "no lang"
        if not page.title.strip():
            yield "no title"
        # A report page has more than one: its Markdown has three of its own.
        if not page.headings or not all(heading.strip() for heading in page.headings):
            yield f"main headings: {page.headings}"

    assert not faults(site, check)


def test_no_id_stands_twice_on_a_page(site):
    assert not faults(site, lambda page: sorted({name for name in page.ids if page.ids.count(name) > 1}))


def test_the_files_that_hosting_and_other_programs_rely_on_are_there(site):
    for name in ("index.html", "404.html", ".nojekyll", "data/site.json", "data/commits.json", "assets/commits.js"):
        assert (site / name).is_file(), name
