"""The attributions of a reading: who says what, inside what.

Invariant: ids are ``a1``, ``a2`` ...; an enclosing attribution stands before those that are within it.
"""

from __future__ import annotations

from standoff.extraction.chains.chains import ChainIndex
from standoff.records import Attribution, Reading


def attributions(reading: Reading) -> tuple[Attribution, ...]:
    """Every attribution of a reading, enclosing ones first.

    Where chains are wanted too, make a `chains.ChainIndex` and take its ``attributions``: it is the same work.
    """
    return ChainIndex.of(reading).attributions


def without_media(found: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Without the links that "told MEDIUM" adds, which corpora of attribution do not have.

    Such a link shares cue and content with the one inside it; what was within it moves one level out.
    """
    by_id = {item.id: item for item in found}
    media = {
        outer.id
        for item in found
        if item.within and (outer := by_id[item.within]).cue == item.cue and outer.content == item.content
    }

    def moved(item: Attribution) -> Attribution:
        within = item.within
        while within in media:
            within = by_id[within].within
        return Attribution(item.id, within, item.source, item.cue, item.act, item.content)

    return tuple(moved(item) for item in found if item.id not in media)
