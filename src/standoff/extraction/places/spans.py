"""Place names in running words, longest first: for phrases that are known to be places, and for whole reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from standoff.extraction.lexicon import load
from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import Candidate, abbreviated, begins, candidates, in_lexicon, words
from standoff.extraction.places.names import name_key

Case = Literal["mixed", "upper", "lower"]
LONGEST = 7  # words of a name
HYPHENS = frozenset("-‑–/")
PEOPLE_IN_PLAIN_TEXT = 15_000  # smaller towns are found in running words only where the case marks names
_WORD = re.compile(
    r"[a-zA-Z]++(?![\w.'’])"  # most words, found fast
    r"|(?:[^\W\d_]\.){2,}"
    r"|[^\W_]+(?:(?:['’]|(?<![a-z]{2})\.|\.(?![A-Z]))[^\W_]+)*\.?"  # "ended.Police" is two words
    r"|[^\w\s]"
)
_PIECE = 1000  # characters of a phrase that are read
_CUT = re.compile(
    rf"(?s:.{{1,{_PIECE}}})(?:(?<=[.!?])(?=\s)|\Z)|(?s:.{{1,{_PIECE}}})(?=\s)|(?s:.{{1,{_PIECE}}})"
)
_DASH = re.compile(r"[-–](?<=\s.)(?=\s)")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in words ``first`` up to but not ``last``, its key, and what it may stand for."""

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]


def split(phrase: str) -> list[str]:
    """The words of a phrase, of a very long one its first; hyphens and other marks are words of their own, a hyphen
    between spaces is a dash."""
    return _WORD.findall(_DASH.sub("—", phrase[:_PIECE]))


def pieces(text: str) -> list[str]:
    """A text cut into what `split` reads whole: behind a sentence's end, else between words, where it is longer."""
    return _CUT.findall(text) if len(text) > _PIECE else [text]


def case_of(listed: Sequence[str]) -> Case:
    """How a text is written: only capitals, only small letters (but for a slip), or both."""
    letters = [word for word in listed if word[:1].isalpha()]
    upper = sum(map(str.isupper, letters))
    if letters and upper > 0.7 * len(letters):
        return "upper"
    capitals = sum(map(str.isupper, [word[0] for word in letters]))
    return "lower" if capitals <= 0.05 * len(letters) else "mixed"


def find_places(listed: Sequence[str], case: Case | None = None) -> list[tuple[int, int]]:
    """Where names of the gazetteer stand in running words: (first, last+1), in order, not overlapping.

    ``listed`` are a report's words as the reader cuts them; ``case`` how the report is written, found from the words
    when not given. High recall for names that case marks; ordinary words and names next to other names are left out.
    """
    case = case or case_of(listed)
    found = mentions(listed, case)
    return [(item.first, item.last) for item in found if _stands_alone(item, listed, case)]


def mentions(listed: Sequence[str], case: Case) -> list[Mention]:
    """All gazetteer names in words, longest first, not overlapping; pieces of hyphened words only beside names."""
    found: list[Mention] = []
    at = 0
    for word in _openings(listed, case):
        if word >= at and (item := _longest(listed, word, case)):
            found.append(item)
            at = item.last
    return [item for item in found if _whole(item, found, listed)]


def _openings(listed: Sequence[str], case: Case) -> list[int]:
    """The words that a name may begin with: those with a capital, and directions before one."""
    if case == "lower":
        return [at for at, word in enumerate(listed) if len(word) > 3 and word[:1].isalpha()]
    directions = words("directions")
    return [
        at
        for at, (word, following) in enumerate(zip(listed, [*listed[1:], ""], strict=False))
        if word[:1].isupper()
        or (word in directions and following[:1].isupper())
        or (word[:1] in "'’" and word[1:2].isupper())
    ]


def _whole(item: Mention, found: Sequence[Mention], listed: Sequence[str]) -> bool:
    """Whether a name is no mere piece of a hyphened word: "Bogota-based" holds a name, "Upper-Ada" does not."""
    after, before = listed[item.last : item.last + 2], listed[max(0, item.first - 2) : item.first]
    if after[:1] == ["-"] and len(after) == 2 and not listed[item.last - 1].endswith("."):
        beside = any(other.first == item.last + 1 for other in found)
        if not beside and not (after[1].islower() and len(after[1]) > 3):
            return False
    if before[1:] == ["-"]:
        return any(other.last == item.first - 1 for other in found)
    return True


def _longest(listed: Sequence[str], first: int, case: Case) -> Mention | None:
    """The longest name that begins at a word."""
    key, best = "", None
    if not _leads(listed[first]):
        return None
    for last in range(first, min(len(listed), first + LONGEST)):
        word = listed[last]
        piece = name_key(_unowned(word))
        if not piece and word in HYPHENS and last > first:
            continue
        if not piece:
            break
        key = f"{key} {piece}" if key else piece
        best = _named(listed, first, last, key, case) or best
        if _owned(word) or not begins(key):
            break
    return best


@lru_cache(maxsize=1 << 14)
def _leads(word: str) -> bool:
    """Whether any name, or a state's abbreviation, is this one word or begins with it."""
    key = name_key(_unowned(word))
    return key in load("places")["abbreviations"] or begins(key) or bool(candidates(key))


def _named(listed: Sequence[str], first: int, last: int, key: str, case: Case) -> Mention | None:
    """The name that words make, if they make one."""
    if case == "mixed" and (state := _abbreviation(listed, first, last, key)):
        return state
    lower = (case != "lower" and listed[first].islower()) or listed[first] in ("The", "THE", "A")
    if not _ends_name(listed[last], case) or (lower and not in_lexicon(key)):
        return None
    if _ordinary(key, case) and not (first == last and case != "lower" and _is_told(listed, last)):
        return None
    meant = candidates(key)
    return Mention(first, last + 1, key, meant) if meant else None


def _is_told(listed: Sequence[str], last: int) -> bool:
    """Whether what follows makes an ordinary word a place: its kind ("Hamilton Township"), or a comma and a state or
    country ("Spring, Texas")."""
    following = listed[last + 1 : last + 2]
    if following and following[0][:1].isupper() and name_key(following[0]) in words("district_types"):
        return True
    after = [name_key(word) for word in listed[last + 2 : last + 4]]
    if listed[last + 1 : last + 2] != [","] or not after or not listed[last + 2][:1].isupper():
        return False
    meant = (*candidates(after[0]), *candidates(" ".join(after)), *abbreviated(after[0]))
    return any(item.kind <= Kind.REGION and not item.also for item in meant)


def _owned(word: str) -> bool:
    return word[-2:] in ("'s", "’s", "'S", "’S")


def _unowned(word: str) -> str:
    return word[:-2] if _owned(word) else word


def _ends_name(word: str, case: Case) -> bool:
    return case == "lower" or not word.islower() or not word.isalpha()


def _ordinary(key: str, case: Case) -> bool:
    """Whether a key is no name by itself."""
    if key in not_names():
        return True
    return case == "lower" and len(key) < 5 and " " not in key


@cache
def not_names() -> frozenset[str]:
    """Ordinary words, and the words for kinds of places and things, none of them a name by itself."""
    lists = (
        "ordinary",
        "directions",
        "region_types",
        "district_types",
        "city_types",
        "facilities",
        "streets",
        "near",
    )
    return frozenset().union(*(words(name) for name in lists))


def _abbreviation(listed: Sequence[str], first: int, last: int, key: str) -> Mention | None:
    """A state abbreviation: with its full stop ("Calif."), or two capitals after a comma ("Reno, NV")."""
    word, after_comma = listed[last], first > 0 and listed[first - 1] == ","
    if len(word) == 2 and first == last:
        key = word.lower()  # "MT" is no mount
    if key not in load("places")["abbreviations"]:
        return None
    dotted = word.endswith(".") or (last + 1 < len(listed) and listed[last + 1] == ".")
    initials = word.count(".") > 1 or key == "dc"
    told = after_comma or initials
    if (len(key) == 2 and word.isupper() and told) or (dotted and (told or len(key) > 3)):
        return Mention(first, last + 1, key, abbreviated(key))
    return None


def _stands_alone(item: Mention, listed: Sequence[str], case: Case) -> bool:
    """Whether a name is likely a place's and not part of a person's or a thing's."""
    strong = max((each.people for each in item.candidates if not each.also), default=0)
    if any(each.kind <= Kind.REGION and not each.also for each in item.candidates) or strong >= 500_000:
        return True
    if case != "mixed":
        return strong >= PEOPLE_IN_PLAIN_TEXT
    before = listed[item.first - 1] if item.first else ""
    if name_key(before) in words("titles"):
        return False
    return item.last - item.first > 1 or not beside_names(item, listed)


def beside_names(item: Mention, listed: Sequence[str]) -> bool:
    """Whether a capitalised word that is no ordinary one stands right before or after, as in a person's name."""
    before = listed[item.first - 1] if item.first > 1 else ""
    after = listed[item.last] if item.last < len(listed) else ""
    return any(word[:1].isupper() and name_key(word) not in not_names() for word in (before, after))
