"""The type of an event: what the model says of its slots, and the words of its sentences that name a type.

The model sees a slot and its surroundings; the words (stems of `ontology.toml`) say what the whole sentence is about.
Both are summed as log scores, the more slots the less each one counts, since they err together.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from standoff.extraction.lexicon import section
from standoff.extraction.ontology import names, triggers
from standoff.extraction.page import Page
from standoff.records import EVENT_TYPES

Counts = NDArray[np.float64]


def named_types(page: Page) -> Counts:
    """[sentences, types]: how many words of each sentence name each type."""
    found = np.zeros((len(page.bounds), len(EVENT_TYPES)))
    for word, form in enumerate(page.forms):
        for kind in types_named(form, page.forms[word + 1] if word + 1 < len(page.forms) else ""):
            found[page.sentence[word], kind] += 1
    return found


def event_type(page: Page, named: Counts, rows: Sequence[int], sentences: Sequence[int]) -> str:
    """The type of the event whose slots are these rows of the model's table and stand in these sentences."""
    tuned = section("events", "types")
    logs = np.log(np.clip(page.reading.slot_types[list(rows)], tuned["least"], 1.0))
    words = np.log1p(named[sorted(set(sentences))].sum(0))
    scores = logs.sum(0) / len(rows) ** tuned["together"] + tuned["words"] * words
    return EVENT_TYPES[int(scores.argmax())]


@lru_cache(maxsize=1 << 15)
def _by_itself(form: str) -> tuple[int, ...]:
    """Types that a word names alone."""
    return tuple(
        number
        for number, kind in enumerate(EVENT_TYPES)
        if any(" " not in stem and names(stem, form) for stem in triggers(kind))
    )


@cache
def _together() -> Mapping[str, tuple[tuple[str, int], ...]]:
    """For the first of two words that name a type together: the second, and the type ("opened fire")."""
    found: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, kind in enumerate(EVENT_TYPES):
        for first, gap, second in (stem.partition(" ") for stem in triggers(kind)):
            if gap:
                found[first].append((second, number))
    return {first: tuple(pairs) for first, pairs in found.items()}


def types_named(form: str, following: str) -> Iterator[int]:
    """Types that a word names, alone or with the one after it, each once."""
    alone = _by_itself(form)
    yield from alone
    for second, number in _together().get(form, ()):
        if number not in alone and following.startswith(second):
            yield number
