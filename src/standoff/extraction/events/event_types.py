"""The type of an event: what the model says of its slots, the words of its sentences that name a type, and the report.

The model sees a slot and its surroundings; the words (triggers of the ontology) say what the whole sentence is about.
Both are summed as log scores, the more slots the less each one counts, since they err together; what the whole report
says of types, by model and words, is added, since an event is most often of the type that its report is about. A type
of a user's own has the model's score of the type that it stands under, and its words count for it together with that
type's. ``training.fit_types`` fits the weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section
from standoff.extraction.ontology import Ontology, may_name

Counts = NDArray[np.float64]


class TypeParts(NamedTuple):
    """Parts of the scores of types, [types] each, to be added: of the event by model and by words, of the report."""

    model: Counts
    words: Counts
    report: Counts
    report_words: Counts


@dataclass(frozen=True, eq=False)
class TypeIndex:
    """What one report says of types.

    ``model`` [rows, types] is the log chance of each type for each row of the table of slots; ``words`` [sentences,
    types] how many words of each sentence name it; ``named`` those words, as `naming` has them; ``read`` [rows] which
    rows the model reads and does not just miss.
    """

    ontology: Ontology
    model: Counts
    words: Counts
    named: Mapping[int, Sequence[int]]
    read: Sequence[bool]

    @classmethod
    def of(cls, page: Page, ontology: Ontology) -> TypeIndex:
        """The index of a report, its types those of an ontology."""
        logs = np.log(np.clip(page.reading.slot_types, section("events", "types")["least"], 1.0))
        columns, named = list(ontology.columns), naming(page, ontology)
        words = np.zeros((len(page.bounds), len(ontology.names)))
        for word, kinds in named.items():
            words[page.sentence[word], list(kinds)] += 1
        return cls(
            ontology, logs[:, columns].astype(np.float64), words, named, [not missed for missed in page.faint]
        )

    def type(self, rows: Sequence[int], sentences: Sequence[int]) -> str:
        """The type of the event whose slots are these rows and stand in these sentences."""
        return self.ontology.names[int(np.sum(self.parts(rows, sentences), 0).argmax())]

    def parts(self, rows: Sequence[int], sentences: Sequence[int]) -> TypeParts:
        """What the score of each type is the sum of; the arguments are those of `type`."""
        tuned = section("events", "types")
        model, words, report, report_words = self.evidence(rows, sentences)
        return TypeParts(
            model, tuned["words"] * words, tuned["report"] * report, tuned["report_words"] * report_words
        )

    def evidence(self, rows: Sequence[int], sentences: Sequence[int]) -> TypeParts:
        """The parts before they are weighted; the arguments are those of `type`."""
        together = section("events", "types")["together"]
        return TypeParts(
            self.model[list(rows)].sum(0) / len(rows) ** together,
            np.log1p(self._hits(self.words[sorted(set(sentences))])),
            *self._report,
        )

    @cached_property
    def _report(self) -> tuple[Counts, Counts]:
        """What the whole report says, by model and by words: the same for each of its events."""
        read = self.model[self.read] if any(self.read) else self.model
        return read.mean(0), np.log1p(self._hits(self.words))

    def _hits(self, words: Counts) -> Counts:
        """[types]: how many words name each, of one's own with those of the type that it stands under."""
        hits = words.sum(0)
        columns = np.array(self.ontology.columns)
        own = columns != np.arange(len(columns))
        return np.asarray(hits + np.where(own & (hits > 0), hits[columns], 0.0))


def naming(page: Page, ontology: Ontology) -> dict[int, Sequence[int]]:
    """The words that name types, in text order, with the numbers of these types."""
    following = [*page.forms[1:], ""]
    words = page.where(form for form in page.by_form if may_name(ontology, form))
    return {word: ontology.types_named(page.forms[word], following[word]) for word in words}
