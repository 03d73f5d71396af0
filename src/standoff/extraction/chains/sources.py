"""What a source is: how it is identified and what kind of party it is, by the words that name and describe it.

Invariant: the answer depends on the words given and on ``data/sources.toml`` alone. Terms: CLAIMS.md section 1.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from standoff.extraction.lexicon import section, word_set
from standoff.extraction.places.gazetteer import Kind as PlaceKind
from standoff.extraction.places.gazetteer import find, gazetteer
from standoff.records import KINDS, Source, Span
from standoff.records.claims import Identification, Kind

IMPLICIT = Source("it was reported", "implicit", "unknown")

_CLOSING, _POSSESSIVE = " ,.;:", ("'s", "’s")
_ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.IGNORECASE)
_WORD = re.compile(r"[\w.'’/&-]*\w\.?", re.UNICODE)
_CALLINGS: tuple[Kind, ...] = ("relative", "journalist", "expert")
_LONG_NAME = 3
_SINGULAR = frozenset(("one", "another", "a", "an"))


def describe(
    name: str,
    *,
    proper: bool,
    description: str = "",
    entity: str | None = None,
    anonymous: bool = False,
    spans: tuple[Span, ...] = (),
    article: str = "",
) -> Source:
    """The source that a name and a description make.

    ``name`` is resolved already (see `tidy`); ``proper`` says whether its head is a proper noun; ``description`` holds
    the titles and appositions that the report gives with it; ``entity`` is the model's type for it; ``anonymous`` says
    that anonymity was asked or granted; ``article`` is the determiner before the name.
    """
    proper = proper and not (entity != "person" and head_of(lower_words(name)) in _list("person", "titles"))
    identification = identify(name, proper=proper, anonymous=anonymous, article=article)
    kind = kind_of(name, proper=identification == "named", description=description, entity=entity)
    described = (description,) if description else ()
    return Source(name, identification, kind, spans, described)


def identify(name: str, *, proper: bool, anonymous: bool = False, article: str = "") -> Identification:
    """How a source is identified: named, role, group, anonymous, bare (CLAIMS.md section 1)."""
    words = lower_words(name)
    head = head_of(words)
    if anonymous or not _list("identification", "anonymous").isdisjoint(words):
        return "anonymous"
    if proper and not _is_collective(head, words):
        return "named"
    if head == "source" and len(words) > 1:
        return "role"
    if singular(head) in _list("identification", "bare") or noun_kind(head) in (
        "imagery",
        "document",
        "social",
    ):
        return "bare"
    if plural(head) and not set(words[:1]) & _SINGULAR and article not in _SINGULAR:
        return "group"
    if head in _list("identification", "collective"):
        return "group"
    return "role"


def is_anonymous(sentence: str) -> bool:
    """Whether a sentence says that anonymity was asked or granted."""
    lowered = sentence.lower()
    return any(phrase in lowered for phrase in _list("identification", "anonymity"))


def _is_collective(head: str, words: list[str]) -> bool:
    """Whether capitals do not make it a name: "Beloit police", "Pakistani Army", "Iraqi officials"."""
    if head in _list("identification", "collective_named") or (head == "army" and len(words) < _LONG_NAME):
        return True
    return len(words) > 1 and head != singular(head) and singular(head) in _list("identification", "people")


@lru_cache(maxsize=256)
def kind_of(name: str, *, proper: bool, description: str = "", entity: str | None = None) -> Kind:
    """What kind of party it is, ``unknown`` when neither name nor description tells."""
    words = lower_words(name)
    if proper:
        own = _known(words) or (_by_ending(words) if entity != "person" else None)
        described, suffix = _described(description), _by_suffix(words)
        if described == "witness" and entity != "person":
            described = suffix or described  # "the owner, Norrock Ltd."
        return own or described or suffix or _by_entity(entity)
    return _common(words) or _described(description) or "unknown"


def tidy(name: str) -> str:
    """A name in the form of CLAIMS.md: one line, no article, no possessive ending, no closing punctuation.

    What is nothing but these stays as it is."""
    line = " ".join(name.split())
    bare = line if name.endswith((".S.", ".N.")) else _unended(line)
    return _ARTICLE.sub("", bare) or bare or line


def _unended(line: str) -> str:
    bare = line.rstrip(_CLOSING)
    return bare[:-2].rstrip() if bare.endswith(_POSSESSIVE) else bare


def lower_words(text: str) -> list[str]:
    """Lower-cased words; "U.N." and "RFE/RL" are one word each."""
    return [word.removesuffix("'s").removesuffix("’s") for word in _WORD.findall(text.lower())]


def head_of(words: list[str]) -> str:
    """The head of a noun phrase by its words: the last before a preposition or a clause; articles are skipped."""
    breaks = _list("grammar", "breaks")
    if breaks.isdisjoint(words):
        return words[-1] if words else ""
    first = next((at for at, word in enumerate(words) if word not in _list("grammar", "articles")), 0)
    return words[next((at for at in range(first + 1, len(words)) if words[at] in breaks), len(words)) - 1]


@lru_cache(maxsize=1 << 14)
def singular(word: str) -> str:
    """A noun without its plural ending."""
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("persons"):
        return word[:-1]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is", "news")) and len(word) > 3:
        return word[:-1]
    return word


@lru_cache(maxsize=1 << 14)
def plural(word: str) -> bool:
    """Whether a noun is a plural by its form."""
    return word in _list("identification", "irregular_plurals") or singular(word) != word


def _list(table: str, key: str) -> frozenset[str]:
    return word_set("sources", table, key)


@cache
def _nouns() -> dict[str, Kind]:
    table: dict[str, Kind] = {}
    for kind, nouns in section("sources", "nouns").items():
        for noun in nouns:
            table.setdefault(noun, _checked(kind))
    return table


def _checked(kind: str) -> Kind:
    return kind if kind in KINDS else "unknown"


def names_body(word: str) -> bool:
    """Whether names that end in a word are those of bodies ("Department"), not of people."""
    return word in _body_endings()


def is_newsroom(name: str) -> bool:
    """Whether a name is that of a listed agency or medium: "AP"."""
    return _known(lower_words(name)) is not None


def names_army(name: str) -> bool:
    """Whether a name is that of an army or force that is no land's own: "Lord's Army of Vale", not "Kenya Navy"."""
    words = lower_words(name)
    armed = not _list("identification", "armies").isdisjoint(words)
    return armed and len(words) >= _LONG_NAME and not governs(words[0])


def any_office(word: str) -> bool:
    """Whether a noun is an office that bodies of every sort have: "spokesman", "director"."""
    return singular(word) in _list("identification", "any_body")


def names_medium(word: str) -> bool:
    """Whether names that end in a word are those of media ("Courier")."""
    return word in _list("suffixes", "media")


def names_side(word: str) -> bool:
    """Whether names that end in a word are those of parties ("Front")."""
    return word in _list("suffixes", "party")


@cache
def _body_endings() -> frozenset[str]:
    suffixes = (_list("suffixes", kind) for kind in ("official", "organisation", "media", "agency"))
    return _list("grammar", "lands").union(section("sources", "reference")["body"], *suffixes)


def is_calendar(word: str) -> bool:
    """Whether a word is a day or a month, which is no part of a party's name."""
    return word in _list("grammar", "calendar")


def collective(word: str) -> bool:
    """Whether a noun stands for many people though it looks singular ("police")."""
    return word in _list("identification", "collective")


@lru_cache(maxsize=1 << 14)
def noun_kind(word: str) -> Kind | None:
    """The kind of party that a common noun names, in the singular or plural; ``None`` when it names none."""
    nouns = _nouns()
    return nouns.get(word) or nouns.get(singular(word))


def _known(words: list[str]) -> Kind | None:
    """By the whole name, or by the first word: "Radio Ostrany"."""
    name = " ".join(words)
    if len(words) > 1 and words[0] in _list("prefixes", "media"):
        return "media"
    if words[-1:] == ["agency"] and _known(words[:-1]) == "agency":
        return "agency"
    for kind in ("agency", "media"):
        if name in _list("names", kind):
            return _checked(kind)
    return None


def _by_ending(words: list[str]) -> Kind | None:
    """By the last two words or the last: "News Agency", "Liberation Army", "Times"; a country or its capital is its
    government."""
    if governs(" ".join(words)):
        return "official"
    words = [*words[:-1], *words[-1:][0].split("-")] if words else words  # "KQRA-TV"
    for count in (2, 1):
        tail = " ".join(words[-count:])
        for kind in ("agency", "media", "party"):
            if tail in _list("suffixes", kind) and len(words) > 1:
                return _checked(kind)
    return None


@lru_cache(maxsize=1 << 10)
def governs(name: str) -> bool:
    """Whether a name is that of a country or of its capital."""
    places = gazetteer()
    for match in find(name):
        spot = places.spot(match.id)
        capital = places.capital(spot.country) if spot.kind == PlaceKind.CITY else None
        if spot.kind == PlaceKind.COUNTRY or (capital is not None and capital.id == match.id):
            return True
    return False


def _by_suffix(words: list[str]) -> Kind | None:
    for kind in ("organisation", "official", "media", "party", "agency"):
        if words and words[-1] in _list("suffixes", kind):
            return _checked(kind)
    core = words[
        : next((at for at, word in enumerate(words) if at and word in _list("grammar", "breaks")), len(words))
    ]
    for kind in ("organisation", "official", "party", "media"):
        if core and core[-1] in _list("suffixes", kind):
            return _checked(kind)
    found = (
        kind for kind in ("official", "organisation") for word in words if word in _list("suffixes", kind)
    )
    first = next(found, None)
    return _checked(first) if first else None


def _by_entity(entity: str | None) -> Kind:
    # A place that speaks is its government: "Islamabad said".
    return {"place": "official", "organization": "organisation"}.get(entity or "", "unknown")  # type: ignore[return-value]


def _common(words: list[str]) -> Kind | None:
    head = head_of(words)
    last = words.index(head) + 1 if head else 0
    own = noun_kind(" ".join(words[max(0, last - 2) : last])) or noun_kind(head)
    if own == "official" and not _list("identification", "international").isdisjoint(words[: last - 1]):
        return "organisation"  # "U.N. human rights office"
    if own == "official" and last > 1 and singular(words[last - 2]) in _list("identification", "sides"):
        return "party"  # "rebel commanders"
    if own and not (own == "organisation" and singular(head) == "group"):
        return own
    votes = _by_votes([word for word in words if word != head])
    return votes or own


def _described(description: str) -> Kind | None:
    """A "state-funded news channel" is a medium, whoever pays for it: there the head decides, else all words do."""
    words = lower_words(description)
    if head_of(words) == "agency" and _list("identification", "newswire").issuperset(words):
        return "agency"
    if _speaks_for_side(words):
        return "party"
    head = head_of(words)
    last = words.index(head) + 1 if head else 0
    own = _by_ending(words) or noun_kind(" ".join(words[max(0, last - 2) : last])) or noun_kind(head)
    return own if own in ("media", "agency") else _by_votes(words)


def _speaks_for_side(words: list[str]) -> bool:
    """Whether a description says that somebody speaks for a side: "spokesman for the Vale Liberation Army, Captain"."""
    spokes = next((at for at, word in enumerate(words) if word in _list("person", "spokes")), None)
    if spokes is None or words[spokes + 1 : spokes + 2] not in (["for"], ["of"]):
        return False
    body = words[spokes + 2 :]
    while body and body[-1] in _list("person", "titles"):
        body.pop()
    return any(" ".join(body[-count:]) in _list("suffixes", "party") for count in (2, 1) if body)


def _by_votes(words: list[str]) -> Kind | None:
    """The kind that the describing words name: kin and callings first, then bodies, then offices.

    An office that bodies of every sort have ("president", "chief") goes with the body beside it.
    """
    found = [kind for word in words if (kind := noun_kind(word))]
    for kind in _CALLINGS:
        if kind in found:
            return kind
    bodies = [
        _checked(kind)
        for kind in ("organisation", "party")
        for word in words
        if word in _list("suffixes", kind)
    ]
    weak = _list("identification", "any_body")
    strong = [kind for word in words if (kind := noun_kind(word)) and singular(word) not in weak]
    if strong or bodies:
        return (bodies or strong)[0] if "official" not in strong else strong[0]
    return found[0] if found else ("official" if any(singular(word) in weak for word in words) else None)
