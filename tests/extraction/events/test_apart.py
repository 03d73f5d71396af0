"""Events of their own within what the model gathers into one."""

from __future__ import annotations

import trees
from standoff.extraction.events.apart import with_own_events
from standoff.extraction.grammar.page import Page, Stretch
from standoff.extraction.trace import Point
from standoff.records import Quantity

MARKED = (
    "Guards/NOUN/2/nsubj hurt/VERB/0/root six/NUM/2/obj at/ADP/6/case a/DET/6/det commemoration/NOUN/2/obl "
    "of/ADP/9/case the/DET/9/det anniversary/NOUN/6/nmod of/ADP/12/case the/DET/12/det raid/NOUN/9/nmod "
    "that/PRON/14/nsubj killed/VERB/12/acl 31/NUM/14/obj"
)


def test_what_a_remembrance_within_another_is_of_is_one_event() -> None:
    points = [
        Point(0, "injured", Stretch(2, 3), Quantity("toll", 6, 6), 0.9),
        Point(1, "killed", Stretch(14, 15), Quantity("toll", 31, 31), 0.9),
    ]
    assert with_own_events(Page.of(trees.reading(MARKED)), points, [[0, 1]]) == [[0], [1]]
