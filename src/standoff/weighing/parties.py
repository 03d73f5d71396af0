"""For whom a toll is, as a class that words share: "gunmen", "six militants" and "attackers" are one party."""

from __future__ import annotations

import re
from functools import cache

from standoff.extraction.grammar.noun_forms import singular
from standoff.extraction.places.lexicon import demonyms, peoples
from standoff.settings import settings

PEOPLE_OF = "people of "
ATTACKERS = "attackers"
HOSTAGES = "hostages"
FIGHTING = ("police officers", "soldiers")  # the classes of those whom attackers fight
WHOLE = ""  # the class of "people", and of a toll without a party
CHILDREN = "children"
_GROWN = 18
_AGE = re.compile(r"(\d+)[- ]year[- ]old")
_WORD = re.compile(r"(?:\d+-)?[^\W\d_]+(?:-[^\W\d_]+)*")
_TAIL = re.compile(r"\s(?:of|from|in|at|by|who|whom|with|among|inside)\s.*$", re.IGNORECASE)


def party_class(party: str | None) -> str:
    """The class of a party: a listed one, a people's country code, the words themselves, or `WHOLE`, which "passengers
    and crew" are too."""
    if " and " in (party or ""):
        if head := _shared_head(party or ""):
            return party_class(head)
        parts = {party_class(part) for part in (party or "").split(" and ")}
        return WHOLE if WHOLE in parts else " and ".join(sorted(parts))
    phrase = _AGE.sub(r"\1-year-old", _TAIL.sub("", party or ""))  # people of two ages are two
    for short, long in settings("weighing", "parties")["spelling"].items():
        phrase = phrase.replace(short, long)
    words = [word.lower() for word in _WORD.findall(phrase)]
    if told := peoples(words) or peoples([*map(singular, words)]):
        return f"{PEOPLE_OF}{told[0][2]}"
    grown = any(int(age) >= _GROWN for age in _AGE.findall(phrase)) or not _grown_up().isdisjoint(words)
    for word in reversed(words):
        if found := _classes().get(word) or _classes().get(singular(word)):
            return " ".join(words) if found == CHILDREN and grown else found
    *before, last = [word for word in words if word not in _people() and singular(word) not in _people()] or [
        ""
    ]
    return " ".join((*before, singular(last)))


def _shared_head(party: str) -> str:
    """The people whom joined peoples only describe: "pirates" of "Somali and Yemeni pirates"; else nothing."""
    *before, last = [_WORD.findall(part) for part in party.split(" and ")]
    alone = all(len(words) == 1 and words[0].lower() in demonyms() for words in before)
    return " ".join(last[1:]) if alone and len(last) > 1 and last[0].lower() in demonyms() else ""


def same_things(one: str, other: str) -> bool:
    """Whether words that count something may count the same: "331 people" and "200 passengers", but "four soldiers" no
    "17 guards"."""
    first, second = (_last_word(words) for words in (one, other))
    return first == second or bool({first, second} & (_people() | {""}))


def _last_word(words: str) -> str:
    """What is counted: the last word in the singular; nothing where it is a number."""
    *before, last = [word.lower() for word in _TAIL.sub("", words).split()] or [""]
    return singular(last) if before else ""


def is_listed(party: str) -> bool:
    """Whether a class has a name of its own, which says for whom a toll is."""
    return party in settings("weighing", "parties")["classes"]


def is_open(party: str) -> bool:
    """Whether a class is of words that are no listed class, no people, and not all there are."""
    return party != WHOLE and not (is_listed(party) or is_relative(party) or party.startswith(PEOPLE_OF))


def is_relative(party: str) -> bool:
    """Whether a class is of words that only say whose people are meant ("compatriots")."""
    words = settings("weighing", "parties")["relative"]["words"]
    return bool(party) and all(word in words or singular(word) in words for word in party.split())


@cache
def _classes() -> dict[str, str]:
    listed = settings("weighing", "parties")["classes"]
    return {word: name for name, words in listed.items() for word in words}


@cache
def _grown_up() -> frozenset[str]:
    return frozenset(settings("weighing", "parties")["grown_up"]["words"])


@cache
def _people() -> frozenset[str]:
    return frozenset(settings("weighing", "parties")["people"]["words"])
