"""What kind of party a source is: by its whole name, by how it ends, by what describes it.

Invariant: as of `sources`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from standoff.extraction.chains.source_words import (
    MEDIA,
    any_office,
    as_kind,
    governs,
    listed,
    noun_kind,
    suffix_kinds,
)
from standoff.extraction.grammar.noun_forms import head_of, lower_words, singular
from standoff.records.claims import Kind

_OWNED = re.compile(r"(?P<owner>.+)(?:['’]s|(?<=s)['’])\s+(?:\w+\s+)?(?P<outlet>\w+)")
_OF_OWNER = re.compile(r"(?:\w+\s+)?(?P<outlet>\w+) of (?:the )?(?P<owner>.+)")
_SURE = 3  # of these kinds, those that the last word alone tells
_BODIES: tuple[Kind, ...] = ("official", "organisation")
_CALLINGS: tuple[Kind, ...] = ("relative", "journalist", "expert")


@lru_cache(maxsize=256)
def kind_of(name: str, *, proper: bool, description: str = "", entity: str | None = None) -> Kind:
    """What kind of party it is, ``unknown`` when neither name nor description tells."""
    words = lower_words(name)
    if owner := _owner_of_outlet(name):
        kind = kind_of(owner, proper=owner[:1].isupper())
        return "media" if kind == "unknown" else kind
    if proper:
        own = _known(words) or (_by_ending(words) if entity != "person" else None)
        described, suffix = _described(description), _by_suffix(words)
        if described == "witness" and entity != "person":
            described = suffix or described  # "the owner, Norrock Ltd."
        found = own or described or suffix or _by_entity(entity)
        alone = found == "unknown" and len(words) == 1  # a capital that the model takes for a person
        return "official" if alone and governs(name.lower()) else found
    return _common(words) or _described(description) or "unknown"


def is_newsroom(name: str) -> bool:
    """Whether a name is that of a listed agency or medium: "AP"."""
    return _known(lower_words(name)) in MEDIA


def _owner_of_outlet(name: str) -> str | None:
    """Whose own an outlet is that is called by him, who speaks in it: "[the ministry]'s website", "website of [the
    Vale Front]"."""
    found = _OF_OWNER.fullmatch(name) or _OWNED.fullmatch(name)
    listed_so = found is not None and found["outlet"].lower() in listed("identification", "own_outlets")
    return found["owner"] if found is not None and listed_so else None


def _known(words: list[str]) -> Kind | None:
    """By the whole name, by an address on the web, or by the first word: "Radio Ostrany"."""
    name = " ".join(words)
    if len(words) == 1 and "." in name and name.rpartition(".")[2] in listed("grammar", "domains"):
        return "social" if noun_kind(name.split(".")[-2]) == "social" else "media"
    if len(words) > 1 and words[0] in listed("prefixes", "media"):
        return "media"
    if words[-1:] == ["agency"] and _known(words[:-1]) == "agency":
        return "agency"
    for kind in ("agency", "media", "official"):
        if name in listed("names", kind):
            return as_kind(kind)
    return None


def _by_ending(words: list[str]) -> Kind | None:
    """By the last two words or the last: "News Agency", "Liberation Army", "Times"; a country or its capital is its
    government."""
    if governs(" ".join(words)):
        return "official"
    words = [*words[:-1], *words[-1:][0].split("-")] if words else words  # "KQRA-TV"
    for count in (2, 1):
        tail = " ".join(words[-count:])
        for kind in ("agency", "media", "party", "organisation")[: _SURE if count == 1 else None]:
            if tail in listed("suffixes", kind) and len(words) > 1:
                return as_kind(kind)
    return None


def _by_suffix(words: list[str]) -> Kind | None:
    """By the last word of a name, by its last one or two before a preposition ("Ministry of Roads", "General Staff of
    the Army"), or by any."""
    kinds, head = suffix_kinds(), head_of(words)
    last = words.index(head) + 1 if head else 0
    heads = (*words[-1:], head, " ".join(words[max(0, last - 2) : last]))
    own = next((kinds[word] for word in heads if word in kinds), None)
    held = {kinds.get(word) for word in words}
    return own or next((kind for kind in _BODIES if kind in held), None)


def _by_entity(entity: str | None) -> Kind:
    # A place that speaks is its government: "Islamabad said".
    return {"place": "official", "organization": "organisation"}.get(entity or "", "unknown")  # type: ignore[return-value]


def _common(words: list[str]) -> Kind | None:
    """By a common noun and the words before it, which tell whose officials and commanders they are."""
    head, own = head_of(words), _by_head(words)
    last = words.index(head) + 1 if head else 0
    if own == "official" and not listed("identification", "international").isdisjoint(words[: last - 1]):
        return "organisation"  # "U.N. human rights office"
    if own == "official" and last > 1 and _is_side(words[last - 2]):
        return "party"  # "rebel commanders", "a Taliban representative"
    if own and not (own == "organisation" and singular(head) == "group"):
        return own
    if own is None and any_office(head) and (body := _common(words[last + 1 :])) in ("organisation", "party"):
        return body  # "a member of a vigilante group" is of its kind
    votes = _by_votes([word for word in words if word != head])
    return votes or own


def _is_side(word: str) -> bool:
    """Whether a word before an office names a side, or is by itself the name of one."""
    named = suffix_kinds().get(word) == "party" and word not in ("state", "party")
    return named or singular(word) in listed("identification", "sides")


def _by_head(words: list[str]) -> Kind | None:
    """By the head of a phrase with the word before it, or by the head alone: "coast guard", "guard"."""
    head = head_of(words)
    last = words.index(head) + 1 if head else 0
    return noun_kind(" ".join(words[max(0, last - 2) : last])) or noun_kind(head)


def _described(description: str) -> Kind | None:
    """A "state-funded news channel" is a medium, whoever pays for it: there the head decides, else all words do."""
    words = lower_words(description)
    if head_of(words) == "agency" and listed("identification", "newswire").issuperset(words):
        return "agency"
    if _speaks_for_side(words):
        return "party"
    if any(word[1:2] == "-" and word[0] in listed("person", "seats") for word in words):
        return "official"  # "R-Orla"
    if len(words) > 1 and (whole := noun_kind(" ".join(words[-2:]))):
        return whole  # "White House press secretary"
    own = _by_ending(words) or _by_head(words)
    return own if own in ("media", "agency") else _by_votes(words)


def _speaks_for_side(words: list[str]) -> bool:
    """Whether a description says that somebody speaks for a side: "spokesman for the Vale Liberation Army, Captain"."""
    spokes = next((at for at, word in enumerate(words) if word in listed("person", "spokes")), None)
    if spokes is None or words[spokes + 1 : spokes + 2] not in (["for"], ["of"]):
        return False
    body = words[spokes + 2 :]
    while body and body[-1] in listed("person", "titles"):
        body.pop()
    return any(" ".join(body[-count:]) in listed("suffixes", "party") for count in (2, 1) if body)


def _by_votes(words: list[str]) -> Kind | None:
    """The kind that the describing words name: kin and callings first, then bodies, then offices.

    An office that bodies of every sort have ("president", "chief") goes with the body beside it.
    """
    own = [word for word in words if word not in listed("identification", "whereabouts")]
    words = own if any(map(noun_kind, own)) else words
    found = [kind for word in words if (kind := noun_kind(word))]
    for kind in _CALLINGS:
        if kind in found:
            return kind
    kinds = suffix_kinds()
    ends = [*words, *map(" ".join, pairwise(words))]  # "Red Cross"
    bodies = [kind for kind in ("organisation", "party") for end in ends if kinds.get(end) == kind]
    strong = [kind for word in words if (kind := noun_kind(word)) and not any_office(word)]
    if strong or bodies:
        return (bodies or strong)[0] if "official" not in strong else strong[0]
    return found[0] if found else ("official" if any(map(any_office, words)) else None)
