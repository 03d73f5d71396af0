"""An incident in one line, from the cards of its reports.

Invariant: a pure function of the set of cards and links, whatever their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from standoff.linking.moments import published
from standoff.records.incidents import Card, Incident, Link


def incident(code: str, cards: Sequence[Card], links: Iterable[Link] = ()) -> Incident:
    """The incident of at least one report. Its title and place are those of the report that most resembles the others,
    its type is what most reports are mainly about, as far as they have a type."""
    ordered = sorted(cards, key=lambda card: (published(card.at), card.report))
    closeness = dict.fromkeys((card.report for card in cards), 0.0)
    for link in links:
        closeness[link.one] += link.score
        closeness[link.other] += link.score
    main = min(ordered, key=lambda card: -closeness[card.report])
    types = Counter(card.type for card in cards if card.type != "other")
    stamps = [card.at for card in ordered if card.at]
    return Incident(
        code=code,
        title=main.title or "no title",
        type=min(types, key=lambda name: (-types[name], name)) if types else "other",
        place=main.place,
        since=stamps[0] if stamps else None,
        until=stamps[-1] if stamps else None,
        reports=tuple(sorted(card.report for card in cards)),
        outlets=tuple(sorted({card.outlet for card in cards if card.outlet})),
        spots=tuple(dict.fromkeys(spot for card in ordered for spot in card.spots)),
    )
