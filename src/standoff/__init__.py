"""Standoff reads news reports and keeps, for every value, who said it, through whom, how firmly, and the exact words.

>>> import standoff
>>> report = standoff.load("report.txt")  # doctest: +SKIP
>>> for claim in standoff.read(report).claims:  # doctest: +SKIP
...     print(claim.slot, claim.value, [source.name for source in claim.chain])

What ``__all__`` names is the public API (docs/api.md); it is imported when it is first used, so that importing the
package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from standoff.desk import Desk, Outcome
    from standoff.desk import open_desk as open  # noqa: A004 - standoff.open reads like gzip.open
    from standoff.errors import EmptyInput, InputError, ModelError, NotFound, StandoffError, StoreError
    from standoff.extraction.explain import explain
    from standoff.extraction.ontology import Ontology
    from standoff.extraction.ontology_file import load_ontology
    from standoff.flow import read, read_many
    from standoff.ingest.registry import load
    from standoff.records import (
        Attribution,
        Claim,
        Dateline,
        Entity,
        Event,
        Explanation,
        Hedge,
        Part,
        Place,
        Quantity,
        Reading,
        Rendition,
        Report,
        Roles,
        Source,
        Span,
        SpanTable,
        Stamp,
        Text,
        Time,
        Value,
        Words,
    )
    from standoff.store import Hit, Summary

__version__ = "0.1.0"

__all__ = [
    "Attribution",
    "Claim",
    "Dateline",
    "Desk",
    "EmptyInput",
    "Entity",
    "Event",
    "Explanation",
    "Hedge",
    "Hit",
    "InputError",
    "ModelError",
    "NotFound",
    "Ontology",
    "Outcome",
    "Part",
    "Place",
    "Quantity",
    "Reading",
    "Rendition",
    "Report",
    "Roles",
    "Source",
    "Span",
    "SpanTable",
    "Stamp",
    "StandoffError",
    "StoreError",
    "Summary",
    "Text",
    "Time",
    "Value",
    "Words",
    "explain",
    "load",
    "load_ontology",
    "open",
    "read",
    "read_many",
]

_ERRORS = ("EmptyInput", "InputError", "ModelError", "NotFound", "StandoffError", "StoreError")
_ROOMS = {
    "Desk": "desk",
    "Hit": "store",
    "Ontology": "extraction.ontology",
    "Outcome": "desk",
    "Summary": "store",
    "explain": "extraction.explain",
    "load": "ingest.registry",
    "load_ontology": "extraction.ontology_file",
    "open": "desk",
    "read": "flow",
    "read_many": "flow",
} | dict.fromkeys(_ERRORS, "errors")


def __getattr__(name: str) -> object:
    """PEP 562: the named thing, from its room, the first time it is asked for."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    room = import_module(f"standoff.{_ROOMS.get(name, 'records')}")
    found: object = getattr(room, "open_desk" if name == "open" else name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
