"""The ontology of events and slots: words for people, codes of other databases, words that name a type."""

from __future__ import annotations

from functools import cache

from standoff.errors import ModelError
from standoff.extraction.lexicon import section
from standoff.records import EVENT_TYPES


@cache
def triggers(kind: str) -> tuple[str, ...]:
    """Stems that name an event type, lower case. Raises `ModelError` for a type that the ontology lacks."""
    types = section("ontology", "types")
    if kind not in EVENT_TYPES or kind not in types:
        raise ModelError(f"ontology.toml: event type {kind!r} is missing; install Standoff again")
    return tuple(types[kind]["triggers"])


def names(stem: str, form: str, following: str = "") -> bool:
    """Whether a word (lower case), with the one that follows it, is what a trigger's stem stands for."""
    first, _, second = stem.partition(" ")
    if second:
        return form == first and following.startswith(second)
    return form == stem[:-1] if stem.endswith("$") else form.startswith(stem)
