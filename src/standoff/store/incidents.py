"""Links, copies and incidents over SQLAlchemy Core, next to the reports that they are about.

Invariant: one transaction a report, from looking for what it is compared with to giving its incident a code, so that of
two reports that come at once one finds the other. Every question looks at few rows, whatever the number of stored
reports.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from standoff.errors import NotFound
from standoff.linking.codes import settle
from standoff.linking.linker import Group, LinksOf, regroup
from standoff.records.incidents import Card, Copy, Digest, Link, Spot
from standoff.store import incident_tables as tables
from standoff.store.digest_rows import chunks, one_incident, one_text, rows_of
from standoff.store.sqlite import translated
from standoff.store.tables import reports as report_table


class IncidentStore:
    """The part of a store that knows how its reports belong together. ``name`` is what errors call the database."""

    def __init__(self, engine: sa.Engine, name: str) -> None:
        self._engine, self._name = engine, name

    def unlinked(self) -> list[str]:
        """Ids of the reports that have not been compared with the others, in order."""
        column = report_table.c.id
        there = sa.select(tables.digests.c.report)
        with translated(self._name), self._engine.connect() as connection:
            return list(connection.scalars(sa.select(column).where(column.not_in(there)).order_by(column)))

    def candidates(self, digest: Digest) -> list[Digest]:
        """The stored reports that are worth comparing with this one for the same incident."""
        with translated(self._name), self._engine.connect() as connection:
            return one_incident(connection, digest)

    def sharing_text(self, digest: Digest) -> list[Digest]:
        """The stored reports that may be copies of this one."""
        with translated(self._name), self._engine.connect() as connection:
            return one_text(connection, digest)

    def compare(
        self,
        digest: Digest,
        linked: Callable[[list[Digest]], Iterable[Link]],
        copied: Callable[[list[Digest]], Iterable[Copy]],
    ) -> None:
        """Relate a report with its links to its candidates and its copies among those that share its text."""
        self._once(
            digest,
            lambda connection: (
                linked(one_incident(connection, digest)),
                copied(one_text(connection, digest)),
            ),
        )

    def relate(self, digest: Digest, links: Iterable[Link], found: Iterable[Copy]) -> None:
        """Store a report's digest, links and copies, and give codes to the incidents that it touches."""
        self._once(digest, lambda _: (links, found))

    def _once(
        self, digest: Digest, compared: Callable[[sa.Connection], tuple[Iterable[Link], Iterable[Copy]]]
    ) -> None:
        """Relate a report, unless it is related, by what it comes to while nobody else writes."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        immediate = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        with translated(self._name), immediate.begin() as connection:
            there = sa.select(tables.digests.c.report).where(tables.digests.c.report == digest.report)
            if connection.scalar(there) is not None:
                return
            for table, rows in rows_of(digest, *compared(connection)):
                connection.execute(table.insert(), rows)
            _regroup(connection, digest.report, now)

    def incidents(self) -> Iterator[tuple[str, Group]]:
        """Every incident's code and reports, in the order of codes."""
        with translated(self._name), self._engine.connect() as connection:
            rows = connection.execute(sa.select(tables.members).order_by("code", "report"))
            grouped: dict[str, list[str]] = {}
            for row in rows:
                grouped.setdefault(row.code, []).append(row.report)
        return ((code, tuple(names)) for code, names in grouped.items())

    def incident(self, start: str) -> tuple[str, Group]:
        """The code and reports of the incident that a code, or its beginning, names or leads to. Raises `NotFound`."""
        with translated(self._name), self._engine.connect() as connection:
            code = _resolved(connection, start, self._name)
            wanted = (
                sa.select(tables.members.c.report).where(tables.members.c.code == code).order_by("report")
            )
            return code, tuple(connection.scalars(wanted))

    def cards(self, names: Collection[str]) -> list[Card]:
        """What it takes to list incidents with these reports, in the order of their ids."""
        table = tables.digests
        facts = [table.c.report, *(table.c.record[name].label(name) for name in Card._fields[1:])]
        rows = self._in_chunks(names, lambda chunk: sa.select(*facts).where(table.c.report.in_(chunk)))
        cards = [Card(*row)._replace(spots=tuple(Spot(*spot) for spot in row.spots)) for row in rows]
        return sorted(cards, key=lambda card: card.report)

    def codes(self, names: Collection[str]) -> dict[str, str]:
        """The code of the incident that each of these reports tells of."""
        with translated(self._name), self._engine.connect() as connection:
            return _codes_of(connection, names)

    def copies(self, names: Collection[str]) -> list[Copy]:
        """The copies among these reports."""
        table = tables.copies
        rows = self._in_chunks(names, lambda chunk: _where(table, table.c.copy, chunk))
        return sorted(
            (Copy(*row) for row in rows if row.original in names), key=lambda copy: (copy.original, copy.copy)
        )

    def links(self, names: Collection[str]) -> list[Link]:
        """The links among these reports, strongest first."""
        table = tables.links
        rows = self._in_chunks(names, lambda chunk: _where(table, table.c.one, chunk))
        found = [Link.from_json(row.record) for row in rows if row.other in names]
        return sorted(found, key=lambda link: (-link.score, link.one, link.other))

    def _in_chunks(self, names: Collection[str], wanted: Callable[[list[str]], sa.Select[Any]]) -> list[Any]:
        """The rows of what is wanted of so many names as a statement takes, one chunk after the other."""
        with translated(self._name), self._engine.connect() as connection:
            return [row for chunk in chunks(names) for row in connection.execute(wanted(chunk))]


def _where(table: sa.Table, column: sa.Column[str], names: Sequence[str]) -> sa.Select[Any]:
    return sa.select(table).where(column.in_(names))


def _regroup(connection: sa.Connection, report: str, now: str) -> None:
    groups = regroup([report], lambda names: _links_of(connection, names))
    names = [name for group in groups for name in group]
    held = _codes_of(connection, names)
    settled = settle(groups, held, lambda code: _given(connection, code))
    for code in settled.new:
        connection.execute(tables.codes.insert().values(code=code, given=now))
    for code, goal in settled.merged.items():
        connection.execute(tables.codes.update().where(tables.codes.c.code == code).values(leads_to=goal))
    for group, code in zip(groups, settled.codes, strict=True):
        for name in group:
            if name not in held:
                connection.execute(tables.members.insert().values(report=name, code=code))
            elif held[name] != code:
                connection.execute(
                    tables.members.update().where(tables.members.c.report == name).values(code=code)
                )


def _ends(one: str, other: str) -> sa.Select[Any]:
    link = tables.links.c
    return sa.select(link[one].label("name"), link[other].label("other"), link.score).where(
        link[one].in_(sa.bindparam("names", expanding=True))
    )


_LINKS_OF = _ends("one", "other").union_all(_ends("other", "one"))


def _links_of(connection: sa.Connection, names: list[str]) -> LinksOf:
    found: dict[str, dict[str, float]] = {name: {} for name in names}
    for chunk in chunks(names):
        for row in connection.execute(_LINKS_OF, {"names": chunk}):
            found[row.name][row.other] = row.score
    return found


def _codes_of(connection: sa.Connection, names: Collection[str]) -> dict[str, str]:
    table = tables.members
    rows = [
        row for chunk in chunks(names) for row in connection.execute(_where(table, table.c.report, chunk))
    ]
    return {row.report: row.code for row in rows}


def _given(connection: sa.Connection, code: str) -> bool:
    return connection.scalar(sa.select(tables.codes.c.code).where(tables.codes.c.code == code)) is not None


def _resolved(connection: sa.Connection, start: str, database: str) -> str:
    table = tables.codes
    wanted = (
        sa.select(table.c.code)
        .where(table.c.code.startswith(start.lower(), autoescape=True))
        .order_by("code")
        .limit(4)
    )
    found = list(connection.scalars(wanted)) if start else []
    if not found:
        raise NotFound(f"{start or 'no code'}: no such incident (see: standoff incidents --db {database})")
    if len(found) > 1 and start.lower() not in found:
        raise NotFound(
            f"{start}: more than one incident begins so (give more of its code: {', '.join(found)})"
        )
    code: str = found[0]
    while goal := connection.scalar(sa.select(table.c.leads_to).where(table.c.code == code)):
        code = goal
    return code
