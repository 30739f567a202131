"""`make zip` packs the site into one archive: the same site, the same bytes."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]


def make_zip(site, archive, **variables) -> subprocess.CompletedProcess:
    environment = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"} | variables
    return subprocess.run(
        ["make", "zip", f"SITE={site}", f"ZIP={archive}", f"PYTHON={sys.executable}"],
        cwd=PROJECT, env=environment, capture_output=True, text=True, timeout=120)


def packed(site, archive, **variables) -> bytes:
    ran = make_zip(site, archive, **variables)
    assert ran.returncode == 0, ran.stderr
    return archive.read_bytes()


@pytest.fixture
def small_site(tmp_path) -> Path:
    """A folder with the shape of a site."""
    folder = tmp_path / "My site"
    for name in ("index.html", "a/index.html", "a.html", "a/é.html", ".nojekyll", ".benchfolio", ".benchfolio.journal", ".gitkeep"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


def test_unpacked_it_is_the_site_in_one_folder_without_what_a_build_keeps(small_site, tmp_path):
    packed(small_site, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "elsewhere")
    assert names == [f"My site/{name}" for name in (".nojekyll", "a.html", "a/index.html", "a/é.html", "index.html")]
    assert (tmp_path / "elsewhere/My site/a/é.html").read_text(encoding="utf-8") == "a/é.html"


def test_a_built_site_comes_out_as_it_is(site, tmp_path):
    packed(site, tmp_path / "x.zip")
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        found = {name.removeprefix(f"{site.name}/"): archive.read(name) for name in archive.namelist()}
    there = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert found == {name: text for name, text in there.items() if name not in (".benchfolio", ".gitkeep")}


def test_the_same_site_gives_the_same_bytes_whenever_and_by_whomever_it_was_written(small_site, tmp_path):
    first = packed(small_site, tmp_path / "x.zip")
    other = tmp_path / "other" / small_site.name
    # Written in another order, at another time, with other permissions.
    for path in sorted((path for path in small_site.rglob("*") if path.is_file()), reverse=True):
        copy = other / path.relative_to(small_site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
        os.utime(copy, (1_600_000_000, 1_600_000_000))
        copy.chmod(0o600)
    assert packed(other, tmp_path / "y.zip") == first
    (other / "index.html").write_text("changed")
    assert packed(other, tmp_path / "z.zip") != first


@pytest.mark.parametrize("seconds, moment", [
    (None, (1980, 1, 1, 0, 0, 0)), ("1743614469", (2025, 4, 2, 17, 21, 8)), ("0", (1980, 1, 1, 0, 0, 0)),
    ("99999999999999", (2107, 12, 31, 23, 59, 58)),
])
def test_all_files_have_one_time_which_may_be_set(small_site, tmp_path, seconds, moment):
    packed(small_site, tmp_path / "x.zip", **({"SOURCE_DATE_EPOCH": seconds} if seconds else {}))
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        assert {entry.date_time for entry in archive.infolist()} == {moment}
        assert {entry.external_attr >> 16 for entry in archive.infolist()} == {0o100644}


def test_an_archive_inside_the_site_does_not_hold_itself(small_site):
    first = packed(small_site, small_site / "x.zip")
    assert packed(small_site, small_site / "x.zip") == first
    assert sorted(path.name for path in small_site.glob("x.zip*")) == ["x.zip"]


def test_without_a_name_the_archive_stands_beside_the_site():
    for site, archive in [("Site", "Site.zip"), ("../my-site/", "../my-site.zip")]:
        ran = subprocess.run(["make", "-n", "--no-print-directory", "zip", f"SITE={site}"], cwd=PROJECT, capture_output=True, text=True, check=True)
        assert ran.stdout.splitlines()[-1].endswith(f'"{site}" "{archive}"')


def test_make_zip_says_what_to_do_where_something_is_missing(small_site, tmp_path):
    for site, archive, variables, words in [
        (tmp_path / "nothing", tmp_path / "x.zip", {}, "run make site first"),
        (small_site, tmp_path / "no/folder/x.zip", {}, "cannot be written: No such file or directory"),
        (small_site, tmp_path / "x.zip", {"SOURCE_DATE_EPOCH": "today"}, "SOURCE_DATE_EPOCH is no number of seconds: today"),
    ]:
        ran = make_zip(site, archive, **variables)
        assert ran.returncode != 0
        assert words in ran.stderr
        assert not archive.exists()
    ran = subprocess.run(["make", "zip", "PYTHON=no-such-python"], cwd=PROJECT, capture_output=True, text=True)
    assert ran.returncode != 0
    assert "no-such-python is not here" in ran.stderr
