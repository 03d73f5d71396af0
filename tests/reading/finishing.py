"""What finishes readings in another process, where nothing but modules can be found; and what goes wrong there."""

from __future__ import annotations

import os
from dataclasses import replace

from standoff.errors import InputError, ModelError
from standoff.records import Reading


class Odd(Exception):
    """An error that cannot be made again from its arguments, as pickling does."""

    def __init__(self, one: str, other: str) -> None:
        super().__init__(f"{one} and {other}")


def by_word(reading: Reading) -> Reading:
    """Marks the reading with the process that made it; "refuse", "broken", "odd" and "die" in the text do so."""
    text = reading.report.text
    if "refuse" in text:
        raise InputError(reading.report.name, "refused", "ask again")
    if "broken" in text:
        raise ModelError("no model")
    if "odd" in text:
        raise Odd("this", "that")
    if "die" in text:
        os._exit(7)
    if "speak" in text:
        os.write(1, b"a library has something to say\n")
    return replace(reading, report=replace(reading.report, url=str(os.getpid())))
