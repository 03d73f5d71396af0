"""Rich's parts as every text for the terminal uses them: a console that looks nothing up, words, headings, tables.

Invariant: words from outside reach Rich only as `Text` made by `plain`, which takes away what a terminal would act on;
Rich's markup is never read. Without colour the output holds no escape sequence at all.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from standoff.publish.safety import visible

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

NARROWEST = 20  # columns; below it Rich cannot set a table at all
TABLE_FROM = 76  # columns from which five cells stand side by side legibly


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


def table(rows: Iterable[tuple[list[Text], bool]], columns: Sequence[tuple[str, int]]) -> Table:
    """Rows of cells under their heads; columns are given with their shares of the width.

    With each row goes whether a group ends with it.
    """
    from rich import box
    from rich.table import Table

    made = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, show_edge=False, header_style="dim")
    for head, share in columns:
        made.add_column(head, ratio=share, overflow="fold")
    for row, last in rows:
        made.add_row(*row, end_section=last)
    return made
