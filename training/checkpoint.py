"""Checkpoints in and out."""

from __future__ import annotations

from pathlib import Path

import torch

from training.model import Network


def load_checkpoint(network: Network, path: Path) -> None:
    """Weights of a checkpoint; the claims' own layer, which early ones lack, may be missing and begins as identity."""
    missing, unexpected = network.load_state_dict(torch.load(path), strict=False)
    if unexpected or any(not name.startswith("deep_claims.") for name in missing):
        raise ValueError(f"{path}: not a checkpoint of this network: {missing} {unexpected}")
