"""The two ways out: `render_brief` for people, `render_reading` for programs and for looking closely."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from standoff.errors import StandoffError
from standoff.publish.brief import Brief, make_brief
from standoff.publish.labels import Names, labels
from standoff.publish.readings import conllu, jsonl, lines
from standoff.records import Reading


def render_brief(
    readings: Iterable[Reading],
    fmt: str,
    *,
    width: int = 100,
    color: bool = False,
    names: Names | None = None,
) -> Iterator[str]:
    """The briefs of the readings, in their order, as pieces to be written one after the other.

    ``fmt`` is ``text`` (at most ``width`` columns; escape sequences only with ``color``), ``markdown``, ``html`` (one
    page for all, complete in itself) or ``json`` (one object, ``{"reports": [...]}``). The pieces joined are the whole
    document and end with a line break; text, Markdown and JSON are made one report at a time. ``names`` are words of a
    user's own for types and slots (`standoff.extraction.Ontology.labels`). Raises `StandoffError` at once, not at the
    first piece, when the format is unknown.
    """
    if fmt not in BRIEFS:
        raise StandoffError(f"no such form of a brief: {fmt!r}; there are {', '.join(BRIEFS)}")
    words = labels().called(names)
    return BRIEFS[fmt]((make_brief(reading, words) for reading in readings), width, color)


def render_reading(reading: Reading, fmt: str) -> str:
    """One reading without a line break at its end, so that printing it makes a whole record.

    ``fmt`` is ``jsonl`` (one line, DESIGN.md section 6), ``conllu`` (words and trees, offsets in MISC; ends with a line
    break, so that printing it closes the last sentence) or ``text`` (sentences with what is drawn from each below it).
    Raises `StandoffError` when the format is unknown.
    """
    if fmt not in READINGS:
        raise StandoffError(f"no such form of a reading: {fmt!r}; there are {', '.join(READINGS)}")
    return READINGS[fmt](reading)


def _text(briefs: Iterator[Brief], width: int, color: bool) -> Iterator[str]:
    from standoff.publish.as_text import text_briefs

    return text_briefs(briefs, width, color)


def _markdown(briefs: Iterator[Brief], _width: int, _color: bool) -> Iterator[str]:
    from standoff.publish.as_markdown import markdown_briefs

    return markdown_briefs(briefs)


def _html(briefs: Iterator[Brief], _width: int, _color: bool) -> Iterator[str]:
    from standoff.publish.as_html import html_briefs

    return html_briefs(briefs)


def _json(briefs: Iterator[Brief], _width: int, _color: bool) -> Iterator[str]:
    from standoff.publish.as_json import json_briefs

    return json_briefs(briefs)


BRIEFS: dict[str, Callable[[Iterator[Brief], int, bool], Iterator[str]]] = {
    "text": _text,
    "markdown": _markdown,
    "html": _html,
    "json": _json,
}
READINGS: dict[str, Callable[[Reading], str]] = {"jsonl": jsonl, "conllu": conllu, "text": lines}
