"""Reads each corpus into documents of words and labels, all in one form: `Sample`, one encoder row with its labels.

Spans are (first word, last word + 1, label) within the row.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from standoff.reading.words import BEGIN, END, ROW, Pieces, Row, rows, split_many, split_words
from standoff.records import CERTAINTIES, EVENT_TYPES, POLARITIES, REALES, SLOTS, TOLL_SLOTS
from training.annotated import Annotated
from training.written import Slot, Written

UPOS = tuple("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
RELATIONS = tuple(
    """acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl fixed
    flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative
    xcomp""".split()
)
ENTITIES = tuple("abstract animal event object organization person place plant substance time".split())
ROLES = ("source", "cue", "content")
ATTRIBUTION = (*ROLES, *(f"inner-{role}" for role in ROLES))

Json = dict[str, Any]
Triple = tuple[int, int, int]


@dataclass
class Sample:
    """One row: pieces, first piece of each word, and whichever labels its corpus has (None = not annotated)."""

    ids: np.ndarray
    cases: np.ndarray
    word_pieces: np.ndarray
    document: str = ""
    upos: list[int] | None = None
    heads: list[int] | None = None  # within the row; a root is its own head
    relations: list[int] | None = None
    starts: list[int] | None = None  # words that begin a sentence
    entities: list[Triple] | None = None
    attribution: list[Triple] | None = None
    nested: bool = False  # inner links are annotated too
    links: list[tuple[int, int]] | None = (
        None  # first word of a source or content span -> first word of its cue
    )
    slots: list[Triple] | None = None
    unclear: list[Triple] = field(
        default_factory=list
    )  # spans that may be slots although no claim names them
    slot_facts: list[Json] = field(
        default_factory=list
    )  # per slot span: type, polarity, certainty, realis, event
    muc: list[Triple] | None = None
    certain: list[tuple[int, float]] | None = (
        None  # event words and how certain it is that each happened, -3 to 3
    )
    has_habit: bool = False  # written in the manner of `data/reports`, whose habits are not gold's
    silver: Json | None = None  # what teachers say (training/silver.py)


def read_jsonl(path: Path) -> list[Json]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass
class Sentence:
    words: list[str]
    upos: list[int]
    heads: list[int]  # 0-based in the sentence; the root is its own head
    relations: list[int]
    document: str
    misc: list[str]
    paragraph: bool


def read_conllu(path: Path) -> Iterator[Sentence]:
    """Sentences of a CoNLL-U file, multiword and empty lines left out, relations without subtypes."""
    document, paragraph = "", True
    rows_: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                document, paragraph = line.split("=")[-1].strip(), True
            elif line.startswith("# newpar"):
                paragraph = True
            elif line == "\n":
                if rows_:
                    yield _sentence(rows_, document, paragraph)
                    rows_, paragraph = [], False
            elif line[0] != "#":
                columns = line.rstrip("\n").split("\t")
                if columns[0].isdigit():
                    rows_.append(columns)


def _sentence(table: list[list[str]], document: str, paragraph: bool) -> Sentence:
    heads = [int(c[6]) - 1 for c in table]
    return Sentence(
        [c[1].replace(" ", "") for c in table],
        [UPOS.index(c[3]) for c in table],
        [i if h < 0 else h for i, h in enumerate(heads)],
        [RELATIONS.index(c[7].split(":")[0]) for c in table],
        document,
        [c[9] for c in table],
        paragraph,
    )


def entity_spans(sentences: Sequence[Sentence]) -> list[tuple[int, int, str]]:
    """GUM's bracketed Entity= column as (first, last + 1, type) over the words of a whole document."""
    found: list[tuple[int, int, str]] = []
    open_: dict[str, list[tuple[int, str]]] = {}
    position = 0
    for sentence in sentences:
        for misc in sentence.misc:
            mark = next((m[7:] for m in misc.split("|") if m.startswith("Entity=")), "")
            _read_brackets(mark, position, open_, found)
            position += 1
    return found


def _read_brackets(mark: str, word: int, open_: dict[str, list[tuple[int, str]]], found: list[Any]) -> None:
    i = 0
    while i < len(mark):
        if mark[i] == "(":
            end = min((j for j in (mark.find("(", i + 1), mark.find(")", i + 1)) if j > 0), default=len(mark))
            name, kind = (
                mark[i + 1 : end].split("-")[:2] if "-" in mark[i:end] else (mark[i + 1 : end], "abstract")
            )
            if end < len(mark) and mark[end] == ")":
                found.append((word, word + 1, kind))
                end += 1
            else:
                open_.setdefault(name, []).append((word, kind))
            i = end
        else:
            end = mark.find(")", i)
            name = mark[i:end].split("-")[0]
            if open_.get(name):
                first, kind = open_[name].pop()
                found.append((first, word + 1, kind))
            i = end + 1


def syntax_samples(path: Path, seed: int, with_entities: bool) -> list[Sample]:
    """Consecutive sentences packed into rows of random size, so that short and long rows are both seen."""
    chance = random.Random(seed)
    documents: dict[str, list[Sentence]] = {}
    for sentence in read_conllu(path):
        documents.setdefault(sentence.document, []).append(sentence)
    return [
        sample
        for name, sentences in documents.items()
        for sample in _pack(name, sentences, chance, entity_spans(sentences) if with_entities else None)
    ]


def _pack(
    name: str, sentences: list[Sentence], chance: random.Random, entities: list[tuple[int, int, str]] | None
) -> Iterator[Sample]:
    pieces = split_words([s.words for s in sentences])
    group: list[int] = []
    size, limit, base = 2, _limit(chance), 0
    for i, made in enumerate(pieces):
        if group and size + len(made.ids) > limit:
            yield _packed(name, sentences, pieces, group, base, entities)
            base += sum(len(sentences[k].words) for k in group)
            group, size, limit = [], 2, _limit(chance)
        group.append(i)
        size += len(made.ids)
    if group:
        yield _packed(name, sentences, pieces, group, base, entities)


def _limit(chance: random.Random) -> int:
    return chance.choice((24, 48, 96, 128, ROW, ROW))


def _packed(
    name: str,
    sentences: list[Sentence],
    pieces: list[Pieces],
    group: list[int],
    base: int,
    entities: list[tuple[int, int, str]] | None,
) -> Sample:
    ids: list[np.ndarray] = [np.array([BEGIN])]
    set_as: list[np.ndarray] = [np.zeros(1)]
    places: list[np.ndarray] = []
    heads: list[int] = []
    starts: list[int] = []
    count, size = 0, 1
    for i in group:
        ids.append(pieces[i].ids)
        set_as.append(pieces[i].cases)
        places.append(pieces[i].firsts + size)
        heads += [h + count for h in sentences[i].heads]
        starts.append(count)
        count += len(sentences[i].words)
        size += len(pieces[i].ids)
    spans = None
    if entities is not None:
        last = base + count
        spans = [(a - base, b - base, ENTITIES.index(t)) for a, b, t in entities if a >= base and b <= last]
    return Sample(
        np.concatenate([*ids, np.array([END])])[: 4 * ROW],
        np.concatenate([*set_as, np.zeros(1)])[: 4 * ROW],
        np.minimum(np.concatenate(places), 4 * ROW - 1),
        name,
        [u for i in group for u in sentences[i].upos],
        heads,
        [r for i in group for r in sentences[i].relations],
        starts,
        spans,
    )


class Placed:
    """A text cut into rows, with a way from characters to words of a row."""

    def __init__(self, text: str, pieces: Pieces, chance: random.Random | None = None) -> None:
        limit = chance.choice((96, ROW, ROW)) if chance else ROW
        self.rows: list[Row] = rows(text, pieces, limit)
        self.offsets = pieces.offsets
        self.firsts = np.array([row.first for row in self.rows])

    def words(self, start: int, end: int) -> tuple[int, int] | None:
        """Words touched by the characters, as [first, last) of the text."""
        first = int(np.searchsorted(self.offsets[:, 1], start, side="right"))
        last = int(np.searchsorted(self.offsets[:, 0], end, side="left"))
        return (first, last) if first < last else None

    def row_of(self, first: int, last: int) -> tuple[int, int, int] | None:
        """(row, first, last) with words counted in the row, if one row holds them all."""
        index = int(np.searchsorted(self.firsts, first, side="right")) - 1
        row = self.rows[index]
        return (index, first - row.first, last - row.first) if last <= row.last else None

    def samples(self, document: str) -> list[Sample]:
        return [Sample(row.ids, row.cases, row.word_pieces, document) for row in self.rows]


def attribution_samples(path: Path, seed: int, nested: bool) -> list[Sample]:
    """PolNeAR or GUM attributions: spans of three roles, inner ones apart where the corpus nests."""
    chance = random.Random(seed)
    records = read_jsonl(path)
    found = []
    for record, pieces in zip(records, split_many([r["text"] for r in records]), strict=True):
        placed = Placed(record["text"], pieces, chance)
        samples = placed.samples(record["doc_id"])
        for sample in samples:
            sample.attribution, sample.nested, sample.links = [], nested, []
        for item in record["attributions"]:
            if item.get("cue_signal") != []:
                _add_attribution(placed, samples, item)
        for sample in samples:
            sample.attribution, sample.links = (
                sorted(set(sample.attribution or [])),
                sorted(set(sample.links or [])),
            )
        found += samples
    return found


def _add_attribution(placed: Placed, samples: list[Sample], item: Json) -> None:
    inner = 3 if item.get("nested_in") else 0
    cue = item.get("cue") or item.get("cue_signal") or []
    at = placed.words(*cue[0]) if cue else None
    anchor = placed.row_of(*at) if at else None
    for role, spans in enumerate((item["source"], cue, item["content"])):
        for start, end in spans:
            words = placed.words(start, end)
            place = placed.row_of(*words) if words else None
            if place is None:
                continue
            row, first, last = place
            samples[row].attribution.append((first, last, inner + role))  # type: ignore[union-attr]
            if role != 1 and anchor and anchor[0] == row:
                samples[row].links.append((first, anchor[1]))  # type: ignore[union-attr]


def claim_samples(reports: Iterable[Annotated], seed: int | None) -> list[Sample]:
    """Claims made by hand: the place of each value, its slot, event type, event and manner."""
    chance = random.Random(seed) if seed is not None else None
    reports = list(reports)
    found = []
    for report, pieces in zip(reports, split_many([item.text for item in reports]), strict=True):
        placed = Placed(report.text, pieces, chance)
        samples = placed.samples(report.id)
        for sample in samples:
            sample.slots = []
        for claim in report.claims:
            for at in claim["spans"]:
                _add_slot(placed, samples, at, claim)
        for claim in report.claims:
            _mark_unclear(placed, samples, claim, report.text)
        found += samples
    return found


def _counted(slot: Slot, slots: Sequence[Slot]) -> bool:
    """Whether a target is told only as those of a toll, whom gold seldom names again as targets: no example."""
    return slot.slot == "target" and any(
        other.slot in TOLL_SLOTS and other.start <= slot.start and slot.end <= other.end for other in slots
    )


def _add_slot(
    placed: Placed, samples: list[Sample], at: tuple[int, int], claim: Json
) -> tuple[int, Triple] | None:
    """The slot among its row's labels; gives the row and its span there, if one row holds it."""
    words = placed.words(*at)
    place = placed.row_of(*words) if words else None
    if place is None:
        return None
    sample, span = samples[place[0]], (place[1], place[2], SLOTS.index(claim["slot"]))
    if span not in sample.slots:  # type: ignore[operator]
        sample.slots.append(span)  # type: ignore[union-attr]
        sample.slot_facts.append(
            {
                "type": EVENT_TYPES.index(claim["type"]),
                "polarity": POLARITIES.index(claim["polarity"]),
                "certainty": CERTAINTIES.index(claim["certainty"]),
                "realis": REALES.index(claim["realis"]),
                "event": claim["event"],
            }
        )
    return place[0], span


def _mark_unclear(placed: Placed, samples: list[Sample], claim: Json, text: str) -> None:
    """A value that one source repeats is one claim: its other mentions are neither right nor wrong."""
    quote = claim["quote"]
    for match in re.finditer(rf"(?<!\w){re.escape(quote)}(?!\w)", text):
        words = placed.words(*match.span())
        place = placed.row_of(*words) if words else None
        if place is None:
            continue
        span = (place[1], place[2], SLOTS.index(claim["slot"]))
        if span not in samples[place[0]].slots:  # type: ignore[operator]
            samples[place[0]].unclear.append(span)


def written_samples(
    seed: int | None, reports: Sequence[Written], has_habit: bool = True, once: bool = False
) -> list[Sample]:
    """Reports with marks: claims and attributions of the same rows. ``once``: a value that one source repeats is marked
    at its first mention only, so that the others are no examples."""
    chance = random.Random(seed) if seed is not None else None
    found = []
    for report, pieces in zip(reports, split_many([r.text for r in reports]), strict=True):
        placed = Placed(report.text, pieces, chance)
        samples = placed.samples(report.id)
        for sample in samples:
            sample.slots, sample.attribution, sample.nested, sample.links = [], [], True, []
            sample.has_habit = has_habit
        for slot in report.slots:
            fact = asdict(slot) | {"type": report.events[slot.event]}
            place = _add_slot(placed, samples, (slot.start, slot.end), fact)
            if place and _counted(slot, report.slots):
                row, span = place
                samples[row].unclear.append(span)
        for slot in report.slots if once else ():
            claim = {"quote": report.text[slot.start : slot.end], "slot": slot.slot}
            _mark_unclear(placed, samples, claim, report.text)
        for said in report.said.values():
            _add_attribution(placed, samples, asdict(said) | {"nested_in": said.outer})
        for sample in samples:
            sample.attribution, sample.links = sorted(set(sample.attribution)), sorted(set(sample.links))  # type: ignore[arg-type]
        found += samples
    return found


MUC = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
MUC_TYPES = {"attack": "attack", "bombing": "bombing", "kidnapping": "abduction", "arson": "destruction",
             "robbery": "attack", "forced": "other"}  # fmt: skip


def muc_samples(path: Path, seed: int) -> list[Sample]:
    """MUC-4 role fillers (gtt form), every mention that the key lists, by document."""
    chance = random.Random(seed)
    records = read_jsonl(path)
    found = []
    for record, pieces in zip(records, split_many([r["doctext"] for r in records]), strict=True):
        placed = Placed(record["doctext"], pieces, chance)
        samples = placed.samples(record["docid"])
        for sample in samples:
            sample.muc = []
        for number, template in enumerate(record["templates"]):
            fact = {
                "type": EVENT_TYPES.index(MUC_TYPES[template["incident_type"].split()[0]]),
                "event": number,
            }
            for label, role in enumerate(MUC):
                for entity in template.get(role) or []:
                    for mention, start in entity:
                        _add_filler(placed, samples, (start, start + len(mention)), label, fact)
        found += samples
    return found


def _add_filler(placed: Placed, samples: list[Sample], at: tuple[int, int], label: int, fact: Json) -> None:
    words = placed.words(*at)
    place = placed.row_of(*words) if words else None
    if place and (place[1], place[2], label) not in samples[place[0]].muc:  # type: ignore[operator]
        samples[place[0]].muc.append((place[1], place[2], label))  # type: ignore[union-attr]
        samples[place[0]].slot_facts.append(fact)


def certainty_samples(path: Path, seed: int) -> list[Sample]:
    """UDS-IH2 or MEANTIME: words that name an event, each with how certain it is that it happened, -3 to 3."""
    chance = random.Random(seed)
    sentences: dict[str, list[tuple[int, float]]] = {}
    for record in read_jsonl(path):
        marks = sentences.setdefault(record["text"], [])
        marks += [(target["span1"][1] - 1, float(target["label"])) for target in record["targets"]]
    found: list[Sample] = []
    size, limit = 0, 0
    for pieces, marks in zip(
        split_words(text.split(" ") for text in sentences), sentences.values(), strict=True
    ):
        if size + len(pieces.ids) > limit:
            limit, size = _limit(chance), 0
            found.append(Sample(np.array([BEGIN, END]), np.zeros(2), np.zeros(0, np.int64), certain=[]))
        row, before = found[-1], len(found[-1].word_pieces)
        row.certain += [(word + before, score) for word, score in marks]  # type: ignore[operator]
        row.word_pieces = np.append(row.word_pieces, pieces.firsts + len(row.ids) - 1)
        row.ids = np.concatenate((row.ids[:-1], pieces.ids, [END]))
        row.cases = np.concatenate((row.cases[:-1], pieces.cases, [0]))
        size += len(pieces.ids)
    return found
