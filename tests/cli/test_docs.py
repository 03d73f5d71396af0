"""Every command and option stands in docs/cli.md, and nothing else does; help is instant and has examples."""

from __future__ import annotations

import re
import subprocess
import sys
from enum import StrEnum
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from cli.command import run
from standoff.cli.app import app
from standoff.cli.desk import ListFormat
from standoff.cli.explain import ExplainFormat
from standoff.cli.incidents import SourcesFormat
from standoff.cli.ontology import OntologyFormat
from standoff.cli.reading import BriefFormat, ReadingFormat

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
GROUP: Any = get_command(app)
FORMS = {
    "brief": BriefFormat,
    "read": ReadingFormat,
    "explain": ExplainFormat,
    "reports": ListFormat,
    "show": BriefFormat,
    "search": ListFormat,
    "incidents": ListFormat,
    "changes": ListFormat,
    "sources": SourcesFormat,
    "ontology": OntologyFormat,
}
HEAVY = {"numpy", "sqlalchemy", "rich", "lxml", "trafilatura", "tokenizers", "onnxruntime"}


def section(command: str) -> str:
    found = re.search(rf"^## standoff {command}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)
    assert found, f"docs/cli.md has no section for standoff {command}"
    return found[1]


def options(command: Any) -> set[str]:
    return {
        name
        for item in command.params
        if item.param_type_name == "option"
        for name in (*item.opts, *item.secondary_opts)
    }


def documented(text: str) -> set[str]:
    rows = re.findall(r"^\| (`-.*?) \|", text, re.MULTILINE)
    return {name for row in rows for name in re.findall(r"`(--?[\w-]+)`", row)}


@pytest.mark.parametrize("name", GROUP.commands)
def test_the_options_of_every_command_are_documented(name: str) -> None:
    assert documented(section(name)) == options(GROUP.commands[name]) - {"--help", "-h"}


@pytest.mark.parametrize(("name", "forms"), FORMS.items())
def test_the_forms_of_every_command_are_documented(name: str, forms: type[StrEnum]) -> None:
    assert f"[--format {'|'.join(forms)}]" in section(name)
    assert all(f"`{form.value}`" in section("brief" if name == "show" else name) for form in forms)


def test_the_options_of_the_program_itself_are_documented() -> None:
    shared = PAGE.split("## standoff brief")[0]
    assert documented(shared) == options(GROUP) | {"--help", "-h"}


def test_every_documented_command_is_there() -> None:
    assert re.findall(r"^## standoff (\w+)$", PAGE, re.MULTILINE) == list(GROUP.commands)


def test_the_readme_shows_every_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(f"standoff {name}" in readme for name in GROUP.commands)


@pytest.mark.parametrize("name", GROUP.commands)
def test_the_help_of_every_command_has_examples(tmp_path: Path, name: str) -> None:
    done = run(name, "--help", folder=tmp_path)
    assert done.code == 0
    assert re.search(rf"Examples?:\n +.*standoff {name}\b", done.out)


@pytest.mark.parametrize("words", [["--help"], ["brief", "--help"], ["--version"]])
def test_help_imports_nothing_heavy(words: list[str]) -> None:
    told = "import atexit, sys; atexit.register(lambda: sys.stderr.write(' '.join(sys.modules)))"
    line = [sys.executable, "-c", f"{told}; sys.argv[1:] = {words}; from standoff.cli import main; main()"]
    done = subprocess.run(line, capture_output=True, text=True, check=True, timeout=60)
    assert "standoff" in done.stdout
    assert HEAVY & set(done.stderr.split()) == set()


def test_the_shell_is_helped_to_complete(tmp_path: Path) -> None:
    done = run(folder=tmp_path, _STANDOFF_COMPLETE="complete_bash", COMP_WORDS="standoff re", COMP_CWORD="1")
    assert done.out.split() == ["read", "reports"]
