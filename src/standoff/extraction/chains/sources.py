"""What a source is, by the words that name and describe it, and how it is identified.

Invariant: the answer depends on the words given and on ``data/sources.toml`` alone. Terms: CLAIMS.md section 1.
"""

from __future__ import annotations

from standoff.extraction.chains.source_kinds import kind_of
from standoff.extraction.chains.source_words import LONG_NAME, listed, noun_kind
from standoff.extraction.grammar.noun_forms import head_of, lower_words, plural, singular
from standoff.extraction.places.lexicon import people_words
from standoff.records import Source, Span
from standoff.records.claims import Identification

IMPLICIT = Source("it was reported", "implicit", "unknown")

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
    proper = proper and not (entity != "person" and head_of(lower_words(name)) in listed("person", "titles"))
    identification = identify(name, proper=proper, anonymous=anonymous, article=article)
    kind = kind_of(name, proper=identification == "named", description=description, entity=entity)
    described = (description,) if description else ()
    return Source(name, identification, kind, spans, described)


def identify(name: str, *, proper: bool, anonymous: bool = False, article: str = "") -> Identification:
    """How a source is identified: named, role, group, anonymous, bare (CLAIMS.md section 1)."""
    words = lower_words(name)
    head = head_of(words)
    if anonymous or not listed("identification", "anonymous").isdisjoint(words):
        return "anonymous"
    if proper and not _is_collective(head, words):
        return "named"
    if head == "source" and len(words) > 1:
        return "role"
    if singular(head) in listed("identification", "bare") or noun_kind(head) in (
        "imagery",
        "document",
        "social",
    ):
        return "bare"
    one = article in _SINGULAR or not _SINGULAR.isdisjoint(words[:1])
    if not one and (plural(head) or head in listed("identification", "body_or_member")):
        return "group"
    if head in listed("identification", "collective"):
        return "group"
    return "role"


def _is_collective(head: str, words: list[str]) -> bool:
    """Whether capitals do not make it a name: "Beloit police", "Pakistani Army", "Iraqi officials", "Nigerians"."""
    if plural(head) and head in people_words():
        return True
    if head in listed("identification", "collective_named") or (head == "army" and len(words) < LONG_NAME):
        return True
    return len(words) > 1 and head != singular(head) and singular(head) in listed("identification", "people")
