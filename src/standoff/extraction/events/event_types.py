"""The type of an event: what the model says of its slots, words that name a type, the whole report, and signs.

The model sees a slot and its surroundings; the words (triggers of the ontology) say what the whole sentence is about.
Both are summed as log scores, the more slots the less each one counts, since they err together; what the whole report
says of types, by model and words, is added, since an event is most often of the type that its report is about, and so
is what `signs` tell. A type of a user's own has the model's score of the type that it stands under, and its words count
for it together with that type's. ``training.fit_types`` fits the weights.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from standoff.extraction.events.deeds import own_deed
from standoff.extraction.events.items import items
from standoff.extraction.events.signs import signs_of
from standoff.extraction.grammar.page import Page
from standoff.extraction.lexicon import section
from standoff.extraction.ontology import Ontology, may_name
from standoff.extraction.trace import Point
from standoff.records import Quantity
from standoff.records.reading import Ints

Counts = NDArray[np.float64]


class Evidence(NamedTuple):
    """What is known for each type, [types] each: of the event by model and by words, and of the report."""

    model: Counts
    words: Counts
    report: Counts
    report_words: Counts


class TypeParts(NamedTuple):
    """Parts of the scores of types, [types] each, to be added: those of `Evidence`, weighted, and what signs add."""

    model: Counts
    words: Counts
    report: Counts
    report_words: Counts
    signs: Counts


@dataclass(frozen=True, eq=False)
class TypeIndex:
    """What one report, which is that of ``page``, says of types, each of its items by itself.

    ``model`` [rows, types] is the log chance of each type for each row of the table of slots; ``words`` [sentences,
    types] how many words of each sentence name it; ``named`` those words, as `naming` has them; ``read`` [rows] which
    rows the model reads and does not just miss; ``begins`` the sentences that begin the items but the first.
    """

    page: Page
    ontology: Ontology
    model: Counts
    words: Counts
    named: Mapping[int, Sequence[int]]
    read: Sequence[bool]
    begins: Sequence[int]

    @classmethod
    def of(cls, page: Page, ontology: Ontology) -> TypeIndex:
        """The index of a report, its types those of an ontology."""
        logs = np.log(np.clip(page.reading.slot_types, section("events", "types")["least"], 1.0))
        columns, named = list(ontology.columns), naming(page, ontology)
        words = [[0.0] * len(columns) for _ in page.bounds]
        for word, kinds in named.items():
            for kind in kinds:
                words[page.sentence[word]][kind] += 1
        return cls(
            page,
            ontology,
            logs[:, columns].astype(np.float64),
            np.array(words).reshape(len(words), len(columns)),
            named,
            [not missed for missed in page.faint],
            items(page),
        )

    def type(self, points: Sequence[Point]) -> str:
        """The type of the event that has these points."""
        model, words, report, report_words, signs = self.parts(points)
        return self.ontology.names[int((model + words + report + report_words + signs).argmax())]

    def parts(self, points: Sequence[Point]) -> TypeParts:
        """What the score of each type of the event that has these points is the sum of."""
        tuned = section("events", "types")
        model, words, report, report_words = self.evidence(points)
        words, report = tuned["words"] * words, tuned["report"] * report
        report_words = tuned["report_words"] * report_words
        excluded = self._excluded(points)
        best = int((model + words + report + report_words + excluded).argmax())
        return TypeParts(model, words, report, report_words, excluded + self._signs(points, best))

    def evidence(self, points: Sequence[Point]) -> Evidence:
        """What is known of each type of the event that has these points, before it is weighted."""
        together = section("events", "types")["together"]
        rows = [point.row for point in points]
        sentences = sorted({self.page.sentence[point.at.first] for point in points})
        return Evidence(
            self.model[rows].sum(0) / len(rows) ** together,
            np.log1p(self._hits(self.words[sentences])),
            *self._report(bisect_right(self.begins, sentences[0])),
        )

    def _signs(self, points: Sequence[Point], best: int) -> Counts:
        """What signs, and the one deed that all points are of, add to the score of each type where the one of this
        number scores best without them."""
        added = np.zeros(len(self.ontology.names))
        name = self.ontology.names[best]
        for sign, worth in signs_of(self.page, points, name):
            added[self.ontology.names.index(sign.kind)] += worth
        if own := own_deed(self.page, points, name):
            added[self.ontology.names.index(own)] += section("events", "types")["deed"]
        return added

    def _excluded(self, points: Sequence[Point]) -> Counts:
        """What is taken off the types in which nobody comes to harm, where somebody did."""
        tuned = section("events", "exclusive")
        harmed = any(
            point.slot in tuned["harm"] and isinstance(point.value, Quantity) and point.value.high != 0
            for point in points
        )
        bloodless = [name in tuned["bloodless"] and harmed for name in self.ontology.names]
        return np.where(bloodless, float(tuned["score"]), 0.0)

    def _report(self, item: int) -> tuple[Counts, Counts]:
        """What an item says, by model and by words: the same for each of its events."""
        if item not in self._said:
            ends = (0, *self.begins, len(self.words))
            told = slice(ends[item], ends[item + 1])
            own = (self._sentences >= told.start) & (self._sentences < told.stop)
            kept = next((rows for rows in (own & self.read, own) if rows.any()), ...)
            self._said[item] = self.model[kept].mean(0), np.log1p(self._hits(self.words[told]))
        return self._said[item]

    @cached_property
    def _sentences(self) -> Ints:
        """[rows]: the sentence of each row."""
        return np.array(self.page.sentence, np.int32)[self.page.reading.slots.bounds[:, 0]]

    @cached_property
    def _said(self) -> dict[int, tuple[Counts, Counts]]:
        return {}

    def _hits(self, words: Counts) -> Counts:
        """[types]: how many words name each, of one's own with those of the type that it stands under."""
        hits = words.sum(0)
        wider = hits[list(self.ontology.columns)]
        for number in self.ontology.own:
            hits[number] += wider[number] if hits[number] > 0 else 0.0
        return np.asarray(hits)


def naming(page: Page, ontology: Ontology) -> dict[int, Sequence[int]]:
    """The words that name types, in text order, with the numbers of these types."""
    following = [*page.forms[1:], ""]
    words = page.where(form for form in page.by_form if may_name(ontology, form))
    return {word: ontology.types_named(page.forms[word], following[word]) for word in words}
