"""Checkpoints in and out."""

from __future__ import annotations

import re
from pathlib import Path

import torch

from training.model import Network

LATER = (
    "deep_claims.",
    "fact.",
    "fact_low.",
    "written_habit",
    "tell_",
)  # heads that early checkpoints lack: they begin anew
LAYER = re.compile(r"encoder\.encoder\.layer\.(\d+)\.")


def load_network(path: Path) -> Network:
    """The network of a checkpoint, as deep as that is. Raises `ValueError` when it is of another kind of network;
    `LATER` may be missing."""
    weights = torch.load(path)
    network = Network(max(int(at[1]) for name in weights if (at := LAYER.match(name))) + 1)
    missing, unexpected = network.load_state_dict(weights, strict=False)
    if unexpected or any(not name.startswith(LATER) for name in missing):
        raise ValueError(f"{path}: not a checkpoint of this network: {missing} {unexpected}")
    return network
