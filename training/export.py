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
from typing import Any

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
    MUC,
    POLARITIES,
    REALES,
    RELATIONS,
    SLOTS,
    UPOS,
)
from training.model import DISTANCES, ENTITY_WORDS, RELATION, SLOT_WORDS, SPAN, WIDTH, Network, Spans

HEADS, HEAD = 12, 32
LOW = -1e4
# Least scores of spans that count, set for the best F1: attribution on PolNeAR dev, slots on the held-out reports. A
# threshold for each slot, set by coordinate ascent, gained 0.0015 there and was left.
LEAST = {"entities": 0.0, "attribution": -0.9, "slots": -2.0, "roles": -1.75}
TARGET = Path(__file__).parent.parent / "src/standoff/reading/model"
OUTPUTS = (
    "tags starts arcs heads relations relation_low relation_high certain entity_at entity_score attribution_at "
    "attribution_score links slot_at slot_score role_at role_score kinds manner event"
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


class Joint(nn.Module):
    """Linear layers that see the same words, as one product: quantised words are made once and read once."""

    def __init__(self, *layers: nn.Linear | nn.Sequential) -> None:
        super().__init__()
        parts = [layer[0] if isinstance(layer, nn.Sequential) else layer for layer in layers]
        self.widths = [part.out_features for part in parts]
        self.layer = nn.Linear(parts[0].in_features, sum(self.widths))
        with torch.no_grad():
            self.layer.weight.copy_(torch.cat([part.weight for part in parts]))
            self.layer.bias.copy_(torch.cat([part.bias for part in parts]))

    def forward(self, words: Tensor, gelu: bool = False) -> tuple[Tensor, ...]:
        seen = self.layer(words)
        return (nn.functional.gelu(seen) if gelu else seen).split(self.widths, -1)


class Shipped(nn.Module):
    """Encoder, heads and their decisions, for one row: words [W, …], no batch."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        net = self.net = network
        self.encoder = Encoder(network.encoder)
        mixes = (network.mix_syntax, network.mix_attribution, network.mix_claims)
        self.mixes = nn.Parameter(torch.stack([mix.weights.softmax(0) for mix in mixes]).detach())
        # parameters of their own, not sums over others, so that they are quantised
        product = network.rel.product.detach().permute(1, 0, 2)
        self.relation = nn.Parameter(product.reshape(product.shape[0], -1))
        self.relation_bias = nn.Parameter(net.rel.bias.detach().T.contiguous())
        self.arc = nn.Parameter(net.arc.product[0].detach())
        self.link = nn.Parameter(net.link.product[0].detach())
        self.deep_syntax = Joint(net.arc_low, net.arc_high, net.rel_low, net.rel_high, net.fact_low)
        self.flat_syntax = Joint(net.upos, net.sentence, *parts_of(net.entities))
        self.deep_links = Joint(net.link_low, net.link_high)
        self.flat_attribution = Joint(*parts_of(net.attribution))
        self.flat_claims = Joint(
            *parts_of(net.slots), *parts_of(net.muc), net.type_start, net.type_end,
            net.manner_start, net.manner_end, net.event_start, net.event_end,
        )  # fmt: skip

    def forward(
        self, ids: Tensor, mask: Tensor, word_pieces: Tensor, forced: Tensor, low: Tensor
    ) -> tuple[Tensor, ...]:
        """``ids`` and ``mask`` [1, P]; ``word_pieces`` [W]; ``forced`` [W] is added to the sentence-start score;
        ``low`` [4] the least entity, attribution, slot and MUC-role scores that count."""
        net = self.net
        layers = torch.cat(self.encoder(ids, mask)).flatten(1)
        mixed = (self.mixes @ layers).view(3, -1, WIDTH).index_select(1, word_pieces)
        syntax, attribution, claims = mixed.unbind(0)
        *trees, entities = self._syntax(syntax, forced)
        spans = self._near(net.entities, entities, ENTITY_WORDS, low[0])
        attribution = net.see_attribution(attribution)
        said = self._attribution(attribution, low[1])
        claims = net.see_claims(net.deep_claims(claims[None], torch.ones_like(word_pieces)[None])[0])
        return (*trees, *spans, *said, *self._claims(claims, low))

    def _syntax(self, syntax: Tensor, forced: Tensor) -> tuple[Tensor | tuple[Tensor, ...], ...]:
        arc_low, arc_high, low, high, fact = self.deep_syntax(syntax, gelu=True)
        upos, start, *entities = self.flat_syntax(syntax)
        starts = (start[:, 0] + forced) > 0
        sentence = starts.int().cumsum(0)
        arcs = (arc_low @ self.arc) @ arc_high.T + (arc_high * self.net.arc.bias[0]).sum(-1)
        arcs = torch.where(sentence[:, None] == sentence[None], arcs, LOW)
        heads = arcs.argmax(-1)
        chosen = high.index_select(0, heads)
        both = (low @ self.relation).view(-1, len(RELATIONS), RELATION)
        relations = ((both * chosen[:, None]).sum(-1) + chosen @ self.relation_bias).argmax(-1)
        certain = self.net.fact(fact)[:, 0]
        return upos.argmax(-1), starts, arcs, heads, relations, low, high, certain, tuple(entities)

    def _attribution(self, words: Tensor, low: Tensor) -> tuple[Tensor, ...]:
        head = self.net.attribution
        query, key, start, end = self.flat_attribution(words)
        scores = products(query, key, head.count) + start.T[:, :, None] + end.T[:, None]
        place = torch.arange(words.shape[0])
        apart = (place[None] - place[:, None]).clamp(0, DISTANCES - 1)
        scores = scores + head.length[:, apart]
        found = torch.nonzero((scores > low) & (place[:, None] <= place[None]))
        link_low, link_high = self.deep_links(words, gelu=True)
        links = (link_low @ self.link) @ link_high.T + (link_high * self.net.link.bias[0]).sum(-1)
        return found, scores[found[:, 0], found[:, 1], found[:, 2]], links.argmax(-1)

    def _claims(self, claims: Tensor, low: Tensor) -> tuple[Tensor, ...]:
        parts = self.flat_claims(claims)
        first, last = parts[8:14:2], parts[9:14:2]
        kinds, manner, event = (torch.cat((a, b), -1) for a, b in zip(first, last, strict=True))
        slots = self._near(self.net.slots, parts[:4], SLOT_WORDS, low[2])
        roles = self._near(self.net.muc, parts[4:8], SLOT_WORDS, low[3])
        return (*slots, *roles, kinds, manner, event)

    @staticmethod
    def _near(head: Spans, parts: tuple[Tensor, ...], longest: int, low: Tensor) -> tuple[Tensor, Tensor]:
        """Spans of at most ``longest`` words over the threshold: [n, 3] label, first, last word; and their scores.

        Scores lie as [W, longest, labels], so that every look-up copies a row of labels and not single numbers.
        """
        query, key, start, end = parts
        w = query.shape[0]
        last = torch.arange(w)[:, None] + torch.arange(longest)[None]  # [W, D]
        inside = last < w
        last = last.clamp(max=w - 1)
        band = (
            products(query, key, head.count).gather(2, last[None].expand(head.count, -1, -1)).permute(1, 2, 0)
        )
        if head.count > 1:
            band = band @ nn.functional.one_hot(head.groups, head.count).float().T
        length = head.length[:, :longest].T
        scores = band + start[:, None] + end.index_select(0, last.flatten()).view(w, longest, -1) + length
        found = torch.nonzero((scores > low) & inside[..., None])
        score = scores[found[:, 0], found[:, 1], found[:, 2]]
        return torch.stack((found[:, 2], found[:, 0], found[:, 0] + found[:, 1]), 1), score


def parts_of(head: Spans) -> tuple[nn.Linear, ...]:
    return head.query, head.key, head.start, head.end


def products(query: Tensor, key: Tensor, count: int) -> Tensor:
    """Start by end [count, W, W] of [W, count * SPAN] each."""
    query = query.view(-1, count, SPAN).permute(1, 0, 2)
    key = key.view(-1, count, SPAN).permute(1, 2, 0)
    return (query @ key) / math.sqrt(SPAN)


def to_onnx(network: Network, path: Path) -> None:
    """Writes the float32 graph: one row of any number of pieces and words."""
    ids = torch.randint(1000, 2000, (1, 12))
    inputs = (
        ids,
        torch.ones(1, 12, dtype=torch.bool),
        torch.arange(1, 9),
        torch.zeros(8),
        torch.full((4,), -50.0),
    )
    words = ("word_pieces forced tags starts heads relations relation_low relation_high certain links kinds manner "
             "event").split()  # fmt: skip
    axes = {"ids": {1: "pieces"}, "mask": {1: "pieces"}, "arcs": {0: "words", 1: "words"}}
    axes |= {name: {0: "words"} for name in words}
    for name in OUTPUTS:
        if name.endswith(("_at", "_score")):  # each kind with a number of its own: one name means one size
            axes[name] = {0: name.split("_")[0]}
    names = ["ids", "mask", "word_pieces", "forced", "low"]
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
        _split_norms(fused.model.graph)
        path = Path(folder) / "fused.onnx"
        fused.save_model_to_file(str(path))
        kept = [
            node.name for node in fused.model.graph.node if node.op_type == "MatMul" and _chooses(fused, node)
        ]
        options = {"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT}
        quantize_dynamic(
            str(path),
            str(target),
            weight_type=QuantType.QInt8,
            per_channel=True,
            extra_options=options,
            nodes_to_exclude=kept,
        )


def _split_norms(graph: onnx.GraphProto) -> None:
    """Sums and layer norms apart again: onnxruntime's fused kernel for a processor takes four times as long as both."""
    nodes: list[onnx.NodeProto] = []
    for node in graph.node:
        if node.op_type != "SkipLayerNormalization":
            nodes.append(node)
            continue
        first, skip, scale, shift, *bias = node.input
        total = node.output[3] if len(node.output) > 3 and node.output[3] else f"{node.output[0]}_sum"
        if bias and bias[0]:
            nodes.append(
                onnx.helper.make_node("Add", [first, bias[0]], [f"{total}_biased"], f"{node.name}_bias")
            )
            first = f"{total}_biased"
        epsilon = next(item.f for item in node.attribute if item.name == "epsilon")
        nodes += [
            onnx.helper.make_node("Add", [first, skip], [total], f"{node.name}_sum"),
            onnx.helper.make_node("LayerNormalization", [total, scale, shift], [node.output[0]], node.name,
                                  axis=-1, epsilon=epsilon),
        ]  # fmt: skip
    graph.ClearField("node")
    graph.node.extend(nodes)


def _chooses(model: Any, node: onnx.NodeProto) -> bool:
    """Whether a product's second side holds only zeros and ones: it picks, and is no weight to quantise."""
    table = model.get_initializer(node.input[1])
    return table is not None and bool(np.isin(onnx.numpy_helper.to_array(table), (0.0, 1.0)).all())


def facts() -> dict[str, object]:
    """Names of labels, and settings of the reader."""
    return {
        "upos": UPOS, "relations": RELATIONS, "entities": ENTITIES, "attribution": ATTRIBUTION, "slots": SLOTS,
        "roles": MUC, "types": EVENT_TYPES, "manner": [*POLARITIES, *CERTAINTIES, *REALES],
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
