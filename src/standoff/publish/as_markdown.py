"""A brief in Markdown (CommonMark with GitHub's tables).

Invariant: words from outside stand in one line each and are escaped, so they are only ever words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from standoff.publish.brief import Brief, EventPoints
from standoff.publish.labels import labels
from standoff.publish.quoting import Quote
from standoff.publish.safety import markdown as escape

LEGEND = "Bold words in a quote carry the value; ← leads from who tells it to whom they have it from."


def markdown_briefs(briefs: Iterable[Brief]) -> Iterator[str]:
    """Each brief as a section of its own, with a rule between two briefs."""
    for place, brief in enumerate(briefs):
        yield ("\n---\n\n" if place else "") + "\n\n".join(_blocks(brief)) + "\n"


def _blocks(brief: Brief) -> Iterator[str]:
    yield f"# {escape(brief.title)}"
    yield " · ".join(map(escape, brief.facts))
    for happening in brief.summary:
        first, *more = map(escape, happening.lines)
        yield "  \n".join([f"**{first}**", *more])
    if not brief.events:
        yield "No point of any event was found in this report."
    for standing, label in labels().words["standings"].items():
        events = brief.standing(standing)
        if events:
            yield f"## {label}"
        for event in events:
            yield f"### {escape(event.heading)}"
            yield _points(event)
    if brief.sayings:
        yield "## Said, but fitting no point above"
        rows = [(escape(item.who), escape(item.act), _quote(item.quote)) for item in brief.sayings]
        yield _table(("Who", "How", "Exact words"), rows)
    yield "## Sources"
    yield _voices(brief)
    if brief.events or brief.sayings:
        yield f"*{LEGEND}*"


def _points(event: EventPoints) -> str:
    rows = [
        (
            escape(row.label),
            escape(row.value),
            escape(row.who),
            ", ".join(map(escape, row.firmness)),
            _quote(row.quote),
        )
        for row in event.rows
    ]
    return _table(("Point", "Value", "Who says so", "How firmly", "Exact words"), rows)


def _quote(quote: Quote) -> str:
    return "".join(
        f"<b>{escape(piece.text)}</b>" if piece.marked else escape(piece.text) for piece in quote.pieces
    )


def _voices(brief: Brief) -> str:
    rows = [
        (
            escape(voice.name),
            escape(voice.identification),
            escape(voice.kind),
            escape(", ".join(voice.described)),
            str(voice.claims),
        )
        for voice in brief.voices
    ]
    return _table(("Source", "Identified", "Kind", "Called in the report", "Claims"), rows)


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
