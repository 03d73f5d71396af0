"""A folder with the invented report in it."""

from __future__ import annotations

from pathlib import Path

import pytest

import made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "courier.txt").write_text(made.TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def reports(folder: Path) -> Path:
    """The folder with two reports more, in a folder of their own."""
    (folder / "in").mkdir()
    (folder / "courier.txt").rename(folder / "in" / "courier.txt")
    (folder / "in" / "quiet.txt").write_text("Nothing happened in Tellis on Friday.\n", encoding="utf-8")
    (folder / "in" / "zebra.txt").write_text(
        "A zebra was seen near Tellis, keepers said.\n", encoding="utf-8"
    )
    return folder
