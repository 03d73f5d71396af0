"""Dates and moments that options take: what is none is wrong usage."""

from __future__ import annotations

from datetime import datetime

import typer


def is_date(words: str | None) -> str | None:
    """The words, if they are a date in any of the ways in which reports write one."""
    from standoff.ingest import dates

    return _kept(words, found=bool(words and dates.parse(words)))


def is_moment(words: str | None) -> str | None:
    """The words, if they are a day or a moment in ISO 8601."""
    try:
        return _kept(words, found=words is not None and bool(datetime.fromisoformat(words)))
    except ValueError:
        return _kept(words, found=False)


def _kept(words: str | None, *, found: bool) -> str | None:
    if words is not None and not found:
        raise typer.BadParameter(f"{words!r} is no date: give it as 2031-05-14 or 2031-05-14T18:00")
    return words
