"""What several readers together say of reports that nobody annotated, for one to learn ("noisy student", Xie 2020).

    python -m training.teachers --shared SHARED --teachers CHECKPOINT… --out RUN/silver.jsonl

Each teacher is a checkpoint of `training.train`.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from training.batches import collate
from training.checkpoint import load_network
from training.corpora import Json, Sample
from training.losses import LOW, same_sentence
from training.model import ENTITY_WORDS, SLOT_WORDS, Network, Views
from training.silver import LIKELY, Read, reports_read, spans_of

PIECES, TOGETHER = 4096, 64  # word pieces a batch; reports read at once


class Teachers:
    """Several networks, whose scores are averaged."""

    def __init__(self, networks: Sequence[Network]) -> None:
        self.networks = [network.eval() for network in networks]
        for network in networks:
            network.quick = True

    def say(self, samples: Sequence[Sample], forced: Sequence[np.ndarray]) -> list[Json]:
        """What is likely of each row; ``forced`` [w] is added to its sentence-start scores."""
        batch = collate([Sample(s.ids, s.cases, s.word_pieces, s.document) for s in samples])
        with torch.no_grad():
            views = [
                network(batch.ids, batch.cases, batch.pieces_mask, batch.word_pieces, batch.mask)
                for network in self.networks
            ]
            seen = list(zip(self.networks, views, strict=True))
            pushed = torch.zeros(batch.mask.shape)
            for i, one in enumerate(forced):
                pushed[i, : len(one)] = torch.as_tensor(one)
            starts = _mean([net.sentence(v.syntax)[..., 0] for net, v in seen]) + pushed > 0
            scores = {
                "slots": _mean([net.slots.near(v.claims, SLOT_WORDS) for net, v in seen]),
                "entities": _mean([net.entities.near(v.syntax, ENTITY_WORDS) for net, v in seen]),
                "attribution": _mean([net.attribution(v.attribution) for net, v in seen]),
                "links": _mean([net.link(net.link_low(v.attribution), net.link_high(v.attribution))
                                for net, v in seen]),
                "kinds": _mean([_both(net.type_start, net.type_end, v.claims) for net, v in seen]),
                "manner": _mean([_both(net.manner_start, net.manner_end, v.claims) for net, v in seen]),
                "same": _mean([_agreement(net, v) for net, v in seen]),
            }  # fmt: skip
            trees = self._trees(seen, starts, batch.mask)
        made = []
        for i, sample_ in enumerate(samples):
            words = len(sample_.word_pieces)
            said = spans_of({kind: value[i].numpy() for kind, value in scores.items()}, words)
            said |= {kind: value[i] for kind, value in trees.items()}
            said["starts"] = starts[i, :words].nonzero()[:, 0].tolist()
            made.append(said)
        return made

    def _trees(self, seen: Sequence[tuple[Network, Views]], starts: Tensor, mask: Tensor) -> Json:
        """Of each row: its words' likely heads ``[word, head, probability]``; a word's tag, the relation to its
        likeliest head, and how sure that is."""
        same = same_sentence(starts, mask)
        arcs = _mean([
            net.arc(net.arc_low(v.syntax), net.arc_high(v.syntax)).masked_fill(~same, LOW).softmax(-1)
            for net, v in seen
        ])  # fmt: skip
        best = arcs.argmax(-1)
        kinds, tags = [], []
        for net, v in seen:
            low, high = net.rel_low(v.syntax), net.rel_high(v.syntax)
            kinds.append(net.rel(low * high.gather(1, best[..., None].expand_as(high))).softmax(-1))
            tags.append(net.upos(v.syntax).softmax(-1))
        sure, relation = _mean(kinds).max(-1)
        tag = _mean(tags).argmax(-1)
        heads, words = [], []
        for i in range(len(mask)):
            word, head = (arcs[i] > LIKELY).logical_and(mask[i][:, None]).nonzero().T
            heads.append(_rounded(word, head, arcs[i][word, head]))
            known = mask[i].nonzero()[:, 0]
            words.append(_rounded(tag[i][known], relation[i][known], best[i][known], sure[i][known]))
        return {"heads": heads, "words": words}


def _both(first: nn.Linear, last: nn.Linear, words: Tensor) -> Tensor:
    return torch.cat((first(words), last(words)), -1)


def _agreement(network: Network, views: Views) -> Tensor:
    """[B, W, 2, W, 2]: what first (0) and last (1) words of slots add to the score that the slots are of one event."""
    told = torch.stack((network.event_start(views.claims), network.event_end(views.claims)), 2)
    products = torch.einsum("bwid,bvjd->bwivj", told, told)
    return products / told.shape[3] ** 0.5 + network.event_bias / 4  # four of these make a score


def _mean(scores: Sequence[Tensor]) -> Tensor:
    return torch.stack([score.float() for score in scores]).mean(0)


def _rounded(*columns: Tensor) -> list[list[Any]]:
    """Columns side by side, the last a probability."""
    *numbers, sure = (column.tolist() for column in columns)
    return [[*row, round(p, 2)] for *row, p in zip(*numbers, sure, strict=True)]


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers of rows of like length, about `PIECES` word pieces together."""
    group: list[int] = []
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if group and (len(group) + 1) * lengths[i] > PIECES:
            yield group
            group = []
        group.append(i)
    if group:
        yield group


def read(teachers: Teachers, reports: Sequence[Read]) -> list[str]:
    """A line for each report."""
    rows_ = [pair for _, _, samples, forced in reports for pair in zip(samples, forced, strict=True)]
    said: dict[int, Json] = {}
    for group in _batches([len(sample_.ids) for sample_, _ in rows_]):
        chunk = [rows_[i] for i in group]
        said |= dict(zip(group, teachers.say([s for s, _ in chunk], [f for _, f in chunk]), strict=True))
    lines, at = [], 0
    for corpus, name, samples, _ in reports:
        told = [said[i] for i in range(at, at + len(samples))]
        lines.append(json.dumps({"corpus": corpus, "name": name, "rows": told}, separators=(",", ":")))
        at += len(samples)
    return lines


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/")
    parser.add_argument("--teachers", type=Path, nargs="+", required=True, help="checkpoints")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--reports", type=int, help="no more than so many")
    args = parser.parse_args()
    teachers = Teachers([load_network(path) for path in args.teachers])
    reports = list(reports_read(args.shared))[: args.reports]
    with args.out.open("w", encoding="utf-8") as out:
        for i in range(0, len(reports), TOGETHER):
            out.writelines(f"{line}\n" for line in read(teachers, reports[i : i + TOGETHER]))


if __name__ == "__main__":
    main()
