"""A reading to its claims: each slot span becomes a value, gets its chain and manner, and joins an event.

Invariant: every claim's evidence is words of the report; one value said by one chain of one event is one claim.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.chains.denials import with_denied
from standoff.extraction.chains.own_word import by_own_word
from standoff.extraction.chains.said_how import beyond_denial, said_how
from standoff.extraction.drafts import settled
from standoff.extraction.events.apart import with_own_events
from standoff.extraction.events.assassinated import assassinated
from standoff.extraction.events.backstories import aside
from standoff.extraction.events.constraints import constrained
from standoff.extraction.events.dependents import hung
from standoff.extraction.events.event_types import TypeIndex
from standoff.extraction.events.grouping import TOGETHER, Days, PairFacts, Spot, clusters, pair_scores
from standoff.extraction.events.labels import labelled
from standoff.extraction.events.openings import openings, openings_of_days, openings_of_old_days
from standoff.extraction.events.single import with_one
from standoff.extraction.events.standing import events_of
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.lexicon import section, word_set
from standoff.extraction.manner.manner import Manner, manner_at
from standoff.extraction.ontology import Ontology
from standoff.extraction.ontology_file import bundled
from standoff.extraction.places.nesting import nested
from standoff.extraction.points import points_of
from standoff.extraction.repeats import merged
from standoff.extraction.slots.surety import sure
from standoff.extraction.slots.uncounted import without_tolled, without_uncounted
from standoff.extraction.times.dating import dated, lies_ahead, without_days_of_death, written_by
from standoff.extraction.times.passing import without_passing
from standoff.extraction.times.supposed import supposed, told_alone
from standoff.extraction.times.told_years import year_told
from standoff.extraction.trace import Point, Step, Trace
from standoff.extraction.values.revisions import withdrawn
from standoff.extraction.values.same_people import with_shared_parties
from standoff.extraction.values.told_twice import told_once
from standoff.extraction.values.valuing import Valuer
from standoff.records import REALES, TOLL_SLOTS, Claim, Event, Hedge, Place, Reading, Time
from standoff.records.explanation import Reason

_IN_TOWN = (Reason("a street or building, put into the town that its event or the dateline names"),)


def extract(reading: Reading, ontology: Ontology | None = None) -> Reading:
    """The reading with its attributions, events and claims, by the shipped ontology or another. Pure."""
    ontology = ontology or bundled()
    if reading.drafts is not None:
        return settled(reading, ontology)
    return traced(reading, ontology).reading


def traced(reading: Reading, ontology: Ontology) -> Trace:
    """As `extract`, with all that the claims were made from; of a reading without drafts."""
    given, reading = reading.report, supposed(reading)
    chains = ChainIndex.of(reading)
    valuer = Valuer.of(reading, chains)
    told = told_once(chains.page, without_passing(chains.page, list(points_of(valuer))))
    told = with_shared_parties(chains.page, told)
    points = without_days_of_death(chains.page, with_denied(chains.page, told))
    types = TypeIndex.of(chains.page, ontology)
    groups = with_own_events(chains.page, points, with_one(types, points, _groups(types, points)))
    points = dated(_in_towns(points, groups, valuer.home), groups, valuer)
    kinds = [types.type([points[i] for i in group]) for group in groups]
    for place, target in list(assassinated(valuer, points, groups, kinds)):
        groups[place].append(len(points))
        points.append(target)
    owner = {i: number for number, group in enumerate(groups) for i in group}
    steps: list[Step] = []
    written = written_by(reading.report, valuer.updates)
    drafts = (
        claim
        for i in sorted(range(len(points)), key=lambda number: points[number].at.first)
        for claim in _claims(chains, points, i, f"e{owner[i] + 1}", kinds[owner[i]], steps, written)
    )
    counted = without_tolled(sure(merged(drafts, reading.report.text)))
    made = without_uncounted(chains.page, counted)
    events, claims = events_of(chains.page, made, ontology, types.named)
    if given is not reading.report:
        events, claims, made = _told_alone(chains.page, events, claims, made)
    done = replace(reading, report=given, attributions=chains.attributions, events=events, claims=claims)
    return Trace(
        done, chains, types, tuple(points), tuple(map(tuple, groups)), _by_claim(claims, made, steps)
    )


def _told_alone(
    page: Page, events: Sequence[Event], claims: Sequence[Claim], made: Sequence[Claim]
) -> tuple[tuple[Event, ...], tuple[Claim, ...], list[Claim]]:
    """The events and claims of a report that is read by a supposed day, without what rests on that day alone, numbered
    anew, the first of them the main one; and what the claims were made from."""
    kept = [
        (told, draft) for told, draft in zip(told_alone(page, claims), made, strict=True) if told is not None
    ]
    left = [event for event in events if any(told.event == event.id for told, _ in kept)]
    numbered = {event.id: f"e{i}" for i, event in enumerate(left, 1)}
    left = [replace(event, standing="main") if number == 0 else event for number, event in enumerate(left)]
    return (
        tuple([replace(event, id=numbered[event.id]) for event in left]),
        tuple([told.renamed(f"c{i}", numbered[told.event]) for i, (told, _) in enumerate(kept, 1)]),
        [draft for _, draft in kept],
    )


def _by_claim(
    claims: Sequence[Claim], made: Sequence[Claim], steps: Sequence[Step]
) -> dict[str, tuple[Step, ...]]:
    """The steps of each claim, which its name while it was made gives by number."""
    return {
        claim.id: tuple(steps[int(number)] for number in draft.id.split())
        for claim, draft in zip(claims, made, strict=True)
    }


def _in_towns(points: Sequence[Point], groups: Sequence[Sequence[int]], home: Place) -> list[Point]:
    """The points, streets and buildings put into their towns."""
    places = {i: point.value for i, point in enumerate(points) if isinstance(point.value, Place)}
    found = nested(places, groups, home)
    return [
        replace(point, value=found[i], why=(*point.why, *_IN_TOWN))
        if found.get(i, point.value) != point.value
        else point
        for i, point in enumerate(points)
    ]


def _groups(types: TypeIndex, points: Sequence[Point]) -> list[list[int]]:
    found: list[list[int]] = []
    for begin in range(0, len(points), TOGETHER):
        some = points[begin : begin + TOGETHER]
        facts = pair_facts(types, some)
        scores = constrained(types.page, some, pair_scores(facts))
        groups = hung(some, scores, facts.types, clusters(scores))
        found += [[begin + number for number in group] for group in groups]
    return found


def pair_facts(types: TypeIndex, points: Sequence[Point]) -> PairFacts:
    """What tells whether two points are of one event."""
    page = types.page
    rows = np.array([point.row for point in points], np.int64)
    lines = labelled(page)
    sentences = [page.sentence[point.at.first] for point in points]
    sentences = [lines.get(number, number) for number in sentences]
    days = _days(page, sentences, points)
    published = page.reading.report.published
    return PairFacts(
        page.reading.slot_event[rows],
        page.reading.slot_types[rows],
        np.array(sentences, np.int32),
        days,
        int(published.value[:4]) if published else 0,
        openings(page, types.begins) + openings_of_days(page, days) + openings_of_old_days(page, days),
        _spots(page, sentences, points),
    )


def _spots(page: Page, sentences: Sequence[int], points: Sequence[Point]) -> dict[int, list[Spot]]:
    """Where the places of each sentence are that a happening can be at: no lands nor what is as large."""
    spots: dict[int, list[Spot]] = defaultdict(list)
    beside, largest = aside(page), section("events", "grouping")["largest_km"]
    for number, point in zip(sentences, points, strict=True):
        place = point.value
        if not isinstance(place, Place) or place.latitude is None or place.longitude is None:
            continue
        radius = place.radius_km or 0.0
        if radius <= largest and point.at.first not in beside:
            spots[number].append(Spot(place.latitude, place.longitude, radius, place.country))
    return spots


def _days(page: Page, sentences: Sequence[int], points: Sequence[Point]) -> dict[int, Days]:
    """The first time that each sentence of points gives, else the year that all of it is told of."""
    days: dict[int, Days] = {}
    told: dict[int, list[Stretch]] = defaultdict(list)
    beside = aside(page)
    for number, point in zip(sentences, points, strict=True):
        told[number].append(point.at)
        if isinstance(point.value, Time) and point.at.first not in beside:
            days.setdefault(number, (point.value.start[:10], point.value.end[:10]))
    for number in told.keys() - days.keys():
        if before := year_told(page, told[number]):
            days[number] = f"{before}-01-01", f"{before}-12-31"
    return days


def _claims(
    chains: ChainIndex,
    points: Sequence[Point],
    number: int,
    event: str,
    kind: str,
    steps: list[Step],
    written: str | None,
) -> Iterator[Claim]:
    """The claims of one point, one a chain; the step of each is put beside the others, and its number is its name.
    ``written`` is the last day of which the report can tell."""
    page, point = chains.page, points[number]
    span = page.span(point.at)
    found = chains.chains_of(point.at)
    learned = page.slot_manner[point.row] if _as_read(page, point) else None
    how = manner_at(page, point.at, point.slot, attributed=bool(found[0][1]), learned=learned)
    if how.realis in ("actual", "ongoing") and lies_ahead(point.value, written):
        how = replace(how, realis="intended")
    if point.slot in TOLL_SLOTS:
        how = withdrawn(page, chains.lowered, point.at, how)
    how = beyond_denial(chains, point.at, how)
    first = page.bounds[page.sentence[point.at.first]].first
    told = [
        (Claim(str(len(steps) + k), event, kind, point.slot, point.value, (span,), attribution, chain,
               own.polarity, own.certainty, own.realis,
               (*_doubts(chains, attribution), *_hedges(chains, own, first)), point.score), Step(number, own))
        for k, (attribution, chain, own) in enumerate(said_how(chains, point.at, found, how))
    ]  # fmt: skip
    answers = [(claim, Step(number)) for claim in by_own_word(chains, points, number, told[0][0])]
    denied = point.slot != "charge" and any(claim.polarity == "denied" for claim, _ in answers)
    for claim, step in () if denied else told:
        yield claim
        steps.append(step)
    for claim, step in answers:
        yield replace(claim, id=str(len(steps)))
        steps.append(step)


def _as_read(page: Page, point: Point) -> bool:
    """Whether a point is said as the model has its row: read by it, or part of it ("want the [release of two]")."""
    return point.by_model or Stretch(*page.reading.slots.bounds[point.row].tolist()).covers(point.at)


def _doubts(chains: ChainIndex, attribution: str | None) -> Iterator[Hedge]:
    """What the words for a claim's source say against it: "unconfirmed reports"."""
    if attribution is None:
        return
    page, doubting = chains.page, word_set("manner", "sources", "words")
    for part in chains.link_of(attribution).source:
        for word in range(*part):
            if page.forms[word] in doubting:
                yield Hedge(page.words[word], page.span(Stretch(word, word + 1)), "source")


def _hedges(chains: ChainIndex, how: Manner, base: int) -> tuple[Hedge, ...]:
    """The hedges of a claim, each once: those of another realis than it came to ("will", of what has happened) say
    nothing of it."""
    if not how.hedges:
        return ()
    page = chains.page
    others = {*REALES} - {how.realis}
    spans = [
        (page.span(Stretch(hedge.first + base, hedge.last + base)), hedge.level)
        for hedge in how.hedges
        if hedge.label not in others
    ]
    return tuple(Hedge(page.text[span.start : span.end], span, level) for span, level in dict.fromkeys(spans))
