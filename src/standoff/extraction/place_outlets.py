"""Places that an outlet's address speaks of: of its own town ("orlandolantern.com") or of a section's ("/chicago/").

Invariant: nothing is fetched; there is only what the letters of an address spell, and where outlets are at home whose
addresses do not spell it (``outlets.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

from standoff.extraction.gazetteer import Kind
from standoff.extraction.lexicon import section
from standoff.extraction.place_lexicon import candidates, in_lexicon
from standoff.extraction.place_names import name_key
from standoff.extraction.place_scores import weight
from standoff.extraction.place_spans import LONGEST, PEOPLE_IN_PLAIN_TEXT, not_names

_NAME = re.compile(r"[a-z0-9]+")
_LONGEST_LABEL = 40  # letters of a part of a host name that are looked at


def names_in(url: str) -> list[str]:
    """The place names that an address spells, each with capitals; none of a damaged address.

    A part of its path is taken when it is a name as a whole, a part of its host's name when the outlet's home is known
    ("Detroit, Michigan") or a name is within it.
    """
    try:
        address = urlsplit(_original(url))
        labels = (address.hostname or "").split(".")[:-1]
    except ValueError:
        return []
    parts = (unquote(part).replace("-", " ") for part in address.path.split("/"))
    found = [
        key
        for part in parts
        if len(key := name_key(part)) > 1 and key.count(" ") < LONGEST and _is_known(key)
    ]
    homes = [_homes()[label] for label in labels if label in _homes()]
    found += [name for label in labels if label not in _homes() and (name := _within(label[:_LONGEST_LABEL]))]
    return [*dict.fromkeys(homes), *(key.title() for key in dict.fromkeys(found))]


@cache
def _homes() -> Mapping[str, str]:
    """Town and state of outlets by the part of the host's name that is theirs."""
    return {label: home for home, labels in section("outlets", "homes").items() for label in labels}


def home_of(outlet: str) -> str:
    """Town and state of an outlet by its name ("WSLS 10", "KSLA-TV"); empty where nothing is known of it."""
    words = _NAME.findall(outlet.lower())
    return next((_homes()[word] for word in ("".join(words), *words[:1]) if word in _homes()), "")


def _original(url: str) -> str:
    """The address that a web archive's address ends with, or the address itself."""
    inner = max(url.find("/http://", 1), url.find("/https://", 1))
    return url[inner + 1 :] if inner >= 0 else url


@lru_cache(maxsize=1 << 12)
def _within(label: str) -> str:
    """The longest name within running letters ("orlando" of "orlandolantern", "san antonio" of "mysanantonio"), or what
    they are as a whole ("tampa")."""
    if _is_known(label):
        return label
    least = int(weight("least_letters"))
    for size in range(len(label), least - 1, -1):
        for first in range(len(label) - size + 1):
            for key in _spaced(label[first : first + size]):
                if _is_known(key):
                    return key
    return ""


def _spaced(letters: str) -> Iterator[str]:
    """Letters as one word and as two."""
    yield letters
    for at in range(3, len(letters) - 2):
        yield f"{letters[:at]} {letters[at:]}"


def _is_known(key: str) -> bool:
    """Whether a name is of a state, a country or a town that is not small, and no ordinary word."""
    if key in not_names() or in_lexicon(key):
        return False
    meant = [item for item in candidates(key) if not item.also]
    return any(
        item.kind <= Kind.REGION or (item.kind is Kind.CITY and item.people >= PEOPLE_IN_PLAIN_TEXT)
        for item in meant
    )
