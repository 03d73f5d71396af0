"""Who claims an act by telling of it: "the group said it had blown up tracks" has the group as the actor, at "it".

The model marks such a teller as the claimant, and seldom the pronoun (gold/DECISIONS.md, "Sources"). Invariant: a row
stands on the pronoun that is the subject of what is told, means the teller, and goes back to the claimant's row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.chains.chains import ChainIndex
from standoff.extraction.chains.link import Link, inside
from standoff.extraction.grammar.clauses import passive
from standoff.extraction.grammar.page import Stretch
from standoff.extraction.names.meant import PRONOUNS
from standoff.extraction.slots.row import Row

_RULE = "a claimant who says that they did it themselves"


def with_own_deeds(chains: ChainIndex, rows: Sequence[Row]) -> list[Row]:
    """The rows, with the claimants who say that they themselves did it once more, as actors by their own word."""
    told = (made.id for made in chains.attributions if made.id not in chains.disowning)
    links = {id(link): link for link in map(chains.link_of, told)}
    claimants = [row for row in rows if row.slot == "claimant"]
    actors = [row for row in rows if row.slot == "actor"]
    further = (
        row._replace(slot="actor", at=at, rule=_RULE)
        for link in links.values()
        for row in claimants
        if link.told and link.head is not None and row.at.holds(link.head)
        for at in _deeds(chains, link, link.head)
        if not any(at.meets(other.at) for other in actors)
    )
    return [*rows, *further]


def _deeds(chains: ChainIndex, link: Link, teller: int) -> Iterator[Stretch]:
    """The pronouns for the teller that are subjects of what is told."""
    page, parties = chains.page, chains.parties
    for verb in page.children[link.verb]:
        agent = page.child(verb, "nsubj")
        if agent is None or page.forms[agent] not in PRONOUNS or passive(page, verb):
            continue
        if inside(link.content, agent) and parties.resolve(agent).text == parties.resolve(teller).text:
            yield Stretch(agent, agent + 1)
