"""Tolls that only say that there were some, of people whose number the report has told ("the women were shot"), and
targets' numbers that a toll tells.

A toll with the number stands for `target_count` (gold/DECISIONS.md). Numbers are not carried over between sources
there, so another source's "the hostages" stays. Invariant: a toll with a number, be it "several" or "others", is never
taken out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section
from standoff.extraction.values.counts import SEVERAL
from standoff.extraction.values.numerals import find_numerals
from standoff.records import TOLL_SLOTS, Claim, Quantity, Span, Value
from standoff.records.report import Touched


def without_uncounted(page: Page, claims: Sequence[Claim]) -> list[Claim]:
    """The claims, in their order, but for tolls without a number that name nobody ("they were killed"), or come after
    a number of the same toll from the same chain or of another event; and for how many took part or were affected
    without a number ("a band of youths"), which only tolls may be (gold/DECISIONS.md)."""
    counted: list[Claim] = []
    kept: list[Claim] = []
    for claim in claims:
        value = claim.value
        if not isinstance(value, Quantity) or claim.slot not in TOLL_SLOTS:
            if not (_is_one(value) and not _has_number(page, claim)):
                kept.append(claim)
            continue
        uncounted = (value.low, value.high) == SEVERAL and not _has_number(page, claim)
        if not (uncounted and (value.party is None or any(_tells_of(claim, other) for other in counted))):
            kept.append(claim)
        if (value.low or 0) > 1 and not uncounted:
            counted.append(claim)
    return kept


def _is_one(value: Value) -> bool:
    return isinstance(value, Quantity) and value.low == value.high == 1


def without_tolled(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, in their order, but for numbers of targets on the words of a toll with the same number."""
    told: dict[tuple[int | None, int | None], list[Span]] = defaultdict(list)
    for claim in claims:
        if claim.slot in TOLL_SLOTS and isinstance(claim.value, Quantity):
            told[claim.value.low, claim.value.high] += claim.evidence
    tolled = {number: Touched(spans) for number, spans in told.items()}
    return [claim for claim in claims if not _is_tolled(claim, tolled)]


def _is_tolled(claim: Claim, tolled: Mapping[tuple[int | None, int | None], Touched]) -> bool:
    if claim.slot != "target_count" or not isinstance(claim.value, Quantity):
        return False
    same = tolled.get((claim.value.low, claim.value.high))
    return same is not None and any(map(same.by, claim.evidence))


def _tells_of(claim: Claim, counted: Claim) -> bool:
    """Whether a number is of the same fate as a claim without one, and told by the same chain or of another event."""
    names, others = ([source.name for source in each.chain] for each in (claim, counted))
    return claim.slot == counted.slot and (claim.event != counted.event or names == others)


def _has_number(page: Page, claim: Claim) -> bool:
    """Whether words of a claim count: "several", "an unknown number of", "many others", "all"."""
    further = {*section("tolls", "people")["further"], "all", "both"}
    for span in claim.evidence:
        at = page.stretch(span)
        words = page.words[slice(*at)] if at else ()
        if find_numerals(words, 0, len(words)) or not {word.lower() for word in words}.isdisjoint(further):
            return True
    return False
