"""What can go wrong, as one tree.

    StandoffError
    ├── InputError      a file or text from outside cannot be read (names it, says why)
    │   └── EmptyInput  ... because nothing is in it
    ├── ModelError      the model's files are missing, damaged or of another version; or its endpoint is of no use
    ├── StoreError      the database cannot be opened, read or written
    └── NotFound        no report, incident or source has that name

A message says what, where, and what to do about it.
"""

from __future__ import annotations

from typing import Self


class StandoffError(Exception):
    """Anything that Standoff itself raises."""


class InputError(StandoffError):
    """Something from outside cannot be read: ``name`` is the file, ``reason`` why, ``hint`` the way out."""

    def __init__(self, name: str, reason: str, hint: str = "") -> None:
        self.name, self.reason, self.hint = name, reason, hint
        super().__init__(f"{name}: {reason}" + (f" ({hint})" if hint else ""))

    def __reduce__(self) -> tuple[type[Self], tuple[str, str, str]]:
        """So that it comes out of another process as it went in."""
        return type(self), (self.name, self.reason, self.hint)


class EmptyInput(InputError):
    """There is nothing to read in it."""


class ModelError(StandoffError):
    """The model cannot be loaded, or not be reached where it is another's."""


class StoreError(StandoffError):
    """The database cannot be opened, read or written."""


class NotFound(StandoffError):
    """Nothing has that name."""
