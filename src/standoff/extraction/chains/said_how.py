"""Who says a value, and how each says it: where one rejects what another claims, the two say it differently.

Invariant: who claims what is rejected affirms it by his own chain, and who rejects it denies it by his.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from standoff.extraction.chains.chains import Chain, ChainIndex
from standoff.extraction.grammar.page import Stretch
from standoff.extraction.manner.manner import HedgeWords, Manner


def said_how(
    chains: ChainIndex, at: Stretch, found: Sequence[tuple[str | None, Chain]], how: Manner
) -> Iterator[tuple[str | None, Chain, Manner]]:
    """The chains found at a value's words, each with its manner; then those of who denies it, where its words do."""
    rejecters = chains.rejecters(found[0][0])
    for attribution, chain in found:
        yield (
            attribution,
            chain,
            _without_denial(how) if rejecters else _of_falsehood(chains, at, attribution, how),
        )
    for attribution, chain in rejecters:
        denied = _of_falsehood(chains, at, attribution, how)
        if denied.polarity == "denied":
            yield attribution, chain, denied


def beyond_denial(chains: ChainIndex, at: Stretch, how: Manner) -> Manner:
    """The manner, affirmed where all that denies it is the cue of a denial of something else: "denied this, saying [two
    men] were held"."""
    denials = [hedge for hedge in how.hedges if hedge.label == "denied"]
    first = chains.page.bounds[chains.page.sentence[at.first]].first if denials else 0
    links = [chains.denial_at(hedge.first + first) for hedge in denials]
    if not links or any(link is None or any(part.meets(at) for part in link.content) for link in links):
        return how
    return _without_denial(how)


def _of_falsehood(chains: ChainIndex, value: Stretch, attribution: str | None, how: Manner) -> Manner:
    """The manner, denied with the word for it where an attribution calls what it tells false; as all hedges, that word
    is counted from the first of the value's sentence."""
    word = chains.called_false(attribution)
    if word is None or not _is_of(chains, value, attribution, word):
        return how
    page = chains.page
    at = word - page.bounds[page.sentence[value.first]].first
    entry = f"falsehoods.{page.forms[word]}"
    hedge = HedgeWords(page.words[word], at, at + 1, "value", "denied", entry)
    others = tuple(hedge for hedge in how.hedges if hedge.label != "denied")
    return replace(how, polarity="denied", hedges=(*others, hedge))


def _is_of(chains: ChainIndex, value: Stretch, attribution: str | None, word: int) -> bool:
    """Whether a value is what a word calls false, in its sentence or as told; not in a quotation in which the same
    source goes on: "called it [false]. 'Two men are held.'"."""
    page, told = chains.page, chains.link_of(attribution).content if attribution else ()
    return page.sentence[value.first] == page.sentence[word] or any(part.meets(value) for part in told)


def _without_denial(how: Manner) -> Manner:
    hedges = tuple(hedge for hedge in how.hedges if hedge.label != "denied")
    return replace(how, polarity="affirmed", hedges=hedges)
