"""Place names in running words, longest first: for phrases that are known to be places, and for whole reports."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from standoff.extraction.gazetteer import Kind
from standoff.extraction.lexicon import load
from standoff.extraction.place_lexicon import Candidate, abbreviated, begins, candidates, words
from standoff.extraction.place_names import name_key

Case = Literal["mixed", "upper", "lower"]
LONGEST = 7  # words of a name
PEOPLE_IN_PLAIN_TEXT = 15_000  # smaller towns are found in running words only where the case marks names
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.](?=[^\W_])[^\W_]+)*\.?|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A place name in words ``first`` up to but not ``last``, its key, and what it may stand for."""

    first: int
    last: int
    key: str
    candidates: tuple[Candidate, ...]


def split(phrase: str) -> list[str]:
    """The words of a phrase; hyphens and other marks are words of their own."""
    return _WORD.findall(phrase[:1000])


def case_of(listed: Sequence[str]) -> Case:
    """How a text is written: only capitals, only small letters, or both."""
    letters = [word for word in listed if word.isalpha()]
    upper = sum(word.isupper() for word in letters)
    if letters and upper > 0.7 * len(letters):
        return "upper"
    return "mixed" if any(not word.islower() for word in letters) else "lower"


def find_places(listed: Sequence[str], case: Case | None = None) -> list[tuple[int, int]]:
    """Where names of the gazetteer stand in running words: (first, last+1), in order, not overlapping.

    ``listed`` are a report's words as the reader cuts them; ``case`` how the report is written, found from the words
    when not given. High recall for names that case marks; ordinary words and names next to other names are left out.
    """
    case = case or case_of(listed)
    found = mentions(listed, case)
    return [(item.first, item.last) for item in found if _stands_alone(item, listed, case)]


def mentions(listed: Sequence[str], case: Case) -> list[Mention]:
    """All gazetteer names in words, longest first, not overlapping."""
    found: list[Mention] = []
    at = 0
    while at < len(listed):
        item = _longest(listed, at, case) if _may_begin(listed[at], case) else None
        if item:
            found.append(item)
        at = item.last if item else at + 1
    return found


def _may_begin(word: str, case: Case) -> bool:
    if case == "lower":
        return len(word) > 3 and word[:1].isalpha()
    return word[:1].isupper() or (word[:1] in "'’" and word[1:2].isupper())


def _longest(listed: Sequence[str], first: int, case: Case) -> Mention | None:
    """The longest name that begins at a word."""
    key, best = "", None
    for last in range(first, min(len(listed), first + LONGEST)):
        word = listed[last]
        piece = name_key(word)
        if piece:
            key = f"{key} {piece}" if key else piece
        elif word not in "-‑–/" or last == first:
            break
        else:
            continue
        if best is None and (state := _abbreviation(listed, first, last, key)):
            best = state
        elif _ends_name(word, case) and (meant := candidates(key)) and not _ordinary(key, case):
            best = Mention(first, last + 1, key, meant)
        if not begins(key):
            break
    return best


def _ends_name(word: str, case: Case) -> bool:
    return case == "lower" or not word.islower() or not word.isalpha()


def _ordinary(key: str, case: Case) -> bool:
    """Whether a key is no name by itself."""
    if key in words("ordinary") or key in words("directions"):
        return True
    return case == "lower" and len(key) < 5 and " " not in key


def _abbreviation(listed: Sequence[str], first: int, last: int, key: str) -> Mention | None:
    """A state abbreviation: with its full stop ("Calif."), or two capitals after a comma ("Reno, NV")."""
    if key not in load("places")["abbreviations"]:
        return None
    word, after_comma = listed[last], first > 0 and listed[first - 1] == ","
    dotted = word.endswith(".") or (last + 1 < len(listed) and listed[last + 1] == ".")
    if (len(key) == 2 and word.isupper() and after_comma) or (dotted and (after_comma or len(key) > 3)):
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
    after = listed[item.last] if item.last < len(listed) else ""
    if name_key(before) in words("titles"):
        return False
    named_after = after[:1].isupper() and not _is_type(after)
    named_before = before[:1].isupper() and item.first > 1 and name_key(before) not in words("directions")
    return item.last - item.first > 1 or not (named_after or named_before)


def _is_type(word: str) -> bool:
    key = name_key(word)
    return any(key in words(name) for name in ("region_types", "district_types", "city_types", "facilities"))
