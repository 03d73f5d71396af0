"""A checkpoint that is the mean of two: what one run unlearned the other may still know ("model soups", Wortsman 2022).

python -m training.mean --first RUN/final.pt --second RUN/shipped.pt --share 0.7 --out RUN/mean.pt
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor

Weights = dict[str, Tensor]


def mean(first: Weights, second: Weights, share: float, only_first: tuple[str, ...]) -> Weights:
    """``share`` of the first and the rest of the second; heads whose names begin so are the first's alone."""
    return {
        name: value if name.startswith(only_first) else value.lerp(second[name], 1.0 - share)
        for name, value in first.items()
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--first", type=Path, required=True)
    parser.add_argument("--second", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="how much of the first, 0 to 1")
    parser.add_argument("--only-first", nargs="*", default=[], help="heads that the second has not learned")
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    weights = mean(torch.load(args.first), torch.load(args.second), args.share, tuple(args.only_first))
    torch.save(weights, args.out)


if __name__ == "__main__":
    main()
