"""Reports within a report: what a blotter or round-up tells under datelines of its own, and headlines in a list.

Invariant: line ends, stops and what `standoff.records.Report.items` tells alone decide.
"""

from __future__ import annotations

from standoff.extraction.events.labels import begins_line
from standoff.extraction.grammar.page import Page

_LIST = 3  # headlines that make a list, if two of three sentences of the body are one
_STOPS = frozenset(".!?…:;,\"'”’)")


def items(page: Page) -> list[int]:
    """The numbers of the sentences that begin an item but the first, its heading with it, in text order."""
    begins = [number for number in range(len(page.bounds)) if begins_line(page, page.bounds[number])]
    further = frozenset(page.reading.report.items)
    filed = [number for number in begins if page.starts[page.bounds[number].first] in further]
    return [number - _is_heading(page, number - 1) for number in filed] or _headlines(page, begins)


def _is_heading(page: Page, number: int) -> bool:
    """Whether a sentence is a line without a stop."""
    if number < 0 or not begins_line(page, page.bounds[number]):
        return False
    last = page.bounds[number].last - 1
    ended = number + 1 == len(page.bounds) or begins_line(page, page.bounds[number + 1])
    return ended and page.forms[last] not in _STOPS


def _headlines(page: Page, begins: list[int]) -> list[int]:
    """The headlines of a list that is most of the body: headings with a verb."""
    found = [number for number in begins if _is_heading(page, number) and "VERB" in page.line(number).tags]
    if len(found) < _LIST:
        return []
    body = sum(page.part_at(at.first) == "body" for at in page.bounds)
    return found[1:] if 3 * len(found) >= 2 * body else []
