"""The type of an event: what the model says of its slots, and the words of its sentences that name a type.

The model sees a slot and its surroundings; the words (stems of `ontology.toml`) say what the whole sentence is about.
Both are summed as log scores, the more slots the less each one counts, since they err together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

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
        named = _named(form, page.forms[word + 1] if word + 1 < len(page.forms) else "")
        if named:
            found[page.sentence[word], named] += 1
    return found


def event_type(page: Page, named: Counts, rows: Sequence[int], sentences: Sequence[int]) -> str:
    """The type of the event whose slots are these rows of the model's table and stand in these sentences."""
    tuned = section("events", "types")
    logs = np.log(np.clip(page.reading.slot_types[list(rows)], tuned["least"], 1.0))
    words = np.log1p(named[sorted(set(sentences))].sum(0))
    scores = logs.sum(0) / len(rows) ** tuned["together"] + tuned["words"] * words
    return EVENT_TYPES[int(scores.argmax())]


@lru_cache(maxsize=1 << 15)
def _named(form: str, following: str) -> tuple[int, ...]:
    """Types that a word names, alone or with the one after it ("opened fire")."""
    return tuple(
        number
        for number, kind in enumerate(EVENT_TYPES)
        if any(names(stem, form, following) for stem in triggers(kind))
    )
