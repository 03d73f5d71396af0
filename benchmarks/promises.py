"""What every reading must keep to, whatever its text (DESIGN.md section 7; the invariants of the records).

Invariant: a reading that keeps every promise gives no line; each line names what is broken and where.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import get_args

from standoff.extraction.values.valuing import ENTITIES
from standoff.records import (
    ACTS,
    CERTAINTIES,
    COUNT_SLOTS,
    IDENTIFICATIONS,
    KINDS,
    POLARITIES,
    REALES,
    SLOTS,
    Attribution,
    Claim,
    Entity,
    Place,
    Quantity,
    Reading,
    Source,
    Span,
    Text,
    Time,
)
from standoff.records.claims import Level, Standing
from standoff.records.dossier import Dossier
from standoff.records.findings import ClaimRef


def breaches(reading: Reading) -> Iterator[str]:
    """A line for each promise that a reading breaks."""
    yield from _spans(reading)
    yield from _links(reading.attributions)
    yield from _events(reading)
    for claim in reading.claims:
        yield from (f"{claim.id}: {line}" for line in (*_said(claim), *_value(claim)))


def breaches_of_many(dossier: Dossier) -> Iterator[str]:
    """A line for each value, part and mention of an incident that has no words in one of its reports."""
    claims = {
        ClaimRef(reading.report.id, claim.id): claim
        for reading in dossier.readings
        for claim in reading.claims
    }
    told = [
        (f"{found.slot}: {value.value}", value.claims)
        for found in (*dossier.findings, *dossier.besides)
        for value in found.values
    ]
    told += [(f"part {part.type}", part.claims) for part in dossier.parts]
    for name, refs in told:
        if not refs:
            yield f"{name} has no claim"
        yield from (
            f"{name} rests on {tuple(ref)}, which has no words"
            for ref in refs
            if not _has_words(claims.get(ref))
        )
    events = {
        (reading.report.id, event.id): event for reading in dossier.readings for event in reading.events
    }
    for mention in dossier.mentions:
        if (event := events.get((mention.report, mention.event))) is None or not event.trigger:
            yield f"mention of {mention.code} has no words"


def _has_words(claim: Claim | None) -> bool:
    return claim is not None and bool(claim.evidence)


def _spans(reading: Reading) -> Iterator[str]:
    """Every span lies in the text, begins and ends with words, and a hedge's words are those of its span."""
    offsets = reading.words.offsets.tolist()
    starts, ends = {start for start, _ in offsets}, {end for _, end in offsets}
    for name, spans in _named_spans(reading):
        for span in spans:
            if not 0 <= span.start < span.end <= len(reading.report.text):
                yield f"{name}: {tuple(span)} lies outside the text"
            elif span.start not in starts or span.end not in ends:
                yield f"{name}: {tuple(span)} does not begin and end with words"
    for claim in reading.claims:
        for hedge in claim.hedges:
            if hedge.text != hedge.span.quote(reading.report.text):
                yield f"{claim.id}: the hedge {hedge.text!r} is not what stands at its span"


def _named_spans(reading: Reading) -> Iterator[tuple[str, tuple[Span, ...]]]:
    for link in reading.attributions:
        yield f"{link.id}: source", link.source.spans
        yield f"{link.id}: cue", link.cue
        yield f"{link.id}: content", link.content
    for event in reading.events:
        yield f"{event.id}: trigger", event.trigger
    for claim in reading.claims:
        yield f"{claim.id}: evidence", claim.evidence
        yield f"{claim.id}: hedge", tuple(hedge.span for hedge in claim.hedges)
        yield f"{claim.id}: chain", tuple(span for source in claim.chain for span in source.spans)


def _links(found: Sequence[Attribution]) -> Iterator[str]:
    """Attributions are numbered, each after the one that it is within."""
    known: set[str | None] = {None}
    for number, link in enumerate(found, 1):
        if link.id != f"a{number}":
            yield f"{link.id}: is attribution number {number}"
        if link.within not in known:
            yield f"{link.id}: stands within {link.within}, which does not come before it"
        if not link.content or link.act not in ACTS:
            yield f"{link.id}: tells nothing, or by no act of telling"
        yield from (f"{link.id}: {line}" for line in _source(link.source))
        known.add(link.id)


def _source(source: Source) -> Iterator[str]:
    if not source.name.strip() or source.identification not in IDENTIFICATIONS or source.kind not in KINDS:
        yield f"a source without name, identification or kind: {source.link()}"


def _events(reading: Reading) -> Iterator[str]:
    """Events and claims are numbered; each claim is of an event and an attribution that are there; e1 is the main."""
    types = {event.id: event.type for event in reading.events}
    if list(types) != [f"e{number}" for number in range(1, len(types) + 1)]:
        yield f"events are numbered {list(types)}"
    for event in reading.events:
        if (event.standing == "main") != (event.id == "e1") or event.standing not in get_args(Standing):
            yield f"{event.id}: is called {event.standing}"
        if not event.trigger or event.id not in {claim.event for claim in reading.claims}:
            yield f"{event.id}: has no trigger or no claim"
    links = {None, *(link.id for link in reading.attributions)}
    for number, claim in enumerate(reading.claims, 1):
        if claim.id != f"c{number}" or types.get(claim.event) != claim.type or claim.attribution not in links:
            yield f"{claim.id}: is claim number {number} of {claim.event}, {claim.type}, by {claim.attribution}"


def _said(claim: Claim) -> Iterator[str]:
    """There are words for it, its chain repeats nobody, and what is not certain has a hedge that says so."""
    if not claim.evidence:
        yield "has no evidence"
    if bool(claim.chain) and claim.attribution is None:
        yield "has a chain without an attribution"
    names = [source.name.casefold() for source in claim.chain]
    if any(one == other for one, other in pairwise(names)):
        yield f"a source tells it to itself: {names}"
    labels = (claim.slot in SLOTS, claim.polarity in POLARITIES, claim.certainty in CERTAINTIES)
    if not all(labels) or claim.realis not in REALES or not 0 <= claim.score <= 1:
        yield f"says {claim.slot} {claim.polarity} {claim.certainty} {claim.realis} with score {claim.score}"
    if claim.certainty != "certain" and not claim.hedges:
        yield f"is {claim.certainty} without a hedge"
    if any(hedge.level not in get_args(Level) for hedge in claim.hedges):
        yield "has a hedge of no known level"
    for source in claim.chain:
        yield from _source(source)


def _value(claim: Claim) -> Iterator[str]:
    """The value is of the kind that its slot asks for, and sound."""
    kind = {"place": Place, "time": Time}.get(claim.slot, Text)
    kind = Quantity if claim.slot in COUNT_SLOTS else Entity if claim.slot in ENTITIES else kind
    value = claim.value
    if not isinstance(value, kind):
        yield f"{claim.slot} is given as {type(value).__name__}"
    elif isinstance(value, Quantity):
        low, high = value.low, value.high
        if (low is None and high is None) or (
            low is not None and not 0 <= low <= (low if high is None else high)
        ):
            yield f"no interval: {low} to {high}"
    elif isinstance(value, Time):
        if value.start[: len(value.end)] > value.end[: len(value.start)]:
            yield f"ends before it begins: {value}"
    elif isinstance(value, Place):
        yield from _place(value)
    if not str(value).strip():
        yield "has an empty value"


def _place(place: Place) -> Iterator[str]:
    at = place.latitude, place.longitude, place.radius_km
    if any(part is None for part in at) and any(part is not None for part in at):
        yield f"is half a spot: {at}"
    if place.latitude is not None and not (
        -90 <= place.latitude <= 90 and -180 <= (place.longitude or 0) <= 180
    ):
        yield f"lies off the globe: {at}"
