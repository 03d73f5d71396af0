"""Records as rows and rows as records. Invariant: what comes back equals what went in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import sqlalchemy as sa

from standoff.records import Attribution, Claim, Event, Place, Quantity, Reading, Report, Source, Time
from standoff.store import tables
from standoff.store.arrays import pack

Row = dict[str, Any]

# The widest whole number that the databases hold; the exact one stays in the record.
_WIDEST = 2**63 - 1


def rows_of(reading: Reading, added: str, made_by: str) -> list[tuple[sa.Table, list[Row]]]:
    """The rows of a reading, in an order that keeps every foreign key."""
    report = reading.report
    key = {"report": report.id}
    written = [
        (tables.reports, [_report_row(report, added)]),
        (tables.renditions, [key | _rendition_row(report)]),
        (tables.parts, [key | row for row in _part_rows(report)]),
        (tables.readings, [key | {"made_by": made_by, "arrays": pack(reading)}]),
        (tables.attributions, [key | _attribution_row(*item) for item in enumerate(reading.attributions)]),
        (tables.events, [key | _event_row(*item) for item in enumerate(reading.events)]),
        (tables.claims, [key | _claim_row(*item, report.text) for item in enumerate(reading.claims)]),
        (tables.links, [key | row for claim in reading.claims for row in _link_rows(claim)]),
    ]
    return [(table, rows) for table, rows in written if rows]


def _report_row(report: Report, added: str) -> Row:
    record = {name: value for name, value in report.to_json().items() if name not in ("text", "parts")}
    same = ("id", "name", "outlet", "url", "title", "byline", "media_type", "language", "raw_sha256")
    return {name: record[name] for name in same} | {
        "place": report.dateline.place if report.dateline else None,
        "agency": report.dateline.agency if report.dateline else None,
        "published": report.published.value if report.published else None,
        "added": added,
        "record": record,
    }


def _rendition_row(report: Report) -> Row:
    made = report.rendition
    return {"sha256": made.sha256, "extractor": made.extractor, "version": made.version, "text": made.text}


def _part_rows(report: Report) -> list[Row]:
    return [
        {"position": place, "kind": part.kind, "start": part.span.start, "end": part.span.end}
        for place, part in enumerate(report.parts)
    ]


def _attribution_row(position: int, item: Attribution) -> Row:
    return {
        "id": item.id,
        "position": position,
        "within": item.within,
        "source": item.source.name,
        "identification": item.source.identification,
        "kind": item.source.kind,
        "act": item.act,
        "record": item.to_json(),
    }


def _event_row(position: int, event: Event) -> Row:
    return {
        "id": event.id,
        "position": position,
        "type": event.type,
        "standing": event.standing,
        "record": event.to_json(),
    }


def _claim_row(position: int, claim: Claim, text: str) -> Row:
    same = ("id", "event", "type", "slot", "attribution", "polarity", "certainty", "realis", "score")
    record = claim.to_json()
    row = {name: getattr(claim, name) for name in same} | {
        "position": position,
        "kind": record["value"]["kind"],
        "value": str(claim.value),
        "sources": " > ".join(source.name for source in claim.chain),
        "quote": " … ".join(span.quote(text) for span in claim.evidence),
        "record": record,
    }
    return _NOTHING | row | _value_columns(claim)


_NOTHING: Row = dict.fromkeys(
    (
        "low",
        "high",
        "approx",
        "party",
        "place",
        "country",
        "latitude",
        "longitude",
        "radius_km",
        "start",
        "end",
    )
)


def _value_columns(claim: Claim) -> Row:
    value = claim.value
    if isinstance(value, Quantity):
        bounds = {"low": _narrow(value.low), "high": _narrow(value.high)}
        return bounds | {"approx": value.approx, "party": value.party}
    if isinstance(value, Place):
        found = ("country", "latitude", "longitude", "radius_km")
        return {"place": value.name} | {name: getattr(value, name) for name in found}
    if isinstance(value, Time):
        return {"start": value.start, "end": value.end}
    return {}


def _narrow(number: int | None) -> int | None:
    return None if number is None else min(number, _WIDEST)


def _link_rows(claim: Claim) -> list[Row]:
    return [
        {
            "claim": claim.id,
            "position": place,
            "name": source.name,
            "identification": source.identification,
            "kind": source.kind,
            "record": source.to_json(),
        }
        for place, source in enumerate(claim.chain)
    ]


def report_of(row: sa.RowMapping, part_rows: list[sa.RowMapping]) -> Report:
    """The report of a row of ``reports`` joined to its rendition's text, and its rows of ``parts``."""
    parts = [{"kind": part["kind"], "span": [part["start"], part["end"]]} for part in part_rows]
    return Report.from_json({**row["record"], "text": row["text"], "parts": parts})


def claim_of(row: sa.RowMapping, links: list[sa.RowMapping]) -> Claim:
    """The claim of a row of ``claims`` and its rows of ``links``, which hold the sources whole."""
    chain = tuple(Source.from_json(link["record"]) for link in links)
    return replace(Claim.from_json(row["record"]), chain=chain, score=row["score"])
