"""Rounds a graph's weights to int8 so that all processors agree on it and what its products give changes least.

    python -m training.rounding --shared SHARED [--graph GRAPH]

Processors without instructions for products of bytes (x86 with AVX2 and no VNNI) add two neighbouring products in 16
bits and cut off what goes beyond: 255 * (w + v) for weights of one sign. A graph then says other things on a laptop
than on a server. So each output's scale is set by its greatest pair of neighbours, not by its greatest weight, and
nothing can be cut off (`fits`). Such steps are some 1.3 times as wide; what that costs is won back by rounding one
input after the other, each error made up for by the weights that are still to be rounded, as the inputs of real
reports go together (GPTQ, Frantar et al. 2023).
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import numpy_helper

from benchmarks.gold import gold_files
from standoff.reading.graph import cores, load_graph, outputs, starts_forced
from standoff.reading.words import Row, model_folder, rows, split_many

MOST = 127  # of a weight; of two neighbours of one sign 128, which rounding may reach: 255 * 128 is under 2 ** 15
FIRST, EVERY = (
    1,
    4,
)  # which rows of annotated reports: 15,000 word pieces, ten for each input of the widest product
DAMPING = (
    0.1  # of the mean square of inputs, added to each: inputs that are nearly never there decide nothing
)
PRODUCTS = {"QAttention", "DynamicQuantizeMatMul", "MatMulIntegerToFloat"}
SUFFIX = "_quantized"  # of an int8 tensor; its scales and zero points have the same name with other suffixes

Floats = NDArray[np.float64]
Bytes = NDArray[np.int8]
Weights = dict[str, Floats]


@dataclass(frozen=True)
class Product:
    """A product of a graph: the name of its weights, and of its inputs before they are rounded."""

    weights: str
    inputs: str


def pairs(weights: Floats) -> Floats:
    """[inputs / 2, outputs] the greatest size that two neighbouring inputs can add up to, for each output."""
    even = weights if len(weights) % 2 == 0 else np.vstack((weights, np.zeros_like(weights[:1])))
    first, second = even[::2], even[1::2]
    alone = np.maximum(np.abs(first), np.abs(second))
    return np.where(first * second > 0, np.abs(first + second), alone)


def fits(weights: Floats) -> Floats:
    """[outputs] the least scales with which no two neighbours of weights [inputs, outputs] go beyond 16 bits."""
    found: Floats = np.maximum(pairs(weights).max(0), 1e-8) / MOST
    return found


def round_weights(weights: Floats, seen: Floats) -> tuple[Bytes, Floats]:
    """Weights [inputs, outputs] as int8, and their scales [outputs]; ``seen`` [inputs, inputs]: how inputs go
    together, the sum of their products with one another."""
    scale = fits(weights)
    left, made = weights / scale, np.zeros_like(weights)
    damped = seen + np.eye(len(seen)) * max(DAMPING * float(np.trace(seen)) / len(seen), 1e-8)
    after = np.linalg.cholesky(np.linalg.inv(damped)).T  # [k, k:] how later inputs can make up for input k
    for k, row in enumerate(left):
        least, most = np.full(row.shape, -float(MOST)), np.full(row.shape, float(MOST))
        if k % 2:  # the neighbour is rounded: no sum of one sign beyond 128
            least = np.where(made[k - 1] < 0, np.maximum(least, -128 - made[k - 1]), least)
            most = np.where(made[k - 1] > 0, np.minimum(most, 128 - made[k - 1]), most)
        made[k] = np.clip(np.round(row), least, most)
        left[k + 1 :] -= np.outer(after[k, k + 1 :], (row - made[k]) / after[k, k])
    return made.astype(np.int8), scale


def products(graph: onnx.GraphProto) -> Iterator[Product]:
    """The int8 products of a graph."""
    rounded = {
        node.output[0]: node.input[0] for node in graph.node if node.op_type == "DynamicQuantizeLinear"
    }
    for node in graph.node:
        if node.op_type in PRODUCTS:
            yield Product(node.input[1], rounded.get(node.input[0], node.input[0]))


def plain_weights(graph: onnx.GraphProto) -> Weights:
    """The weights of a graph's products, as its int8 and scales have them."""
    held = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    names = {product.weights for product in products(graph)}
    return {name: held[name] * held[_scale(name)].astype(np.float64) for name in sorted(names)}


def _scale(name: str) -> str:
    return name.removesuffix(SUFFIX) + "_scale"


def _put(graph: onnx.GraphProto, made: Mapping[str, tuple[Bytes, Floats]]) -> None:
    """Sets weights and scales, by the name of the weights."""
    for item in graph.initializer:
        if item.name in made:
            item.CopyFrom(numpy_helper.from_array(made[item.name][0], item.name))
    scales = {_scale(name): scale for name, (_, scale) in made.items()}
    for item in graph.initializer:
        if item.name in scales:
            value = scales[item.name].astype(np.float32).reshape(tuple(item.dims))
            item.CopyFrom(numpy_helper.from_array(value, item.name))


def _seen(model: onnx.ModelProto, read: Sequence[Row]) -> Weights:
    """[inputs, inputs] of each product, by the name of its inputs: the sum over all word pieces of the rows."""
    watched = onnx.ModelProto()
    watched.CopyFrom(model)
    names = sorted({product.inputs for product in products(model.graph)})
    for name in names:
        watched.graph.output.append(onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, None))
    found: Weights = {}
    with tempfile.TemporaryDirectory() as folder:
        onnx.save(watched, str(Path(folder) / "watched.onnx"))
        graph = load_graph(Path(folder) / "watched.onnx", cores())
        for row in read:
            for name, value in outputs(graph, row, starts_forced(row), names).items():
                flat = value.reshape(-1, value.shape[-1])
                found[name] = found.get(name, 0.0) + (flat.T @ flat).astype(np.float64)
    return found


def round_graph(path: Path, weights: Weights, read: Sequence[Row]) -> None:
    """Rounds the weights of an int8 graph's products anew, from floats by name, as the rows need them."""
    model = onnx.load(str(path))
    _put(model.graph, {name: _nearest(value) for name, value in weights.items()})
    seen = _seen(model, read)
    inputs = {product.weights: product.inputs for product in products(model.graph)}
    _put(model.graph, {name: round_weights(value, seen[inputs[name]]) for name, value in weights.items()})
    onnx.save(model, str(path))


def _nearest(weights: Floats) -> tuple[Bytes, Floats]:
    scale = fits(weights)
    return np.round(weights / scale).astype(np.int8), scale


def calibration_rows(shared: Path) -> list[Row]:
    """Rows of the annotated reports (`gold/train`), some of them: what the graph is to read well."""
    texts = [text for _, text in gold_files(shared / "gold/train")]
    found = [row for text, pieces in zip(texts, split_many(texts), strict=True) for row in rows(text, pieces)]
    return found[FIRST::EVERY]


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--graph", type=Path, default=model_folder() / "model.onnx")
    args = parser.parse_args()
    round_graph(args.graph, plain_weights(onnx.load(str(args.graph)).graph), calibration_rows(args.shared))


if __name__ == "__main__":
    main()
