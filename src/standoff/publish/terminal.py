"""Rich's parts as every text for the terminal uses them: a console that looks nothing up, words, headings, tables.

Invariant: words from outside reach Rich only as `Text` made by `plain`, which takes away what a terminal would act on;
Rich's markup is never read. Without colour the output holds no escape sequence at all.
"""

from __future__ import annotations

import io
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from standoff.publish.safety import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

NARROWEST = 20  # columns; below it Rich cannot set a table at all
TABLE_FROM = 76  # columns from which five cells stand side by side legibly
WIDEST_WORD = 16  # columns; a longer word is broken
_BETWEEN = 2  # columns between two cells


def console(width: int, color: bool) -> Console:
    """A console of so many columns (`NARROWEST` at least) that prints into memory, for `printed`."""
    from rich.console import Console

    # Everything that Rich would look up in the environment is given, so the same brief is the same bytes everywhere.
    return Console(
        file=io.StringIO(), width=max(width, NARROWEST), height=100, force_terminal=color, no_color=not color,
        color_system="standard" if color else None, legacy_windows=False, force_interactive=False,
        markup=False, emoji=False, highlight=False, _environ={},
    )  # fmt: skip


def printed(items: Iterable[Any], on: Console) -> str:
    """The items as lines without blanks at their ends, with a line break at the end."""
    for item in items:
        on.print(item, soft_wrap=False)
    out = on.file
    lines = out.getvalue().split("\n") if isinstance(out, io.StringIO) else []
    return "\n".join(line.rstrip(" ") for line in lines).rstrip("\n") + "\n"


def plain(words: str, style: str = "") -> Text:
    """Words from anywhere, harmless."""
    from rich.text import Text

    return Text(visible(words), style=style, overflow="fold")


def heading(words: str) -> Iterator[Any]:
    """An empty line and a heading."""
    yield ""
    yield plain(words.upper(), "bold cyan")


def table(
    rows: Iterable[tuple[list[Text], bool]],
    columns: Sequence[tuple[str, int]],
    width: int = 0,
    whole: Collection[str] = (),
) -> Table:
    """Rows of cells under their heads; columns are given with their shares of the width in hundredths.

    With each row goes whether a group ends with it. In a table of ``width`` columns those whose heads are in ``whole``
    break no word, unless it is longer than `WIDEST_WORD`.
    """
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, header_style="dim")
    cells = list(rows)
    for place, (head, share) in enumerate(columns):
        longest = _longest_word(row[place] for row, _ in cells) if head in whole else 0
        fits = longest <= share * width // 100 - _BETWEEN
        made.add_column(head, ratio=share if fits else None, width=None if fits else longest, overflow="fold")
    for row, last in cells:
        made.add_row(*row, end_section=last)
    return made


def _longest_word(cells: Iterable[Text]) -> int:
    """The columns that the longest word of the cells takes, as far as one is kept whole."""
    from rich.cells import cell_len

    words = (word for cell in cells for word in cell.plain.split())
    return min(WIDEST_WORD, max(map(cell_len, words), default=0))
