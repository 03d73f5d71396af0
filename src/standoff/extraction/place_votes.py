"""What the places of one report have in common: the countries, states and the town that it speaks of.

Every name in the text votes for its countries and states, a name of several meanings for each of them by how likely it
is. The town is the one that is named most often as a place ("in Reno", "Reno police"). Invariant: the same text
gives the same context; shares are 0 to 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeVar

from standoff.extraction.gazetteer import Kind
from standoff.extraction.place_lexicon import Candidate, abbreviated, candidates, capital_of, demonyms, words
from standoff.extraction.place_names import name_key
from standoff.extraction.place_scores import (
    PlaceContext,
    best_meaning,
    dominant,
    is_street,
    make_phrase,
    prior,
    weight,
)
from standoff.extraction.place_spans import Mention, case_of, mentions, split
from standoff.records import Dateline

_Key = TypeVar("_Key", str, int)
_MOST = 8  # meanings of a name that vote


class _Votes:
    """The countries, regions and capitals that a report speaks of, counted."""

    def __init__(self) -> None:
        self.countries: dict[str, float] = defaultdict(float)
        self.regions: dict[int, float] = defaultdict(float)
        self.capitals: dict[str, float] = defaultdict(float)

    def add(self, listed: Sequence[str], named: Sequence[Mention], share: float) -> None:
        """Count what words and the names in them speak of; a country's name counts twice."""
        for word in listed:
            if code := demonyms().get(name_key(word)):
                self.countries[code] += share
        for mention in named:
            best = dominant(mention)
            if best is not None:
                self._count(best, share)
            else:
                self._divide(mention, share)

    def _count(self, best: Candidate, share: float) -> None:
        if not best.country:
            return
        self.countries[best.country] += share * (2 if best.kind is Kind.COUNTRY else 1)
        if best.kind is not Kind.COUNTRY and best.region >= 0:
            self.regions[best.region] += share
        if best == capital_of(best.country):
            self.capitals[best.country] += share

    def _divide(self, mention: Mention, share: float) -> None:
        """The vote of a name of several meanings, for regions only, by how many people live there."""
        items = sorted(mention.candidates, key=lambda item: (-prior(item, mention.key), item.id))[:_MOST]
        odds = [10 ** prior(item, mention.key) for item in items]
        for item, odd in zip(items, odds, strict=True):
            if item.kind is not Kind.COUNTRY and item.region >= 0:
                self.regions[item.region] += share * odd / sum(odds)


def context(phrases: Iterable[str], dateline: Dateline | str | None = None) -> PlaceContext:
    """The context of a report's places, made once.

    ``phrases`` are its place phrases, or better its whole text in pieces of up to 1,000 characters (lines, say).
    """
    texts = [split(text) for text in phrases]
    case = case_of([word for listed in texts for word in listed])
    filed = split(dateline.place if isinstance(dateline, Dateline) else dateline or "")
    rows = [(listed, mentions(listed, case)) for listed in texts]
    votes = _Votes()
    for listed, named in rows:
        votes.add(listed, named, 1.0)
    at_home = mentions(filed, case_of(filed))
    votes.add(filed, at_home, weight("dateline_votes"))
    made = PlaceContext(_shares(votes.countries), _shares(votes.regions), _shares(votes.capitals), case)
    home = _meanings(filed, at_home, made)
    cities = [item for item in home if item.kind is Kind.CITY]
    made = replace(made, home=home[-1].country if home else "")
    made = replace(made, told=_told([*rows, (filed, at_home)], made))
    return replace(made, town=cities[0] if cities else _town(rows, made))


def _told(rows: Iterable[tuple[Sequence[str], Sequence[Mention]]], around: PlaceContext) -> dict[str, int]:
    """The meaning of each name that the text once gives with its state or country: "Shelby, N.C."; the first counts."""
    told: dict[str, int] = {}
    for listed, named in rows:
        for first, second in pairwise(named):
            if listed[first.last : second.first] == [","] and _is_state(second.key):
                both = make_phrase(
                    listed[first.first : second.last], [_moved(first, first), _moved(second, first)]
                )
                best = best_meaning(both.named[0], both, around)
                if best and best[0].kind >= Kind.DISTRICT:
                    told.setdefault(first.key, best[0].id)
    return told


def _moved(mention: Mention, start: Mention) -> Mention:
    """A mention with its words counted from another's first one."""
    return replace(mention, first=mention.first - start.first, last=mention.last - start.first)


def _shares(votes: Mapping[_Key, float]) -> dict[_Key, float]:
    total = sum(votes.values())
    return {key: votes[key] / total for key in sorted(votes)} if total else {}


def _meanings(listed: Sequence[str], named: Sequence[Mention], around: PlaceContext) -> list[Candidate]:
    phrase = make_phrase(listed, named)
    found = [best_meaning(mention, phrase, around) for mention in named]
    return [best[0] for best in found if best]


def _town(rows: Iterable[tuple[Sequence[str], Sequence[Mention]]], around: PlaceContext) -> Candidate | None:
    """The town that is named most often as a place, the first of equals."""
    counts: dict[Candidate, float] = defaultdict(float)
    for listed, named in rows:
        phrase = make_phrase(listed, named) if named else None
        for mention in named if phrase else ():
            if not any(item.kind is Kind.CITY for item in mention.candidates) or not _as_place(
                mention, listed
            ):
                continue
            if phrase is None or is_street(mention, phrase):
                continue
            best = best_meaning(mention, phrase, around)
            if best and best[0].kind is Kind.CITY:
                counts[best[0]] += 1.0
    return max(counts, key=lambda item: counts[item]) if counts else None


def _as_place(mention: Mention, listed: Sequence[str]) -> bool:
    """Whether the words beside a name speak of a place: "in Reno", "Reno police", "Reno, Nev."."""
    before = name_key(listed[mention.first - 1]) if mention.first else ""
    after = [name_key(word) for word in listed[mention.last : mention.last + 2]]
    if words("quarters").intersection(after):
        return False
    stated = listed[mention.last : mention.last + 1] == [","] and _is_state(after[-1])
    return before in words("town_before") or bool(set(after) & words("town_after")) or stated


def _is_state(key: str) -> bool:
    return bool(abbreviated(key)) or any(
        item.kind <= Kind.REGION and not item.also for item in candidates(key)
    )
