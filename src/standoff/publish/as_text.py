"""A brief for the terminal: Rich tables that fit the width, or blocks of lines where a table would be too narrow.

Invariant: words from outside reach Rich only as `Text` made by `_text`, which takes away what a terminal would act on;
Rich's markup is never read. Without colour the output holds no escape sequence at all.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from standoff.publish.brief import Brief, EventPoints, Row
from standoff.publish.labels import labels
from standoff.publish.quoting import Quote
from standoff.publish.safety import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

NARROWEST = 20  # columns; below it Rich cannot set a table at all
TABLE_FROM = 76  # columns from which five cells stand side by side legibly
MARKS = ("«", "»")
LEGEND = "« » enclose the words that carry the value; ← leads from who tells it to whom they have it from."

_STYLES = {"denied": "bold red", "probable": "yellow", "possible": "yellow", "left open": "magenta"}


def text_briefs(briefs: Iterable[Brief], width: int, color: bool) -> Iterator[str]:
    """Each brief as lines of at most ``width`` columns, with one empty line between two briefs."""
    for place, brief in enumerate(briefs):
        yield ("\n" if place else "") + text_brief(brief, width, color)


def text_brief(brief: Brief, width: int, color: bool) -> str:
    """One brief as lines, with a line break at its end."""
    console = _console(max(width, NARROWEST), color)
    for item in _items(brief, console):
        console.print(item, soft_wrap=False)
    out = console.file
    lines = out.getvalue().split("\n") if isinstance(out, io.StringIO) else []
    return "\n".join(line.rstrip(" ") for line in lines).rstrip("\n") + "\n"


def _console(width: int, color: bool) -> Console:
    from rich.console import Console

    # Everything that Rich would look up in the environment is given, so the same brief is the same bytes everywhere.
    return Console(
        file=io.StringIO(), width=width, height=100, force_terminal=color, no_color=not color,
        color_system="standard" if color else None, legacy_windows=False, force_interactive=False,
        markup=False, emoji=False, highlight=False, _environ={},
    )  # fmt: skip


def _text(words: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(visible(words), style=style, overflow="fold")


def _items(brief: Brief, console: Console) -> Iterator[Any]:
    yield _text(brief.title, "bold")
    yield _text(" · ".join(brief.facts), "dim")
    yield ""
    for happening in brief.summary:
        yield from (_text(line, "" if place else "bold") for place, line in enumerate(happening.lines))
    if not brief.events:
        yield _text("No point of any event was found in this report.")
    for standing, label in labels().words["standings"].items():
        yield from _standing(label, brief.standing(standing), console)
    if brief.sayings:
        yield from _heading("Said, but fitting no point above")
        cells = [[_text(item.who), _text(item.act), _quote(item.quote)] for item in brief.sayings]
        yield from _list(cells, _SAID, console)
    yield from _heading("Sources")
    yield from _list(_voice_cells(brief), _VOICES, console)
    if brief.events or brief.sayings:
        yield ""
        yield _text(LEGEND, "dim")


def _heading(words: str) -> Iterator[Any]:
    yield ""
    yield _text(words.upper(), "bold cyan")


def _standing(label: str, events: Sequence[EventPoints], console: Console) -> Iterator[Any]:
    if not events:
        return
    yield from _heading(label)
    for place, event in enumerate(events):
        if place:
            yield ""
        yield _text(event.heading, "bold")
        if console.width < TABLE_FROM:
            yield from (item for row in event.rows for item in _block(_point(row)))
        else:
            yield _table(_point_cells(event), _POINTS)


# Column heads with their shares of the width.
_POINTS = (("Point", 13), ("Value", 20), ("Who says so", 21), ("How firmly", 12), ("Exact words", 34))
_SAID = (("Who", 24), ("How", 8), ("Exact words", 68))
_VOICES = (("Source", 30), ("Identified", 16), ("Kind", 16), ("Called in the report", 28), ("Claims", 10))


def _point(row: Row) -> list[Text]:
    return [_text(row.label), _text(row.value, "bold"), _text(row.who), _firmness(row), _quote(row.quote)]


def _point_cells(event: EventPoints) -> Iterator[tuple[list[Text], bool]]:
    """The cells of each row, without what the row above says already, and whether a group ends with it."""
    for group in event.groups:
        before: Row | None = None
        for row in group.rows:
            cells = _point(row)
            if before and before.label == row.label:
                cells[0] = _text("")
            if before and row.again:
                cells[1] = _text("")
                cells[4] = _text("(the same words)", "dim") if before.quote == row.quote else cells[4]
            yield cells, row is group.rows[-1]
            before = row


def _firmness(row: Row) -> Text:
    from rich.text import Text

    return Text(", ").join(_text(part, _STYLES.get(part, "")) for part in row.firmness)


def _quote(quote: Quote) -> Text:
    from rich.text import Text

    words = Text(overflow="fold")
    for piece in quote.pieces:
        mark = f"{MARKS[0]}{piece.text}{MARKS[1]}" if piece.marked else piece.text
        words.append_text(_text(mark, "bold underline" if piece.marked else ""))
    return words


def _voice_cells(brief: Brief) -> list[list[Text]]:
    return [
        [
            _text(voice.name, "bold"),
            _text(voice.identification),
            _text(voice.kind),
            _text(", ".join(voice.described)),
            _text(str(voice.claims)),
        ]
        for voice in brief.voices
    ]


def _list(cells: Sequence[list[Text]], columns: Sequence[tuple[str, int]], console: Console) -> Iterator[Any]:
    """Rows as one table, or each as a line with its cells one after the other where there is no room for a table."""
    from rich.text import Text

    if console.width >= TABLE_FROM:
        yield _table([(row, False) for row in cells], columns)
        return
    for row in cells:
        named = (
            [Text.assemble((f"{columns[-1][0].lower()} ", "dim"), row[-1])]
            if columns is _VOICES
            else [row[-1]]
        )
        yield Text("• ").append_text(Text(" · ").join(cell for cell in [*row[:-1], *named] if cell.plain))


def _table(rows: Iterable[tuple[list[Text], bool]], columns: Sequence[tuple[str, int]]) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, header_style="dim")
    for head, share in columns:
        table.add_column(head, ratio=share, overflow="fold")
    for row, last in rows:
        table.add_row(*row, end_section=last)
    return table


def _block(cells: Sequence[Text]) -> Iterator[Any]:
    """A point where there is no room for a table: point and value, who and how firmly, then the words."""
    from rich.padding import Padding
    from rich.text import Text

    label, value, who, firm, words = cells
    yield Text("• ").append_text(label).append(": ").append_text(value)
    yield Padding(who.append(" – ").append_text(firm), (0, 0, 0, 2))
    yield Padding(words, (0, 0, 0, 4))
