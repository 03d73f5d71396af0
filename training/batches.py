"""Samples to padded tensors: rows of like length together, rows of one report together where claims need it."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import torch
from torch import Tensor

from standoff.records import EVENT_TYPES
from training.corpora import ATTRIBUTION, ENTITIES, MUC, SLOTS, Sample, Triple
from training.model import ENTITY_WORDS, MANNER, SLOT_WORDS

# What teachers say, and how many numbers each telling has: `_silver`.
SILVER = {"slots": 5, "entities": 5, "attribution": 5, "types": 3 + len(EVENT_TYPES), "manner": 3 + MANNER, "same": 6,
          "links": 3, "heads": 4, "words": 6, "starts": 2}  # fmt: skip


@dataclass
class Batch:
    """Padded rows of one corpus; a field is None where the corpus has no such labels."""

    ids: Tensor  # [B, P]
    cases: Tensor  # [B, P] how each piece's word is set
    pieces_mask: Tensor  # [B, P]
    word_pieces: Tensor  # [B, W]
    mask: Tensor  # [B, W] true for words
    reports: Tensor  # [B] which rows come from one report
    upos: Tensor | None = None
    heads: Tensor | None = None
    relations: Tensor | None = None
    starts: Tensor | None = None
    entities: Tensor | None = None
    attribution: Tensor | None = None
    nested: bool = False
    written: bool = False
    links: Tensor | None = None
    slots: Tensor | None = None
    unclear: Tensor | None = None
    facts: Tensor | None = None
    muc: Tensor | None = None
    certain_at: Tensor | None = None  # [n, 2] row and word of each event
    certain: Tensor | None = None  # [n] how certain it is that the event happened, -3 to 3
    silver: dict[str, Tensor] | None = None  # what teachers say: `_silver`


def _padded(lists: Sequence[Sequence[int] | np.ndarray], width: int) -> Tensor:
    out = torch.zeros(len(lists), width, dtype=torch.long)
    for i, values in enumerate(lists):
        out[i, : len(values)] = torch.as_tensor(np.asarray(values), dtype=torch.long)
    return out


def _spans(lists: Sequence[Sequence[Triple]], labels: int, width: int) -> Tensor:
    """[B, labels, W, W], start by end."""
    out = torch.zeros(len(lists), labels, width, width, dtype=torch.bool)
    for i, spans in enumerate(lists):
        for first, last, label in spans:
            out[i, label, first, last - 1] = True
    return out


def _near(lists: Sequence[Sequence[Triple]], labels: int, width: int, longest: int) -> Tensor:
    """[B, labels, W, longest], start by words after it; longer spans are left out."""
    out = torch.zeros(len(lists), labels, width, longest, dtype=torch.bool)
    for i, spans in enumerate(lists):
        for first, last, label in spans:
            if last - first <= longest:
                out[i, label, first, last - 1 - first] = True
    return out


def collate(samples: Sequence[Sample]) -> Batch:
    """One padded batch of samples of one corpus."""
    pieces = max(len(s.ids) for s in samples)
    words = max(len(s.word_pieces) for s in samples)
    names = {name: i for i, name in enumerate(dict.fromkeys(s.document for s in samples))}
    batch = Batch(
        _padded([s.ids for s in samples], pieces),
        _padded([s.cases for s in samples], pieces),
        _padded([[1] * len(s.ids) for s in samples], pieces).bool(),
        _padded([s.word_pieces for s in samples], words),
        _padded([[1] * len(s.word_pieces) for s in samples], words).bool(),
        torch.tensor([names[s.document] for s in samples]),
    )
    first = samples[0]
    if first.upos is not None:
        batch.upos = _padded([s.upos or [] for s in samples], words)
        batch.heads = _padded([s.heads or [] for s in samples], words)
        batch.relations = _padded([s.relations or [] for s in samples], words)
        batch.starts = torch.zeros(len(samples), words, dtype=torch.bool)
        for i, s in enumerate(samples):
            batch.starts[i, s.starts] = True
    if first.entities is not None:
        batch.entities = _near([s.entities or [] for s in samples], len(ENTITIES), words, ENTITY_WORDS)
    if first.attribution is not None:
        batch.attribution = _spans([s.attribution or [] for s in samples], len(ATTRIBUTION), words)
        batch.nested = first.nested
        pairs = [(i, low, high) for i, s in enumerate(samples) for low, high in s.links or []]
        batch.links = torch.tensor(pairs, dtype=torch.long).view(-1, 3)
    if first.slots is not None:
        batch.written = first.has_habit
        batch.slots = _near([s.slots or [] for s in samples], len(SLOTS), words, SLOT_WORDS)
        batch.unclear = _near([s.unclear for s in samples], len(SLOTS), words, SLOT_WORDS)
        batch.facts = _facts(samples)
    if first.muc is not None:
        batch.muc = _near([s.muc or [] for s in samples], len(MUC), words, SLOT_WORDS)
        batch.facts = _facts(samples)
    if first.certain is not None:
        marks = [(i, word, score) for i, s in enumerate(samples) for word, score in s.certain or []]
        batch.certain_at = torch.tensor([mark[:2] for mark in marks], dtype=torch.long).view(-1, 2)
        batch.certain = torch.tensor([mark[2] for mark in marks])
    if first.silver is not None:
        batch.silver = _silver(samples)
    return batch


def _silver(samples: Sequence[Sample]) -> dict[str, Tensor]:
    """What teachers say. Spans of each kind as [n, 5]: row, label, first word, last word, probability; ``types``
    [m, 3 + 22]: row, first and last word and the probability of each type; ``manner`` the same of polarity, certainty
    and realis; ``same`` [p, 6]: row, two slots, how likely they are of one event; ``links`` [k, 3]: row, first word of
    a span, that of its cue; ``heads`` [h, 4]: row, word, a likely head, probability; ``words`` [w, 6]: row, word, tag,
    relation, likeliest head, how sure the relation is; ``starts`` [s, 2]: row and first word of each sentence."""
    made: dict[str, list[list[float]]] = {kind: [] for kind in SILVER}
    for i, said in enumerate(s.silver or {} for s in samples):
        for kind in ("slots", "entities", "attribution"):
            made[kind] += [[i, label, first, end - 1, sure] for first, end, label, sure in said[kind]]
        sure = [span for span in said["slots"] if span[3] >= 0.5]
        for kind in ("types", "manner"):
            made[kind] += [[i, s[0], s[1] - 1, *p] for s, p in zip(sure, said[kind], strict=True)]
        made["same"] += [
            [i, sure[a][0], sure[a][1] - 1, sure[b][0], sure[b][1] - 1, p] for a, b, p in said["same"]
        ]
        for kind in ("links", "heads"):
            made[kind] += [[i, *told] for told in said[kind]]
        made["words"] += [[i, word, *told] for word, told in enumerate(said["words"])]
        made["starts"] += [[i, word] for word in said["starts"]]
    return {
        kind: torch.tensor(rows, dtype=torch.float32).view(-1, SILVER[kind]) for kind, rows in made.items()
    }


def _facts(samples: Sequence[Sample]) -> Tensor:
    events: dict[tuple[str, str], int] = {}
    table = [
        (i, first, last - 1, f["type"], f.get("polarity", 0), f.get("certainty", 0), f.get("realis", 0),
         events.setdefault((s.document, f["event"]), len(events)))
        for i, s in enumerate(samples)
        for (first, last, _), f in zip(s.slots or s.muc or [], s.slot_facts, strict=True)
    ]  # fmt: skip
    return torch.tensor(table, dtype=torch.long).view(-1, 8)


def by_length(samples: Sequence[Sample], size: int, chance: random.Random) -> Iterator[list[Sample]]:
    """Batches of about ``size`` pieces, padding included, rows of like length together, in random order."""
    order = sorted(samples, key=lambda s: (len(s.ids) // 8, chance.random()))
    groups: list[list[Sample]] = [[]]
    for sample in order:
        if groups[-1] and (len(groups[-1]) + 1) * len(sample.ids) > size:
            groups.append([])
        groups[-1].append(sample)
    chance.shuffle(groups)
    yield from groups


def by_report(samples: Sequence[Sample], size: int, chance: random.Random) -> Iterator[list[Sample]]:
    """Batches of whole reports, about ``size`` pieces each, in random order."""
    reports = [list(rows) for _, rows in groupby(samples, key=lambda s: s.document)]
    chance.shuffle(reports)
    group: list[Sample] = []
    for rows in reports:
        if group and sum(len(s.ids) for s in group + rows) > size:
            yield group
            group = []
        group = group + rows
    if group:
        yield group
