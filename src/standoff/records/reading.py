"""What the model reads in a report, held as arrays, and what is drawn from it.

Invariant: every offset lies in the report's text; heads stay within their sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from standoff.records.claims import Attribution, Claim, Event
from standoff.records.report import Report, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

Json = dict[str, Any]
Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of a report, ``n`` in all, and their tree.

    ``offsets`` [n, 2] code points; ``sentences`` [s, 2] first and last+1 word; ``tags`` [n] index into `upos_names`;
    ``heads`` [n] word index of the head, -1 for a root; ``relations`` [n] index into `relation_names`.
    """

    offsets: Ints
    sentences: Ints
    tags: Ints
    heads: Ints
    relations: Ints
    upos_names: tuple[str, ...]
    relation_names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.offsets)


@dataclass(frozen=True, slots=True, eq=False)
class SpanTable:
    """Labelled stretches of words, ``k`` in all, in text order.

    ``bounds`` [k, 2] first and last+1 word; ``labels`` [k] index into ``names``; ``scores`` [k] in 0..1; ``links``
    [k] the word (attribution: first word of the cue that a source or content belongs to) or -1.
    """

    bounds: Ints
    labels: Ints
    scores: Floats
    links: Ints
    names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.bounds)


@dataclass(frozen=True, slots=True, eq=False)
class Roles:
    """Role fillers of incidents as MUC-4 has them; ``spans`` names: PerpInd, PerpOrg, Target, Victim, Weapon.

    ``types`` [k, 22] is the probability of each of `standoff.records.EVENT_TYPES`; ``event`` [k, d] an embedding in
    which fillers of one incident lie close.
    """

    spans: SpanTable
    types: Floats
    event: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """One report, read: words and tree, entities, attribution spans, slot spans; then what they say.

    ``slots`` names are those of `standoff.records.SLOTS`; ``slot_types`` [k, 22] is the probability of each of
    `standoff.records.EVENT_TYPES`; ``slot_manner`` [k, 10] of each polarity, certainty and realis, side by side;
    ``slot_event`` [k, d] is an embedding in which slots of one event lie close; ``faint`` [k] tells which slots the
    model just misses, no claims but where a rule finds the same (empty: none). ``factuality`` [n] says of each word
    how certain it is that what it names happened, -3 (certainly not) to 3, as UDS-IH2 has it. ``roles`` are not
    stored: of a reading from a database they are ``None``. ``drafts`` are for readers that give claims themselves
    (``None``: this one does not): claims whose values are words still, and whose chain is that of their attribution;
    such a reader fills in ``attributions`` too, and leaves slots and attribution spans empty.
    """

    report: Report
    words: Words
    entities: SpanTable
    attribution_spans: SpanTable
    slots: SpanTable
    slot_types: Floats
    slot_manner: Floats
    slot_event: Floats
    attributions: tuple[Attribution, ...] = field(default=())
    events: tuple[Event, ...] = field(default=())
    claims: tuple[Claim, ...] = field(default=())
    factuality: Floats = field(default_factory=lambda: np.zeros(0, np.float32))
    roles: Roles | None = None
    drafts: tuple[Claim, ...] | None = None
    faint: NDArray[np.bool_] = field(default_factory=lambda: np.zeros(0, np.bool_))

    def span(self, first: int, last: int) -> Span:
        """The characters of words ``first`` up to but not ``last``."""
        offsets = self.words.offsets
        return Span(int(offsets[first, 0]), int(offsets[last - 1, 1]))

    @property
    def read_slots(self) -> SpanTable:
        """The slots without those that the model just misses."""
        if not self.faint.any():
            return self.slots
        read, table = ~self.faint, self.slots
        return SpanTable(
            table.bounds[read], table.labels[read], table.scores[read], table.links[read], table.names
        )

    def to_spacy(self) -> Doc:
        """The reading as a spaCy ``Doc``: tags, tree, ``spans`` by kind, outermost entities as ``ents``.

        Needs the extra ``standoff[spacy]``; raises `StandoffError` without it. Words that stand apart in the text
        stay so; white space other than single spaces becomes tokens, as spaCy has it, so offsets are the report's.
        """
        from standoff.records.spacy_doc import to_doc

        return to_doc(self)

    def to_json(self) -> Json:
        """The form of DESIGN.md section 6, which the scorers read."""
        return {
            "report": self.report.to_json(),
            "attributions": [item.to_json() for item in self.attributions],
            "events": [item.to_json() for item in self.events],
            "claims": [item.to_json() for item in self.claims],
        }
