"""A reading as plain Python lists, made once and handed to every rule that walks words and trees.

Invariant: a page adds nothing to its reading, but that it joins a name to the noun before it where the tree gives a
verb both, gives verbs back the subjects and objects that the tree has with others, ends no sentence in a preposition,
and that no tag is one that a list or the tree belies; all lists are as long as there are words (``quoted`` and the rest
too).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any, NamedTuple

from standoff.extraction.grammar.capitals import is_shouted, set_as_names, set_with_capitals, title_case
from standoff.extraction.grammar.closed_classes import retag_by_tree, retag_nouns
from standoff.extraction.grammar.entity_heads import labels_of_heads
from standoff.extraction.grammar.lines import Line, line_of
from standoff.extraction.grammar.lost_subjects import free_participles, own_subjects, return_subjects
from standoff.extraction.grammar.phrasal import return_particles
from standoff.extraction.grammar.quotations import quotation_spans
from standoff.extraction.grammar.split_names import join_names
from standoff.extraction.grammar.whole_sentences import whole_sentences, without_hanging
from standoff.extraction.values.cardinals import Spelt
from standoff.records import Reading, Span, SpanTable


class Stretch(NamedTuple):
    """Words ``first`` up to but not ``last``."""

    first: int
    last: int

    def holds(self, word: int) -> bool:
        return self.first <= word < self.last

    def covers(self, other: Stretch) -> bool:
        return self.first <= other.first and other.last <= self.last

    def meets(self, other: Stretch) -> bool:
        return self.first < other.last and other.first < self.last


class Labelled(NamedTuple):
    """One row of a span table."""

    at: Stretch
    label: str
    link: int
    score: float


@dataclass(eq=False)
class Page:
    """The words of a reading: ``forms`` lower-cased, ``starts`` and ``ends`` in code points, ``sentence`` numbers,
    ``bounds`` of the sentences, universal ``tags``, ``heads`` (-1 for a root), universal ``relations`` without
    subtypes, and ``children`` in text order; ``known`` is what rules keep (`once`).
    """

    reading: Reading
    text: str
    forms: list[str]
    starts: list[int]
    ends: list[int]
    sentence: list[int]
    bounds: list[Stretch]
    tags: list[str]
    heads: list[int]
    relations: list[str]
    children: list[list[int]] = field(repr=False)
    known: dict[object, dict[Any, Any]] = field(
        init=False, repr=False, default_factory=lambda: defaultdict(dict)
    )

    @classmethod
    def of(cls, reading: Reading) -> Page:
        """The page of a reading. Takes about two microseconds a word."""
        words, text = reading.words, reading.report.text
        starts, ends = words.offsets.T.tolist()
        tags = [words.upos_names[tag] for tag in words.tags.tolist()]
        cuts = without_hanging(
            words.sentences.tolist(), tags, lambda word: text[ends[word - 1] : starts[word]]
        )
        bounds = [Stretch(first, last) for first, last in cuts]
        sentence = [number for number, at in enumerate(bounds) for _ in range(at.last - at.first)]
        sentence += [max(0, len(bounds) - 1)] * (len(starts) - len(sentence))
        names = [name.partition(":")[0] for name in words.relation_names]
        relations = [names[relation] for relation in words.relations.tolist()]
        heads = words.heads.tolist()
        forms = [text[start:end].lower() for start, end in zip(starts, ends, strict=True)]
        retag_nouns(tags, forms)
        retag_by_tree(tags, forms, heads, relations)
        join_names(tags, heads, relations)
        return_subjects(heads, relations)
        free_participles(forms, tags, heads, relations)
        own_subjects(tags, heads, relations)
        return_particles(forms, heads, relations)
        children: list[list[int]] = [[] for _ in starts]
        for word, head in enumerate(heads):
            if head >= 0:
                children[head].append(word)
        return cls(
            reading,
            text,
            forms,
            starts,
            ends,
            sentence,
            bounds,
            tags,
            heads,
            relations,
            children,
        )

    def __len__(self) -> int:
        return len(self.forms)

    @cached_property
    def words(self) -> Spelt:
        """All words as they stand."""
        text = self.text
        words = [text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        return Spelt.of(words, tuple([form.replace("\u2019", "'") for form in self.forms]))

    def where(self, forms: Iterable[str]) -> list[int]:
        """The words, in text order, that are one of these forms (lower case)."""
        found = self.vocabulary.intersection(forms)
        return sorted([word for form in found for word in self.by_form[form]]) if found else []

    @cached_property
    def entities(self) -> list[Labelled]:
        """The entities that the model reads."""
        return rows(self.reading.entities)

    @cached_property
    def entities_at(self) -> dict[int, list[Stretch]]:
        """The stretches of the entities that hold each word."""
        found: dict[int, list[Stretch]] = defaultdict(list)
        for row in self.entities:
            for word in range(*row.at):
                found[word].append(row.at)
        return dict(found)

    @cached_property
    def entity_labels(self) -> dict[int, str]:
        """For each word, the label of the smallest entity that is about it, not about what it only modifies.

        In "Grain Office spokesman Juan Doe" the office is no person.
        """
        entities = ((row.at, row.label) for row in self.entities)
        return labels_of_heads(entities, self.heads, self.relations, self.tags)

    @cached_property
    def faint(self) -> list[bool]:
        """Of each slot of the table, whether the model just misses it."""
        return self.reading.faint.tolist() or [False] * len(self.reading.slots)

    @cached_property
    def slot_manner(self) -> list[list[float]]:
        """Of each slot of the table, what the model learned of its manner: a row of `Reading.slot_manner`."""
        rows: list[list[float]] = self.reading.slot_manner.tolist()
        return rows

    @cached_property
    def read_slots(self) -> list[Labelled]:
        """The slots that the model reads, without those that it just misses."""
        return rows(self.reading.read_slots)

    @cached_property
    def by_form(self) -> dict[str, list[int]]:
        """The words of each form, in text order."""
        found: dict[str, list[int]] = defaultdict(list)
        for word, form in enumerate(self.forms):
            found[form].append(word)
        return dict(found)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The forms that the page has."""
        return frozenset(self.forms)

    def span(self, at: Stretch) -> Span:
        """The characters of a stretch."""
        return Span(self.starts[at.first], self.ends[at.last - 1])

    def quote(self, at: Stretch) -> str:
        """The words of a stretch, white space made single."""
        return " ".join(self.text[self.starts[at.first] : self.ends[at.last - 1]].split())

    def part_at(self, word: int) -> str:
        """The kind of the part that a word begins in; "body" where there is none."""
        start = self.starts[word]
        parts = self.reading.report.parts
        return next((part.kind for part in parts if part.span.start <= start < part.span.end), "body")

    def stretch(self, span: Span) -> Stretch | None:
        """The words that a span of characters touches; ``None`` when it touches none."""
        first, last = bisect_right(self.ends, span.start), bisect_left(self.starts, span.end)
        return Stretch(first, last) if first < last else None

    def child(self, head: int, *relations: str) -> int | None:
        """The first dependent with one of these relations."""
        for word in self.children[head]:
            if self.relations[word] in relations:
                return word
        return None

    def subtree(self, top: int, without: frozenset[int] = frozenset()) -> list[int]:
        """A word and all that hangs on it, in text order, leaving out the branches that begin in ``without``.

        Every word is visited once, so a damaged tree with a cycle does not hang.
        """
        if not self.children[top]:
            return [top]
        seen = {top}
        stack = [top]
        while stack:
            for word in self.children[stack.pop()]:
                if word not in seen and word not in without:
                    seen.add(word)
                    stack.append(word)
        return sorted(seen)

    def above(self, word: int) -> list[int]:
        """The heads over a word, nearest first."""
        found: list[int] = []
        seen = {word}
        while (word := self.heads[word]) >= 0 and word not in seen:
            found.append(word)
            seen.add(word)
        return found

    def same_sentence(self, number: int) -> range:
        """The sentences that are one with a sentence, when a cut stands where no sentence ends ("the U.S. | said")."""
        return self._whole[number]

    @cached_property
    def _whole(self) -> list[range]:
        pairs = pairwise(self.bounds)
        gaps = [self.text[self.ends[one.last - 1] : self.starts[other.first]] for one, other in pairs]
        return whole_sentences(self.words, self.forms, self.bounds, gaps, shouted=self.shouted)

    def capital(self, word: int) -> bool:
        """Whether a word is set apart by a capital: not in headlines or copy that is all capitals, not at a start."""
        return self._capitals[word]

    def named(self, word: int) -> bool:
        """Whether a word is a proper noun, and set as one where the text has capitals."""
        return self._named[word]

    @cached_property
    def set_apart(self) -> list[int]:
        """The words that are named or have a capital."""
        flags = zip(self._named, self._capitals, strict=True)
        return [word for word, (named, capital) in enumerate(flags) if named or capital]

    @cached_property
    def in_title_case(self) -> frozenset[int]:
        """The sentences that set their common words with capitals too, as headlines do."""
        return title_case(self.words, self.tags, self.bounds)

    @cached_property
    def shouted(self) -> bool:
        """Whether the text is mostly in capitals, as wire copy once was."""
        return is_shouted(self.text)

    @cached_property
    def _capitals(self) -> list[bool]:
        blind = range(len(self.bounds)) if self.shouted else self.in_title_case
        return set_with_capitals(self.words, self.bounds, blind)

    @cached_property
    def _named(self) -> list[bool]:
        return set_as_names(self.words, self.forms, self.tags, self.bounds)

    def line(self, number: int) -> Line:
        """A sentence by itself, made once however many values stand in it."""
        known = self._lines.get(number)
        if known is None:
            at = self.bounds[number]
            known = self._lines[number] = line_of(self.words, self.forms, self.tags, self.heads, at)
        return known

    @cached_property
    def _lines(self) -> dict[int, Line]:
        return {}

    @cached_property
    def quotations(self) -> list[Stretch]:
        """The stretches between quotation marks, marks included, in text order.

        A quotation ends at its closing mark; one without ends at its paragraph, and goes on when the next paragraph
        opens with a mark again (newspapers repeat the opening mark and close only once).
        """
        found = (self.stretch(span) for span in quotation_spans(self.text))
        return [at for at in found if at]

    @cached_property
    def quoted(self) -> list[int]:
        """For each word, the number of the quotation that holds it, or -1."""
        marks = [-1] * len(self)
        for number, at in enumerate(self.quotations):
            marks[at.first : at.last] = [number] * (at.last - at.first)
        return marks


def compact(words: list[int]) -> tuple[Stretch, ...]:
    """Sorted word numbers as the fewest stretches."""
    begins = [at for at, word in enumerate(words) if at == 0 or words[at - 1] + 1 != word]
    return tuple([Stretch(words[at], words[end - 1] + 1) for at, end in pairwise((*begins, len(words)))])


def rows(table: SpanTable) -> list[Labelled]:
    """A span table as rows, empty spans left out."""
    bounds = map(Stretch._make, table.bounds.tolist())
    labels = [table.names[label] for label in table.labels.tolist()]
    found = map(Labelled, bounds, labels, table.links.tolist(), table.scores.tolist())
    return [row for row in found if row.at.first < row.at.last]
