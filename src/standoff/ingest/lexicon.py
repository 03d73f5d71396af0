"""The word lists and patterns that ingest reads: TOML files beside this module, in ``ingest/data``."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from standoff.settings import settings


def table(name: str) -> dict[str, Any]:
    """The file ``ingest/data/NAME.toml``. Raises `StandoffError` when it is missing or damaged."""
    return settings("ingest", name)


@cache
def pattern(name: str, section: str, key: str, *, start: str = "", end: str = "") -> re.Pattern[str]:
    """One regular expression out of a list of them: any of ``[section] key``, between ``start`` and ``end``."""
    choices = "|".join(f"(?:{item})" for item in table(name)[section][key])
    return re.compile(f"{start}(?:{choices}){end}")


@cache
def agencies() -> dict[str, str]:
    """What outlets call each news agency, lower case, to the name that we give it."""
    listed: dict[str, list[str]] = table("dateline")["agencies"]
    return {alias.lower(): name for name, aliases in listed.items() for alias in aliases}


def agency(words: str) -> str | None:
    """The agency that these words name, or ``None``; case does not matter ("REUTER" is Reuters)."""
    return agencies().get(re.sub(r"\s+", " ", words).strip(" .,").lower())


def names_publisher(words: str) -> bool:
    """Whether words have one of the names of those who publish: "Norland Press", "Radio Tello"."""
    return not set(table("layout")["mastheads"]["words"]).isdisjoint(words.lower().split())
