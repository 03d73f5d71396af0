"""Data moves one way through the rooms of the package, and so do imports."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import standoff

PACKAGE = Path(standoff.__file__).parent
ORDER = (
    "errors", "settings", "records", "ingest", "reading", "extraction", "linking", "store", "weighing", "publish",
    "flow", "casework", "desk", "cli",
)  # fmt: skip
JOINING = ("flow", "casework", "desk", "cli")  # what puts rooms together


def _crossings() -> Iterator[tuple[str, str]]:
    """Each room with a module that it imports from another."""
    for path in PACKAGE.rglob("*.py"):
        room = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("standoff."):
                module = node.module.removeprefix("standoff.")
                if room in ORDER and module.split(".")[0] != room:
                    yield room, module


def test_a_room_imports_only_rooms_before_it() -> None:
    back = {
        (room, module)
        for room, module in _crossings()
        if ORDER.index(module.split(".")[0]) > ORDER.index(room)
    }
    assert not back


def test_texts_are_read_for_their_form_by_ingest_alone() -> None:
    taken = {module for room, module in _crossings() if module.startswith("ingest") and room not in JOINING}
    assert taken == {"ingest.lexicon"}


def test_the_way_through_the_code_names_every_room_and_only_files_that_are_there() -> None:
    told = (PACKAGE.parents[1] / "docs" / "code.md").read_text(encoding="utf-8")
    rooms = [path.parent.name for path in PACKAGE.glob("*/__init__.py")]
    rooms += [path.parent.name for path in PACKAGE.glob("extraction/*/__init__.py")]
    assert [room for room in rooms if f"{room}/" not in told] == ["demo"] * ("demo" in rooms)
    files = {name.rpartition("/")[2] for name in re.findall(r"`([\w/]+\.py)`", told)}
    known = {path.name for folder in ("src", "tests") for path in (PACKAGE.parents[1] / folder).rglob("*.py")}
    assert files <= known
