"""Events within reports: the parts of an incident (the raid of the siege), and passages that tell of another one.

So reports and incidents are many-to-many: a report is in one incident by what it is mainly about, and is tied to others
by passages. Invariant: an event is tied only where both its time and its place are told and may be those of the other
report's; an unknown ties nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from standoff.linking.digest import days_of, spots_of
from standoff.linking.features import features
from standoff.linking.words import tokens, weighed
from standoff.records import Claim, Reading, Time
from standoff.records.findings import ClaimRef
from standoff.records.incidents import Copy, Digest, Part

_DAY = 10  # characters of an ISO date
EventKey = tuple[str, str]  # a report's id and an event's


def parts(
    readings: Sequence[Reading], main: str, outside: Collection[EventKey], copies: Collection[Copy] = ()
) -> tuple[Part, ...]:
    """What happened in an incident beside its main type, one part a type, those told by most reports first.

    Of several texts two must tell a part: what only one does is as often a slip of reading. Nothing is a part that is
    only denied.
    """
    copied = {copy.copy for copy in copies}
    texts = [reading.report.id for reading in readings if reading.report.id not in copied]
    told: dict[str, dict[str, None]] = defaultdict(dict)
    claims: dict[str, list[tuple[ClaimRef, Claim]]] = defaultdict(list)
    times: dict[str, Counter[str]] = defaultdict(Counter)
    for reading in readings:
        types = {
            event.id: event.type
            for event in reading.events
            if event.type not in (main, "other") and (reading.report.id, event.id) not in outside
        }
        for claim in reading.claims:
            if (
                claim.event in types
                and claim.realis in ("actual", "ongoing")
                and claim.polarity == "affirmed"
            ):
                told[types[claim.event]][reading.report.id] = None
                claims[types[claim.event]].append((ClaimRef(reading.report.id, claim.id), claim))
                if isinstance(claim.value, Time):
                    times[types[claim.event]][claim.value.start] += 1
    fewest = min(2, len(texts))
    found = [
        Part(name, since, tuple(sorted(reports)), tuple(_telling(claims[name], since)))
        for name, reports in told.items()
        for since in [_finest(times[name])]
        if len(reports.keys() & set(texts)) >= fewest
    ]
    return tuple(sorted(found, key=lambda part: (-len(part.reports), part.type)))


def _telling(claims: Sequence[tuple[ClaimRef, Claim]], since: str | None) -> Iterator[ClaimRef]:
    """Those of a part's claims that tell since when it was, or all where none does."""
    for ref, claim in claims:
        if since is None or (isinstance(claim.value, Time) and claim.value.start == since):
            yield ref


def passage(reading: Reading, event: str) -> Digest | None:
    """What a report says of one event, as a digest of its own; ``None`` where it tells no time or no place."""
    claims = [claim for claim in reading.claims if claim.event == event and claim.polarity == "affirmed"]
    spots, days = tuple(spots_of(claims)), tuple(days_of(claims))
    if not spots or not days:
        return None
    words = Counter(word for line in _lines(reading, claims) for word in tokens(line))
    kind = next(each.type for each in reading.events if each.id == event)
    return Digest(
        f"{reading.report.id}#{event}", day=days[0][0], type=kind, words=tuple(weighed(words).items()),
        spots=spots, days=days,
    )  # fmt: skip


def may_be(told: Digest, other: Digest) -> bool:
    """Whether a passage and a report may tell of one event: their places and their times fit."""
    found = {feature.name: feature.value for feature in features(told, other)}
    return found["place"] == found["time"] == 1.0


def _finest(times: Counter[str]) -> str | None:
    """The day that is told most often, to the minute where a clock time of that day is told."""
    days = Counter[str]()
    for time, count in times.items():
        days[time[:_DAY]] += count
    best = min(days, key=lambda day: (-days[day], day), default=None)
    of_day = [time for time in times if time[:_DAY] == best]
    return min(of_day, key=lambda time: (len(time) <= _DAY, -times[time], time), default=None)


def _lines(reading: Reading, claims: Sequence[Claim]) -> Iterator[str]:
    """The paragraphs of the text in which the claims stand."""
    text = reading.report.text
    begins = {text.rfind("\n", 0, span.start) + 1 for claim in claims for span in claim.evidence}
    for begin in sorted(begins):
        end = text.find("\n", begin)
        yield text[begin : end if end >= 0 else len(text)]
