"""Happenings that a report itself sets beside its news: "The shooting came a day after a bomb killed 14".

Such a sentence is about another happening, and says so: its words tell nothing of the news, and a report that is mainly
about that happening is of another incident. Invariant: a function of the reading alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from standoff.extraction.events.openings import set_beside
from standoff.extraction.grammar.page import Page
from standoff.linking.moments import days_told
from standoff.records import TOLL_SLOTS, Claim, Place, Quantity, Reading, Time
from standoff.records.incidents import Beside


def sentence_of(page: Page, claim: Claim) -> int:
    """The number of the sentence in which a claim is told first; -1 where it stands in none."""
    at = page.stretch(claim.evidence[0])
    return page.sentence[at.first] if at else -1


def aside(page: Page, reading: Reading) -> frozenset[int]:
    """The sentences that set another happening beside the news and tell of nothing but that; of other background, the
    crime of a trial say, a report is as well."""
    background = background_of(reading)
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


def background_of(reading: Reading) -> frozenset[str]:
    """The events that a report tells as background."""
    return frozenset(event.id for event in reading.events if event.standing == "background")


def beside(page: Page, reading: Reading, sentences: Collection[int]) -> Iterator[Beside]:
    """The happenings that are told in sentences that set them beside the news."""
    told: dict[str, list[Claim]] = defaultdict(list)
    for claim in reading.claims if sentences else ():
        if sentence_of(page, claim) in sentences:
            told[claim.event].append(claim)
    for claims in told.values():
        times = [claim.value for claim in claims if isinstance(claim.value, Time)]
        days = next((days for time in times if (days := days_told(time))), None)
        dead = (
            claim.value for claim in claims if claim.slot in TOLL_SLOTS and isinstance(claim.value, Quantity)
        )
        places = tuple(claim.value.text for claim in claims if isinstance(claim.value, Place))
        yield Beside(claims[0].type, days, tuple(value.low or 0 for value in dead), places)
