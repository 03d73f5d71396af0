"""A reading cut down to what it takes to compare its report with others.

Invariant: a pure function of the reading; nothing in it depends on other reports.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator

from standoff.extraction.events.openings import set_beside
from standoff.extraction.grammar.page import Page
from standoff.extraction.places.places import context, locate
from standoff.linking.credits import credits_of
from standoff.linking.moments import ordinal
from standoff.linking.news import news_of, recalled
from standoff.linking.shingles import shingles
from standoff.linking.words import tokens, weighed
from standoff.records import TOLL_SLOTS, Claim, Place, Quantity, Reading, Report, Time
from standoff.records.incidents import Digest, Spot, Toll
from standoff.settings import settings


def digest(reading: Reading) -> Digest:
    """The digest of a reading."""
    report = reading.report
    page = Page.of(reading)
    published = report.published
    day = ordinal(published.value) if published and published.precision not in ("year", "month") else None
    news = news_of(page, reading, day)
    before = recalled(page, reading, news)
    told = [claim for claim in _told(reading) if _sentence(page, claim) not in before]
    aside = _aside(page, reading) | before
    return Digest(
        report=report.id,
        outlet=report.outlet,
        day=day,
        at=published.value if published else None,
        type=reading.events[0].type if reading.events else "other",
        words=tuple(weighed(_counts(page, report, aside)).items()),
        names=tuple(weighed(_names(page, aside)).items()),
        spots=tuple(_spots(report, told)),
        days=tuple(days_of(told)),
        news=news,
        tolls=tuple(_tolls(told)),
        shingles=tuple(shingles(body_of(report))),
        credits=credits_of(report),
        title=report.heading or None,
        place=_main_place(reading),
    )


def body_of(report: Report) -> str:
    """The report's text without header lines."""
    kept = [part.span.quote(report.text) for part in report.parts if part.kind != "header"]
    return "\n".join(kept) if kept else report.text


def _aside(page: Page, reading: Reading) -> frozenset[int]:
    """The sentences that set another happening beside the news ("The attack came two days after …") and tell of nothing
    but that; of other background, the crime of a trial say, a report is as well."""
    background = _background(reading)
    told: dict[int, set[bool]] = defaultdict(set)
    for claim in reading.claims:
        for span in claim.evidence:
            if at := page.stretch(span):
                told[page.sentence[at.first]].add(claim.event in background)
    return frozenset(
        number
        for number, kinds in told.items()
        if kinds == {True} and set_beside(page, page.bounds[number]) is not None
    )


def _counts(page: Page, report: Report, aside: Collection[int]) -> Counter[str]:
    """Words of title and body but for some sentences. A word of the title counts more: it says what it is about."""
    weights = settings("linking", "linking")["words"]
    body = Counter(tokens(body_of(report)))
    for number in aside:
        first, last = page.bounds[number]
        body -= Counter(tokens(page.text[page.starts[first] : page.ends[last - 1]]))
    title = tokens(report.title or "")
    counts = body + Counter(title)
    return counts + Counter(token for token in title for _ in range(weights["title_extra"]))


def _names(page: Page, aside: Collection[int]) -> Counter[str]:
    proper = (
        page.words[i]
        for i, tag in enumerate(page.tags)
        if tag == "PROPN" and page.part_at(i) != "header" and page.sentence[i] not in aside
    )
    return Counter(token for word in proper for token in tokens(word) if len(token) > 1)


def _told(reading: Reading) -> Iterator[Claim]:
    """What the report says did happen, of all events but its background."""
    background = _background(reading)
    for claim in reading.claims:
        if (
            claim.event not in background
            and claim.polarity == "affirmed"
            and claim.realis in ("actual", "ongoing")
        ):
            yield claim


def _sentence(page: Page, claim: Claim) -> int:
    at = page.stretch(claim.evidence[0])
    return page.sentence[at.first] if at else -1


def _background(reading: Reading) -> frozenset[str]:
    return frozenset(event.id for event in reading.events if event.standing == "background")


def _main_place(reading: Reading) -> str | None:
    places = (claim.value for claim in reading.claims if claim.event == "e1")
    return next((place.text for place in places if isinstance(place, Place)), None)


def _spots(report: Report, told: list[Claim]) -> list[Spot]:
    line = report.dateline
    named = [locate(line.place, context([line.place]))] if line and line.place else []
    return list(dict.fromkeys([*spots_of(told), *_narrow(named)]))


def spots_of(told: Iterable[Claim]) -> list[Spot]:
    """Where claims say that it happened, as far as it is told to within a town or district; each spot once."""
    return list(dict.fromkeys(_narrow(claim.value for claim in told if isinstance(claim.value, Place))))


def _narrow(places: Iterable[Place]) -> Iterator[Spot]:
    widest = settings("linking", "linking")["places"]["widest_km"]
    for place in places:
        if place.latitude is None or place.longitude is None or (place.radius_km or 0.0) > widest:
            continue
        yield Spot(place.latitude, place.longitude, place.radius_km or 0.0)


def days_of(told: Iterable[Claim]) -> Iterator[tuple[int, int]]:
    """When it happened, as far as it is told to within a week; the main event's times only, where it has any."""
    widest = settings("linking", "linking")["times"]["widest_days"]
    spans: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for claim in told:
        if isinstance(claim.value, Time):
            first, last = ordinal(claim.value.start), ordinal(claim.value.end)
            if first is not None and last is not None and 0 <= last - first <= widest:
                spans[claim.event == "e1"].append((first, last))
    yield from dict.fromkeys(spans[True] or spans[False])


def _tolls(told: list[Claim]) -> Iterator[Toll]:
    tolls = (
        Toll(claim.slot, claim.value.low, claim.value.high)
        for claim in told
        if claim.slot in TOLL_SLOTS and isinstance(claim.value, Quantity)
    )
    yield from dict.fromkeys(tolls)
