"""Digests as rows: what finds them by the keys that two reports share, and how they are packed.

Invariant: a key is looked up in ranges of the index alone, so that what is read is what is found, whatever the number
of stored reports.
"""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from typing import Any

import sqlalchemy as sa

from standoff.linking import candidates
from standoff.linking.copies import most_days_apart, samples, samples_shared
from standoff.records.incidents import Copy, Digest, Link
from standoff.store import incident_tables as tables
from standoff.store.tables import storable_in_json

_AT_ONCE = 900  # SQLite takes at least 999 values in one question (SQLITE_MAX_VARIABLE_NUMBER before 3.32)
_NO_DAY = -1
Row = dict[str, Any]


def one_incident(connection: sa.Connection, digest: Digest) -> list[Digest]:
    """The stored reports that are worth comparing with this one for the same incident, without their sequences."""
    rules = candidates.rules()
    near = _window(digest, rules["window_days"])
    names = _sharing(connection, "name", candidates.name_keys(digest), 1, None)
    words = _sharing(connection, "word", candidates.word_keys(digest), rules["words_shared"], near)
    return _digests(connection, (names | words) - {digest.report}, whole=False)


def one_text(connection: sa.Connection, digest: Digest) -> list[Digest]:
    """The stored reports that may be copies of this one."""
    near = _window(digest, most_days_apart())
    found = _sharing(connection, "text", _samples(digest), samples_shared(), near)
    return _digests(connection, found - {digest.report}, whole=True)


def chunks(names: Collection[str]) -> Iterator[list[str]]:
    """Names in their order, so many at once as a statement takes."""
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
    listed = list(chunks(wanted))
    facts: Row = {"kind": kind, "fewest": fewest if len(listed) == 1 else 1}
    facts |= {"first": days[0], "last": days[1]} if days else {}
    found: Counter[str] = Counter()
    for chunk in listed:
        for row in connection.execute(_NEAR if days else _EVER, facts | {"keys": chunk}):
            found[row.report] += row.shared
    return {name for name, shared in found.items() if shared >= fewest}


def _digests(connection: sa.Connection, names: set[str], *, whole: bool) -> list[Digest]:
    table = tables.digests
    columns = [table.c.report, table.c.record, *([table.c.shingles] if whole else [])]
    found = []
    for chunk in chunks(names):
        for row in connection.execute(sa.select(*columns).where(table.c.report.in_(chunk))):
            shingles = _unpacked(row.shingles) if whole else ()
            found.append(Digest.from_json(row.record | {"shingles": shingles}))
    return sorted(found, key=lambda digest: digest.report)


def rows_of(digest: Digest, links: Iterable[Link], found: Iterable[Copy]) -> list[tuple[sa.Table, list[Row]]]:
    """The rows of a report by their tables: its digest, the keys that find it, its links and copies."""
    record = storable_in_json(digest.to_json() | {"shingles": []})
    day = _NO_DAY if digest.day is None else digest.day
    kinds = {
        "word": candidates.word_keys(digest),
        "name": candidates.name_keys(digest),
        "text": _samples(digest),
    }
    key_rows = [row for kind, keys in kinds.items() for row in _key_rows(kind, keys, day, digest.report)]
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


def _key_rows(kind: str, keys: Iterable[str], day: int, report: str) -> list[Row]:
    return [{"kind": kind, "key": key, "day": day, "report": report} for key in dict.fromkeys(keys)]


def _samples(digest: Digest) -> list[str]:
    return [f"{sample:x}" for sample in samples(digest)]


def _packed(shingles: tuple[int, ...]) -> bytes:
    return struct.pack(f"<{len(shingles)}q", *shingles)


def _unpacked(data: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(data) // 8}q", data)


def find_by_pairs_of_names(connection: sa.Connection) -> None:
    """Replaces single names, which found reports in tables of the second form, by pairs of them."""
    connection.execute(tables.keys.delete().where(tables.keys.c.kind == "name"))
    stored = sa.select(tables.digests.c.report, tables.digests.c.record)
    for row in connection.execute(stored).all():
        digest = Digest.from_json(row.record)
        day = _NO_DAY if digest.day is None else digest.day
        if keys := _key_rows("name", candidates.name_keys(digest), day, digest.report):
            connection.execute(tables.keys.insert(), keys)


def make_storable(connection: sa.Connection) -> None:
    """Mends the records of the third form that hold half surrogate pairs or NUL, which no list could give out again."""
    record = sa.type_coerce(tables.digests.c.record, sa.Text)
    held = sa.or_(*(record.contains(escape, autoescape=True) for escape in ("\\ud", "\\u0000")))
    for row in connection.execute(
        sa.select(tables.digests.c.report, tables.digests.c.record).where(held)
    ).all():
        mended = tables.digests.update().where(tables.digests.c.report == row.report)
        connection.execute(mended.values(record=storable_in_json(row.record)))
