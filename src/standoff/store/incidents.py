"""Links, copies and incidents over SQLAlchemy Core, next to the reports that they are about.

Invariant: one transaction a report. Every question looks at few rows, whatever the number of stored reports.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa

from standoff.errors import NotFound
from standoff.linking import candidates
from standoff.linking.codes import settle
from standoff.linking.copies import most_days_apart, samples, samples_shared
from standoff.linking.linker import Group, LinksOf, regroup
from standoff.records.incidents import Card, Copy, Digest, Link, Spot
from standoff.store import incident_tables as tables
from standoff.store.sqlite import translated
from standoff.store.tables import reports as report_table

_AT_ONCE = 900
_NO_DAY = -1
Row = dict[str, Any]


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
        rules = candidates.rules()
        near = _window(digest, rules["window_days"])
        with translated(self._name), self._engine.connect() as connection:
            names = _sharing(connection, "name", candidates.name_keys(digest), 1, None)
            words = _sharing(connection, "word", candidates.word_keys(digest), rules["words_shared"], near)
            return _digests(connection, (names | words) - {digest.report}, whole=False)

    def sharing_text(self, digest: Digest) -> list[Digest]:
        """The stored reports that may be copies of this one."""
        near = _window(digest, most_days_apart())
        with translated(self._name), self._engine.connect() as connection:
            found = _sharing(connection, "text", _samples(digest), samples_shared(), near)
            return _digests(connection, found - {digest.report}, whole=True)

    def relate(self, digest: Digest, links: Iterable[Link], found: Iterable[Copy]) -> None:
        """Store a report's digest, links and copies, and give codes to the incidents that it touches."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        immediate = self._engine.execution_options(begin="BEGIN IMMEDIATE")
        with translated(self._name), immediate.begin() as connection:
            there = sa.select(tables.digests.c.report).where(tables.digests.c.report == digest.report)
            if connection.scalar(there) is not None:
                return
            for table, rows in _rows(digest, links, found):
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
            code = _resolved(connection, start)
            wanted = (
                sa.select(tables.members.c.report).where(tables.members.c.code == code).order_by("report")
            )
            return code, tuple(connection.scalars(wanted))

    def cards(self, names: Collection[str]) -> list[Card]:
        """What it takes to list incidents with these reports, in the order of their ids."""
        table = tables.digests
        facts = [table.c.report, *(table.c.record[name].label(name) for name in Card._fields[1:])]
        with translated(self._name), self._engine.connect() as connection:
            rows = [
                row
                for chunk in _chunks(names)
                for row in connection.execute(sa.select(*facts).where(table.c.report.in_(chunk)))
            ]
        cards = [Card(*row)._replace(spots=tuple(Spot(*spot) for spot in row.spots)) for row in rows]
        return sorted(cards, key=lambda card: card.report)

    def codes(self, names: Collection[str]) -> dict[str, str]:
        """The code of the incident that each of these reports tells of."""
        with translated(self._name), self._engine.connect() as connection:
            return _codes_of(connection, names)

    def copies(self, names: Collection[str]) -> list[Copy]:
        """The copies among these reports."""
        table = tables.copies
        with translated(self._name), self._engine.connect() as connection:
            rows = [
                row
                for chunk in _chunks(names)
                for row in connection.execute(_where(table, table.c.copy, chunk))
            ]
        return sorted(
            (Copy(*row) for row in rows if row.original in names), key=lambda copy: (copy.original, copy.copy)
        )

    def links(self, names: Collection[str]) -> list[Link]:
        """The links among these reports, strongest first."""
        table = tables.links
        with translated(self._name), self._engine.connect() as connection:
            rows = [
                row
                for chunk in _chunks(names)
                for row in connection.execute(_where(table, table.c.one, chunk))
            ]
        found = [Link.from_json(row.record) for row in rows if row.other in names]
        return sorted(found, key=lambda link: (-link.score, link.one, link.other))


def _where(table: sa.Table, column: sa.Column[str], names: Sequence[str]) -> sa.Select[Any]:
    return sa.select(table).where(column.in_(names))


def _chunks(names: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(names)
    return (ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE))


def _window(digest: Digest, days: int) -> tuple[int, int] | None:
    return None if digest.day is None else (digest.day - days, digest.day + days)


def _holders(*more: sa.ColumnElement[bool]) -> sa.Select[Any]:
    table = tables.keys
    return sa.select(table.c.report).where(
        table.c.kind == sa.bindparam("kind"), table.c.key.in_(sa.bindparam("keys", expanding=True)), *more
    )


def _counted(rows: sa.Select[Any] | sa.CompoundSelect[Any]) -> sa.Select[Any]:
    """How many of the keys each report holds, where it holds enough."""
    held, count = rows.subquery(), sa.func.count()
    enough = count >= sa.bindparam("fewest")
    return sa.select(held.c.report, count.label("shared")).group_by(held.c.report).having(enough)


# Built once, since building a statement takes longer than running it. The days are two ranges of the index and not one
# condition, for which the whole list of a key would be read.
_day = tables.keys.c.day
_EVER = _counted(_holders())
_NEAR = _counted(
    _holders(_day.between(sa.bindparam("first"), sa.bindparam("last"))).union_all(_holders(_day == _NO_DAY))
)


def _sharing(
    connection: sa.Connection, kind: str, wanted: list[str], fewest: int, days: tuple[int, int] | None
) -> set[str]:
    """Reports that hold so many of the keys, published between two days or on an unknown one."""
    chunks = list(_chunks(wanted))
    facts: Row = {"kind": kind, "fewest": fewest if len(chunks) == 1 else 1}
    facts |= {"first": days[0], "last": days[1]} if days else {}
    found: Counter[str] = Counter()
    for chunk in chunks:
        for row in connection.execute(_NEAR if days else _EVER, facts | {"keys": chunk}):
            found[row.report] += row.shared
    return {name for name, shared in found.items() if shared >= fewest}


def _digests(connection: sa.Connection, names: set[str], *, whole: bool) -> list[Digest]:
    table = tables.digests
    columns = [table.c.report, table.c.record, *([table.c.shingles] if whole else [])]
    found = []
    for chunk in _chunks(names):
        for row in connection.execute(sa.select(*columns).where(table.c.report.in_(chunk))):
            shingles = _unpacked(row.shingles) if whole else ()
            found.append(Digest.from_json(row.record | {"shingles": shingles}))
    return sorted(found, key=lambda digest: digest.report)


def _rows(digest: Digest, links: Iterable[Link], found: Iterable[Copy]) -> list[tuple[sa.Table, list[Row]]]:
    record = digest.to_json() | {"shingles": []}
    day = _NO_DAY if digest.day is None else digest.day
    kinds = {
        "word": candidates.word_keys(digest),
        "name": candidates.name_keys(digest),
        "text": _samples(digest),
    }
    key_rows = [
        {"kind": kind, "key": key, "day": day, "report": digest.report}
        for kind, listed in kinds.items()
        for key in dict.fromkeys(listed)
    ]
    link_rows = [
        {"one": link.one, "other": link.other, "score": link.score, "record": link.to_json()}
        for link in links
    ]
    made: list[tuple[sa.Table, list[Row]]] = [
        (tables.digests, [{"report": digest.report, "record": record, "shingles": _packed(digest.shingles)}]),
        (tables.keys, key_rows),
        (tables.links, link_rows),
        (tables.copies, [copy.to_json() for copy in found]),
    ]
    return [(table, rows) for table, rows in made if rows]


def _samples(digest: Digest) -> list[str]:
    return [f"{sample:x}" for sample in samples(digest)]


def _packed(shingles: tuple[int, ...]) -> bytes:
    return struct.pack(f"<{len(shingles)}q", *shingles)


def _unpacked(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 8}q", data)


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
    for chunk in _chunks(names):
        for row in connection.execute(_LINKS_OF, {"names": chunk}):
            found[row.name][row.other] = row.score
    return found


def _codes_of(connection: sa.Connection, names: Collection[str]) -> dict[str, str]:
    table = tables.members
    rows = [
        row for chunk in _chunks(names) for row in connection.execute(_where(table, table.c.report, chunk))
    ]
    return {row.report: row.code for row in rows}


def _given(connection: sa.Connection, code: str) -> bool:
    return connection.scalar(sa.select(tables.codes.c.code).where(tables.codes.c.code == code)) is not None


def _resolved(connection: sa.Connection, start: str) -> str:
    table = tables.codes
    wanted = (
        sa.select(table.c.code)
        .where(table.c.code.startswith(start.lower(), autoescape=True))
        .order_by("code")
        .limit(4)
    )
    found = list(connection.scalars(wanted)) if start else []
    if not found:
        raise NotFound(f"{start or 'no code'}: no such incident (see: standoff incidents)")
    if len(found) > 1 and start.lower() not in found:
        raise NotFound(
            f"{start}: more than one incident begins so (give more of its code: {', '.join(found)})"
        )
    code: str = found[0]
    while goal := connection.scalar(sa.select(table.c.leads_to).where(table.c.code == code)):
        code = goal
    return code
