"""Who says a value, and how each says it: where one rejects what another claims, the two say it differently.

Invariant: who claims what is rejected affirms it by his own chain, and who rejects it denies it by his.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standoff.extraction.chains import Chain, ChainIndex
from standoff.extraction.manner import Manner


def said_how(
    chains: ChainIndex, found: Sequence[tuple[str | None, Chain]], how: Manner
) -> Iterator[tuple[str | None, Chain, Manner]]:
    """The chains found at a value, each with its manner; then those of who denies it, where its words deny it."""
    rejecters = chains.rejecters(found[0][0])
    for attribution, chain in found:
        yield attribution, chain, _without_denial(how) if rejecters else how
    if how.polarity == "denied":
        yield from ((attribution, chain, how) for attribution, chain in rejecters)


def _without_denial(how: Manner) -> Manner:
    hedges = tuple(hedge for hedge in how.hedges if hedge.label != "denied")
    return replace(how, polarity="affirmed", hedges=hedges)
