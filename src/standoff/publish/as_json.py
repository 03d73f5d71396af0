"""A brief as JSON: the same structure as the other forms, with raw values, raw quotes and their offsets.

Invariant: for every span, ``text[start:end] == quote``, with ``text`` as `Reading.to_json` gives it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from standoff.publish.brief import Brief, EventPoints, Row, Saying, Voice
from standoff.publish.quoting import Quote
from standoff.publish.safety import to_json
from standoff.publish.summary import Happening, Said
from standoff.publish.wording import place_note

Json = dict[str, Any]


def json_briefs(briefs: Iterable[Brief]) -> Iterator[str]:
    """One object, ``{"reports": [...]}``, one report a line."""
    yield '{"reports": ['
    for place, brief in enumerate(briefs):
        yield (",\n" if place else "\n") + to_json(brief_json(brief))
    yield "\n]}\n"


def brief_json(brief: Brief) -> Json:
    """One brief: ``report`` (without its text), ``summary``, ``events``, ``said``, ``sources``."""
    report = brief.report.to_json()
    events = {standing: brief.standing(standing) for standing in ("main", "related", "background")}
    return {
        "report": {key: report[key] for key in report if key not in ("text", "parts", "items")},
        "title": brief.title,
        "facts": list(brief.facts),
        "summary": [_happening(item) for item in brief.summary],
        "events": {standing: [_event(brief, item) for item in items] for standing, items in events.items()},
        "said": [_saying(brief, item) for item in brief.sayings],
        "sources": [_voice(item) for item in brief.voices],
    }


def _happening(item: Happening) -> Json:
    return {
        "event": item.event.id,
        "what": item.what,
        "target": _said(item.target),
        "actor": _said(item.actor),
        "where": _said(item.where),
        "when": _said(item.when),
        "tolls": [
            {
                "slot": toll.slot,
                "sources_differ": toll.differ,
                "values": [_said(said) for said in toll.values],
            }
            for toll in item.tolls
        ],
        "lines": list(item.lines),
    }


def _said(item: Said | None) -> Json | None:
    return {"words": item.words, "who": list(item.who), "denied": item.denied} if item else None


def _event(brief: Brief, item: EventPoints) -> Json:
    return {
        **item.event.to_json(),
        "heading": item.heading,
        "points": [
            {"question": group.key, **_row(brief, row)} for group in item.groups for row in group.rows
        ],
    }


def _row(brief: Brief, row: Row) -> Json:
    claim = row.claim
    return {
        "claim": claim.id,
        "slot": claim.slot,
        "label": row.label,
        "value": claim.value.to_json(),
        "words": row.value,
        "place": place_note(claim.value) or None,
        "who": row.who,
        "chain": [source.link() for source in claim.chain],
        "polarity": claim.polarity,
        "certainty": claim.certainty,
        "realis": claim.realis,
        "hedges": [hedge.to_json() for hedge in claim.hedges],
        "firmness": list(row.firmness),
        "score": round(claim.score, 4),
        **_quote(brief, row.quote),
    }


def _quote(brief: Brief, quote: Quote) -> Json:
    spans = [
        {"start": span.start, "end": span.end, "quote": span.quote(brief.report.text)} for span in quote.spans
    ]
    return {"evidence": spans, "context": "".join(piece.text for piece in quote.pieces)}


def _saying(brief: Brief, saying: Saying) -> Json:
    link = saying.attribution
    return {
        "attribution": link.id,
        "act": link.act,
        "negated": link.negated,
        "how": saying.act,
        "who": saying.who,
        **_quote(brief, saying.quote),
    }


def _voice(voice: Voice) -> Json:
    link = voice.source.link() if voice.source else {"name": voice.name, "identification": None, "kind": None}
    return {
        **link,
        "own_voice": voice.source is None,
        "described": list(voice.described),
        "claims": voice.claims,
    }
