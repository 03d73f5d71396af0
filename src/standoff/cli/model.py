"""``standoff model``: what reads the reports."""

from __future__ import annotations

from standoff.cli import stream


def model() -> None:
    """Print the model card: what the model was trained on, what it scores, where it falls short.

    \b
    Example:
      standoff model
    """
    from standoff.reading import model_card

    stream.write([f"{model_card().rstrip()}\n"])
