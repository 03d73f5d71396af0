"""Trains the claim heads alone, on what a finished encoder sees: quick, and nothing else is moved.

The encoder's layers are computed once for several cuts of every report and kept; an epoch then takes seconds. After
each epoch the loss on the held-out reports is shown; with ``--every-report`` they are learned from too, for as many
epochs as turned out best without them.
"""

from __future__ import annotations

import argparse
import copy
import logging
import random
import time
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import torch
from torch import Tensor

from training.batches import Batch, collate
from training.checkpoint import load_checkpoint
from training.corpora import Sample, claim_samples, gold_names
from training.export import SLOT_WORDS
from training.losses import LOW, fact_loss
from training.model import CLAIM_PARTS, LAYERS, WIDTH, Network, Spans, Views
from training.train import HELD_OUT

log = logging.getLogger("training")
REPORTS_A_STEP, RATE, KEEP = 3, 1.5e-3, 0.98


@dataclass
class Seen:
    """One report's rows: what the encoder sees of its words in every layer, and the labels."""

    samples: list[Sample]
    layers: Tensor  # [LAYERS, rows, words, WIDTH], half precision


def see(network: Network, samples: list[Sample]) -> list[Seen]:
    """Runs the encoder over all rows, report by report."""
    found = []
    with torch.no_grad():
        for _, rows in groupby(samples, key=lambda sample: sample.document):
            group = list(rows)
            batch = collate(group)
            hidden = network.encoder(batch.ids, attention_mask=batch.pieces_mask, output_hidden_states=True)
            layers = torch.stack(hidden.hidden_states)
            at = batch.word_pieces[None, :, :, None].expand(LAYERS, -1, -1, WIDTH)
            found.append(Seen(group, layers.gather(2, at).half()))
    return found


def band_scores(head: Spans, words: Tensor, longest: int = SLOT_WORDS) -> tuple[Tensor, Tensor]:
    """Scores of spans of at most ``longest`` words, [B, labels, W, D], and the last word of each, [W, D]."""
    b, w, _ = words.shape
    query = head.query(words).view(b, w, head.count, -1).permute(0, 2, 1, 3)
    key = head.key(words).view(b, w, head.count, -1).permute(0, 2, 3, 1)
    product = (query @ key) / query.shape[-1] ** 0.5
    last = (torch.arange(w)[:, None] + torch.arange(longest)[None]).clamp(max=w - 1)
    band = product.gather(3, last[None, None].expand(b, head.count, -1, -1))
    start = head.start(words).transpose(1, 2)[..., None]
    end = head.end(words).transpose(1, 2)[:, :, last]
    return head.by_label(band) + start + end + head.length[:, None, :longest][None], last


def band_loss(head: Spans, words: Tensor, batch: Batch) -> Tensor:
    """ZLPR over the band (see `losses.span_loss`)."""
    scores, last = band_scores(head, words)
    b, labels, w, longest = scores.shape
    inside = torch.arange(w)[:, None] + torch.arange(longest)[None] < w
    valid = batch.mask[:, :, None] & batch.mask[:, last] & inside
    gold = torch.zeros(b, labels, w, longest, dtype=torch.bool)
    unclear = gold.clone()
    for spans, into in ((batch.slots, gold), (batch.unclear, unclear)):
        row, label, first, final = spans.nonzero().T  # type: ignore[union-attr]
        short = final - first < longest
        into[row[short], label[short], first[short], (final - first)[short]] = True
    wrong = scores.masked_fill(gold | unclear | ~valid[:, None], LOW).flatten(2)
    right = (-scores).masked_fill(~gold, LOW).flatten(2)
    zero = scores.new_zeros(b, labels, 1)
    loss = torch.logsumexp(torch.cat((zero, wrong), -1), -1) + torch.logsumexp(
        torch.cat((zero, right), -1), -1
    )
    return loss.sum() / b


def losses(network: Network, reports: list[Seen]) -> tuple[Tensor, Tensor]:
    """Slot loss and fact loss of some reports."""
    batch = collate([sample for report in reports for sample in report.samples])
    words = batch.mask.shape[1]
    padded = [
        torch.nn.functional.pad(r.layers.float(), (0, 0, 0, words - r.layers.shape[2])) for r in reports
    ]
    claims = network.see_claims(network.deep_claims(network.mix_claims(torch.cat(padded, 1)), batch.mask))
    none = claims[:0]
    return band_loss(network.slots, claims, batch), fact_loss(network, Views(none, none, claims), batch)


def epoch(cuts: list[list[Seen]], chance: random.Random) -> list[list[Seen]]:
    """One pass: every report in one of its cuts, a few together."""
    reports = [chance.choice(same) for same in zip(*cuts, strict=True)]
    chance.shuffle(reports)
    return [reports[i : i + REPORTS_A_STEP] for i in range(0, len(reports), REPORTS_A_STEP)]


def held_loss(network: Network, held: list[Seen]) -> tuple[float, float]:
    network.eval()
    with torch.no_grad():
        parts = [losses(network, held[i : i + 4]) for i in range(0, len(held), 4)]
    network.train()
    network.encoder.eval()
    return tuple(sum(float(p[k]) for p in parts) / max(1, len(parts)) for k in (0, 1))  # type: ignore[return-value]


def train(
    network: Network, cuts: list[list[Seen]], held: list[Seen], epochs: int, seed: int, out: Path
) -> None:
    """Writes ``out`` after the last epoch, and ``out`` with the epoch's number every ten."""
    chance = random.Random(seed)
    parts = [p for name, p in network.named_parameters() if name.startswith(CLAIM_PARTS)]
    best = torch.optim.AdamW(parts, lr=RATE, betas=(0.9, 0.98), weight_decay=0.02)
    steps = epochs * -(-len(cuts[0]) // REPORTS_A_STEP)
    rates = torch.optim.lr_scheduler.OneCycleLR(best, RATE, total_steps=steps + 1, pct_start=0.1)
    mean = {
        name: value.clone() for name, value in network.state_dict().items() if name.startswith(CLAIM_PARTS)
    }
    begun = time.monotonic()
    network.train()
    network.encoder.eval()
    for number in range(1, epochs + 1):
        total = 0.0
        for reports in epoch(cuts, chance):
            slots, facts = losses(network, reports)
            (0.5 * slots + 1.5 * facts).backward()
            torch.nn.utils.clip_grad_norm_(parts, 5.0)
            best.step()
            rates.step()
            best.zero_grad(set_to_none=True)
            total += float(slots.detach() + facts.detach())
            with torch.no_grad():
                for name, value in network.state_dict().items():
                    if name in mean and value.dtype.is_floating_point:
                        mean[name].lerp_(value, 1 - KEEP)
        if number % 5 == 0 or number == epochs:
            averaged = copy.deepcopy(network)
            averaged.load_state_dict({**network.state_dict(), **mean})
            shown = held_loss(averaged, held) if held else (0.0, 0.0)
            log.info("epoch %d loss %.2f held out: slots %.3f facts %.3f, %.0f s", number,
                     total / steps * epochs, *shown, time.monotonic() - begun)  # fmt: skip
            torch.save(averaged.state_dict(), out if number == epochs else out.with_suffix(f".{number}.pt"))


def main() -> None:
    """Reads, sees, trains."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True, help="file for the checkpoint")
    parser.add_argument("--epochs", type=int, default=40)
    parser.add_argument("--cuts", type=int, default=3, help="ways in which every report is cut into rows")
    parser.add_argument("--every-report", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    network = Network()
    load_checkpoint(network, args.start)
    network.eval()
    gold = args.shared / "gold/train"
    out = set() if args.every_report else set(HELD_OUT.read_text().split())
    names = [name for name in gold_names(gold) if name not in out]
    seeds = [None, *range(1, args.cuts)]
    cuts = [see(network, claim_samples(gold, names, seed)) for seed in seeds]
    held = see(network, claim_samples(gold, sorted(out), None)) if out else []
    log.info("%d reports seen", len(names))
    train(network, cuts, held, args.epochs, args.seed, args.out)


if __name__ == "__main__":
    main()
