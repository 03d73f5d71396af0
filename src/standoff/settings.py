"""Thresholds, weights and word lists of the rooms: TOML files in ``ROOM/data``, read once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from standoff.errors import StandoffError


@cache
def settings(room: str, name: str) -> dict[str, Any]:
    """The file ``ROOM/data/NAME.toml``. Raises `StandoffError` when it is missing or damaged."""
    where = files(f"standoff.{room}") / "data" / f"{name}.toml"
    try:
        return tomllib.loads(where.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StandoffError(
            f"{room}/data/{name}.toml cannot be read: {error}; install standoff again"
        ) from error
