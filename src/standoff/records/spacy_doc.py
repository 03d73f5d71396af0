"""A reading as a spaCy ``Doc``, for those who have matchers or displaCy to use on it.

Invariant: ``doc.text`` is the report's text, so a character offset means the same in both.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from standoff.errors import StandoffError

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from standoff.records.reading import Reading, SpanTable


def to_doc(reading: Reading) -> Doc:
    """The ``Doc`` of a reading. Raises `StandoffError` when spaCy is not installed."""
    try:
        from spacy.tokens import Doc
        from spacy.util import filter_spans
        from spacy.vocab import Vocab
    except ImportError as error:
        raise StandoffError("spaCy is not installed; install standoff[spacy]") from error
    forms, spaces, places = _tokens(reading)
    words = reading.words
    count = len(forms)
    tags, relations, heads = ["SPACE"] * count, ["dep"] * count, list(range(count))
    for word, place in enumerate(places):
        head = int(words.heads[word])
        tags[place] = words.upos_names[words.tags[word]]
        relations[place] = "ROOT" if head < 0 else words.relation_names[words.relations[word]]
        heads[place] = place if head < 0 else places[head]
    for place in range(1, count):  # white space hangs on what stands before it
        heads[place] = place - 1 if tags[place] == "SPACE" else heads[place]
    doc = Doc(Vocab(), words=forms, spaces=spaces, pos=tags, heads=heads, deps=relations)
    for name, table in _tables(reading):
        doc.spans[name] = _spans(doc, table, places)
    doc.ents = filter_spans(doc.spans["entities"])
    return doc


def _tables(reading: Reading) -> list[tuple[str, SpanTable]]:
    return [
        ("entities", reading.entities),
        ("attribution", reading.attribution_spans),
        ("slots", reading.read_slots),
    ]


def _tokens(reading: Reading) -> tuple[list[str], list[bool], list[int]]:
    """Tokens with their following single space, and the token of each word."""
    text = reading.report.text
    forms: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    at = 0
    for start, end in [*reading.words.offsets.tolist(), [len(text), len(text)]]:
        gap = text[at:start]
        if gap.startswith(" ") and forms:
            spaces[-1], gap = True, gap[1:]
        if gap:
            forms.append(gap)
            spaces.append(False)
        if start < end:
            places.append(len(forms))
            forms.append(text[start:end])
            spaces.append(False)
        at = end
    return forms, spaces, places


def _spans(doc: Doc, table: SpanTable, places: list[int]) -> list[Span]:
    from spacy.tokens import Span

    return [
        Span(doc, places[first], places[last - 1] + 1, label=table.names[label])
        for (first, last), label in zip(table.bounds.tolist(), table.labels.tolist(), strict=True)
    ]
