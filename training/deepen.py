"""A deeper encoder: four more layers in it, each a copy of the one below that says nothing yet.

    python -m training.deepen --checkpoint RUN/six.pt --out RUN/ten.pt

A copy stands behind its original, with the same ways to look, but what it adds to a word is zero, and its norms give
back very nearly what they got: a deepened network reads as the shallow one did, and learns from there what its new
layers are good for ("progressive stacking", Gong et al. 2019, with a copy that begins silent).
"""

from __future__ import annotations

import argparse
import math
import re
from pathlib import Path

import torch
from torch import Tensor

BASE, DOUBLED = 6, (2, 3, 4, 5)  # layers of MiniLM; those that get a copy behind them
LAYER = re.compile(r"(.*\blayer\.)(\d+)(\..*)")
SILENT = ("attention.output.dense.", "output.dense.")
Weights = dict[str, Tensor]


def places() -> list[tuple[int, bool]]:
    """For each layer of the deep encoder the one of the base that it is, and whether it is the silent copy."""
    return [(n, copy) for n in range(BASE) for copy in (False, True)[: 1 + (n in DOUBLED)]]


def deepen(weights: Weights) -> Weights:
    """Weights of a network whose encoder has `BASE` layers as those of a deep one.

    Shares of the layers in its mixes are split between original and copy.
    """
    made: Weights = {}
    for name, value in weights.items():
        at = LAYER.fullmatch(name)
        if at:
            for new, (old, copy) in enumerate(places()):
                if old == int(at[2]):
                    made[f"{at[1]}{new}{at[3]}"] = _silent(name, weights) if copy else value
        elif name.startswith("mix_"):
            made[name] = _split(value)
        else:
            made[name] = value
    return made


def _silent(name: str, weights: Weights) -> Tensor:
    """A copy's parameter: nothing for what it adds; for its norms the mean and deviation of what comes in."""
    at = LAYER.fullmatch(name)
    assert at
    value, part = weights[name], at[3].lstrip(".")
    if part.startswith(SILENT):
        return torch.zeros_like(value)
    if "LayerNorm" in part:
        below = f"{at[1]}{at[2]}.output.LayerNorm."
        scale, shift = weights[f"{below}weight"], weights[f"{below}bias"]
        if part.endswith("bias"):
            return torch.full_like(value, shift.mean().item())
        spread = scale.square().mean() + shift.var(unbiased=False)
        return torch.full_like(value, math.sqrt(spread.item()))
    return value.clone()


def _split(shares: Tensor) -> Tensor:
    """Logarithms of the shares of word pieces and layers."""
    made = [shares[0]]
    for old, _ in places():
        made.append(shares[old + 1] - (math.log(2.0) if old in DOUBLED else 0.0))
    return torch.stack(made)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--checkpoint", type=Path, required=True, help="of a network with a shallow encoder")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.save(deepen(torch.load(args.checkpoint)), args.out)


if __name__ == "__main__":
    main()
