"""A checkpoint from the shipped graph, to go on training where the last run ended.

    python -m training.recover --out RUN/shipped.pt

A checkpoint is ten times as large as what may be kept, so none is; but the graph holds every weight that matters, as
int8. Where each parameter lies in it is found by looking: a network of random weights is exported in the same way, and
the rows of its parameters are sought among the columns of its graph. What a graph does not hold begins anew.
"""

from __future__ import annotations

import argparse
import math
import tempfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.corpora import ATTRIBUTION
from training.export import TARGET, to_int8, to_onnx
from training.model import ENTITY_WORDS, SLOT_WORDS, SPAN, Network

Floats = NDArray[np.float32]
CLOSE = 0.03  # mean difference, as a share of the mean size, that rounding to int8 makes at most
NOT_SOUGHT = ("word_embeddings", "mix_", ".length")  # never trained; shipped as shares; shipped in one table


@dataclass(frozen=True)
class Lair:
    """Where a parameter lies: in which tensor of the graph, from which column on, and how many."""

    tensor: str
    column: int
    columns: int

    def cut(self, tensors: dict[str, Floats]) -> Floats:
        return tensors[self.tensor][:, self.column : self.column + self.columns]


def tensors_of(path: Path) -> dict[str, Floats]:
    """Every float or int8 weight of a graph as a float matrix [inputs, outputs]; vectors as one row.

    A name that the exporter made up (``onnx::MatMul_1505``) changes with the number of parameters: such tensors are
    named by their order.
    """
    raw = {item.name: numpy_helper.to_array(item) for item in onnx.load(str(path)).graph.initializer}
    found = {}
    for name, value in raw.items():
        if name.endswith("_quantized"):
            base = name.removesuffix("_quantized")
            value = (value.astype(np.float32) - raw[f"{base}_zero_point"]) * raw[f"{base}_scale"]
        elif value.dtype != np.float32:
            continue
        if "::" in name:
            name = f"unnamed {sum(key.startswith('unnamed') for key in found)}"
        found[name] = value.reshape(-1, value.shape[-1] if value.ndim else 1).astype(np.float32)
    return found


def as_columns(value: Tensor) -> Floats:
    """A parameter as the graph holds it: [inputs, outputs], one row for a vector."""
    made = value.detach().numpy()
    if made.ndim == 3:  # a biaffine product [labels, low, high]: one matrix for all labels
        made = made.transpose(0, 2, 1).reshape(-1, made.shape[1])
    return np.atleast_2d(made.T if made.ndim > 1 else made)


def find(wanted: Floats, tensors: dict[str, Floats]) -> tuple[Lair, bool] | None:
    """The tensor and place that hold a parameter's columns, the likest of all; and whether they stand there turned."""
    best, found = CLOSE, None
    for turned, columns in ((False, wanted), (True, wanted.T)):
        for name, tensor in tensors.items():
            if tensor.shape[0] != columns.shape[0] or tensor.shape[1] < columns.shape[1]:
                continue
            at = int(np.abs(tensor - columns[:, :1]).mean(0).argmin())
            lair = Lair(name, at, columns.shape[1])
            if at + columns.shape[1] > tensor.shape[1]:
                continue
            apart = float(np.abs(lair.cut(tensors) - columns).mean() / np.abs(columns).mean())
            if apart < best:
                best, found = apart, (lair, turned)
    return found


def shuffled() -> Network:
    """A network all of whose parameters differ, single numbers most of all."""
    torch.manual_seed(0)
    network = Network()
    with torch.no_grad():
        for i, (name, value) in enumerate(network.named_parameters()):
            if value.numel() == 1:
                value.fill_(3.0 + i)
            elif "word_embeddings" not in name:
                value.copy_(torch.randn_like(value) * 0.05)
    return network.eval()


def recover(graph: Path) -> tuple[dict[str, Tensor], list[str]]:
    """The weights of a shipped graph as a checkpoint, and the parameters that it does not hold."""
    marked = shuffled()
    with tempfile.TemporaryDirectory() as folder:
        to_onnx(marked, Path(folder) / "float.onnx")
        to_int8(Path(folder) / "float.onnx", Path(folder) / "int8.onnx")
        signs = tensors_of(Path(folder) / "int8.onnx")
    real = tensors_of(graph)
    found, missing = Network().state_dict(), []
    for name, value in marked.named_parameters():
        if any(part in name for part in NOT_SOUGHT):
            continue
        scale = math.sqrt(SPAN) if ".query." in name and not name.startswith("encoder") else 1.0
        # attribution's labels stand apart: each with its start, or its end, beside it
        parts = (value / scale).chunk(len(ATTRIBUTION) if name.startswith("attribution.") else 1)
        held = [_found(part, signs, real) for part in parts]
        if any(part is None for part in held):
            missing.append(name)
            continue
        found[name] = torch.cat([part for part in held if part is not None]) * scale
    shares = torch.from_numpy(real["mixes"]).clamp(min=1e-6).log()
    for row, view in enumerate(("syntax", "attribution", "claims")):
        found[f"mix_{view}.weights"] = shares[row]
    lengths = np.load(graph.with_name("tables.npz"))["lengths"]
    return found | _lengths(real["spans.length"], lengths, found), missing


def _found(wanted: Tensor, signs: dict[str, Floats], real: dict[str, Floats]) -> Tensor | None:
    """What a graph holds where another of its kind holds ``wanted``; ``None`` when that is found nowhere."""
    place = find(as_columns(wanted), signs)
    if place is None:
        return None
    lair, turned = place
    made = lair.cut(real)
    return _as_parameter(made.T if turned else made, wanted)


def _lengths(table: Floats, attribution: Floats, like: dict[str, Tensor]) -> dict[str, Tensor]:
    """What lengths are worth to the labels of each head; those that a graph does not look for, as its longest."""
    made = {"attribution.length": torch.from_numpy(attribution)}
    rows = torch.from_numpy(table.reshape(-1, SLOT_WORDS + 1))
    for head, longest in (("slots", SLOT_WORDS), ("muc", SLOT_WORDS), ("entities", ENTITY_WORDS)):
        labels, most = like[f"{head}.length"].shape
        held, rows = rows[:labels, :longest], rows[labels:]
        made[f"{head}.length"] = torch.cat((held, held[:, -1:].expand(-1, most - longest)), 1)
    return made


def _as_parameter(columns: Floats, like: Tensor) -> Tensor:
    made = columns.T if like.dim() > 1 else columns
    if like.dim() == 3:
        labels, low, high = like.shape
        made = made.reshape(labels, high, low).transpose(0, 2, 1)
    return torch.from_numpy(np.ascontiguousarray(made.reshape(like.shape)))


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--graph", type=Path, default=TARGET / "model.onnx")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    weights, missing = recover(args.graph)
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save(weights, args.out)
    print(f"{args.out}: {len(weights)} tensors; begin anew: {', '.join(missing) or 'none'}")


if __name__ == "__main__":
    main()
