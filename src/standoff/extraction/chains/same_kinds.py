"""One kind for one named source all through a report: a medium that "has learned" a thing is still one.

Invariant: only what is not known elsewhere, or is no more than a body, gives way; names and spans stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from standoff.extraction.chains.source_words import MEDIA
from standoff.records import Source
from standoff.records.claims import Kind


class SettledKinds:
    """The kinds of all that are named in a report, by name."""

    def __init__(self, told: Iterable[Source]) -> None:
        found: dict[str, set[Kind]] = defaultdict(set)
        for source in told:
            if source.identification == "named" and source.kind != "unknown":
                found[source.name].add(source.kind)
        self._kinds = {name: kind for name, kinds in found.items() if (kind := _one_of(kinds))}

    def of(self, source: Source) -> Source:
        """A source with the kind that it has wherever that is told."""
        kind = self._kinds.get(source.name)
        weak = source.kind == "unknown" or (source.kind == "organisation" and kind in MEDIA)
        return replace(source, kind=kind) if kind and weak and source.identification == "named" else source


def _one_of(kinds: set[Kind]) -> Kind | None:
    """The one kind that is told, be it beside "organisation" where it is a medium's."""
    told = kinds if kinds.isdisjoint(MEDIA) else kinds - {"organisation"}
    return next(iter(told)) if len(told) == 1 else None
