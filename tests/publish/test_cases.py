"""Golden cases: a reading made by hand beside what every form makes of it; UPDATE_CASES=1 writes the outputs anew."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

import made
from publish import casebook
from standoff.publish import render_brief, render_reading
from standoff.records import Reading

READINGS: dict[str, Callable[[], Reading]] = {
    "courier": made.reading,
    "siege": lambda: casebook.reading("siege"),
}
_FRAME = re.compile(r"^.*<body>\n|<script>.*$", re.DOTALL)


def _brief(fmt: str, width: int = 100) -> Callable[[Reading], str]:
    return lambda reading: "".join(render_brief([reading], fmt, width=width))


def _body(reading: Reading) -> str:
    """The page without style and script, whose changes are no changes of what it says."""
    return _FRAME.sub("", _brief("html")(reading))


FORMS: dict[str, Callable[[Reading], str]] = {
    "100.txt": _brief("text"),
    "48.txt": _brief("text", 48),
    "md": _brief("markdown"),
    "html": _body,
    "json": _brief("json"),
    "conllu": lambda reading: render_reading(reading, "conllu") + "\n",
    "reading.txt": lambda reading: render_reading(reading, "text") + "\n",
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", READINGS)
def test_a_reading_is_rendered_as_its_case_file_has_it(name: str, form: str) -> None:
    found = FORMS[form](READINGS[name]())
    file: Path = casebook.CASES / f"{name}.{form}"
    if os.environ.get("UPDATE_CASES") == "1":
        file.write_text(found, encoding="utf-8", newline="\n")
    assert found == file.read_text(encoding="utf-8"), (
        f"UPDATE_CASES=1 writes {file.name} anew; look at the diff"
    )


def test_every_case_file_belongs_to_a_case() -> None:
    known = {f"{name}.{form}" for name in READINGS for form in FORMS} | {f"{name}.toml" for name in READINGS}
    assert {file.name for file in casebook.CASES.iterdir()} <= known
