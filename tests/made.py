"""A small invented report and its reading, made by hand, for tests of every room after `reading/`.

The towns, bodies and people do not exist. Offsets are found by searching the text, so every span slices to its quote.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import Any

import numpy as np

from standoff.records import (
    CERTAINTIES,
    EVENT_TYPES,
    POLARITIES,
    REALES,
    SLOTS,
    Attribution,
    Claim,
    Dateline,
    Entity,
    Event,
    Hedge,
    Part,
    Place,
    Quantity,
    Reading,
    Rendition,
    Report,
    Source,
    Span,
    SpanTable,
    Stamp,
    Text,
    Time,
    Words,
)
from standoff.records.report import make_id

TEXT = """\
outlet: Marrow Valley Courier
date: 2031-03-14
title: Gunmen hold two guards at Tellis depot

TELLIS, Ostrany Coast (NWA) -- Gunmen seized two guards at a grain depot in Tellis on Friday.
"At least three people were hurt," a police spokeswoman told Northwind Agency.
Northwind, citing unnamed officials, said the men may belong to the Red Heron group.
The group denied any part in it.
Shots were heard before dawn, drivers said.
In January, a fire killed four workers at the same depot.
"""

# One line a sentence of the body: form/tag/head/relation, heads counted from 1 within the sentence, 0 the root.
TREES = """\
Gunmen/NOUN/2/nsubj seized/VERB/0/root two/NUM/4/nummod guards/NOUN/2/obj at/ADP/8/case a/DET/8/det \
grain/NOUN/8/compound depot/NOUN/2/obl in/ADP/10/case Tellis/PROPN/8/nmod on/ADP/12/case Friday/PROPN/2/obl \
./PUNCT/2/punct
"/PUNCT/7/punct At/ADP/3/case least/ADJ/4/nmod three/NUM/5/nummod people/NOUN/7/nsubj:pass were/AUX/7/aux:pass \
hurt/VERB/13/ccomp ,/PUNCT/7/punct "/PUNCT/7/punct a/DET/12/det police/NOUN/12/compound \
spokeswoman/NOUN/13/nsubj told/VERB/0/root Northwind/PROPN/15/compound Agency/PROPN/13/obj ./PUNCT/13/punct
Northwind/PROPN/7/nsubj ,/PUNCT/3/punct citing/VERB/1/acl unnamed/ADJ/5/amod officials/NOUN/3/obj ,/PUNCT/3/punct \
said/VERB/0/root the/DET/9/det men/NOUN/11/nsubj may/AUX/11/aux belong/VERB/7/ccomp to/ADP/16/case the/DET/16/det \
Red/PROPN/15/compound Heron/PROPN/16/compound group/NOUN/11/obl ./PUNCT/7/punct
The/DET/2/det group/NOUN/3/nsubj denied/VERB/0/root any/DET/5/det part/NOUN/3/obj in/ADP/7/case it/PRON/5/nmod \
./PUNCT/3/punct
Shots/NOUN/3/nsubj:pass were/AUX/3/aux:pass heard/VERB/8/ccomp before/ADP/5/case dawn/NOUN/3/obl ,/PUNCT/3/punct \
drivers/NOUN/8/nsubj said/VERB/0/root ./PUNCT/8/punct
In/ADP/2/case January/PROPN/6/obl ,/PUNCT/6/punct a/DET/5/det fire/NOUN/6/nsubj killed/VERB/0/root four/NUM/8/nummod \
workers/NOUN/6/obj at/ADP/12/case the/DET/12/det same/ADJ/12/amod depot/NOUN/6/obl ./PUNCT/6/punct
"""

AGENCY = Source("Northwind Agency", "named", "agency")
POLICE = Source("police spokeswoman", "role", "official")
OFFICIALS = Source("unnamed officials", "anonymous", "official")
GROUP = Source("Red Heron group", "named", "party")
DRIVERS = Source("drivers", "group", "witness")


def at(text: str, quote: str, inside: str | None = None) -> Span:
    """Where the quote stands: its first place in the text, or in the first place of the words ``inside``."""
    start = text.index(quote, text.index(inside) if inside else 0)
    return Span(start, start + len(quote))


def report(
    text: str = TEXT, *, name: str = "courier.txt", outlet: str | None = "Marrow Valley Courier"
) -> Report:
    """The invented report, or any other text as a report of one part."""
    published = Stamp("2031-03-14", "day", "header")
    rendition = Rendition(text, "made", "1")
    made = Report(
        id=make_id(rendition, outlet, None, published),
        rendition=rendition,
        parts=(Part("body", Span(0, len(text))),),
        name=name,
        outlet=outlet,
        published=published,
        raw_sha256=rendition.sha256,
        language="en",
    )
    return _with_head(made) if text == TEXT else made


def _with_head(made: Report) -> Report:
    text = made.text
    body = text.index("TELLIS")
    dateline = at(text, "TELLIS, Ostrany Coast (NWA) --")
    parts = (
        Part("header", Span(0, text.index("title:"))),
        Part("title", at(text, "title: Gunmen hold two guards at Tellis depot")),
        Part("dateline", dateline),
        Part("body", Span(body + len("TELLIS, Ostrany Coast (NWA) -- "), len(text.rstrip()))),
    )
    title = "Gunmen hold two guards at Tellis depot"
    return replace(
        made, parts=parts, title=title, dateline=Dateline("TELLIS, Ostrany Coast", "NWA", dateline)
    )


def plain_words(text: str) -> Words:
    """Any text as one sentence of words that all hang on the first."""
    offsets = np.array([match.span() for match in re.finditer(r"\w+|[^\w\s]", text)], np.int32).reshape(-1, 2)
    count = len(offsets)
    heads = np.zeros(count, np.int32)
    heads[:1] = -1
    relations = np.ones(count, np.int32)
    relations[:1] = 0
    sentences = np.array([[0, count]] if count else [], np.int32).reshape(-1, 2)
    return Words(offsets, sentences, np.zeros(count, np.int32), heads, relations, ("X",), ("root", "dep"))


def _tree_words(text: str) -> Words:
    rows: list[tuple[int, int, str, int, str]] = []
    sentences = []
    cursor = text.index("Gunmen seized")
    for line in TREES.splitlines():
        first = len(rows)
        for item in line.split():
            form, tag, head, relation = item.rsplit("/", 3)
            start = text.index(form, cursor)
            cursor = start + len(form)
            rows.append((start, cursor, tag, first + int(head) - 1 if int(head) else -1, relation))
        sentences.append((first, len(rows)))
    upos = tuple(sorted({row[2] for row in rows}))
    relations = tuple(sorted({row[4] for row in rows}))
    return Words(
        np.array([row[:2] for row in rows], np.int32),
        np.array(sentences, np.int32),
        np.array([upos.index(row[2]) for row in rows], np.int32),
        np.array([row[3] for row in rows], np.int32),
        np.array([relations.index(row[4]) for row in rows], np.int32),
        upos,
        relations,
    )


def table(words: Words, spans: list[tuple[Span, str]], names: tuple[str, ...], links: list[int]) -> SpanTable:
    """Character spans with labels as a table over words."""
    starts, ends = words.offsets[:, 0], words.offsets[:, 1]
    bounds = [
        (int(np.searchsorted(starts, span.start)), int(np.searchsorted(ends, span.end)) + 1)
        for span, _ in spans
    ]
    return SpanTable(
        np.array(bounds, np.int32).reshape(-1, 2),
        np.array([names.index(label) for _, label in spans], np.int32),
        np.full(len(spans), 0.9, np.float32),
        np.array(links, np.int32),
        names,
    )


def _claims(text: str) -> tuple[Claim, ...]:
    taken, fire = "hostage_taking", "accident"
    depot = at(text, "a grain depot in Tellis")
    place = Place("a grain depot in Tellis", "Tellis", "XA", 41.25, 12.5, 8.0)
    may = at(text, "may")
    return (
        Claim("c1", "e1", taken, "actor", Entity("Gunmen"), (at(text, "Gunmen", "Gunmen seized"),), score=0.97),
        Claim("c2", "e1", taken, "captive", Quantity("toll", 2, 2, party="guards"), (at(text, "two", "seized two"),)),
        Claim("c3", "e1", taken, "place", place, (depot,)),
        Claim("c4", "e1", taken, "time", Time("2031-03-14", "2031-03-14"), (at(text, "Friday"),)),
        Claim(
            "c5", "e1", taken, "injured", Quantity("toll", 3, None, party="people"),
            (at(text, "At least three people"),), "a2", (AGENCY, POLICE),
        ),
        Claim(
            "c6", "e1", taken, "affiliation", Entity("Red Heron group"), (at(text, "the Red Heron group"),), "a4",
            (AGENCY, OFFICIALS), certainty="possible", hedges=(Hedge("may", may, "value"),), score=0.71,
        ),
        Claim(
            "c7", "e1", taken, "actor", Entity("Red Heron group"), (at(text, "The group"),), "a5", (GROUP,),
            polarity="denied",
        ),
        Claim(
            "c8", "e1", taken, "observation", Text("Shots were heard before dawn"),
            (at(text, "Shots were heard before dawn"),), "a6", (DRIVERS,),
        ),
        Claim("c9", "e2", fire, "killed", Quantity("toll", 4, 4, party="workers"), (at(text, "four workers"),)),
        Claim("c10", "e2", fire, "time", Time("2031-01-01", "2031-01-31"), (at(text, "January"),)),
        Claim("c11", "e2", fire, "place", Place("the same depot"), (at(text, "the same depot"),)),
    )  # fmt: skip


def _attributions(text: str) -> tuple[Attribution, ...]:
    def link(
        name: str, within: str | None, source: Source, words: str, cue: str, act: str, content: str, near: str
    ) -> Attribution:
        where = () if not words else (at(text, words, near),)
        found = replace(source, spans=where)
        return Attribution(name, within, found, (at(text, cue, near),), act, (at(text, content),))  # type: ignore[arg-type]

    hurt, men = "At least three people were hurt", "the men may belong to the Red Heron group"
    told, said = "a police spokeswoman told", "Northwind, citing"
    return (
        link("a1", None, AGENCY, "Northwind Agency", "told", "says", hurt, told),
        link("a2", "a1", POLICE, "a police spokeswoman", "told", "says", hurt, told),
        link("a3", None, AGENCY, "Northwind", "said", "says", men, said),
        link("a4", "a3", OFFICIALS, "unnamed officials", "citing", "cites", men, said),
        link("a5", None, GROUP, "The group", "denied", "denies", "any part in it", "The group"),
        link("a6", None, DRIVERS, "drivers", "said", "says", "Shots were heard before dawn", "drivers"),
    )


def _slots(words: Words, claims: tuple[Claim, ...]) -> tuple[SpanTable, np.ndarray, np.ndarray, np.ndarray]:
    found = sorted((claim.evidence[0], number) for number, claim in enumerate(claims))
    order = [claims[number] for _, number in found]
    slots = table(words, [(claim.evidence[0], claim.slot) for claim in order], SLOTS, [-1] * len(order))
    types = np.zeros((len(order), len(EVENT_TYPES)), np.float32)
    manner = np.zeros((len(order), 10), np.float32)
    near = np.zeros((len(order), 4), np.float32)
    for row, claim in enumerate(order):
        types[row, EVENT_TYPES.index(claim.type)] = 1
        manner[row, POLARITIES.index(claim.polarity)] = 1
        manner[row, 2 + CERTAINTIES.index(claim.certainty)] = 1
        manner[row, 6 + REALES.index(claim.realis)] = 1
        near[row, 0 if claim.event == "e1" else 1] = 1
    return slots, types, manner, near


def reading() -> Reading:
    """The invented report, read: 6 sentences, 11 claims of 2 events, 6 attributions of 5 sources."""
    made = report()
    text, words, claims = made.text, _tree_words(made.text), _claims(made.text)
    entities = [(at(text, "Tellis", "in Tellis"), "place"), (at(text, "Northwind Agency"), "organization")]
    said = [
        (at(text, "At least three people were hurt"), "content"),
        (at(text, "a police spokeswoman"), "source"),
        (at(text, "told"), "cue"),
    ]
    told = int(np.searchsorted(words.offsets[:, 0], at(text, "told").start))
    slots, types, manner, near = _slots(words, claims)
    return Reading(
        report=made,
        words=words,
        entities=table(words, entities, ("person", "organization", "place"), [-1, -1]),
        attribution_spans=table(words, said, ("source", "cue", "content"), [told] * 3),
        slots=slots,
        slot_types=types,
        slot_manner=manner,
        slot_event=near,
        attributions=_attributions(text),
        events=(
            Event("e1", "hostage_taking", (at(text, "seized"),)),
            Event("e2", "accident", (at(text, "fire"),), "background"),
        ),
        claims=claims,
    )


def bare_reading(text: str, *, name: str = "bare.txt", outlet: str | None = "The Bare Post") -> Reading:
    """Any text, read as one sentence with nothing in it; for stores and streams."""
    words = plain_words(text)
    none = table(words, [], (), [])
    empty = np.zeros((0, 1), np.float32)
    made = report(text, name=name, outlet=outlet)
    return Reading(
        made, words, none, none, table(words, [], SLOTS, []), np.zeros((0, len(EVENT_TYPES)), np.float32),
        np.zeros((0, 10), np.float32), empty,
    )  # fmt: skip


def numbered(number: int) -> Reading:
    """The invented reading as one of many: only the report's id and name differ."""
    made = reading()
    return replace(made, report=replace(made.report, id=f"{number:016x}", name=f"{number}.txt"))


def same(left: Reading, right: Reading) -> bool:
    """Whether two readings are equal in all that they hold, arrays too."""
    return all(_equal(getattr(left, field.name), getattr(right, field.name)) for field in fields(Reading))


def _equal(left: Any, right: Any) -> bool:
    if isinstance(left, np.ndarray):
        return left.dtype == right.dtype and np.array_equal(left, right)
    if isinstance(left, Words | SpanTable):
        return all(_equal(getattr(left, field.name), getattr(right, field.name)) for field in fields(left))
    return bool(left == right)
