"""Which form the tables have, and how an older form becomes the newest. One transaction a step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import sqlalchemy as sa

from standoff.errors import StoreError
from standoff.store import digest_rows, fulltext, incident_tables
from standoff.store.tables import metadata, schema_version


def _first_form(connection: sa.Connection) -> None:
    metadata.create_all(connection)
    fulltext.create(connection)


def _incidents(connection: sa.Connection) -> None:
    incident_tables.metadata.create_all(connection)


# Step n brings the tables from form n to form n + 1. Steps are never changed once released, only added.
STEPS: tuple[Callable[[sa.Connection], None], ...] = (
    _first_form,
    _incidents,
    digest_rows.find_by_pairs_of_names,
    digest_rows.make_storable,
)


def version(connection: sa.Connection) -> int:
    """The form of the tables: 0 where there are none at all, -1 where they are another program's."""
    names = set(sa.inspect(connection).get_table_names())
    if schema_version.name in names:
        return int(connection.scalar(sa.select(sa.func.max(schema_version.c.version))) or 0)
    return -1 if names else 0


def check(found: int, name: str) -> None:
    """Raises `StoreError` unless this form can be read or brought up to date."""
    if found < 0:
        raise StoreError(f"{name}: is a database of another program (name another file with --db)")
    if found > len(STEPS):
        raise StoreError(
            f"{name}: was made by a newer Standoff (its tables have form {found}, this version knows up to "
            f"{len(STEPS)}; upgrade Standoff)"
        )


def upgrade(engine: sa.Engine, name: str) -> None:
    """Bring the tables to the newest form, each step wholly or not at all; nothing to do where they have it."""
    for _ in STEPS:
        with engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
            found = version(connection)
            check(found, name)
            if found == len(STEPS):
                return
            STEPS[found](connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            connection.execute(schema_version.insert().values(version=found + 1, applied=now))
