"""The public API is what ``__all__`` says, is documented, and costs nothing until it is used."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import made
import standoff
from standoff.publish import render_brief

ROOT = Path(__file__).resolve().parents[1]
HEAVY = {"numpy", "sqlalchemy", "rich", "typer", "lxml", "trafilatura", "tokenizers", "onnxruntime"}


def test_the_documented_names_are_the_public_ones() -> None:
    documented = re.findall(
        r"^\| `(\w+)` \|", (ROOT / "docs" / "api.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert sorted(documented) == sorted(standoff.__all__)


@pytest.mark.parametrize("name", standoff.__all__)
def test_every_public_name_is_there_and_has_a_docstring(name: str) -> None:
    assert name in dir(standoff)
    assert getattr(standoff, name).__doc__


def test_other_names_are_refused_as_python_does() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = standoff.nothing


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, standoff; sys.stdout.write(' '.join(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60
    )
    assert HEAVY & set(done.stdout.split()) == set()


def test_the_version_is_the_packages() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == standoff.__version__


def test_the_picture_in_the_readme_is_what_a_brief_looks_like() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    picture = next(block for block in re.findall(r"```\n(.*?)```", readme, re.DOTALL) if "«" in block)
    assert picture in "".join(render_brief([made.reading()], "text", width=92))


def test_what_the_readme_and_the_docs_link_to_is_there() -> None:
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"
