"""The town that a report speaks of most, and whether the words beside a name make it a place's.

Invariant: the first of equals is taken, so that the same text gives the same town.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from standoff.extraction.places.context import PlaceContext
from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import Candidate, abbreviated, candidates, weight, words
from standoff.extraction.places.names import name_key
from standoff.extraction.places.phrases import Phrase, is_street
from standoff.extraction.places.scores import best_meaning
from standoff.extraction.places.spans import Mention, not_names
from standoff.extraction.places.unknown import namesake_town, plain_towns


def town_of_rows(rows: Sequence[Phrase], around: PlaceContext) -> Candidate | None:
    """The town that is named most often as a place, the first of equals; else a county; else whence people come."""
    counts: dict[Candidate, float] = defaultdict(float)
    for phrase in rows:
        for mention in phrase.named:
            if not any(map(_is_town, mention.candidates)) or not as_place(mention, phrase):
                continue
            if is_street(mention, phrase):
                continue
            best = best_meaning(mention, phrase, around)
            if best and _is_town(best[0]) and not namesake_town(best[0], mention, phrase, around):
                counts[best[0]] += weight("vote_bare") if _lives_there(mention, phrase) else 1.0
    best_town = max(counts, key=lambda item: counts[item]) if counts else None
    if best_town and counts[best_town] >= 1.0:
        return best_town
    return _plain_town(rows, around) or _county(rows, around) or best_town


def _lives_there(mention: Mention, phrase: Phrase) -> bool:
    """Whether a name only says whence somebody is: "Holm of Reno", "Holm, 30, of Reno"."""
    before = phrase.listed[max(0, mention.first - 2) : mention.first]
    if len(before) < 2 or before[1] != "of":
        return False
    return before[0] == "," or (before[0][:1].isupper() and name_key(before[0]) not in not_names())


def _county(rows: Iterable[Phrase], around: PlaceContext) -> Candidate | None:
    """The county that is named most often, the first of equals, where no town is; none by a name that only begins
    another ("Tin" in "Tin Aicha") and that the gazetteer has as a further one."""
    counts: dict[Candidate, int] = defaultdict(int)
    for phrase in rows:
        for mention in phrase.named:
            if any(item.kind is Kind.DISTRICT for item in mention.candidates):
                best = best_meaning(mention, phrase, around)
                begins = best is not None and best[0].also and _goes_on(mention, phrase.listed)
                if best and best[0].kind is Kind.DISTRICT and not begins:
                    counts[best[0]] += 1
    return max(counts, key=lambda item: counts[item]) if counts else None


def _plain_town(rows: Iterable[Phrase], around: PlaceContext) -> Candidate | None:
    """The first town whose name is an ordinary word: "in Gary" in a report that speaks of Indiana."""
    for listed in (row.listed for row in rows):
        for at, word in enumerate(listed[:-1]):
            if word not in words("town_before") or _begins_district(listed[at + 2 : at + 3]):
                continue
            if named := plain_towns(listed[at : at + 2], around):
                return named[0].candidates[0]
    return None


def _begins_district(after: Sequence[str]) -> bool:
    """Whether the word after a name makes it a county's or a township's: "in Orange County"."""
    return bool(after) and after[0][:1].isupper() and name_key(after[0]) in words("district_types")


def _is_town(item: Candidate) -> bool:
    """Whether a meaning is a town, or a borough of one ("Brooklyn")."""
    borough = item.listed is not None and item.region >= 0 and item.listed.reach <= weight("neighbour_km") / 2
    return item.kind is Kind.CITY or borough


def _is_stated(mention: Mention, phrase: Phrase) -> bool:
    """Whether a name stands before its state: "Reno, Nev.", but not "Jordan, in his thirties"."""
    comma, *state = phrase.listed[mention.last : mention.last + 2] or ("",)
    plain = phrase.listed[mention.first].islower()
    return comma == "," and any((word[:1].isupper() or plain) and is_state(name_key(word)) for word in state)


def as_place(mention: Mention, phrase: Phrase) -> bool:
    """Whether the words beside a name speak of a place: "in Reno", "Reno police", "Reno, Nev."."""
    listed, stated = phrase.listed, _is_stated(mention, phrase)
    before = name_key(listed[mention.first - 1]) if mention.first else ""
    after = [name_key(word) for word in listed[mention.last : mention.last + 2]]
    if words("quarters").intersection(after):
        return False
    if not stated and not set(after) & words("town_after") and _goes_on(mention, listed):
        return False
    told = before in words("town_before") or before in words("directions")
    return told or bool(set(after) & words("town_after")) or stated


def _goes_on(mention: Mention, listed: Sequence[str]) -> bool:
    """Whether a name is only the beginning of a longer one: "Nickerson Gardens", "Douglass Park"."""
    following = listed[mention.last] if mention.last < len(listed) else ""
    if not following[:1].isupper() or following.isupper():
        return False
    key = name_key(following)
    return key not in not_names() or key in words("facilities")


def is_state(key: str) -> bool:
    """Whether a key is a state's or country's own name, or the abbreviation of a state."""
    return bool(abbreviated(key)) or any(
        item.kind <= Kind.REGION and not item.also for item in candidates(key)
    )
