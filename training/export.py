"""A trained checkpoint to what the package ships: one int8 ONNX graph and its card's facts.

The graph takes rows and gives finished decisions (tags, heads, spans over a threshold with their facts), so that
little crosses from it into Python. Weights of matrix products and the embedding table are int8, per channel.
"""

from __future__ import annotations

import argparse
import json
import math
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn
from transformers import BertModel

from training.checkpoint import load_checkpoint
from training.corpora import (
    ATTRIBUTION,
    CERTAINTIES,
    ENTITIES,
    EVENT_TYPES,
    POLARITIES,
    REALES,
    RELATIONS,
    SLOTS,
    UPOS,
)
from training.model import WIDTH, Network, Spans

HEADS, HEAD = 12, 32
ENTITY_WORDS, SLOT_WORDS = (
    20,
    24,
)  # longest spans looked for, in words: of the corpora's, 1.4 % and 0.1 % are longer
LOW = -1e4
# Least scores of spans that count, set for the best F1: attribution on PolNeAR dev, slots on the held-out reports.
LEAST = {"entities": 0.0, "attribution": -0.9, "slots": -2.0}
TARGET = Path(__file__).parent.parent / "src/standoff/reading/model"
OUTPUTS = (
    "tags starts arcs heads relations relation_low relation_high entity_at entity_score attribution_at "
    "attribution_score links slot_at slot_score slot_type slot_manner slot_event"
).split()


class Encoder(nn.Module):
    """BERT written out in plain products, which the graph optimiser knows how to fuse."""

    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.bert = bert

    def forward(self, ids: Tensor, mask: Tensor) -> list[Tensor]:
        table = self.bert.embeddings
        place = torch.arange(ids.shape[1])[None]
        x = (
            table.word_embeddings(ids)
            + table.position_embeddings(place)
            + table.token_type_embeddings.weight[0]
        )
        x = table.LayerNorm(x)
        bias = (1.0 - mask[:, None, None].float()) * LOW
        seen = [x]
        for layer in self.bert.encoder.layer:
            x = self._layer(layer, x, bias)
            seen.append(x)
        return seen

    def _layer(self, layer: nn.Module, x: Tensor, bias: Tensor) -> Tensor:
        own = layer.attention.self
        query, key, value = (self._split(part(x)) for part in (own.query, own.key, own.value))
        weights = (query @ key.transpose(2, 3) / math.sqrt(HEAD) + bias).softmax(-1)
        mixed = (weights @ value).permute(0, 2, 1, 3).reshape(x.shape[0], x.shape[1], WIDTH)
        out = layer.attention.output
        x = out.LayerNorm(out.dense(mixed) + x)
        return layer.output.LayerNorm(layer.output.dense(nn.functional.gelu(layer.intermediate.dense(x))) + x)

    @staticmethod
    def _split(x: Tensor) -> Tensor:
        return x.view(x.shape[0], x.shape[1], HEADS, HEAD).permute(0, 2, 1, 3)


class Shipped(nn.Module):
    """Encoder, heads and their decisions."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.net, self.encoder = network, Encoder(network.encoder)
        mixes = (network.mix_syntax, network.mix_attribution, network.mix_claims)
        self.mixes = nn.Parameter(torch.stack([mix.weights.softmax(0) for mix in mixes]).detach())
        # parameters of their own, not sums over others, so that they are quantised
        product = network.rel.product.detach().permute(1, 0, 2)
        self.relation = nn.Parameter(product.reshape(product.shape[0], -1))

    def forward(
        self, ids: Tensor, mask: Tensor, word_pieces: Tensor, word_mask: Tensor, forced: Tensor, low: Tensor
    ) -> tuple[Tensor, ...]:
        """``forced`` [B, W] is added to the sentence-start score; ``low`` [3] the least entity, attribution and slot
        scores that count."""
        net = self.net
        at = word_pieces[:, :, None].expand(-1, -1, WIDTH)
        layers = torch.stack(self.encoder(ids, mask)).flatten(1)
        mixed = (self.mixes @ layers).view(3, *ids.shape, WIDTH)
        syntax, attribution, claims = (mixed[i].gather(1, at) for i in range(3))
        attribution = net.see_attribution(attribution)
        claims = net.see_claims(net.deep_claims(claims, word_mask))
        trees = self._trees(syntax, word_mask, forced)
        entity_at, entity_score = self._near(net.entities, syntax, word_mask, ENTITY_WORDS, low[0])
        scores = net.attribution(attribution)
        w = torch.arange(word_mask.shape[1])
        both = word_mask[:, None, :, None] & word_mask[:, None, None] & (w[:, None] <= w[None])
        found = torch.nonzero((scores > low[1]) & both)
        score = scores[found[:, 0], found[:, 1], found[:, 2], found[:, 3]]
        pairs = net.link(net.link_low(attribution), net.link_high(attribution))
        links = pairs.masked_fill(~word_mask[:, None], LOW).argmax(-1)
        slot_at, slot_score = self._near(net.slots, claims, word_mask, SLOT_WORDS, low[2])
        start, end = claims[slot_at[:, 0], slot_at[:, 2]], claims[slot_at[:, 0], slot_at[:, 3]]
        facts = (
            (net.type_start(start) + net.type_end(end)).softmax(-1),
            self._manner(net.manner_start(start) + net.manner_end(end)),
            net.event_start(start) + net.event_end(end),
        )
        return (*trees, entity_at, entity_score, found, score, links, slot_at, slot_score, *facts)

    def _trees(self, syntax: Tensor, word_mask: Tensor, forced: Tensor) -> tuple[Tensor, ...]:
        net = self.net
        starts = (net.sentence(syntax)[..., 0] + forced) > 0
        sentence = starts.long().cumsum(1)
        arcs = net.arc(net.arc_low(syntax), net.arc_high(syntax))
        same = (sentence[:, :, None] == sentence[:, None]) & word_mask[:, None]
        arcs = torch.where(same, arcs, torch.full_like(arcs, LOW))
        heads = arcs.argmax(-1)
        low, high = net.rel_low(syntax), net.rel_high(syntax)
        b, w, d = low.shape
        chosen = high.gather(1, heads[..., None].expand(-1, -1, d))
        both = (low @ self.relation).view(b, w, len(RELATIONS), d)
        relations = ((both @ chosen[..., None])[..., 0] + chosen @ net.rel.bias.T).argmax(-1)
        return net.upos(syntax).argmax(-1), starts, arcs, heads, relations, low, high

    @staticmethod
    def _near(
        head: Spans, words: Tensor, word_mask: Tensor, longest: int, low: Tensor
    ) -> tuple[Tensor, Tensor]:
        """Spans of at most ``longest`` words over the threshold: [n, 4] row, label, first, last word; and scores."""
        b, w, _ = words.shape
        query = head.query(words).view(b, w, head.count, -1).permute(0, 2, 1, 3)
        key = head.key(words).view(b, w, head.count, -1).permute(0, 2, 3, 1)
        product = (query @ key) / math.sqrt(query.shape[-1])
        last = torch.arange(w)[:, None] + torch.arange(longest)[None]  # [W, D]
        inside = last < w
        last = last.clamp(max=w - 1)
        band = product.gather(3, last[None, None].expand(b, head.count, -1, -1))
        start = head.start(words).transpose(1, 2)[..., None]
        end = head.end(words).transpose(1, 2)[:, :, last]
        scores = head.by_label(band) + start + end + head.length[:, None, :longest][None]
        good = word_mask[:, :, None] & inside & word_mask[:, last]
        found = torch.nonzero((scores > low) & good[:, None])
        score = scores[found[:, 0], found[:, 1], found[:, 2], found[:, 3]]
        return torch.stack((found[:, 0], found[:, 1], found[:, 2], found[:, 2] + found[:, 3]), 1), score

    @staticmethod
    def _manner(scores: Tensor) -> Tensor:
        return torch.cat([part.softmax(-1) for part in scores.split((2, 4, 4), -1)], -1)


def to_onnx(network: Network, path: Path) -> None:
    """Writes the float32 graph, rows and words of any number and length."""
    ids = torch.randint(1000, 2000, (2, 12))
    pieces = torch.arange(1, 9)[None].repeat(2, 1)
    masks = torch.ones(2, 12, dtype=torch.bool), torch.ones(2, 8, dtype=torch.bool)
    inputs = (ids, masks[0], pieces, masks[1], torch.zeros(2, 8), torch.full((3,), -50.0))
    rows = {0: "rows", 1: "words"}
    axes = {"ids": {0: "rows", 1: "pieces"}, "mask": {0: "rows", 1: "pieces"}}
    axes |= dict.fromkeys(
        ("word_pieces", "word_mask", "forced", "tags", "starts", "heads", "relations", "links"), rows
    )
    axes |= dict.fromkeys(("relation_low", "relation_high"), rows) | {"arcs": {**rows, 2: "words"}}
    found = ("entity", "attribution", "slot")  # each with a number of its own: one name means one size
    axes |= {name: {0: name.split("_")[0]} for name in OUTPUTS if name.startswith(found)}
    names = ["ids", "mask", "word_pieces", "word_mask", "forced", "low"]
    with torch.no_grad():
        torch.onnx.export(Shipped(network).eval(), inputs, str(path), input_names=names, output_names=list(OUTPUTS),
                          dynamic_axes=axes, opset_version=17, dynamo=False)  # fmt: skip


def to_int8(source: Path, target: Path) -> None:
    """Fuses the encoder and quantises weights to int8, symmetric, per channel; activations at run time."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers import optimizer

    fused = optimizer.optimize_model(
        str(source), model_type="bert", num_heads=HEADS, hidden_size=WIDTH, opt_level=0
    )
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fused.onnx"
        fused.save_model_to_file(str(path))
        options = {"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT}
        quantize_dynamic(
            str(path), str(target), weight_type=QuantType.QInt8, per_channel=True, extra_options=options
        )


def facts() -> dict[str, object]:
    """Names of labels, and settings of the reader."""
    return {
        "upos": UPOS, "relations": RELATIONS, "entities": ENTITIES, "attribution": ATTRIBUTION, "slots": SLOTS,
        "types": EVENT_TYPES, "manner": [*POLARITIES, *CERTAINTIES, *REALES],
        "least": LEAST,
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--checkpoint", type=Path, required=True)
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--float32", type=Path, help="keep the float32 graph here too")
    args = parser.parse_args()
    network = Network()
    load_checkpoint(network, args.checkpoint)
    network.eval()
    args.target.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        path = args.float32 or Path(folder) / "model.onnx"
        to_onnx(network, path)
        onnx.checker.check_model(str(path))
        to_int8(path, args.target / "model.onnx")
    np.savez(args.target / "relations.npz", product=network.rel.product.detach().numpy().astype(np.float16),
             bias=network.rel.bias.detach().numpy().astype(np.float16))  # fmt: skip
    (args.target / "labels.json").write_text(json.dumps(facts(), indent=1), "utf-8")


if __name__ == "__main__":
    main()
