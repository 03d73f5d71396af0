"""What the places of one report have in common: the countries, states and the town that it speaks of.

Every name in the text votes for its countries and states, a name of several meanings for each of them by how likely it
is. The town is the one that is named most often as a place ("in Reno", "Reno police"). Invariant: the same text
gives the same context; shares are 0 to 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import TypeVar

from standoff.extraction.places.context import PlaceContext
from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import Candidate, capital_of, peoples, weight, words
from standoff.extraction.places.names import name_key
from standoff.extraction.places.phrases import Phrase, is_street, is_thing, make_phrase
from standoff.extraction.places.priors import dominant, is_known_region, prior
from standoff.extraction.places.scores import best_meaning
from standoff.extraction.places.spans import (
    Case,
    Mention,
    beside_names,
    case_of,
    mentions,
    not_names,
    pieces,
    split,
)
from standoff.extraction.places.town import as_place, is_state, town_of_rows
from standoff.records import Dateline

_Key = TypeVar("_Key", str, int)
_MOST = 8  # meanings of a name that vote


class _Votes:
    """The countries, regions and capitals that a report speaks of, counted.

    A region gets one vote for each name that a place of it bears, however often the name stands: a person whose name is
    a town's stands in the report many times over.
    """

    def __init__(self) -> None:
        self.countries: dict[str, float] = defaultdict(float)
        self.capitals: dict[str, float] = defaultdict(float)
        self._names: dict[tuple[Candidate, ...], tuple[str, float]] = {}

    def add(self, phrase: Phrase, share: float) -> None:
        """Count what words and the names in them speak of; a country's name counts twice, a further name of a town that
        is not large says nothing."""
        for _, end, country in peoples(phrase.keys):
            if phrase.keys[end : end + 1] not in _missions():
                self.countries[country] += share
        for mention in phrase.named:
            best = dominant(mention)
            if phrase.keys[mention.last : mention.last + 1] in _missions() or (
                best is not None and _is_other_name(best)
            ):
                continue
            placeness = _placeness(mention, phrase, best)
            if best is not None:
                sure = best.kind is Kind.COUNTRY or best.people >= weight("large") or placeness >= 1.0
                given = _as_given_name(mention, phrase.listed)
                self._count(best, share if sure and not given else share * weight("vote_beside"))
            told = share * placeness
            known = self._names.get(mention.candidates, ("", 0.0))[1]
            self._names[mention.candidates] = mention.key, max(known, told)

    def _count(self, best: Candidate, share: float) -> None:
        if not best.country:
            return
        self.countries[best.country] += share * (2 if best.kind is Kind.COUNTRY else 1)
        if best == capital_of(best.country):
            self.capitals[best.country] += share

    def regions(self) -> dict[int, float]:
        """The votes of all names for the regions that have a place of the name, by how many people live there and how
        much the report speaks of its country."""
        found: dict[int, float] = defaultdict(float)
        total = sum(self.countries.values()) or 1.0
        extra = {code: weight("vote_country") * votes / total for code, votes in self.countries.items()}
        for meant, (key, told) in self._names.items():
            likely = {item: prior(item, key) + extra.get(item.country, 0.0) for item in meant}
            items = sorted(meant, key=lambda item: (-likely[item], item.id))[:_MOST]
            odds = [10 ** (weight("vote_odds") * likely[item]) for item in items]
            for item, odd in zip(items, odds, strict=True):
                if item.kind is not Kind.COUNTRY and item.region >= 0:
                    found[item.region] += told * odd / sum(odds)
        return {region: votes ** weight("vote_power") for region, votes in found.items()}


@cache
def _missions() -> frozenset[tuple[str, ...]]:
    """Words for those who stand for a land abroad: "the Turkish [embassy]" is not in Turkey."""
    return frozenset((word,) for word in words("missions"))


def _is_other_name(best: Candidate) -> bool:
    """Whether a name is but a further one of a town that is not large: a namesake elsewhere, as likely as not."""
    return (
        best.also
        and best.kind is Kind.CITY
        and best.people < weight("large")
        and best != capital_of(best.country)
    )


def _placeness(mention: Mention, phrase: Phrase, best: Candidate | None) -> float:
    """How much a name counts for its region: a state's own most, a name that the words beside it make a place's, then
    others; least, one beside other names, as a person's is, or a street's or thing's. ``best`` is its `dominant`
    meaning."""
    listed = phrase.listed
    if is_street(mention, phrase):
        return weight("vote_beside")
    if best and best.id == best.region and not best.also and is_known_region(best):
        return weight("vote_region") if not _as_given_name(mention, listed) else weight("vote_beside")
    if is_thing(mention, phrase.keys):
        return weight("vote_beside")
    if as_place(mention, phrase):
        return weight("vote_large") if best and best.people >= weight("large") else 1.0
    return weight("vote_beside" if beside_names(mention, listed) else "vote_bare")


def _as_given_name(mention: Mention, listed: Sequence[str]) -> bool:
    """Whether one word stands right before another name, as a given name does: "Diana Holm", "Brittany Vance"."""
    after = listed[mention.last] if mention.last < len(listed) else ""
    further = name_key(after) not in not_names()
    return mention.last - mention.first == 1 and after[:1].isupper() and not after.isupper() and further


def context(
    phrases: Iterable[str],
    dateline: Dateline | str | None = None,
    about: Iterable[str] = (),
    outlet: str = "",
) -> PlaceContext:
    """The context of a report's places, made once.

    ``phrases`` are its place phrases, or better the lines of its whole text; ``about`` are phrases around it,
    as its title; ``outlet`` is where its outlet is at home.
    """
    texts = [split(piece) for phrase in phrases for piece in pieces(phrase)]
    case = case_of([word for listed in texts for word in listed])
    filed = split(dateline.place if isinstance(dateline, Dateline) else dateline or "")
    rows = [make_phrase(listed, mentions(listed, case)) for listed in texts]
    rows += [make_phrase(listed, mentions(listed, case_of(listed))) for listed in map(split, about)]
    published = split(f"in {outlet}" if outlet else "")
    by = make_phrase(published, mentions(published, "mixed"))
    votes = _Votes()
    for row in (*rows, by):
        votes.add(row, 1.0)
    # A dateline's place is in capitals: its abbreviations are read all the same.
    at_home = make_phrase(filed, mentions(filed, "lower" if case_of(filed) == "lower" else "mixed"))
    votes.add(at_home, weight("dateline_votes"))
    made = PlaceContext(_shares(votes.countries), _shares(votes.regions()), _shares(votes.capitals), case)
    made = replace(made, outlet=_outlet(by, made), told=_told([*rows, at_home], case))
    home = _meanings(at_home, made)
    cities = [item for item in home if item.kind is Kind.CITY]
    made = replace(made, home=home[-1].country if home else "")
    return replace(made, town=cities[0] if cities else town_of_rows(rows, made))


def _outlet(home: Phrase, around: PlaceContext) -> Candidate | None:
    """The town where an outlet is at home; ``None`` where only its state or country is known."""
    found = _meanings(home, replace(around, case="mixed"))
    return next((item for item in found if item.kind is Kind.CITY), None)


def _told(rows: Iterable[Phrase], case: Case) -> dict[str, int]:
    """The meaning of each name that the text once gives with its state or country: "Shelby, N.C."; the first counts.

    What else the report speaks of says nothing against a state that stands beside the name.
    """
    told: dict[str, int] = {}
    alone = PlaceContext(case=case)
    for row in rows:
        for first, second in pairwise(row.named):
            if row.listed[first.last : second.first] == (",",) and is_state(second.key):
                both = make_phrase(
                    row.listed[first.first : second.last], [_moved(first, first), _moved(second, first)]
                )
                best = best_meaning(both.named[0], both, alone)
                if best and best[0].kind >= Kind.DISTRICT:
                    told.setdefault(first.key, best[0].id)
    return told


def _moved(mention: Mention, start: Mention) -> Mention:
    """A mention with its words counted from another's first one."""
    return replace(mention, first=mention.first - start.first, last=mention.last - start.first)


def _shares(votes: Mapping[_Key, float]) -> dict[_Key, float]:
    total = sum(votes.values())
    return {key: votes[key] / total for key in sorted(votes)} if total else {}


def _meanings(phrase: Phrase, around: PlaceContext) -> list[Candidate]:
    found = [best_meaning(mention, phrase, around) for mention in phrase.named]
    return [best[0] for best in found if best]
