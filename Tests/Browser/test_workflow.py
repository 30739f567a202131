"""The workflow of the README: it is YAML, and the step that sets a commit's status does so."""

import json
import os
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from test_not_found import tool

PROJECT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def steps():
    text = (PROJECT / "README.md").read_text(encoding="utf-8")
    workflow = yaml.safe_load(re.search(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL).group(1))
    # YAML 1.1 reads the key `on` as the word for true.
    assert list(workflow[True]["workflow_dispatch"]["inputs"]) == ["commit"]
    return workflow["jobs"]["publish"]["steps"]


def test_the_site_is_made_from_the_archive_where_the_next_step_takes_it(steps):
    runs = [step["run"] for step in steps if "run" in step]
    assert runs[1] == 'make -C benchfolio site ARCHIVE="$PWD/archive" SITE="$PWD/site"'
    assert [step["with"]["path"] for step in steps if "upload-pages-artifact" in step.get("uses", "")] == ["site"]


@pytest.mark.parametrize("commit", ["0d02ba149b83ed8abf86ed3989d5df32f519e9d9", "cd61d5cf4ee1c0574ee84e8729cf0f9421b584b3"], ids=["well", "broken"])
def test_the_last_step_sends_the_status_of_the_commit(steps, tmp_path, commit):
    """Run as it stands, with the tool under test, and a curl that only notes what it is asked; also where a run of the commit has an error."""
    step = steps[-1]
    assert step["if"] == "inputs.commit"
    (tmp_path / "archive").symlink_to(PROJECT / "Content")
    place = tmp_path / "benchfolio/.build/release/benchfolio"
    place.parent.mkdir(parents=True)
    place.symlink_to(tool())
    for name, script in {"apt-get": "exit 0", "curl": 'printf "%s\\n" "$@" > asked'}.items():
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
        program.chmod(0o755)
    assert set(step["env"]) == {"CODE", "COMMIT", "SITE", "TOKEN"}
    given = {"CODE": "me/code", "COMMIT": commit, "SITE": "https://me.example/archive/", "TOKEN": "t"}
    subprocess.run(
        ["bash", "-e", "-c", step["run"]], cwd=tmp_path, check=True,
        env={**os.environ, **given, "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"})
    asked = (tmp_path / "asked").read_text(encoding="utf-8").splitlines()
    assert asked == [
        "--fail", "--request", "POST", "--header", "Authorization: Bearer t", "--data", "@status.json",
        "https://api.github.com/repos/me/code/statuses/" + commit,
    ]
    status = json.loads((tmp_path / "status.json").read_text(encoding="utf-8"))
    assert status["state"] == "success"
    assert status["target_url"] == f"https://me.example/archive/commits/{commit[:7]}/index.html"
    assert status["context"] == "benchfolio"
    assert len(status["description"]) <= 140
