"""Bodies that speak with one voice: an army, the police, a ministry, a government.

Invariant: decided from what one report calls a source, and from the only ministry that it names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from standoff.extraction.chains.source_words import governs
from standoff.linking.words import tokens
from standoff.records import Report, Source
from standoff.settings import settings
from standoff.weighing.names import is_known
from standoff.weighing.offices import MINISTRY, has_name, is_former, ministry_of, the_ministry


def institution(report: Report, source: Source) -> str | None:
    """The institution that a source is or speaks for, by its name, its description, or the words around its name."""
    if source.kind not in ("official", "unknown", "document") or is_former(source):
        return None
    if source.kind == "official" and has_name(source) and governs(source.name.lower()):
        return "government"  # a country, or its capital
    told = [source.name, *source.described, *(span.quote(report.text) for span in source.spans)]
    listed = [tokens(text) for text in told]
    if not is_known(source.name) and (ministry := ministry_of(listed) or the_ministry(listed, report.text)):
        return ministry
    return next((found for phrase in _phrases(listed) if (found := _institutions().get(phrase))), None)


def is_body(words: Sequence[str]) -> bool:
    """Whether words hold those of a body that speaks with one voice."""
    return any(phrase in _institutions() for phrase in _phrases([words]))


def is_name_of_body(source: Source) -> bool:
    """Whether a source is called by the name of a body or of a land, and not by a person's."""
    words = tokens(source.name)
    return is_body(words) or not MINISTRY.isdisjoint(words) or governs(source.name.lower())


def titled(name: str, body: str) -> str:
    """A name with the body that it speaks for, unless the name tells that itself."""
    return name if body in name.lower() or ministry_of([tokens(name)]) else f"{name} ({body})"


def _phrases(listed: Sequence[Sequence[str]]) -> Iterator[str]:
    """Runs of words, the shortest first."""
    for length in range(1, _longest() + 1):
        for words in listed:
            yield from (" ".join(words[at : at + length]) for at in range(len(words) - length + 1))


@cache
def _institutions() -> dict[str, str]:
    listed = settings("weighing", "sources")["institutions"]
    return {word: name for name, words in listed.items() for word in words}


@cache
def _longest() -> int:
    return max(len(words.split()) for words in _institutions())
