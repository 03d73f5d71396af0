"""Which events of its reports are the incident, and which are only spoken of: a series over years, another attack.

Invariant: a report's main event counts, but where its times lie apart from those of all other reports while another of
its events fits them: a look back at the last disaster. A report that tells no time rules nothing out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from standoff.linking.moments import ordinal
from standoff.records import Place, Reading, Time
from standoff.settings import settings
from standoff.weighing.compare import relation

Days = tuple[int, int]
Key = tuple[str, str]
_NEVER = 10**7  # a day that never comes


def outside(readings: Sequence[Reading]) -> frozenset[Key]:
    """Report and event of what is not the incident: told as background, lasting too long, or apart in time.

    Too long is more than ``widest_days`` (``linking.toml``), as one happening seldom is; apart is ``apart_days`` from
    the main events of all the reports and from the days on which they were published. What was over the day before the
    first of the main events is apart where it was in another place.
    """
    around = {reading.report.id: _around(reading) for reading in readings}
    back = {reading.report.id for reading in readings if _looks_back(reading, around)}
    near = [days for name in around.keys() - back for days in around[name]]
    mains = [(r, r.events[0].id) for r in readings if r.events and r.report.id not in back]
    began = min((first for told in mains for first, _ in _narrow(_days(*told))), default=None)
    there = [place for told in mains for place in _places(*told)]
    return frozenset(
        (reading.report.id, event.id)
        for reading in readings
        for place, event in enumerate(reading.events)
        if event.standing == "background"
        or ((place or reading.report.id in back) and _elsewhen(_days(reading, event.id), near))
        or (
            place and _over(_days(reading, event.id), began) and _elsewhere(_places(reading, event.id), there)
        )
    )


def _looks_back(reading: Reading, around: Mapping[str, Sequence[Days]]) -> bool:
    """Whether what a report is mainly about was over before all that the others tell of, and another of its events was
    not. ``around`` are the days of each report."""
    day, main = _published(reading), _days(reading, reading.events[0].id) if reading.events else []
    if day is None or not main or max(last for _, last in main) >= day - _apart():
        return False
    others = [days for name, each in around.items() if name != reading.report.id for days in each]
    over = bool(others) and max(last for _, last in main) < min(first for first, _ in others) - _apart()
    rest = [_days(reading, event.id) for event in reading.events[1:] if event.standing != "background"]
    return over and any(spans and not _elsewhen(spans, others) for spans in rest)


def late_times(readings: Sequence[Reading]) -> frozenset[Key]:
    """Report and claim of times at which there was news of the incident, but at which it cannot have happened: other
    reports that tell mainly of the same kind of event were published days before."""
    main = [(reading, reading.events[0].type) for reading in readings if reading.events]
    first: dict[str, int] = {}
    for reading, kind in main:
        if (day := _published(reading)) is not None:
            first[kind] = min(day, first.get(kind, day))
    early = settings("linking", "linking")["times"]["early_days"]
    return frozenset(
        (reading.report.id, claim.id)
        for reading, kind in main
        for claim in reading.claims
        if claim.event == reading.events[0].id
        and isinstance(claim.value, Time)
        and (ordinal(claim.value.start) or 0) >= first.get(kind, _NEVER) + early
    )


def _published(reading: Reading) -> int | None:
    published = reading.report.published
    return ordinal(published.value) if published else None


def _around(reading: Reading) -> list[Days]:
    """The days on which a report was published and on which its main event was."""
    day = _published(reading)
    main = _days(reading, reading.events[0].id) if reading.events else []
    return [*_narrow(main), *([(day, day)] if day is not None else [])]


def _days(reading: Reading, event: str) -> list[Days]:
    times = [
        claim.value for claim in reading.claims if claim.event == event and isinstance(claim.value, Time)
    ]
    spans = [(ordinal(time.start), ordinal(time.end)) for time in times]
    return [(first, last) for first, last in spans if first is not None and last is not None]


def _narrow(spans: Iterable[Days]) -> list[Days]:
    widest = settings("linking", "linking")["times"]["widest_days"]
    return [(first, last) for first, last in spans if last - first <= widest]


def _elsewhen(spans: Sequence[Days], around: Sequence[Days]) -> bool:
    if not spans or not around:
        return False
    near = (
        max(first - end, start - last) <= _apart() for first, last in _narrow(spans) for start, end in around
    )
    return not any(near)


def _over(spans: Sequence[Days], began: int | None) -> bool:
    """Whether all that is told of an event was over the day before another one began."""
    return began is not None and bool(spans) and max(last for _, last in spans) < began - 1


def _elsewhere(places: Sequence[Place], there: Sequence[Place]) -> bool:
    """Whether no place of an event may be one of some others; where either has none, nothing tells."""
    pairs = [relation(one, other) for one in places for other in there]
    return bool(pairs) and set(pairs) == {"contradictory"}


def _places(reading: Reading, event: str) -> list[Place]:
    return [
        claim.value for claim in reading.claims if claim.event == event and isinstance(claim.value, Place)
    ]


def _apart() -> int:
    """How many days lie between what is no one happening."""
    days: int = settings("linking", "linking")["times"]["apart_days"]
    return days
