"""The model card that ships beside the weights."""

from __future__ import annotations

from standoff.errors import ModelError
from standoff.reading.words import model_folder


def model_card() -> str:
    """What the model was trained on, how well it does, and where it fails (Markdown)."""
    path = model_folder() / "CARD.md"
    try:
        return path.read_text("utf-8")
    except OSError as error:
        raise ModelError(f"{path.name}: not in the package; install Standoff again") from error
