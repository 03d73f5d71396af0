"""Why a claim is of its event, and why the event has its type: the scores that decided, from what computed them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from standoff.extraction.events.grouping import PairParts, pair_parts
from standoff.extraction.extract import pair_facts
from standoff.extraction.grammar.page import Stretch
from standoff.extraction.ontology import Ontology
from standoff.extraction.trace import Trace
from standoff.records import Claim, Event
from standoff.records.explanation import EventReason, Kinship, NamedBy, Quoted, Scored

_BEST = 3  # types that are shown


def event_reason(trace: Trace, claim: Claim, event: Event, ontology: Ontology) -> EventReason:
    """Why a claim is of its event, and why the event has its type."""
    point = trace.steps[claim.id][0].point
    group = next(group for group in trace.groups if point in group)
    kin = sorted(_kin(trace, point, group), key=lambda each: -each.mean)
    return EventReason(
        event,
        next((each for each in kin if each.event == event.id), None),
        next((each for each in kin if each.event != event.id), None),
        _types(trace, group),
        tuple(_named_by(trace, group, event, ontology)),
    )


def _kin(trace: Trace, point: int, own: Sequence[int]) -> Iterator[Kinship]:
    """How well a point goes with the points of each event (of its own: the others). Only its own pairs are scored:
    tables of all pairs of a long report would fill the memory."""
    facts = pair_facts(trace.types, trace.points)
    parts = pair_parts(facts, slice(point, point + 1))
    scores = np.asarray(sum(parts))[0]
    events = _events(trace)
    for group in trace.groups:
        others = [other for other in group if other != point]
        if others and (group == own or group[0] in events):
            best = max(others, key=lambda other: (scores[other], -other))
            closest = _pair(trace, parts, best, float(scores[best]))
            yield Kinship(events[group[0]], len(others), float(scores[others].mean()), closest)


def _events(trace: Trace) -> dict[int, str]:
    """The event of each group, by its first point; a group without a claim has none."""
    of_point = {step.point: claim for claim, steps in trace.steps.items() for step in steps}
    event_of = {claim.id: claim.event for claim in trace.reading.claims}
    found = {}
    for group in trace.groups:
        names = [event_of[of_point[point]] for point in group if point in of_point]
        if names:
            found[group[0]] = names[0]
    return found


def _pair(trace: Trace, parts: PairParts, other: int, score: float) -> Scored:
    page, at = trace.chains.page, trace.points[other].at
    shares = {name: float(part[0, other]) for name, part in parts._asdict().items()}
    return Scored(f"{page.quote(at)} ({trace.points[other].slot})", score, shares)


def _types(trace: Trace, group: Sequence[int]) -> tuple[Scored, ...]:
    """The types that score best."""
    parts = trace.types.parts([trace.points[i] for i in group])
    scores = np.sum(parts, 0)
    shares = {name: part.tolist() for name, part in parts._asdict().items()}
    return tuple(
        Scored(trace.types.ontology.names[kind], float(scores[kind]),
               {name: part[kind] for name, part in shares.items()})
        for kind in np.argsort(-scores, kind="stable").tolist()[:_BEST]
    )  # fmt: skip


def _named_by(trace: Trace, group: Sequence[int], event: Event, ontology: Ontology) -> Iterator[NamedBy]:
    """The words of the event's sentences that name its type."""
    page, kind = trace.chains.page, ontology.names.index(event.type)
    for number in dict.fromkeys(page.sentence[trace.points[i].at.first] for i in group):
        for word in range(*page.bounds[number]):
            following = page.forms[word + 1] if word + 1 < len(page.forms) else ""
            trigger = ontology.stem_of(kind, page.forms[word], following)
            if trigger is not None:
                span = page.span(Stretch(word, word + 1 + (" " in trigger)))
                yield NamedBy(Quoted(span.quote(page.text), span.start, span.end), trigger)
