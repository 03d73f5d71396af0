"""What a source says at length, in a report of sayings: there it is what happened.

In a report of attacks a sentence that is only said is most often a feeling or a view, and none is claimed. Where the
report is of statements (a campaign, a quarrel), what is said is the event, and the model is too careful: of long
sayings of which it reads nothing, two in three are claims. The limits are in ``events.toml``. Invariant: a row stands
on the content of an attribution of which nothing else tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.grammar.page import rows as labelled
from standoff.extraction.lexicon import section
from standoff.extraction.slots.idle import is_idle
from standoff.extraction.slots.near_misses import of_statements
from standoff.extraction.slots.row import TEXTS, Nearest, Row, words_of

_RULE = "what a source says, in a report of sayings"
_OUTSIDE = frozenset(
    ("that", "whether", '"', "“", "”", "``", "''", "'", "‘", "’", ",", ".", "?", "!", ";", ":")
)


def with_sayings(page: Page, rows: Sequence[Row], read: Sequence[Row]) -> list[Row]:
    """The rows, with what is said at length where the report is of statements; ``read`` are those of the model."""
    least = section("events", "sayings")["report"]
    return [*rows, *_sayings(page, rows)] if rows and of_statements(page, read) >= least else list(rows)


def _sayings(page: Page, rows: Sequence[Row]) -> Iterator[Row]:
    table = section("events", "sayings")
    told, near = words_of(row for row in rows if row.slot in TEXTS), Nearest(rows)
    for content in labelled(page.reading.attribution_spans):
        if content.label != "content" or content.score < table["score"]:
            continue
        at = _inside(page, content.at)
        fits = table["shortest"] <= at.last - at.first <= table["longest"]
        if fits and told.isdisjoint(range(*at)) and not _is_empty(page, at):
            told.update(range(*at))
            yield near.to(at)._replace(slot="observation", at=at, rule=_RULE)


def _inside(page: Page, at: Stretch) -> Stretch:
    """What is said, without the marks and the "that" around it."""
    first, last = at
    while first < last and page.forms[first] in _OUTSIDE:
        first += 1
    while first < last and page.forms[last - 1] in _OUTSIDE:
        last -= 1
    return Stretch(first, last)


def _is_empty(page: Page, at: Stretch) -> bool:
    """Whether words stand in a headline or tell of no happening."""
    return page.part_at(at.first) == "title" or is_idle(page, "observation", at)
