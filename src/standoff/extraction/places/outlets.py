"""Places that an outlet's address speaks of: of its own town ("orlandolantern.com") or of a section's ("/chicago/").

A station's call sign and the end of an address tell a country. Invariant: nothing is fetched; there is only what the
letters of an address spell, and where outlets are at home whose addresses do not spell it (``outlets.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from urllib.parse import unquote, urlsplit

from standoff.extraction.lexicon import section
from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import candidates, country_of, in_lexicon, weight
from standoff.extraction.places.names import name_key
from standoff.extraction.places.spans import LONGEST, PEOPLE_IN_PLAIN_TEXT, not_names

_NAME = re.compile(r"[a-z0-9]+")
_CALL_SIGN = re.compile(r"(?P<sign>[kw][a-z]{2,3})(?:tv|fm|am|dt|news|radio|\d{1,2})*")
_PARTS = re.compile(r"\s+(?:[-–—|:»]|::)\s+")
_SAINT = ("st", "mt", "ft")
_AMERICA = "United States"
_LONGEST_HOST = 253  # characters; RFC 1035, 2.3.4
_LONGEST_LABEL = 40  # letters of a part of a host name that are looked at


def names_in(url: str) -> list[str]:
    """The place names that an address spells, each with capitals; none of a damaged address.

    A part of its path is taken when it is a name as a whole, a part of its host's name when the outlet's home is known
    ("Detroit, Michigan") or a name is within it; the host's country when it has neither.
    """
    labels, path = _address(url)
    parts = (unquote(part).replace("-", " ") for part in path.split("/"))
    found = [
        key.title()
        for part in parts
        if len(key := name_key(part)) > 1 and key.count(" ") < LONGEST and _is_known(key)
    ]
    hosts = _host_names(labels)
    return list(dict.fromkeys((*hosts, *found, *(() if hosts else _land(labels)))))


def home_in(url: str) -> str:
    """The home of the outlet that an address is of, as its host's name tells it; empty where it does not."""
    return next(iter(_host_names(_address(url)[0])), "")


def _address(url: str) -> tuple[list[str], str]:
    """The parts of an address's host and its path; nothing of a damaged one."""
    try:
        address = urlsplit(_original(url))
        host = address.hostname or ""
    except ValueError:
        return [], ""
    return host.split(".") if len(host) <= _LONGEST_HOST else [], address.path


def _host_names(labels: Sequence[str]) -> list[str]:
    """The homes of outlets that parts of a host's name are known to be of, then the names within the other parts."""
    homes = {label: _home(label) for label in labels[:-1]}
    within = (_within(label[:_LONGEST_LABEL]).title() for label, home in homes.items() if not home)
    return [name for name in dict.fromkeys((*homes.values(), *within)) if name]


def _land(labels: Sequence[str]) -> list[str]:
    """The country of a host: that of its ending, or the United States where it is a station's call sign."""
    if not labels[1:]:
        return []
    ends = section("outlets", "countries")
    if labels[-1] in ends["american"] or (_CALL_SIGN.fullmatch(labels[-2]) and not _is_known(labels[-2])):
        return [_AMERICA]
    country = country_of(labels[-1].upper()) if labels[-1] not in ends["no_countries"] else None
    return [country.spot().name] if country else []


@cache
def _homes() -> Mapping[str, str]:
    """Town and state of outlets by the part of the host's name that is theirs."""
    return {label: home for home, labels in section("outlets", "homes").items() for label in labels}


def _home(label: str) -> str:
    """Town and state by a part of a host's name, or by the call sign in it: "wjtv", "ksatnews"."""
    sign = _CALL_SIGN.fullmatch(label)
    return _homes().get(label) or (_homes().get(sign["sign"], "") if sign else "")


def home_of(outlet: str) -> str:
    """Town and state of an outlet by its name ("WSLS 10", "KSLA-TV"); empty where nothing is known of it."""
    words = _NAME.findall(outlet.lower())
    signs = (word for word in words if _CALL_SIGN.fullmatch(word))
    return next((home for word in ("".join(words), *signs) if (home := _home(word))), "")


def home_in_title(title: str) -> str:
    """Town and state of the outlet that a page's title ends with: "Two held - WSLS 10 News"; else empty."""
    return next((home for part in _PARTS.split(title)[:0:-1] if (home := home_of(part))), "")


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
    """Letters as one word and as two ("saint louis" of "stlouis")."""
    yield letters
    for at in range(2, len(letters) - 2):
        if at > 2 or letters[:at] in _SAINT:
            yield name_key(f"{letters[:at]} {letters[at:]}")


def _is_known(key: str) -> bool:
    """Whether a name is of a state, a country or a town that is not small, and no ordinary word."""
    if key in not_names() or in_lexicon(key):
        return False
    meant = [item for item in candidates(key) if not item.also]
    return any(
        item.kind <= Kind.REGION or (item.kind is Kind.CITY and item.people >= PEOPLE_IN_PLAIN_TEXT)
        for item in meant
    )
