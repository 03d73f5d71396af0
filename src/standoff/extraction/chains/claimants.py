"""Who claims responsibility, or denies it, whatever the model makes of them: "the group claimed responsibility".

The model reads who does so as the actor now and then, or passes them over. Invariant: a row stands on the subject of a
verb of claiming or denying responsibility; what it is by own word is for `own_word`.
"""

from __future__ import annotations

from collections.abc import Sequence

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.grammar.clauses import noun_phrase
from standoff.extraction.grammar.page import Stretch
from standoff.extraction.slots.row import PARTIES, Missing, Row, filled

_RULES = {"claimant": "who claims responsibility", "suspect": "who denies responsibility"}


def with_claimants(chains: ChainIndex, rows: Sequence[Row]) -> list[Row]:
    """The rows, those who claim responsibility as claimants; who denies it as a suspect where no party stands."""
    claimers = _claimers(chains)
    for slot, at in claimers:
        rows = [_claiming(row, slot, at) for row in rows]
    return filled(chains.page, rows, (Missing(slot, at, _RULES[slot], PARTIES) for slot, at in claimers))


def _claiming(row: Row, slot: str, at: Stretch) -> Row:
    """The row, an actor who claims responsibility as the claimant."""
    claims = slot == "claimant" and row.slot in ("actor", "suspect") and row.at.meets(at)
    return row._replace(slot=slot, rule=_RULES[slot]) if claims else row


def _claimers(chains: ChainIndex) -> list[tuple[str, Stretch]]:
    """The words for those who claim or deny responsibility, with what they are by it."""
    links = [chains.link_of(made.id) for made, _ in chains.responsibility]
    return [
        ("suspect" if link.act == "denies" else "claimant", noun_phrase(chains.page, link.head))
        for link in links
        if link.told and link.head is not None and chains.page.tags[link.head] in ("NOUN", "PROPN")
    ]
