"""The tables. Plain columns are for asking questions; JSON columns hold the exact record.

Rows are only ever added. Offsets are code points into ``renditions.text``.
"""

from __future__ import annotations

import re
from typing import Any

import sqlalchemy as sa


class Words(sa.types.TypeDecorator[str]):
    """Text in which half surrogate pairs, which no database takes, become U+FFFD: offsets stay true."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's face
        """Called for every value on its way in."""
        return value if value is None else storable(value)


def storable(text: str) -> str:
    """The text with U+FFFD for every half surrogate pair; as long as it was."""
    return text if text.isascii() else _HALVES.sub("\ufffd", text)


def storable_in_json(value: Any) -> Any:
    """A value of JSON whose texts a database gives out again when single ones are asked for: with U+FFFD for half pairs
    and for NUL, at which a text would end."""
    if isinstance(value, str):
        return storable(value).replace("\0", "\ufffd")
    if isinstance(value, dict):
        return {name: storable_in_json(each) for name, each in value.items()}
    return [storable_in_json(each) for each in value] if isinstance(value, list | tuple) else value


_HALVES = re.compile("[\ud800-\udfff]")
metadata = sa.MetaData()


def _column(name: str, kind: Any = Words, *, nullable: bool = True) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=nullable)


def _report(*, primary_key: bool = False, unique: bool = False) -> sa.Column[Any]:
    owner = sa.ForeignKey("reports.id")
    return sa.Column("report", Words, owner, primary_key=primary_key, unique=unique or None, nullable=False)


schema_version = sa.Table(
    "schema_version",
    metadata,
    sa.Column("version", sa.Integer, primary_key=True),
    _column("applied", nullable=False),
)

reports = sa.Table(
    "reports",
    metadata,
    sa.Column("id", Words, primary_key=True),
    _column("name", nullable=False),
    _column("outlet"),
    _column("url"),
    _column("title"),
    _column("byline"),
    _column("place"),
    _column("agency"),
    _column("published"),
    _column("media_type", nullable=False),
    _column("language"),
    _column("raw_sha256", nullable=False),
    _column("added", nullable=False),
    _column("record", sa.JSON, nullable=False),
    sa.Index("reports_by_date", "published", "outlet", "id"),
)

renditions = sa.Table(
    "renditions",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    _report(unique=True),
    _column("sha256", nullable=False),
    _column("extractor", nullable=False),
    _column("version", nullable=False),
    _column("text", nullable=False),
)

parts = sa.Table(
    "parts",
    metadata,
    _report(primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    _column("kind", nullable=False),
    _column("start", sa.Integer, nullable=False),
    _column("end", sa.Integer, nullable=False),
)

readings = sa.Table(
    "readings",
    metadata,
    _report(primary_key=True),
    _column("made_by", nullable=False),
    _column("arrays", sa.LargeBinary, nullable=False),
)

attributions = sa.Table(
    "attributions",
    metadata,
    _report(primary_key=True),
    sa.Column("id", Words, primary_key=True),
    _column("position", sa.Integer, nullable=False),
    _column("within"),
    _column("source", nullable=False),
    _column("identification", nullable=False),
    _column("kind", nullable=False),
    _column("act", nullable=False),
    _column("record", sa.JSON, nullable=False),
    sa.ForeignKeyConstraint(
        ["report", "within"],
        ["attributions.report", "attributions.id"],
        deferrable=True,
        initially="DEFERRED",
    ),
)

events = sa.Table(
    "events",
    metadata,
    _report(primary_key=True),
    sa.Column("id", Words, primary_key=True),
    _column("position", sa.Integer, nullable=False),
    _column("type", nullable=False),
    _column("standing", nullable=False),
    _column("record", sa.JSON, nullable=False),
)

claims = sa.Table(
    "claims",
    metadata,
    sa.Column("row", sa.Integer, primary_key=True),
    _report(),
    _column("id", nullable=False),
    _column("position", sa.Integer, nullable=False),
    _column("event", nullable=False),
    _column("type", nullable=False),
    _column("slot", nullable=False),
    _column("kind", nullable=False),
    _column("value", nullable=False),
    _column("low", sa.BigInteger),
    _column("high", sa.BigInteger),
    _column("approx", sa.Boolean),
    _column("party"),
    _column("place"),
    _column("country"),
    _column("latitude", sa.Float),
    _column("longitude", sa.Float),
    _column("radius_km", sa.Float),
    _column("start"),
    _column("end"),
    _column("attribution"),
    _column("sources", nullable=False),
    _column("polarity", nullable=False),
    _column("certainty", nullable=False),
    _column("realis", nullable=False),
    _column("score", sa.Float, nullable=False),
    _column("quote", nullable=False),
    _column("record", sa.JSON, nullable=False),
    sa.UniqueConstraint("report", "id"),
    sa.ForeignKeyConstraint(["report", "event"], ["events.report", "events.id"]),
    sa.ForeignKeyConstraint(["report", "attribution"], ["attributions.report", "attributions.id"]),
    sa.Index("claims_by_slot", "slot", "kind", "low", "high"),
    sa.Index("claims_by_time", "start", "end"),
)

links = sa.Table(
    "links",
    metadata,
    _report(primary_key=True),
    sa.Column("claim", Words, primary_key=True),
    sa.Column("position", sa.Integer, primary_key=True),
    _column("name", nullable=False),
    _column("identification", nullable=False),
    _column("kind", nullable=False),
    _column("record", sa.JSON, nullable=False),
    sa.ForeignKeyConstraint(["report", "claim"], ["claims.report", "claims.id"]),
    sa.Index("links_by_name", "name"),
)
