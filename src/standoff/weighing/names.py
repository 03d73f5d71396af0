"""Names of one party under several spellings: "Tass" and "TASS", "IS" and "the Islamic State group".

Invariant: `name_id` depends on the name alone; whether two people's names are one is decided for each pair.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache

from standoff.extraction.places.names import name_key
from standoff.ingest.lexicon import agency
from standoff.records import Source
from standoff.settings import settings

_CALLED = re.compile(
    r"^.*\b(?:calling (?:itself|themselves)|calls itself|(?:also )?known as|called|named)\s+(?:the\s+)?(?=[A-Z])"
)
_SHORT = re.compile(r"[A-Z][A-Z\d&.-]{1,9}")
_BRACKETS = re.compile(r"\s*[(\[]([^)\]]*)(?:[)\]]|$)")  # one that is cut off too


@lru_cache(maxsize=1 << 14)
def name_id(name: str) -> str:
    """A name's plain form: known aliases resolved, words that tell nothing left out, lower case."""
    plain = _plain(_own(name))
    known = agency(name) or agency(plain)
    return (known or _alias(name) or plain).lower()


def shown_name(name: str) -> str:
    """What to call who goes by a name: a listed group or body by its usual name, all others as they are told."""
    own = _CALLED.sub("", name)
    return agency(name) or _alias(name) or own


def _alias(name: str) -> str | None:
    """The usual name of a listed group or body, by its name or by the short one in brackets after it."""
    short = (_aliases().get(_plain(told)) for told in _BRACKETS.findall(name))
    return _aliases().get(_plain(_own(name))) or next(filter(None, short), None)


def short_names(told: Iterable[Source]) -> dict[str, str]:
    """The plain forms of short names that sources are described by, each with that of the whole name: "Azure Liberation
    Front (FLA)". A short name of several is nobody's."""
    found: dict[str, set[str]] = defaultdict(set)
    for source in told:
        for short in filter(_SHORT.fullmatch, source.described if len(source.name.split()) > 1 else ()):
            found[name_id(short)].add(name_id(source.name))
    return {short: next(iter(names)) for short, names in found.items() if len(names) == 1}


def is_known(name: str) -> bool:
    """Whether a name is that of a group or body that is listed with its aliases, or of an agency."""
    return agency(name) is not None or _plain(name) in _aliases()


def same_name(one: str, other: str) -> bool:
    """Whether two names are one: the same plain form but for small words, or one the initials of the other."""
    a, b = name_id(one), name_id(other)
    small = settings("weighing", "sources")["naming"]["small"]
    c, d = ([word for word in name.split() if word not in small] for name in (a, b))
    return bool(a) and (
        a == b or c == d or _initials(a) == b.replace(" ", "") or _initials(b) == a.replace(" ", "")
    )


def same_person(one: str, other: str) -> bool:
    """Whether two names may be one person's: the same surname, and the given names of the shorter among the other's, to
    within a letter."""
    fewer, more = sorted((name_key(name).split() for name in (one, other)), key=len)
    if not fewer or not _alike(fewer[-1], more[-1]):
        return False
    return all(any(_alike(given, known) for known in more[:-1]) for given in fewer[:-1])


def _own(name: str) -> str:
    """A name without what only introduces it, or explains it: "a group calling itself the Dawn (see below)"."""
    return _BRACKETS.sub("", _CALLED.sub("", name))


def _plain(name: str) -> str:
    empty = settings("weighing", "sources")["naming"]["empty"]
    words = name_key(name).split()
    return " ".join(word for word in words if word not in empty) or " ".join(words)


@cache
def _aliases() -> dict[str, str]:
    listed = settings("weighing", "sources")["aliases"]
    return {_plain(alias): name for name, aliases in listed.items() for alias in (name, *aliases)}


def _initials(plain: str) -> str:
    words = plain.split()
    return "".join(word[0] for word in words) if len(words) > 1 else "\0"


def _alike(one: str, other: str) -> bool:
    """The same word, or an initial of it, or one letter apart in a long one."""
    if one == other or (min(len(one), len(other)) == 1 and one[0] == other[0]):
        return True
    return min(len(one), len(other)) > 4 and _one_apart(one, other)


def _one_apart(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    if len(longer) - len(shorter) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(shorter, longer, strict=False)) if x != y), len(shorter))
    return shorter[at:] == longer[at + 1 :] or shorter[at + 1 :] == longer[at + 1 :]
