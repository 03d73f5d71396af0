"""A brief for the terminal: Rich tables that fit the width, or blocks of lines where a table would be too narrow.

Invariant: every claim of the brief has its line, with its exact words; `terminal` makes words from outside harmless.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from standoff.publish.brief import Brief, EventPoints, Row
from standoff.publish.labels import labels
from standoff.publish.quoting import MARKS, Quote
from standoff.publish.terminal import TABLE_FROM, console, heading, plain, printed, table

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

LEGEND = "« » enclose the words that carry the value; ← leads from who tells it to whom they have it from."

_STYLES = {"denied": "bold red", "probable": "yellow", "possible": "yellow", "left open": "magenta"}


def text_briefs(briefs: Iterable[Brief], width: int, color: bool) -> Iterator[str]:
    """Each brief as lines of at most ``width`` columns, with one empty line between two briefs."""
    for place, brief in enumerate(briefs):
        yield ("\n" if place else "") + text_brief(brief, width, color)


def text_brief(brief: Brief, width: int, color: bool) -> str:
    """One brief as lines, with a line break at its end."""
    on = console(width, color)
    return printed(_items(brief, on), on)


def _items(brief: Brief, on: Console) -> Iterator[Any]:
    yield plain(brief.title, "bold")
    yield plain(" · ".join(brief.facts), "dim")
    yield ""
    for happening in brief.summary:
        yield from (plain(line, "" if place else "bold") for place, line in enumerate(happening.lines))
    if not brief.events:
        yield plain("No point of any event was found in this report.")
    for standing, label in labels().words["standings"].items():
        yield from _standing(label, brief.standing(standing), on)
    if brief.sayings:
        yield from heading("Said, but fitting no point above")
        cells = [[plain(item.who), plain(item.act), _quote(item.quote)] for item in brief.sayings]
        yield from _list(cells, _SAID, on)
    yield from heading("Sources")
    yield from _list(_voice_cells(brief), _VOICES, on)
    if brief.events or brief.sayings:
        yield ""
        yield plain(LEGEND, "dim")


def _standing(label: str, events: Sequence[EventPoints], on: Console) -> Iterator[Any]:
    if not events:
        return
    yield from heading(label)
    for place, event in enumerate(events):
        if place:
            yield ""
        yield plain(event.heading, "bold")
        if on.width < TABLE_FROM:
            yield from (item for row in event.rows for item in _block(_point(row)))
        else:
            yield table(_point_cells(event), _POINTS, on.width, _WHOLE)


# Column heads with their shares of the width.
_POINTS = (("Point", 13), ("Value", 20), ("Who says so", 21), ("How firmly", 12), ("Exact words", 34))
_SAID = (("Who", 24), ("How", 11), ("Exact words", 65))
_VOICES = (("Source", 30), ("Identified", 16), ("Kind", 16), ("Called in the report", 28), ("Claims", 10))
_WHOLE = ("How", "How firmly", "Kind")  # columns of our own short words


def _point(row: Row) -> list[Text]:
    return [plain(row.label), plain(row.value, "bold"), plain(row.who), _firmness(row), _quote(row.quote)]


def _point_cells(event: EventPoints) -> Iterator[tuple[list[Text], bool]]:
    """The cells of each row, without what the row above says already, and whether a group ends with it."""
    for group in event.groups:
        before: Row | None = None
        for row in group.rows:
            cells = _point(row)
            if before and before.label == row.label:
                cells[0] = plain("")
            if before and row.again:
                cells[1] = plain("")
                cells[4] = plain("(the same words)", "dim") if before.quote == row.quote else cells[4]
            yield cells, row is group.rows[-1]
            before = row


def _firmness(row: Row) -> Text:
    from rich.text import Text

    return Text(", ").join(plain(part, _STYLES.get(part, "")) for part in row.firmness)


def _quote(quote: Quote) -> Text:
    from rich.text import Text

    words = Text(overflow="fold")
    for piece in quote.pieces:
        mark = f"{MARKS[0]}{piece.text}{MARKS[1]}" if piece.marked else piece.text
        words.append_text(plain(mark, "bold underline" if piece.marked else ""))
    return words


def _voice_cells(brief: Brief) -> list[list[Text]]:
    return [
        [
            plain(voice.name, "bold"),
            plain(voice.identification),
            plain(voice.kind),
            plain(", ".join(voice.described)),
            plain(str(voice.claims)),
        ]
        for voice in brief.voices
    ]


def _list(cells: Sequence[list[Text]], columns: Sequence[tuple[str, int]], on: Console) -> Iterator[Any]:
    """Rows as one table, or each as a line with its cells one after the other where there is no room for a table."""
    from rich.text import Text

    if on.width >= TABLE_FROM:
        yield table([(row, False) for row in cells], columns, on.width, _WHOLE)
        return
    for row in cells:
        named = (
            [Text.assemble((f"{columns[-1][0].lower()} ", "dim"), row[-1])]
            if columns is _VOICES
            else [row[-1]]
        )
        yield Text("• ").append_text(Text(" · ").join(cell for cell in [*row[:-1], *named] if cell.plain))


def _block(cells: Sequence[Text]) -> Iterator[Any]:
    """A point where there is no room for a table: point and value, who and how firmly, then the words."""
    from rich.padding import Padding
    from rich.text import Text

    label, value, who, firm, words = cells
    yield Text("• ").append_text(label).append(": ").append_text(value)
    yield Padding(who.append(" – ").append_text(firm), (0, 0, 0, 2))
    yield Padding(words, (0, 0, 0, 4))
