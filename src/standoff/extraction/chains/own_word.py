"""What people own up to or deny of themselves: who claims an act did it by his own word, who pleads not guilty denies.

gold/DECISIONS.md, "Sources" and "How". Invariant: a claim by somebody's own word has the words of the claim it is made
from, and a chain that ends in who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standoff.extraction.chains.chains import Chain, ChainIndex
from standoff.extraction.trace import Point
from standoff.records import Claim, Entity

_ACTING = ("claimant", "actor", "suspect")
_REACH = 6  # sentences back from a plea that names no charge to the charges


def by_own_word(chains: ChainIndex, points: Sequence[Point], number: int, claim: Claim) -> list[Claim]:
    """What those who speak of themselves make of the report's claim of point ``number``; most often nothing."""
    if claim.slot == "charge":
        return list(_pleaded(chains, points, number, claim))
    return list(_answered(chains, claim)) if claim.slot in _ACTING else []


def _answered(chains: ChainIndex, claim: Claim) -> Iterator[Claim]:
    """Who claims responsibility is the actor by his own word; who denies it is a suspect who says that he is not."""
    for link, claimers in chains.responsibility:
        if not any(place.touches(span) for place in link.source.spans for span in claim.evidence):
            continue
        chain = _own(claimers, claim)
        if link.id in chains.disowning:
            yield replace(
                claim, slot="suspect", attribution=link.id, chain=chain, polarity="denied", hedges=()
            )
        elif claim.slot == "claimant" and claim.polarity == "affirmed":
            yield replace(
                claim, slot="actor", attribution=link.id, chain=chain, certainty="certain", hedges=()
            )


def _own(claimers: Sequence[Chain], claim: Claim) -> Chain:
    """Of the chains up to several claimers, that of the one whom a claim is about; the first where none of them is."""
    said = claim.value.text.casefold() if isinstance(claim.value, Entity) else ""
    return next((chain for chain in claimers if chain and chain[-1].name.casefold() in said), claimers[0])


def _pleaded(chains: ChainIndex, points: Sequence[Point], number: int, claim: Claim) -> Iterator[Claim]:
    """A charge, denied by each who pleads not guilty to it: in its sentence, or to the charges last told before."""
    for link, accused in chains.pleas():
        verb = chains.link_of(link.id).verb
        if number in _charges(chains, points, chains.page.sentence[verb]):
            for chain in accused:
                yield replace(
                    claim, attribution=link.id, chain=chain, polarity="denied", certainty="certain", hedges=()
                )


def _charges(chains: ChainIndex, points: Sequence[Point], sentence: int) -> list[int]:
    """The numbers of the charges that a plea in a sentence answers."""
    at = {i: chains.page.sentence[point.at.first] for i, point in enumerate(points) if point.slot == "charge"}
    near = max((s for s in at.values() if sentence - _REACH <= s <= sentence), default=None)
    return [i for i, s in at.items() if s == near]
