"""An incident in one line, from the cards of its reports.

Invariant: a pure function of the set of cards and links, whatever their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from standoff.linking.moments import published
from standoff.records.incidents import Card, Incident, Link
from standoff.settings import settings

_OTHER = "other"


def incident(code: str, cards: Sequence[Card], links: Iterable[Link] = ()) -> Incident:
    """The incident of at least one report. Its title and place are those of the report that most resembles the others,
    its type is `main_type`."""
    ordered = sorted(cards, key=lambda card: (published(card.at), card.report))
    closeness = dict.fromkeys((card.report for card in cards), 0.0)
    for link in links:
        closeness[link.one] += link.score
        closeness[link.other] += link.score
    main = min(ordered, key=lambda card: -closeness[card.report])
    stamps = [card.at for card in ordered if card.at]
    return Incident(
        code=code,
        title=main.title or "no title",
        type=main_type(card.type for card in cards),
        place=main.place,
        since=stamps[0] if stamps else None,
        until=stamps[-1] if stamps else None,
        reports=tuple(sorted(card.report for card in cards)),
        outlets=tuple(sorted({card.outlet for card in cards if card.outlet})),
        spots=tuple(dict.fromkeys(spot for card in ordered for spot in card.spots)),
    )


def main_type(told: Iterable[str]) -> str:
    """What an incident is, from what each of its reports is mainly about: the type of most, as far as they have one.

    What ends or follows a happening (a release, a raid, an arrest) is what it is only where hardly any report is of
    another type: a siege goes on making news by whom it lets go.
    """
    rules = settings("linking", "linking")["aftermath"]
    types = Counter(name for name in told if name != _OTHER)
    before = Counter({name: count for name, count in types.items() if name not in rules["types"]})
    if before.total() >= rules["share"] * types.total():
        types = before
    return min(types, key=lambda name: (-types[name], name), default=_OTHER)
