"""Bodies of two lands that have one name."""

from __future__ import annotations

import pytest

from standoff.extraction.grammar.page import Page
from standoff.extraction.names.lands import of_another_land, with_land
from standoff.extraction.names.names import Names
from trees import reading

RUSSIAN = "Russian/PROPN/3/compound Defence/PROPN/3/compound Ministry/PROPN/4/nsubj spoke/VERB/0/root"
OWNED = "{land}/PROPN/4/nmod 's/PART/1/case Defence/PROPN/4/compound Ministry/PROPN/5/nsubj spoke/VERB/0/root"
PLACED = (
    "The/DET/3/det Defence/PROPN/3/compound Ministry/PROPN/6/nsubj in/ADP/5/case {land}/PROPN/3/nmod "
    "spoke/VERB/0/root"
)


@pytest.mark.parametrize("second", [OWNED, PLACED])
@pytest.mark.parametrize(("land", "apart"), [("Ukraine", True), ("Russia", False)])
def test_a_ministry_of_another_land_is_another(second: str, land: str, apart: bool) -> None:
    names = Names(Page.of(reading(f"{RUSSIAN}\n{second.format(land=land)}")))
    one, other = names.all[0], names.all[-1] if second == OWNED else names.all[1]
    assert of_another_land(names.page, other, one) is apart
    assert (names.fullest(other) is other) is apart


def test_ministries_of_one_name_are_told_with_their_lands() -> None:
    text = "\n".join(OWNED.format(land=land) for land in ("Ukraine", "Russia"))
    names = Names(Page.of(reading(text)))
    first = next(name for name in names.all if name.text == "Defence Ministry")
    assert with_land(names.page, first, names.all) == "Ukraine 's Defence Ministry"  # as the tree cuts it
    assert with_land(names.page, first, [first]) == "Defence Ministry"
