"""The type of an event: what the model says of its slots, and the words of its sentences that name a type.

The model sees a slot and its surroundings; the words (triggers of the ontology) say what the whole sentence is about.
Both are summed as log scores, the more slots the less each one counts, since they err together. A type of a user's own
has the model's score of the type that it stands under, and its words count for it together with that type's.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from standoff.extraction.lexicon import section
from standoff.extraction.ontology import Ontology
from standoff.extraction.page import Page

Counts = NDArray[np.float64]


def named_types(page: Page, ontology: Ontology) -> Counts:
    """[sentences, types]: how many words of each sentence name each type."""
    found = np.zeros((len(page.bounds), len(ontology.names)))
    for sentence, form, following in zip(page.sentence, page.forms, [*page.forms[1:], ""], strict=False):
        for kind in ontology.types_named(form, following):
            found[sentence, kind] += 1
    return found


def event_type(
    page: Page, named: Counts, rows: Sequence[int], sentences: Sequence[int], ontology: Ontology
) -> str:
    """The type of the event whose slots are these rows of the model's table and stand in these sentences."""
    model, words = type_scores(page, named, rows, sentences, ontology)
    return ontology.names[int((model + words).argmax())]


def type_scores(
    page: Page, named: Counts, rows: Sequence[int], sentences: Sequence[int], ontology: Ontology
) -> tuple[Counts, Counts]:
    """What the model and the words say for each type [types]: log scores, to be added."""
    tuned = section("events", "types")
    logs = np.log(np.clip(page.reading.slot_types[list(rows)], tuned["least"], 1.0)).sum(0)
    columns = list(ontology.columns)
    hits = named[sorted(set(sentences))].sum(0)
    own = np.array([name != kind.under for name, kind in ontology.types.items()])
    hits = hits + np.where(own & (hits > 0), hits[columns], 0.0)
    return logs[columns] / len(rows) ** tuned["together"], tuned["words"] * np.log1p(hits)
