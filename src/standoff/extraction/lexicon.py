"""The lexicons that the rules read: TOML files beside this module, in ``extraction/data``.

Invariant: a lexicon is read once and cannot be changed afterwards; every caller sees the same frozen tables.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from standoff.errors import ModelError

Table = Mapping[str, Any]

_NAME = re.compile(r"[a-z][a-z0-9_]*")


@cache
def load(name: str) -> Table:
    """The lexicon ``extraction/data/NAME.toml``, frozen: tables are read-only mappings, arrays are tuples.

    ``name`` is the file's name without its ending, lower case. Raises `ModelError` when there is no such file or it
    is no TOML; the message names the file and the reason.
    """
    if not _NAME.fullmatch(name):
        raise ModelError(f"lexicon {name!r}: a name has lower-case letters, digits and underscores only")
    where = files("standoff.extraction") / "data" / f"{name}.toml"
    try:
        return parse(where.read_text(encoding="utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"lexicon {name}.toml cannot be read: {error}; install standoff again") from error


def parse(text: str, name: str) -> Table:
    """The lexicon that a TOML text holds, frozen as `load` gives it. Raises `ModelError` on bad TOML."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ModelError(f"lexicon {name}.toml is damaged: {error}; install standoff again") from error
    return MappingProxyType({key: _frozen(value) for key, value in table.items()})


@cache
def section(name: str, key: str) -> Any:
    """One top-level entry of a lexicon. Raises `ModelError` when it is not there."""
    table = load(name)
    if key not in table:
        raise ModelError(f"lexicon {name}.toml has no entry {key!r}; install standoff again")
    return table[key]


@cache
def word_set(name: str, key: str, listed: str) -> frozenset[str]:
    """A list of words as a set: ``listed`` of the table ``key`` of a lexicon."""
    return frozenset(section(name, key)[listed])


def _frozen(value: Any) -> Any:
    if isinstance(value, dict):
        return MappingProxyType({key: _frozen(item) for key, item in value.items()})
    if isinstance(value, list):
        return tuple(_frozen(item) for item in value)
    return value
