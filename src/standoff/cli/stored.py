"""The database that a command asks."""

from __future__ import annotations

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


def stored(db: str) -> Desk:
    """The desk over a database that is there."""
    from standoff.desk import open_desk

    return open_desk(db, create=False)
