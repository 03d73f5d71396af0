"""A reading cut down to what it takes to compare its report with others.

Invariant: a pure function of the reading; nothing in it depends on other reports.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from standoff.extraction.grammar.page import Page
from standoff.extraction.places.places import context, locate
from standoff.linking.credits import credits_of
from standoff.linking.moments import days_told, ordinal
from standoff.linking.news import news_of, recalled
from standoff.linking.set_beside import aside, background_of, beside, sentence_of
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
    told = [claim for claim in _told(reading) if sentence_of(page, claim) not in before]
    others = aside(page, reading)
    left_out = others | before
    return Digest(
        report=report.id,
        outlet=report.outlet,
        day=day,
        at=published.value if published else None,
        type=reading.events[0].type if reading.events else "other",
        words=tuple(weighed(_counts(page, report, left_out)).items()),
        names=tuple(weighed(_names(page, left_out)).items()),
        spots=tuple(_spots(report, told)),
        days=tuple(days_of(told)),
        news=news,
        tolls=tuple(_tolls(told)),
        shingles=tuple(shingles(body_of(report))),
        credits=credits_of(report),
        title=report.heading or None,
        place=_main_place(reading),
        beside=tuple(beside(page, reading, others)),
    )


def body_of(report: Report) -> str:
    """The report's text without header lines."""
    kept = [part.span.quote(report.text) for part in report.parts if part.kind != "header"]
    return "\n".join(kept) if kept else report.text


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
    background = background_of(reading)
    for claim in reading.claims:
        if (
            claim.event not in background
            and claim.polarity == "affirmed"
            and claim.realis in ("actual", "ongoing")
        ):
            yield claim


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
    spans: dict[bool, list[tuple[int, int]]] = {True: [], False: []}
    for claim in told:
        if isinstance(claim.value, Time) and (days := days_told(claim.value)):
            spans[claim.event == "e1"].append(days)
    yield from dict.fromkeys(spans[True] or spans[False])


def _tolls(told: list[Claim]) -> Iterator[Toll]:
    tolls = (
        Toll(claim.slot, claim.value.low, claim.value.high)
        for claim in told
        if claim.slot in TOLL_SLOTS and isinstance(claim.value, Quantity)
    )
    yield from dict.fromkeys(tolls)
