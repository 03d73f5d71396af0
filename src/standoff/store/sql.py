"""The store over SQLAlchemy Core. Invariant: one transaction a report, and no row is ever changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import UTC, datetime
from itertools import groupby

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from standoff.errors import InputError, NotFound
from standoff.linking.moments import published
from standoff.records import Attribution, Event, Reading
from standoff.store import fulltext, tables
from standoff.store.arrays import unpack
from standoff.store.digest_rows import chunks
from standoff.store.incidents import IncidentStore
from standoff.store.interface import ClaimHit, Hit, Summary
from standoff.store.rows import Row, claim_of, report_of, rows_of
from standoff.store.sqlite import translated

_CLAIMS_A_HIT = 5


class SqlStore:
    """A `Store` in an SQL database. ``name`` is what errors call it."""

    def __init__(self, engine: sa.Engine, name: str, made_by: str = "standoff") -> None:
        self._engine, self._name, self._made_by = engine, name, made_by
        self.incidents = IncidentStore(engine, name)

    def known(self, ids: Collection[str]) -> frozenset[str]:
        column = tables.reports.c.id
        with translated(self._name), self._engine.connect() as connection:
            return frozenset(
                found
                for chunk in chunks(ids)
                for found in connection.scalars(sa.select(column).where(column.in_(chunk)))
            )

    def add(self, reading: Reading) -> bool:
        report = reading.report
        rows = rows_of(reading, datetime.now(UTC).isoformat(timespec="seconds"), self._made_by)
        with translated(self._name):
            try:
                return self._insert(report.id, rows)
            except IntegrityError as error:
                reason = f"its reading contradicts itself: {error.orig}"
                raise InputError(report.name or report.id, reason, "please report this fault") from error

    def _insert(self, report_id: str, rows: list[tuple[sa.Table, list[Row]]]) -> bool:
        there = sa.select(tables.reports.c.id).where(tables.reports.c.id == report_id)
        with self._engine.execution_options(begin="BEGIN IMMEDIATE").begin() as connection:
            if connection.scalar(there) is not None:
                return False
            for table, table_rows in rows:
                connection.execute(table.insert(), table_rows)
            fulltext.put(connection, report_id)
        return True

    def resolve(self, start: str) -> str:
        column = tables.reports.c.id
        wanted = sa.select(column).where(column.startswith(start, autoescape=True)).order_by(column).limit(4)
        with translated(self._name), self._engine.connect() as connection:
            found = list(connection.scalars(wanted)) if start else []
        if start in found or len(found) == 1:
            return start if start in found else found[0]
        if found:
            raise NotFound(
                f"{start}: more than one report begins so (give more of its id: {', '.join(found)})"
            )
        raise NotFound(f"{start or 'no id'}: no such report (see: standoff reports --db {self._name})")

    def reading(self, report_id: str) -> Reading:
        with translated(self._name), self._engine.connect() as connection:
            row = connection.execute(_REPORT.where(tables.reports.c.id == report_id)).mappings().first()
            if row is None:
                raise NotFound(f"{report_id}: no such report (see: standoff reports --db {self._name})")
            held = {table.name: _rows(connection, table, report_id) for table in _HELD}
        chains = {
            claim: list(links) for claim, links in groupby(held["links"], key=lambda link: link["claim"])
        }
        return Reading(
            report=report_of(row, held["parts"]),
            attributions=tuple(Attribution.from_json(item["record"]) for item in held["attributions"]),
            events=tuple(Event.from_json(item["record"]) for item in held["events"]),
            claims=tuple(claim_of(item, chains.get(item["id"], [])) for item in held["claims"]),
            **unpack(row["arrays"], report_id),
        )

    def reports(self) -> Iterator[Summary]:
        with translated(self._name), self._engine.connect() as connection:
            found = [Summary(**row) for row in connection.execute(_SUMMARY).mappings()]
        yield from sorted(found, key=_by_date)

    def search(self, words: str, limit: int = 20) -> list[Hit]:
        asked = fulltext.question(tables.storable(words))
        if not asked:
            return []
        with translated(self._name), self._engine.connect() as connection:
            snippets = fulltext.reports(connection, asked, limit)
            claims = fulltext.claims(connection, asked, limit * _CLAIMS_A_HIT)
            best = list(dict.fromkeys([*snippets, *(report for report, _ in claims)]))[:limit]
            found = connection.execute(_SUMMARY.where(tables.reports.c.id.in_(best))).mappings()
            summaries = {row["id"]: Summary(**row) for row in found}
        return [Hit(summaries[report], snippets.get(report), _of(claims, report)) for report in best]

    def close(self) -> None:
        self._engine.dispose()


def _by_date(summary: Summary) -> tuple[datetime, str, str]:
    """By the moment of publication: dates as text put time zones and mere days in a wrong order."""
    return published(summary.published), summary.outlet or "", summary.id


def _of(claims: list[tuple[str, ClaimHit]], report: str) -> tuple[ClaimHit, ...]:
    return tuple(hit for owner, hit in claims if owner == report)[:_CLAIMS_A_HIT]


def _rows(connection: sa.Connection, table: sa.Table, report_id: str) -> list[sa.RowMapping]:
    order = [table.c[name] for name in ("claim", "position") if name in table.c]
    found = sa.select(table).where(table.c.report == report_id).order_by(*order)
    return list(connection.execute(found).mappings())


_HELD = (tables.parts, tables.attributions, tables.events, tables.claims, tables.links)
_REPORT = (
    sa.select(tables.reports, tables.renditions.c.text, tables.readings.c.arrays)
    .join(tables.renditions, tables.renditions.c.report == tables.reports.c.id)
    .join(tables.readings, tables.readings.c.report == tables.reports.c.id)
)
_SUMMARY = sa.select(
    *(tables.reports.c[name] for name in ("id", "name", "outlet", "title", "published")),
    sa.select(sa.func.count())
    .select_from(tables.claims)
    .where(tables.claims.c.report == tables.reports.c.id)
    .scalar_subquery()
    .label("claims"),
    tables.reports.c.added,
)
