"""Which land a body is of: two armies are two origins, though "the army" speaks with one voice.

Invariant: where the reports tell of one land's body alone, or of no land, there is one body.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from standoff.extraction.places.gazetteer import Kind
from standoff.extraction.places.lexicon import candidates, demonyms
from standoff.linking.words import tokens
from standoff.records import Source
from standoff.weighing.bodies import is_name_of_body
from standoff.weighing.offices import has_name


class Lands:
    """The lands of bodies, from the sources of some reports that are or speak for one."""

    def __init__(self, told: Iterable[tuple[str, Source, str]]) -> None:
        """``told`` are the id of a report, a source in it, and the body that it speaks for."""
        self._told: dict[str, Counter[str]] = defaultdict(Counter)
        self._near: dict[tuple[str, str], set[str]] = defaultdict(set)
        for report, source, body in told:
            if land := _land_of(source):
                self._told[body][land] += 1
                self._near[report, body].add(land)

    def of(self, report: str, source: Source, body: str) -> str:
        """The land of a body where the reports tell of those of several: that which its own words tell, or the only one
        in its report, or the one that is told of most; else nothing."""
        lands = self._told[body]
        if len(lands) < 2:
            return ""
        near = self._near.get((report, body), set())
        most = min(lands, key=lambda land: (-lands[land], land))
        return _land_of(source) or (next(iter(near)) if len(near) == 1 else most)


@lru_cache(maxsize=1 << 12)
def _land_of(source: Source) -> str:
    """The code of the country whose name or people stands in what a source is called, but for a person's name (Chad
    Lint); or nothing."""
    is_person = has_name(source) and not is_name_of_body(source)
    for told in source.described if is_person else (source.name, *source.described):
        words = tokens(told)
        for key in (*map(" ".join, pairwise(words)), *words):  # "South Sudanese" is not Sudanese
            if code := demonyms().get(key) or _country(key):
                return code
    return ""


@lru_cache(maxsize=1 << 12)
def _country(key: str) -> str:
    return next((found.country for found in candidates(key) if found.kind is Kind.COUNTRY), "")
