"""The database that a command asks, and the hints that name it."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from standoff.desk import Desk

Database = Annotated[
    str,
    typer.Option(
        "--db", envvar="STANDOFF_DB", metavar="FILE", help="The database (a path, or sqlite:///PATH)."
    ),
]
DEFAULT = "standoff.db"
_HINT = re.compile(r"\(see: (standoff \w+)\)$")


@contextmanager
def stored(db: str) -> Iterator[Desk]:
    """The desk over a database that is there; a hint at what to ask it names it, where it is not the usual one."""
    from standoff.desk import open_desk
    from standoff.errors import NotFound

    with open_desk(db, create=False) as desk:
        try:
            yield desk
        except NotFound as error:
            raise NotFound(_HINT.sub(lambda found: f"(see: {found[1]}{named(db)})", str(error))) from error


def named(db: str) -> str:
    """The option that gives the database, where it must be given: " --db news.db"."""
    return "" if db == DEFAULT else f" --db {shlex.quote(db)}"
