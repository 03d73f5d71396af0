"""Reports to try Standoff on: five texts of ours about happenings, places, people and outlets that do not exist.

Four are on one siege, with tolls that contradict each other; of these, one is a lightly edited copy with a credit line
and one a web page with the clutter that pages have. The fifth is an unrelated accident.
"""

from __future__ import annotations

from importlib.resources import as_file, files
from pathlib import Path

__all__ = ["folder", "paths"]


def folder() -> Path:
    """The folder of the bundled reports; the package is always installed as files."""
    with as_file(files("standoff.demo") / "reports") as place:
        return place


def paths() -> tuple[Path, ...]:
    """The bundled reports, in the order in which they were published."""
    return tuple(sorted(folder().iterdir()))
