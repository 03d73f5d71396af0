"""The year that a whole sentence is told of, where no value is its time: "the worst since 2001, when 31 people died".

Invariant: only years before the report's own count, and only where each value of the sentence hangs on the same one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from standoff.extraction.grammar.once import once
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.tree_paths import top_of

_YEAR = re.compile(r"(?:19|20)\d\d")
_TIMES = frozenset(("obl", "nmod"))
_BEFORE = frozenset(("in", "since", "of", "during"))


def year_told(page: Page, values: Sequence[Stretch]) -> str | None:
    """The year of a sentence by its values; ``None`` when they have none in common or it is the report's own."""
    published = page.reading.report.published
    if not _all_years(page):
        return None
    shared = frozenset.intersection(*(_years(page, at) for at in values))
    years = {page.forms[word] for word in shared}
    (year,) = years if len(years) == 1 else (None,)
    return year if year and published and year < published.value[:4] else None


@once
def _years(page: Page, at: Stretch) -> frozenset[int]:
    """The years that a value's words hang on, or that hang on one of the words over it."""
    top = top_of(page, at)
    path = {top, *page.above(top)}
    return frozenset(
        year
        for year in _all_years(page)
        if year in path or (page.heads[year] in path and _is_time(page, year))
    )


def _is_time(page: Page, year: int) -> bool:
    marked = any(page.forms[case] in _BEFORE for case in page.children[year])
    return marked and page.relations[year] in _TIMES


@once
def _all_years(page: Page) -> frozenset[int]:
    return frozenset(page.where(form for form in page.by_form if _YEAR.fullmatch(form)))
