"""Trains the network on every corpus at once.

One step takes one batch of one corpus; the corpora's batches are shuffled together, each corpus seen as many times as
`EPOCHS` says over the whole run. Checkpoints are written as it goes, with a running mean of the weights.
"""

from __future__ import annotations

import argparse
import copy
import json
import logging
import math
import random
import re
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor

from training.annotated import held_out, read_annotated, read_gold
from training.batches import by_length, by_report, collate
from training.checkpoint import load_network
from training.corpora import (
    Sample,
    attribution_samples,
    certainty_samples,
    claim_samples,
    muc_samples,
    syntax_samples,
    written_samples,
)
from training.int8 import see_int8
from training.losses import loss_of
from training.marked import all_marked
from training.model import Network
from training.mpnet import Mpnet
from training.silver import silver_samples
from training.written import SHORT, read_all

log = logging.getLogger("training")
EPOCHS = {
    "ewt": 8, "gum": 10, "polnear": 4.5, "gum-attribution": 5, "claims": 36, "annotated": 18, "marked": 18,
    "written": 4, "short": 12, "muc": 1.5, "certainty": 2, "silver": 4,
}  # fmt: skip
BATCH = 2048  # word pieces a step, padding included
ENCODER_RATE, HEAD_RATE, DECAY = 2e-4, 1.2e-3, 0.9  # DECAY: each layer below learns that much slower
LARGE_RATE = 0.4  # of the encoder's rate, for one of MPNet's size
CLIP = 1.5  # no corpus may pull harder than trees do: their gradients are the smallest, a norm of about 2
HIDDEN, HIDDEN_SYNTAX = 0.08, 0.05  # shares of word pieces that are hidden from the encoder
UNCASED = 0.1  # share of rows that are learned from as if set in small letters
WARM, SAVE_EVERY = 100, 480  # steps; seconds
CASE_TABLE = "token_type"  # how words are set: learned anew, so at the heads' rate
MASK, LAST_MARK = 103, 998  # of BERT's word pieces


def corpora(shared: Path, every_report: bool, seed: int, silver: Path | None) -> dict[str, list[Sample]]:
    """All training samples by corpus; rows are cut anew for every seed, but for ``silver`` ones."""
    folder = shared / "corpora"
    out = frozenset[str]() if every_report else held_out()
    gold = shared / "gold" / "train"
    annotated = [report for report in read_annotated(shared) if report.id not in out]
    return {
        "ewt": syntax_samples(folder / "syntax/ewt-train.conllu.gz", seed, False),
        "gum": syntax_samples(folder / "syntax/gum-open-train.conllu.gz", seed, True),
        "polnear": attribution_samples(folder / "attribution/polnear-train.jsonl.gz", seed, False),
        "gum-attribution": attribution_samples(folder / "attribution/gum-open-train.jsonl.gz", seed, True),
        "claims": claim_samples(read_gold(gold), seed),
        "annotated": claim_samples(annotated, seed),
        "written": written_samples(seed, read_all()),
        "short": written_samples(seed, read_all(SHORT), has_habit=False),
        "marked": written_samples(seed, all_marked(shared), has_habit=False, once=True),
        "muc": muc_samples(folder / "muc4/gtt-train.jsonl.gz", seed),
        "certainty": certainty_samples(folder / "factuality/uds_ih2-train.jsonl.gz", seed)
        + 8 * certainty_samples(folder / "factuality/meantime-train.jsonl.gz", seed),
        "silver": silver_samples(shared, silver) if silver else [],
    }


def schedule(found: dict[str, list[Sample]], epochs: dict[str, float], seed: int) -> list[list[Sample]]:
    """All batches of the run in the order they are taken: every corpus spread evenly over the whole run."""
    chance = random.Random(seed)
    placed: list[tuple[float, int, list[Sample]]] = []
    for name, samples in found.items():
        batches: list[list[Sample]] = []
        for _ in range(math.ceil(epochs.get(name, 0))):
            kind = by_report if name in ("claims", "annotated", "written", "short", "marked") else by_length
            batches += kind(samples, BATCH, chance)
        batches = batches[
            : round(len(batches) * epochs.get(name, 0) / max(1, math.ceil(epochs.get(name, 0))))
        ]
        placed += [((i + chance.random()) / len(batches), len(placed) + i, b) for i, b in enumerate(batches)]
    return [batch for _, _, batch in sorted(placed, key=lambda item: item[:2])]


def optimiser(network: Network) -> torch.optim.AdamW:
    """AdamW with slower lower layers and no decay on biases and norms."""
    groups, layers = [], network.encoder.config.num_hidden_layers
    full = ENCODER_RATE * (LARGE_RATE if isinstance(network.encoder, Mpnet) else 1.0)
    for name, parameter in network.named_parameters():
        if not parameter.requires_grad:
            continue
        layer = re.search(r"\.layer\.(\d+)\.", name)
        depth = (
            layers - int(layer[1]) - 1
            if layer
            else (layers if name.startswith("encoder.") and CASE_TABLE not in name else None)
        )
        rate = HEAD_RATE if depth is None else full * DECAY**depth
        groups.append(
            {"params": [parameter], "lr": rate, "weight_decay": 0.01 if parameter.dim() > 1 else 0.0}
        )
    return torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)


def blurred(ids: Tensor, share: float) -> Tensor:
    """Some pieces hidden ([MASK]), so that a word's neighbours are learned from too; marks such as [CLS] stay."""
    hidden = (torch.rand(ids.shape) < share) & (ids > LAST_MARK)
    return ids.masked_fill(hidden, MASK)


def uncased(cases: Tensor, share: float) -> Tensor:
    """Some rows as if all were small letters, so that text without capitals is read as well."""
    return cases * (torch.rand(len(cases), 1) >= share)


def rate_at(step: int, done: float) -> float:
    """The share of the full rate: up over `WARM` steps, then down evenly; ``done`` is the share of the run, 0 to 1."""
    return min(1.0, (step + 1) / WARM) * max(0.02, 1.0 - done)


def train(
    network: Network, batches: list[list[Sample]], folder: Path, minutes: float, rounded: float
) -> None:
    """Runs the batches in order, or as many as ``minutes`` allow, the last share ``rounded`` of the run with int8's
    rounding in sight; writes ``folder/latest.pt`` as it goes and ``final.pt`` at the end. Every corpus is spread evenly
    over the batches, so a cut run has seen the same mixture."""
    rounds = False
    best = optimiser(network)
    rates = [group["lr"] for group in best.param_groups]
    mean = copy.deepcopy(network.state_dict())
    begun = saved = time.monotonic()
    network.train()
    pieces, total = 0, 0.0
    for step, samples in enumerate(batches):
        done = max(step / len(batches), (time.monotonic() - begun) / 60 / minutes)
        if done >= 1.0:
            break
        if not rounds and done >= 1.0 - rounded:
            see_int8(network)
            rounds = True
            log.info("step %d: from now on with rounding", step)
        for group, rate in zip(best.param_groups, rates, strict=True):
            group["lr"] = rate * rate_at(step, done)
        batch = collate(samples)
        batch.ids = blurred(batch.ids, HIDDEN_SYNTAX if batch.upos is not None else HIDDEN)
        batch.cases = uncased(batch.cases, UNCASED)
        loss = loss_of(network, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        best.step()
        best.zero_grad(set_to_none=True)
        pieces += batch.ids.numel()
        total += loss.item()
        _average(mean, network, 0.995 if step > 400 else 0.95)
        if step % 50 == 49:
            spent = time.monotonic() - begun
            log.info("step %d/%d (%.0f %%) loss %.3f, %.0f pieces/s", step + 1, len(batches), 100 * done,
                     total / 50, pieces / spent)  # fmt: skip
            total = 0.0
        if time.monotonic() - saved > SAVE_EVERY:
            torch.save(mean, folder / "latest.pt")
            saved = time.monotonic()
    torch.save(mean, folder / "final.pt")


def _average(mean: dict[str, torch.Tensor], network: Network, keep: float) -> None:
    with torch.no_grad():
        for name, value in network.state_dict().items():
            if value.dtype.is_floating_point and "word_embeddings" not in name:
                mean[name].lerp_(value, 1 - keep)


def _epochs(text: str) -> dict[str, float]:
    return {name: float(n) for name, n in json.loads(text).items()}


def arguments() -> Iterator[argparse.Namespace]:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with corpora/ and gold/")
    parser.add_argument("--out", type=Path, required=True, help="folder for checkpoints")
    parser.add_argument("--start", type=Path, help="checkpoint to go on from")
    parser.add_argument("--large", action="store_true", help="a teacher: MPNet instead (training.mpnet)")
    parser.add_argument("--epochs", type=_epochs, help="JSON object: passes over each corpus")
    parser.add_argument("--every-report", action="store_true", help="learn from the held-out reports too")
    parser.add_argument("--silver", type=Path, help="what teachers say of other reports (training.teachers)")
    parser.add_argument(
        "--minutes", type=float, default=math.inf, help="end the run, rates gone down, by then"
    )
    parser.add_argument("--scale", type=float, default=1.0, help="multiplies the learning rates")
    parser.add_argument(
        "--int8",
        nargs="?",
        type=float,
        const=1.0,
        default=0.0,
        metavar="SHARE",
        help="let linear layers see int8's rounding in the last share of the run, 0 to 1 (none given: all of it)",
    )
    parser.add_argument("--only", nargs="*", default=[""], help="learn only parameters whose names begin so")
    parser.add_argument("--seed", type=int, default=1)
    yield parser.parse_args()


def main() -> None:
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    args = next(arguments())
    torch.manual_seed(args.seed)
    torch.set_float32_matmul_precision("medium")  # products of floats in bfloat16 too
    args.out.mkdir(parents=True, exist_ok=True)
    global ENCODER_RATE, HEAD_RATE
    ENCODER_RATE, HEAD_RATE = ENCODER_RATE * args.scale, HEAD_RATE * args.scale
    network = load_network(args.start) if args.start else Network(args.large)
    for name, parameter in network.named_parameters():
        parameter.requires_grad &= name.startswith(tuple(args.only))
    batches = schedule(
        corpora(args.shared, args.every_report, args.seed, args.silver),
        args.epochs or EPOCHS,
        args.seed,
    )
    log.info("%d steps", len(batches))
    train(network, batches, args.out, args.minutes, args.int8)


if __name__ == "__main__":
    main()
