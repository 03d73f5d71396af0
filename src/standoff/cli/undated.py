"""``--published``: when reports were published that do not tell it themselves, and a word about those."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from standoff.cli.moments import is_date
from standoff.cli.stream import Mishaps

if TYPE_CHECKING:
    from standoff.ingest.given import Given
    from standoff.records import Reading


Published = Annotated[
    str | None,
    typer.Option(
        "--published",
        metavar="DATE",
        help='When reports were published that do not tell it: what "Wednesday" is read against.',
        show_default=False,
        callback=is_date,
    ),
]


def given(published: str | None) -> Given:
    """What the option says of each report."""
    from standoff.ingest.given import Given

    return Given(undated=published)


def with_word(readings: Iterator[Reading], mishaps: Mishaps) -> Iterator[Reading]:
    """The readings; when all are done, a line on those whose days nobody can tell."""
    undated = 0
    for reading in readings:
        undated += reading.report.published is None
        yield reading
    if undated:
        reports = "a report does" if undated == 1 else f"{undated} reports do"
        mishaps.note(
            f'{reports} not tell the date of publication, so "Wednesday" has no date there (--published)'
        )
